"""Filed numbers are kept only where the court's form says so.

numbers.yaml holds the numbers of what was filed. A form with `amended-numbering: renumber`, which is
the default, gives numbers anew all the same.

For example, a numbers.yaml in a matter whose court.yaml does not say `amended-numbering: frozen`.

Write `amended-numbering: frozen` in court.yaml, or allow the rule where the file is only kept.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """A numbers.yaml that changes nothing, of an instrument that is amended."""
    matter = indictment.matter
    if matter.numbers and matter.court.amended_numbering != "frozen":
        yield RULE.at(
            matter.numbers.key_at("series"),
            f"these numbers are not kept: the form “{matter.court.name}” numbers anew",
            help=f"write `amended-numbering: frozen` in templates/{matter.caption.court}/court.yaml",
        )
