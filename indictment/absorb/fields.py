"""Edits inside the numbers that Word works out: whose, and of what."""

from collections.abc import Iterator
from itertools import groupby

from indictment.absorb.seen import is_number, text
from indictment.model.word import WordDocument, WordParagraph, WordRun


def edited(document: WordDocument) -> tuple[tuple[str, str, str], ...]:
    """Tracked changes inside the result of a field: author, what the field says now, its paragraph.

    A field that was put in or taken out as a whole is no such edit.
    """
    paragraphs = [*document.paragraphs, *(p for note in document.notes for p in note)]
    return tuple(found for paragraph in paragraphs for found in _in(paragraph))


def _in(paragraph: WordParagraph) -> Iterator[tuple[str, str, str]]:
    for computed, group in groupby(paragraph.runs, key=lambda run: run.computed):
        runs = list(group)
        marks = {_marks(run) for run in runs}
        old = "".join(run.text for run in runs if run.inserted is None)
        now = "".join(run.text for run in runs if run.deleted is None)
        other = set(now.split()) ^ set(old.split())
        if not computed or len(marks) < 2 or not all(is_number(word) for word in other):
            continue
        author = next(m.author for run in runs for m in (run.inserted, run.deleted) if m)
        yield author, f"{old} -> {now}", text(paragraph)


def _marks(run: WordRun) -> tuple[bool, bool]:
    return run.inserted is not None, run.deleted is not None
