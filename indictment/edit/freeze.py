"""Indictment -> numbers.yaml: the numbers under which it is filed, for its amendments to keep."""

import json
import re
from collections.abc import Iterator
from itertools import groupby

from indictment.model.indictment import Count, Indictment, Series, SeriesNumber

FILE = "numbers.yaml"
_BODY = re.compile(r"^ordinal: .*$", re.MULTILINE)
_HEAD = """\
# The numbers under which this instrument was filed. Written by `indict freeze`.
# Paragraphs and counts that are named here keep their numbers where court.yaml says `amended-numbering: frozen`.
"""


def unlabelled(indictment: Indictment) -> tuple[SeriesNumber, ...]:
    """The numbered paragraphs that cannot keep a number, because they have no label."""
    return tuple(
        one
        for series in indictment.series
        for one in series.numbers
        if not one.label and not one.is_withdrawn
    )


def written(indictment: Indictment) -> str:
    """The text of numbers.yaml; every numbered paragraph has a label."""
    caption = indictment.matter.caption
    lines = [
        f"instrument: {_quoted(indictment.title_page.instrument)}",
        f"title: {_quoted(caption.title)}",
        f"date: {caption.date}",
        f"ordinal: {caption.version.ordinal}",
    ]
    counts = [count for group in indictment.counts for count in group.counts]
    if counts:
        lines.append("counts:")
    lines += [_count(count) for count in sorted(counts, key=_in_figures)]
    if indictment.series:
        lines.append("series:")
    for series in indictment.series:
        lines += _series(series)
    marks = [(row.label, row.mark) for row in indictment.exhibits if row.mark]
    if marks:
        lines.append("marks:")
    lines += [f"  {label}: {_quoted(mark)}" for label, mark in marks]
    return _HEAD + "\n".join(lines) + "\n"


def is_another_filing(indictment: Indictment) -> bool:
    """True where numbers.yaml may be written over: it holds what was filed before this amendment."""
    numbers = indictment.matter.numbers
    return numbers is None or numbers.ordinal < indictment.matter.caption.version.ordinal


def holds_the_same(before: str, after: str) -> bool:
    """True where two texts of numbers.yaml differ in nothing but what the instrument is called."""
    return _BODY.split(before, maxsplit=1)[1:] == _BODY.split(after, maxsplit=1)[1:]


def completes(indictment: Indictment) -> bool:
    """True where numbers.yaml is of this instrument and only lacks the counts, which it did not
    hold formerly: paragraphs and marks in it are those of now.
    """
    numbers = indictment.matter.numbers
    if numbers is None or numbers.counts:
        return False
    before = {
        series.name: [
            (number, label)
            for section in series.sections
            for label, number in (
                *section.paragraphs.items(),
                *((None, n) for n in section.withdrawn),
            )
        ]
        for series in numbers.series
    }
    now = {
        series.name: [(one.number, one.label) for one in series.numbers]
        for series in indictment.series
    }
    same_marks = numbers.marks == {row.label: row.mark for row in indictment.exhibits if row.mark}
    same_numbers = {k: set(v) for k, v in before.items()} == {k: set(v) for k, v in now.items()}
    of_now = numbers.ordinal == indictment.matter.caption.version.ordinal
    return of_now and same_marks and same_numbers


def _series(series: Series) -> Iterator[str]:
    yield f"  - name: {_quoted(series.name)}"
    yield "    sections:"
    for _, found in groupby(series.numbers, key=lambda one: (one.section, one.heading, one.within)):
        numbers = list(found)
        lead = "      - "
        if numbers[0].heading:
            yield f"{lead}heading: {_quoted(numbers[0].heading)}"
            lead = "        "
        for key, value in _within(numbers[0]):
            yield f"{lead}{key}: {value}"
            lead = "        "
        labelled = [one for one in numbers if one.label]
        if labelled:
            yield f"{lead}paragraphs:"
            yield from (f"          {one.label}: {one.number}" for one in labelled)
            lead = "        "
        gone = [one.number for one in numbers if not one.label]
        if gone:
            yield f"{lead}withdrawn: [{', '.join(gone)}]"


def _count(count: Count) -> str:
    title = "" if count.is_withdrawn else f", title: {_quoted(count.title)}"
    gone = ", withdrawn: true" if count.is_withdrawn else ""
    return f"  - {{number: {count.number}, label: {count.label}{title}{gone}}}"


def _within(one: SeriesNumber) -> Iterator[tuple[str, str]]:
    """What a section belongs to, so that it finds its place again when all of it is withdrawn."""
    within = one.within
    if within.of:
        yield "of", _quoted(within.of)
    if within.counts:
        yield "counts", f"[{', '.join(within.counts)}]"
    if within.title:
        yield "title", _quoted(within.title)
    if within.level:
        yield "level", str(within.level)


def _in_figures(count: Count) -> list[tuple[int, int, str]]:
    """A key that puts 10 behind 9, 2.1 behind 2, and 2A behind 2.1."""
    parts = re.findall(r"\d+|[A-Z]+", count.number)
    return [(0, int(p), "") if p.isdigit() else (1, len(p), p) for p in parts]


def _quoted(words: str) -> str:
    """As a value between quotation marks; JSON is YAML."""
    return json.dumps(words.replace("\u00a0", " "), ensure_ascii=False)
