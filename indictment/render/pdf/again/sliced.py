"""Pages of several pieces -> the piece that all of them would have made, had they been set at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from indictment.render.pdf.again.sliced_fonts import fonts
from indictment.render.pdf.again.sliced_same import NotAlike, Shared, follows, shared
from indictment.render.pdf.again.sliced_tokens import Renamed
from indictment.render.pdf.pieces.piece import BETWEEN, Piece, named, page_of
from indictment.value import dataclass

__all__ = ["NotAlike", "Slice", "joined"]


@dataclass(frozen=True, slots=True)
class Slice:
    """The pages `first` <= n < `end` (from 0) of a piece. `slots` says of each slot that these pages
    print which one it is in the whole, by their names, which are decimal numbers; `anchors` says of
    anchors of the piece what they are called in the whole, where that is something else.
    """

    piece: Piece
    first: int
    end: int
    slots: Mapping[str, str]
    anchors: Mapping[str, str]


def joined(slices: Sequence[Slice], newest: Piece) -> Piece:
    """The pages of `slices`, in this order, as one piece: byte for byte the one that is taken where all
    of them are set at once. Fonts are looked for in `newest` first.

    Raises NotAlike where it is not known what that piece would be; ValueError where there are no
    pages; KeyError for a slot of which nothing is said.
    """
    parts = [one for one in slices if one.first < one.end]
    if not parts:
        raise ValueError("no pages")
    pieces = list({id(one): one for one in (newest, *(part.piece for part in parts))}.values())
    same = shared(pieces)
    drawn = fonts([(one.piece, one.first, one.end) for one in parts], pieces)
    whole = _Whole(same.written(drawn.states, drawn.fonts), same)
    for part in parts:
        whole.add(part)
    known = {
        **whole.known(),
        "catalog": dict(same.catalog),
        "info": same.info,
        "digits": drawn.digits,
        "fonts": drawn.fonts,
        "states": drawn.states,
        "ends": whole.ends,
        "counts": whole.counts,
        "used": drawn.used,
        "page_names": [
            name for one in parts for name in one.piece.known["page_names"][one.first : one.end]
        ],
        "is_tied": False,
        "named": named(objects := whole.objects()),
    }
    heads = [*same.heads, *whole.heads]
    return Piece(objects, whole.references, heads, whole.streams, known, drawn.programs)


class _Whole:
    """The whole, as far as it is put together."""

    def __init__(self, begin: bytes, same: Shared) -> None:
        """`begin` are the objects of no page."""
        self._same = same
        self._objects, self.references = [begin], list(same.references)
        self.ends = [[len(same.objects), len(begin), len(same.references)]]
        self.counts: list[list[int]] = []
        self.heads: list[tuple[bytes, str]] = []
        self._contents: list[tuple[Slice, Renamed]] = []
        self._places: dict[str, list[Any]] = {
            "pages": [], "kids": [], "marked": [], "annotations": [], "bookmarks": [],
        }  # fmt: skip
        self._names: dict[str, str] = {}
        self._drawn: list[bytes] = []

    def add(self, part: Slice) -> None:
        """Add pages behind those that there are."""
        known, first, end = part.piece.known, part.first, part.end
        counts: Sequence[Sequence[int]] = known["counts"]
        before = [sum(column) for column in zip(*counts[:first], strict=True)] or [0, 0, 0]
        inside = [sum(column) for column in zip(*counts[first:end], strict=True)]
        kids, annotations, bookmarks = (
            slice(at, at + n) for at, n in zip(before, inside, strict=True)
        )
        begin, last = known["ends"][first], known["ends"][end]
        here, places = self.ends[-1], self._places
        shift = here[0] - begin[0]
        renamed = Renamed(
            part.slots,
            part.anchors,
            len(self.counts) - first,
            len(places["annotations"]) - before[1],
            len(self._same.heads),
        )
        places["pages"] += [place + shift for place in known["pages"][first:end]]
        places["kids"] += [place + shift for place in known["kids"][kids]]
        places["marked"] += [
            [place + shift for place in held] for held in known["marked"][first:end]
        ]
        places["annotations"] += [place + shift for place in known["annotations"][annotations]]
        places["bookmarks"] += [
            [rank, renamed.text(title), renamed.text(place), is_closed]
            for rank, title, place, is_closed in known["bookmarks"][bookmarks]
        ]
        self._add_names(part, renamed)
        self._add_references(part.piece.references[begin[2] : last[2]], begin[0], last[0], shift)
        self._add_objects(part, renamed)
        self.counts += map(list, counts[first:end])
        contents = part.piece.heads[len(self._same.heads) :][first:end]
        self.heads += [(renamed.filled(bytes(head)), digest) for head, digest in contents]
        self._contents.append((part, renamed))

    def _add_names(self, part: Slice, renamed: Renamed) -> None:
        for name, place in part.piece.known["names"].items():
            if part.first <= page_of(place) < part.end:
                # Of two of one name the first counts, as where they are set at once.
                self._names.setdefault(part.anchors.get(name, name), renamed.text(place))

    def _add_references(self, places: Sequence[int], first: int, end: int, shift: int) -> None:
        of_none = len(self._same.objects)
        if any(not first <= place < end for place in places if place >= of_none):
            raise NotAlike("a page that refers to another")
        self.references += [place + shift if place >= of_none else place for place in places]

    def _add_objects(self, part: Slice, renamed: Renamed) -> None:
        ends = part.piece.known["ends"]
        for page in range(part.first, part.end):
            begin, end = ends[page], ends[page + 1]
            data = renamed.filled(part.piece.objects[begin[1] + len(BETWEEN) : end[1]])
            if page == part.first:
                follows(self._objects[-1] if self.counts else None, data)
            objects, size, references = self.ends[-1]
            self._objects.append(data)
            self.ends.append([
                objects + end[0] - begin[0],
                size + len(BETWEEN) + len(data),
                references + end[2] - begin[2],
            ])  # fmt: skip

    def known(self) -> dict[str, Any]:
        """What there is to know of the objects, in the order of `Piece`."""
        return {**self._places, "names": {name: self._names[name] for name in sorted(self._names)}}

    def objects(self) -> bytes:
        """All objects but the streams."""
        return BETWEEN.join(self._objects)

    def streams(self) -> Sequence[bytes]:
        """The bytes of the streams."""
        if not self._drawn:
            count = len(self._same.heads)
            self._drawn = list(self._contents[0][0].piece.streams()[:count])
            for part, renamed in self._contents:
                drawn = part.piece.streams()[count:][part.first : part.end]
                contents = part.piece.heads[count:][part.first : part.end]
                self._drawn += [
                    data if digest else renamed.filled(data)
                    for data, (_, digest) in zip(drawn, contents, strict=True)
                ]
        return self._drawn
