"""What WeasyPrint says while it works -> diagnostics. It leaves out what it warns of."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import quote, unquote, urljoin

from indictment.diagnostics import Diagnostic, Span
from indictment.render.page.lookup import Load
from indictment.render.pdf.fetcher import BASE
from indictment.render.rules import IMAGE_UNREADABLE, NOT_CARRIED_OUT, STYLE_NOT_READ

_PLACE = re.compile(r" at (\d+):(\d+)")
_IMAGE = re.compile(r"Failed to load image at '([^']*)': (.*)", re.DOTALL)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """What WeasyPrint warns of inside the block; it reaches no other log."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    before = logger.propagate, logger.level
    logger.addHandler(collector)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield collector.said
    finally:
        logger.removeHandler(collector)
        logger.propagate, _ = before
        logger.setLevel(before[1])


def of_style(said: list[str], file: str) -> Iterator[Diagnostic]:
    """Warnings about the style sheet `file`."""
    for message in said:
        place = _PLACE.search(message)
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        words = _PLACE.sub("", message).strip().rstrip(".")
        yield STYLE_NOT_READ.at(
            Span(file, line, column, line, column),
            "this cannot be carried out in the PDF",
            notes=[f"WeasyPrint says: {words}"],
            help="write a property and a value that WeasyPrint knows, or remove the line",
        )


def of_page(
    said: list[str], places: Mapping[str, Span], load: Load = lambda path: None
) -> Iterator[Diagnostic]:
    """Warnings about the page.

    `places` says where each image of the matter is named, `load` gives its bytes: what is wrong
    with it is said as the check of images says it. An image outside the matter ("../map.png") has
    lost its way there in the address, and is known by where that would lead.
    """
    if not said:
        return
    from indictment.render.page import images

    named = {unquote(urljoin(BASE, quote(path))).removeprefix(BASE): path for path in places}
    for message in dict.fromkeys(said):
        image = _IMAGE.match(message)
        if image:
            address = unquote(image[1].removeprefix(BASE))
            path = named.get(address, address)
            span = places.get(path, Span("matter.yaml"))
            yield images.judge(path, span, load(path)) or IMAGE_UNREADABLE.at(
                span,
                f"the image {path} cannot be shown",
                notes=[f"WeasyPrint says: {image[2]}"],
                help="save it again as PNG or JPEG",
            )
        else:
            yield NOT_CARRIED_OUT.at(
                Span("matter.yaml"),
                "something could not be printed in the PDF",
                notes=[f"WeasyPrint says: {message.strip().rstrip('.')}"],
                help="report this with the matter at hand; it is not a mistake of the text",
            )
