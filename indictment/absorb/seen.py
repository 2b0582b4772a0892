"""A paragraph of a Word document -> its characters, as they are compared with a printed line."""

import re
from collections.abc import Iterable, Iterator, Sequence

from indictment.absorb.line import MARK, Kind
from indictment.absorb.source_map import plain
from indictment.model.word import WordDocument, WordParagraph
from indictment.value import dataclass

_SPACES = re.compile(r"[ \t\r\f]+")
_BESIDE_A_BREAK = re.compile(r" ?\n ?")

SPLIT = "\u2029"
"""Stands where a paragraph was divided."""

_KINDS: dict[str, Kind] = {
    "indictment paragraph": "numbered", "unnumbered": "unnumbered", "continuing": "continuing",
    "quotation": "quoted", "sub-paragraph 1": "item", "sub-paragraph 2": "item",
    "sub-paragraph 3": "item", "bullet 1": "bullet", "bullet 2": "bullet", "bullet 3": "bullet",
    "heading 1": "heading", "heading 2": "heading", "heading 3": "heading", "heading 4": "heading",
    "table text": "cell", "table heading": "cell",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeenSign:
    """One character of a Word paragraph; `note` is the position of the note it is the mark of."""

    text: str
    emphasis: frozenset[str] = frozenset()
    note: int | None = None
    split: Kind | None = None
    """Of a SPLIT: what the part behind it is."""
    computed: bool = False
    """In the result of a field, or in a citation."""


def seen(paragraphs: Iterable[WordParagraph]) -> tuple[SeenSign, ...]:
    """The characters of a paragraph, or of the parts that one was divided into, spaces folded."""
    out: list[SeenSign] = []
    for n, paragraph in enumerate(paragraphs):
        if n:
            out.append(SeenSign(SPLIT, split=kind_of(paragraph) or "numbered"))
        out += _folded(_signs(paragraph))
    return tuple(out)


def _signs(paragraph: WordParagraph) -> Iterator[SeenSign]:
    for run in paragraph.runs:
        if run.note is not None:
            yield SeenSign(MARK, run.emphasis, run.note)
        for sign in run.text:
            yield SeenSign(sign, run.emphasis, computed=run.computed)


def _folded(every: Iterable[SeenSign]) -> list[SeenSign]:
    out: list[SeenSign] = []
    fresh = True
    for sign in every:
        if sign.text in " \t\r\f":
            if fresh:
                continue
            fresh = True
            sign = SeenSign(" ", sign.emphasis, computed=sign.computed)
        elif sign.text == "\n":
            while out and out[-1].text == " ":
                out.pop()
            fresh = True
        else:
            fresh = False
        out.append(sign)
    while out and out[-1].text in " \n":
        out.pop()
    return out


def text(paragraph: WordParagraph) -> str:
    """The words of a paragraph, spaces folded, MARK for the mark of a note."""
    raw = "".join(MARK + run.text if run.note is not None else run.text for run in paragraph.runs)
    folded = _SPACES.sub(" ", raw)
    return _BESIDE_A_BREAK.sub("\n", folded).strip(" \n") if "\n" in folded else folded.strip(" ")


def note_text(document: WordDocument, note: int) -> str:
    """The words of a note."""
    if not 0 <= note < len(document.notes):
        return ""
    return "\n".join(text(paragraph) for paragraph in document.notes[note])


def kind_of(paragraph: WordParagraph) -> Kind | None:
    """What a paragraph is by its style; None for styles that say nothing."""
    return _KINDS.get(paragraph.style.casefold())


_NUMBER = re.compile(r"[\dIVXLCivxlcA-Ha-h().,–-]+")


def is_number(text: str) -> bool:
    """True for what Word works out as a number: 32, 32(a)(i), II.A."""
    return bool(_NUMBER.fullmatch(text.strip()))


def is_contents(paragraph: WordParagraph) -> bool:
    """True for a line of the contents."""
    return paragraph.style.casefold().startswith("toc ") and paragraph.cell is None


def level_of(paragraph: WordParagraph) -> int:
    """The level of a heading, the depth of a sub-paragraph or bullet; 0 for others."""
    last = paragraph.style[-1:]
    return int(last) if last.isdigit() else 0


def words_of(paragraphs: Sequence[WordParagraph]) -> str:
    """The words of several paragraphs, without marks of notes."""
    return " ".join(text(paragraph).replace(MARK, "") for paragraph in paragraphs)


def note_words(document: WordDocument, paragraph: WordParagraph) -> list[str]:
    """The words of the notes of a paragraph."""
    return [plain(note_text(document, run.note)) for run in paragraph.runs if run.note is not None]


def with_notes(document: WordDocument, paragraph: WordParagraph) -> str:
    """The words of a paragraph with those of its notes, as somebody is told of them."""
    notes = iter([note_text(document, run.note) for run in paragraph.runs if run.note is not None])
    return re.sub(MARK, lambda _: f" [note: {next(notes)}] ", text(paragraph))


def bare(paragraph: WordParagraph) -> str:
    """The words of a line of the contents without its page."""
    return re.sub(r"[\s\t]*\d*$", "", plain(text(paragraph)))


def without_fields(paragraph: WordParagraph) -> str:
    """The words of a paragraph without those that the tool or Word works out."""
    return plain("".join(MARK if r.note is not None else r.text for r in paragraph.runs if not r.computed))  # fmt: skip
