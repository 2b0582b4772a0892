"""Pages of one file, and its text. Runs in a child process, because the file may be made to do harm."""

import io
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from indictment.examine.kinds import DAMAGED, LOCKED
from indictment.machine.confined import Died, Json, Limits, confined
from indictment.machine.mending import in_words, rewritten

if TYPE_CHECKING:
    from pikepdf import Object
    from pypdfium2 import PdfDocument

MOST_PAGES = 20_000
_DEEPEST = 3
"""Forms inside forms in which letters are looked for."""
MOST_PIXELS = 200_000_000

TOO_MANY = f"it has more than {MOST_PAGES:,} pages"
NO_PAGES = "it has no pages"
DYNAMIC_FORM = "it is a dynamic form (XFA) that shows its pages only in Adobe's programs"
TOO_LARGE = "it is an image of more than 200 megapixels"
MENDED = "reconstruct"
"""In what qpdf says where the table of a file's objects was missing and it looked for them."""
NO_MEMORY = "bad_alloc"
"""What qpdf says, and goes on, where a part of a file unpacks to more than there is room for."""

DIED = {
    "time": "it could not be opened in the time that an exhibit has",
    "memory": "it could not be opened in the memory that an exhibit has",
    "crash": DAMAGED,
}


def read(kind: str, data: bytes) -> Json:
    """What a PDF or an image holds: `{"pages": …}`.

    With `"mended": True` where the file is damaged and its pages had to be searched for.

    Where it cannot be read `{"reason": …}`, with `detail` for those who look after the tool.
    """
    result = confined(work(kind, data), Limits())
    if isinstance(result, Died):
        return {"reason": DIED[result.reason], "detail": result.detail}
    return result


def work(kind: str, data: bytes) -> Callable[[], Json]:
    """What a child process has to do to read the file."""
    if kind == "pdf":
        # Loaded here, so that no child has to load it again.
        import pikepdf  # noqa: F401

        return partial(_pdf, data)
    import PIL.Image  # noqa: F401

    return partial(_image, data)


def _pdf(data: bytes) -> Json:
    import pikepdf

    try:
        found = _pages(data)
    except pikepdf.PasswordError:
        return {"reason": LOCKED}
    except pikepdf.PdfError as error:
        anew = rewritten(data)
        if anew is None:
            return {"reason": DAMAGED, "detail": in_words(error)}
        try:
            found = {**_pages(anew), "mended": True}
        except pikepdf.PdfError:
            return {"reason": DAMAGED, "detail": in_words(error)}
    return found


def _pages(data: bytes) -> Json:
    """The number of pages, or why they cannot be used. Raises PdfError."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = len(pdf.pages)
        for page in pdf.pages:
            # What a page is made of must be there, and unpack within the limits.
            for key in ("/Resources", "/Contents", "/Annots"):
                isinstance(page.obj.get(key), pikepdf.Dictionary)
        letters = any(_has_letters(page.obj.get("/Resources")) for page in pdf.pages)
        warnings = [str(warning) for warning in pdf.get_warnings()]
        if any(NO_MEMORY in warning for warning in warnings):
            return {"reason": DIED["memory"]}
        form = pdf.Root.get("/AcroForm")
        if bool(pdf.Root.get("/NeedsRendering", False)) and form is not None and "/XFA" in form:
            return {"reason": DYNAMIC_FORM}
    if not pages:
        return {"reason": NO_PAGES}
    if pages > MOST_PAGES:
        return {"reason": TOO_MANY}
    found: Json = {"pages": pages, "letters": letters}
    if any(MENDED in warning for warning in warnings):
        found["mended"] = True
    return found


def _has_letters(resources: "Object | None", depth: int = 0) -> bool:
    """True if what a page is made of names a font, by itself or in a form that it draws."""
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary):
        return False
    fonts = resources.get("/Font")
    if isinstance(fonts, pikepdf.Dictionary) and len(fonts):
        return True
    forms = resources.get("/XObject")
    if depth == _DEEPEST or not isinstance(forms, pikepdf.Dictionary):
        return False
    return any(
        _has_letters(form.get("/Resources"), depth + 1)
        for form in forms.values()
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form"
    )


def text(data: bytes) -> list[str] | None:
    """The text of each page of a PDF; None where there is none at all (a scan).

    A page that cannot be read has none, and the next one keeps its number.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            texts = [_of_page(pdf, number) for number in range(len(pdf))]
    except pypdfium2.PdfiumError:
        return None
    return texts if any(text.strip() for text in texts) else None


def _of_page(pdf: "PdfDocument", number: int) -> str:
    import pypdfium2

    try:
        page = pdf[number]
        textpage = page.get_textpage()
        text: str = textpage.get_text_range()
    except pypdfium2.PdfiumError:
        return ""
    textpage.close()
    page.close()
    return text.replace("\r\n", "\n")


def _image(data: bytes) -> Json:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                return {"reason": TOO_LARGE}
            # Each image of a TIFF file is a page (a fax, a scan); of an animation the first is.
            frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    except (OSError, SyntaxError, ValueError, TypeError, Image.DecompressionBombError) as error:
        return {"reason": DAMAGED, "detail": in_words(error)}
    if frames > MOST_PAGES:
        return {"reason": TOO_MANY}
    return {"pages": frames}
