"""Whether the foot of each page is blank, seen by drawing it. Runs in a child process."""

import ctypes
from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from indictment.bundle.geometry import Box, Shown, on_page, overlap
from indictment.value import dataclass

WHITE = 240
"""From this brightness (of 255) on a point counts as blank: paper that was photographed in JPEG."""

_TOLERANCE = 1.0


@dataclass(frozen=True, slots=True)
class Room:
    """What there is at the foot of a page.

    `free`: the stamp's strip is blank. `sound`: what is drawn after the page's own content is
    drawn where and as it should be; False where the content leaves a turn, a scale or a clip.
    """

    free: bool
    sound: bool


def look(data: bytes, pages: Sequence[Shown], markers: Sequence[Box]) -> list[Room]:
    """The room on each page of the PDF.

    `pages` says how each page is shown; `markers` are boxes that were drawn, in the page's own
    units, as the very last thing on it. A page that cannot be drawn counts as not free.
    """
    rooms = []
    with pypdfium2.PdfDocument(data) as pdf:
        for index, (page, marker) in enumerate(zip(pages, markers, strict=True)):
            if index >= len(pdf):
                rooms.append(Room(free=False, sound=True))
                continue
            try:
                drawn = pdf[index]
            except pypdfium2.PdfiumError:
                rooms.append(Room(free=False, sound=True))
                continue
            rooms.append(_room(drawn, page, marker))
            drawn.close()
    return rooms


def taken(data: bytes, asked: Iterable[int]) -> list[int]:
    """Those of the pages `asked` for, from 1, of a PDF of ours whose strip for the stamp is not blank."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [number for number in asked if not _is_free(pdf[number - 1])]


def _is_free(page: Any) -> bool:
    left, low, right, high = page.get_mediabox()
    frame = Shown(Box(left, low, right, high), page.get_rotation())
    return _room(page, frame, frame.box).free


def _room(drawn: Any, page: Shown, marker: Box) -> Room:
    objects = [
        pdfium.FPDFPage_GetObject(drawn, i) for i in range(pdfium.FPDFPage_CountObjects(drawn))
    ]
    sound = bool(objects) and _is_at(objects[-1], marker)
    strip = on_page(page, page.strip)
    drawn_before = objects[:-1] if sound else objects
    touching = [o for o in drawn_before if (area := _area(o)) is None or overlap(area, strip)]
    notes = _annotations(drawn, strip)
    if not touching and not notes:
        return Room(free=True, sound=sound)
    # A picture that reaches the foot is not drawn to be looked at: it is taken to be a scan, and
    # all pages of a scan look alike with the same band at their foot.
    if any(pdfium.FPDFPageObj_GetType(o) == pdfium.FPDF_PAGEOBJ_IMAGE for o in touching):
        return Room(free=False, sound=sound)
    return Room(free=_is_blank(drawn, page), sound=sound)


def _area(item: Any) -> Box | None:
    """Where an object is drawn, None where that is not known."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *edges):
        return None
    return Box(*(edge.value for edge in edges))


def _is_at(item: Any, marker: Box) -> bool:
    area = _area(item)
    if area is None or pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
        return False
    near = all(
        abs(getattr(area, edge) - getattr(marker, edge)) < _TOLERANCE
        for edge in ("x0", "y0", "x1", "y1")
    )
    clips = pdfium.FPDFClipPath_CountPaths(pdfium.FPDFPageObj_GetClipPath(item))
    return (
        near and clips <= 0 and pdfium.FPDFPageObj_GetLineJoin(item) == pdfium.FPDF_LINEJOIN_MITER
    )


def _annotations(drawn: Any, strip: Box) -> bool:
    """True if a comment or a form field reaches the strip; links show nothing."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(drawn)):
        note = pdfium.FPDFPage_GetAnnot(drawn, index)
        if not note:
            continue
        hidden = pdfium.FPDFAnnot_GetSubtype(note) in (
            pdfium.FPDF_ANNOT_LINK,
            pdfium.FPDF_ANNOT_POPUP,
        )
        edges = pdfium.FS_RECTF()
        known = pdfium.FPDFAnnot_GetRect(note, edges)
        pdfium.FPDFPage_CloseAnnot(note)
        if hidden or not known:
            continue
        low, high = sorted((edges.bottom, edges.top))
        if overlap(Box(edges.left, low, edges.right, high), strip):
            return True
    return False


def _is_blank(drawn: Any, page: Shown) -> bool:
    """True if the strip is white where it is drawn, at one point an inch times 72."""
    width, height = drawn.get_size()
    if abs(width * page.height - height * page.width) > 0.02 * width * page.height:
        return False  # the reader of this library sees another page than other readers do
    times = width / page.width
    strip = page.strip
    # A scale of 1 draws one point for each unit, so large pages cost no more than small ones.
    scale = 1 / (page.scale * times)
    crop = (
        strip.x0 * times,
        strip.y0 * times,
        (page.width - strip.x1) * times,
        (page.height - strip.y1) * times,
    )
    try:
        bitmap = drawn.render(scale=scale, crop=crop, grayscale=True, may_draw_forms=False)
    except (pypdfium2.PdfiumError, ValueError):
        return False
    row, wide = bitmap.stride, bitmap.width * bitmap.n_channels
    points = bytes(bitmap.buffer)
    darkest = min(
        (min(points[y * row : y * row + wide], default=0) for y in range(bitmap.height)), default=0
    )
    bitmap.close()
    return darkest >= WHITE
