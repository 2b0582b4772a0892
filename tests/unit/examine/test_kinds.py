"""A file is what its content says."""

import zipfile
from io import BytesIO

import pytest
from PIL import Image

from indictment.examine.archives import BOMB
from indictment.examine.kinds import (
    DAMAGED,
    EMPTY,
    LOCKED,
    NOT_AS_NAMED,
    NOT_UTF8,
    POINTER,
    recognise,
)
from tests.unit.examine import files


def image(form: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (4, 4)).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("form", ["png", "jpeg", "tiff", "gif", "webp"])
def test_images(form: str) -> None:
    found = recognise(image(form), "a.pdf")
    assert (found.kind, found.form) == ("image", form)


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "\ufeff<?xml version='1.0'?>\n<!-- drawn by hand -->\n<svg width='3'></svg>",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg:svg/>',
    ],
)
def test_drawings(drawing: str) -> None:
    assert recognise(drawing.encode(), "a.txt").form == "svg"


@pytest.mark.parametrize(
    ("data", "name", "kind", "form"),
    [
        (files.pdf(), "scan.jpg", "pdf", ""),
        (b"junk before\n" + files.pdf(), "a.pdf", "pdf", ""),
        (files.word(), "a.zip", "docx", "docx"),
        (b"{\\rtf1 hello}", "a.doc", "docx", "rtf"),
        (b"a,b\n1,2\n", "votes.CSV", "csv", ""),
        (b"a,b\n1,2\n", "votes.txt", "text", ""),
        ("Протокол\n".encode(), "a", "text", ""),
        ("Протокол".encode("utf-16"), "a.txt", "text", ""),
        (b"<!DOCTYPE html><html></html>", "page.html", "other", ""),
        (b"\x00\x00\x00\x20ftypmp42", "film.mp4", "other", ""),
        (files.archive({"xl/workbook.xml": b"<x/>"}), "book.xlsx", "other", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old.doc", "other", ""),
    ],
)
def test_kinds(data: bytes, name: str, kind: str, form: str) -> None:
    found = recognise(data, name)
    assert (found.kind, found.form, found.reason) == (kind, form, "")


def test_open_document() -> None:
    odt = files.archive(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": b"<m/>"}
    )
    assert recognise(odt, "a.odt").form == "odt"
    locked = files.archive(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": b"<m:encryption-data/>",
        }
    )
    assert recognise(locked, "a.odt").reason == LOCKED


def test_what_cannot_be_read_says_why() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert recognise(b"", "a.pdf").reason == EMPTY
    assert recognise(files.word()[:-30], "a.docx").reason == DAMAGED
    assert recognise(locked, "a.docx").reason == LOCKED
    assert recognise("Протокол допиту".encode("cp1251") + b" 12 pages", "a.txt").reason == NOT_UTF8
    assert recognise("Протокол допиту свідка".encode("cp1251"), "a.txt").reason == NOT_UTF8


def test_what_is_not_what_its_name_says() -> None:
    """A page of an error, or a pointer, that was saved in the place of the document."""
    assert recognise(b"Access denied\n", "order.pdf").reason == NOT_AS_NAMED
    assert recognise(b"<!DOCTYPE html><html></html>", "map.JPG").reason == NOT_AS_NAMED
    assert recognise(b"\0\1\2", "order.pdf").reason == DAMAGED
    assert recognise(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "map.png").form == "svg"
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    assert recognise(pointer, "votes.csv").reason == POINTER


def test_an_archive_that_unpacks_to_far_more_is_not_opened() -> None:
    assert recognise(files.word(b" " * (64 << 20)), "a.docx").reason == BOMB


def test_an_archive_of_very_many_entries_is_not_opened() -> None:
    many = files.archive({f"word/{n}.xml": b"" for n in range(5_001)})
    assert recognise(many, "a.docx").reason == BOMB


def test_an_archive_whose_entries_overlap_is_not_opened() -> None:
    data = bytearray(files.word(bytes(range(256)) * 40))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        entry = archive.getinfo("word/document.xml")
    at = data.rfind(b"PK\x01\x02")
    data[at + 20 : at + 24] = (entry.compress_size + len(data)).to_bytes(4, "little")
    assert recognise(bytes(data), "a.docx").reason == BOMB


def test_large_plain_xml_is_let_through() -> None:
    body = b"".join(b"<w:p><w:t>Paragraph %d of many</w:t></w:p>" % n for n in range(200_000))
    assert recognise(files.word(body), "a.docx").kind == "docx"
