"""An office should be given with its body, its dates and its source.

Who held power, over what and when, is a fact like any other: it is pleaded with the day on which it began, and proved by
a document. `to:` may be left out, where the office is still held.

For example, `{title: Minister}` without more.

Write `body:`, `from:` and `source:`. Where a day is not known, write the year, or allow the rule and say so.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each office without body, beginning or source."""
    for defendant in indictment.matter.defendants:
        for number, office in enumerate(defendant.head.offices):
            given = (
                ("body", office.body.strip(), "the body to which it belongs"),
                ("from", office.from_, "since when it was held"),
                ("source", office.source.strip(), "what proves it"),
            )
            missing = [(key, words) for key, value, words in given if not value]
            if missing:
                yield RULE.at(
                    defendant.head.at("offices", number, "title"),
                    f"the office of {office.title} does not say {', nor '.join(w for _, w in missing)}",
                    help=f"write {', '.join(f'`{key}:`' for key, _ in missing)} in the entry",
                )
