"""Pages of several pieces -> the fonts, digits and states of drawing of the piece that they make together."""

from collections.abc import Mapping, Sequence
from typing import Any

from indictment.render.pdf.again.sliced_same import NotAlike
from indictment.render.pdf.pieces.glyphs_used import glyphs, mask
from indictment.render.pdf.pieces.piece import Piece
from indictment.value import dataclass

_TEN = 10
Pages = tuple[Piece, int, int]
"""A piece, the first of its pages (from 0), and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """What a piece says of its fonts, as `Piece` has it."""

    fonts: Mapping[str, Any]
    digits: Mapping[str, Sequence[str]]
    programs: Mapping[str, bytes]
    states: Mapping[str, str]
    used: Sequence[Any]


def fonts(parts: Sequence[Pages], pieces: Sequence[Piece]) -> Fonts:
    """The fonts of these pages. `pieces` are all that there are, in the order in which they are asked.

    Raises NotAlike where no piece has a font with the glyphs of these pages and no others, and where
    pieces do not say the same of what they have in common.
    """
    return _Joined(pieces).made(parts)


class _Known:
    """What one piece says: the letter of each glyph by font, and the glyphs of each font as a mask."""

    def __init__(self, piece: Piece) -> None:
        known = piece.known
        self.piece, self.fonts, self.used = piece, known["fonts"], known["used"]
        self.letters = {
            name: {int(glyph, 16): letter for glyph, letter in font["letters"]}
            for name, font in self.fonts.items()
        }
        self.glyphs = {
            name: mask(glyph for glyph, _ in font["widths"]) for name, font in self.fonts.items()
        }
        self._check()

    def _check(self) -> None:
        """Raises NotAlike unless what is said of the pages is what is said of the piece."""
        found: dict[str, int] = {}
        opened: set[str] = set()
        states: set[str] = set()
        for held, named in self.used:
            states.update(named)
            for name, (shown, is_open, _) in held.items():
                found[name] = found.get(name, 0) | int(shown, 16)
                if is_open:
                    opened.add(name)
        known = self.piece.known
        if any(shown & ~self.glyphs.get(name, 0) for name, shown in found.items()):
            raise NotAlike("a page with glyphs that its font has not")
        digits: Mapping[str, Sequence[str]] = known["digits"]
        if opened != set(digits) or any(len(ten) != _TEN for ten in digits.values()):
            raise NotAlike("digits that are not open on any page")
        if states != set(known["states"]):
            raise NotAlike("a state of drawing that no page names")

    def letter(self, font: str, glyph: int, others: Mapping[str, str]) -> str:
        """What a glyph means on a page, where `others` mean something else than their font says."""
        held = others.get(f"{glyph:04x}")
        return self.letters[font].get(glyph, "") if held is None else held


class _Joined:
    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._every = {id(piece): _Known(piece) for piece in pieces}
        self._glyphs: dict[str, int] = {}
        self._letters: dict[str, dict[int, str]] = {}
        self._differ: dict[tuple[int, str], int] = {}

    def made(self, parts: Sequence[Pages]) -> Fonts:
        pages = [
            (known := self._every[id(piece)], *known.used[page])
            for piece, first, end in parts
            for page in range(first, end)
        ]
        opened: set[str] = set()
        named: set[str] = set()
        for known, held, states in pages:
            named.update(states)
            for name, (shown, is_open, others) in held.items():
                self._meet(known, name, int(shown, 16), others)
                if is_open:
                    opened.add(name)
        found = [(name, *self._record(name)) for name in sorted(self._glyphs)]
        return Fonts(
            {name: font for name, font, _ in found},
            {name: self._same("digits", name) for name in sorted(opened)},
            {font["program"]: program for _, font, program in found},
            {name: self._same("states", name) for name in sorted(named)},
            [[self._used(known, held), states] for known, held, states in pages],
        )

    def _meet(self, known: _Known, name: str, shown: int, others: Mapping[str, str]) -> None:
        """A page shows glyphs of a font: what one means is what it means where it is met first."""
        met = self._glyphs.get(name, 0)
        letters = self._letters.setdefault(name, {})
        for glyph in glyphs(shown & ~met):
            letters[glyph] = known.letter(name, glyph, others)
        self._glyphs[name] = met | shown

    def _record(self, name: str) -> tuple[Mapping[str, Any], bytes]:
        """What the whole says of a font, and its program."""
        having = [known for known in self._every.values() if name in known.fonts]
        self._agree([known.fonts[name] for known in having])
        for known in having:
            if known.glyphs[name] == self._glyphs[name]:
                font = known.fonts[name]
                said = sorted(self._letters[name].items())
                letters = [[f"{glyph:04x}", letter] for glyph, letter in said if letter]
                return {**font, "letters": letters}, known.piece.programs[font["program"]]
        raise NotAlike("no font with the glyphs of these pages and no others")

    def _agree(self, fonts: Sequence[Mapping[str, Any]]) -> None:
        """Raises NotAlike where two say something else of the same font or glyph: sizes are rounded
        from the size at which each is met first.
        """
        one, *others = fonts
        widths = dict(one["widths"])
        for other in others:
            named = [(font["font"], font["below"], font["box"][1::2]) for font in (one, other)]
            theirs = other["widths"]
            if named[0] != named[1] or any(
                widths.setdefault(g, width) != width for g, width in theirs
            ):
                raise NotAlike("a font that is measured in two ways")

    def _same(self, what: str, name: str) -> Any:
        """What all pieces say under `what` of this name, if they say anything."""
        found = [known.piece.known[what][name] for known in self._every.values()
                 if name in known.piece.known[what]]  # fmt: skip
        if any(one != found[0] for one in found):
            raise NotAlike(f"two kinds of {what}")
        return found[0]

    def _used(self, known: _Known, held: Mapping[str, Any]) -> dict[str, Any]:
        """What a page uses, as it is said beside the letters of the whole."""
        return {
            name: [shown, is_open, self._others(known, name, int(shown, 16), others)]
            for name, (shown, is_open, others) in held.items()
        }

    def _others(
        self, known: _Known, name: str, shown: int, others: Mapping[str, str]
    ) -> dict[str, str]:
        whole, differing = self._letters[name], self._differing(known, name)
        if not others and not shown & differing:
            return {}
        asked = sorted({int(glyph, 16) for glyph in others} | set(glyphs(shown & differing)))
        meant = ((glyph, known.letter(name, glyph, others)) for glyph in asked)
        return {f"{glyph:04x}": letter for glyph, letter in meant if letter != whole[glyph]}

    def _differing(self, known: _Known, name: str) -> int:
        """The glyphs that mean one thing in the piece and another in the whole, as a mask."""
        key = id(known), name
        if key not in self._differ:
            whole, own = self._letters[name], known.letters[name]
            self._differ[key] = mask(g for g, said in whole.items() if said != own.get(g, ""))
        return self._differ[key]
