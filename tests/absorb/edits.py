"""A Word document -> the same one after somebody edited it in Word.

    edited = Edited(docx, author="Ann Lee")
    at = edited.find("on the night of 4 May")
    edited.replace(at.paragraph, at.start, at.end, "on 4 May")
    edited.tracked = False                  # from here on without a trace
    edited.insert(at.paragraph, 0, "Then ")
    data = edited.save()

The XML is what Word writes (ISO/IEC 29500-1, 17.13; observed in files of Word): a paragraph mark is
marked in `w:pPr/w:rPr`, Enter marks the mark of the FIRST half, words that are deleted become
`w:delText`, a note that goes takes its text with it.

Addresses are those of the reader: a paragraph is its position in `read(docx).paragraphs` as the
document stands now, or `InNote(n)` for the text of the note at `read(docx).notes[n]`; a place in
it is counted in the letters of the reader's runs, so words that are marked as deleted count too.
After an edit that adds or removes paragraphs, positions behind it are others: ask `find` again, or
work from the end.

Every method works tracked and untracked (`tracked`), by `author` at `date`; all three may be
changed between edits. Edits by somebody else inside words that are themselves inserted nest as in
Word; a deletion of one's own insertion just takes it out.
"""

import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MARKS = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
Element = etree._Element


class InNote(NamedTuple):
    """A paragraph of a note: the note's position, and which of its paragraphs."""

    note: int
    paragraph: int = 0


class Found(NamedTuple):
    """Where words stand."""

    paragraph: int
    start: int
    end: int


class Citation(NamedTuple):
    """A stretch that the tool wrote: the result of a field, or words of the style of a citation."""

    start: int
    end: int
    text: str


Where = int | InNote


