"""Blocks that are the same on two pages -> what of their layout differs: said, not drawn."""

from collections.abc import Iterator

from lxml import etree

from indictment.compare.matching import Matching

Element = etree._Element

SAID = {
    "lang": "is marked as being in another language",
    "data-orientation": "stands on a page that is turned otherwise",
    "data-page": "begins a page, or no longer does",
    "data-align": "is aligned otherwise",
}


def differences(matching: Matching) -> tuple[str, ...]:
    """A sentence for each difference, in the order of the new page, each once."""
    return tuple(dict.fromkeys(_found(matching)))


def _found(matching: Matching) -> Iterator[str]:
    place = "the title page"
    for node in matching.after.body.iter(etree.Element):
        tag = str(node.tag)
        if tag in ("h1", "h2", "h3", "h4"):
            place = f"“{' '.join(''.join(map(str, node.itertext())).split())}”"
        old = matching.pairs.get(node)
        if old is None:
            continue
        for name, words in SAID.items():
            if (old.get(name) or "") != (node.get(name) or ""):
                yield f"{_named(matching, node, place)} {words}"
        if tag == "colgroup" and _widths(old) != _widths(node):
            yield f"the columns of a table under {place} have other widths"


def _named(matching: Matching, node: Element, place: str) -> str:
    number = matching.after.numbers.get(node.get("id") or "")
    if number and node.tag == "p":
        return f"paragraph {number}"
    what = {
        "section": "a part",
        "tr": "a row",
        "td": "a cell",
        "th": "a cell",
        "blockquote": "a quotation",
    }
    return f"{what.get(str(node.tag), 'a passage')} under {place}"


def _widths(group: Element) -> list[str]:
    return [one.get("style") or "" for one in group]
