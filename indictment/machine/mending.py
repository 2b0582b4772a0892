"""A PDF that one library cannot open, written anew by another that can."""

import io
import re


def rewritten(data: bytes) -> bytes | None:
    """The PDF as PDFium reads it; None where PDFium cannot open it either."""
    import pypdfium2

    out = io.BytesIO()
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            pdf.save(out)
    except (pypdfium2.PdfiumError, ValueError):
        return None
    return out.getvalue()


def in_words(error: Exception) -> str:
    """What a library says, without the addresses of its objects, which differ in each run."""
    words = re.sub(r"(stream )?<[^<>]* at 0x[0-9a-f]+>", "the file", str(error))
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
