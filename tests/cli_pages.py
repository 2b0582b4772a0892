"""A page of tests/cli/ -> its sections, each a list of steps.

tests/cli/README.md says how a page is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = Path(__file__).parent / "cli"

_FILE = re.compile(r"`([^`]+)`:$")
_CHANGE = re.compile(r"In `([^`]+)`, `([^`]+)`\sbecomes?\s`([^`]*)`\.")
_WITHOUT = re.compile(r"Without `([^`]+)`\.")
_COMMIT = re.compile(r"(\w+ \w+)\scommits\sit\son\s(\d+)\sMay\s2022(?:\sand\stags\sit\s`([^`]+)`)?")
_WORD = re.compile(r"(\w+ \w+)\schanges\s“([^”]+)”\sto\s“([^”]*)”\sin\s`([^`]+)`")
_TAKEN = re.compile(r"[Aa]nother program listens at port (\d+)")
_EXIT = re.compile(r"\[exit (\d+)\]$")


@dataclass(frozen=True, slots=True)
class Write:
    """Put these words into a file."""

    file: str
    content: str


@dataclass(frozen=True, slots=True)
class Change:
    """Put other words in the place of some."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Without:
    """Take a file away."""

    file: str


@dataclass(frozen=True, slots=True)
class Commit:
    """Put all files into the repository, in somebody's name."""

    author: str
    day: int
    tag: str


@dataclass(frozen=True, slots=True)
class InWord:
    """Change words in a Word document, with tracking, in somebody's name."""

    author: str
    old: str
    new: str
    file: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Listen at a port until the section is over."""

    port: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A command, what it answers, and its exit code."""

    words: str
    answer: str
    code: int


Step = Write | Change | Without | Commit | InWord | Taken | Typed


@dataclass(slots=True)
class Section:
    """One test; `empty` where it begins in an empty folder, `repository` where that is one of git."""

    title: str
    empty: bool = False
    repository: bool = False
    steps: list[Step] = field(default_factory=list)


def pages() -> list[Path]:
    """Every page."""
    return sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")


def read(path: Path) -> list[Section]:
    """The sections of the page at `path`."""
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    sections: list[Section] = []
    name = ""
    for at, token in enumerate(tokens):
        words = tokens[at + 1].content if token.type.endswith("_open") else ""
        if token.tag == "h2" and words:
            sections.append(Section(words))
        elif token.type == "paragraph_open" and sections:
            section = sections[-1]
            section.empty |= "In an empty folder." in words
            section.repository |= "In a git repository." in words
            section.steps += (Change(*found) for found in _CHANGE.findall(words))
            section.steps += (Without(found) for found in _WITHOUT.findall(words))
            section.steps += (Commit(a, int(day), tag) for a, day, tag in _COMMIT.findall(words))
            section.steps += (InWord(*found) for found in _WORD.findall(words))
            section.steps += (Taken(int(port)) for port in _TAKEN.findall(words))
            found = _FILE.search(words)
            name = found[1] if found else name
        elif token.type == "fence" and token.info == "console":
            sections[-1].steps += _typed(token)
        elif token.type == "fence":
            sections[-1].steps.append(Write(name, token.content))
    return sections


def _typed(token: Token) -> Iterator[Typed]:
    for part in re.split(r"^\$ ", token.content, flags=re.MULTILINE)[1:]:
        command, _, answer = part.partition("\n")
        lines = answer.rstrip("\n").split("\n") if answer.strip() else []
        code = 0
        if lines and (found := _EXIT.match(lines[-1])):
            code = int(found[1])
            lines.pop()
        yield Typed(command, "\n".join(lines).strip("\n"), code)
