"""Faults of WeasyPrint's layout, mended: notes stay with their marks, marks with their words, words whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

EDITION = 1
"""Counts what is mended: pages that were kept as an earlier edition set them are set anew."""


@contextmanager
def mended() -> Iterator[None]:
    """Inside the block, WeasyPrint lays out lines as a printer would."""
    from weasyprint.layout import block, inline
    from weasyprint.text import line_break

    may_part, lay_out = inline.can_break_text, block._linebox_layout
    lead, split = inline.handle_leader, line_break.split_first_line
    words = _WholeWords(inline.split_inline_box, inline.split_text_box)

    def number_stays(text: str, lang: str | None) -> bool:
        # Asked of the last letter of one box and the first of the next. Pango would part ".2",
        # the full stop of a sentence and the mark of its note (UAX 14, LB25, would not).
        if len(text) == 2 and text[1].isdigit() and not text[0].isspace():
            return False
        return bool(may_part(text, lang))

    def notes_stay(context: Any, *rest: Any) -> Any:
        return lay_out(_NotesStay(context), *rest)

    def leads_at_once(context: Any, line: Any, around: Any) -> None:
        lead(context, line, around)
        _join_dots(context, line)

    def keep_run(text: str, style: Any, context: Any, width: Any, *rest: Any, **how: Any) -> Any:
        found = split(text, style, context, width, *rest, **how)
        if style["white_space"] != "normal" or not _is_first_word(text, found[2]):
            return found
        bare = split(text.rstrip(" "), style, context, width, *rest, **how)
        return split(text, style, context, inf, *rest, **how) if bare[2] is None else found

    inline.can_break_text, block._linebox_layout = number_stays, notes_stay
    inline.handle_leader, inline.split_first_line = leads_at_once, keep_run
    inline.split_inline_box, inline.split_text_box = words.in_box, words.in_text
    try:
        yield
    finally:
        inline.can_break_text, block._linebox_layout = may_part, lay_out
        inline.handle_leader, inline.split_first_line = lead, split
        inline.split_inline_box, inline.split_text_box = words.set_box, words.set_text


def _is_first_word(text: str, resume_at: int | None) -> bool:
    """True if a line of `text`, which ends with a space, ends after its first word.

    WeasyPrint 70 parts a run of text there that would fit its line but for the space at its end,
    where a name or a link follows.
    """
    if resume_at is None or not text.endswith(" "):
        return False
    written = text.encode()
    return written.find(b" ") + 1 == resume_at < len(written)


def _join_dots(context: Any, line: Any) -> None:
    """Makes the dots that lead to a page number one run of text.

    WeasyPrint makes a box of each dot: seven thousand of them for three pages of contents, each
    of them drawn, tagged and read aloud by itself.
    """
    from weasyprint.layout.leader import leader_index
    from weasyprint.text.line_break import split_first_line

    leader = leader_index(line)[1]
    if leader is None or len(leader.children) < 2:
        return
    dots = min(leader.children, key=lambda box: box.position_x)
    dots.text *= len(leader.children)
    dots.width *= len(leader.children)
    dots.pango_layout = split_first_line(dots.text, dots.style, context, None, 0)[0]
    leader.children = (dots,)


class _WholeWords:
    """A word that is too long for what is left of its line may be parted only where the line begins.

    WeasyPrint 70 takes each text inside a link or a name that opens the line for its begin.
    """

    def __init__(self, set_box: Any, set_text: Any) -> None:
        self.set_box, self.set_text = set_box, set_text
        self._begin = inf
        """Where the words of the line that is being set begin: they are set in their order."""

    def in_box(self, context: Any, box: Any, *rest: Any) -> Any:
        from weasyprint.formatting_structure.boxes import LineBox

        if not isinstance(box, LineBox):
            return self.set_box(context, box, *rest)
        around, self._begin = self._begin, inf  # a line may hold a block with lines of its own
        try:
            return self.set_box(context, box, *rest)
        finally:
            self._begin = around

    def in_text(
        self, context: Any, box: Any, width: Any, skip: Any, is_line_start: Any = True
    ) -> Any:
        if width is None:  # it is measured, and stands nowhere yet
            return self.set_text(context, box, width, skip, is_line_start)
        opens = is_line_start and box.position_x <= self._begin
        found = self.set_text(context, box, width, skip, opens)
        if found[0] is not None and found[0].text.strip():
            self._begin = min(self._begin, box.position_x)
        return found


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
