"""Folder -> Matter: what the drafter wrote, each value with its source span.

Nothing here raises for a drafter's mistake: all faults of form come back together.
"""

from indictment.parse.matter import matter

__all__ = ["matter"]
