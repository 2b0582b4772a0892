"""A filed count keeps its number by its label.

A count whose label was changed after it was filed looks like one count that was withdrawn and
another one that is new: the old number is printed with "[withdrawn]", and the count gets a new one.

For example, `counts/02-theft.md`, renamed to `counts/02-larceny.md`, where numbers.yaml has the
label theft.

Write `id: theft` in the front matter of the file, or allow the rule there if it is another count.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each new count with the title of one that was filed and is gone."""
    numbers = indictment.matter.numbers
    if numbers is None or indictment.court.amended_numbering != "frozen":
        return
    charged = [count for group in indictment.counts for count in group.charged]
    there = {count.label for count in charged}
    known = {one.label for one in numbers.counts if not one.withdrawn}
    gone = {
        _words(one.title): (n, one)
        for n, one in enumerate(numbers.counts)
        if not one.withdrawn and one.label not in there and one.title
    }
    for count in charged:
        found = gone.get(_words(count.title))
        if count.label in known or found is None:
            continue
        n, filed = found
        yield RULE.at(
            count.span,
            f"“{count.label}” is printed as Count {count.number}, and Count {filed.number} with the same title as withdrawn",
            related=[
                Related(numbers.at("counts", n, "label"), "the label under which it was filed")
            ],
            help=f"give the count the label {filed.label} if it is the same one",
        )


def _words(title: str) -> str:
    return " ".join(title.replace("\u00a0", " ").casefold().split())
