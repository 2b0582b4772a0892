"""Footnotes of the page -> footnotes.xml. Word counts them; the page must count the same.

Ids follow the order of the marks in the text, also in tables. In a redline the notes count twice:
what is kept and inserted as in the new version, what is deleted as in the old one. The content of a
marked note is marked as its reference is; its only paragraph goes with the note.
"""

from typing import TYPE_CHECKING

from indictment.render.page.mistakes import NumbersDiffer
from indictment.render.word.inline import Line
from indictment.render.word.look import Look
from indictment.render.word.marks import BOTH, Version, versions
from indictment.render.word.xml import Element, W, child, outside

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
        note = child(self._root, "footnote", id=number)
        paragraph = child(note, "p")
        if (node.get("id") or "").startswith("x-"):
            self._desk.anchors.identify(paragraph, node.get("id") or "")
        properties = child(paragraph, "pPr")
        child(properties, "pStyle", val=self._desk.styles["footnote text"])
        line = Line(self._desk, self._part, paragraph)
        plain = Look(lang=look.lang, mark=look.mark)
        # not marked, for LibreOffice takes them for its own and the mark of all that follows with them
        line.run(Look("footnote reference"), "footnoteRef")
        line.run(Look(), "tab")
        line.write(node, plain)
        line.end()
        self._is_open = False
        return number
