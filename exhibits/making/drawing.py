"""What the makers share: the folder they write to, the fonts, the notice on each exhibit."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

MAKING = Path(__file__).resolve().parent
EXHIBITS = MAKING.parent
FONTS = EXHIBITS.parent / "templates" / "fonts"

NOTICE = "Prepared for this model indictment; not an original document"
DATE = "2026-11-24"

INK, GREY, RULE, PAPER = "#1c1c1c", "#5a5a5a", "#b9b9b9", "#ffffff"
A4_LANDSCAPE = (1754, 1240)
"""Pixels of an A4 page, landscape, at 150 dots an inch."""


def font(size: int, face: str = "Sans-Regular") -> ImageFont.FreeTypeFont:
    """A Liberation font of the project at `size` pixels; `face` as in its file's name."""
    return ImageFont.truetype(FONTS / f"Liberation{face}.ttf", size)


def sheet(title: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A landscape page with the chart's title at its head and the notice at its foot."""
    image = Image.new("RGB", A4_LANDSCAPE, PAPER)
    draw = ImageDraw.Draw(image)
    width, height = image.size
    draw.text((90, 70), title, fill=INK, font=font(40, "Sans-Bold"))
    draw.text((90, height - 84), f"{NOTICE}. {DATE}", fill=GREY, font=font(22))
    draw.line((90, height - 100, width - 90, height - 100), fill=RULE, width=2)
    return image, draw


def wrapped(text: str, size: int, width: int, face: str = "Sans-Regular") -> list[str]:
    """`text` in lines of at most `width` pixels."""
    lines, ruler = [""], font(size, face)
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if ruler.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
