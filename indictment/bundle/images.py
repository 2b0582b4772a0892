"""Images -> PDF pages: each on A4, upright, at its own resolution. Runs in a child process."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
from PIL import Image, ImageFile

from indictment.bundle.geometry import BAND

A4 = (595.28, 841.89)
MARGIN = 42.0
"""Around the image: 15 mm."""
LEAST_DPI = 96
"""An image is not made larger than this; a small one stays small."""
MOST_DPI = 300
HUGE = 24_000_000
"""From this many pixels on, an image is brought down to MOST_DPI at the size it is shown."""

_MOST_PIXELS = 200_000_000
_ORIENTATION = 0x0112
_SPACES = {
    "1": ("/DeviceGray", 1),
    "L": ("/DeviceGray", 8),
    "RGB": ("/DeviceRGB", 8),
    "CMYK": ("/DeviceCMYK", 8),
}
"""Colour space and bits a colour, by Pillow's mode."""
_PNG_SPACES = {0: ("/DeviceGray", 1), 2: ("/DeviceRGB", 3)}
"""By the colour type of a PNG file: grey and RGB without transparency; a palette is apart."""

_TURNS = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""By EXIF orientation (Exif 2.3, 4.6.4 A): what takes the stored unit square to the upright one."""


def as_pdf(data: bytes) -> bytes:
    """A PDF with a page for the image, or for each image of a TIFF file.

    The turn that a camera wrote down (EXIF) is carried out. JPEG and PNG data goes in as it is,
    unless the image is huge or has transparent parts, which are shown on white; all else is
    packed without loss. Raises OSError for an image that cannot be read to its end.
    """
    with _strict():
        return _pages(data)


@contextmanager
def _strict() -> Iterator[None]:
    """Pillow, refusing what is cut off or too large, whatever other libraries have set."""
    before = Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES
    Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = _MOST_PIXELS, False
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES = before


def _pages(data: bytes) -> bytes:
    pdf = pikepdf.new()
    with Image.open(io.BytesIO(data)) as image:
        frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        for frame in range(frames):
            if frames > 1:
                image.seek(frame)
            _add_page(pdf, image, data)
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, compress_streams=False)
    return out.getvalue()


def _add_page(pdf: pikepdf.Pdf, image: Image.Image, data: bytes) -> None:
    image.load()  # an image that is cut off is found here, not by the reader of the bundle
    turn = image.getexif().get(_ORIENTATION, 1)
    turn = turn if turn in _TURNS else 1
    width, height = image.size if turn < 5 else image.size[::-1]
    paper = A4[::-1] if width > height else A4
    room = (paper[0] - 2 * MARGIN, paper[1] - 2 * MARGIN - BAND)
    scale = min(room[0] / width, room[1] / height, 72 / LEAST_DPI)
    wide, high = width * scale, height * scale
    if image.width * image.height > HUGE:
        times = min(1.0, MOST_DPI / 72 * scale)
        drawn = _smaller(pdf, image, times)
    else:
        as_it_is = _as_it_is(pdf, image, data)
        drawn = _packed(pdf, _flat(image)) if as_it_is is None else as_it_is
    x, y = (paper[0] - wide) / 2, BAND + (paper[1] - BAND - high) / 2
    a, b, c, d, e, f = _TURNS[turn]
    matrix = (a * wide, b * high, c * wide, d * high, e * wide + x, f * high + y)
    page = pdf.add_blank_page(page_size=paper)
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Image=drawn))
    placed = " ".join(f"{value:.4f}" for value in matrix)
    page.obj.Contents = pdf.make_stream(f"q {placed} cm /Image Do Q".encode())


def _as_it_is(pdf: pikepdf.Pdf, image: Image.Image, data: bytes) -> pikepdf.Stream | None:
    """The image with its own packed data; None where PDF cannot hold it so."""
    if image.format == "JPEG" and image.mode in ("L", "RGB", "CMYK"):
        stream = _stream(pdf, data, image.size, image.mode, "/DCTDecode")
        if image.mode == "CMYK" and "adobe" in image.info:
            stream.Decode = pikepdf.Array([1, 0] * 4)  # Adobe's programs store the colours inverted
        return stream
    return _png(pdf, data) if image.format == "PNG" else None


def _png(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Stream | None:
    """A PNG image as packed (ISO 32000-1, 7.4.4.4); None if interlaced or transparent."""
    pieces: dict[bytes, list[bytes]] = {}
    at = 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        pieces.setdefault(data[at + 4 : at + 8], []).append(data[at + 8 : at + 8 + length])
        at += length + 12
    head = pieces.get(b"IHDR", [b""])[0]
    if len(head) != 13 or b"tRNS" in pieces or head[12] != 0:
        return None
    size = (int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big"))
    bits, colour = head[8], head[9]
    if bits == 16 or (colour != 3 and colour not in _PNG_SPACES):
        return None
    stream = _stream(pdf, b"".join(pieces.get(b"IDAT", [])), size, "L", "/FlateDecode")
    count = 1
    if colour == 3:
        palette = pieces.get(b"PLTE", [b""])[0]
        if not palette or len(palette) % 3:
            return None
        stream.ColorSpace = pikepdf.Array(
            [
                pikepdf.Name.Indexed,
                pikepdf.Name.DeviceRGB,
                len(palette) // 3 - 1,
                pikepdf.String(palette),
            ]
        )
    else:
        name, count = _PNG_SPACES[colour]
        stream.ColorSpace = pikepdf.Name(name)
    stream.BitsPerComponent = bits
    stream.DecodeParms = pikepdf.Dictionary(
        Predictor=15, Colors=count, BitsPerComponent=bits, Columns=size[0]
    )
    return stream


def _smaller(pdf: pikepdf.Pdf, image: Image.Image, times: float) -> pikepdf.Stream:
    flat = _flat(image)
    size = (max(1, round(flat.width * times)), max(1, round(flat.height * times)))
    if times < 1:
        flat = flat.convert("L") if flat.mode == "1" else flat
        flat = flat.resize(size, Image.Resampling.LANCZOS)
    if image.format != "JPEG":
        return _packed(pdf, flat)
    packed = io.BytesIO()
    flat.save(packed, "JPEG", quality=90)
    return _stream(pdf, packed.getvalue(), flat.size, flat.mode, "/DCTDecode")


def _flat(image: Image.Image) -> Image.Image:
    """The image in one of the modes that a page shows: black and white, grey or RGB."""
    if image.mode in ("1", "L", "RGB") and "transparency" not in image.info:
        return image
    if image.mode.startswith(("I", "F")):
        return _grey(image)
    if image.mode in ("CMYK", "YCbCr", "LAB", "HSV"):
        return image.convert("RGB")
    layer = image.convert("RGBA")
    white = Image.new("RGBA", image.size, (255, 255, 255, 255))
    return Image.alpha_composite(white, layer).convert("RGB")


def _grey(image: Image.Image) -> Image.Image:
    """Many bits of grey to eight."""
    values = image.convert("F")
    extrema: Any = values.getextrema()
    times = 1.0 if extrema[1] <= 255 else 255 / 65535
    return values.point(lambda value: value * times + 0).convert("L")


def _packed(pdf: pikepdf.Pdf, image: Image.Image) -> pikepdf.Stream:
    return _stream(pdf, zlib.compress(image.tobytes(), 6), image.size, image.mode, "/FlateDecode")


def _stream(
    pdf: pikepdf.Pdf, data: bytes, size: tuple[int, int], mode: str, packing: str
) -> pikepdf.Stream:
    space, bits = _SPACES[mode]
    return pdf.make_stream(
        data,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=pikepdf.Name(space),
        BitsPerComponent=bits,
        Filter=pikepdf.Name(packing),
    )
