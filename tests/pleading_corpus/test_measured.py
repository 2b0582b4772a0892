"""The text rules, measured on the corpus: how much they find, and how often they are wrong.

Of what is held nothing is printed but figures: who writes rules may run this and may not read those pages.
The figures of what is held stand in the rules' pages; change them there when they change here.
"""

import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

import pytest

from tests.pleading_corpus.matters import CODES, overlaps, reports
from tests.pleading_corpus.reading import Half, paragraphs
from tests.rule_pages import FOLDER

FOUR = ("open-ended", "hedge", "agentless", "group")
FOUND = 0.90
"""The share of planted defects that is found at least, in either part."""
WRONG = 0.05
"""The share of reports that are false alarms at most."""


@dataclass
class Figures:
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def of(self, kind: str) -> str:
        """The sentence that stands in the page of a rule."""
        return (
            f"it finds {self.found[kind]} of {self.planted[kind]} planted defects, and "
            f"{self.wrong[kind]} of {self.said[kind]} reports are false alarms."
        )


@cache
def figures(half: Half) -> Figures:
    result = Figures()
    for paragraph in paragraphs(half):
        said = reports(paragraph)
        for defect in paragraph.defects:
            result.planted[defect.kind] += 1
            result.found[defect.kind] += any(overlaps(report, defect) for report in said)
        for report in said:
            result.said[report.kind] += 1
            result.wrong[report.kind] += not any(overlaps(report, d) for d in paragraph.defects)
    return result


@pytest.mark.parametrize("half", ["learning", "held"])
def test_enough_is_found_and_few_reports_are_wrong(half: Half) -> None:
    measured = figures(half)
    for kind in CODES.values():
        sys.stdout.write(f"{half}: {kind}: {measured.of(kind)}\n")
    # What argues is no defect of the charge: it is measured, and counts for nothing here.
    assert sum(measured.found[kind] for kind in FOUR) >= FOUND * sum(
        measured.planted[kind] for kind in FOUR
    )
    assert sum(measured.wrong[kind] for kind in FOUR) <= WRONG * sum(
        measured.said[kind] for kind in FOUR
    )


@pytest.mark.parametrize("code", CODES)
def test_the_page_of_each_rule_gives_its_figures(code: str) -> None:
    (page,) = FOLDER.glob(f"{code.lower()}_*.md")
    text = " ".join(page.read_text("utf-8").split())
    assert figures("held").of(CODES[code]) in text
