"""What each glyph means on each page, while WeasyPrint draws: a font says it once, as it was met first.

A space and one that does not break may be the same glyph. Which of them the font says depends on the
page that is drawn first; the page that is drawn first depends on which pages are put together (`sliced`).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from indictment.render.pdf.replaced import replaced


@dataclass(slots=True)
class Meanings:
    """The words of glyphs by their numbers, by the key of a font, by the stream of a page's content."""

    _pages: dict[Any, Mapping[Any, dict[int, str]]] = field(default_factory=dict)
    _at: Any = None
    _fonts: Mapping[Any, Any] = field(default_factory=dict)

    def of_page(self, stream: Any) -> dict[str, dict[int, str]]:
        """What glyphs mean on the page with this content, by the name of their font. One of which
        nothing is said here means what its font says.
        """
        held = self._pages.get(stream, {})
        return {self._fonts[key].hash: letters for key, letters in held.items() if letters}

    def begin(self, stream: Any) -> None:
        """A page is drawn from here on; its fonts have met nothing yet."""
        self._end_page()
        self._at, self._fonts = stream, stream._fonts
        for font in self._fonts.values():
            font.to_unicode = {}

    def _end_page(self) -> None:
        if self._at is not None:
            held = {key: font.to_unicode for key, font in self._fonts.items()}
            self._pages[self._at] = held

    def end(self) -> None:
        """All pages are drawn: each font says what it would, had nobody asked page by page."""
        self._end_page()
        for key, font in self._fonts.items():
            whole: dict[int, str] = {}
            for held in self._pages.values():
                whole = held.get(key, {}) | whole
            font.to_unicode = whole
        self._at = None


@contextmanager
def noted() -> Iterator[Meanings]:
    """Inside the block, it is noted what glyphs mean on the pages of one document."""
    from weasyprint import pdf
    from weasyprint.document import Page

    paint, build = Page.paint, pdf.build_fonts_dictionary
    meanings = Meanings()

    def painted(page: Any, stream: Any, *rest: Any) -> None:
        meanings.begin(stream)
        paint(page, stream, *rest)

    def built(*given: Any) -> Any:
        meanings.end()
        return build(*given)

    with replaced(Page, "paint", painted), replaced(pdf, "build_fonts_dictionary", built):
        yield meanings