class Edited:
    """A document under edit. See the module."""

    def __init__(
        self,
        data: bytes,
        author: str = "Ann Lee",
        date: str = "2024-05-02T09:30:00Z",
        *,
        tracked: bool = True,
    ) -> None:
        self.author, self.date, self.tracked = author, date, tracked
        with zipfile.ZipFile(BytesIO(data)) as package:
            self._data = {name: package.read(name) for name in package.namelist()}
        self._parts: dict[str, Element] = {}
        self._next = 9000
        self._moves = 0
        self.body: Element = self.part("word/document.xml").find(f"{W}body")

    # --- the document as it stands --------------------------------------------------------------

    def part(self, name: str) -> Element:
        """The root of a part, to be changed in place."""
        if name not in self._parts:
            self._parts[name] = etree.fromstring(self._data[name])
        return self._parts[name]

    def save(self) -> bytes:
        """The bytes of the file; the edits may go on."""
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            for name in sorted({*self._data, *self._parts}):
                root = self._parts.get(name)
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(
                    entry,
                    self._data[name]
                    if root is None
                    else etree.tostring(root, xml_declaration=True, encoding="UTF-8"),
                )
        return packed.getvalue()

    @property
    def paragraphs(self) -> list[Element]:
        """The paragraphs of the body and its cells, at the positions of the reader."""
        return list(self.body.iter(f"{W}p"))

    @property
    def notes(self) -> list[Element]:
        """The notes (`w:footnote`) in the order of their marks, as the reader gives them."""
        by_id = {note.get(f"{W}id"): note for note in self.part("word/footnotes.xml")}
        marks = self.body.iter(f"{W}footnoteReference")
        return [by_id[mark.get(f"{W}id")] for mark in marks]

    def paragraph(self, where: Where) -> Element:
        """The `w:p` at an address."""
        if isinstance(where, InNote):
            return self.notes[where.note].findall(f"{W}p")[where.paragraph]
        return self.paragraphs[where]

    def text(self, where: Where) -> str:
        """The words of a paragraph as the reader gives them, with those marked as deleted."""
        return "".join(_shown(run) for run, _ in _runs(self.paragraph(where)))

    def find(self, words: str, *, after: int = 0) -> Found:
        """Where words stand first, in paragraphs from position `after` on; KeyError where nowhere."""
        for at, node in enumerate(self.paragraphs[after:], start=after):
            start = "".join(_shown(run) for run, _ in _runs(node)).find(words)
            if start >= 0:
                return Found(at, start, start + len(words))
        raise KeyError(words)

    def computed(self, where: Where) -> list[Citation]:
        """The results of fields, and the citations, cross-references and names, in a paragraph."""
        styles = {"ExhibitCitation", "CrossReference", "Name", "NameAccused"}
        found: list[Citation] = []
        at = 0
        for run, in_field in _runs(self.paragraph(where)):
            shown = _shown(run)
            style = run.find(f"{W}rPr/{W}rStyle")
            is_one = in_field or (style is not None and style.get(f"{W}val") in styles)
            if shown and is_one:
                if found and found[-1].end == at:
                    found[-1] = Citation(found[-1].start, at + len(shown), found[-1].text + shown)
                else:
                    found.append(Citation(at, at + len(shown), shown))
            at += len(shown)
        return found

    # --- words ----------------------------------------------------------------------------------

    def insert(self, where: Where, at: int, text: str) -> None:
        """Type words. At the edge of a field, a link or a note's mark they stand outside of it;
        strictly inside of one (an edit in a field) they stand in it.
        """
        paragraph = self.paragraph(where)
        self._put(paragraph, at, [self._run(text, self._properties(paragraph, at))])

    def delete(self, where: Where, start: int, end: int) -> None:
        """Delete words. Fields that lie wholly within go as a whole; notes whose mark lies within
        go with their text.
        """
        self._delete(self.paragraph(where), start, end)

    def replace(self, where: Where, start: int, end: int, text: str) -> None:
        """Select words and type others: Word writes the deletion first, the insertion behind it."""
        paragraph = self.paragraph(where)
        properties = self._properties(paragraph, start + 1)
        length = _length(paragraph)
        self._delete(paragraph, start, end)
        removed = length - _length(paragraph)
        self._put(paragraph, end - removed, [self._run(text, properties)])

    def format(
        self,
        where: Where,
        start: int,
        end: int,
        *,
        italic: bool | None = None,
        bold: bool | None = None,
    ) -> None:
        """Set or clear italics and bold of words; None leaves as it is."""
        paragraph = self.paragraph(where)
        for run in _within(paragraph, start, end):
            if not _shown(run):
                continue
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            old = deepcopy(properties)
            for name, on in (("i", italic), ("b", bold)):
                if on is None:
                    continue
                for sign in (name, f"{name}Cs"):
                    for node in properties.findall(W + sign):
                        properties.remove(node)
                if on:
                    for sign in (f"{name}Cs", name):
                        style = properties.find(f"{W}rStyle")
                        properties.insert(0 if style is None else 1, etree.Element(W + sign))
                    _order(properties)
            if self.tracked and properties.find(f"{W}rPrChange") is None:
                self._mark("rPrChange", properties).append(old)

    # --- paragraphs -----------------------------------------------------------------------------

    def insert_paragraph_after(self, where: Where, text: str, *, style: str = "") -> None:
        """Put the cursor at the end of a paragraph, press Enter, and type.

        Tracked, the mark of the paragraph that was there is the inserted one, and the new
        words stand before the old mark, as Word has it. `style` is the id of another style.
        """
        first = self.paragraph(where)
        new = etree.Element(f"{W}p")
        properties = first.find(f"{W}pPr")
        if properties is not None:
            new.append(_clean(deepcopy(properties)))
        if style:
            _child(_properties(new), "pStyle").set(f"{W}val", style)
            _order_first(_properties(new), "pStyle")
        first.addnext(new)
        self._put(new, 0, [self._run(text, None)])
        if self.tracked:
            self._mark_end(first, "ins")

    def delete_paragraph(self, where: Where) -> None:
        """Select a paragraph with its mark and delete it.

        Tracked, the last paragraph of a cell or the body keeps its own mark, as in Word: the one
        before it loses its mark instead.
        """
        paragraph = self.paragraph(where)
        self._delete(paragraph, 0, _length(paragraph), whole=True)
        following = paragraph.getnext()
        is_last = following is None or following.tag == f"{W}sectPr"
        before = paragraph.getprevious()
        if not self.tracked:
            parent = paragraph.getparent()
            if parent is not None and len(parent.findall(f"{W}p")) > 1:
                parent.remove(paragraph)
        elif is_last and before is not None and before.tag == f"{W}p":
            self._mark_end(before, "del")
        elif not is_last:
            self._mark_end(paragraph, "del")

    def join(self, where: Where) -> None:
        """Delete the mark at a paragraph's end, so that the next one goes on in it."""
        first = self.paragraph(where)
        if self.tracked:
            self._mark_end(first, "del")
            return
        second = first.getnext()
        assert second is not None
        assert second.tag == f"{W}p", "nothing to join with"
        for node in list(second):
            if node.tag != f"{W}pPr":
                first.append(node)
        old, new = first.find(f"{W}pPr"), second.find(f"{W}pPr")
        if old is not None:
            first.remove(old)
        if new is not None:
            first.insert(0, new)
        _remove(second)

    def split(self, where: Where, at: int) -> None:
        """Press Enter in a paragraph. A bookmark around its text runs over both halves."""
        second = self.paragraph(where)
        before = self._cut(second, at)
        first = etree.Element(f"{W}p")
        properties = second.find(f"{W}pPr")
        if properties is not None:
            first.append(_clean(deepcopy(properties)))
        for node in before:
            first.append(node)
        for name in ("paraId", "textId"):
            if second.get(W14 + name):
                first.set(W14 + name, second.attrib.pop(W14 + name))
        second.addprevious(first)
        if self.tracked:
            self._mark_end(first, "ins")

    def move(self, where: int, after: int) -> None:
        """Cut a paragraph of the body and paste it behind another one."""
        paragraph, target = self.paragraph(where), self.paragraph(after)
        copy = deepcopy(paragraph)
        for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"):
            for node in list(copy.iter(W + name)):
                _remove(node)
        copy.attrib.pop(f"{W14}paraId", None)
        target.addnext(copy)
        if not self.tracked:
            _remove(paragraph)
            return
        for mark in copy.iter(f"{W}footnoteReference"):
            mark.set(f"{W}id", self._copied_note(mark.get(f"{W}id") or ""))
        self._moves += 1
        name = f"move{48_000_000 + self._moves}"
        for node, kind in ((paragraph, "moveFrom"), (copy, "moveTo")):
            for run in [run for run, _ in _runs(node)]:
                self._wrap(run, kind)
            self._mark_end(node, kind)
            begin = self._mark(f"{kind}RangeStart", node)
            begin.set(f"{W}name", name)
            node.remove(begin)
            properties = node.find(f"{W}pPr")
            node.insert(0 if properties is None else 1, begin)
            end = etree.Element(f"{W}{kind}RangeEnd")
            end.set(f"{W}id", begin.get(f"{W}id") or "")
            node.addnext(end)

    # --- notes, comments, rows ------------------------------------------------------------------

    def insert_note(self, where: int, at: int, text: str) -> None:
        """Insert a footnote."""
        notes = self.part("word/footnotes.xml")
        number = 1 + max(int(note.get(f"{W}id") or 0) for note in notes)
        note = etree.SubElement(notes, f"{W}footnote")
        note.set(f"{W}id", str(number))
        paragraph = _child(note, "p")
        _child(_child(paragraph, "pPr"), "pStyle").set(f"{W}val", "FootnoteText")
        mark = self._run("", _style("FootnoteReference"))
        _child(mark, "footnoteRef")
        self._append(paragraph, [mark, self._run(" ", None), self._run(text, None)])
        reference = self._run("", _style("FootnoteReference"))
        _child(reference, "footnoteReference").set(f"{W}id", str(number))
        self._put(self.paragraph(where), at, [reference])

    def delete_note(self, note: int) -> None:
        """Delete the mark of a note; its text goes with it."""
        mark = list(self.body.iter(f"{W}footnoteReference"))[note]
        run = mark.getparent()
        assert run is not None
        self._take(run)

    def comment(self, where: int, start: int, end: int, text: str, *, reply_to: int = -1) -> int:
        """Write a comment about words, or a reply to the comment of that number; its number."""
        comments = self._new_part("comments", "comments")
        number = len(comments)
        node = etree.SubElement(comments, f"{W}comment")
        for key, value in (("id", number), ("author", self.author), ("date", self.date)):
            node.set(W + key, str(value))
        node.set(f"{W}initials", "".join(word[0] for word in self.author.split()))
        paragraph = _child(node, "p")
        paragraph.set(f"{W14}paraId", f"{0x5A000000 + number:08X}")
        paragraph.append(_plain(text))
        extended = self._new_part("commentsExtended", "commentsExtended")
        line = etree.SubElement(extended, f"{W15}commentEx")
        line.set(f"{W15}paraId", f"{0x5A000000 + number:08X}")
        line.set(f"{W15}done", "0")
        if reply_to >= 0:
            line.set(f"{W15}paraIdParent", f"{0x5A000000 + reply_to:08X}")
        about = self.paragraph(where)
        reference = _plain("")
        _child(reference, "commentReference").set(f"{W}id", str(number))
        for at, tag in ((end, "commentRangeEnd"), (start, "commentRangeStart")):
            sign = etree.Element(W + tag)
            sign.set(f"{W}id", str(number))
            self._place(about, at, [sign, reference] if tag == "commentRangeEnd" else [sign])
        return number

    def insert_row(self, where: int, texts: list[str]) -> None:
        """Insert a row below that in which a paragraph stands, with these words in its cells."""
        row = next(self.paragraph(where).iterancestors(f"{W}tr"))
        new = deepcopy(row)
        for cell, text in zip(new.findall(f"{W}tc"), texts, strict=True):
            first, *others = cell.findall(f"{W}p")
            for other in others:
                cell.remove(other)
            first.attrib.pop(f"{W14}paraId", None)
            for node in list(first):
                if node.tag != f"{W}pPr":
                    first.remove(node)
            if text:
                self._append(first, [self._run(text, None)])
            if self.tracked:
                self._mark_end(first, "ins")
        row.addnext(new)
        if self.tracked:
            self._mark("ins", _row_properties(new))

    def delete_row(self, where: int) -> None:
        """Delete the row in which a paragraph stands."""
        row = next(self.paragraph(where).iterancestors(f"{W}tr"))
        if not self.tracked:
            _remove(row)
            return
        for paragraph in row.iter(f"{W}p"):
            self._delete(paragraph, 0, _length(paragraph), whole=True)
            self._mark_end(paragraph, "del")
        self._mark("del", _row_properties(row))

    # --- how Word writes it ---------------------------------------------------------------------

    def _number(self) -> str:
        self._next += 1
        return str(self._next)

    def _mark(self, kind: str, parent: Element) -> Element:
        made = _child(parent, kind)
        for key, value in (("id", self._number()), ("author", self.author), ("date", self.date)):
            made.set(W + key, value)
        return made

    def _mark_end(self, paragraph: Element, kind: str) -> None:
        """Mark a paragraph's own mark: the first children of `w:pPr/w:rPr` (17.3.1.29)."""
        properties = _properties(paragraph)
        signs = properties.find(f"{W}rPr")
        if signs is None:
            signs = _child(properties, "rPr")
            for name in ("sectPr", "pPrChange"):
                for node in properties.findall(W + name):
                    properties.append(node)
        if kind == "del" and (own := self._own(signs.find(f"{W}ins"))) is not None:
            signs.remove(own)
            return
        made = self._mark(kind, signs)
        signs.remove(made)
        signs.insert(len([node for node in signs if node.tag in MARKS]), made)

    def _own(self, mark: Element | None) -> Element | None:
        return mark if mark is not None and mark.get(f"{W}author") == self.author else None

    def _run(self, text: str, properties: Element | None) -> Element:
        run = _plain(text)
        if properties is not None:
            run.insert(0, deepcopy(properties))
        return run

    def _wrap(self, run: Element, kind: str) -> None:
        around = self._mark(kind, self.body)
        self.body.remove(around)
        run.addprevious(around)
        around.append(run)
        if kind == "del":
            for node in run:
                if node.tag in (f"{W}t", f"{W}instrText"):
                    node.tag = (
                        W + {"t": "delText", "instrText": "delInstrText"}[node.tag.removeprefix(W)]
                    )

    def _append(self, paragraph: Element, runs: list[Element]) -> None:
        for run in runs:
            paragraph.append(run)
            if self.tracked:
                self._wrap(run, "ins")

    def _put(self, paragraph: Element, at: int, runs: list[Element]) -> None:
        self._place(paragraph, at, runs)
        if self.tracked:
            for run in runs:
                self._wrap(run, "ins")

    def _place(self, paragraph: Element, at: int, nodes: list[Element]) -> None:
        """Put nodes at a place: behind the run that ends there, and outside of what it ends."""
        previous = _run_before(paragraph, at)
        if previous is None:
            anchor = paragraph.find(f"{W}pPr")
            # a bookmark around the text takes the new words in
            for node in paragraph:
                if node.tag in (f"{W}pPr", f"{W}bookmarkStart", f"{W}moveFromRangeStart"):
                    anchor = node
                else:
                    break
            for node in reversed(nodes):
                paragraph.insert(0, node) if anchor is None else anchor.addnext(node)
            return
        around = previous.getparent()
        assert around is not None
        anchor = previous
        while around is not paragraph:
            is_inside = around.tag == f"{W}hyperlink" and any(
                _shown(run) for run in anchor.itersiblings() for run in _runs_in(run)
            )
            if is_inside:
                break
            if around.tag in MARKS and anchor.getnext() is not None:
                self._divide(around, anchor)
            anchor, around = around, around.getparent()  # type: ignore[assignment]
        for node in reversed(nodes):
            anchor.addnext(node)

    def _divide(self, around: Element, after: Element) -> None:
        """Divide a link or a mark behind one of its runs."""
        rest = etree.Element(around.tag, dict(around.attrib))
        if around.tag in MARKS:
            rest.set(f"{W}id", self._number())
        for node in list(after.itersiblings()):
            rest.append(node)
        if len(rest):
            around.addnext(rest)

    def _properties(self, paragraph: Element, at: int) -> Element | None:
        """The look that typed words take: of the letter before them, outside links and notes."""
        place = 0
        for run, in_field in _runs(paragraph):
            length = len(_shown(run))
            if place < at <= place + length:
                is_edge = at == place + length
                parent = run.getparent()
                in_link = parent is not None and parent.tag == f"{W}hyperlink"
                return None if is_edge and (in_field or in_link) else run.find(f"{W}rPr")
            place += length
        return None

    def _delete(self, paragraph: Element, start: int, end: int, *, whole: bool = False) -> None:
        for run in _within(paragraph, start, end, whole=whole):
            self._take(run)

    def _take(self, run: Element) -> None:
        """Delete a run, with the text of the note whose mark it is."""
        mark = run.find(f"{W}footnoteReference")
        note = None
        if mark is not None:
            notes = self.part("word/footnotes.xml")
            note = next(one for one in notes if one.get(f"{W}id") == mark.get(f"{W}id"))
        around = run.getparent()
        assert around is not None
        if around.tag in (f"{W}del", f"{W}moveFrom"):
            return
        if not self.tracked or self._own(around if around.tag == f"{W}ins" else None) is not None:
            around.remove(run)
            if around.tag in MARKS and not len(around):
                _remove(around)
            if note is not None:
                _remove(note)
            return
        self._wrap(run, "del")
        if note is not None:
            for paragraph in note.iter(f"{W}p"):
                self._delete(paragraph, 0, _length(paragraph), whole=True)

    def _cut(self, paragraph: Element, at: int) -> list[Element]:
        """The children of a paragraph before a place, links and marks divided where they must be."""
        sign = etree.Element(f"{W}proofErr")
        self._place(paragraph, at, [sign])
        around = sign.getparent()
        assert around is not None
        while around is not paragraph:
            self._divide(around, sign)
            around.addnext(sign)
            around = sign.getparent()
            assert around is not None
        before = [node for node in sign.itersiblings(preceding=True) if node.tag != f"{W}pPr"]
        paragraph.remove(sign)
        return before[::-1]

    def _copied_note(self, number: str) -> str:
        notes = self.part("word/footnotes.xml")
        old = next(one for one in notes if one.get(f"{W}id") == number)
        new = deepcopy(old)
        new.set(f"{W}id", str(1 + max(int(note.get(f"{W}id") or 0) for note in notes)))
        notes.append(new)
        for node, kind in ((old, "moveFrom"), (new, "moveTo")):
            for paragraph in node.iter(f"{W}p"):
                for run in [run for run, _ in _runs(paragraph)]:
                    self._wrap(run, kind)
        return new.get(f"{W}id") or ""

    def _new_part(self, name: str, kind: str) -> Element:
        """A part of the document, made where it is not there."""
        path = f"word/{name}.xml"
        if path not in self._data and path not in self._parts:
            is_word = name == "comments"
            root = etree.Element(
                f"{W}comments" if is_word else f"{W15}commentsEx",
                nsmap={"w": W[1:-1], "w14": W14[1:-1], "w15": W15[1:-1]},
            )
            self._parts[path] = root
            types = self.part("[Content_Types].xml")
            line = etree.SubElement(types, f"{TYPES}Override")
            line.set("PartName", f"/{path}")
            line.set("ContentType", f"{WORD_TYPE}{kind}+xml")
            relations = self.part("word/_rels/document.xml.rels")
            relation = etree.SubElement(relations, f"{RELATIONS}Relationship")
            relation.set("Id", f"rIdNew{len(relations)}")
            relation.set(
                "Type",
                OFFICE + kind
                if is_word
                else f"http://schemas.microsoft.com/office/2011/relationships/{kind}",
            )
            relation.set("Target", f"{name}.xml")
        return self.part(path)


