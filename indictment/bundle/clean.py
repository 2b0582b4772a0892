"""An exhibit's PDF, freed of what acts by itself and of what belongs to its file, not its pages.

Works in place. Gone afterwards: scripts, actions, attached files, forms (their look stays), media,
tags, metadata, thumbnails. What a page shows, its comments and its links to web addresses stay.
"""

from collections.abc import Iterable
from itertools import compress
from typing import Any

import pikepdf

from indictment.bundle.boxes import array_of_numbers, shown
from indictment.bundle.destinations import Destinations
from indictment.bundle.geometry import Box, box

_PAGE_KEYS = frozenset(
    ("/Type", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Annots",
     "/Group", "/Parent")
)  # fmt: skip
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_KEPT_ANNOTATIONS = frozenset(
    ("/Link", "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine",
     "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Popup",
     "/Redact")
)  # fmt: skip
_UNDRAWN = frozenset(("/Link", "/Popup"))
_ACTING_KEYS = ("/A", "/AA", "/PA", "/Dest", "/StructParent", "/AF", "/FS", "/Movie", "/Sound")
_STREAM_KEYS = ("/F", "/FFilter", "/FDecodeParms", "/Ref", "/OPI", "/AF", "/PieceInfo", "/Metadata")
_CATALOG_KEYS = frozenset(("/Type", "/Pages", "/OCProperties"))
_SAFE_ADDRESSES = ("http://", "https://", "mailto:", "ftp://")
_DEEPEST = 64

LEADS_TO = "/IndictLeadsTo"
"""On a link that stays inside its file: where it leads, as `Destinations` says it."""


def clean(pdf: pikepdf.Pdf, destinations: Destinations) -> None:
    """Free `pdf` of all that is named above; an inner link says under LEADS_TO where it leads."""
    for page in pdf.pages:
        _fill_in(page.obj)
    _draw_forms(pdf)
    for page in pdf.pages:
        _clean_annotations(pdf, page.obj, destinations)
        for key in set(page.obj.keys()) - _PAGE_KEYS:
            del page.obj[key]
        page.obj.Contents = pikepdf.Array(streams(page.obj))
    for key in set(pdf.Root.keys()) - _CATALOG_KEYS:
        del pdf.Root[key]
    for made in pdf.objects:
        if isinstance(made, pikepdf.Stream):
            for key in _STREAM_KEYS:
                if key in made:
                    del made[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def streams(page: pikepdf.Object) -> list[pikepdf.Stream]:
    """The page's content streams, in order; what is no stream is passed over."""
    held = page.get("/Contents")
    if isinstance(held, pikepdf.Stream):
        return [held]
    if isinstance(held, pikepdf.Array):
        return [piece for piece in held if isinstance(piece, pikepdf.Stream)]
    return []


def dictionaries(held: Any) -> list[pikepdf.Dictionary]:
    """The dictionaries of an array (a page's annotations); what is none is passed over."""
    if not isinstance(held, pikepdf.Array):
        return []
    return [item for item in held if isinstance(item, pikepdf.Dictionary)]


def _fill_in(page: pikepdf.Object) -> None:
    """Write on the page what it inherits (ISO 32000-1, 7.7.3.4)."""
    for key in _INHERITED:
        node, depth = page, 0
        while key not in node and depth < _DEEPEST:
            above = node.get("/Parent")
            if not isinstance(above, pikepdf.Dictionary):
                break
            node, depth = above, depth + 1
        if key in node and node is not page:
            page[key] = node[key]
    if not isinstance(page.get("/Resources"), pikepdf.Dictionary):
        page.Resources = pikepdf.Dictionary()


def _draw_forms(pdf: pikepdf.Pdf) -> None:
    """Make the look of form fields, and of what is not kept as an annotation, part of the page."""
    pdf.generate_appearance_streams()
    kept: list[list[pikepdf.Dictionary]] = []
    for page in pdf.pages:
        found = dictionaries(page.obj.get("/Annots"))
        frame = shown(page.obj).box
        stays = [_stays(annotation, frame) for annotation in found]
        kept.append(list(compress(found, stays)))
        page.obj.Annots = pikepdf.Array(
            [a for a, here in zip(found, stays, strict=True) if not here]
        )
    pdf.flatten_annotations("screen")
    for page, annotations in zip(pdf.pages, kept, strict=True):
        page.obj.Annots = pikepdf.Array(annotations)


def _stays(annotation: pikepdf.Dictionary, frame: Box) -> bool:
    """True if the annotation is kept as one: it is of a kind that is, and lies on its page.

    What hangs over the edge of the page would cover the band that is made at its foot; content
    that does is cut off there.
    """
    subtype = str(annotation.get("/Subtype"))
    if subtype not in _KEPT_ANNOTATIONS or subtype in _UNDRAWN or "/AP" not in annotation:
        return subtype in _KEPT_ANNOTATIONS
    area = box(array_of_numbers(annotation.get("/Rect")))
    return area is None or (
        area.x0 >= frame.x0 - 1
        and area.y0 >= frame.y0 - 1
        and area.x1 <= frame.x1 + 1
        and area.y1 <= frame.y1 + 1
    )


def _clean_annotations(pdf: pikepdf.Pdf, page: pikepdf.Object, destinations: Destinations) -> None:
    kept = []
    for annotation in dictionaries(page.get("/Annots")):
        leads_to = destinations.of_link(annotation)
        address = _address(annotation.get("/A"))
        for key in _ACTING_KEYS:
            if key in annotation:
                del annotation[key]
        if annotation.get("/Subtype") == pikepdf.Name.Link:
            if leads_to is not None:
                annotation[LEADS_TO] = pikepdf.Array(_values(leads_to))
            elif address:
                annotation.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
            else:
                continue
        annotation.P = page
        kept.append(pdf.make_indirect(annotation))
    if kept:
        page.Annots = pikepdf.Array(kept)
    elif "/Annots" in page:
        del page["/Annots"]


def _address(action: Any) -> str:
    """The web address that an action opens, empty where it does anything else."""
    if not isinstance(action, pikepdf.Dictionary) or action.get("/S") != pikepdf.Name.URI:
        return ""
    address = action.get("/URI")
    written = str(address).strip() if isinstance(address, pikepdf.String) else ""
    return written if written.lower().startswith(_SAFE_ADDRESSES) else ""


def _values(where: Iterable[Any]) -> list[Any]:
    return [pikepdf.Name(v) if isinstance(v, str) else v for v in where]
