"""Folder -> Matter: what the drafter wrote, each value with its source span.

Nothing here raises for a drafter's mistake: all faults of form come back together.
"""

from indictment.parse import glance, matter_rules, prose_rules, rules
from indictment.parse.matter import matter
from indictment.parse.reading import Known

RULES = (*rules.RULES, *prose_rules.RULES, *matter_rules.RULES)
"""Every rule of this stage."""

__all__ = ["RULES", "Known", "glance", "matter"]