# --- runs and their letters ---------------------------------------------------------------------


def _runs_in(node: Element) -> Iterator[Element]:
    if node.tag == f"{W}r":
        yield node
    elif node.tag != f"{W}pPr":
        for inner in node:
            yield from _runs_in(inner)


def _runs(paragraph: Element) -> list[tuple[Element, bool]]:
    """The runs of a paragraph, and whether each is the result of a field that begins in it.

    Runs in the instruction of a field are given as such too: they show nothing.
    """
    _one_piece_each(paragraph)
    found: list[tuple[Element, bool]] = []
    depth = 0
    in_result = [False] * 50
    for run in list(_runs_in(paragraph)):
        sign = run.find(f"{W}fldChar")
        if sign is not None:
            kind = sign.get(f"{W}fldCharType")
            if kind == "begin":
                depth += 1
                in_result[depth] = False
            elif kind == "separate":
                in_result[depth] = True
            elif depth:
                depth -= 1
        found.append((run, depth > 0 and sign is None and in_result[depth]))
    return found


def _one_piece_each(paragraph: Element) -> None:
    """Runs with several pieces (words, a tab, a mark) become several runs."""
    for run in list(_runs_in(paragraph)):
        pieces = [node for node in run if node.tag != f"{W}rPr"]
        properties = run.find(f"{W}rPr")
        for piece in reversed(pieces[1:]):
            new = etree.Element(f"{W}r")
            if properties is not None:
                new.append(deepcopy(properties))
            new.append(piece)
            run.addnext(new)


