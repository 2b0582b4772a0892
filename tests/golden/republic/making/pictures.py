"""Draws the pictures of this matter: photographs, a scanned sheet, the figure. All are invented."""

import io
import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = Path(__file__).resolve().parents[4] / "templates" / "fonts"
INVENTED = "Invented for the tests of this project."


def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
    return ImageFont.truetype(FONTS / name, size)


def scanned_sheet(lines: list[str]) -> bytes:
    """A typed sheet as a scanner sees it, slightly askew and grainy: JPEG, 1000 by 1414 pixels."""
    chance = random.Random(len(lines))
    sheet = Image.new("L", (1000, 1414), 244)
    draw = ImageDraw.Draw(sheet)
    for number, line in enumerate([*lines, "", INVENTED]):
        draw.text((110, 150 + 62 * number), line, fill=50, font=font(31, number == 0))
    for _ in range(2600):
        spot = (chance.randrange(1000), chance.randrange(1414))
        draw.point(spot, fill=chance.randrange(90, 220))
    sheet = sheet.rotate(0.8, fillcolor=244, resample=Image.Resampling.BICUBIC)
    data = io.BytesIO()
    sheet.filter(ImageFilter.GaussianBlur(0.6)).save(data, "JPEG", quality=45)
    return data.getvalue()


def _scene(size: tuple[int, int], sky: str, ground: str, label: str) -> Image.Image:
    width, height = size
    shade = Image.linear_gradient("L").resize(size)
    image = Image.composite(Image.new("RGB", size, ground), Image.new("RGB", size, sky), shade)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height - 44, width, height), fill="#f2f0ea")
    draw.text((14, height - 36), f"{label}. {INVENTED}", fill="#222", font=font(20))
    return image


def photo_market(path: Path) -> None:
    """A photograph that was taken with the camera on its side: EXIF orientation 6."""
    image = _scene((760, 1000), "#c9d2d8", "#8f8574", "Covered market, 17 May 2018")
    draw = ImageDraw.Draw(image)
    draw.polygon(((60, 420), (380, 240), (700, 420)), fill="#5d4a3f")
    for left in range(90, 680, 110):
        draw.rectangle((left, 420, left + 24, 760), fill="#6f6253")
        draw.ellipse((left - 8, 790, left + 66, 830), fill="#4a443c")
    draw.ellipse((330, 300, 430, 390), fill="#1f1c1a")
    exif = Image.Exif()
    exif[0x0112] = 6
    image.rotate(90, expand=True).save(path, quality=62, exif=exif.tobytes())


def photo_station(path: Path) -> None:
    image = _scene((900, 600), "#dfe6ea", "#9a968c", "Odremol station, 14 June 2018")
    draw = ImageDraw.Draw(image)
    for left in range(30, 880, 140):
        draw.rectangle((left, 240, left + 120, 380), fill="#6b4b3a", outline="#2d211a", width=3)
        draw.rectangle((left + 45, 260, left + 75, 380), fill="#3b2a20")
        for wheel in (left + 22, left + 98):
            draw.ellipse((wheel - 14, 374, wheel + 14, 402), fill="#222")
    draw.line((0, 404, 900, 404), fill="#333", width=6)
    image.quantize(96).save(path, optimize=True)


def photo_brine_yard(path: Path) -> None:
    image = _scene((1000, 700), "#b9c0bd", "#d8d5cc", "Yard of the Brine Works, 13 November 2018")
    draw = ImageDraw.Draw(image)
    for number in range(4):
        left = 70 + 230 * number
        draw.ellipse((left, 400, left + 180, 480), fill="#54666b", outline="#222", width=4)
    draw.rectangle((320, 150, 700, 360), fill="#40372f")
    draw.polygon(((320, 150), (400, 90), (520, 150), (610, 100), (700, 150)), fill="#211c18")
    image.save(path, quality=60)


def chain_of_command(path: Path) -> None:
    """The figure: who was subordinate to whom."""
    boxes = {
        (500, 60): "Committee of National Order", (160, 220): "Ministry of the Interior",
        (500, 220): "General Staff", (840, 220): "Directorate of State Security",
        (160, 380): "Governor of Lyrva Province", (500, 380): "Fourth Army Group",
        (840, 380): "Department V", (360, 540): "12th Artillery Brigade",
        (640, 540): "3rd Rifle Regiment", (880, 540): "Brine Works",
    }  # fmt: skip
    lines = [(0, 1), (0, 2), (0, 3), (1, 4), (2, 5), (3, 6), (5, 7), (5, 8), (6, 9)]
    image = Image.new("RGB", (1020, 620), "white")
    draw = ImageDraw.Draw(image)
    places = list(boxes)
    for above, below in lines:
        draw.line((places[above], places[below]), fill="#555", width=3)
    for (x, y), words in boxes.items():
        half = draw.textlength(words, font=font(19)) / 2 + 14
        box = (x - half, y - 28, x + half, y + 28)
        draw.rectangle(box, fill="#eef1f4", outline="#234", width=2)
        draw.text((x, y), words, fill="#111", font=font(19), anchor="mm")
    image.quantize(16).save(path, optimize=True)
