"""Places, pages and numbers -> fields, each with its cached result.

No field is marked as dirty and settings.xml does not ask for an update: Word would put a question to
the reader. A reader who presses F9 gets what stands there already. Field codes: ISO/IEC 29500-1,
17.16.5 (REF, NOTEREF, PAGEREF, TOC, PAGE, NUMPAGES).
"""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indictment.render.docx_anchors import Anchors
from indictment.render.docx_numbering import Native
from indictment.render.docx_xml import XML_SPACE, Element, W, child, outside

if TYPE_CHECKING:
    from indictment.render.docx_inline import Line, Look


@dataclass(frozen=True, slots=True)
class Reference:
    """A REF field that waits for its code until all paragraphs are numbered. `marks` are the runs
    around the result: begin, code, separate, end."""

    anchor: str
    text: str
    code: Element
    marks: tuple[Element, ...]


class Fields:
    """The fields of one document."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._references: list[Reference] = []

    def simple(self, line: "Line", code: str, result: str, look: "Look") -> None:
        """A field with a code that is known already."""
        begin(line, code, look)
        line.text(result, look)
        end(line, look)

    def reference(self, line: "Line", node: Element, look: "Look") -> None:
        """A number in a cross-reference (`span.ref-number`)."""
        anchor = node.get("data-target") or ""
        if not anchor or len(node):
            raise outside(node, "without data-target, or with anything but text in it")
        name = self._anchors.name(anchor)
        opening, code, separator = begin(line, f" NOTEREF {name} \\h ", look)
        line.write(node, look)
        closing = end(line, look)
        if node.get("data-kind") != "note":
            marks = (opening, code, separator, closing)
            text = "".join(node.itertext()).strip()
            self._references.append(Reference(anchor, text, code, marks))

    def settle(self, natives: Mapping[str, Native], carriers: Mapping[str, Element]) -> None:
        """Give each reference the code that yields its cached result.

        `natives` are Word's numbers by anchor, `carriers` the paragraphs that carry an anchor. A
        number that Word does not count itself (of a count, an annex, a row) gets a bookmark of
        its own in the text of its carrier; a number that stands nowhere keeps only its link.
        """
        named: dict[tuple[str, str], str] = {}
        for reference in self._references:
            known = natives.get(reference.anchor)
            name = self._anchors.name(reference.anchor)
            key = (reference.anchor, reference.text)
            if known and reference.text == known.full and known.full != known.own:
                code = f" REF {name} \\w \\h "
            elif known and reference.text == known.own:
                code = f" REF {name} \\n \\h "
            else:
                if key not in named:
                    named[key] = self._name_number(reference, carriers.get(reference.anchor))
                code = f" REF {named[key]} \\h " if named[key] else ""
            _settle(reference, code)

    def _name_number(self, reference: Reference, carrier: Element | None) -> str:
        first = split_out(carrier, reference.text) if carrier is not None else None
        if first is None:
            return ""
        name = self._anchors.name(f"number-{reference.anchor}")
        self._anchors.around(first, first, name)
        return name


def begin(line: "Line", code: str, look: "Look") -> tuple[Element, Element, Element]:
    """The runs before a field's result: begin, code, separate."""
    opening = line.run(look)
    child(opening, "fldChar", fldCharType="begin")
    coded = line.run(look)
    deleted = look.mark is not None and look.mark.kind == "del"
    instruction = child(coded, "delInstrText" if deleted else "instrText")
    instruction.set(XML_SPACE, "preserve")
    instruction.text = f" {code.strip()} "
    separator = line.run(look)
    child(separator, "fldChar", fldCharType="separate")
    return opening, coded, separator


def end(line: "Line", look: "Look") -> Element:
    """The run after a field's result."""
    closing = line.run(look)
    child(closing, "fldChar", fldCharType="end")
    return closing


def split_out(paragraph: Element, words: str) -> Element | None:
    """The run of `paragraph` that holds `words` and nothing else, cut out where it must be."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for text in paragraph.iter(f"{W}t"):
        found = whole.search(text.text or "")
        run = text.getparent()
        if not found or run is None or run.tag != f"{W}r":
            continue
        before, after = (text.text or "")[: found.start()], (text.text or "")[found.end() :]
        put: list[tuple[str, Callable[[Element], None]]] = [(before, run.addprevious), (after, run.addnext)]
        for rest, place in put:
            if rest:
                piece = deepcopy(run)
                piece.tail = None
                next(piece.iter(f"{W}t")).text = rest
                place(piece)
        text.text = words
        return run
    return None


def _settle(reference: Reference, code: str) -> None:
    if not code:
        for run in reference.marks:
            around = run.getparent()
            if around is not None:
                around.remove(run)
        return
    for instruction in reference.code:
        if instruction.tag in (f"{W}instrText", f"{W}delInstrText"):
            instruction.text = code