def _shown(run: Element) -> str:
    """What the reader reads of a run."""
    shown = ""
    for node in run:
        match node.tag.removeprefix(W):
            case "t" | "delText":
                text = (node.text or "").replace("\n", " ")
                shown += text if node.get(SPACE) == "preserve" else text.strip(" \t")
            case "tab":
                shown += "\t"
            case "br" if node.get(f"{W}type") not in ("page", "column"):
                shown += "\n"
            case "noBreakHyphen":
                shown += "\u2011"
            case "softHyphen":
                shown += "\u00ad"
    if run.getprevious() is not None and _follows_mark_of_note(run):
        return shown[1:] if shown[:1] in (" ", "\t", "\u00a0") else shown
    return shown


def _follows_mark_of_note(run: Element) -> bool:
    node: Element | None = run
    while node is not None and node.getprevious() is None and node.tag != f"{W}p":
        node = node.getparent()
    before = node.getprevious() if node is not None and node.tag != f"{W}p" else None
    return before is not None and next(before.iter(f"{W}footnoteRef"), None) is not None


def _length(paragraph: Element) -> int:
    return sum(len(_shown(run)) for run, _ in _runs(paragraph))


def _run_before(paragraph: Element, at: int) -> Element | None:
    """The run that ends at a place, cut where it must be; the end of its field, if it has one."""
    place = 0
    runs = _runs(paragraph)
    found: Element | None = None
    for index, (run, _) in enumerate(runs):
        length = len(_shown(run))
        if length and place < at <= place + length:
            if at < place + length:
                _cut_run(run, at - place)
                return run
            found = run
            depth = _depth(runs, index)
            for following, _ in runs[index + 1 :]:
                if not depth or _shown(following):
                    break
                if _sign(following) == "end":
                    depth -= 1
                    found = following if not depth else found
            return found
        place += length
        if at == 0 and run.find(f"{W}footnoteRef") is not None:
            return _after_mark(runs, index)
    if place < at:
        raise IndexError(f"{at} is behind the end of “{''.join(_shown(run) for run, _ in runs)}”")
    return None


