"""Images: found wherever they stand, and refused where they could not be printed."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from indictment.diagnostics import Span
from indictment.model import blocks as b
from indictment.model.indictment import Indictment
from indictment.render.page import images
from indictment.render.pdf.setting import log
from tests.unit.render import fixture


def picture(mode: str, kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (4, 4)).save(stream, kind)
    return stream.getvalue()


def said(data: bytes | None) -> list[tuple[str, str]]:
    load = {"exhibits/chart.png": data}.get
    return [(one.rule.code, one.span.start) for one in images.check(fixture.indictment(), load)]


def test_an_image_is_found_with_the_place_that_names_it() -> None:
    assert images.figures(fixture.indictment()) == {"exhibits/chart.png": fixture.SPAN}


def test_an_image_is_found_in_a_sub_paragraph_and_in_a_quotation() -> None:
    figure = b.Figure("a.png", "x", "", fixture.SPAN)
    item = b.SubParagraph(
        "(a)", "1(a)", "p", (), fixture.SPAN, attached=(b.Quotation((figure,), "", fixture.SPAN),)
    )
    paragraph = b.Paragraph(
        "1", "p-1", (), fixture.SPAN, attached=(b.SubParagraphs(1, True, (item,), fixture.SPAN),)
    )
    given: Indictment = fixture.indictment()
    section = replace(given.annexes[0], blocks=(paragraph,))
    assert images.figures(replace(given, statement=(), annexes=(section,))) == {
        "a.png": fixture.SPAN
    }


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("L", "JPEG"), ("RGB", "JPEG")],
)
def test_ordinary_images_are_shown(mode: str, kind: str) -> None:
    assert said(picture(mode, kind)) == []


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("OUT010", None),
        ("OUT011", b""),
        ("OUT011", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("OUT011", fixture.chart()[:900]),
        ("OUT011", picture("RGB", "GIF")),
        ("OUT012", picture("CMYK", "JPEG")),
    ],
)
def test_what_cannot_be_printed_is_said_where_it_is_named(code: str, data: bytes | None) -> None:
    assert said(data) == [(code, fixture.SPAN.start)]


def test_half_a_picture_is_damaged_even_where_pillow_was_told_to_be_patient(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    assert said(fixture.chart()[:900]) == [("OUT011", fixture.SPAN.start)]


def test_a_picture_that_is_too_large_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_PIXELS", 15)
    assert said(picture("RGB", "PNG")) == [("OUT011", fixture.SPAN.start)]


def test_an_image_outside_the_matter_is_said_once_under_the_name_that_was_written() -> None:
    place = Span("facts/01.md", 3, 1, 3, 20)
    written = "../maps/the plan.png"
    said = ["Failed to load image at 'https://matter.invalid/maps/the%20plan.png': no such file"]
    [found] = log.of_page(said, {written: place})
    assert found == images.judge(written, place, None)
