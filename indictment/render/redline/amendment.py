"""The page with marks -> the same page, its marks belonging to one amendment, by colour or by number.

Courts of England and Wales show successive amendments in red, green, violet and yellow, or by a
numerical code where the print has no colours (Practice Direction 17, paras 2.2 to 2.4). The colours
are those of amendments.css; the code is text: `[2` before what was amended, `2]` behind it.
"""

import re
from dataclasses import dataclass, field

from indictment.render.page.vocabulary import ELEMENTS

_TAG = re.compile(r'<!--.*?-->|<(/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>', re.DOTALL)
_CLASS = re.compile(r'\sclass="([^"]*)"')
_VOID = frozenset({"br", "img", "col", "meta"})
_BLOCKS = frozenset({"inserted", "deleted"})
_NUMBERS = frozenset({"number", "old-number"})
_INLINE = frozenset({"ins", "del", "span"})
ATTRIBUTE = "data-amendment"
_COLOURS = ("red", "green", "violet", "yellow")
_LINES = (
    "",
    " with dashed lines",
    " with wavy lines",
    " with thick dashed lines",
    " with thick wavy lines",
)


@dataclass(frozen=True, slots=True)
class Colour:
    """The colour of an amendment, as amendments.css has it. `ordinal` is 0 where there is none."""

    ordinal: int
    name: str
    instrument: str


NO_COLOUR = Colour(0, "", "")


def colour_of(ordinal: int, instrument: str) -> Colour:
    """The colour of an amendment: red, green, violet, yellow, then again with other lines."""
    if not ordinal:
        return NO_COLOUR
    turn, place = divmod(ordinal - 1, len(_COLOURS))
    return Colour(ordinal, _COLOURS[place] + _LINES[turn % len(_LINES)], instrument)


def marked_by_amendment(page: str, ordinal: int, *, code: bool) -> str:
    """`page` with `data-amendment` on each of its marks; with `code` also with the number as text.

    A mark that names its amendment already keeps it. The number stands in `span.amendment-code`,
    which is neither accepted nor rejected: Word leaves it out.
    """
    walk = _Walk(ordinal, code)
    end = 0
    for tag in _TAG.finditer(page):
        walk.text(page[end : tag.start()])
        end = tag.end()
        if tag[2] is None:
            walk.out.append(tag[0])
        elif tag[1]:
            walk.close(tag[0], tag[2])
        else:
            walk.open(tag[0], tag[2], tag[3])
    walk.text(page[end:])
    return "".join(walk.out)


@dataclass(slots=True)
class _Open:
    """An element that is open. `begun` and `ends` say where the words of a marked one lie in what
    is written: whether the first were met, and before which closing tag the last end.
    """

    name: str
    kinds: frozenset[str]
    is_line: bool
    is_coded: bool
    ordinal: str
    begun: bool = False
    ends: int = -1
    is_filled: bool = False


@dataclass(slots=True)
class _Walk:
    ordinal: int
    code: bool
    out: list[str] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def open(self, tag: str, name: str, attributes: str) -> None:
        kinds = frozenset((found[1] if (found := _CLASS.search(attributes)) else "").split())
        element = ELEMENTS.get(name)
        is_inline = element is not None and element.kind == "inline"
        is_line = element is not None and not is_inline and element.holds in ("text", "both")
        is_mark = name in ("ins", "del") or bool(kinds & _BLOCKS) or "formatted" in kinds
        named = re.search(rf'\s{ATTRIBUTE}="(\d+)"', attributes)
        if not named and (is_mark or "old-number" in kinds or " data-mark=" in attributes):
            tag = f'{tag[:-1]} {ATTRIBUTE}="{self.ordinal}">'
        if is_inline and not kinds & _NUMBERS:
            self._fill()
        is_coded = self.code and is_mark and self._coded() is None
        ordinal = named[1] if named else str(self.ordinal)
        opened = _Open(name, kinds, is_line, is_coded, ordinal)
        if is_coded and is_inline:
            self._begin(opened)
        self.out.append(tag)
        if name not in _VOID:
            self.stack.append(opened)

    def close(self, tag: str, name: str) -> None:
        while self.stack and self.stack[-1].name != name:
            self.stack.pop()
        closed = self.stack.pop() if self.stack else None
        if closed is not None and closed.is_line and closed.is_filled:
            coded = closed if closed.is_coded else self._coded()
            if coded is not None:
                coded.ends = len(self.out)
        if closed is not None and closed.is_coded and closed.begun:
            behind = len(self.out) if closed.ends < 0 else closed.ends
            words = _span(f"{closed.ordinal}]")
            if closed.name in _INLINE:
                tag = tag + words  # the words of a line hold the number beside them
            elif behind == len(self.out):
                tag = words + tag
            else:
                self.out[behind] = words + self.out[behind]
        self.out.append(tag)

    def text(self, text: str) -> None:
        words = text.lstrip()
        is_number = any(one.kinds & _NUMBERS for one in self.stack)
        if not words or is_number:
            self.out.append(text)
            return
        self.out.append(text[: len(text) - len(words)])
        self._fill()
        self.out.append(words)

    def _fill(self) -> None:
        """Something of a line follows: it may be the first of what is marked."""
        line = next((one for one in reversed(self.stack) if one.is_line), None)
        if line is None or self.stack[-1].kinds & _NUMBERS:
            return
        line.is_filled = True
        coded = self._coded()
        if coded is not None and not coded.begun:
            self._begin(coded)

    def _begin(self, coded: _Open) -> None:
        coded.begun = True
        self.out.append(_span(f"[{coded.ordinal}"))

    def _coded(self) -> _Open | None:
        """The marked element that is open, if one is."""
        return next((one for one in self.stack if one.is_coded), None)


def _span(words: str) -> str:
    return f'<span class="amendment-code">{words}</span>'
