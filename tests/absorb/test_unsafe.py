"""Files that are no Word document, or are made to do harm: a sentence each, soon and in little room."""

import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from indictment.absorb.word import NotRead, read
from indictment.absorb.word.archive import (
    AGAIN,
    BOMB,
    DAMAGED,
    ENTITIES,
    HARMFUL,
    MOST_ENTRIES,
    SAVE,
)
from tests.absorb.documents import changed, docx, packed, parts, seen, with_body

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def ole(stream: str) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + stream.encode("utf-16-le") + bytes(99)
    )


def with_part(name: str, content: bytes, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    return packed(parts(docx(origin=None)) | {name: content}, kind)


def document(inner: str) -> bytes:
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>".encode()


def opened_with_password() -> bytes:
    """An entry whose header says that it is encrypted."""
    data = bytearray(docx(origin=None))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def overlapping() -> bytes:
    """Many entries that share the same packed bytes, which none of them unpacks to much."""
    data = packed({"[Content_Types].xml": bytes(30 << 10)}, zipfile.ZIP_STORED)
    start = data.find(b"PK\x01\x02")
    end = data.rfind(b"PK\x05\x06")
    entry = data[start:end]
    length = len("[Content_Types].xml")
    entries = b"".join(
        entry[:46] + f"{n:0{length}d}".encode() + entry[46 + length :] for n in range(200)
    )
    tail = bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, 200, 200, len(entries))
    return data[:start] + entries + bytes(tail)


def long_directory() -> bytes:
    """A list of entries that is said to be longer than any document's."""
    data = bytearray(docx(origin=None))
    struct.pack_into("<I", data, data.rfind(b"PK\x05\x06") + 12, 500 << 20)
    return bytes(data)


OTHERS = {
    "empty": (b"", "it is empty"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "it is a PDF"),
    "rtf": (b"{\\rtf1\\ansi Text}", "it is in Rich Text Format (.rtf)"),
    "doc": (ole("WordDocument"), "it is a document of an old Word (.doc)"),
    "xls": (ole("Workbook"), "it is a workbook of an old Excel (.xls)"),
    "password": (ole("EncryptedPackage"), "it is protected with a password"),
    "web page": (b"\xef\xbb\xbf <!DOCTYPE html><html>", "it is a web page"),
    "text": ("Обвинувальний акт".encode(), "it is not a Word document"),
    "odt": (
        packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
        "it is an OpenDocument text (.odt)",
    ),
    "zip": (packed({"letter.txt": b"Text"}), "it is an archive (.zip) and not a Word document"),
    "pages": (packed({"Index/Document.iwa": b"\0"}), "it is a document of Apple Pages"),
    "xlsx": (
        packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}),
        "it is an Excel workbook",
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_kind_of_file_is_named_with_what_to_do(name: str) -> None:
    data, reason = OTHERS[name]
    found = read(data)
    assert isinstance(found, NotRead)
    assert found.reason == reason
    assert ".docx" in found.help
    if name != "password":
        assert found.help == SAVE


DAMAGED_FILES = {
    "cut off": docx(origin=None)[:-2000],
    "cut off early": docx(origin=None)[:200],
    "only a beginning": b"PK\x03\x04" + bytes(200),
    "flipped bytes": docx(origin=None)[:900] + b"\xff" * 300 + docx(origin=None)[1200:],
    "broken XML": changed(docx(origin=None), "word/document.xml", lambda xml: xml[:-400]),
    "no body": changed(docx(origin=None), "word/document.xml", lambda _: f"<w:x {W}/>".encode()),
    "broken styles": changed(docx(origin=None), "word/styles.xml", lambda xml: xml[100:]),
    "unknown entity": changed(
        docx(origin=None), "word/document.xml", lambda _: document("<w:p>&x;</w:p>")
    ),
    "not UTF-8": changed(
        docx(origin=None), "word/document.xml", lambda _: document("<w:p/>") + b"\xff\xfe<"
    ),
    "deeper than any": with_part("word/document.xml", document("<w:p>" * 400 + "</w:p>" * 400)),
}


@pytest.mark.parametrize("name", DAMAGED_FILES)
def test_a_damaged_file_is_said_to_be_damaged(name: str) -> None:
    assert read(DAMAGED_FILES[name]) == NotRead(DAMAGED, AGAIN)


def test_a_package_that_is_encrypted_itself_is_said_to_have_a_password() -> None:
    found = read(opened_with_password())
    assert isinstance(found, NotRead)
    assert found.reason == "it is protected with a password"


