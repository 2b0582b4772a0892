"""A PDF of a stranger -> the same pages, clean, with room for a stamp. Runs in a child process.

On each page the content stands between `q` and `Q`, moved where there was no room. Where its links
and bookmarks lead is kept as data in the catalog, because pages get new numbers in the bundle.
"""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pikepdf

from indictment.bundle import geometry
from indictment.bundle.boxes import shown
from indictment.bundle.clean import LEADS_TO, clean, dictionaries, streams
from indictment.bundle.destinations import Destinations, Item, Where
from indictment.bundle.geometry import Box, Placed, Shown
from indictment.bundle.moving import move_annotation, moved_where
from indictment.bundle.room import Room, look
from indictment.machine.confined import Json
from indictment.machine.mending import in_words, rewritten

NOTES = "/IndictNotes"
"""In the catalog of a prepared file: JSON with `outline` and `named`."""

LOCKED = "it is locked with a password"
DAMAGED = "it is damaged or cut off"
NO_PAGES = "it has no pages"
TOO_MUCH = "its pages unpack to more than the memory that an exhibit has"
NO_MEMORY = "bad_alloc"
"""What qpdf says, and goes on, where a part of a file unpacks to more than there is room for."""

_OPENING = b"q 2 j\n"
_MARKER = b"\nQ\nq 1 g %s re f Q"
"""Drawn last to see what a page's content leaves behind. The line join of the opening is
seen on the marker where the content takes the `Q` for itself."""


def write(data: bytes, target: Path) -> Json:
    """Write the prepared pages of a PDF to `target`; `{"pages": …}`, or `{"reason": …}`."""
    try:
        return _write(data, target)
    except pikepdf.PasswordError:
        return {"reason": LOCKED}
    except pikepdf.PdfError as error:
        anew = rewritten(data)
        if anew is None:
            return {"reason": DAMAGED, "detail": in_words(error)}
        try:
            return _write(anew, target)
        except pikepdf.PdfError:
            return {"reason": DAMAGED, "detail": in_words(error)}


def _write(data: bytes, target: Path) -> Json:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if not len(pdf.pages):
            return {"reason": NO_PAGES}
        destinations = Destinations(pdf)
        outline, named = destinations.outline(), dict(destinations.named)
        clean(pdf, destinations)
        placements = _make_room(pdf)
        _keep_notes(pdf, outline, named, placements)
        save(pdf, target)
        if any(NO_MEMORY in str(warning) for warning in pdf.get_warnings()):
            return {"reason": TOO_MUCH}
        return {"pages": len(pdf.pages)}


def save(pdf: pikepdf.Pdf, target: Path | io.BytesIO) -> None:
    """Save without decoding or packing a single stream again, always to the same bytes."""
    pdf.save(
        target,
        deterministic_id=True,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        fix_metadata_version=False,
    )


def numbers(values: Sequence[float]) -> bytes:
    """Numbers as a content stream writes them, to a millionth."""
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") or "0" for value in values).encode()


def _make_room(pdf: pikepdf.Pdf) -> list[Placed]:
    pages = [page.obj for page in pdf.pages]
    frames = [shown(page) for page in pages]
    placements = [
        geometry.placed(frame, free=room.free)
        for frame, room in zip(frames, _rooms(pdf, frames), strict=True)
    ]
    for page, frame, place in zip(pages, frames, placements, strict=True):
        _write_boxes(page, place.shown)
        if place.move is None:
            before = b"q\n"
        else:
            box = frame.box
            cut = numbers((box.x0, box.y0, box.width, box.height))
            # What the old page did not show must not come to light on the larger sheet.
            before = b"q\n" + numbers(place.move) + b" cm\n" + cut + b" re W n\n"
            for annotation in dictionaries(page.get("/Annots")):
                move_annotation(annotation, place.move)
        page.Contents = pikepdf.Array(
            [pdf.make_stream(before), *streams(page), pdf.make_stream(b"\nQ\n")]
        )
    return placements


def _rooms(pdf: pikepdf.Pdf, frames: list[Shown]) -> list[Room]:
    """The room on each page. A page whose content would spoil the stamp is mended on the way."""
    pages = [page.obj for page in pdf.pages]
    held = [streams(page) for page in pages]
    markers = [Box(f.box.x0 - 3, f.box.y0 - 3, f.box.x0 - 2, f.box.y0 - 2) for f in frames]
    for page, content, marker in zip(pages, held, markers, strict=True):
        drawn = _MARKER % numbers((marker.x0, marker.y0, 1, 1))
        page.Contents = pikepdf.Array([pdf.make_stream(_OPENING), *content, pdf.make_stream(drawn)])
    trial = io.BytesIO()
    save(pdf, trial)
    rooms = look(trial.getvalue(), frames, markers)
    for page, content, room in zip(pages, held, rooms, strict=True):
        page.Contents = pikepdf.Array(content)
        if not room.sound:
            _enclose(pdf, page)
    return rooms


def _enclose(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    """Make the page's content a form: what it leaves behind (a turn, a clip) ends with the form."""
    content = b"\n".join(stream.read_bytes() for stream in streams(page))
    frame = shown(page).box
    form = pdf.make_stream(
        content,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=pikepdf.Array([frame.x0, frame.y0, frame.x1, frame.y1]),
        Resources=page.Resources,
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(IndictContent=form))
    page.Contents = pikepdf.Array([pdf.make_stream(b"/IndictContent Do")])


def _write_boxes(page: pikepdf.Object, frame: Shown) -> None:
    box = pikepdf.Array([frame.box.x0, frame.box.y0, frame.box.x1, frame.box.y1])
    page.MediaBox = box
    page.CropBox = pikepdf.Array(list(box))
    page.Rotate = frame.rotate
    if frame.user_unit != 1:
        page.UserUnit = frame.user_unit
    elif "/UserUnit" in page:
        del page["/UserUnit"]


def _keep_notes(
    pdf: pikepdf.Pdf, outline: list[Item], named: dict[str, Where], placements: list[Placed]
) -> None:
    """Keep where bookmarks, names and links lead, on the pages as they are now."""

    def moved(where: Where) -> Where:
        move = placements[where[0]].move
        return where if move is None else moved_where(where, move)

    def moved_items(items: list[Item]) -> list[Item]:
        return [
            [title, where and moved(where), moved_items(below)] for title, where, below in items
        ]

    for page in pdf.pages:
        for annotation in dictionaries(page.obj.get("/Annots")):
            if LEADS_TO in annotation:
                page_index, fit, *rest = list(annotation[LEADS_TO])
                where = [
                    int(page_index),
                    str(fit),
                    *(None if n is None else float(n) for n in rest),
                ]
                annotation[LEADS_TO] = pikepdf.Array(
                    [pikepdf.Name(v) if isinstance(v, str) else v for v in moved(where)]
                )
    kept = {"outline": moved_items(outline), "named": {n: moved(w) for n, w in named.items()}}
    pdf.Root[NOTES] = pdf.make_stream(json.dumps(kept, sort_keys=True).encode())