def _after_mark(runs: list[tuple[Element, bool]], index: int) -> Element:
    """The tab or space behind the mark at the head of a note."""
    following = runs[index + 1][0] if index + 1 < len(runs) else runs[index][0]
    text = following.find(f"{W}t")
    if text is not None and (text.text or "")[1:]:
        _cut_run(following, 0)  # the space alone stays
    return following


def _depth(runs: list[tuple[Element, bool]], index: int) -> int:
    depth = 0
    for run, _ in runs[: index + 1]:
        depth += {"begin": 1, "end": -1}.get(_sign(run), 0)
    return depth


def _sign(run: Element) -> str:
    sign = run.find(f"{W}fldChar")
    return "" if sign is None else sign.get(f"{W}fldCharType") or ""


def _cut_run(run: Element, at: int) -> None:
    """Cut a run of words after so many letters; the rest stands behind it."""
    text = next(node for node in run if node.tag in (f"{W}t", f"{W}delText"))
    whole = text.text or ""
    skipped = len(whole) - len(_shown(run))
    rest = deepcopy(run)
    text.text = whole[: at + skipped]
    text.set(SPACE, "preserve")
    piece = next(node for node in rest if node.tag == text.tag)
    piece.text = whole[at + skipped :]
    piece.set(SPACE, "preserve")
    run.addnext(rest)


