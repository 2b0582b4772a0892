"""An indictment set with its numbers in place, and none left open: what one set otherwise is held against."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from indictment.render import pdf
from indictment.render.pdf.divide import parts
from tests.unit.render.pdf_reading import bookmarks, destinations, elements, letters, links, read


@contextmanager
def numbers_in_place(*, in_parts: bool) -> Iterator[None]:
    """Inside the block no number is left open, running lines are drawn on each page; and the page is one part,
    unless `in_parts`.
    """
    split = parts.split

    def closed(
        page: str, *, apart: bool = True, is_redline: bool = False, **others: object
    ) -> tuple[parts.Part, ...]:
        return split(page, apart=apart and in_parts, open_numbers=False, is_redline=is_redline)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "split", closed)
        yield


def same(ours: pdf.PrintedIndictment, theirs: pdf.PrintedIndictment) -> None:
    """Each letter stands at the same place; links, tags, bookmarks and destinations are the same."""
    assert ours.pages == theirs.pages
    for number, (one, other) in enumerate(
        zip(letters(ours.content), letters(theirs.content), strict=True), start=1
    ):
        assert one == other, f"page {number}"
    for what in (links, elements, bookmarks, destinations):
        assert read(ours.content, what) == read(theirs.content, what)
