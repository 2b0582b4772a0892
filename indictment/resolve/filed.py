"""numbers.yaml -> the filed numbers of each series in their order, or what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from indictment.diagnostics import Diagnostic, Related, Span
from indictment.model.matter import Matter
from indictment.model.numbers import FiledSection, FiledSeries, NumbersFile
from indictment.resolve import suffixes
from indictment.resolve.rules import UNUSABLE_NUMBERS
from indictment.resolve.suffixes import Number


@dataclass(frozen=True, slots=True)
class Filed:
    """A filed number. `label` is None where it was filed as withdrawn; `section` counts the sections."""

    number: Number
    label: str | None
    section: int
    span: Span
    heading: str = ""
    """The heading of that section."""

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
            _say_left_out(filed, numbers.at("series", n, "name"), faults)
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
        labelled = _in_order(
            [
                _filed(printed, label, m, section, numbers.at(*at, "paragraphs", label), faults)
                for label, printed in section.paragraphs.items()
            ],
            last,
            faults,
        )
        withdrawn = _in_order(
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
    number = suffixes.read(printed)
    if number is None:
        _say(span, f"“{printed}” is not the number of a paragraph",
             "write it as it was filed, without a full stop: 32, 32A, 32.1", faults)  # fmt: skip
        return None
    return Filed(number, label, position, span, section.heading)


def _in_order(
    filed: list[Filed | None], last: Filed | None, faults: list[Diagnostic]
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
    for one in filed:
        if one.label is None:
            continue
        if one.label in given:
            faults.append(
                UNUSABLE_NUMBERS.at(
                    one.span,
                    f"the paragraph “{one.label}” has two numbers",
                    related=[Related(given[one.label], "its first number")],
                    help="write each label once",
                )
            )
        given.setdefault(one.label, one.span)


def _say_left_out(filed: tuple[Filed, ...], span: Span, faults: list[Diagnostic]) -> None:
    """A whole number that no paragraph was filed under: the series would have a hole."""
    expected = 1
    for one in filed:
        if suffixes.is_plain(one.number):
            if one.number[0][1] != expected:
                _say(one.span, f"the number {expected} is left out before {one.printed}",
                     f"write it, or add it to `withdrawn:` if nothing bears it: withdrawn: [{expected}]",
                     faults)  # fmt: skip
                return
            expected += 1
        elif one.number[0][1] >= expected:
            _say(one.span, f"the number {one.number[0][1]} is left out before {one.printed}",
                 "write the numbers in the order in which they were filed", faults)  # fmt: skip
            return


def _say(span: Span, message: str, help: str, faults: list[Diagnostic]) -> None:
    faults.append(UNUSABLE_NUMBERS.at(span, message, help=help))
