"""Redline -> text for a terminal: what `indict diff` answers."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from indictment.model.redline import Amendment, Change, Passage, Redline
from indictment.render.redline import wording
from indictment.render.redline.lines import Look, Run, filled, painted, plain

_AROUND = 6
"""Words that are kept around a change."""
_WIDEST = 100
"""Columns: a longer line of prose is hard to read, however wide the window is."""

_LOOKS: dict[str, Look] = {
    "kept": Look(),
    "inserted": Look("32;4", "{+", "+}"),
    "deleted": Look("31;9", "[-", "-]"),
    "formatted": Look("35;3", "{~", "~}"),
    "computed": Look("34;4", "{=", "=}"),
}
_MOVED = Look("36;4", "{>", "<}")
_HEAD, _ASIDE, _FLAG = Look("1"), Look("2"), Look("33;1")
_LEGEND = {
    "deleted": "[-taken out-]",
    "inserted": "{+put in+}",
    "moved": "{>moved here<}",
    "formatted": "{~in another emphasis~}",
    "computed": "{=follows from another change=}",
}


def text(redline: Redline, *, colour: bool, width: int | None) -> str:
    """All that changed; ends with a line feed.

    With `colour` what is put in is green and underlined, what is taken out red and struck, what is
    moved cyan; without, marks stand around it. `width` is that of the terminal; None leaves lines
    as long as they are.
    """
    wide = min(width, _WIDEST) if width else None
    parts = list(_parts(redline, colour, wide))
    return "\n\n".join(filter(None, ("\n".join(part) for part in parts))) + "\n"


def _parts(redline: Redline, colour: bool, wide: int | None) -> Iterator[list[str]]:
    between = f"{redline.old.printed} -> {redline.new.printed}"
    head = filled([Run(between, _HEAD)], wide, colour=colour)
    if redline.is_empty:
        yield [*head, "Nothing has changed."]
        return
    head += filled([Run(wording.totals(redline))], wide, colour=colour)
    if not colour and (legend := _legend(redline.changes)):
        head += filled([Run(legend)], wide, colour=colour)
    yield head
    for change in redline.changes:
        yield list(_change(change, wide, colour))
    yield _listed("Renumbered", wording.renumbering(redline), wide, colour)
    yield list(_amendments(redline, wide, colour))
    lost = (
        f"paragraph {one.new_number} (was {one.old_number}) cited {', '.join(one.exhibits)} and cites nothing now"
        for one in redline.unsupported
    )
    yield _listed("Paragraphs that lost their last support", lost, wide, colour)
    yield _listed("Changed and not drawn: templates", redline.templates, wide, colour)
    yield _listed("Not compared", redline.uncompared, wide, colour)


def _legend(changes: Sequence[Change]) -> str:
    used = {passage.kind for change in changes for passage in change.passages}
    used_looks = {*used, *(["moved"] if any(c.kind == "moved" for c in changes) else [])}
    return "  ".join(sign for kind, sign in _LEGEND.items() if kind in used_looks)


def _change(change: Change, wide: int | None, colour: bool) -> Iterator[str]:
    where = f"  {change.file}:{change.line}" if change.file else ""
    number = f"{change.number:>3}  "
    head = f"{number}{wording.address(change)}"
    yield painted(plain(head), _HEAD, colour) + painted(plain(where), _ASIDE, colour)
    margin = " " * len(number)
    if remark := wording.remark(change):
        yield from filled([Run(remark, _ASIDE)], wide, margin, colour=colour)
    yield from filled(list(_runs(change)), wide, margin, colour=colour)


def _runs(change: Change) -> Iterator[Run]:
    """The words of the block, with the notes in which something changed at their places."""
    groups = [(note, list(inside)) for note, inside in groupby(change.passages, lambda p: p.note)]
    shown = [g for g in groups if not g[0] or any(p.kind != "kept" for p in g[1])]
    marks = all(p.kind == "kept" for _, inside in shown for p in inside)
    for at, (note, passages) in enumerate(shown):
        if note:
            yield Run(f" (fn {note}: ")
            yield from _shortened(passages, change, whole=False)
            yield Run(") " if at + 1 < len(shown) else ")")
        else:
            yield from _shortened(passages, change, whole=marks and change.kind != "moved")


def _shortened(passages: Sequence[Passage], change: Change, *, whole: bool) -> Iterator[Run]:
    """The passages; a long stretch without a change is cut to a few words around the changes."""
    for at, passage in enumerate(passages):
        look = _LOOKS[passage.kind]
        if passage.kind != "kept":
            yield Run(passage.text, look)
            continue
        if change.kind == "moved":
            look = _MOVED
        yield Run(passage.text if whole else _cut(passage.text, at, len(passages)), look)


def _cut(text: str, at: int, number: int) -> str:
    words = text.split(" ")
    first, last = at == 0, at == number - 1
    if len(words) <= _AROUND * (1 if first or last else 2) + 2:
        return text
    if first and last:
        return " ".join((*words[: 2 * _AROUND], "…")) if len(words) > 2 * _AROUND + 2 else text
    before = [] if first else words[:_AROUND]
    after = [] if last else words[-_AROUND:]
    return " ".join((*before, "…", *after))


def _amendments(redline: Redline, wide: int | None, colour: bool) -> Iterator[str]:
    if not redline.amendments:
        return
    yield painted("Amendments", _HEAD, colour)
    for heading, amendments in wording.amendments(redline):
        yield from filled([Run(heading)], wide, "  ", colour=colour)
        for one in amendments:
            yield from filled([Run(_sentence(one))], wide, "    ", colour=colour)
            if flag := wording.flag(one):
                look = _FLAG if one.possible_new_charge else _ASIDE
                yield from filled([Run(flag, look)], wide, "      ", colour=colour)


def _sentence(one: Amendment) -> str:
    values = ""
    if one.old and one.new:
        values = f": “{one.old}” is now “{one.new}”"
    return f"{one.kind}: {one.words}{values}{wording.paragraphs(one)}"


def _listed(
    heading: str, lines: Iterator[str] | Sequence[str], wide: int | None, colour: bool
) -> list[str]:
    inside = [line for one in lines for line in filled([Run(one)], wide, "  ", colour=colour)]
    return [painted(heading, _HEAD, colour), *inside] if inside else []
