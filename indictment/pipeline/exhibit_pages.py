"""An exhibit's file -> its pages, one by one, as a screen shows them.

A file that others have made is opened by a child with limits alone, and what the child gives is a
picture that was drawn anew, and words.
"""

import base64
import csv
import io
from collections.abc import Callable
from functools import partial
from itertools import islice

from indictment.folder import Folder
from indictment.machine.cache import Cache
from indictment.machine.confined import Died, Json, Limits, Running, start
from indictment.machine.libreoffice import kept
from indictment.model.facts import ExhibitFacts
from indictment.pipeline.shown import Exhibit

_LIMITS = Limits(cpu=20, wall=30.0)
_MOST_TEXT = 2 << 20
"""Bytes of a text or a table that are shown."""
_MOST_ROWS = 2000
_WIDEST = 2400
"""Pixels of the longer side of a picture."""

_NO_PAGE = {
    "missing": "The file is not beside the list, so there is no page to show.",
    "other": "It is no PDF, picture, Word document, table or text, so there is no page to show.",
}
_DIED = {
    "time": "This page could not be opened in the time that an exhibit has.",
    "memory": "This page could not be opened in the memory that an exhibit has.",
    "crash": "This page cannot be opened: the file is damaged or cut off.",
}


def count(exhibit: Exhibit, cache: Cache) -> tuple[int, str]:
    """How many pages of it can be shown; where none can, why, in a sentence."""
    facts = exhibit.facts
    if not exhibit.path or facts is None:
        return 0, "The list names no file for it, so there is no page to show."
    if facts.kind == "unreadable":
        return 0, f"The file cannot be read: {facts.reason}."
    if facts.kind == "docx" and kept(facts.sha256, facts.form, cache) is None:
        return 0, (
            "It is a Word document that was not turned into pages yet; `indict build` does that."
        )
    if facts.kind in _NO_PAGE:
        return 0, _NO_PAGE[facts.kind]
    return facts.pages or 1, ""


def begin(
    exhibit: Exhibit, page: int, scale: float, folder: Folder, cache: Cache
) -> Running | None:
    """Begin to draw `page` (from 1) with `scale` pixels for each point; None where the file is gone.

    The result is for `finished`.
    """
    facts = exhibit.facts
    data = folder.read(exhibit.path) if facts else None
    if facts is None or data is None:
        return None
    if facts.kind == "docx":
        earlier = kept(facts.sha256, facts.form, cache)
        return start(_of_pdf(earlier.pdf, page, scale), _LIMITS) if earlier else None
    return start(_work(facts, data, page, scale), _LIMITS)


def finished(result: Json | Died) -> Json:
    """What was drawn: `picture` (the bytes of a PNG or SVG file) with its `type`, `text`, or `table`; with
    `width` and `height` in points and `lines` where the page has words; else `why` there is none.
    """
    if isinstance(result, Died):
        return {"why": _DIED[result.reason]}
    if "picture" in result:
        result = {**result, "picture": base64.b64decode(result["picture"])}
    return result


def _work(facts: ExhibitFacts, data: bytes, page: int, scale: float) -> Callable[[], Json]:
    if facts.kind == "pdf":
        return _of_pdf(data, page, scale)
    if facts.form == "svg":
        # A browser draws an <img> without its scripts, and fetches nothing that it names.
        return lambda: {"picture": base64.b64encode(data).decode("ascii"), "type": "image/svg+xml"}
    if facts.kind == "image":
        import PIL.Image  # noqa: F401 - so that no child has to load it

        return partial(_image, data, page)
    return partial(_text, data, is_table=facts.kind == "csv")


def _of_pdf(data: bytes, page: int, scale: float) -> Callable[[], Json]:
    # Loaded here, so that no child has to load them.
    import PIL.Image  # noqa: F401
    import pypdfium2

    from indictment.render import screen

    def draw() -> Json:
        with pypdfium2.PdfDocument(data) as pdf:
            held = pdf[page - 1]
            width, height = held.get_size()
            lines = [
                [line.text, line.left, line.top, line.right, line.bottom]
                for line in screen.lines(held)
            ]
            held.close()
            picture = screen.png(pdf, page, scale)
        return {
            "picture": base64.b64encode(picture).decode("ascii"),
            "type": "image/png",
            "width": width,
            "height": height,
            "lines": lines,
        }

    return draw


def _text(data: bytes, *, is_table: bool) -> Json:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = data[:_MOST_TEXT].decode(encoding, "replace")
    if not is_table:
        return {"text": text}
    first = text.lstrip("\n").partition("\n")[0]
    comma = max(",;\t|", key=first.count)  # as the bundle reads it
    try:
        rows = list(islice(csv.reader(io.StringIO(text), delimiter=comma), _MOST_ROWS))
    except csv.Error:
        return {"text": text}
    return {"table": [row for row in rows if row]}


def _image(data: bytes, page: int) -> Json:
    from PIL import Image, ImageOps

    from indictment.render.screen.picture import as_png

    Image.MAX_IMAGE_PIXELS = None  # examine has refused what is too large
    with Image.open(io.BytesIO(data)) as image:
        if page > 1:
            image.seek(page - 1)
        image.thumbnail((_WIDEST, _WIDEST))
        turned = ImageOps.exif_transpose(image)
        plain = turned if turned.mode in ("RGB", "L") else turned.convert("RGB")
        picture = as_png(plain)
    return {
        "picture": base64.b64encode(picture).decode("ascii"),
        "type": "image/png",
        "width": plain.width,
        "height": plain.height,
    }
