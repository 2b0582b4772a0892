"""The numbers of a part that count what stands before it: left open while the part is set.

A part that says "paragraph 41" need not be set again where that paragraph becomes the 42nd. Its HTML
has zeros in the place of such digits, as many as there are, and a slot that says which number it is;
the digits are put in when all parts are bound. So a part depends on how long its numbers are and on
nothing else of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from indictment.value import dataclass

SLOT = "data-slot"
_DIGIT = re.compile("[0-9]")
_COUNTED = re.compile(r"(?:p|fn|u|h)-")
"""How anchors begin that are made of numbers; others are made of labels."""
_NUMBERS = frozenset({"number", "ref-number", "ref ref-number"})
_CITED = "slot-"
_HEADINGS = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True, slots=True)
class OpenNumbers:
    """What was left open in the elements of a part.

    `numbers` are the digits of each slot (from 0), `pages` the slots that are the page of an anchor,
    `notes` the slots of its notes, `anchors` the anchors of the page by what the part calls them, `links` what the part leads to.
    """

    numbers: Sequence[str]
    pages: Mapping[int, str]
    anchors: Mapping[str, str]
    notes: Sequence[str]
    links: tuple[str, ...]


def opened(elements: Sequence[Any]) -> OpenNumbers:
    """The numbers in the elements of a part are left open; what they were."""
    return _Opening().opened(elements)


class _Opening:
    def __init__(self) -> None:
        self._numbers: list[str] = []
        self._pages: dict[int, str] = {}
        self._anchors: dict[str, str] = {}
        self._notes: list[str] = []

    def opened(self, elements: Sequence[Any]) -> OpenNumbers:
        every = [inner for element in elements for inner in element.iter()]
        own = self._name_anchors(every)
        literal = _literal(elements)
        far: dict[str, str] = {}
        links: dict[str, None] = {}
        for element in every:
            if (href := element.get("href", "")).startswith("#"):
                name = href[1:]
                if _COUNTED.match(name):
                    name = own.get(name) or far.setdefault(name, f"far-{len(far)}")
                    element.set("href", f"#{name}")
                    self._anchors[name] = href[1:]
                links[name] = None
            self._open(element, literal)
        return OpenNumbers(self._numbers, self._pages, self._anchors, self._notes, tuple(links))

    def _name_anchors(self, elements: Iterable[Any]) -> dict[str, str]:
        own: dict[str, str] = {}
        for element in elements:
            name = element.get("id", "")
            if _COUNTED.match(name):
                own[name] = f"own-{len(own)}"
                element.set("id", own[name])
                self._anchors[own[name]] = name
        return own

    def _open(self, element: Any, literal: frozenset[int]) -> None:
        kind = element.get("class")
        if kind in _NUMBERS and id(element) not in literal:
            self._open_text(element)
        elif kind == "footnote" and (number := element.get("data-number", "")).isdecimal():
            element.set(SLOT, self._slot(number))
            element.set("data-number", "0" * len(number))
            self._notes.append(element.get(SLOT, ""))
        elif kind == "cite" and (number := element.get("data-cite", "")):
            element.set("data-cite", f"{_CITED}{self._slot(number)}")
        elif anchor := element.get("data-at", ""):
            self._pages[len(self._numbers)] = anchor.removeprefix("#")
            element.set(SLOT, self._slot(""))

    def _open_text(self, element: Any) -> None:
        text = element.text or ""
        digits = "".join(_DIGIT.findall(text))
        if digits and not len(element):
            element.set(SLOT, self._slot(digits))
            element.text = _DIGIT.sub("0", text)
            element.attrib.pop("data-target", None)

    def _slot(self, digits: str) -> str:
        self._numbers.append(digits)
        return str(len(self._numbers) - 1)


def _literal(elements: Iterable[Any]) -> frozenset[int]:
    """Numbers in headings, whose words stand in the bookmarks too; those in their notes do not."""
    found: set[int] = set()
    for element in elements:
        for name in _HEADINGS:
            for heading in element.iter(name):
                found.update(map(id, heading.iter()))
                for note in heading.iterfind(".//*[@class='footnote']"):
                    found.difference_update(map(id, note.iter()))
    return frozenset(found)


# --- the digits, in what is written of a part ------------------------------------------------------------

BEGIN, END = "\x01", "\x02"
"""Around a token: what is put in when the parts are bound. No text has these signs."""


def digit(slot: str, place: int) -> str:
    """The token for one digit of a slot in a string of ASCII."""
    return f"{BEGIN}d{slot}:{place}{END}"


def whole(slot: str) -> str:
    """The token for all digits of a slot."""
    return f"{BEGIN}v{slot}{END}"


def glyph(slot: str, place: int, font: str) -> str:
    """The token for one digit of a slot, as the number of its glyph in a font."""
    return f"{BEGIN}g{slot}:{place}:{font}{END}"


def cited(number: str) -> str:
    """The number of a citation, or the token for it."""
    return whole(number.removeprefix(_CITED)) if number.startswith(_CITED) else number


def cited_slot(number: str) -> str:
    """The slot that the number of a citation was left open for; empty where it was not."""
    return number.removeprefix(_CITED) if number.startswith(_CITED) else ""


def place(anchor: str) -> str:
    """The token for the place of an anchor, in this part or another."""
    return f"{BEGIN}l{anchor}{END}"


def words(element: Any) -> str:
    """The text of an element, with tokens for what was left open in it."""
    return "".join(_texts(element))


def _texts(element: Any) -> Iterator[str]:
    slot = element.get(SLOT)
    text = element.text or ""
    if slot is None or element.get("data-number") or element.get("data-at"):
        yield text
    else:
        places = iter(range(len(text)))
        yield _DIGIT.sub(lambda found: digit(slot, next(places)), text)
    for inner in element:
        yield from _texts(inner)
        yield inner.tail or ""


class Digits(dict[bytes, bytes]):
    """What stands for each token of a part, worked out when it is first asked for.

    `numbers` are the digits of each slot by its name, `fonts` the glyphs of the ten digits (in
    hexadecimal) by the font's name.
    """

    def __init__(self, numbers: Mapping[str, str], fonts: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._numbers, self._fonts = numbers, fonts

    def __missing__(self, token: bytes) -> bytes:
        kind, (slot, *rest) = token[:1], token[1:].decode().split(":")
        number = self._numbers[slot]
        digit = number[int(rest[0])] if rest else number
        match kind:
            case b"v" | b"d":
                found = digit
            case b"u":
                found = digit.encode("utf-16-be").hex()
            case b"g":
                found = self._fonts[rest[1]][int(digit)]
            case _:
                raise AssertionError(token)
        self[token] = made = found.encode()
        return made