def bombs() -> dict[str, bytes]:
    runs = "<w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins>"
    attributes = " ".join(f'a{n}=""' for n in range(2_100_000))
    stored = zipfile.ZIP_STORED
    return {
        "zeros": with_part("word/document.xml", bytes(199 << 20)),
        "more than a document": with_part("word/media/a.bin", bytes(300 << 20)),
        "XML of spaces": with_part("word/document.xml", document(" " * (70 << 20)), stored),
        "many entries": packed({f"{n}": b"" for n in range(MOST_ENTRIES + 1)}),
        "overlapping": overlapping(),
        "long directory": long_directory(),
        "paragraphs": with_part("word/document.xml", document("<w:p/>" * 700_000), stored),
        "runs": with_part("word/document.xml", document(f"<w:p>{runs * 290_000}</w:p>"), stored),
        "attributes": with_part(
            "word/document.xml",
            document(f"<w:p {attributes}/>"),
            stored,
        ),
    }  # fmt: skip


def test_a_file_that_unpacks_to_far_too_much_is_not_unpacked() -> None:
    for name, data in bombs().items():
        began = time.process_time()
        assert read(data) == NotRead(BOMB, HARMFUL), name
        assert time.process_time() - began < LONGEST, name


LONGEST, LARGEST = 30, 1024
"""Seconds of a processor, and megabytes: what no file may take, however busy the machine is."""

HOSTILE = """
import re, sys, time
from pathlib import Path
from indictment.absorb.word import read
began = time.process_time()
read(Path(sys.argv[1]).read_bytes())
# not ru_maxrss: it begins with the size of the process that started this one
most = re.search(r"VmHWM:\\s+([0-9]+) kB", Path("/proc/self/status").read_text())
print(time.process_time() - began, int(most[1]) // 1024)
"""

JUST_LET_IN = {
    "paragraphs": "<w:p/>" * 59_000,
    "runs": "<w:p>" + "<w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins>" * 110_000 + "</w:p>",
    "words": "<w:p><w:r>" + "<w:t>a</w:t>" * 950_000 + "</w:r></w:p>",
    "attributes": "<w:p " + " ".join(f'a{n}=""' for n in range(1_900_000)) + "/>",
    "fields": '<w:p><w:r>' + '<w:fldChar w:fldCharType="begin"/>' * 300_000 + "</w:r></w:p>",
    "bookmarks": "<w:p>" + "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="_ind_a{n}"/>' for n in range(200_000)
    ) + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 50_000 + "</w:p>",
    "comments": "<w:p>" + '<w:commentRangeStart w:id="0"/><w:r><w:t>a</w:t></w:r>' * 150_000 + "</w:p>",
    "tables": ("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 59_000),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", JUST_LET_IN)
def test_the_largest_that_is_read_takes_little_time_and_room(name: str, tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    path.write_bytes(
        with_part("word/document.xml", document(JUST_LET_IN[name]), zipfile.ZIP_STORED)
    )
    done = subprocess.run(
        [sys.executable, "-c", HOSTILE, str(path)], capture_output=True, text=True, check=True
    )
    seconds, megabytes = done.stdout.split()
    assert float(seconds) < LONGEST
    assert int(megabytes) < LARGEST


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "content"),
    {
        "laughs": (DOCTYPE.encode() + document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")),
        "outside": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + document("<w:p/>"),
        "a file": b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        + document("<w:p><w:r><w:t>&f;</w:t></w:r></w:p>"),
        "in UTF-16": (DOCTYPE + document("<w:p/>").decode()).encode("utf-16"),
    }.items(),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_entities_are_refused(name: str, content: bytes) -> None:
    assert read(with_part("word/document.xml", content)) == NotRead(ENTITIES, HARMFUL)


def test_entities_in_any_part_that_is_read_are_refused() -> None:
    for part in ("word/styles.xml", "word/footnotes.xml", "[Content_Types].xml"):
        data = changed(docx(origin=None), part, lambda xml: DOCTYPE.encode() + xml)
        assert read(data) == NotRead(ENTITIES, HARMFUL), part


def test_a_part_that_is_there_twice_is_refused() -> None:
    data = docx(origin=None)
    twice = packed(parts(data) | {"WORD/document.xml": b"<x/>"})
    assert read(twice) == NotRead("it holds a part twice, and the two may differ", HARMFUL)


def test_xml_in_utf_16_is_read() -> None:
    data = changed(
        docx(origin=None),
        "word/document.xml",
        lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    )
    assert seen(data) == seen(docx(origin=None))


def test_a_document_saved_as_strict_open_xml_is_read() -> None:
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts(docx(origin=None)).items()
    }
    assert strict != parts(docx(origin=None))
    assert seen(packed(strict)) == seen(docx(origin=None))


def test_macros_are_not_run_and_said() -> None:
    entries = parts(docx(origin=None))
    entries["[Content_Types].xml"] = entries["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert seen(packed(entries)).unread == ("macros, which were not run",)


def test_what_a_relation_names_outside_the_package_is_not_looked_for() -> None:
    data = changed(
        docx(origin=None),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b'Target="footnotes.xml"', b'Target="../../../etc/passwd"'),
    )
    assert all(note == () for note in seen(data).notes)


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begun = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    )
    document = seen(with_body(f"<w:p>{begun}<w:r><w:t>Words.</w:t></w:r></w:p>"))
    assert [run.text for run in document.paragraphs[0].runs] == ["Words."]
