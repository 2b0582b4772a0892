"""The bytes of a Word document -> what Word shows of it: numbers counted, fields computed.

Written from ISO/IEC 29500-1 apart from the writer, so that both must read the standard alike.
"""

import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree, html

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}
Element = etree._Element


def _val(node: Element | None, name: str = "val") -> str | None:
    return None if node is None else node.get(W + name)


@dataclass
class Shown:
    """A paragraph as it is shown: its style's name, its number, its words, notes as [1]."""

    style: str
    number: str
    text: str
    node: Element

    @property
    def words(self) -> str:
        return " ".join(f"{self.number} {self.text}".split())


@dataclass
class FieldShown:
    """A field: its code, the result that is kept in the file, and the result computed from the
    document (None for those that depend on the layout)."""

    code: str
    kept: str
    computed: str | None


@dataclass
class _Open:
    code: str = ""
    kept: str = ""
    in_result: bool = False


@dataclass
class Word:
    """A document read from its bytes."""

    data: bytes
    parts: dict[str, Element] = field(init=False)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(BytesIO(self.data)) as package:
            self.parts = {
                name: etree.fromstring(package.read(name))
                for name in package.namelist()
                if name.endswith((".xml", ".rels"))
            }
        self.body = self.parts["word/document.xml"]
        self._styles = {
            str(_val(style, "styleId")): style
            for style in self.parts["word/styles.xml"].iter(f"{W}style")
        }
        self._notes = {
            number: place
            for place, number in enumerate(
                (str(_val(mark, "id")) for mark in self.body.iter(f"{W}footnoteReference")), start=1
            )
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._seen: set[str] = set()
        self.paragraphs = [self._shown(node) for node in self.body.iter(f"{W}p")]
        self.notes = [
            self._shown(note[0])
            for note in self.parts.get("word/footnotes.xml", ())
            if note.get(f"{W}type") is None
        ]

    def style_name(self, node: Element) -> str:
        style = _val(node.find("w:pPr/w:pStyle", NS)) or "Normal"
        return _val(self._styles[style].find("w:name", NS)) or ""

    def bookmarks(self) -> dict[str, tuple[Element, str]]:
        """The paragraph and the text of each bookmark."""
        found: dict[str, tuple[Element, str]] = {}
        for shown in (*self.paragraphs, *self.notes):
            begun: dict[str, str] = {}
            texts: dict[str, str] = {}
            for node in shown.node.iter():
                if node.tag == f"{W}bookmarkStart":
                    name, number = str(_val(node, "name")), str(_val(node, "id"))
                    assert name not in found, f"two bookmarks {name}"
                    begun[number], texts[name] = name, ""
                elif node.tag == f"{W}bookmarkEnd":
                    name = begun.pop(str(_val(node, "id")))
                    found[name] = (shown.node, texts[name])
                elif node.tag == f"{W}footnoteReference":
                    for name in begun.values():
                        texts[name] += str(self._notes[str(_val(node, "id"))])
                elif node.tag == f"{W}t":
                    for name in begun.values():
                        texts[name] += node.text or ""
            assert not begun, f"bookmarks without an end: {begun}"
        return found

    def fields(self) -> Iterator[FieldShown]:
        """The fields of the body, its notes and its running heads, each with both results."""
        bookmarks = self.bookmarks()
        numbers = {shown.node: shown.number for shown in self.paragraphs}
        for name in sorted(self.parts):
            opened: list[_Open] = []
            for node in self.parts[name].iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}tab"):
                match (node.tag.removeprefix(W), _val(node, "fldCharType")):
                    case ("fldChar", "begin"):
                        opened.append(_Open())
                    case ("fldChar", "separate"):
                        opened[-1].in_result = True
                    case ("fldChar", "end"):
                        done = opened.pop()
                        yield FieldShown(
                            done.code.strip(), done.kept, _compute(done.code, bookmarks, numbers)
                        )
                    case ("instrText", _):
                        opened[-1].code += node.text or ""
                    case (kind, _):
                        for one in opened:
                            if one.in_result:
                                one.kept += (node.text or "") if kind == "t" else "\t"
            assert not opened, f"fields without an end in {name}: {opened}"

    def _shown(self, node: Element) -> Shown:
        texts: list[str] = []
        for piece in node.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}footnoteReference"):
            parent = piece.getparent()
            if piece.tag == f"{W}t":
                texts.append(piece.text or "")
            elif piece.tag == f"{W}footnoteReference":
                texts.append(f"[{self._notes[str(_val(piece, 'id'))]}]")
            elif parent is not None and parent.tag == f"{W}r":
                texts.append(" ")
        return Shown(self.style_name(node), self._number(node), "".join(texts).strip(), node)

    def _number(self, node: Element) -> str:
        """17.9.15 (numbering of a paragraph), 17.9.25 and 17.9.27 (levels, start override)."""
        given = node.find("w:pPr/w:numPr", NS)
        style: Element | None = self._styles[_val(node.find("w:pPr/w:pStyle", NS)) or "Normal"]
        while given is None and style is not None:
            given = style.find("w:pPr/w:numPr", NS)
            style = self._styles.get(_val(style.find("w:basedOn", NS)) or "")
        if given is None:
            return ""
        used = _val(given.find("w:numId", NS)) or ""
        if used == "0":  # 17.9.18: no number, whatever the style says
            return ""
        level = int(_val(given.find("w:ilvl", NS)) or 0)
        lists = self.parts["word/numbering.xml"]
        (number,) = lists.xpath("w:num[@w:numId=$used]", namespaces=NS, used=used)
        abstract = _val(number.find("w:abstractNumId", NS)) or ""
        (definition,) = lists.xpath(
            "w:abstractNum[@w:abstractNumId=$abstract]", namespaces=NS, abstract=abstract
        )
        counts = self._counts[abstract]
        if used not in self._seen:
            self._seen.add(used)
            for override in number.iterfind("w:lvlOverride", NS):
                start = int(_val(override.find("w:startOverride", NS)) or 1)
                counts[int(_val(override, "ilvl") or 0)] = start - 1
        shapes = {
            int(_val(shape, "ilvl") or 0): shape for shape in definition.iterfind("w:lvl", NS)
        }
        counts[level] = counts.get(level, int(_val(shapes[level].find("w:start", NS)) or 1) - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        printed = _val(shapes[level].find("w:lvlText", NS)) or ""
        if _val(shapes[level].find("w:numFmt", NS)) == "bullet":
            return ""
        for upper in range(level + 1):
            form = _val(shapes[upper].find("w:numFmt", NS)) or ""
            printed = printed.replace(f"%{upper + 1}", _count(form, counts.get(upper, 1)))
        return printed


def _compute(
    code: str, bookmarks: dict[str, tuple[Element, str]], numbers: dict[Element, str]
) -> str | None:
    kind, *rest = code.split()
    if kind in ("REF", "NOTEREF", "PAGEREF"):
        paragraph, text = bookmarks[rest[0]]
        if kind == "REF" and "\\n" in rest:
            return numbers[paragraph].rstrip(".")
        return None if kind == "PAGEREF" else text
    if kind == "QUOTE":
        return " ".join(rest).strip('"')
    assert kind in ("TOC", "PAGE", "NUMPAGES"), code
    return None


def _count(form: str, number: int) -> str:
    letter = chr(ord("a") + (number - 1) % 26) * -(-number // 26)
    match form:
        case "decimal":
            return str(number)
        case "lowerLetter":
            return letter
        case "upperLetter":
            return letter.upper()
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")[number // 10 % 10]
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
    roman = "c" * (number // 100) + tens + ones
    return roman.upper() if form == "upperRoman" else roman


# --- the page, read for comparison ---------------------------------------------------------

BLOCKS = {"p", "h1", "h2", "h3", "h4", "dt", "td", "th", "caption", "figcaption", "li"}


def page_words(page: str) -> tuple[list[str], list[str]]:
    """The paragraphs and the notes of a page, words only, marks of notes as [1]."""
    root = html.document_fromstring(page)
    notes: list[str] = []
    paragraphs: list[str] = []
    for node in root.iter(*BLOCKS):
        around = [one.tag for one in node.iterancestors()]
        has_blocks = any(one.tag in BLOCKS for one in node.iterdescendants())
        if "header" in around or "footer" in around or has_blocks:
            continue
        text = _line(node, notes)
        if node.tag == "dt":
            following = node.getnext()
            text += " " + _line(following, notes) if following is not None else ""
        paragraphs.append(" ".join(text.split()))
    return paragraphs, notes


def _line(node: Element, notes: list[str]) -> str:
    text = node.text or ""
    for inner in node:
        if inner.tag == "br":
            text += " "
        elif inner.get("class") == "footnote":
            notes.append(" ".join(_line(inner, notes).split()))
            text += f"[{len(notes)}]"
        else:
            text += _line(inner, notes)
        text += inner.tail or ""
    return text
