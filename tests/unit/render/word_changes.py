"""A Word file with tracked changes -> what it says once all are accepted, or all rejected.

Written from ISO/IEC 29500-1, 17.13.5, apart from the writer. `accepted` and `rejected` give the
paragraphs; `settled` gives the whole file, which may be read again as one without changes.
"""

import re
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby
from typing import Literal

from lxml import etree

from tests.unit.render.word_reader import NS, Element, W, Word

Answer = Literal["accept", "reject"]
GONE = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
KEPT = {"accept": ("ins", "moveTo"), "reject": ("del", "moveFrom")}
STORIES = ("word/document.xml", "word/footnotes.xml", "word/header", "word/footer")
NUMBERS = re.compile(r"P\d{3}|(?<=Count )\d+|(?<=[Aa]nnex )[A-Z]|(?<=Schedule )[A-Z]")
CONTENT = ("t", "tab", "br", "drawing", "footnoteReference", "footnoteRef", "fldChar", "instrText")


@dataclass(frozen=True)
class Read:
    """A paragraph: its style, its number as Word counts, its words with their emphasis.

    `where` is the table, row and cell it stands in, each from 1; empty outside tables. The words of
    a note stand at its mark; the result of a field is worked out from what it points at.
    """

    style: str
    number: str
    words: tuple[tuple[str, str], ...]
    where: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.words)


def accepted(data: bytes) -> list[Read]:
    """The paragraphs once all changes are accepted."""
    return read(settled(data, "accept"))


def rejected(data: bytes) -> list[Read]:
    """The paragraphs once all changes are rejected."""
    return read(settled(data, "reject"))


