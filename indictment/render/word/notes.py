"""Footnotes of the page -> footnotes.xml. Word counts them; the page must count the same.

Ids follow the order of the marks in the text, also in tables. In a redline the notes count twice:
what is kept and inserted as in the new version, what is deleted as in the old one. The content of a
marked note is marked as its reference is; its only paragraph goes with the note.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from indictment.render.page.mistakes import NumbersDiffer
from indictment.render.word.inline import OF_NOTE, Line
from indictment.render.word.look import PLAIN, Look
from indictment.render.word.marks import BOTH, Version, versions
from indictment.render.word.xml import Element, W, child, copied, element, outside

if TYPE_CHECKING:
    from docx.opc.part import XmlPart

    from indictment.render.word.desk import Desk


class Notes:
    """The notes of one document; `part` holds the separators only."""

    def __init__(self, desk: "Desk", part: "XmlPart") -> None:
        self._desk = desk
        self._part = part
        self._root: Element = part.element
        self._first = 1 + max((int(note.get(f"{W}id") or 0) for note in self._root), default=0)
        self._count = 0
        self._printed: dict[Version, int] = dict.fromkeys(BOTH, 0)
        self._is_open = False

    @cached_property
    def _begun(self) -> Element:
        """A note as each begins: its style, its number and a tab."""
        note = element("footnote", id=0)
        paragraph = child(note, "p")
        child(child(paragraph, "pPr"), "pStyle", val=self._desk.styles["footnote text"])
        # not marked, for LibreOffice takes them for its own and the mark of all that follows with them
        paragraph.append(self._desk.runs.run(OF_NOTE, "footnoteRef"))
        paragraph.append(self._desk.runs.run(PLAIN, "tab"))
        return note

    def write(self, node: Element, look: Look) -> int:
        """Write the note of a mark (`span.footnote`) and give its id.

        Raises:
            NumbersDiffer: the page prints another number than Word.
        """
        if self._is_open:
            raise outside(node, "inside a note")
        self._is_open = True
        self._count += 1
        theirs = versions(look.mark)
        for version in theirs:
            self._printed[version] += 1
        printed = self._printed[theirs[0]]
        if node.get("data-number") != str(printed):
            raise NumbersDiffer(
                f"the page prints note {node.get('data-number')!r} where Word prints {printed}"
            )
        number = self._first + self._count - 1
        note = copied(self._begun)
        note.set(W + "id", str(number))
        self._root.append(note)
        paragraph = note[0]
        if (node.get("id") or "").startswith("x-"):
            self._desk.anchors.identify(paragraph, node.get("id") or "")
        line = Line(self._desk, self._part, paragraph)
        is_plain = not look.lang and look.mark is None
        line.write(node, PLAIN if is_plain else Look(lang=look.lang, mark=look.mark))
        line.end()
        self._is_open = False
        return number
