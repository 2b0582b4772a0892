"""numbers.yaml -> the filed numbers of each series in their order, or what is wrong with them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from indictment.diagnostics import Diagnostic, Related, Span
from indictment.model.indictment import NOWHERE, Within
from indictment.model.matter import Matter
from indictment.model.numbers import FiledSection, FiledSeries, NumbersFile
from indictment.resolve import suffixes
from indictment.resolve.rules import UNUSABLE_NUMBERS
from indictment.resolve.suffixes import Number
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Filed:
    """A filed number. `label` is None where it was filed as withdrawn; `section` counts the sections."""

    number: Number
    label: str | None
    section: int
    span: Span
    heading: str = ""
    """The heading of that section; of a count its title."""
    within: Within = NOWHERE
    """What the section belonged to."""
    was: str = ""
    """Of a count, the label under which it was filed, also where it was filed as withdrawn."""

    @property
    def printed(self) -> str:
        """As it stands before its paragraph, without the full stop."""
        return suffixes.write(self.number)


Series = dict[str, tuple[Filed, ...]]
"""The filed numbers by the name of their series."""


def is_frozen(matter: Matter) -> bool:
    """True where the court wants filed numbers kept, and they are known."""
    return matter.court.amended_numbering == "frozen" and matter.numbers is not None


def read(matter: Matter, faults: list[Diagnostic]) -> Series:
    """The filed numbers that hold; none where the form renumbers, or while a fault stands in them."""
    if not is_frozen(matter) or matter.numbers is None:
        return {}
    said = len(faults)
    numbers = matter.numbers
    found: Series = {}
    given: dict[str, Span] = {}
    for n, series in enumerate(numbers.series):
        filed = tuple(_series(numbers, n, series, faults))
        _say_again(filed, given, faults)
        if len(faults) == said:
            say_left_out(filed, "paragraphs", faults)
        if series.name in found:
            _say(numbers.at("series", n, "name"), f"the series “{series.name}” stands twice",
                 "write each series once", faults)  # fmt: skip
        found[series.name] = filed
    return found if len(faults) == said else {}


def _series(
    numbers: NumbersFile, n: int, series: FiledSeries, faults: list[Diagnostic]
) -> Iterator[Filed]:
    last: Filed | None = None
    for m, section in enumerate(series.sections):
        at = ("series", n, "sections", m)
        kind, _, label = series.name.partition(" ")
        if kind == "count" and not section.counts:  # as numbers.yaml was before it held counts
            section = section.model_copy(update={"counts": (label,)})
        labelled = in_order(
            [
                _filed(printed, label, m, section, numbers.at(*at, "paragraphs", label), faults)
                for label, printed in section.paragraphs.items()
            ],
            last,
            faults,
        )
        withdrawn = in_order(
            [
                _filed(printed, None, m, section, numbers.at(*at, "withdrawn", k), faults)
                for k, printed in enumerate(section.withdrawn)
            ],
            last,
            faults,
        )
        for last in sorted((*labelled, *withdrawn), key=lambda one: one.number):
            yield last


def _filed(
    printed: str,
    label: str | None,
    position: int,
    section: FiledSection,
    span: Span,
    faults: list[Diagnostic],
) -> Filed | None:
    read = number(printed, span, faults, "a paragraph")
    if read is None:
        return None
    within = Within(section.counts, section.of, section.title, section.level)
    return Filed(read, label, position, span, section.heading, within)


def number(printed: str, span: Span, faults: list[Diagnostic], what: str) -> Number | None:
    """The filed number of `what`; None where it is none, which is reported."""
    read = suffixes.read(printed)
    if read is None:
        _say(span, f"“{printed}” is not the number of {what}",
             "write it as it was filed, without a full stop: 32, 32A, 32.1", faults)  # fmt: skip
    return read


def in_order(
    filed: Sequence[Filed | None], last: Filed | None, faults: list[Diagnostic]
) -> list[Filed]:
    """Those that stand in their order; each other one is reported."""
    kept: list[Filed] = []
    for one in filed:
        if one is None:
            continue
        before = kept[-1] if kept else last
        if before is not None and one.number <= before.number:
            faults.append(
                UNUSABLE_NUMBERS.at(
                    one.span,
                    f"the number {one.printed} stands behind {before.printed}",
                    related=[Related(before.span, "stands before it")],
                    help="write the numbers in the order in which they were filed, each once",
                )
            )
        else:
            kept.append(one)
    return kept


def _say_again(filed: tuple[Filed, ...], given: dict[str, Span], faults: list[Diagnostic]) -> None:
    """Labels that stand in two sections, and a number that is kept and withdrawn."""
    for one, after in pairwise(filed):
        if one.number == after.number:
            _say(after.span, f"the number {one.printed} is given and withdrawn",
                 "write it once", faults)  # fmt: skip
    _say_labels(((one, one.label or "", "paragraph") for one in filed), given, faults)


def say_twice(counts: Sequence[Filed], faults: list[Diagnostic]) -> None:
    """Counts that have two numbers."""
    _say_labels(((one, one.was, "count") for one in counts), {}, faults)


def _say_labels(
    found: Iterable[tuple[Filed, str, str]], given: dict[str, Span], faults: list[Diagnostic]
) -> None:
    for one, label, what in found:
        if label in given:
            faults.append(
                UNUSABLE_NUMBERS.at(
                    one.span,
                    f"the {what} “{label}” has two numbers",
                    related=[Related(given[label], "its first number")],
                    help="write each label once",
                )
            )
        if label:
            given.setdefault(label, one.span)


def say_left_out(
    filed: Sequence[Filed], what: Literal["counts", "paragraphs"], faults: list[Diagnostic]
) -> None:
    """A whole number that nothing was filed under: the series would have a hole."""
    expected = 1
    remedy = {
        "paragraphs": "add it to `withdrawn:` if nothing bears it: withdrawn: [{}]",
        "counts": "add it with `withdrawn: true` if no count bears it",
    }[what]
    for one in filed:
        if suffixes.is_plain(one.number):
            if one.number[0][1] != expected:
                _say(one.span, f"the number {expected} is left out before {one.printed}",
                     f"write it, or {remedy.format(expected)}", faults)  # fmt: skip
                return
            expected += 1
        elif one.number[0][1] >= expected:
            _say(one.span, f"the number {one.number[0][1]} is left out before {one.printed}",
                 "write the numbers in the order in which they were filed", faults)  # fmt: skip
            return


def _say(span: Span, message: str, help: str, faults: list[Diagnostic]) -> None:
    faults.append(UNUSABLE_NUMBERS.at(span, message, help=help))
