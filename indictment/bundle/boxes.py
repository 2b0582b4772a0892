"""A page of a PDF -> how it is shown, by what is written on it."""

import pikepdf

from indictment.bundle import geometry
from indictment.bundle.geometry import Shown


def shown(page: pikepdf.Object) -> Shown:
    """How the page is shown, by its own entries."""
    return geometry.shown(
        array_of_numbers(page.get("/MediaBox")),
        array_of_numbers(page.get("/CropBox")),
        _number(page.get("/Rotate"), 0.0),
        _number(page.get("/UserUnit"), 1.0),
    )


def array_of_numbers(held: object) -> list[float] | None:
    """The numbers of an array; None where it is no array of numbers."""
    if not isinstance(held, pikepdf.Array):
        return None
    try:
        return [float(value) for value in held]
    except (TypeError, ValueError, OverflowError):
        return None


def _number(held: object, otherwise: float) -> float:
    try:
        return otherwise if held is None else float(held)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return otherwise
