"""Numbers that stand in words and are others than before -> what they were, said beside them.

Paragraphs, headings and notes are counted again by whoever reads the page. A number in words is not:
that of a count, an annex, a schedule or a row, and the mark of an exhibit. It is never compared as
text and never marked; `data-was` says what the old version prints in its place.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from indictment.compare.anchors import WAS
from indictment.compare.ground import Ground, Place
from indictment.compare.lines import Attributes

Element = etree._Element

_MARKED = frozenset({"inserted", "deleted"})
_HEADINGS = ("h1", "h2", "h3", "h4")
_TEXTS = etree.XPath(
    "descendant::text()[not(ancestor::ins or ancestor::del or ancestor::span[@class='renumbered'])]"
)
_DIGITS = re.compile(r"\d+")


def note(ground: Ground, body: Element) -> None:
    """Say what each number in words was, in all of the marked page that both versions have.

    A reference to what stands elsewhere in the old version has that place as `data-was-target`.
    """
    kept = list(_kept(body))
    anchors = {node.get("id") for node in kept}
    present = {anchor: node for node in body.iter(etree.Element) if (anchor := node.get("id"))}
    for node in kept:
        tag, kind = str(node.tag), node.get("class") or ""
        if tag in _HEADINGS:
            _heading(ground, node)
        elif tag == "tr":
            _row(ground, node)
        elif tag == "a" and kind in ("cite", "mark"):
            _citation(ground, node, kind)
        elif tag == "span" and kind == "ref-number":
            _reference(ground, node)
            _place(ground, node, anchors, present)


def _kept(node: Element) -> Iterator[Element]:
    """What is in both versions, but for the contents."""
    for inner in node.iterchildren(etree.Element):
        if inner.tag in ("ins", "del", "nav"):
            continue
        if not _MARKED.intersection((inner.get("class") or "").split()):
            yield inner
            yield from _kept(inner)


def _heading(ground: Ground, node: Element) -> None:
    anchor = node.get("id") or ""
    before, after = ground.matching.before, ground.matching.after
    if anchor.startswith("particulars-"):
        old = ground.matching.pairs.get(node)
        were = _DIGITS.findall("".join(map(str, old.itertext()))) if old is not None else []
        places = [place for text in _texts(node) for place in _DIGITS.finditer(text)]
        if len(were) == len(places):
            # from the last to the first, so that what stands before stays where it is
            for place, was in reversed(list(zip(places, were, strict=True))):
                _say(ground, node, place[0], was, last=True)
        return
    now, was = after.headed.get(anchor), before.headed.get(after.identity(anchor))
    if now and was:
        _say(ground, node, now, was)


def _row(ground: Ground, node: Element) -> None:
    """The first cell holds nothing but a number: otherwise what differs in it would be marked."""
    old = ground.matching.pairs.get(node)
    if old is None or not len(old) or not len(node) or len(old[0]) or len(node[0]):
        return
    now, was = (node[0].text or "").strip(), (old[0].text or "").strip()
    if now and was:
        _say(ground, node[0], now, was)


def _citation(ground: Ground, node: Element, kind: str) -> None:
    anchor = node.get("data-exhibit") or ""
    if kind == "mark":
        anchor = (node.get("href") or "").removeprefix("#exhibit-")
    now = next(iter(ground.matching.after.marks_of(anchor)), "")
    was = next(iter(ground.matching.before.marks_of(anchor)), "")
    if now and was:
        _say(ground, node, now, was)


def _reference(ground: Ground, node: Element) -> None:
    """A reference to what Word does not count: “P002”, “Schedule C”, the 2 of “Count 2”."""
    before, after = ground.matching.before, ground.matching.after
    anchor, text = node.get("data-target") or "", node.text or ""
    is_row = node.get("data-kind") in ("row", "exhibit")
    now = (after.numbers if is_row else after.headed).get(anchor)
    was = (before.numbers if is_row else before.headed).get(after.identity(anchor))
    if not now or not was or now == was:
        return
    printed = re.sub(rf"(?<!\w){re.escape(now)}(?!\w)", lambda found: was, text, count=1)
    if printed != text:
        node.set("data-was", printed)
        for name, value in _signed(ground, node):
            node.set(name, value)


def _place(
    ground: Ground, node: Element, kept: set[str | None], present: Mapping[str, Element]
) -> None:
    anchor = node.get("data-target") or ""
    old = ground.matching.after.identity(anchor)
    place = next((one for one in (f"{WAS}{old}", old) if one in present and one not in kept), "")
    if anchor in kept or place in ("", anchor):
        return
    node.set("data-was-target", place)
    target = present.get(anchor)
    around = (target, *target.iterancestors()) if target is not None else ()
    mover = next((one for one in around if one.get("data-author")), None)
    if mover is not None:
        for name in ("data-author", "data-date"):
            node.set(name, mover.get(name) or "")


def _say(ground: Ground, node: Element, now: str, was: str, *, last: bool = False) -> None:
    """Put what was there on the number `now` where it stands first, or last, in the words of a line."""
    if now == was:
        return
    whole = re.compile(rf"(?<!\w){re.escape(now)}(?!\w)")
    places = [(text, found) for text in _texts(node) for found in whole.finditer(text)]
    if not places:
        return
    text, found = places[-1 if last else 0]
    made = etree.Element("span", {"class": "renumbered", "data-was": was})
    for name, value in _signed(ground, node):
        made.set(name, value)
    made.text, made.tail = found[0], text[found.end() :]
    around = text.getparent()
    assert around is not None, "text stands in something"
    if text.is_text:
        around.text = text[: found.start()]
        around.insert(0, made)
    else:
        around.tail = None
        around.addnext(made)
        around.tail = text[: found.start()]


def _texts(node: Element) -> list[Any]:
    """The texts of a line that both versions have, without the numbers of this kind in it."""
    found = _TEXTS(node)
    return found if isinstance(found, list) else []


def _signed(ground: Ground, node: Element) -> Attributes:
    """Whose version it is that gives another number."""
    near = (ground.places[one] for one in (node, *node.iterancestors()) if one in ground.places)
    return tuple(
        (name, value) for name, value in ground.signed(next(near, Place())).inserted if value
    )
