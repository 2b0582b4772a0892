"""indictment.html -> the same text for pandoc (JSON, Markdown), with real notes, lists, tables and links."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html

Node = dict[str, Any]
FONTS = Path(__file__).parents[1] / "templates" / "fonts"

_LEFT_OUT = {"header", "footer", "nav"}
"""Running lines and contents: pandoc's template makes its own."""
_BLOCKS = {"p", "div", "section", "h1", "h2", "h3", "h4", "ol", "ul", "blockquote", "table", "dl"}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_STYLES = {"1": "LowerAlpha", "2": "LowerRoman", "3": "UpperAlpha"}
_PIECES = re.compile(r"\s+|\S+")


def write_markdown(page: str, target: Path) -> None:
    """Write the page's text as pandoc's own Markdown, which is what its users write."""
    empty = subprocess.run(["pandoc", "-t", "json"], input=b"", capture_output=True, check=True)
    made = json.dumps(document(page, json.loads(empty.stdout)["pandoc-api-version"]))
    command = ["pandoc", "-f", "json", "-t", "markdown", "--wrap=none", "-o", str(target)]
    subprocess.run(command, input=made.encode(), check=True)


def by_xelatex(text: Path, pdf: Path) -> list[str]:
    """The command that makes a PDF of the Markdown in our fonts and size, with contents; from the folder of `text`."""
    shutil.copytree(FONTS, text.parent / "fonts", dirs_exist_ok=True)
    faces = (
        "UprightFont=*-Regular", "BoldFont=*-Bold", "ItalicFont=*-Italic", "BoldItalicFont=*-BoldItalic",
    )  # fmt: skip
    # By their files, so that they need not be installed; a path with a space is none to LaTeX.
    options = ",".join(("Path=fonts/", "Extension=.ttf", *faces))
    return [
        "pandoc", str(text), "-o", str(pdf), "--pdf-engine=xelatex", "--toc", "--toc-depth=3",
        "-V", "papersize=a4", "-V", "fontsize=12pt", "-V", "geometry:margin=2.5cm",
        "-V", "linestretch=1.15",
        "-V", "mainfont=LiberationSerif", "-V", f"mainfontoptions={options}",
        "-V", "sansfont=LiberationSans", "-V", f"sansfontoptions={options}",
    ]  # fmt: skip


def document(page: str, version: list[int]) -> Node:
    """The page's text as pandoc's JSON of that `version` (1.22 or later), word for word."""
    body = html.fromstring(page).find("body")
    return {"pandoc-api-version": version, "meta": {}, "blocks": list(_blocks(body))}


def _blocks(element: Any) -> Iterator[Node]:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
            continue
        if child.tag in _HEADINGS:
            yield _node("Header", [_HEADINGS[child.tag], _attr(child), _inlines(child)])
        elif child.tag == "p":
            yield _node("Para", _paragraph(child))
        elif child.tag in ("div", "section"):
            if child.get("data-page") == "new":
                yield _node("RawBlock", ["latex", r"\newpage"])
            yield from _blocks(child)
        elif child.tag == "blockquote":
            yield _node("BlockQuote", list(_blocks(child)))
        elif child.tag == "ul":
            yield _node("BulletList", [list(_blocks(item)) for item in child])
        elif child.tag == "ol":
            style = _node(_STYLES.get(child.get("data-depth", "1"), "LowerAlpha"))
            items = [_item(item) for item in child]
            yield _node("OrderedList", [[1, style, _node("TwoParens")], items])
        elif child.tag == "dl":
            yield _node("DefinitionList", list(_particulars(child)))
        elif child.tag == "table":
            yield _table(child)
        elif child.tag == "figure":
            yield _node("Para", _inlines(child.find("figcaption")))


def _paragraph(element: Any) -> list[Node]:
    """The paragraph, with what its links lead to."""
    return [*_anchor(element), *_inlines(element)]


def _item(item: Any) -> list[Node]:
    for number in item.xpath("./p/span[@class='number']"):
        number.text = ""
    blocks = list(_blocks(item))
    if blocks and blocks[0]["t"] == "Para" and item.get("id"):
        blocks[0] = _node("Para", [*_anchor(item), *blocks[0]["c"]])
    return blocks


def _particulars(element: Any) -> Iterator[list[Any]]:
    for term in element.findall("dt"):
        yield [_inlines(term), [[_node("Para", _inlines(term.getnext()))]]]


def _table(element: Any) -> Node:
    widths = [int(re.sub(r"\D", "", col.get("style", "100"))) / 100 for col in element.iter("col")]
    columns = [[_node("AlignLeft"), _node("ColWidth", width)] for width in widths]
    caption = element.find("caption")
    words = [] if caption is None else [_node("Plain", _inlines(caption))]
    head = [_row(row) for row in element.iterfind("thead/tr")]
    rows = [_row(row) for row in element.iterfind("tbody/tr")]
    none: list[Any] = ["", [], []]
    return _node(
        "Table",
        [none, [None, words], columns, [none, head], [[none, 0, [], rows]], [none, []]],
    )


def _row(row: Any) -> list[Any]:
    cells: list[Any] = []
    for cell in row:
        has_blocks = any(child.tag in _BLOCKS for child in cell)
        content = list(_blocks(cell)) if has_blocks else [_node("Plain", _inlines(cell))]
        if cell.get("id") or (row.get("id") and not cells):
            anchor = _anchor(cell if cell.get("id") else row)
            content[:1] = [_node(content[0]["t"], [*anchor, *content[0]["c"]])]
        cells.append([["", [], []], _node("AlignDefault"), 1, 1, content])
    return [["", [], []], cells]


def _inlines(element: Any) -> list[Node]:
    made = list(_words(element.text))
    for child in element:
        if child.tag == "br":
            made.append(_node("LineBreak"))
        elif child.get("class") == "footnote":
            made.append(_node("Note", [_node("Para", _inlines(child))]))
        elif child.tag in ("em", "strong"):
            made.append(_node("Emph" if child.tag == "em" else "Strong", _inlines(child)))
        elif child.tag == "a" and child.get("href"):
            made.append(_node("Link", [["", [], []], _inlines(child), [child.get("href"), ""]]))
        else:
            made.extend(_inlines(child))
        made.extend(_words(child.tail))
    return made


def _words(text: str | None) -> Iterator[Node]:
    for piece in _PIECES.findall((text or "").replace("\N{NO-BREAK SPACE}", "\N{WORD JOINER}")):
        if piece.isspace():
            yield _node("Space")
        else:
            yield _node("Str", piece.replace("\N{WORD JOINER}", "\N{NO-BREAK SPACE}"))


def _anchor(element: Any) -> list[Node]:
    """What links lead to, as a mark before the words: around them, pandoc would read them many times over."""
    return [_node("Span", [_attr(element), []])] if element.get("id") else []


def _attr(element: Any) -> list[Any]:
    return [element.get("id", ""), [], []]


def _node(kind: str, content: Any = None) -> Node:
    return {"t": kind} if content is None else {"t": kind, "c": content}
