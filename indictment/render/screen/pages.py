"""indictment.pdf -> its pages: how large, what they show, where their links and anchors are."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

import pikepdf

from indictment.value import dataclass

_CITATION = re.compile(r"cite-(\d+)(?:\.\d+)?$")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: where it is, in points from the page's upper left corner, and where it leads.

    `anchor` is a passage of the same file, "" where it leads elsewhere; `citation` is the number of the
    citation of an exhibit, 0 for any other link. `goes_on` is true where it is the next line of the link before it.
    """

    left: float
    top: float
    width: float
    height: float
    words: str
    anchor: str
    citation: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page. `name` stands for what it shows: pages that look the same have the same. Sizes in points."""

    name: str
    width: float
    height: float
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Leaves:
    """All pages in order, and of each anchor the page (from 1) and the points from its upper edge."""

    pages: tuple[Leaf, ...]
    anchors: Mapping[str, tuple[int, float]]


def leaves(content: bytes) -> Leaves:
    """The pages of a PDF that `render.pdf` has made."""
    with pikepdf.open(BytesIO(content)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        heights = [float(page.mediabox[3]) for page in pdf.pages]
        anchors: dict[str, tuple[int, float]] = {}
        names: dict[tuple[int, float, float], str] = {}
        for name, place in _named(pdf):
            number, left, above = _place(place, numbers)
            anchors[name] = (number, heights[number - 1] - above)
            names.setdefault((number, left, above), name)
        pages = tuple(
            Leaf(
                _digest(page),
                float(page.mediabox[2]),
                heights[at],
                tuple(_links(page, heights[at], names, numbers)),
            )
            for at, page in enumerate(pdf.pages)
        )
    return Leaves(pages, anchors)


def joined(parts: Iterable[Leaves]) -> Leaves:
    """The pages of parts of one document, each of which was read as a file of its own."""
    pages: list[Leaf] = []
    anchors: dict[str, tuple[int, float]] = {}
    for part in parts:
        for name, (number, top) in part.anchors.items():
            anchors.setdefault(name, (len(pages) + number, top))
        pages += part.pages
    return Leaves(tuple(pages), anchors)


def _named(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    if "/Names" not in pdf.Root:
        return
    held = list(pdf.Root.Names.Dests.Names)
    for name, place in zip(held[0::2], held[1::2], strict=True):
        yield str(name), place


def _place(place: Any, numbers: Mapping[tuple[int, int], int]) -> tuple[int, float, float]:
    """A destination: the page, the points from its left and from its lower edge."""
    return numbers[place[0].objgen], float(place[2]), float(place[3])


def _digest(page: pikepdf.Page) -> str:
    """What the page shows, as a name.

    The same name of a font and the same number of a glyph mean the same sign (render/pdf/bound/shared_fonts.py),
    so that the subsets of the fonts, which grow with each new letter, need not be looked at.
    """
    content = page.Contents.read_bytes()
    found = hashlib.sha256(content)
    found.update(repr([float(x) for x in page.mediabox]).encode())
    pictures: Any = page.Resources.get("/XObject", {})
    for name in sorted({drawn.decode("latin-1") for drawn in _DRAWN.findall(content)}):
        picture = pictures.get(f"/{name}")
        if picture is not None:
            found.update(picture.read_raw_bytes())
    return found.hexdigest()[:24]


def _links(
    page: pikepdf.Page,
    height: float,
    names: Mapping[tuple[int, float, float], str],
    numbers: Mapping[tuple[int, int], int],
) -> Iterator[Link]:
    before: tuple[str, str, int] | None = None
    for link in page.get("/Annots", ()):
        left, bottom, right, top = sorted_box(link.Rect)
        found = _CITATION.match(str(link.get("/NM", "")))
        anchor = _anchor(link.Dest, names, numbers) if "/Dest" in link else ""
        leads = (str(link.get("/Contents", "")), anchor, int(found[1]) if found else 0)
        if not anchor and not leads[2]:
            continue  # an address of the net: nothing here leads there
        yield Link(left, height - top, right - left, top - bottom, *leads, leads == before)
        before = leads


def _anchor(
    led_to: Any,
    names: Mapping[tuple[int, float, float], str],
    numbers: Mapping[tuple[int, int], int],
) -> str:
    """Where a link leads: to a place in this file, or to one in another by its name."""
    if isinstance(led_to, pikepdf.String):
        return str(led_to)
    return names.get(_place(led_to, numbers), "")


def sorted_box(box: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a rectangle, whichever corners it names (ISO 32000-1, 7.9.5)."""
    x = sorted((float(box[0]), float(box[2])))
    y = sorted((float(box[1]), float(box[3])))
    return x[0], y[0], x[1], y[1]
