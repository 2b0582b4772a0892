"""What stands in a paragraph -> its runs: words, breaks, marks of notes, with their changes."""

from dataclasses import replace
from typing import TYPE_CHECKING

from indictment.absorb.word.draft import Marks
from indictment.absorb.word.fields import is_computed
from indictment.absorb.word.looks import Look
from indictment.absorb.word.ooxml import XML_SPACE, Element, W, children, val
from indictment.absorb.word.unread import quoted
from indictment.model.word import WordRun

if TYPE_CHECKING:
    from indictment.absorb.word.story import Story

SIGNS = {
    "tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad",
}  # fmt: skip
PICTURES = ("drawing", "pict", "object")


class Runs:
    """Reads the runs of a story's paragraphs into its last draft."""

    def __init__(self, story: "Story") -> None:
        self._story = story
        self._desk = story.desk
        self._simple = 0
        """How many simple fields with a result of Word's stand around."""
        self._is_after_mark = False
        """Whether the mark at the head of a note was the last thing read: a space follows it."""

    def read(self, node: Element, marks: Marks) -> None:
        """The runs in a paragraph, or in what stands around some of them."""
        for inner in children(node):
            match inner.tag.rpartition("}")[2]:
                case "r":
                    self._run(inner, marks)
                case "ins" | "del" | "moveFrom" | "moveTo":
                    self.read(inner, self._story.around(inner, marks))
                case "hyperlink":
                    self.read(inner, replace(marks, in_link=True))
                case "smartTag" | "customXml" | "dir" | "bdo" | "sdtContent" | "sdt" | "rubyBase":
                    self.read(inner, marks)
                case "fldSimple":
                    computed = is_computed(val(inner, "instr"))
                    self._simple += computed
                    self.read(inner, marks)
                    self._simple -= computed
                case "oMath" | "oMathPara":
                    self._desk.unread.say("a formula", "formulas", _by(marks))
                case "pPr":
                    pass
                case _:
                    self._story.between(inner)

    def _run(self, node: Element, marks: Marks) -> None:
        look = self._desk.looks.look(node.find(f"{W}rPr"))
        if look.changed is not None:
            self._desk.unread.say("a change of the look of words (font, size, colour)",
                                  "changes of the look of words (font, size, colour)",
                                  look.changed.author)  # fmt: skip
        text: list[str] = []
        for inner in children(node):
            name = inner.tag.rpartition("}")[2]
            if name in ("footnoteReference", "endnoteReference"):
                self._words("".join(text), look, marks)
                text.clear()
            written = self._written(inner, name, marks)
            if written:
                text.append(written)
        self._words("".join(text), look, marks)

    def _written(self, node: Element, name: str, marks: Marks) -> str:
        """The words that an element of a run stands for; what is no words goes where it belongs."""
        match name:
            case "t" | "delText":
                return _text(node)
            case "br":
                return self._break(node, marks)
            case "sym":
                return self._symbol(node)
            case "fldChar":
                self._story.fields.sign(node)
            case "instrText" | "delInstrText":
                self._story.fields.code(node.text or "")
            case "footnoteRef" | "endnoteRef":
                self._is_after_mark = True
            case "footnoteReference":
                self._note(node, marks)
            case "endnoteReference":
                self._desk.endnote(node, _by(marks))
            case "commentReference":
                self._desk.comments.stand(val(node, "id"), self._story.place)
            case "ruby":
                base = node.find(f"{W}rubyBase")
                self.read(base, marks) if base is not None else None
            case name if name in PICTURES:
                self._picture(node, marks)
        return SIGNS.get(name, "")

    def _words(self, text: str, look: Look, marks: Marks) -> None:
        if not text or self._story.fields.in_code:
            return
        if self._is_after_mark:
            self._is_after_mark = False
            text = text[1:] if text[0] in " \t\u00a0" else text
        if look.is_hidden:
            self._desk.unread.say(f"hidden words: {quoted(text)}", author=_by(marks))
            return
        by_field = self._story.fields.in_result or self._simple > 0
        run = WordRun(
            text,
            emphasis=look.emphasis,
            inserted=marks.inserted,
            deleted=marks.deleted,
            computed=by_field or look.is_computed,
            was=look.was,
            comments=self._desk.comments.open,
            lang=look.language(text),
        )
        by_style = look.style if look.is_computed and not by_field and not marks.in_link else ""
        self._story.put(run, by_style, marks)

    def _note(self, node: Element, marks: Marks) -> None:
        position = self._desk.note(node, self._story.place)
        run = WordRun(
            "",
            inserted=marks.inserted,
            deleted=marks.deleted,
            note=position,
            comments=self._desk.comments.open,
        )
        self._story.put(run, "", marks)

    def _break(self, node: Element, marks: Marks) -> str:
        if val(node, "type") not in ("page", "column"):
            return "\n"
        if marks.inserted or marks.deleted:
            self._desk.unread.say("a break of the page", "breaks of the page", _by(marks))
        return ""

    def _symbol(self, node: Element) -> str:
        """A sign of a font of signs, whose letters nobody else has."""
        font = val(node, "font") or "a font of signs"
        self._desk.unread.say(f"a sign of the font {font}", f"signs of the font {font}")
        try:
            return chr(int(val(node, "char"), 16))
        except (ValueError, OverflowError):
            return "\ufffd"

    def _picture(self, node: Element, marks: Marks) -> None:
        boxes = list(node.iter(f"{W}txbxContent"))
        if boxes:
            words = "".join(text.text or "" for text in boxes[0].iter(f"{W}t"))
            self._desk.unread.say(f"a text box: {quoted(words)}", author=_by(marks))
        elif marks.deleted:
            self._desk.unread.say("a picture taken out", "pictures taken out", _by(marks))
        elif marks.inserted:
            self._desk.unread.say("a picture put in", "pictures put in", _by(marks))


def _text(node: Element) -> str:
    """The words of a `w:t`; without `xml:space` those around them are no spaces (17.3.3.31)."""
    text = (node.text or "").replace("\n", " ").replace("\r", " ")
    return text if node.get(XML_SPACE) == "preserve" else text.strip(" \t")


def _by(marks: Marks) -> str:
    mark = marks.deleted or marks.inserted
    return mark.author if mark is not None else ""