def _within(paragraph: Element, start: int, end: int, *, whole: bool = False) -> list[Element]:
    """The runs between two places, cut where they must be, with the fields and marks among them."""
    if whole:
        return [run for run, _ in _runs(paragraph) if run.find(f"{W}footnoteRef") is None]
    _run_before(paragraph, end)
    _run_before(paragraph, start)
    found: list[Element] = []
    place = 0
    field: list[Element] = []
    begun = depth = 0
    for run, _ in _runs(paragraph):
        length = len(_shown(run))
        if _sign(run) == "begin":
            if not depth:
                field, begun = [], place
            depth += 1
        if depth:
            field.append(run)
        elif start <= place and place + length <= end if length else start < place < end:
            found.append(run)
        place += length
        if _sign(run) == "end" and depth:
            depth -= 1
            if not depth and start <= begun and place <= end and place > begun:
                found.extend(field)
            elif not depth:
                at = begun
                for one in field:
                    if _shown(one) and start <= at and at + len(_shown(one)) <= end:
                        found.append(one)
                    at += len(_shown(one))
    return found


def _child(parent: Element, name: str) -> Element:
    return etree.SubElement(parent, W + name)


def _plain(text: str) -> Element:
    """A run of words, with tabs and line breaks as Word writes them."""
    run = etree.Element(f"{W}r")
    for piece in re.split(r"([\t\n])", text):
        if piece in ("\t", "\n"):
            _child(run, "tab" if piece == "\t" else "br")
        elif piece:
            node = _child(run, "t")
            node.text = piece
            node.set(SPACE, "preserve")
    return run


