"""The images that the text shows: where they are named, and whether they can be printed."""

import io
from collections.abc import Iterable, Iterator

from indictment.diagnostics import Diagnostic, Span
from indictment.model.blocks import Block, Figure, Paragraph, Quotation, SubParagraphs
from indictment.model.indictment import Indictment
from indictment.render.page.lookup import Load
from indictment.render.rules import IMAGE_COLOURS, IMAGE_MISSING, IMAGE_UNREADABLE

MOST_BYTES = 30_000_000
MOST_PIXELS = 40_000_000


def figures(indictment: Indictment) -> dict[str, Span]:
    """Each image that is shown, by its path from the matter's root, and the place that names it."""
    found: dict[str, Span] = {}
    for figure in _figures(_blocks(indictment)):
        found.setdefault(figure.path, figure.span)
    return found


def check(indictment: Indictment, load: Load) -> Iterator[Diagnostic]:
    """Images that are missing, cannot be read, or have the colours of a printing press."""
    for path, span in figures(indictment).items():
        if fault := judge(path, span, load(path)):
            yield fault


def judge(path: str, span: Span, data: bytes | None) -> Diagnostic | None:
    """What is wrong with the image at `path`, which `span` names; None where it can be printed."""
    if data is None:
        message = f"there is no file {path}"
        return IMAGE_MISSING.at(span, message, help="write the path from the matter's root")
    if reason := _unreadable(data):
        message = f"the image {path} cannot be shown: {reason}"
        return IMAGE_UNREADABLE.at(span, message, help="save it again as PNG or JPEG")
    if _mode(data) == "CMYK":
        message = f"the image {path} has the colours of a printing press (CMYK)"
        return IMAGE_COLOURS.at(span, message, help="save it again in RGB or grey")
    return None


def _unreadable(data: bytes) -> str:
    """Why the image cannot be shown; empty where it can."""
    from PIL import Image, ImageFile, UnidentifiedImageError

    if len(data) > MOST_BYTES:
        return f"it is larger than {MOST_BYTES // 1_000_000} megabytes"
    tolerant, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MOST_PIXELS:
                return f"it has more than {MOST_PIXELS // 1_000_000} megapixels"
            image.load()
    except UnidentifiedImageError:
        return "it is neither PNG nor JPEG"
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "it is damaged"
    finally:
        # WeasyPrint asks Pillow to show half a picture without a word.
        ImageFile.LOAD_TRUNCATED_IMAGES = tolerant
    return ""


def _mode(data: bytes) -> str:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        return image.mode


def _blocks(indictment: Indictment) -> Iterator[Block]:
    for one in indictment.accused:
        yield from one.blocks
    for group in indictment.counts:
        yield from group.blocks
    for section in (*indictment.statement, *indictment.annexes, *indictment.schedules):
        yield from section.blocks


def _figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case Figure():
                yield block
            case Paragraph(attached=inner) | Quotation(blocks=inner):
                yield from _figures(inner)
            case SubParagraphs(items=items):
                for item in items:
                    yield from _figures(item.attached)
            case _:
                pass
