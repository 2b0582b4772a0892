"""The page with marks -> its changes, one for each line that differs, with their passages."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from indictment.compare import words
from indictment.compare.drawing import Drawing, Place
from indictment.compare.items import leaves
from indictment.compare.tokens import WORD, Token, line
from indictment.diagnostics import Span
from indictment.model.redline import Authorship, Change, ChangeKind, Marked, Passage

Element = etree._Element

MARKS = {"ins": "inserted", "del": "deleted"}
WHAT = {
    "numbered": "paragraph", "unnumbered": "paragraph", "continues": "paragraph",
    "sub": "sub-paragraph", "bullet": "item", "quoted": "quotation", "cell": "cell",
    "formula": "formula", "charge": "charge", "charge-detail": "charge", "alternative": "charge",
}  # fmt: skip


@dataclass(slots=True)
class _Reader:
    """One walk over the page, which knows the headings above and the number of the paragraph."""

    drawing: Drawing
    out: list[Change] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    paragraph: tuple[str, str] = ("", "")
    left: dict[str, str] = field(default_factory=dict)
    """The anchor of the old place of each move."""


def changes(drawing: Drawing, body: Element) -> tuple[Change, ...]:
    """The changes of the page, in its order. A move is told at its new place."""
    reader = _Reader(drawing)
    for node in body.iter(etree.Element):
        if node.get("data-move") and "deleted" in (node.get("class") or ""):
            reader.left[node.get("data-move") or ""] = node.get("id") or ""
    for unit in _units(body):
        _read(reader, unit)
    return tuple(replace(one, number=n) for n, one in enumerate(reader.out, start=1))


def marked(found: tuple[Change, ...]) -> Marked:
    """How many words are marked."""
    inserted = deleted = moved = 0
    for change in found:
        for passage in change.passages:
            count = sum(one["word"][0].isalnum() for one in WORD.finditer(passage.text))
            if passage.kind == "inserted" or passage.kind == "computed":
                inserted += count
            elif passage.kind == "deleted":
                deleted += count
            elif change.kind == "moved":
                moved += count
    return Marked(inserted, deleted, moved)


def _units(body: Element) -> Iterator[Element]:
    """Rows as a whole, and lines elsewhere; not the contents."""
    for node in body.iterchildren(etree.Element):
        if node.tag in ("nav", "colgroup"):
            continue
        if node.tag == "tr" or node.tag == "figure" or next(leaves(node), None) is node:
            yield node
        else:
            yield from _units(node)


def _read(reader: _Reader, unit: Element) -> None:
    tag = str(unit.tag)
    around = [one for one in (unit, *unit.iterancestors()) if one.get("class")]
    states = {word for one in around for word in (one.get("class") or "").split()}
    is_new, is_gone, is_moved = "inserted" in states, "deleted" in states, "moved" in states
    own = _anchor(unit)
    place = next(
        (reader.drawing.places[one] for one in leaves(unit) if one in reader.drawing.places),
        Place(),
    )
    old_anchor, new_anchor = place.old, place.new
    if tag in ("h1", "h2", "h3", "h4") and not is_gone:
        level = int(tag[1])
        reader.headings = [one for one in reader.headings if one[0] < level]
        reader.headings.append((level, _said(unit)))
    if is_gone and is_moved:
        return
    passages = tuple(_passages(reader, unit, states))
    kind = _kind(unit, passages, is_new=is_new, is_gone=is_gone, is_moved=is_moved)
    # The line to sign on holds nothing: that it is there is seen on the page.
    if kind is None or (tag == "p" and not passages):
        return
    if kind == "moved":
        passages = tuple(_trimmed(list(_moved(reader, unit)))) or tuple(
            replace(one, kind="kept") for one in passages
        )
    side = reader.drawing.matching.before if is_gone else reader.drawing.matching.after
    here = old_anchor if is_gone else new_anchor
    span = side.spans.get(here, Span(""))
    above = [words_ for level, words_ in reader.headings]
    if tag in ("h1", "h2", "h3", "h4") and not is_gone:
        above = above[:-1]
    before, after = reader.drawing.matching.before, reader.drawing.matching.after
    reader.out.append(
        Change(
            number=0,
            kind=kind,
            what=_what(unit),
            passages=passages,
            anchor=own,
            old_anchor=reader.left.get(_move(unit), "") if kind == "moved" else "",
            old_number="" if is_new and not is_moved else before.numbers.get(old_anchor, ""),
            new_number="" if is_gone else after.numbers.get(new_anchor, ""),
            label=here.removeprefix("x-") if here.startswith("x-") else "",
            place=tuple(above),
            file=span.file,
            line=span.line if span.file else 0,
            authorship=next((one.authorship for one in passages if one.authorship), None)
            or _signed(unit),
        )
    )


def _anchor(unit: Element) -> str:
    """The anchor of a line, or of what it stands in."""
    for one in (unit, *unit.iterancestors()):
        if own := one.get("id"):
            return own
        before = one.getprevious() if one.get("class", "").startswith("attached") else None
        if before is not None and before.get("id"):
            return before.get("id") or ""
    return ""


def _move(unit: Element) -> str:
    """The name of the move that brought a line here."""
    names = (one.get("data-move") for one in (unit, *unit.iterancestors()))
    return next((name for name in names if name), "")


def _kind(
    unit: Element, passages: tuple[Passage, ...], *, is_new: bool, is_gone: bool, is_moved: bool
) -> ChangeKind | None:
    kinds = {one.kind for one in passages} - {"kept"}
    if is_moved:
        return "moved"
    if is_new or is_gone:
        return "inserted" if is_new else "deleted"
    if mark := unit.get("data-mark"):
        return "split" if mark == "inserted" else "joined"
    if not kinds:
        return None
    marks = list(unit.iter("ins", "del"))
    if marks and all(one.get("data-kind") for one in marks):
        return "computed"
    return "formatting" if kinds == {"formatted"} else "changed"


def _what(unit: Element) -> str:
    tag, kind = str(unit.tag), (unit.get("class") or "").split(" ")[0]
    if tag in ("h1", "h2", "h3", "h4"):
        return "heading"
    if tag == "tr":
        return "row"
    if tag in ("dt", "dd"):
        return "particulars"
    if tag == "figure" or tag == "figcaption":
        return "figure"
    return WHAT.get(kind, "line")


def _said(unit: Element) -> str:
    """The words of a heading, without notes and without what is deleted in it."""
    return " ".join(
        "".join(
            one.text
            for one in _walk(unit, "kept", None, "")
            if one.kind != "deleted" and not one.note
        ).split()
    )


def _passages(reader: _Reader, unit: Element, states: set[str]) -> Iterator[Passage]:
    kind = "inserted" if "inserted" in states else "deleted" if "deleted" in states else "kept"
    by = _signed(unit) if kind != "kept" else None
    found: list[Passage] = []
    cells = list(leaves(unit))
    for n, cell in enumerate(cells):
        if n:
            found.append(Passage("kept" if kind == "kept" else kind, " | "))  # type: ignore[arg-type]
        found += _walk(cell, kind, by, "")
    yield from _trimmed(list(_together(found)))


def _walk(node: Element, kind: str, by: Authorship | None, note: str) -> Iterator[Passage]:
    if node.text:
        yield Passage(kind, node.text, by, note)  # type: ignore[arg-type]
    for piece in node.iterchildren(etree.Element):
        name = (piece.get("class") or "").split(" ")[0]
        tag = str(piece.tag)
        if tag in MARKS:
            inner = "computed" if piece.get("data-kind") and tag == "ins" else MARKS[tag]
            if piece.get("data-kind") and tag == "del":
                inner = "deleted"
            yield from _walk(piece, inner, _signed(piece), note)
        elif name == "formatted":
            yield from _walk(piece, "formatted", _signed(piece), note)
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


def _together(passages: list[Passage]) -> Iterator[Passage]:
    last: Passage | None = None
    for one in passages:
        if last is not None and (one.kind, one.note, one.authorship) == (
            last.kind,
            last.note,
            last.authorship,
        ):
            last = replace(last, text=last.text + one.text)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _moved(reader: _Reader, unit: Element) -> Iterator[Passage]:
    """What was changed in a line that was moved: its old words against its new ones."""
    matching = reader.drawing.matching
    old = matching.pairs.get(unit)
    if old is None or list(leaves(unit)) != [unit]:
        return
    by = _signed(unit)
    for one in words.compare(line(old, matching.before), line(unit, matching.after)):
        if one.is_kept:
            yield Passage("kept", _plain(one.new))
            continue
        if one.old and one.new and one.old[0].gap and one.new[0].gap:
            yield Passage("kept", one.new[0].gap)
            one = words.Stretch(False, *(_close(side) for side in (one.old, one.new)))
        if one.old:
            yield Passage("deleted", _plain(one.old), by)
        if one.new:
            yield Passage("inserted", _plain(one.new), by)


def _close(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return (replace(tokens[0], gap=""), *tokens[1:])


def _plain(tokens: tuple[Token, ...]) -> str:
    return "".join(f"{one.gap}{one.text}" for one in tokens)


def _trimmed(passages: list[Passage]) -> list[Passage]:
    """The passages of a line, without the space that begins it."""
    if passages:
        passages[0] = replace(passages[0], text=passages[0].text.lstrip())
    return [one for one in passages if one.text]


def _signed(node: Element) -> Authorship | None:
    for one in (node, *node.iterancestors()):
        if one.get("data-author") is not None:
            return Authorship(one.get("data-author") or "", one.get("data-date") or "")
    return None
