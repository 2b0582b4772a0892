r"""References and the numbers they lead to -> the codes of their fields.

32(a)(i) becomes one field for each of its three numbers, because the switch for the full context
(\w) yields 32.(a)(i). A number that Word does not count itself (of a count, an annex, a row, an
exhibit's mark) gets a bookmark of its own in the text of its carrier; one that stands nowhere keeps
only its link. Where the old version refers to another place, the field has a code for each.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from indictment.render.word.anchors import WAS, Anchors
from indictment.render.word.codes import NOTHING, Piece, quoted, recode, track
from indictment.render.word.marks import BOTH, OLD_KINDS, Mark, Version
from indictment.render.word.numbering import Native
from indictment.render.word.xml import Element, W

Marks = tuple[Element, Element, Element, Element]
"""The runs around a field's result: begin, code, separate, end."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A REF field that waits for its code until all paragraphs are numbered.

    `anchor` is what it leads to, and `old` where that stands in the old version. `version` is the one
    whose number it prints; `was` is what the old one prints, where that is known to be another;
    `kind` is what it refers to, `result` its text. `by` signs what differs between the versions.
    """

    anchor: str
    old: str
    text: str
    was: str
    version: Version
    is_kept: bool
    kind: str
    marks: Marks
    result: Element
    by: Mark


@dataclass
class Settling:
    """What references are settled by, once all paragraphs are numbered.

    `natives` are Word's numbers by paragraph in each version, `carriers` the paragraphs by the anchor
    they carry; `counted` has, of a run that is the result of a field of its own, the first and the
    last run of that field.
    """

    anchors: Anchors
    natives: Mapping[Version, Mapping[Element, Native]]
    carriers: Mapping[str, Element]
    counted: Mapping[Element, tuple[Element, Element]]
    _numbers: dict[tuple[str, str, Version], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._names = {one: self.anchors.name(anchor) for anchor, one in self.carriers.items()}

    def settle(self, reference: Reference) -> None:
        """Give a reference the code that yields its cached result."""
        now, sign = self._pieces(reference, reference.version)
        was, old_sign = (
            self._pieces(reference, "old") if self._can_differ(reference) else (now, sign)
        )
        if not now and reference.was == reference.text:
            _unmark(reference)
            return
        if now and not was and reference.was == reference.text:
            was, old_sign = now, sign  # nothing tells where it stood
        if not now or not was:
            now = now or [Piece(quoted(reference.text), reference.text)]
            was = was or [Piece(quoted(reference.was), reference.was)]
        if len(now) != len(was) and (sign or old_sign):
            now, was, sign = _spread(now, sign), _spread(was, old_sign), ""
        pairs = list(zip_longest(now, was, fillvalue=Piece(NOTHING, "")))
        differs = any(new.code != old.code for new, old in pairs)
        by = self._signature(reference) if differs else reference.by
        for new, old in pairs[:-1]:
            _put_before(reference, new, old, sign, by)
        new, old = pairs[-1]
        reference.result.text = new.result
        _code(reference.marks[1], new, old, by)

    def _can_differ(self, reference: Reference) -> bool:
        """False where the fields of both versions are the same for sure."""
        if not reference.is_kept:
            return False
        carrier = self.carriers.get(reference.anchor)
        natives = [self.natives[one].get(carrier) if carrier is not None else None for one in BOTH]
        is_same = reference.old == reference.anchor and reference.was == reference.text
        return not is_same or natives[0] is not natives[1]

    def _pieces(self, reference: Reference, version: Version) -> tuple[list[Piece], str]:
        """The fields of a reference in one version, and the sign between them."""
        anchor = reference.old if version == "old" else reference.anchor
        name = self.anchors.name(anchor)
        if reference.kind == "note":
            return [Piece(f"NOTEREF {name}", reference.text)], ""
        carrier = self.carriers.get(anchor)
        native = self.natives[version].get(carrier) if carrier is not None else None
        own, sign = self._shape(reference)
        if own or sign is not None:
            if native is None:
                return [], ""
            above = native.above if not own else ()
            pieces = [
                Piece(
                    f"REF {self._name_above(paragraph, f'above-{depth}-{anchor}')} \\n \\h", number
                )
                for depth, (number, paragraph) in enumerate(above)
            ]
            return [*pieces, Piece(f"REF {name} \\n \\h", native.own)], sign or ""
        is_old = version == "old" and (not reference.is_kept or anchor != reference.anchor)
        text = reference.was if is_old and reference.is_kept else reference.text
        key: tuple[str, str, Version] = (anchor, text, "old" if is_old else "new")
        if key not in self._numbers:
            self._numbers[key] = self._name_number(anchor, text, carrier, is_old=is_old)
        number = self._numbers[key]
        return ([Piece(f"REF {number} \\h", text)] if number else []), ""

    def _shape(self, reference: Reference) -> tuple[bool, str | None]:
        """How a reference prints a number that Word counts: alone, or with those above it and a sign.

        No sign where it prints something else.
        """
        carrier = self.carriers.get(reference.anchor)
        native = self.natives[reference.version].get(carrier) if carrier is not None else None
        if native is None:
            return False, None
        if native.above and reference.text == native.own:
            return True, ""
        likely = (".", "") if reference.kind == "heading" else ("", ".")
        return False, next((one for one in likely if reference.text == native.joined(one)), None)

    def _signature(self, reference: Reference) -> Mark:
        """By whom and when a reference came to lead elsewhere: as what it leads to was put there."""
        carrier = self.carriers.get(reference.anchor)
        if reference.by.author or carrier is None:
            return reference.by
        native = self.natives[reference.version].get(carrier)
        above = [paragraph for _, paragraph in native.above] if native is not None else []
        changes = (
            one for place in (carrier, *above) for one in place.iter(f"{W}ins", f"{W}moveTo")
        )
        change = next(changes, None)
        if change is None:
            return reference.by
        signed = {name: change.get(W + name) or "" for name in ("author", "date")}
        return replace(reference.by, **signed)

    def _name_above(self, paragraph: Element, wish: str) -> str:
        """The bookmark of a paragraph that a reference names only with what stands below it."""
        if paragraph not in self._names:
            self._names[paragraph] = self.anchors.name(wish)
            self.anchors.around(paragraph[1], paragraph[-1], self._names[paragraph])
        return self._names[paragraph]

    def _name_number(self, anchor: str, text: str, carrier: Element | None, *, is_old: bool) -> str:
        first = split_out(carrier, text, is_old) if carrier is not None else None
        if first is None:
            return ""
        name = self.anchors.name(f"number-{WAS if is_old else ''}{anchor}")
        around = self.counted.get(first) or ((first, first) if is_old else _with_what_was(first))
        self.anchors.around(*around, name)
        return name


def split_out(paragraph: Element, words: str, is_old: bool = False) -> Element | None:
    """The run of `paragraph` that holds `words` and nothing else, cut out where it must be.

    `is_old` seeks what only the old version has.
    """
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for text in paragraph.iter(f"{W}t", f"{W}delText"):
        found = whole.search(text.text or "")
        run = text.getparent()
        if not found or run is None or run.tag != f"{W}r":
            continue
        around = run.getparent()
        if is_old != (around is not None and str(around.tag).removeprefix(W) in OLD_KINDS):
            continue
        before, after = (text.text or "")[: found.start()], (text.text or "")[found.end() :]
        put: list[tuple[str, Callable[[Element], None]]] = [
            (before, run.addprevious),
            (after, run.addnext),
        ]
        for rest, place in put:
            if rest:
                piece = deepcopy(run)
                piece.tail = None
                next(piece.iter(str(text.tag))).text = rest
                place(piece)
        text.text = words
        return run
    return None


def _with_what_was(run: Element) -> tuple[Element, Element]:
    """The first and last of what stands for a number: one put in the place of another, with it.

    Its bookmark then holds the old number once all is rejected.
    """
    after = run.getparent()
    before = after.getprevious() if after is not None else None
    if after is None or before is None or (after.tag, before.tag) != (f"{W}ins", f"{W}del"):
        return run, run
    return (before, after) if len(before) == len(after) == 1 else (run, run)


def _put_before(reference: Reference, new: Piece, old: Piece, sign: str, by: Mark) -> None:
    """A field before that of the reference, its runs like those, and a sign between the two."""
    shown = reference.result.getparent()
    if shown is None:  # its run was written with it
        raise AssertionError("a result without a run")
    opening, coded, separator, closing = reference.marks
    for run in (opening, coded, separator, shown, closing):
        piece = deepcopy(run)
        opening.addprevious(piece)
        if run is coded:
            _code(piece, new, old, by)
        elif run is shown:
            piece[-1].text = new.result
    if sign:
        piece = deepcopy(shown)
        piece[-1].text = sign
        opening.addprevious(piece)


def _code(run: Element, new: Piece, old: Piece, by: Mark) -> None:
    if new.code == old.code:
        recode(run, new.code)
    else:
        track(run, new.code, old.code, by)


def _spread(pieces: Sequence[Piece], sign: str) -> list[Piece]:
    """The pieces with the sign between them as one of them."""
    spread = [one for piece in pieces for one in (piece, Piece(quoted(sign), sign))]
    return spread[:-1]


def _unmark(reference: Reference) -> None:
    for run in reference.marks:
        around = run.getparent()
        if around is not None:
            around.remove(run)