def settled(data: bytes, answer: Answer) -> bytes:
    """The file with all changes accepted, or all rejected."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name.startswith(STORIES) and name.endswith(".xml"):
                root = etree.fromstring(content)
                _settle(root, answer)
                content = etree.tostring(root)
            after.writestr(name, content)
    return made.getvalue()


def _settle(root: Element, answer: Answer) -> None:
    for kind in ("moveFrom", "moveTo"):
        for mark in root.xpath(f"//w:{kind}RangeStart | //w:{kind}RangeEnd", namespaces=NS):
            mark.getparent().remove(mark)
    for change in list(root.iter(f"{W}rPrChange")):
        properties = change.getparent()
        old = change.find(f"{W}rPr")
        properties.remove(change)
        if answer == "reject":
            properties[:] = list(old)
    vanishing = [
        paragraph
        for paragraph in root.iter(f"{W}p")
        if any(paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for kind in GONE[answer])
    ]
    _settle_rows(root, answer)
    for kind in GONE[answer]:
        for change in root.xpath(f"//w:p//w:{kind}[not(ancestor::w:pPr)]", namespaces=NS):
            change.getparent().remove(change)
    for kind in KEPT[answer]:
        for change in root.xpath(f"//w:p//w:{kind}[not(ancestor::w:pPr)]", namespaces=NS):
            parent = change.getparent()
            at = parent.index(change)
            parent[at : at + 1] = list(change)
    for name in ("delText", "delInstrText"):
        for text in root.iter(W + name):
            text.tag = W + {"delText": "t", "delInstrText": "instrText"}[name]
    for marks in root.xpath("//w:pPr/w:rPr", namespaces=NS):
        marks.getparent().remove(marks)
    for paragraph in reversed(vanishing):  # one that goes on may itself be the rest of another
        if paragraph.getparent() is not None:
            _join(paragraph)


def _settle_rows(root: Element, answer: Answer) -> None:
    for row in list(root.iter(f"{W}tr")):
        table = row.getparent()
        marks = [row.find(f"{W}trPr/{W}{kind}") for kind in ("ins", "del")]
        if any(row.find(f"{W}trPr/{W}{kind}") is not None for kind in GONE[answer]):
            table.remove(row)
            if table.find(f"{W}tr") is None:
                table.getparent().remove(table)
            continue
        for mark in marks:
            if mark is not None:
                mark.getparent().remove(mark)


def _join(paragraph: Element) -> None:
    """Take the mark of a paragraph away: what it holds and the next one are one paragraph."""
    following = paragraph.getnext()
    is_empty = not any(paragraph.find(f".//{W}{name}") is not None for name in CONTENT)
    is_last = following is None or following.tag != f"{W}p"
    if is_empty and not (following is None and paragraph.getparent().tag == f"{W}tc"):
        paragraph.getparent().remove(paragraph)
    elif not is_last:
        properties = following.find(f"{W}pPr")
        section = properties.find(f"{W}sectPr") if properties is not None else None
        assert section is None, "a paragraph that goes on ends a section"
        for piece in list(following):
            if piece.tag != f"{W}pPr":
                paragraph.append(piece)
        following.getparent().replace(following, paragraph)


# --- reading ------------------------------------------------------------------------------


def read(data: bytes, *, first_codes: bool = False) -> list[Read]:
    """The paragraphs of a file without changes, but for the contents and those as high as a hair.

    `first_codes` is for what LibreOffice saved: it settles no changes in the code of a field, which
    keeps what the new version refers to.
    """
    word = Word(data)
    for part in word.parts.values():
        _quote(part, first_codes)
    bookmarks = word.bookmarks()
    numbers = {shown.node: shown.number for shown in word.paragraphs}
    notes = {note.get(f"{W}id") or "": note for note in word.parts.get("word/footnotes.xml", ())}
    reader = _Reader(bookmarks, numbers, notes, first_codes)
    found: list[Read] = []
    tables = list(word.body.iter(f"{W}tbl"))
    for shown in word.paragraphs:
        if shown.style.lower().startswith("toc ") or (
            shown.style == "Section End" and not shown.text
        ):
            continue
        words = reader.words(shown.node)
        found.append(Read(shown.style, shown.number, words, _where(shown.node, tables)))
    for name in sorted(word.parts):
        if name.startswith(("word/header", "word/footer")):
            found += [
                Read(word.style_name(node), "", reader.words(node), _where(node, tables))
                for node in word.parts[name].iter(f"{W}p")
                if word.style_name(node) != "Section End"
            ]
    return found


def masked(found: list[Read]) -> list[Read]:
    """Without the numbers in words: LibreOffice settles no changes in the code of a field."""

    def words(one: Read, text: str) -> str:
        is_row = one.where[2:] == (1,) and text.isdecimal()
        is_letter = len(text) == 1 and text.isupper()  # of an annex, in a reference to it
        return "#" if is_row or is_letter else NUMBERS.sub("#", text)

    return [
        replace(one, words=tuple((words(one, text), look) for text, look in one.words))
        for one in found
    ]


def quoted(code: str, first: bool = False) -> str:
    """What a QUOTE field yields (17.16.5.46); the `first` of them where two codes are one."""
    if first:
        code = code.split("QUOTE", 2)[1].join(("QUOTE", ""))
    found = re.fullmatch(r'\s*QUOTE "((?:[^"\\]|\\.)*)"\s*', code)
    assert found is not None, f"a field has the code {code!r}"
    return re.sub(r"\\(.)", r"\1", found[1])


def _quote(part: Element, first_codes: bool) -> None:
    """Bring the QUOTE fields of a part up to date, for others refer to what they yield."""
    codes: list[str] = []
    result: list[Element] = []
    for piece in part.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = piece.get(f"{W}fldCharType")
        if kind == "begin":
            codes.append("")
            result = []
        elif kind == "end":
            code = codes.pop()
            if code.split()[:1] == ["QUOTE"] and result:
                result[0].text = quoted(code, first_codes)
                for more in result[1:]:
                    more.text = ""
        elif piece.tag == f"{W}instrText" and codes:
            codes[-1] += piece.text or ""
        elif piece.tag == f"{W}t":
            result.append(piece)


def _where(node: Element, tables: list[Element]) -> tuple[int, ...]:
    cell = next(node.iterancestors(f"{W}tc"), None)
    if cell is None:
        return ()
    row = cell.getparent()
    table = row.getparent()
    at = tables.index(table) + 1 if table in tables else 0
    return at, table.findall(f"{W}tr").index(row) + 1, row.findall(f"{W}tc").index(cell) + 1


@dataclass
class _Reader:
    bookmarks: dict[str, tuple[Element, str]]
    numbers: dict[Element, str]
    notes: dict[str, Element]
    first_codes: bool = False

    def words(self, paragraph: Element) -> tuple[tuple[str, str], ...]:
        """The words of a paragraph, each stretch with its emphasis; that of spaces is not seen."""
        letters: list[tuple[str, str]] = []
        codes: list[str] = []
        results: list[bool] = []
        for run in paragraph.iter(f"{W}r"):
            look = _look(run)
            for piece in run:
                match piece.tag.removeprefix(W):
                    case "fldChar" if piece.get(f"{W}fldCharType") == "begin":
                        codes.append("")
                        results.append(False)
                    case "fldChar" if piece.get(f"{W}fldCharType") == "separate" and codes:
                        letters += [(one, look) for one in self._result(codes[-1])]
                        results[-1] = not codes[-1].strip().startswith(("TOC", "PAGE", "NUMPAGES"))
                    case "fldChar" if codes:
                        codes.pop()
                        results.pop()
                    case "instrText":
                        codes[-1] += piece.text or ""
                    case "t" if not any(results):
                        letters += [(one, look) for one in piece.text or ""]
                    case "tab" | "br" if not any(results):
                        letters.append(("\n", ""))
                    case "drawing":
                        letters.append(("\N{WHITE SQUARE}", ""))
                    case "footnoteReference":
                        letters.append(("{", ""))
                        for text, emphasis in self.words(self.notes[piece.get(f"{W}id") or ""][0]):
                            letters += [(one, emphasis) for one in text]
                        letters.append(("}", ""))
        while letters and letters[0][0].isspace():
            del letters[0]
        while letters and letters[-1][0].isspace():
            del letters[-1]
        plain = [(one, "" if one.isspace() else look) for one, look in letters]
        return tuple(
            ("".join(one for one, _ in same), look)
            for look, same in groupby(plain, key=lambda pair: pair[1])
        )

    def _result(self, code: str) -> str:
        kind, *rest = code.split()
        if kind == "QUOTE":
            return quoted(code, self.first_codes)
        if kind not in ("REF", "NOTEREF"):
            return ""
        name = rest[0]
        found = self.bookmarks.get(name)
        if found is None and self.first_codes:
            old = name.replace("_ind_", "_was_", 1).replace("_at_", "_at_was_", 1)
            found = self.bookmarks.get(old)
        if found is None:
            return f"<nothing is called {name}>"
        paragraph, text = found
        return self.numbers[paragraph].rstrip(".") if "\\n" in rest else text


def _look(run: Element) -> str:
    names = []
    for one in run.iterfind(f"{W}rPr/*"):
        if one.tag in (f"{W}rStyle", f"{W}lang"):
            names.append("=".join(one.attrib.values()))
        elif one.tag in (f"{W}b", f"{W}i"):
            names.append(one.tag.removeprefix(W))
    return " ".join(names)
