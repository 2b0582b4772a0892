"""A list or the contents of the page -> why it means nothing as it is put together."""

from collections.abc import Iterator

from indictment.render.page.node import Fault, Node, is_of_kind

_LISTS = {"ol": ("sub", "toc"), "ul": ("bullets",)}


def a_list(node: Node) -> Iterator[Fault]:
    """What is wrong with `<ol>` or `<ul>`."""
    kinds = _LISTS[node.name]
    if node.kind not in kinds:
        wanted = " or ".join(f'class="{kind}"' for kind in kinds)
        yield node, f"<{node.name}> lacks its class", f"write {wanted}"
    if node.kind == "toc" and not (node.above and node.above.name == "nav"):
        yield node, '<ol class="toc"> stands outside of <nav class="contents">', "put it in <nav>"
    depth = node.attributes.get("data-depth", "1")
    if depth not in ("1", "2", "3"):
        yield node, f"a list has no depth “{depth}”", "write a depth from 1 to 3"


def an_item(node: Node) -> Iterator[Fault]:
    """What is wrong with `<li>`."""
    if node.above is not None and node.above.kind == "toc":
        yield from _line_of_contents(node)
        return
    if node.text.strip() or any(is_of_kind(one, "inline") for one in node.inside):
        yield (
            node,
            "the words of <li> stand outside a paragraph",
            'put them in <p class="sub"> or <p class="bullet">',
        )


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


def the_contents(node: Node) -> Iterator[Fault]:
    """What is wrong with `<nav>`."""
    for one in node.inside:
        if one.kind not in ("contents-heading", "toc"):
            yield (
                one,
                f"<{one.name}> cannot stand in <nav>",
                'the contents are <h1 class="contents-heading"> and <ol class="toc">',
            )
