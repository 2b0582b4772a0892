"""The page with marks -> its changes, one for each line that differs, with their passages."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from indictment.compare import passages
from indictment.compare.ground import Ground, Place
from indictment.compare.items import leaves
from indictment.compare.tokens import WORD
from indictment.diagnostics import Span
from indictment.model.redline import Change, ChangeKind, Marked, Passage

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

    ground: Ground
    out: list[Change] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    gone: list[tuple[int, str]] = field(default_factory=list)
    """Headings of the old version, for what stood below them."""
    paragraph: tuple[str, str] = ("", "")
    left: dict[str, str] = field(default_factory=dict)
    """The anchor of the old place of each move."""


def changes(ground: Ground, body: Element) -> tuple[Change, ...]:
    """The changes of the page, in its order. A move is told at its new place."""
    reader = _Reader(ground)
    for node in body.iter(etree.Element):
        if node.get("data-move") and "deleted" in (node.get("class") or ""):
            reader.left[node.get("data-move") or ""] = node.get("id") or ""
    for unit in _units(body):
        _read(reader, unit)
    return tuple(replace(one, number=n) for n, one in enumerate(reader.out, start=1))


def marked(found: tuple[Change, ...]) -> Marked:
    """How many words are marked."""
    inserted = deleted = moved = following = 0
    for change in found:
        for passage in change.passages:
            count = sum(one["word"][0].isalnum() for one in WORD.finditer(passage.text))
            if passage.follows:
                following += count
            elif passage.kind == "inserted":
                inserted += count
            elif passage.kind == "deleted":
                deleted += count
            elif change.kind == "moved":
                moved += count
    return Marked(inserted, deleted, moved, following)


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
        (reader.ground.places[one] for one in leaves(unit) if one in reader.ground.places),
        Place(),
    )
    old_anchor, new_anchor = place.old, place.new
    if tag in ("h1", "h2", "h3", "h4"):
        _head(reader, int(tag[1]), passages.said(unit), is_gone=is_gone)
    if is_gone and is_moved:
        return
    found = tuple(passages.of(unit, states))
    kind = _kind(unit, found, is_new=is_new, is_gone=is_gone, is_moved=is_moved)
    # The line to sign on holds nothing: that it is there is seen on the page.
    if kind is None or (tag == "p" and not found):
        return
    if kind == "moved":
        found = tuple(passages.of_moved(reader.ground, unit)) or tuple(
            replace(one, kind="kept") for one in found
        )
    # "9. [struck words] [withdrawn]": it is gone, and stands where its number is kept
    if kind == "changed" and new_anchor in reader.ground.matching.after.withdrawn:
        kind, is_gone = "deleted", True
    side = reader.ground.matching.before if is_gone else reader.ground.matching.after
    here = old_anchor if is_gone else new_anchor
    span = side.spans.get(here, Span(""))
    if not own:
        # what is new behind a paragraph was signed like it, and does not belong to it
        old_anchor = new_anchor = here = ""
    above = reader.headings
    if is_gone and reader.gone:
        above = [*(one for one in above if one[0] < reader.gone[0][0]), *reader.gone]
    if tag in ("h1", "h2", "h3", "h4"):
        above = above[:-1]
    before, after = reader.ground.matching.before, reader.ground.matching.after
    reader.out.append(
        Change(
            number=0,
            kind=kind,
            what=_what(unit),
            passages=found,
            anchor=own,
            old_anchor=reader.left.get(_move(unit), "") if kind == "moved" else "",
            old_number="" if is_new and not is_moved else before.numbers.get(old_anchor, ""),
            new_number="" if is_gone else after.numbers.get(new_anchor, ""),
            label=here.removeprefix("x-") if here.startswith("x-") else "",
            place=tuple(words for _, words in above),
            file=span.file,
            line=span.line if span.file else 0,
            authorship=next((one.authorship for one in found if one.authorship), None)
            or passages.signed(unit),
        )
    )


def _head(reader: _Reader, level: int, words: str, *, is_gone: bool) -> None:
    """Note a heading: one of the new version ends what stood below those of the old one."""
    if is_gone:
        reader.gone = [*(one for one in reader.gone if one[0] < level), (level, words)]
    else:
        reader.gone = []
        reader.headings = [*(one for one in reader.headings if one[0] < level), (level, words)]


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
    unit: Element, found: tuple[Passage, ...], *, is_new: bool, is_gone: bool, is_moved: bool
) -> ChangeKind | None:
    kinds = {one.kind for one in found} - {"kept"}
    if is_moved:
        return "moved"
    if is_new or is_gone:
        return "inserted" if is_new else "deleted"
    if mark := unit.get("data-mark"):
        return "split" if mark == "inserted" else "joined"
    if not kinds:
        return None
    if all(one.follows for one in found if one.kind != "kept"):
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
