"""The page with marks -> the text of redline.html: notes below their blocks, pictures inside the file."""

import base64
from collections.abc import Callable, Iterator, Sequence

from lxml import html

from indictment.model.redline import Change
from indictment.render.redline.web import notes
from indictment.render.redline.web.elements import Element, classes, drop, made
from indictment.render.redline.web.units import Unit, units

Load = Callable[[str], bytes | None]

_IMAGES = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


def text(page: str, changes: Sequence[Change], load: Load) -> tuple[str, list[Unit]]:
    """The text as HTML, and what differs in it.

    Blocks carry `data-b`; those that differ `data-c` (the change's number) and `data-k` (its kind).
    """
    body = html.document_fromstring(page, parser=html.HTMLParser(remove_comments=True)).find("body")
    assert body is not None, "a page has a body"
    _running_lines(body)
    blocks, found = units(body, changes)
    for block in blocks:
        block.set("data-b", "")
    for number, unit in enumerate(found, 1):
        _mark(unit, number)
    _pair_moves(body)
    _unmark(body, blocks)
    for block in blocks:
        notes.below(block)
    _plain_attributes(body)
    _pictures(body, load)
    _contents(body)
    return "".join(html.tostring(one, encoding="unicode") for one in body), found


def _running_lines(body: Element) -> None:
    """The lines at the head and foot of each page are shown where something in them differs."""
    for one in [*body.iterfind("header"), *body.iterfind("footer")]:
        differs = any(each.tag in ("ins", "del") for each in one.iter()) or any(
            {"inserted", "deleted"} & set(classes(each)) for each in one.iter()
        )
        if differs:
            one.tag = "div"
            one.set("class", "running-lines")
        else:
            drop(one)


def _mark(unit: Unit, number: int) -> None:
    """Say at the block what its change is; the marks of what it stands in become its own."""
    block = unit.block
    if not block.get("id"):
        block.set("id", f"redline-{number}")
    block.set("data-c", str(unit.change.number) if unit.change else f"u{number}")
    block.set("data-k", unit.kind)
    if unit.states:
        own = [word for word in classes(block) if word not in unit.states]
        block.set("class", " ".join((*own, *sorted(unit.states))))
        if "moved" not in unit.states:
            _lead(block, made("span", {"class": "spoken"}, f"[{unit.kind}] "))
    if (mark := block.get("data-mark")) in ("inserted", "deleted"):
        what = "divided here" if mark == "inserted" else "joined to what follows"
        sign = {"class": "pilcrow", "title": what, "role": "img", "aria-label": what}
        block.append(made("ins" if mark == "inserted" else "del", sign, "¶"))


def _unmark(body: Element, blocks: Sequence[Element]) -> None:
    """What holds blocks has no mark besides theirs: it could not be filtered block by block."""
    held = set(blocks)
    for one in body.iter():
        if one not in held and not any(above in held for above in one.iterancestors()):
            kept = [word for word in classes(one) if word not in ("inserted", "deleted", "moved")]
            if len(kept) < len(classes(one)):
                one.set("class", " ".join(kept))


def _lead(leaf: Element, sign: Element) -> None:
    """Put `sign` before the words of a block, behind its number."""
    place = leaf
    if leaf.tag == "tr":
        place = next(iter(leaf), leaf)
        place = next(place.iterchildren("p"), place)
    elif leaf.tag == "figure":
        place = next(leaf.iterchildren("figcaption"), leaf)
    numbers = [one for one in place if "number" in classes(one) or "old-number" in classes(one)]
    if numbers:
        last = numbers[-1]
        sign.tail, last.tail = last.tail, None
        last.addnext(sign)
        last.tail = " "
    else:
        sign.tail, place.text = place.text, None
        place.insert(0, sign)


def _pair_moves(body: Element) -> None:
    """Say at either place of what has moved where the other is, with a link."""
    places: dict[str, dict[str, Element]] = {}
    for one in body.iter():
        if one.get("data-move"):
            side = "new" if "inserted" in classes(one) else "old"
            places.setdefault(one.get("data-move") or "", {})[side] = one
    for name, sides in places.items():
        for side, one in sides.items():
            other = sides.get("old" if side == "new" else "new")
            number = one.get("data-from" if side == "new" else "data-to") or ""
            words = f"moved {'from' if side == 'new' else 'to'} {number or 'here'}"
            words = words if number else f"moved {'from' if side == 'new' else 'to'} another place"
            if other is not None and not other.get("id"):
                other.set("id", f"redline-{name}-{'old' if side == 'new' else 'new'}")
            link = {
                "class": "move",
                **({"href": f"#{other.get('id')}"} if other is not None else {}),
            }
            first = next(_first_leaf(one), one)
            _lead(first, made("a", link, f"[{words}]"))


def _first_leaf(block: Element) -> Iterator[Element]:
    for one in block.iter():
        if one.get("data-b") is not None:
            yield one


def _plain_attributes(body: Element) -> None:
    """Styles become widths (the page's own policy allows no style in an element), and marks say
    whose they are to whoever points at them.
    """
    for one in body.iter():
        style = str(one.attrib.pop("style", ""))
        if one.tag == "col" and style.startswith("width:"):
            one.set("width", style.removeprefix("width:").strip(" ;"))
        if one.get("data-was-target") and not one.get("data-was"):
            continue  # it leads elsewhere in the old version, and prints the same
        if author := one.get("data-author"):
            date = (one.get("data-date") or "")[:10]
            was = one.get("data-was")
            emphasis = "" if was is None else f"; it was {was or 'plain'}"
            one.set("title", f"{author}, {date}{emphasis}" if date else author)


def _pictures(body: Element, load: Load) -> None:
    for image in list(body.iter("img")):
        data = load(image.get("src") or "")
        kind = next((kind for begins, kind in _IMAGES if data and data.startswith(begins)), "")
        if data and kind:
            image.set("src", f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}")
            continue
        instead = made("span", {"class": "no-picture"}, f"[{image.get('alt') or 'picture'}]")
        instead.tail = image.tail
        parent = image.getparent()
        if parent is not None:
            parent.replace(image, instead)


def _contents(body: Element) -> None:
    """The contents fold away: the list of changes leads through the page."""
    for nav in [one for one in body.iter("nav") if "contents" in classes(one)]:
        heading = next(nav.iterchildren("h1"), None)
        words = "".join(map(str, heading.itertext())) if heading is not None else "Contents"
        if heading is not None:
            drop(heading)
        folded = made("details", {"class": "folded"})
        folded.append(made("summary", {}, words))
        for one in list(nav):
            folded.append(one)
        nav.append(folded)
        nav.set("aria-label", "Contents")
