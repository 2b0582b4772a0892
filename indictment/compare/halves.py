"""Paragraphs that became several, or one -> the same with marks at the ends that are new or gone."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from itertools import chain

from lxml import etree

from indictment.compare import words
from indictment.compare.anchors import WAS
from indictment.compare.ground import Ground, Place
from indictment.compare.items import Item
from indictment.compare.lines import Line
from indictment.compare.marks import number, put, sign
from indictment.compare.tokens import Token

Element = etree._Element


def divide(ground: Ground, old: Item, parts: Sequence[Item], place: Place) -> None:
    """A paragraph that became several: their new ends are marked, its words compared through all."""
    place = place.at(old.node, parts[0].node)
    lines = [ground.tokens(part.node) for part in parts]
    before = ground.tokens(old.node)
    whole = words.compare(before, tuple(chain.from_iterable(lines)), tidy=ground.tidy)
    signed = ground.signed(place)
    for n, (part, some) in enumerate(zip(parts, _cut(whole, lines, old=False), strict=True)):
        ground.places[part.node] = place if not n else place.at(None, part.node)
        written = Line(part.node, signed, tidy=ground.tidy)
        written.begin(number(part.node), "" if n else ground.old_number(old.node, part.node))
        written.write(some)
        if part is not parts[-1]:
            written.space("del")
            part.node.set("data-mark", "inserted")
            sign(part.node, signed.inserted)


def join(
    ground: Ground,
    parts: Sequence[Item],
    new: Item,
    place: Place,
    put_back: Callable[[int, Element], Element],
) -> Element:
    """Paragraphs that became one: the ends that are gone are marked, and all are shown.

    `put_back` puts what stood before a part, and was moved away, behind an element; it gives the
    last element then. The last part is returned.
    """
    place = place.at(parts[0].node, new.node)
    lines = [ground.tokens(part.node) for part in parts]
    after = ground.tokens(new.node)
    whole = words.compare(tuple(chain.from_iterable(lines)), after, tidy=ground.tidy)
    signed = ground.signed(place)
    node = new.node
    for n, (part, some) in enumerate(zip(parts, _cut(whole, lines, old=True), strict=True)):
        if n:
            node = put_back(n, node)
            rest = etree.Element(str(new.node.tag), {"class": new.node.get("class") or ""})
            node.addnext(rest)
            node, rest.tail = rest, "\n"
            put(node, "id", f"{WAS}{part.node.get('id')}" if part.node.get("id") else "")
        known = number(part.node if n else new.node)
        written = Line(node, signed, tidy=ground.tidy)
        written.begin(
            deepcopy(known) if known is not None and n else known,
            "" if n else ground.old_number(part.node, new.node),
        )
        written.write(some)
        ground.places[node] = place.at(part.node, None) if n else place
        if part is not parts[-1]:
            written.space("ins")
            node.set("data-mark", "deleted")
            sign(node, signed.deleted)
    return node


def _cut(
    stretches: Sequence[words.Stretch], lines: Sequence[Sequence[Token]], *, old: bool
) -> list[list[words.Stretch]]:
    """The stretches of each of `lines`, which together are their new (their old) side."""
    found: list[list[words.Stretch]] = [[] for _ in lines]
    at, room = 0, len(lines[0])
    for one in stretches:
        rest = one
        while True:
            side = rest.old if old else rest.new
            if len(side) <= room or at == len(lines) - 1:
                found[at].append(rest)
                room -= len(side)
                break
            # What is only on the other side stays with the part before the cut.
            if rest.is_kept:
                head = words.Stretch(True, rest.old[:room], rest.new[:room])
                rest = words.Stretch(True, rest.old[room:], rest.new[room:])
            elif old:
                head = words.Stretch(False, rest.old[:room], rest.new)
                rest = words.Stretch(False, rest.old[room:], ())
            else:
                head = words.Stretch(False, rest.old, rest.new[:room])
                rest = words.Stretch(False, (), rest.new[room:])
            if head.old or head.new:
                found[at].append(head)
            at += 1
            room = len(lines[at])
    return found
