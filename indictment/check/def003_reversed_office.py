"""An office must not end before it begins.

For example, `{title: Minister, from: 2014-05, to: 2012-06}`.

Write the earlier date behind `from`, the later one behind `to`.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each office that ends before it begins."""
    for defendant in indictment.matter.defendants:
        for number, office in enumerate(defendant.head.offices):
            if office.from_ and office.to and office.to.last_day < office.from_.first_day:
                yield RULE.at(
                    defendant.head.at("offices", number, "to"),
                    f"the office of {office.title} ends on {office.to}, "
                    f"before it begins on {office.from_}",
                    help="write the earlier date behind `from`, the later one behind `to`",
                )
