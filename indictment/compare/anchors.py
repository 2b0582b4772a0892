"""What was put back from the old page -> the same, its anchors and links fit for the new page."""

from collections.abc import Iterable, Mapping

from lxml import etree

Element = etree._Element

WAS = "was-"


def settle(body: Element, deleted: Iterable[Element], places: Mapping[str, str]) -> None:
    """Make the anchors in `deleted` differ from those of the page, and its links lead somewhere.

    `places` gives the new anchor of what was the old one's. A link leads to the new place of its
    target, else to its deleted place; where there is none it becomes words. A reference that leads
    to a new place has the deleted one as `data-was-target`.
    """
    gone = [piece for one in deleted for piece in one.iter(etree.Element)]
    theirs = set(gone)
    gone += [
        piece for one in body.iter("del") if one not in theirs for piece in one.iter(etree.Element)
    ]
    theirs = set(gone)
    present = {one.get("id") or "" for one in body.iter(etree.Element) if one not in theirs}
    renamed: dict[str, str] = {}
    for piece in gone:
        anchor = piece.get("id")
        if anchor:
            renamed[anchor] = f"{WAS}{anchor}" if anchor in present else anchor
            piece.set("id", renamed[anchor])

    def lead(anchor: str) -> str:
        if anchor in places and places[anchor] in present:
            return places[anchor]
        if anchor.startswith(("x-", "exhibit-", "part-")) and anchor in present:
            return anchor
        return renamed.get(anchor) or (f"{WAS}{anchor}" if f"{WAS}{anchor}" in present else "")

    for piece in dict.fromkeys(gone):
        if target := piece.get("data-target"):
            _lead(piece, "data-target", lead(target))
            if target in renamed and renamed[target] != lead(target):
                piece.set("data-was-target", renamed[target])
        address = piece.get("href") or ""
        if address.startswith("#"):
            found = lead(address[1:])
            _lead(piece, "href", f"#{found}" if found else "")


def _lead(piece: Element, attribute: str, target: str) -> None:
    if target:
        piece.set(attribute, target)
    elif piece.getparent() is not None:
        _unwrap(piece)


def _unwrap(piece: Element) -> None:
    """Take the element out; what is in it stays where it stood."""
    around = piece.getparent()
    assert around is not None
    piece.tag = "unwrapped"
    etree.strip_tags(around, "unwrapped")
