"""Each pair of tests/redlines/*.md as redline.docx: accepted it says what the new version's file says, rejected the old one's.

Read by our own reader of Word files, and a sample by LibreOffice.
"""

from collections.abc import Callable
from functools import cache

import pytest

from indictment.machine.shipped import shipped
from indictment.render.word import document
from tests.readers import libreoffice_changes
from tests.readers.libreoffice_changes import Answer
from tests.redlines.test_pairs import PAIRS, Compared, compared
from tests.unit.render.word_changes import Read, accepted, masked, read, rejected

REFERENCE = shipped("templates/international/reference.docx").read_bytes()
SAMPLE = (
    "words: Words are put in",
    "words: From one emphasis to another, with a changed word beside it",
    "paragraphs: The first paragraph of the document is taken out",
    "paragraphs: A paragraph goes, with its list",
    "moves: With its note and its list",
    "splits: Divided into three",
    "splits: Two paragraphs are joined",
    "lists: Sub-paragraphs of the second depth are added",
    "tables: A row is taken out",
    "tables: A column is put in",
    "notes: A note is taken out",
    "citations: The first citation moves to a paragraph that is put in before",
    "charges: A count is withdrawn",
    "whole: Many things at once",
)
OTHERWISE = {
    ("accept", "paragraphs: The first paragraph of the document is taken out"): (
        "LibreOffice leaves an empty paragraph where that of the first note goes (test_libreoffice.py)"
    ),
}
"""What LibreOffice does otherwise than the standard, by the answer and the pair."""

Line = tuple[str, str, tuple[int, ...], tuple[tuple[str, str], ...]]


def shown(found: list[Read]) -> list[Line]:
    """What is compared, with all numbers: not the contents, no spaces that may not break."""
    return [
        (
            one.style,
            one.number,
            one.where,
            tuple((w.replace("\u00a0", " "), k) for w, k in one.words),
        )
        for one in found
        if not one.style.lower().startswith("toc")
    ]


def written(page: str) -> bytes:
    def none(source: str) -> bytes:
        raise FileNotFoundError(source)

    return document.write(page, reference=REFERENCE, images=none)


def ends(both: Compared, way: str) -> tuple[bytes, bytes, bytes]:
    """The redline, and the files of what it goes from and to."""
    old, new = written(both.old_page), written(both.new_page)
    redline = written(getattr(both, way).page)
    return (redline, old, new) if way == "forwards" else (redline, new, old)


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("way", ["forwards", "backwards"])
def test_settled_it_is_the_file_of_a_version(name: str, way: str) -> None:
    both = compared(name)
    redline, old, new = ends(both, way)
    assert shown(accepted(redline)) == shown(read(new))
    assert shown(rejected(redline)) == shown(read(old))


def answered(name: str, answer: Answer) -> tuple[bytes, bytes]:
    """The redline of a pair, and the file of the version that the answer leads to."""
    redline, old, new = ends(compared(name), "forwards")
    return redline, new if answer == "accept" else old


@cache
def by_libreoffice() -> dict[tuple[str, Answer], tuple[bytes, bytes]]:
    """The files of `answered`, settled and left as they are by LibreOffice, which starts once."""
    answers: tuple[Answer, ...] = ("accept", "reject")
    asked = [(name, answer) for name in SAMPLE for answer in answers]
    asked = [(name, answer) for name, answer in asked if (answer, name) not in OTHERWISE]
    wanted: list[tuple[bytes, Answer]] = []
    for name, answer in asked:
        redline, version = answered(name, answer)
        wanted += [(redline, answer), (version, "nothing")]
    saved = libreoffice_changes.settled_together(wanted)
    return dict(zip(asked, zip(saved[::2], saved[1::2], strict=True), strict=True))


@pytest.mark.slow
@pytest.mark.reader_libreoffice
@pytest.mark.parametrize(("answer", "settle"), [("accept", accepted), ("reject", rejected)])
@pytest.mark.parametrize("name", SAMPLE)
def test_libreoffice_settles_it_alike(
    name: str, answer: Answer, settle: Callable[[bytes], list[Read]]
) -> None:
    redline, version = answered(name, answer)
    if (answer, name) in OTHERWISE:
        pytest.xfail(OTHERWISE[answer, name])

    def without_pages(found: list[Read]) -> list[Line]:
        return [line for line in shown(found) if line[0] not in ("Footer", "Header")]

    found, wanted = (read(one, first_codes=True) for one in by_libreoffice()[name, answer])
    if answer == "reject":
        found, wanted = masked(found), masked(wanted)
    assert without_pages(found) == without_pages(wanted)
    assert without_pages(settle(redline)) == without_pages(read(version))
