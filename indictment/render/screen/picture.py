"""A page of a PDF -> its picture."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

_MOST_PIXELS = 24_000_000
"""Of one picture. A poster that somebody exhibits as a page is drawn smaller than was asked."""
_QUICK = 2
"""How hard the file is pressed together, of 9: it does not leave the machine."""


def png(pdf: "PdfDocument", page: int, scale: float) -> bytes:
    """The picture of `page` (from 1) with `scale` pixels for each point, as a PNG file."""
    held = pdf[page - 1]
    try:
        width, height = held.get_size()
        most = (_MOST_PIXELS / max(width * height, 1)) ** 0.5
        image = held.render(scale=min(scale, most), rev_byteorder=True).to_pil()
    finally:
        held.close()
    return as_png(image)


def as_png(image: "Image") -> bytes:
    """The image as a PNG file."""
    made = BytesIO()
    image.save(made, "PNG", compress_level=_QUICK)
    return made.getvalue()
