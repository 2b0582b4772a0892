"""An element of the page with all that stands in it -> why it means nothing as it is put together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from indictment.render.page.vocabulary import CHANGED, ELEMENTS

_SHARE = re.compile(r"width:\s*\d+(\.\d+)?%;?")
_ONCE = frozenset({"head", "body", "caption", "colgroup", "thead", "tbody", "header", "footer"})
_HOMES = {
    "cell": ("td", "th"),
    "sub": ("li",),
    "bullet": ("li",),
    "running-left": ("header", "footer"),
    "running-center": ("header", "footer"),
    "running-right": ("header", "footer"),
}
_NUMBERED = ("numbered", "sub")
_LISTS = {"ol": ("sub", "toc"), "ul": ("bullets",)}


@dataclass(slots=True, eq=False)
class Node:
    """An element as it is read: `text` are the words that stand in it directly, `lead` those before
    its first element.
    """

    name: str
    attributes: dict[str, str]
    place: tuple[str, int]
    above: "Node | None" = None
    inside: "list[Node]" = field(default_factory=list)
    text: str = ""
    lead: str = ""

    @property
    def classes(self) -> list[str]:
        """Its classes, but for those of a redline."""
        return [c for c in self.attributes.get("class", "").split() if c not in CHANGED]

    @property
    def kind(self) -> str:
        """The first of its classes, empty where it has none."""
        return next(iter(self.classes), "")

    def words(self) -> str:
        """Its words, and those of the elements in it, in no order."""
        return self.text + "".join(one.words() for one in self.inside)

    def has_above(self, name: str, kind: str = "") -> bool:
        """True where it stands in an element `name` of class `kind`, however deep."""
        node = self.above
        while node is not None:
            if node.name == name and (not kind or node.kind == kind):
                return True
            node = node.above
        return False


_WITHOUT_ANCHOR = frozenset(
    [
        "html",
        "head",
        "title",
        "meta",
        "body",
        "header",
        "footer",
        "ol",
        "ul",
        "dl",
        "thead",
        "tbody",
        "colgroup",
        "col",
        "em",
        "strong",
        "br",
        "a",
        "ins",
        "del",
    ]
)


def keeps_anchor(node: Node) -> bool:
    """True where the Word document has a bookmark for the anchor of this element."""
    if node.name == "span":
        return node.kind == "footnote"
    outside = any(node.has_above(name) for name in ("header", "footer", "nav"))
    return node.name not in _WITHOUT_ANCHOR and not outside


Fault = tuple[Node, str, str]
"""The element at fault, the message, the remedy."""


def faults(node: Node) -> Iterator[Fault]:
    """What is wrong with `node`, which is closed."""
    if "moved" in node.attributes.get("class", "").split() and not (
        {"inserted", "deleted"} & set(node.attributes["class"].split())
    ):
        yield (
            node,
            f"<{node.name}> is moved, but neither inserted nor deleted",
            "mark both places: class “deleted moved” and class “inserted moved”",
        )
    seen: set[str] = set()
    for one in node.inside:
        if one.name in _ONCE and one.name in seen:
            yield one, f"<{one.name}> stands twice in <{node.name}>", "write one"
        seen.add(one.name)
    judge = _JUDGES.get(node.name)
    if judge is not None:
        yield from judge(node)


def _html(node: Node) -> Iterator[Fault]:
    for wanted in ("head", "body"):
        if not any(one.name == wanted for one in node.inside):
            yield (
                node,
                f"the page has no <{wanted}>",
                f"write <{wanted}> as the shipped page.html does",
            )


def _meta(node: Node) -> Iterator[Fault]:
    if node.attributes.get("name") == "date":
        written = node.attributes.get("content", "").strip()
        try:
            date.fromisoformat(written or "1980-01-01")
        except ValueError:
            yield node, f"“{written}” is not a date in figures", "print {{ date }}"


def _running(node: Node) -> Iterator[Fault]:
    if node.kind != "running":
        yield node, f"<{node.name}> lacks the class “running”", 'write class="running"'
    if not node.inside:
        yield node, f"<{node.name}> holds no line", 'put <p class="running-left"> in it'
    for one in node.inside:
        if not one.kind.startswith("running-"):
            yield (
                one,
                f"<{one.name}> of this class cannot stand in <{node.name}>",
                'write <p class="running-left">, running-center or running-right',
            )


def _paragraph(node: Node) -> Iterator[Fault]:
    around = node.above.name if node.above else ""
    kind = node.kind
    if len(node.classes) > 1:
        yield node, f"<p> has two classes, “{'” and “'.join(node.classes[:2])}”", "keep one"
    if not kind and not node.has_above("div", "notice"):
        yield node, "<p> lacks a class", "write one of those that docs/vocabulary.md lists"
    elif kind in _HOMES and around not in _HOMES[kind]:
        where = " or ".join(f"<{name}>" for name in _HOMES[kind])
        yield node, f'<p class="{kind}"> stands outside of {where}', f"put it in {where}"
    elif kind in _NUMBERED and not _begins_with_number(node):
        yield (
            node,
            f'<p class="{kind}"> does not begin with its number',
            'write <span class="number">…</span> first in it',
        )


def _begins_with_number(node: Node) -> bool:
    first = node.inside[0] if node.inside else None
    return first is not None and first.kind == "number" and not node.lead.strip()


def _list(node: Node) -> Iterator[Fault]:
    kinds = _LISTS[node.name]
    if node.kind not in kinds:
        wanted = " or ".join(f'class="{kind}"' for kind in kinds)
        yield node, f"<{node.name}> lacks its class", f"write {wanted}"
    if node.kind == "toc" and not (node.above and node.above.name == "nav"):
        yield node, '<ol class="toc"> stands outside of <nav class="contents">', "put it in <nav>"
    depth = node.attributes.get("data-depth", "1")
    if depth not in ("1", "2", "3"):
        yield node, f"a list has no depth “{depth}”", "write a depth from 1 to 3"


def _item(node: Node) -> Iterator[Fault]:
    if node.above is not None and node.above.kind == "toc":
        yield from _line_of_contents(node)
        return
    if node.text.strip() or any(_is(one, "inline") for one in node.inside):
        yield (
            node,
            "the words of <li> stand outside a paragraph",
            'put them in <p class="sub"> or <p class="bullet">',
        )


def _is(node: Node, kind: str) -> bool:
    return node.name in ELEMENTS and ELEMENTS[node.name].kind == kind


def _line_of_contents(node: Node) -> Iterator[Fault]:
    links = node.inside
    shape = (
        'write <li class="toc-1"><a href="#…"><span class="toc-text">…</span>'
        '<span class="page-of"></span></a></li>'
    )
    is_link = len(links) == 1 and links[0].attributes.get("href", "").startswith("#")
    if not node.kind or not is_link or node.text.strip():
        yield node, "a line of the contents is not one link of its level", shape
    elif links[0].text.strip() or any(
        one.kind not in ("toc-text", "page-of") for one in links[0].inside
    ):
        yield links[0], "a line of the contents holds more than its words and its page", shape


def _contents(node: Node) -> Iterator[Fault]:
    for one in node.inside:
        if one.kind not in ("contents-heading", "toc"):
            yield (
                one,
                f"<{one.name}> cannot stand in <nav>",
                'the contents are <h1 class="contents-heading"> and <ol class="toc">',
            )


def _group(node: Node) -> Iterator[Fault]:
    if not node.kind:
        yield node, "<div> lacks its class", "write notice, attached or signatory"


def _table(node: Node) -> Iterator[Fault]:
    if not node.kind:
        yield (
            node,
            "<table> lacks its class",
            'write class="plain" or another of docs/vocabulary.md',
        )
    rows = [
        row for group in node.inside if group.name in ("thead", "tbody") for row in group.inside
    ]
    if not rows:
        yield node, "<table> has no row", "print the table only where it has rows"
        return
    columns = len(rows[0].inside)
    for row in rows:
        if not row.inside:
            yield row, "a row of the table has no cell", "give it cells, or leave it out"
        elif len(row.inside) != columns:
            yield (
                row,
                f"a row has {_counted(len(row.inside), 'cell')}, the first one {columns}",
                "give each row of a table as many cells",
            )
    for group in node.inside:
        if group.name == "colgroup" and len(group.inside) != columns and columns:
            yield (
                group,
                f"there are {_counted(len(group.inside), 'width')} for "
                f"{_counted(columns, 'column')}",
                "write a <col> for each column",
            )


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"


def _column(node: Node) -> Iterator[Fault]:
    style = node.attributes.get("style", "").strip()
    if style and not _SHARE.fullmatch(style):
        yield node, f"“{style}” is not the width of a column", "write width:25% or another share"


def _cell(node: Node) -> Iterator[Fault]:
    paragraphs = [one for one in node.inside if one.name == "p"]
    for one in node.inside:
        if _is(one, "block") and one.kind != "cell":
            yield (
                one,
                f"<{one.name}> cannot stand in a cell",
                'a cell holds a line of text, or <p class="cell">',
            )
    if paragraphs and (node.text.strip() or len(paragraphs) < len(node.inside)):
        yield (
            node,
            "a cell holds words beside its paragraphs",
            'put them in a <p class="cell"> of their own',
        )


def _span(node: Node) -> Iterator[Fault]:
    if not node.kind and not node.attributes.get("lang"):
        yield node, "<span> has neither a class nor a language", "take the <span> out"
    elif node.kind == "accused":
        yield (
            node,
            "<span> has the class “accused” without “name” before it",
            'write "name accused"',
        )
    elif node.kind in ("toc-text", "page-of") and not node.has_above("nav"):
        yield node, f'<span class="{node.kind}"> stands outside the contents', "take it out"
    elif node.kind == "footnote" and node.has_above("span", "footnote"):
        yield node, "a note stands in a note", "print it after the note"
    elif node.kind == "number" and not _is_at_its_place(node):
        yield (
            node,
            "a number stands elsewhere than at the beginning of what it numbers",
            "put it first in a numbered paragraph, a sub-paragraph or a heading",
        )
    elif node.kind == "ref-number" and (
        node.inside or not node.text.strip() or not node.attributes.get("data-target", "").strip()
    ):
        yield (
            node,
            "the number of a cross-reference lacks its target, or is more than a number",
            "print it with the filter “reference” or “target”",
        )


def _is_at_its_place(node: Node) -> bool:
    home = node.above
    if home is None or home.lead.strip() or home.inside[0] is not node:
        return False
    return home.name in ("h1", "h2", "h3", "h4") or home.kind in _NUMBERED


def _link(node: Node) -> Iterator[Fault]:
    if not node.kind and not node.has_above("nav"):
        yield node, "<a> lacks its class", "write ref, cite, mark, url or name-link"


_JUDGES = {
    "html": _html,
    "meta": _meta,
    "header": _running,
    "footer": _running,
    "nav": _contents,
    "p": _paragraph,
    "ol": _list,
    "ul": _list,
    "li": _item,
    "div": _group,
    "table": _table,
    "col": _column,
    "th": _cell,
    "td": _cell,
    "span": _span,
    "a": _link,
}
