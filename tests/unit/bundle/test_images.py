"""Images become upright pages, no worse than they came."""

import io
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageOps

from indictment.bundle import images
from tests.unit.bundle import seeing


def picture(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    """No two of its four corners are alike."""
    made = Image.new("RGB", size, "white")
    width, height = size
    for corner, colour in {
        (0, 0): (200, 0, 0), (1, 0): (0, 160, 0), (0, 1): (0, 0, 200), (1, 1): (0, 0, 0),
    }.items():  # fmt: skip
        box = (corner[0] * width // 2, corner[1] * height // 2)
        made.paste(colour, (*box, box[0] + width // 2, box[1] + height // 2))
    return made.convert(mode)


def data(image: Image.Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def drawn(pdf: bytes, page: int = 0) -> Image.Image:
    """The picture as a reader sees it, cut out of its page."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as held:
        whole = held[page].render(scale=2).to_pil().convert("RGB")
    white = Image.new("RGB", whole.size, "white")
    return whole.crop(ImageChops.difference(whole, white).getbbox())


def alike(one: Image.Image, other: Image.Image, within: int = 40) -> bool:
    """True if both show the same, apart from edges and packing."""
    a, b = (image.convert("RGB").resize((20, 20)) for image in (one, other))
    points = [(5, 5), (15, 5), (5, 15), (15, 15)]
    return all(
        abs(x - y) < within
        for point in points
        for x, y in zip(a.getpixel(point), b.getpixel(point), strict=True)
    )


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_the_turn_of_a_camera_is_carried_out(turn: int, form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    came = data(picture(), form, exif=exif)
    with Image.open(io.BytesIO(came)) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
    seen = drawn(images.as_pdf(came))
    assert (seen.width > seen.height) == (upright.width > upright.height)
    assert alike(seen, upright)


def test_the_data_of_a_jpeg_is_not_touched() -> None:
    came = data(picture(), "JPEG", quality=70)
    with pikepdf.open(io.BytesIO(images.as_pdf(came))) as pdf:
        assert pdf.pages[0].obj.Resources.XObject.Image.read_raw_bytes() == came


@pytest.mark.parametrize(
    "came",
    [
        data(picture(), "PNG"),
        data(picture(mode="L"), "PNG"),
        data(picture(mode="P"), "PNG"),
        data(picture().quantize(4), "PNG", bits=2),
        data(picture(mode="1"), "PNG"),
        data(picture(), "PNG", interlace=1),
        data(picture(), "TIFF", compression="tiff_lzw"),
        data(picture(mode="1"), "TIFF", compression="group4"),
        data(picture(), "GIF"),
        data(picture(), "WEBP", lossless=True),
        data(picture(mode="CMYK"), "JPEG", quality=95),
        data(picture(mode="L"), "JPEG", quality=95),
        data(picture(mode="RGBA"), "PNG"),
    ],
    ids=["rgb", "grey", "palette", "palette-2", "bits", "interlaced", "tiff", "fax", "gif", "webp",
         "cmyk", "grey-jpeg", "rgba"],
)  # fmt: skip
def test_every_form_is_seen_as_it_is(came: bytes) -> None:
    with Image.open(io.BytesIO(came)) as image:
        expected = image.convert("RGB")
        # The colours of a printing press are shown by each program in its own way.
        within = 90 if image.mode == "CMYK" else 40
    assert alike(drawn(images.as_pdf(came)), expected, within)


def test_transparent_parts_are_white() -> None:
    layer = picture((40, 40)).convert("RGBA")
    layer.putalpha(Image.new("L", (40, 40), 0))
    layer.paste((0, 0, 0, 255), (0, 0, 40, 4))
    seen = drawn(images.as_pdf(data(layer, "PNG")))
    assert seen.height < seen.width / 5


def test_sixteen_bits_of_grey_keep_their_range() -> None:
    wide = Image.new("I;16", (20, 20), 30_000)
    seen = drawn(images.as_pdf(data(wide, "PNG")))
    assert seen.getpixel((5, 5))[0] == pytest.approx(30_000 / 257, abs=4)


def test_each_image_of_a_tiff_file_is_a_page() -> None:
    came = data(picture(), "TIFF", save_all=True, append_images=[picture((40, 60)), picture()])
    pdf = images.as_pdf(came)
    with pikepdf.open(io.BytesIO(pdf)) as held:
        sizes = [tuple(float(n) for n in page.mediabox[2:]) for page in held.pages]
    assert [wide > high for wide, high in sizes] == [True, False, True]
    assert alike(drawn(pdf, 1), picture((40, 60)))


def test_a_small_image_is_not_made_large() -> None:
    seen = drawn(images.as_pdf(data(picture((60, 40)), "PNG")))
    assert seen.width == pytest.approx(60 * 72 / 96 * 2, abs=2)


def test_an_image_stays_inside_the_margins() -> None:
    pdf = images.as_pdf(data(Image.new("L", (3000, 400)), "PNG"))
    ink = seeing.picture(pdf, 0).point(lambda v: 255 - v).getbbox()
    assert ink is not None
    assert ink[0] >= 40
    assert ink[2] <= 842 - 40
    assert ink[3] <= 595 - 40


def test_a_huge_image_is_brought_down_to_300_dpi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "HUGE", 1_000_000)
    came = data(picture((4000, 3000)), "JPEG")
    with pikepdf.open(io.BytesIO(images.as_pdf(came))) as pdf:
        held = pdf.pages[0].obj.Resources.XObject.Image
        width = float(pdf.pages[0].obj.Contents.read_bytes().split()[1])
        assert int(held.Width) / (width / 72) == pytest.approx(300, abs=1)


def test_an_image_that_was_cut_off_is_refused() -> None:
    came = data(picture((400, 300)), "JPEG")
    with pytest.raises(OSError, match="truncated"):
        images.as_pdf(came[: len(came) // 2])
