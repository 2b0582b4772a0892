"""A line of the page with marks -> its passages: kept, put in, taken out, in reading order."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from indictment.compare import words
from indictment.compare.ground import Ground
from indictment.compare.items import leaves
from indictment.compare.lines import follows
from indictment.compare.tokens import Token, line
from indictment.model.redline import Authorship, Passage

Element = etree._Element

MARKS = {"ins": "inserted", "del": "deleted"}


COMPUTED = ("elements-table",)
"""Parts of the page of which the tool writes every word."""


def said(unit: Element) -> str:
    """The words of a heading, without notes and without what is deleted in it."""
    return " ".join(
        "".join(
            one.text
            for one in _walk(unit, "kept", None, "")
            if one.kind != "deleted" and not one.note
        ).split()
    )


def of(unit: Element, states: set[str]) -> Iterator[Passage]:
    """The passages of a line, or of a row; `states` are the classes of it and of all around it."""
    kind = "inserted" if "inserted" in states else "deleted" if "deleted" in states else "kept"
    by = signed(unit) if kind != "kept" else None
    is_of_tool = bool(states.intersection(COMPUTED))
    found: list[Passage] = []
    cells = list(leaves(unit))
    for n, cell in enumerate(cells):
        if n:
            found.append(Passage("kept" if kind == "kept" else kind, " | "))  # type: ignore[arg-type]
        own = kind if kind != "kept" else _own(cell, unit)
        found += _walk(cell, own, by or (signed(cell) if own != "kept" else None), "")
    yield from _trimmed(list(_together(found, is_of_tool=is_of_tool)))


def _own(cell: Element, unit: Element) -> str:
    """What is said of a line of a row that is itself new or gone, the row being neither."""
    for one in (cell, *cell.iterancestors()):
        if one is unit:
            break
        states = (one.get("class") or "").split()
        if "inserted" in states or "deleted" in states:
            return "inserted" if "inserted" in states else "deleted"
    return "kept"


def _walk(node: Element, kind: str, by: Authorship | None, note: str) -> Iterator[Passage]:
    if node.text:
        yield Passage(kind, node.text, by, note)  # type: ignore[arg-type]
    for piece in node.iterchildren(etree.Element):
        name = (piece.get("class") or "").split(" ")[0]
        tag = str(piece.tag)
        if tag in MARKS:
            of_tool = bool(piece.get("data-kind"))
            inner = "computed" if of_tool and tag == "ins" else MARKS[tag]
            for one in _walk(piece, inner, signed(piece), note):
                yield replace(one, follows=True) if of_tool and one.kind == inner else one
        elif name == "formatted":
            yield from _walk(piece, "formatted", signed(piece), note)
        elif name == "footnote":
            yield from _walk(piece, kind, by, piece.get("data-number") or "")
        elif name in ("number", "old-number"):
            pass
        elif tag == "br":
            yield Passage(kind, " ", by, note)  # type: ignore[arg-type]
        else:
            yield from _walk(piece, kind, by, note)
        if piece.tail:
            yield Passage(kind, piece.tail, by, note)  # type: ignore[arg-type]


def _together(passages: list[Passage], *, is_of_tool: bool) -> Iterator[Passage]:
    last: Passage | None = None
    for one in passages:
        if is_of_tool and one.kind in ("inserted", "deleted"):
            one = replace(one, follows=True)
        if last is not None and (one.kind, one.note, one.authorship, one.follows) == (
            last.kind,
            last.note,
            last.authorship,
            last.follows,
        ):
            last = replace(last, text=last.text + one.text)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def of_moved(ground: Ground, unit: Element) -> list[Passage]:
    """What was changed in a line that was moved: its old words against its new ones."""
    return _trimmed(list(_rewritten(ground, unit)))


def _rewritten(ground: Ground, unit: Element) -> Iterator[Passage]:
    matching = ground.matching
    old = matching.pairs.get(unit)
    if old is None or list(leaves(unit)) != [unit]:
        return
    by = signed(unit)
    for one in words.compare(line(old, matching.before), line(unit, matching.after)):
        if one.is_kept:
            yield Passage("kept", _plain(one.new))
            continue
        if _all_follows(one):
            yield Passage("computed", _plain(one.new), by, follows=True)
            continue
        if one.old and one.new and one.old[0].gap and one.new[0].gap:
            yield Passage("kept", one.new[0].gap)
            one = words.Stretch(False, *(_close(side) for side in (one.old, one.new)))
        if one.old:
            yield Passage("deleted", _plain(one.old), by)
        if one.new:
            yield Passage("inserted", _plain(one.new), by)


def _all_follows(one: words.Stretch) -> bool:
    """True where a citation or a note is printed otherwise only because it stands elsewhere."""
    return len(one.old) == len(one.new) == 1 and _follows(one.old[0], one.new[0])


def _follows(old: Token, new: Token) -> bool:
    if not (old.inner and new.inner):
        return follows(old, new)
    return all(
        stretch.is_kept or _all_follows(stretch) for stretch in words.compare(old.inner, new.inner)
    )


def _close(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return (replace(tokens[0], gap=""), *tokens[1:])


def _plain(tokens: tuple[Token, ...]) -> str:
    return "".join(f"{one.gap}{one.text}" for one in tokens)


def _trimmed(passages: list[Passage]) -> list[Passage]:
    """The passages of a line, without the space that begins it."""
    if passages:
        passages[0] = replace(passages[0], text=passages[0].text.lstrip())
    return [one for one in passages if one.text]


def signed(node: Element) -> Authorship | None:
    """Who made the mark of an element, or of what it stands in."""
    for one in (node, *node.iterancestors()):
        if one.get("data-author") is not None:
            return Authorship(one.get("data-author") or "", one.get("data-date") or "")
    return None
