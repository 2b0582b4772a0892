"""Places, pages and numbers -> fields, each with its cached result.

No field is marked as dirty and settings.xml does not ask for an update: Word would put a question
to the reader. A reader who presses F9 gets what stands there already. Field codes:
ISO/IEC 29500-1, 17.16.5 (REF, NOTEREF, PAGEREF, TOC, PAGE, NUMPAGES).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from indictment.render.word.anchors import Anchors
from indictment.render.word.codes import quoted, track
from indictment.render.word.marks import Version, signed, versions
from indictment.render.word.numbering import Native
from indictment.render.word.references import Reference, Settling
from indictment.render.word.xml import Element, outside

if TYPE_CHECKING:
    from indictment.render.word.inline import Line
    from indictment.render.word.look import Look


class Fields:
    """The fields of one document."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._references: list[Reference] = []
        self._counted: dict[Element, tuple[Element, Element]] = {}
        """Of a run that is the result of a field of its own: the first and the last run of that field."""

    def simple(self, line: "Line", code: str, result: str, look: "Look") -> None:
        """A field with a code that is known already."""
        begin(line, code, look)
        line.text(result, look)
        end(line, look)

    def reference(self, line: "Line", node: Element, look: "Look") -> None:
        """A number in a cross-reference (`span.ref-number`)."""
        anchor = node.get("data-target") or ""
        if versions(look.mark)[0] == "old":
            anchor = node.get("data-was-target") or self._anchors.old(anchor)
        if not anchor:
            raise outside(node, "without data-target")
        self._refer(line, node, anchor, look, node.get("data-kind") or "")

    def renumbered(self, line: "Line", node: Element, cited: str, look: "Look") -> None:
        """A number in words that the old version prints otherwise (`span.renumbered`).

        `cited` is the anchor of the exhibit whose mark it is in a citation: that refers to the mark in
        the list. Anywhere else the number is at home, and its field yields it by itself.
        """
        if look.mark is not None:
            line.write(node, look)
        elif cited:
            self._refer(line, node, cited, look, "exhibit")
        else:
            now, was = (node.text or "").strip(), node.get("data-was") or ""
            opening, coded, _ = begin(line, quoted(now), look)
            result = self._result(line, node, look)
            closing = end(line, look)
            track(coded, quoted(now), quoted(was), signed(node))
            shown = result.getparent()
            if shown is not None:
                self._counted[shown] = (opening, closing)

    def _refer(self, line: "Line", node: Element, anchor: str, look: "Look", kind: str) -> None:
        marks = begin(line, f"NOTEREF {self._anchors.name(anchor)}", look)
        result = self._result(line, node, look)
        text, was = (result.text or "").strip(), node.get("data-was") or ""
        closing = end(line, look)
        is_kept = look.mark is None
        old = node.get("data-was-target") or self._anchors.old(anchor)
        if kind == "note" and (not is_kept or old == anchor):
            return
        self._references.append(
            Reference(
                anchor,
                old if is_kept else anchor,
                text,
                was or text,
                versions(look.mark)[0],
                is_kept,
                kind,
                (*marks, closing),
                result,
                signed(node),
            )
        )

    def _result(self, line: "Line", node: Element, look: "Look") -> Element:
        line.write(node, look)
        result = line.last
        if len(node) or result is None:
            raise outside(node, "with anything but text in it")
        return result

    def settle(
        self,
        natives: Mapping[Version, Mapping[Element, Native]],
        carriers: Mapping[str, Element],
    ) -> None:
        """Give each reference the code that yields its cached result (references.py).

        `natives` are Word's numbers by paragraph in each version, `carriers` the paragraphs by the
        anchor they carry.
        """
        settling = Settling(self._anchors, natives, carriers, self._counted)
        for reference in self._references:
            settling.settle(reference)


def begin(line: "Line", code: str, look: "Look") -> tuple[Element, Element, Element]:
    """The runs before a field's result: begin, code, separate."""
    opening = line.run(look, "begin")
    deleted = look.mark is not None and look.mark.kind == "del"
    coded = line.run(look, "delInstrText" if deleted else "instrText")
    coded[-1].text = f" {code} "
    return opening, coded, line.run(look, "separate")


def end(line: "Line", look: "Look") -> Element:
    """The run after a field's result."""
    return line.run(look, "end")
