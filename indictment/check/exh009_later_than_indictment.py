"""An exhibit should not be later than the indictment that cites it.

For example, `date: 2022-06-01` of an exhibit in an indictment of 2022-05-09.

Correct the exhibit's date, or the date in matter.yaml.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each date of an exhibit after the indictment's own."""
    caption = indictment.matter.caption
    for exhibit in indictment.matter.exhibits:
        for key, date in (("date", exhibit.entry.date), ("captured", exhibit.entry.captured)):
            if date and date.first_day > caption.date.last_day:
                what = "the exhibit is dated" if key == "date" else "the exhibit was captured"
                yield RULE.at(
                    exhibit.at(key),
                    f"{what} {date}, after the indictment's own date, {caption.date}",
                    related=(Related(caption.at("date"), "the indictment's date"),),
                    help="correct one of the two dates",
                )
