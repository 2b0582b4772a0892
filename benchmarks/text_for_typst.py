"""indictment.html -> the same text as a Typst document, with real notes, headings, tables, links and contents.

It is written as one who knows Typst would write it, so that Typst is not slowed by us: plain paragraphs, no list for a
paragraph's number, and page breaks between the parts, which Typst sets at the same time. The page, the type and its
size are those of the shipped form, so that the pages hold about as much.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

_LEFT_OUT = {"header", "footer", "nav"}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_SIGNS = re.compile(r"[\\#*_`$<>@\[\]~=+/'\"-]")
_NUMBER = re.compile(r"^(\d+)\.")
"""A number and a full stop begin an item of a list, which takes Typst three times as long as a paragraph."""
_LABEL = re.compile(r"[A-Za-z][\w-]*")
_HEAD = """\
#set document(title: "Indictment")
#set page(paper: "a4", margin: (left: 3.7cm, rest: 2.5cm), numbering: "1 of 1")
#set text(font: "Liberation Serif", size: 12pt, lang: "en", hyphenate: false)
#set par(justify: true, leading: 0.75em, spacing: 16pt)
#show heading: set text(size: 12pt)
#outline(depth: 3)
"""
_BREAK = "#pagebreak(weak: true)"


def document(page: str) -> str:
    """The page's text in Typst's markup, word for word."""
    body: Any = html.fromstring(page).find("body")
    known = set(
        body.xpath(
            ".//*[self::p or self::h1 or self::h2 or self::h3 or self::h4][not(ancestor::table)]/@id"
        )
    )
    return _HEAD + "\n\n".join(_blocks(body, known)) + "\n"


def _blocks(element: Any, known: set[str]) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
            continue
        if child.tag in _HEADINGS:
            yield f"{'=' * _HEADINGS[child.tag]} {_inlines(child, known).strip()}{_label(child)}"
        elif child.tag in ("p", "dt", "dd", "figcaption"):
            text = _NUMBER.sub(r"\1\\.", _inlines(child, known).strip())
            yield f"{text}{_label(child)}"
        elif child.tag == "table":
            yield _table(child, known)
        else:
            if child.get("data-page") == "new":
                yield _BREAK
            yield from _blocks(child, known)


def _table(table: Any, known: set[str]) -> str:
    rows = [list(row) for row in table.iter("tr")]
    width = max((len(row) for row in rows), default=1)
    cells = [f"[{_inlines(cell, known)}]" for row in rows for cell in row]
    return f"#table(columns: {width}, {', '.join(cells)})"


def _inlines(element: Any, known: set[str]) -> str:
    made = _words(element.text)
    for child in element:
        inner = _inlines(child, known)
        target = (child.get("href") or "").removeprefix("#")
        if child.get("class") == "footnote":
            made += f"#footnote[{inner.strip()}]"
        elif child.tag == "em":
            made += f"#emph[{inner}]"
        elif child.tag == "strong":
            made += f"#strong[{inner}]"
        elif child.tag == "a" and target in known:
            made += f"#link(<{target}>)[{inner}]"
        else:
            made += inner
        made += _words(child.tail)
    return made


def _label(element: Any) -> str:
    name = element.get("id") or ""
    assert not name or _LABEL.fullmatch(name), f"{name} is no label of Typst"
    return f" <{name}>" if name else ""


def _words(text: str | None) -> str:
    return _SIGNS.sub(r"\\\g<0>", re.sub(r"[ \n\t]+", " ", text or ""))
