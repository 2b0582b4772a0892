"""A Word document with the tracked changes of several people -> its states, one after the other."""

from collections.abc import Iterator

from indictment.absorb import word
from indictment.model.redline import Authorship
from indictment.model.word import WordComment, WordDocument, WordParagraph
from indictment.value import dataclass

UNTRACKED = "untracked"
"""Who is named for edits that were made without tracking."""


@dataclass(frozen=True, slots=True)
class Step:
    """The document with the changes of one more author. `date` is that of the author's last one.

    The first step is that of what nobody tracked: its author is UNTRACKED.
    """

    author: str
    date: str
    document: WordDocument
    comments: tuple[int, ...] = ()
    """Positions in the document's comments of those that the author wrote."""


def steps(document: WordDocument) -> tuple[Step, ...]:
    """The states of the document: without all tracked changes, then with those of one author more, in
    the order of their first changes.
    """
    dates: dict[str, list[str]] = {}
    for authorship in _every(document):
        dates.setdefault(authorship.author, []).append(authorship.date)
    order = sorted(dates, key=lambda author: min(dates[author]))
    known: dict[str, list[int]] = {}
    for n, comment in enumerate(document.comments):
        known.setdefault(comment.author, []).append(n)
    order += [author for author in known if author not in dates]
    out = [Step(UNTRACKED, "", word.rejected(document))]
    so_far: set[str] = set()
    for author in order:
        so_far.add(author)
        among = frozenset(so_far)
        shown = word.accepted(document, lambda by, among=among: by.author in among)  # type: ignore[misc]
        own = [document.comments[n] for n in known.get(author, ())]
        date = max((*dates.get(author, ()), *(_date(comment) for comment in own)), default="")
        out.append(Step(author, date, shown, tuple(known.get(author, ()))))
    return tuple(out)


def _date(comment: WordComment) -> str:
    return comment.date


def _every(document: WordDocument) -> Iterator[Authorship]:
    paragraphs: list[WordParagraph] = [*document.paragraphs]
    for note in document.notes:
        paragraphs += note
    for paragraph in paragraphs:
        marks = (
            paragraph.mark_inserted, paragraph.mark_deleted,
            paragraph.row_inserted, paragraph.row_deleted,
        )  # fmt: skip
        yield from (mark for mark in marks if mark is not None)
        for run in paragraph.runs:
            was = run.was[0] if run.was else None
            yield from (mark for mark in (run.inserted, run.deleted, was) if mark is not None)
