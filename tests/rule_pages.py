"""A page of tests/rules/ -> its sections, each with files and what is to be said about them.

tests/rules/README.md says how a page is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pikepdf
from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = Path(__file__).parent / "rules"

_FILE = re.compile(r"`([^`]+)`:$")
_WITHOUT = re.compile(r"Without `([^`]+)`\.$")
_SAID = re.compile(r"Said of the folder: `(\w+): ([^`:]+):(\d+):(\d+) ([A-Z]{3}\d{3})`\.$")
_COMMENT = re.compile(
    r' ?(?:<!-- |# )((?:(?:error|warning|note): \d+ [A-Z]{3}\d{3}(?: "[^"]*")?(?:; )?)+)(?: -->)?$'
)
_ONE = re.compile(r'(error|warning|note): (\d+) ([A-Z]{3}\d{3})(?: "([^"]*)")?')


def _of_a_whole_matter() -> frozenset[str]:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    found = re.search(
        r"Rules that ask what a whole matter lacks.*?(?=^- )", page, re.DOTALL | re.MULTILINE
    )
    assert found
    return frozenset(re.findall(r"[A-Z]{3}\d{3}", found[0]))


OF_A_WHOLE_MATTER = _of_a_whole_matter()
"""Rules that are heard on their own pages only: a page about another shows a few lines of a matter."""


@dataclass(frozen=True, slots=True, order=True)
class Announced:
    """What is to be said at one place. `words` are those under the caret, "" where not given."""

    file: str
    line: int
    column: int
    severity: str
    code: str
    words: str = field(default="", compare=False)


@dataclass(slots=True)
class Section:
    """One test: the files that differ from the small matter (None: is not there)."""

    title: str
    files: dict[str, bytes | None] = field(default_factory=dict)
    announced: list[Announced] = field(default_factory=list)
    answer: str = ""


@dataclass(slots=True)
class Page:
    """A page about one rule, or the small matter of README.md."""

    path: Path
    title: str
    demand: str
    """The first paragraph."""
    sections: list[Section]


def pages() -> list[Path]:
    """Every page about a rule."""
    return sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")


def read(path: Path) -> Page:
    """The page at `path`."""
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    page = Page(path, "", "", [])
    name = ""
    for token, words in _blocks(tokens):
        if token.tag == "h1":
            page.title = words
        elif token.tag == "h2":
            page.sections.append(Section(words))
        elif not page.sections:
            page.demand = page.demand or " ".join(words.split())
        elif token.type == "fence":
            _fence(page.sections[-1], name, token)
            name = ""
        elif found := _FILE.search(words):
            name = found[1]
        elif found := _WITHOUT.search(words):
            page.sections[-1].files[found[1]] = None
        elif found := _SAID.search(words):
            severity, file, line, column, code = found.groups()
            page.sections[-1].announced.append(
                Announced(file, int(line), int(column), severity, code)
            )
    return page


def _blocks(tokens: list[Token]) -> Iterator[tuple[Token, str]]:
    """Headings and paragraphs with their words, and fenced blocks."""
    for at, token in enumerate(tokens):
        if token.type in ("heading_open", "paragraph_open"):
            yield token, tokens[at + 1].content
        elif token.type == "fence":
            yield token, ""


def _fence(section: Section, name: str, token: Token) -> None:
    if not name:
        assert token.info == "text", f"a block without a file's name in “{section.title}”"
        section.answer = token.content
        return
    kind, _, how = token.info.strip().partition(" ")
    if kind == "pdf":
        made = printed(token.content) if how == "text" else pdf(int(token.content.split()[0]))
        section.files[name] = made
        return
    content = token.content
    if how == "escaped":
        content = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), content)
    lines = content.split("\n")
    for number, line in enumerate(lines, start=1):
        if found := _COMMENT.search(line):
            lines[number - 1] = line[: found.start()]
            for severity, column, code, words in _ONE.findall(found[1]):
                section.announced.append(
                    Announced(name, number, int(column), severity, code, words)
                )
    text = "\n".join(lines)
    section.files[name] = text.encode(how) if how.startswith("windows") else text.encode()


def pdf(pages: int) -> bytes:
    """The smallest PDF file with so many empty pages, always the same bytes."""
    kids = " ".join(f"{n} 0 R" for n in range(3, 3 + pages))
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>",
    ]
    out, starts = "%PDF-1.4\n", []
    for number, content in enumerate([*objects, *[page] * pages], start=1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(starts) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def printed(text: str) -> bytes:
    """A PDF file with these words; `---` on a line of its own begins a page. Always the same bytes."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )  # fmt: skip
    for words in text.split("\n---\n"):
        page = made.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        lines = (
            line.encode("windows-1252")
            .replace(b"\\", b"\\\\")
            .replace(b"(", b"\\(")
            .replace(b")", b"\\)")
            for line in words.strip("\n").split("\n")
        )
        shown = b" T* ".join(b"(" + line + b") Tj" for line in lines)
        page.obj.Contents = made.make_stream(b"BT /F 11 Tf 14 TL 60 780 Td " + shown + b" ET")
    out = BytesIO()
    made.save(out, deterministic_id=True)
    return out.getvalue()
