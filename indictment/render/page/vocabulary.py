"""The elements, classes and attributes of the page (docs/vocabulary.md), as data."""

from typing import Literal

from indictment.value import dataclass

Holds = Literal["text", "blocks", "both", "parts", "nothing"]
"""What stands inside an element: a line of text, blocks, either, only named elements, nothing."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element.

    `kind`: "inline" stands inside text, "block" where blocks stand, "part" only inside the
    elements named in `inside`. A class list that is empty allows none; `attributes` are those
    besides `class`, `id` and `lang`.
    """

    kind: Literal["inline", "block", "part"]
    holds: Holds
    classes: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CHANGED = _words("inserted deleted moved")
"""Classes that a redline puts on blocks and rows."""

_BY = _words("data-author data-date")
_REDLINE = _BY | _words("data-move data-from data-to")
"""Attributes that a redline puts on marked blocks and rows."""

_PARAGRAPHS = _words(
    "running-left running-center running-right "
    "tribunal case-number instrument-title against caption-name caption-and instrument version "
    "caption-date caption-party classification "
    "numbered unnumbered continues sub bullet quoted cell "
    "count-number count-title count-citation charge charge-detail alternative formula "
    "signature-date signature-line signatory-name signatory-title"
)
_SPANS = _words(
    "number footnote page-number page-count page-of toc-text term name accused redaction ref-number "
    "put-in taken-out formatted old-number renumbered amendment-code"
)

_HEADING = Element("block", "text", _words("contents-heading") | CHANGED, _REDLINE)
_LINE = Element("inline", "text")
_CHANGE = Element("inline", "text", frozenset(), _BY | _words("data-kind"))

ELEMENTS: dict[str, Element] = {
    "html": Element("part", "parts"),
    "head": Element("part", "parts", inside=_words("html")),
    "title": Element("part", "text", inside=_words("head")),
    "meta": Element(
        "part", "nothing", attributes=_words("charset name content"), inside=_words("head")
    ),
    "body": Element("part", "parts", inside=_words("html")),
    "header": Element("part", "blocks", _words("running"), inside=_words("body")),
    "footer": Element("part", "blocks", _words("running"), inside=_words("body")),
    "nav": Element("part", "blocks", _words("contents"), _words("data-page"), _words("body")),
    "section": Element(
        "block",
        "blocks",
        _words(
            "part title-page recipients accused facts count annex schedule exhibit-list elements-table "
            "signature"
        )
        | CHANGED,
        _words("data-page data-orientation") | _REDLINE,
        _words("body section"),
    ),
    "h1": _HEADING,
    "h2": _HEADING,
    "h3": _HEADING,
    "h4": _HEADING,
    "p": Element("block", "text", _PARAGRAPHS | CHANGED, _REDLINE | _words("data-mark")),
    "div": Element("block", "blocks", _words("notice attached signatory") | CHANGED, _REDLINE),
    "ol": Element("block", "parts", _words("toc sub") | CHANGED, _words("data-depth") | _REDLINE),
    "ul": Element("block", "parts", _words("bullets") | CHANGED, _words("data-depth") | _REDLINE),
    "li": Element("part", "both", _words("toc-1 toc-2 toc-3") | CHANGED, _REDLINE, _words("ol ul")),
    "blockquote": Element("block", "blocks", CHANGED, _REDLINE),
    "dl": Element("block", "parts", _words("particulars") | CHANGED, _REDLINE),
    "dt": Element("part", "text", CHANGED, _REDLINE, _words("dl")),
    "dd": Element("part", "text", CHANGED, _REDLINE, _words("dl")),
    "table": Element(
        "block",
        "parts",
        _words("plain schedule exhibits elements offices columns") | CHANGED,
        _REDLINE,
    ),
    "caption": Element("part", "text", inside=_words("table")),
    "colgroup": Element("part", "parts", inside=_words("table")),
    "col": Element("part", "nothing", attributes=_words("style"), inside=_words("colgroup")),
    "thead": Element("part", "parts", inside=_words("table")),
    "tbody": Element("part", "parts", inside=_words("table")),
    "tr": Element("part", "parts", CHANGED, _REDLINE, _words("thead tbody")),
    "th": Element("part", "both", frozenset(), _words("scope data-align"), _words("tr")),
    "td": Element("part", "both", frozenset(), _words("data-align"), _words("tr")),
    "figure": Element("block", "parts", CHANGED, _REDLINE),
    "img": Element("part", "nothing", attributes=_words("src alt"), inside=_words("figure")),
    "figcaption": Element("part", "text", inside=_words("figure")),
    "em": _LINE,
    "strong": _LINE,
    "br": Element("inline", "nothing"),
    "span": Element(
        "inline",
        "text",
        _SPANS,
        _words("data-number data-label data-code data-kind data-target data-was data-was-target")
        | _BY,
    ),
    "a": Element(
        "inline",
        "text",
        _words("ref cite mark url name-link"),
        _words("href data-exhibit data-cite data-page"),
    ),
    "ins": _CHANGE,
    "del": _CHANGE,
}
"""Every element by name."""

EVERYWHERE = _words("class id lang data-amendment")
"""Attributes that any element may carry; `data-amendment` says to which amendment a mark belongs."""

REQUIRED: dict[str, frozenset[str]] = {
    "img": _words("src alt"),
    "h1": frozenset(),
    "h2": _words("id"),
    "h3": _words("id"),
    "h4": _words("id"),
}
"""Attributes without which an element is of no use to the PDF or to Word. `th` needs `scope`."""
