"""Indictment -> numbers.yaml: the numbers under which it is filed, for its amendments to keep."""

import json
from collections.abc import Iterator
from itertools import groupby

from indictment.model.indictment import Indictment, Series, SeriesNumber

FILE = "numbers.yaml"
_HEAD = """\
# The numbers under which this instrument was filed. Written by `indict freeze`.
# Paragraphs that are named here keep their numbers where court.yaml says `amended-numbering: frozen`.
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
    return before.partition("\nseries:")[2] == after.partition("\nseries:")[2]


def _series(series: Series) -> Iterator[str]:
    yield f"  - name: {_quoted(series.name)}"
    yield "    sections:"
    for _, found in groupby(series.numbers, key=lambda one: one.section):
        numbers = list(found)
        lead = "      - "
        if numbers[0].heading:
            yield f"{lead}heading: {_quoted(numbers[0].heading)}"
            lead = "        "
        labelled = [one for one in numbers if one.label]
        if labelled:
            yield f"{lead}paragraphs:"
            yield from (f"          {one.label}: {one.number}" for one in labelled)
            lead = "        "
        gone = [one.number for one in numbers if not one.label]
        if gone:
            yield f"{lead}withdrawn: [{', '.join(gone)}]"


def _quoted(words: str) -> str:
    """As a value between quotation marks; JSON is YAML."""
    return json.dumps(words.replace("\u00a0", " "), ensure_ascii=False)
