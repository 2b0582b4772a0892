"""What pieces have beside their pages, which must be the same in all of them before pages are exchanged."""

import re
from collections.abc import Iterable, Mapping, Sequence

from indictment.render.pdf.divide.open_numbers import BEGIN, END
from indictment.render.pdf.pieces.piece import BETWEEN, Piece
from indictment.render.pdf.pieces.taking import OTHER_FONTS
from indictment.value import dataclass

_CITED = re.compile(rb"/NM \(cite-([^).]*)(?:\.(\d+))?\)")
_TO_OBJECT = f"{BEGIN}r"
_ALPHA = ("a", "A")
"""How states are named that say no more than how much shines through; others are counted in their names."""


class NotAlike(Exception):
    """The pages cannot be put together; the part is to be set as a whole."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What pages have in common: objects, of which two are left out, those at `resources` and `fonts`;
    the objects that these refer to; streams with their dictionaries; catalogue and information.
    """

    objects: Sequence[bytes]
    resources: int
    fonts: int
    references: Sequence[int]
    heads: Sequence[tuple[bytes, str]]
    catalog: Sequence[tuple[str, str]]
    info: str

    def written(self, states: Mapping[str, str], fonts: Iterable[str]) -> bytes:
        """The objects, with these states of drawing and these fonts."""
        objects = list(self.objects)
        objects[self.resources], objects[self.fonts] = _resources(states), _fonts(fonts)
        return BETWEEN.join(objects)


def shared(pieces: Sequence[Piece]) -> Shared:
    """What the pages of all these pieces have in common. Raises NotAlike where that is not the same for
    all, and where there is anything that only some of the pages may need.
    """
    first, *others = map(_of, pieces)
    if any(other != first for other in others):
        raise NotAlike("not the same objects beside the pages")
    return first


def _of(piece: Piece) -> Shared:
    known = piece.known
    if known["is_tied"]:
        raise NotAlike("pages that hold for their place alone")
    count, size, referred = known["ends"][0]
    objects = piece.objects[:size].split(BETWEEN)
    resources = _left_out(objects, _resources(known["states"]))
    fonts = _left_out(objects, _fonts(known["fonts"]))
    references = list(piece.references[:referred])
    heads = [(bytes(head), digest) for head, digest in piece.heads[: -len(known["pages"])]]
    catalog = list(known["catalog"].items())
    texts = [known["info"], *(text for _, text in catalog), *(head.decode() for head, _ in heads)]
    if max(references, default=0) >= count or any(_TO_OBJECT in text for text in texts):
        raise NotAlike("something beside the pages refers to one of them")
    if not all(digest for _, digest in heads):
        raise NotAlike("open numbers beside the pages")
    return Shared(objects, resources, fonts, references, heads, catalog, known["info"])


def _left_out(objects: list[bytes], text: bytes) -> int:
    """The place of an object, which is taken from the list; nothing stands there then."""
    if text not in objects:
        raise NotAlike("images, patterns, or fonts that cannot be shared")
    place = objects.index(text)
    objects[place] = b""
    return place


def _resources(states: Mapping[str, str]) -> bytes:
    """What pages draw with, as `taking` writes it where there is nothing but states and fonts."""
    if any(BEGIN in text or not name.startswith(_ALPHA) for name, text in states.items()):
        raise NotAlike("states of drawing that are counted")
    held = "".join(f"/{name} {text}" for name, text in states.items())
    text = f"<</ExtGState <<{held}>>/XObject <<>>/Pattern <<>>/Shading <<>>/ColorSpace %d 0 R/Font %d 0 R>>"
    return text.encode()


def _fonts(names: Iterable[str]) -> bytes:
    """The dictionary of fonts, where all can be shared."""
    held = "".join(f"/{name} {BEGIN}F{name}{END}" for name in names)
    return f"<<{held}{OTHER_FONTS}>>".encode()


def follows(before: bytes | None, page: bytes) -> None:
    """Raises NotAlike unless the citations that are broken over pages are counted on: `page` are the
    objects of one, `before` those of the page before it, None for the first.
    """
    ended = {name: parts[-1] for name, parts in _parts(before or b"").items()}
    for name, parts in _parts(page).items():
        if parts[0] != ended.get(name, 0) + 1:
            raise NotAlike("a citation that begins on another page")


def _parts(objects: bytes) -> dict[bytes, list[int]]:
    """The lines over which each citation is broken, as they are counted."""
    found: dict[bytes, list[int]] = {}
    for name, part in _CITED.findall(objects):
        found.setdefault(name, []).append(int(part or b"1"))
    return {name: sorted(parts) for name, parts in found.items()}
