"""The marks of notes stay on the line of the word that they follow."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def holding() -> Iterator[None]:
    """Inside the block, WeasyPrint breaks no line between a full stop and the mark of a note.

    Between two boxes of a line WeasyPrint asks Pango whether the last letter of the one and the
    first of the other may part; Pango says yes for ".2". A number that follows a sign without a
    space belongs to it (UAX 14, LB25).
    """
    from weasyprint.layout import inline

    ask = inline.can_break_text

    def may_part(text: str, lang: str | None) -> bool:
        if len(text) == 2 and text[1].isdigit() and not text[0].isspace():
            return False
        return bool(ask(text, lang))

    inline.can_break_text = may_part
    try:
        yield
    finally:
        inline.can_break_text = ask