def _style(name: str) -> Element:
    properties = etree.Element(f"{W}rPr")
    _child(properties, "rStyle").set(f"{W}val", name)
    return properties


def _properties(paragraph: Element) -> Element:
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        paragraph.insert(0, found)
    return found


def _row_properties(row: Element) -> Element:
    found = row.find(f"{W}trPr")
    if found is None:
        found = etree.Element(f"{W}trPr")
        row.insert(0, found)
    return found


def _clean(properties: Element) -> Element:
    """Properties of a new paragraph: without marks of changes, and without the end of a section."""
    for name in ("sectPr", "pPrChange", "pageBreakBefore"):
        for node in properties.findall(W + name):
            properties.remove(node)
    for node in list(properties.iter(*MARKS)):
        _remove(node)
    return properties


def _order_first(properties: Element, name: str) -> None:
    *old, new = properties.findall(W + name)
    for node in old:
        properties.remove(node)
    properties.insert(0, new)


def replaced(edited: Edited, old: str, new: str) -> None:
    """Put words in the place of others."""
    place = edited.find(old)
    edited.replace(place.paragraph, place.start, place.end, new)


def _order(properties: Element) -> None:
    """`w:b`, `w:bCs`, `w:i`, `w:iCs` in the order of the schema, behind `w:rStyle`."""
    names = [f"{W}rStyle", f"{W}b", f"{W}bCs", f"{W}i", f"{W}iCs"]
    nodes = sorted(
        properties, key=lambda node: names.index(node.tag) if node.tag in names else len(names)
    )
    for node in nodes:
        properties.append(node)


def _remove(node: Element) -> None:
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)
