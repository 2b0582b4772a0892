"""Where each printed character was typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indictment import parse, resolve
from indictment.absorb import base, printed
from indictment.absorb.line import Line
from indictment.absorb.printed import Printed
from indictment.absorb.seen import kind_of, seen, text
from indictment.absorb.source_map import plain, signs
from indictment.folder import MemoryFolder
from tests.absorb.matters import Exported, exported
from tests.unit.resolve.building import EMPTY, FILES, count

NAMES = ("small", "republic", "example")


def _mapped(found: Printed) -> None:
    """Every character that was typed stands in the source where the map says, or is a mark there."""
    for line in found.lines:
        source = found.pages[line.page]
        every = signs(line, source)
        assert "".join(sign.text for sign in every) == line.text
        _each(line, source)
        for sign in every:
            if sign.note is not None:
                _each(sign.note, source)


def _each(line: Line, source: str) -> None:
    for sign in signs(line, source):
        piece = line.pieces[sign.piece]
        assert piece.source == sign.source, (line.span.start, piece)
        if sign.source != "typed":
            continue
        typed = source[sign.begin : sign.end]
        same = plain(typed).casefold() == plain(sign.text).casefold()
        assert same or typed == f"\\{sign.text}" or (sign.text == " " and "\n" in typed), line.span


def _in_yaml(words: str, matter: Exported) -> bool:
    """True for the note above a schedule, which is a value of its YAML file."""
    first = words.split("\ufffc")[0][:20]
    return any(first in plain(s.head.note or "") for s in matter.indictment.matter.schedules)


@pytest.mark.parametrize("name", NAMES)
def test_the_map_is_exact(name: str) -> None:
    _mapped(exported(name).printed)


@pytest.mark.parametrize("name", NAMES)
def test_the_lines_are_those_of_the_word_document(name: str) -> None:
    matter = exported(name)
    bound = base(matter.printed, matter.document)
    assert [id(line) for line in bound.lines if line] == [id(line) for line in matter.printed.lines]
    # every paragraph and heading below a part was typed in a file of text
    kinds = ("numbered", "unnumbered", "continuing", "quoted", "item", "bullet")
    loose = [
        p
        for n, p in enumerate(bound.document.paragraphs)
        if not bound.lines[n] and kind_of(p) in kinds
    ]
    assert [text(p) for p in loose if not _in_yaml(text(p), matter)] == []
    for line, paragraph in zip(bound.lines, bound.document.paragraphs, strict=True):
        if line is None:
            continue
        assert line.kind == kind_of(paragraph)
        mine = signs(line, matter.printed.pages[line.page])
        shown = seen((paragraph,))
        assert [s.emphasis for s in mine if s.source == "typed" and s.text != " "] == [
            w.emphasis for s, w in zip(mine, shown, strict=True) if s.source == "typed" and s.text != " "
        ]  # fmt: skip
        notes = [s.note for s in mine if s.note is not None]
        theirs = [matter.document.notes[w.note] for w in shown if w.note is not None]
        for note, paragraphs in zip(notes, theirs, strict=True):
            words = "".join(s.text for s in signs(note, matter.printed.pages[line.page]))
            assert words == "\n".join(text(p) for p in paragraphs)


PIECES = (
    "word", "“quoted”", '"straight"', "it's", "*stressed*", "**strong words**", "[@order, p. 12]", "[see @ledger]", "^[a note]",
    "\\*", "\\@", "5 km", "24 February", '["Guard"]{.term}', '[«слово»]{lang="uk"}', ".", ",", ";", "?", "\n", "  \n", " ",
    "@tollan", "[-@other]", "<!-- note (A): b -->", "(", ")",
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_the_map_is_exact_for_any_paragraph(pieces: list[str]) -> None:
    body = "Begun " + " ".join(pieces).replace(" \n ", "\n").replace("\n \n", "\n").strip()
    while "\n\n" in body or "\n \n" in body:
        body = body.replace("\n\n", "\n").replace("\n \n", "\n")
    files = {**FILES, **count(body + "\n\n{#other}\nAnother.\n")}
    found = parse.matter(MemoryFolder(files), EMPTY)
    assert found.value is not None
    bound = resolve.indictment(found.value, {})
    assert bound.value is not None
    _mapped(printed(bound.value))
