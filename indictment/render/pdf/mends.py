"""Two faults of WeasyPrint's layout, mended: a note stays with its mark, a mark with its word."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def mended() -> Iterator[None]:
    """Inside the block, WeasyPrint lays out lines with notes as a printer would."""
    from weasyprint.layout import block, inline

    may_part, lay_out = inline.can_break_text, block._linebox_layout

    def number_stays(text: str, lang: str | None) -> bool:
        # Asked of the last letter of one box and the first of the next. Pango would part ".2",
        # the full stop of a sentence and the mark of its note (UAX 14, LB25, would not).
        if len(text) == 2 and text[1].isdigit() and not text[0].isspace():
            return False
        return bool(may_part(text, lang))

    def notes_stay(context: Any, *rest: Any) -> Any:
        return lay_out(_NotesStay(context), *rest)

    inline.can_break_text, block._linebox_layout = number_stays, notes_stay
    try:
        yield
    finally:
        inline.can_break_text, block._linebox_layout = may_part, lay_out


class _NotesStay:
    """A layout context in which no note of the page may be put off to the next one.

    To fit the second line of a paragraph at the foot of a page, WeasyPrint 70 puts off notes whose
    marks stand above, and then forgets the notes of that second line: they are never printed.
    Where there is nothing to put off, the paragraph begins on the next page instead.
    """

    __slots__ = ("_context",)

    def __init__(self, context: Any) -> None:
        inner = context._context if isinstance(context, _NotesStay) else context
        object.__setattr__(self, "_context", inner)

    @property
    def current_page_footnotes(self) -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._context, name, value)
