"""What a file is that is no Word document, by its first bytes and its entries, in a lawyer's words."""

from collections.abc import Collection

_PASSWORD = "it is protected with a password"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = {
    "EncryptedPackage": _PASSWORD,
    "WordDocument": "it is a document of an old Word (.doc)",
    "Workbook": "it is a workbook of an old Excel (.xls)",
    "PowerPoint Document": "it is a presentation of an old PowerPoint (.ppt)",
}
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": "it is an OpenDocument text (.odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "it is an OpenDocument table (.ods)",
}
_BEGINNINGS = (
    (b"{\\rtf", "it is in Rich Text Format (.rtf)"),
    (b"%PDF-", "it is a PDF"),
    (b"<!doctype html", "it is a web page"),
    (b"<html", "it is a web page"),
    (b"<?xml", "it is an XML file"),
    (b"\x89png", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
)


def of_no_archive(data: bytes) -> str:
    """What bytes are that no document of today's Word begins with; "" where they may be one."""
    if not data:
        return "it is empty"
    if data.startswith(_OLE):
        for name, said in _OLE_STREAMS.items():
            if name.encode("utf-16-le") in data:
                return said
        return "it is a file of an old Office"
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for beginning, said in _BEGINNINGS:
        if start.startswith(beginning.lower()):
            return said
    return "" if data.startswith(b"PK") else "it is not a Word document"


def of_archive(names: Collection[str], mimetype: bytes) -> str:
    """What an archive is without the parts of a Word document, by the names of its entries."""
    for kind, said in _OPEN_DOCUMENT.items():
        if mimetype.strip() == kind.encode():
            return said
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return "it is an OpenDocument file"
    if any(name.endswith(".iwa") for name in names):
        return "it is a document of Apple Pages"
    if any(name.startswith("xl/") for name in names):
        return "it is an Excel workbook"
    if any(name.startswith("ppt/") for name in names):
        return "it is a PowerPoint presentation"
    return "it is an archive (.zip) and not a Word document"
