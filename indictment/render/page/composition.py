"""An element of the page with all that stands in it -> why it means nothing as it is put together."""

from collections.abc import Iterator
from datetime import date

from indictment.render.page import lists, redline_marks, tables
from indictment.render.page.node import Fault, Node

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


def faults(node: Node) -> Iterator[Fault]:
    """What is wrong with `node`, which is closed."""
    if redline_marks.may_stand(node):
        yield from redline_marks.faults(node)
    # Most elements hold one other or none.
    once = [one for one in node.inside if one.name in _ONCE] if len(node.inside) > 1 else []
    for at, one in enumerate(once):
        if any(one.name == before.name for before in once[:at]):
            yield one, f"<{one.name}> stands twice in <{node.name}>", "write one"
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


def _group(node: Node) -> Iterator[Fault]:
    if not node.kind:
        yield node, "<div> lacks its class", "write notice, attached or signatory"


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
    "nav": lists.the_contents,
    "p": _paragraph,
    "ol": lists.a_list,
    "ul": lists.a_list,
    "li": lists.an_item,
    "div": _group,
    "table": tables.a_table,
    "col": tables.a_column,
    "th": tables.a_cell,
    "td": tables.a_cell,
    "span": _span,
    "a": _link,
}
