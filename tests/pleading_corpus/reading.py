"""Reads the corpus of pleading: Markdown files with marked defects in, paragraphs without marks out.

The notation is in README.md beside this file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Half = Literal["learning", "held"]
Kind = Literal["open-ended", "hedge", "agentless", "group", "surplusage"]
Part = Literal["charging", "own-conduct", "facts/context", "count"]

CORPUS = Path(__file__).parent

_MATTER = re.compile(r"<!-- matter: (?P<matter>[a-z-]+); accused: (?P<names>[^;]+) -->")
_HEADER = re.compile(
    r"<!-- id: (?P<id>[a-z]+-\d\d); style: (?P<style>[a-z-]+); part: (?P<part>[a-z/-]+);"
    r" accused: (?P<accused>\d+); matter: (?P<matter>[a-z-]+) -->"
)
_NEAR = re.compile(r"(?P<kind>[a-z-]+): (?P<phrase>.+?) = (?P<reason>.+)")
_MARK = re.compile(r"\[\[(?P<kind>[a-z-]+): (?P<words>[^\[\]]*[^\[\]\s])\]\]")


class CorpusError(ValueError):
    """A header, a mark or a note of the corpus that cannot be read; says where."""


@dataclass(frozen=True)
class Defect:
    """Words that a careful senior lawyer would have changed: `text[begin:end]` of the paragraph."""

    kind: Kind
    begin: int
    end: int


@dataclass(frozen=True)
class NearMiss:
    """Words that look like a defect of this kind and are none, with the reason."""

    kind: Kind
    phrase: str
    reason: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as a reader of the indictment sees it, and what is wrong and not wrong with it."""

    id: str
    style: str
    part: Part
    matter: str
    accused: int
    names: tuple[str, ...]
    text: str
    defects: tuple[Defect, ...]
    near: tuple[NearMiss, ...]
    file: Path
    line: int

    def words(self, defect: Defect) -> str:
        """The marked words of a defect of this paragraph."""
        return self.text[defect.begin : defect.end]


def paragraphs(*halves: Half) -> tuple[Paragraph, ...]:
    """The paragraphs of these halves, or of both, in the order of their files' names and of the page."""
    files = [
        file for half in halves or get_args(Half) for file in sorted((CORPUS / half).glob("*.md"))
    ]
    return tuple(paragraph for file in files for paragraph in read(file.read_text("utf-8"), file))


def read(page: str, file: Path) -> Iterator[Paragraph]:
    """The paragraphs of one page. Raises CorpusError at the first thing that is not in the notation."""
    matters: dict[str, tuple[str, ...]] = {}
    line = 1
    for block in re.split(r"(\n{2,})", page.strip("\n")):
        where = f"{file.name}:{line}"
        first = block.split("\n", 1)[0]
        if first.startswith("<!-- matter"):
            matters |= dict(_matter(row, where) for row in block.splitlines())
        elif block.strip() and not block.startswith("# "):
            yield _paragraph(block.splitlines(), matters, file, line)
        line += block.count("\n")


def _matter(row: str, where: str) -> tuple[str, tuple[str, ...]]:
    found = _MATTER.fullmatch(row)
    if not found:
        raise CorpusError(f"{where}: not a matter and its accused: {row}")
    return found["matter"], tuple(found["names"].split(", "))


def _paragraph(
    rows: list[str], matters: dict[str, tuple[str, ...]], file: Path, line: int
) -> Paragraph:
    where = f"{file.name}:{line}"
    header = _HEADER.fullmatch(rows[0])
    if not header:
        raise CorpusError(f"{where}: not the header of a paragraph: {rows[0]}")
    if header["matter"] not in matters:
        raise CorpusError(f"{where}: the matter {header['matter']} does not stand at the top")
    notes, rows = _notes(rows[1:], where)
    text, defects = _unmarked(" ".join(rows), where)
    return Paragraph(
        id=header["id"],
        style=header["style"],
        part=_part(header["part"], where),
        matter=header["matter"],
        accused=int(header["accused"]),
        names=matters[header["matter"]],
        text=text,
        defects=defects,
        near=notes,
        file=file,
        line=line,
    )


def _notes(rows: list[str], where: str) -> tuple[tuple[NearMiss, ...], list[str]]:
    """The near-misses that the rows begin with, and the rows after them."""
    if not rows or rows[0] != "<!-- near:":
        return (), rows
    if "-->" not in rows:
        raise CorpusError(f"{where}: the list of near-misses has no end")
    end = rows.index("-->")
    notes = []
    for row in rows[1:end]:
        found = _NEAR.fullmatch(row)
        if not found:
            raise CorpusError(f"{where}: not a near-miss and its reason: {row}")
        notes.append(NearMiss(_kind(found["kind"], where), found["phrase"], found["reason"]))
    return tuple(notes), rows[end + 1 :]


def _unmarked(marked: str, where: str) -> tuple[str, tuple[Defect, ...]]:
    """The text without the marks, and where in it the marked words stand."""
    text, defects, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        defects.append(
            Defect(_kind(mark["kind"], where), len(text), len(text) + len(mark["words"]))
        )
        text += mark["words"]
        at = mark.end()
    text += marked[at:]
    if not text or re.search(r"\[\[|\]\]|<!--|-->", text):
        raise CorpusError(f"{where}: no text, or a mark that is not closed or not in the notation")
    return text, tuple(defects)


def _kind(word: str, where: str) -> Kind:
    for kind in get_args(Kind):
        if word == kind:
            return kind  # type: ignore[no-any-return]
    raise CorpusError(f"{where}: no such kind of defect: {word}")


def _part(word: str, where: str) -> Part:
    for part in get_args(Part):
        if word == part:
            return part  # type: ignore[no-any-return]
    raise CorpusError(f"{where}: no such part: {word}")
