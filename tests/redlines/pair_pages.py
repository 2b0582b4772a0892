"""A page of tests/redlines/ -> its pairs, each with two versions of a matter and what is to be marked.

tests/redlines/README.md says how a page is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = Path(__file__).parent

_FILE = re.compile(r"`([^`]+)`(?:, (old|new))?:$")
_WITHOUT = re.compile(r"Without `([^`]+)`, (old|new)\.$")
_RENUMBERED = re.compile(r"Renumbered: (.+)\.$", re.DOTALL)
_ONE = re.compile(r"(\w+) (\S+) is (\S+)$")

Files = dict[str, str | None]
"""What stands in each file; None where a version does not have it."""


@dataclass(slots=True)
class Pair:
    """A section. `said` is None until the block was read."""

    title: str
    old: Files = field(default_factory=dict)
    new: Files = field(default_factory=dict)
    said: list[str] | None = None
    renumbered: list[tuple[str, str, str]] | None = None


def pages() -> list[Path]:
    """Every page with pairs."""
    return sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")


def matter() -> dict[str, str]:
    """The files of the small matter."""
    only = next(one for one in read(FOLDER / "README.md") if one.title == "The matter")
    return {path: text for path, text in only.old.items() if text is not None}


def read(path: Path) -> list[Pair]:
    """The pairs of the page at `path`."""
    pairs: list[Pair] = []
    name = version = ""
    for token, words in _blocks(MarkdownIt().parse(path.read_text(encoding="utf-8"))):
        if token.tag == "h2":
            pairs.append(Pair(words))
        elif not pairs:
            continue
        elif token.type == "fence" and name:
            for side, files in (("old", pairs[-1].old), ("new", pairs[-1].new)):
                if version in (side, ""):
                    files[name] = _content(token)
            name = ""
        elif token.type == "fence":
            assert token.info == "text", f"a block without a file's name in “{pairs[-1].title}”"
            assert pairs[-1].said is None, f"two answers in “{pairs[-1].title}”"
            pairs[-1].said = token.content.splitlines()
        elif found := _FILE.search(words):
            name, version = found[1], found[2] or ""
        elif found := _WITHOUT.search(words):
            (pairs[-1].old if found[2] == "old" else pairs[-1].new)[found[1]] = None
        elif found := _RENUMBERED.search(words):
            if found[1] == "nothing":
                pairs[-1].renumbered = []
                continue
            ones = [_ONE.match(one.strip()) for one in found[1].split(",")]
            pairs[-1].renumbered = [(one[1], one[2], one[3]) for one in ones if one]
            assert len(pairs[-1].renumbered) == len(ones), words
    return pairs


def _content(token: Token) -> str:
    """The file; with `escaped` behind the fence \\u0301 and the like stand for what cannot be seen."""
    if token.info.endswith(" escaped"):
        return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), token.content)
    return token.content


def _blocks(tokens: list[Token]) -> Iterator[tuple[Token, str]]:
    """Headings and paragraphs with their words, and fenced blocks."""
    for at, token in enumerate(tokens):
        if token.type in ("heading_open", "paragraph_open"):
            yield token, tokens[at + 1].content
        elif token.type == "fence":
            yield token, ""


def matches(written: str, said: str) -> bool:
    """Whether a line is as it is written; … stands for any words without a mark."""
    unmarked = r"(?:(?!\[-|\{\+|\[c-|\{c\+|\{~).)*"
    return re.fullmatch(unmarked.join(map(re.escape, written.split("…"))), said) is not None
