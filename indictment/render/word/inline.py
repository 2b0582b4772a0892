"""A line of the page -> runs of a Word paragraph. Every run of text of the document is made here.

A mark of a redline (`ins`, `del`, or a marked block) wraps each run and never a link, because
`w:ins` holds runs only; a field is marked as a whole or not at all (ISO/IEC 29500-1, 17.13.5).
Spaces are folded for each version by itself, so that neither has two of them once the changes are
accepted or rejected; one that a single version needs is a change of its own.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from indictment.render.word.look import Look
from indictment.render.word.marks import (
    BOTH,
    Mark,
    Version,
    end_of,
    formatted,
    inside,
    mark_of,
    tracked,
    versions,
)
from indictment.render.word.xml import (
    Element,
    R,
    W,
    child,
    classes,
    has_class,
    outside,
)

if TYPE_CHECKING:
    from docx.opc.part import Part

    from indictment.render.word.desk import Desk

SPACE = re.compile(r"[ \t\n\r\f]+")
"""What HTML folds into one space; a no-break space is a letter to it."""
_SPACES = " \t\n\r\f"

SPAN_STYLES = {"term": "Term", "redaction": "Redaction"}
OF_NOTE = Look("footnote reference")
LINK_STYLES = {
    "ref": "Cross-reference",
    "cite": "Exhibit Citation",
    "mark": "Exhibit Mark",
    "url": "Hyperlink",
    "name-link": "",
}


class Line:
    """Writes one paragraph's text into `paragraph`, a paragraph of `part`."""

    def __init__(self, desk: "Desk", part: "Part", paragraph: Element) -> None:
        self.desk = desk
        self.part = part
        self._runs = desk.runs
        self._parent = paragraph
        self._paragraph = paragraph
        self._last: Element | None = None
        self._fresh: dict[Version, bool] = dict.fromkeys(BOTH, True)
        self._whole = False
        self._cited = ""
        self._tracked: Element | None = None
        self._mark: Mark | None = None

    def write(self, node: Element, look: Look) -> None:
        """The text in `node`, without the number that Word gives itself."""
        self.text(node.text, look)
        for inner in node:
            if isinstance(inner.tag, str):
                self._element(inner, look)
            self.text(inner.tail, look)

    def end(self) -> None:
        """Nothing follows: the space at the end goes, as in HTML."""
        words = (self._last.text or "") if self._last is not None else ""
        if self._last is not None and words != words.rstrip(_SPACES):
            self._last.text = words.rstrip(_SPACES)
            run = self._last.getparent()
            around = run.getparent() if run is not None else None
            if not self._last.text and run is not None and around is not None:
                around.remove(run)
                above = around.getparent()
                if around is self._tracked and not len(around) and above is not None:
                    above.remove(around)
        self._last = None
        self._fresh = dict.fromkeys(BOTH, True)

    def end_of(self, node: Element) -> None:
        """The paragraph `node` ends: a version in which the next one goes on has a space here."""
        mark = end_of(node)
        if mark is None:
            self.end()
        elif not self._fresh[versions(mark.opposite())[0]]:
            self._space(mark.opposite())

    def text(self, text: str | None, look: Look) -> None:
        """Words, spaces folded as in HTML."""
        if not text:
            return
        words = SPACE.sub(" ", text) if _has_to_fold(text) else text
        if words[0] == " ":
            words = self._without_second_space(words, look.mark)
        if words:
            self._put(words, look)

    def _without_second_space(self, words: str, mark: Mark | None) -> str:
        """Words that begin with a space, without it where one stands before them; in a version that has none,
        it is put there.
        """
        theirs = versions(mark)
        if not any(self._fresh[one] for one in theirs):
            return words
        wanting = [one for one in theirs if not self._fresh[one]]
        if wanting:
            mark = self._mark or Mark("ins", "", "")
            self._space(mark if wanting[0] in versions(mark) else mark.opposite())
        return words[1:]

    def _put(self, words: str, look: Look) -> None:
        for one in versions(look.mark):
            self._fresh[one] = words[-1] == " "
        deleted = look.mark is not None and look.mark.kind == "del"
        self._last = self.run(look, "delText" if deleted else "t")[-1]
        self._last.text = words

    def _space(self, mark: Mark) -> None:
        """A space that one version has and the other has not."""
        self._put(" ", Look(mark=mark.standing))

    @property
    def last(self) -> Element | None:
        """The text written last (`w:t`), where nothing followed it."""
        return self._last

    def run(self, look: Look, holds: str = "") -> Element:
        """A new run at the end of the line; `holds` as for `Runs.run`."""
        run = self._runs.run(look, holds)
        mark = look.mark
        (self._parent if mark is None else self._marked(mark)).append(run)
        return run

    def tab(self, mark: Mark | None = None) -> None:
        """A tab; what follows begins afresh."""
        self._begin_afresh(mark)
        self.run(Look(mark=mark), "tab")

    def line_break(self, look: Look) -> None:
        """The words that follow begin a line."""
        self._begin_afresh(look.mark)
        self.run(look, "br")

    def _begin_afresh(self, mark: Mark | None) -> None:
        if mark is None:
            self.end()
        for one in versions(mark):
            self._fresh[one] = True
        self._last = None

    def _marked(self, mark: Mark) -> Element:
        last = self._parent[-1] if len(self._parent) else None
        if last is None or last is not self._tracked or self._mark != mark:
            last = self._tracked = tracked(self._parent, mark)
            self._mark = mark
        return last

    def _element(self, node: Element, look: Look) -> None:
        if node.get("lang"):
            look = replace(look, lang=node.get("lang") or "")
        match node.tag:
            case "em":
                self.write(node, replace(look, italic=True))
            case "strong":
                self.write(node, replace(look, bold=True))
            case "br":
                self.line_break(look)
            case "ins" | "del":
                if self._whole:
                    raise outside(node, "inside the number of a cross-reference")
                self.write(node, replace(look, mark=inside(node, look.mark, mark_of(node))))
            case "span":
                self._span(node, look)
            case "a":
                self._link(node, look)
            case _:
                raise outside(node, "inside a paragraph")

    def _span(self, node: Element, look: Look) -> None:
        match (classes(node) or [""])[0]:
            case "number":
                if self._parent is not self._paragraph or self._last is not None:
                    raise outside(node, "but at the beginning of a numbered paragraph")
            case "amendment-code":
                pass  # Word tells amendments apart by their authors and dates
            case "old-number":
                pass  # Word works it out when all is rejected
            case "formatted":
                self.write(node, replace(look, formatted=formatted(node)))
            case "footnote":
                self._note(node, look)
            case "ref-number":
                self._number(node, look)
            case "renumbered":
                self.desk.fields.renumbered(self, node, self._cited, look)
            case "page-number":
                self.desk.fields.simple(self, "PAGE", "1", look)
            case "page-count":
                self.desk.fields.simple(self, "NUMPAGES", str(self.desk.page_count or 1), look)
            case "name":
                style = "Name of Accused" if has_class(node, "accused") else "Name"
                self.write(node, look.styled(style))
            case "":
                if not node.get("lang"):
                    raise outside(node, "inside a paragraph")
                self.write(node, look)
            case kind if kind in SPAN_STYLES:
                self.write(node, look.styled(SPAN_STYLES[kind]))
            case ("put-in" | "taken-out") as shown:
                self.write(node, replace(look, shown=shown))
            case _:
                raise outside(node, "inside a paragraph")

    def _note(self, node: Element, look: Look) -> None:
        number = self.desk.notes.write(node, look)
        anchor = node.get("id") or ""
        begun = (
            self.desk.anchors.open(self._parent, anchor)
            if self.desk.anchors.is_kept(anchor)
            else None
        )
        run = self.run(
            replace(OF_NOTE, mark=look.mark) if look.mark else OF_NOTE, "footnoteReference"
        )
        run[-1].set(W + "id", str(number))
        if begun is not None:
            self.desk.anchors.close(self._parent, begun)
        self._last = None
        for one in versions(look.mark):
            self._fresh[one] = False

    def _number(self, node: Element, look: Look) -> None:
        self._whole = True
        self.desk.fields.reference(self, node, look)
        self._whole = False

    def _link(self, node: Element, look: Look) -> None:
        kind = (classes(node) or [""])[0]
        target = node.get("href") or ""
        if kind not in LINK_STYLES or not target or self._parent is not self._paragraph:
            raise outside(node, "inside a paragraph")
        self.open_link(self._target(target, look))
        self._cited = target.removeprefix("#") if kind in ("cite", "mark") else ""
        self.write(node, look.styled(LINK_STYLES[kind] or look.style))
        self._cited = ""
        self.close_link()

    def _target(self, target: str, look: Look) -> str:
        """Where a link leads; in what is deleted, to the old place, which stays where that does."""
        if look.mark is None or not look.mark.is_old or not target.startswith("#"):
            return target
        return f"#{self.desk.anchors.old(target[1:])}"

    def open_link(self, target: str) -> None:
        """What follows is a link: to an anchor of the page (`#…`) or to a public address."""
        self._parent = child(self._paragraph, "hyperlink")
        if target.startswith("#"):
            self._parent.set(W + "anchor", self.desk.anchors.name(target[1:]))
        else:
            self._parent.set(
                R + "id", self.part.relate_to(_address(target), RT.HYPERLINK, is_external=True)
            )
        self._parent.set(W + "history", "1")

    def close_link(self) -> None:
        """What follows is no link."""
        self._parent = self._paragraph


def _has_to_fold(text: str) -> bool:
    """True where `SPACE` changes the text; asked before, because it takes a tenth of the time."""
    return "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text


def _address(url: str) -> str:
    """The address, with what a URI may not hold written as %XX (RFC 3986, 2.2 and 2.3).

    Word calls a file damaged that has a space or a letter of another script in an address.
    """
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~")
