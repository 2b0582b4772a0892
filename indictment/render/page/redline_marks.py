"""The marks of a redline on an element of the page -> why they mean nothing as they stand.

What each mark says is set down in docs/analysis/redline.md.
"""

from collections.abc import Iterator

from indictment.render.page.node import Fault, Node

OLD, NEW = "deleted", "inserted"
_KINDS = frozenset({"formatted", "renumbered", "old-number"})
EMPHASES = frozenset({"em", "strong", "term"})
"""What `data-was` of `span.formatted` may list."""


def may_stand(node: Node) -> bool:
    """True where `node` has anything that a redline puts on it. Most elements have not."""
    written = node.attributes.get("class", "")
    return (
        node.kind in _KINDS
        or len(written) > len(node.kind)
        or node.name in ("ins", "del")
        or "data-mark" in node.attributes
    )


def faults(node: Node) -> Iterator[Fault]:
    """What is wrong with the marks of `node`, which is closed."""
    kinds = node.attributes.get("class", "").split()
    if "moved" in kinds and not {OLD, NEW} & set(kinds):
        yield (
            node,
            f"<{node.name}> is moved, but neither inserted nor deleted",
            "mark both places: class “deleted moved” and class “inserted moved”",
        )
    elif "moved" in kinds and not node.attributes.get("data-move"):
        yield node, f"<{node.name}> is moved, but has no name", "give both places one data-move"
    if OLD in kinds and NEW in kinds:
        yield node, f"<{node.name}> is inserted and deleted", "keep one of the two classes"
    mark = node.attributes.get("data-mark", NEW)
    if mark not in (OLD, NEW):
        yield node, f"the end of <{node.name}> cannot be “{mark}”", "write inserted or deleted"
    if node.name in ("ins", "del"):
        yield from _change(node)
    elif node.kind == "formatted":
        yield from _formatted(node)
    elif node.kind == "renumbered" and not node.attributes.get("data-was"):
        yield node, "it is not said what the number was", 'write data-was="…"'
    elif node.kind == "old-number" and not _follows_number(node):
        yield node, "an old number stands elsewhere than behind the new one", "put it there"


def _change(node: Node) -> Iterator[Fault]:
    kind = node.attributes.get("data-kind", "computed")
    if kind != "computed":
        yield node, f"<{node.name}> has no kind “{kind}”", 'write data-kind="computed", or none'
    if any(node.has_above(name) for name in ("ins", "del")):
        yield node, f"<{node.name}> stands in another mark", "end one mark before the next begins"


def _formatted(node: Node) -> Iterator[Fault]:
    was = node.attributes.get("data-was")
    if was is None or set(was.split()) - EMPHASES:
        yield (
            node,
            "it is not said which emphasis the words had before",
            'write data-was="" or any of em, strong and term in it',
        )


def _follows_number(node: Node) -> bool:
    home = node.above
    at = home.inside.index(node) if home is not None else 0
    return home is not None and at == 1 and home.inside[0].kind == "number"
