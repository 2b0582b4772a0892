"""Files as strangers send them, made in memory."""

import io
import zipfile
import zlib

import docx
import pikepdf


def pdf(pages: int = 1, *, text: str = "", password: str = "") -> bytes:
    """A PDF with so many pages; each says `text` and its number."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for number in range(1, pages + 1):
        page = made.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        if text:
            said = f"BT /F 12 Tf 72 700 Td ({text} {number}) Tj ET"
            page.obj.Contents = made.make_stream(said.encode())
    return saved(made, password)


def word_document(*paragraphs: str) -> bytes:
    """A Word document with these paragraphs."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def saved(made: pikepdf.Pdf, password: str = "") -> bytes:
    out = io.BytesIO()
    encryption = pikepdf.Encryption(owner="owner", user=password) if password else False
    made.save(out, encryption=encryption, deterministic_id=not password)
    return out.getvalue()


def object_stream_bomb() -> bytes:
    """A PDF whose first object stream unpacks to 2 GB."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"4 0 ") + packer.flush(zlib.Z_FULL_FLUSH)
    # A block behind a full flush stands on its own, so it can be repeated as it is.
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = head + block * 2048 + packer.flush()
    objects = {
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources 4 0 R>>",
        5: b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
        + packed
        + b"\nendstream",
        1: b"<</Type/Catalog/Pages 2 0 R>>",
    }
    out = bytearray(b"%PDF-1.7\n")
    at = {}
    for number, body in objects.items():
        at[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    rows = [(0, 0, 65535)] + [(1, at[n], 0) for n in (1, 2, 3)] + [(2, 5, 0), (1, at[5], 0)]
    rows.append((1, start, 0))
    table = b"".join(
        k.to_bytes(1, "big") + a.to_bytes(4, "big") + b.to_bytes(2, "big") for k, a, b in rows
    )
    out += (
        b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length %d>>\nstream\n" % len(table)
        + table
        + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    )
    return bytes(out)


def archive(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return out.getvalue()


def word(body: bytes = b"<w:document/>") -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": body})
