"""What the tool says about a matter: where, which rule, what is wrong, how to mend it.

The values here are made by every stage and written by the four writers (text, short, json,
sarif). A writer never knows a rule; a rule never formats text.
"""

from indictment.diagnostics.diagnostic import Diagnostic, Outcome, Related, Rule, Severity
from indictment.diagnostics.span import Span

__all__ = ["Diagnostic", "Outcome", "Related", "Rule", "Severity", "Span"]
