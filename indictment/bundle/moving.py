"""What lies on a page, or leads to a place on it, moved with the page's content."""

import pikepdf

from indictment.bundle import geometry
from indictment.bundle.boxes import array_of_numbers
from indictment.bundle.destinations import Where
from indictment.bundle.geometry import Matrix, apply, moved_box


def move_annotation(annotation: pikepdf.Dictionary, move: Matrix) -> None:
    """Move all that places an annotation on its page (ISO 32000-1, 12.5)."""
    rect = array_of_numbers(annotation.get("/Rect"))
    area = geometry.box(rect)
    if area is not None:
        new = moved_box(move, area)
        annotation.Rect = pikepdf.Array([new.x0, new.y0, new.x1, new.y1])
    for key in ("/QuadPoints", "/Vertices", "/L", "/CL"):
        if key in annotation:
            annotation[key] = _moved_points(annotation[key], move)
    strokes = annotation.get("/InkList")
    if isinstance(strokes, pikepdf.Array):
        annotation.InkList = pikepdf.Array([_moved_points(stroke, move) for stroke in strokes])
    inset = array_of_numbers(annotation.get("/RD"))
    if inset is not None:
        annotation.RD = pikepdf.Array([side * move[0] for side in inset])


def _moved_points(held: object, move: Matrix) -> pikepdf.Array:
    flat = array_of_numbers(held) or []
    points = [apply(move, x, y) for x, y in zip(flat[0::2], flat[1::2], strict=False)]
    return pikepdf.Array([value for point in points for value in point])


def moved_where(where: Where, move: Matrix) -> Where:
    """The destination, on the page whose content went by `move` (ISO 32000-1, 12.3.2.2)."""
    index, fit, *at = where
    scale, x, y = move[0], move[4], move[5]
    across = [None if n is None else scale * n + x for n in at]
    up = [None if n is None else scale * n + y for n in at]
    match fit:
        case "/XYZ":
            return [index, fit, across[0], up[1], at[2]]
        case "/FitR":
            return [index, fit, across[0], up[1], across[2], up[3]]
        case "/FitH" | "/FitBH":
            return [index, fit, up[0]]
        case "/FitV" | "/FitBV":
            return [index, fit, across[0]]
    return where
