"""A tagged PDF -> its paragraphs and notes as the tags say them, running heads left out.

White space is dropped: where a line ends is a matter of layout. So are the dots that lead to a page
number and the signs of bullets, which Word's numbering makes and a page's style.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.readers import poppler

BLOCKS = {"P", "H1", "H2", "H3", "H4", "TD", "TH", "Caption", "LBody", "TOCI", "LI", "Figure"}
LINE = re.compile(r'(?P<indent> *)(?:(?P<tag>[A-Za-z][A-Za-z0-9]*)\b.*|"(?P<text>.*)")', re.DOTALL)
LEADER = re.compile(r"\.{3,}")
BULLETS = re.compile(r"^[•–]")


@dataclass
class Tagged:
    """The blocks of the text in order, and the notes by their printed number."""

    blocks: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> Tagged:
    """Read a PDF that is tagged.

    Raises:
        ReaderError: poppler cannot read the file.
    """
    tagged = Tagged()
    stack: list[tuple[int, str, list[str]]] = []
    for line in _lines(poppler.structure(path)):
        found = LINE.fullmatch(line)
        if not found or (found["tag"] and line.strip().startswith("/")):
            continue
        indent = len(found["indent"])
        while stack and stack[-1][0] >= indent:
            _close(tagged, stack.pop(), stack)
        if found["tag"]:
            stack.append((indent, found["tag"], []))
        else:
            _text(tagged, stack, found["text"])
    while stack:
        _close(tagged, stack.pop(), stack)
    return tagged


def _lines(structure: str) -> list[str]:
    return [line for line in structure.splitlines() if not line.strip().startswith(("/", "Object"))]


def _text(tagged: Tagged, stack: list[tuple[int, str, list[str]]], text: str) -> None:
    """Text belongs to the nearest block or note around it."""
    for place in range(len(stack) - 1, -1, -1):
        if stack[place][1] in BLOCKS | {"Note"}:
            stack[place][2].append(text)
            return
    raise AssertionError(f"text outside a block: {text!r}")


def _close(
    tagged: Tagged, done: tuple[int, str, list[str]], stack: list[tuple[int, str, list[str]]]
) -> None:
    _, tag, texts = done
    text = BULLETS.sub("", re.sub(r"\s", "", LEADER.sub("", "".join(texts))))
    if tag == "Note" or any(outer[1] == "Note" for outer in stack):
        outer_texts = next((one[2] for one in reversed(stack) if one[1] == "Note"), None)
        if outer_texts is not None:
            outer_texts.append(text)
            return
        number = re.match(r"\d+", text)
        assert number, f"a note without a number: {text!r}"
        tagged.notes[number[0]] = text
    elif text and tag in BLOCKS:
        tagged.blocks.append(text)
