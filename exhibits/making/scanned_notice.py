"""scanned-notice.pdf: a letter as a scanner sees it, two images without text, one turned."""

import io
import random

import pikepdf
from drawing import EXHIBITS, NOTICE, font, wrapped
from PIL import Image, ImageDraw, ImageFilter

SIZE = (1240, 1754)
"""Pixels of an A4 page at 150 dots an inch."""
POINTS = (595.276, 841.89)

LETTER = """Covering letter

24 November 2026

To the reader of the model indictment

With this letter come the exhibits that were made for the model. They order what public sources
say; they are not evidence of it. The originals of all other exhibits are held where the list of
exhibits says, and are not reproduced.

This letter is itself an exhibit of that kind. It was drawn by a program to look like a scanned
sheet, without a text layer, slightly askew, and with one page lying on its side, so that the
handling of such sheets can be seen.

Nothing in it comes from a court, a prosecuting authority or a State.

The drafters of this model"""

LIST = """Exhibits made for this model

1.  Chronology of events and offices, 8 pages

2.  Table of recorded votes, 2 pages

3.  Chart of the chain of command, 1 image

4.  Timeline, 1 image

5.  This letter, 2 pages

6.  Table of civilian casualties, 6 rows"""


def _scan(text: str, angle: float, seed: int) -> Image.Image:
    """`text` on a page: typed, turned by `angle` degrees, speckled and a little blurred."""
    chance = random.Random(seed)
    page = Image.new("L", SIZE, 243)
    draw = ImageDraw.Draw(page)
    top = 210
    for place, paragraph in enumerate(text.split("\n\n")):
        face, size = ("Serif-Bold", 38) if place == 0 else ("Serif-Regular", 29)
        for line in wrapped(paragraph, size, SIZE[0] - 340, face):
            draw.text((170, top), line, fill=52, font=font(size, face))
            top += 44
        top += 30
    draw.text((170, SIZE[1] - 170), f"{NOTICE}.", fill=52, font=font(25, "Serif-Italic"))
    for _ in range(3200):
        speck = chance.randrange(SIZE[0]), chance.randrange(SIZE[1])
        draw.point(speck, fill=chance.randrange(110, 230))
    turned = page.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=243)
    return turned.filter(ImageFilter.GaussianBlur(0.7))


def _add(pdf: pikepdf.Pdf, scan: Image.Image, *, sideways: bool) -> None:
    """Add a page that shows `scan`; `sideways` stores it on its side and turns it by /Rotate."""
    width, height = POINTS
    if sideways:
        scan, (width, height) = scan.transpose(Image.Transpose.ROTATE_90), (height, width)
    data = io.BytesIO()
    scan.save(data, "JPEG", quality=55)
    image = pdf.make_stream(
        data.getvalue(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=scan.width,
        Height=scan.height,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    pdf.add_blank_page(page_size=(width, height))
    page = pdf.pages[-1]
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
    page.obj.Contents = pdf.make_stream(f"q {width} 0 0 {height} 0 0 cm /Scan Do Q".encode())
    if sideways:
        page.obj.Rotate = 90


def make() -> None:
    """Write scanned-notice.pdf."""
    pdf = pikepdf.new()
    _add(pdf, _scan(LETTER, 0.7, seed=1), sideways=False)
    _add(pdf, _scan(LIST, -0.5, seed=2), sideways=True)
    pdf.docinfo.Title = pikepdf.String("Covering letter")
    pdf.save(EXHIBITS / "scanned-notice.pdf", deterministic_id=True)


if __name__ == "__main__":
    make()
