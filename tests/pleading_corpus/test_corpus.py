"""The corpus holds what the figures of the text rules rest on, and its marks mean what README.md says."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.pleading_corpus.reading import CorpusError, Paragraph, paragraphs, read

ALL = paragraphs()
HELD = paragraphs("held")
LEARNING = paragraphs("learning")
STYLES = {"icc", "icty", "scsl", "ksc", "ukraine", "us-federal", "england-wales", "ngo"}

MATTER = "<!-- matter: veld; accused: Ada VELD, Bo VELD -->\n\n"
HEADER = "<!-- id: new-01; style: icc; part: charging; accused: 2; matter: veld -->\n"


def by_kind(pages: tuple[Paragraph, ...]) -> Counter[str]:
    return Counter(defect.kind for paragraph in pages for defect in paragraph.defects)


def one(page: str) -> Paragraph:
    (paragraph,) = read(page, Path("new.md"))
    return paragraph


def test_there_are_paragraphs_enough_and_each_has_its_own_id() -> None:
    assert len(LEARNING) >= 800
    assert len(HELD) >= 100
    assert len({paragraph.id for paragraph in ALL}) == len(ALL)
    assert len({paragraph.text for paragraph in ALL}) == len(ALL)


def test_the_two_parts_share_no_matter_and_have_all_styles() -> None:
    assert not {p.matter for p in LEARNING} & {p.matter for p in HELD}
    assert {p.style for p in HELD} == {p.style for p in LEARNING} == STYLES


def test_there_are_defects_enough_of_each_kind() -> None:
    wanted = {"open-ended": 50, "hedge": 35, "agentless": 45, "group": 45, "surplusage": 10}
    assert by_kind(HELD) >= Counter(wanted)
    assert by_kind(HELD).total() - by_kind(HELD)["surplusage"] >= 150


def test_there_are_about_as_many_near_misses_as_defects() -> None:
    for part in (LEARNING, HELD):
        assert sum(len(p.near) for p in part) >= 0.95 * by_kind(part).total()


def test_most_paragraphs_tempt_and_the_others_are_clean() -> None:
    tempting = [p for p in HELD if p.defects or p.near]
    assert len(tempting) >= 80
    assert len(HELD) - len(tempting) >= 25


@pytest.mark.parametrize("paragraph", ALL, ids=lambda p: p.id)
def test_the_marks_of_a_paragraph_hold(paragraph: Paragraph) -> None:
    assert len(paragraph.names) == paragraph.accused
    kinds = {defect.kind for defect in paragraph.defects}
    if paragraph.part == "facts/context":
        assert not kinds, "background is no charge: nothing is planted in it"
    if paragraph.part != "own-conduct":
        assert "agentless" not in kinds, "only own conduct needs its agent in the sentence"
    for note in paragraph.near:
        assert free(paragraph, note.kind, note.phrase), f"not in the text or marked: {note.phrase}"


def free(paragraph: Paragraph, kind: str, phrase: str) -> bool:
    """The phrase stands somewhere in the text outside what is marked as a defect of its kind."""
    marked = [(d.begin, d.end) for d in paragraph.defects if d.kind == kind]
    return any(
        all(found.end() <= begin or found.start() >= end for begin, end in marked)
        for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", paragraph.text, re.I)
    )


def test_the_text_is_what_a_reader_sees_and_a_defect_says_where() -> None:
    paragraph = one(
        MATTER + HEADER + "<!-- near:\nhedge: May 2014 = the month\n-->\n"
        "In May 2014 VELD took\n[[open-ended: various]] cars, [[open-ended: etc.]]\n"
    )
    assert paragraph.text == "In May 2014 VELD took various cars, etc."
    assert [paragraph.words(defect) for defect in paragraph.defects] == ["various", "etc."]
    assert [note.reason for note in paragraph.near] == ["the month"]
    assert (paragraph.line, paragraph.names) == (3, ("Ada VELD", "Bo VELD"))


@pytest.mark.parametrize(
    "wrong",
    [
        MATTER + HEADER + "He took [[open-ended: various cars.",
        MATTER + HEADER + "He took [[vague: various]] cars.",
        MATTER + HEADER + "He took [[open-ended:various]] cars.",
        MATTER + HEADER + "He took [[open-ended: various [[hedge: perhaps]]]] cars.",
        MATTER + HEADER + "<!-- near:\nhedge: May\n-->\nIn May he left.",
        MATTER + HEADER + "<!-- near:\nhedge: May = the month\nIn May he left.",
        MATTER + HEADER,
        MATTER + HEADER.replace("charging", "argument") + "He left.",
        MATTER + "He left, and no header says in what part of the page.",
        HEADER + "He left.",
        MATTER.replace("accused", "defendants") + HEADER + "He left.",
    ],
)
def test_what_is_not_in_the_notation_is_refused(wrong: str) -> None:
    with pytest.raises(CorpusError, match=r"^new\.md:\d+: "):
        list(read(wrong, Path("new.md")))
