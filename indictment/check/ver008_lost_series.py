"""Filed numbers of a part or an annex that is gone are printed nowhere.

Where numbers begin again in each part, the numbers of a part have their place in it. If the whole
part is withdrawn, nothing is left in which "[withdrawn]" could stand. (A withdrawn count keeps its
heading, and its numbers stand below it, if numbers.yaml names it among its `counts:`.)

For example, `name: annex map` in numbers.yaml where no annex has the label map any more.

Say in the text that the annex was withdrawn, and allow the rule; or correct the name in
numbers.yaml, if it only has another label now.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each filed series without a paragraph today."""
    matter = indictment.matter
    if matter.numbers is None or matter.court.amended_numbering != "frozen":
        return
    printed = {series.name for series in indictment.series}
    for n, series in enumerate(matter.numbers.series):
        if series.name not in printed and series.sections:
            yield RULE.at(
                matter.numbers.at("series", n, "name"),
                f"no paragraph is left in “{series.name}”, so its filed numbers are printed nowhere",
                help="say in the text that it was withdrawn, and allow the rule",
            )
