"""Places, pages and numbers -> fields, each with its cached result.

No field is marked as dirty and settings.xml does not ask for an update: Word would put a question
to the reader. A reader who presses F9 gets what stands there already. Field codes:
ISO/IEC 29500-1, 17.16.5 (REF, NOTEREF, PAGEREF, TOC, PAGE, NUMPAGES).
"""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indictment.render.word.anchors import WAS, Anchors
from indictment.render.word.marks import OLD_KINDS, Version, versions
from indictment.render.word.numbering import Native
from indictment.render.word.xml import XML_SPACE, Element, W, child, outside

if TYPE_CHECKING:
    from indictment.render.word.inline import Line
    from indictment.render.word.look import Look


@dataclass(frozen=True, slots=True)
class Reference:
    """A REF field that waits for its code until all paragraphs are numbered.

    `version` is the one whose number it prints; `marks` are the runs around the result: begin,
    code, separate, end; `result` is its text.
    """

    anchor: str
    text: str
    version: Version
    marks: tuple[Element, Element, Element, Element]
    result: Element


class Fields:
    """The fields of one document."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._references: list[Reference] = []
        self._names: dict[Element, str] = {}

    def simple(self, line: "Line", code: str, result: str, look: "Look") -> None:
        """A field with a code that is known already."""
        begin(line, code, look)
        line.text(result, look)
        end(line, look)

    def reference(self, line: "Line", node: Element, look: "Look") -> None:
        """A number in a cross-reference (`span.ref-number`)."""
        version = versions(look.mark)[0]
        anchor = node.get("data-target") or ""
        anchor = self._anchors.old(anchor) if version == "old" else anchor
        marks = begin(line, f"NOTEREF {self._anchors.name(anchor)}", look)
        line.write(node, look)
        result = line.last
        if not anchor or len(node) or result is None:
            raise outside(node, "without data-target, or with anything but text in it")
        closing = end(line, look)
        if node.get("data-kind") != "note":
            text = (result.text or "").strip()
            self._references.append(Reference(anchor, text, version, (*marks, closing), result))

    def settle(
        self,
        natives: Mapping[Version, Mapping[Element, Native]],
        carriers: Mapping[str, Element],
    ) -> None:
        r"""Give each reference the code that yields its cached result.

        `natives` are Word's numbers by paragraph in each version, `carriers` the paragraphs by the anchor they
        carry. 32(a)(i) becomes one field for each of its three numbers, because the switch for the
        full context (\w) yields 32.(a)(i). A number that Word does not count itself (of a count,
        an annex, a row) gets a bookmark of its own in the text of its carrier; a number that
        stands nowhere keeps only its link.
        """
        self._names = {carrier: self._anchors.name(anchor) for anchor, carrier in carriers.items()}
        numbers: dict[tuple[str, str, Version], str] = {}
        for reference in self._references:
            carrier = carriers.get(reference.anchor)
            native = natives[reference.version].get(carrier) if carrier is not None else None
            name = self._anchors.name(reference.anchor)
            if native and reference.text in (native.own, native.full, native.joined(".")):
                above = native.above if reference.text != native.own else ()
                sign = "." if reference.text != native.full else ""
                for depth, (own, paragraph) in enumerate(above):
                    upper = self._name_above(paragraph, f"above-{depth}-{reference.anchor}")
                    _put_before(reference, f"REF {upper} \\n \\h", own, sign)
                reference.result.text = native.own
                _recode(reference.marks[1], f"REF {name} \\n \\h")
                continue
            key = (reference.anchor, reference.text, reference.version)
            if key not in numbers:
                numbers[key] = self._name_number(reference, carrier)
            if numbers[key]:
                _recode(reference.marks[1], f"REF {numbers[key]} \\h")
            else:
                _unmark(reference)

    def _name_above(self, paragraph: Element, wish: str) -> str:
        """The bookmark of a paragraph that a reference names only with what stands below it."""
        if paragraph not in self._names:
            self._names[paragraph] = self._anchors.name(wish)
            self._anchors.around(paragraph[1], paragraph[-1], self._names[paragraph])
        return self._names[paragraph]

    def _name_number(self, reference: Reference, carrier: Element | None) -> str:
        is_old = reference.version == "old"
        first = split_out(carrier, reference.text, is_old) if carrier is not None else None
        if first is None:
            return ""
        name = self._anchors.name(f"number-{WAS if is_old else ''}{reference.anchor}")
        self._anchors.around(*((first, first) if is_old else _with_what_was(first)), name)
        return name


def begin(line: "Line", code: str, look: "Look") -> tuple[Element, Element, Element]:
    """The runs before a field's result: begin, code, separate."""
    opening = line.run(look)
    child(opening, "fldChar", fldCharType="begin")
    coded = line.run(look)
    deleted = look.mark is not None and look.mark.kind == "del"
    instruction = child(coded, "delInstrText" if deleted else "instrText")
    instruction.set(XML_SPACE, "preserve")
    instruction.text = f" {code} "
    separator = line.run(look)
    child(separator, "fldChar", fldCharType="separate")
    return opening, coded, separator


def end(line: "Line", look: "Look") -> Element:
    """The run after a field's result."""
    closing = line.run(look)
    child(closing, "fldChar", fldCharType="end")
    return closing


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


def _put_before(reference: Reference, code: str, result: str, sign: str) -> None:
    """A field before that of the reference, its runs like those, and a sign between the two."""
    shown = reference.result.getparent()
    if shown is None:  # its run was written with it
        raise AssertionError("a result without a run")
    opening, coded, separator, closing = reference.marks
    for run in (opening, coded, separator, shown, closing):
        piece = deepcopy(run)
        if run is coded:
            _recode(piece, code)
        elif run is shown:
            piece[-1].text = result
        opening.addprevious(piece)
    if sign:
        piece = deepcopy(shown)
        piece[-1].text = sign
        opening.addprevious(piece)


def _recode(run: Element, code: str) -> None:
    run[-1].text = f" {code} "


def _unmark(reference: Reference) -> None:
    for run in reference.marks:
        around = run.getparent()
        if around is not None:
            around.remove(run)
