"""A Word document with tracked changes -> the two documents in it: with them, and without.

A paragraph whose mark goes runs on into the next one of the same cell, note or body, as in Word.
What is left of both keeps the look of the second; where the second has nothing left, that of the
first: the last paragraph of a body, a cell or a note cannot lose its mark, so the mark that goes
with it is the one before. A paragraph of which nothing is left takes its anchors with it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from indictment.absorb.word.merging import merged
from indictment.model.redline import Authorship
from indictment.model.word import Cell, WordDocument, WordParagraph, WordRun

Verdict = Callable[[Authorship], bool]


def rejected(document: WordDocument) -> WordDocument:
    """The document as it was before all tracked changes."""
    return accepted(document, lambda authorship: False)


def accepted(document: WordDocument, by: Verdict | None = None) -> WordDocument:
    """The document with its tracked changes taken over: all, or those that `by` says yes to.

    The other changes are undone, so the result has none. Comments and what was not read stay.
    """
    verdict = by or (lambda authorship: True)
    paragraphs, places = _resolved(document.paragraphs, verdict)
    order: dict[int, int] = {}
    numbered = _renumbered(paragraphs, order)
    return replace(
        document,
        paragraphs=numbered,
        notes=tuple(_renumbered(_resolved(document.notes[note], verdict)[0], {}) for note in order),
        comments=tuple(
            replace(comment, paragraph=places[comment.paragraph] if places else 0)
            for comment in document.comments
        ),
    )


@dataclass
class _Rest:
    """What is left of a paragraph. `runs_on` where its mark goes; `is_gone` where all its words
    went, and with them what it was.
    """

    paragraph: WordParagraph
    runs_on: bool
    is_gone: bool
    origins: list[int]


def _resolved(
    paragraphs: Sequence[WordParagraph], verdict: Verdict
) -> tuple[list[WordParagraph], list[int]]:
    """The paragraphs that are left, and where each of the old ones is now."""
    rests: list[_Rest] = []
    places = [-1] * len(paragraphs)
    for at, paragraph in enumerate(paragraphs):
        if _goes(paragraph.row_inserted, paragraph.row_deleted, verdict):
            continue
        rest = _rest(paragraph, verdict, at)
        before = rests[-1] if rests else None
        if before is not None and before.runs_on and before.paragraph.cell == paragraph.cell:
            rests[-1] = _joined(before, rest)
        else:
            if before is not None and before.runs_on:
                _end(rests)
            rests.append(rest)
    if rests and rests[-1].runs_on:
        _end(rests)
    for now, rest in enumerate(rests):
        for at in rest.origins:
            places[at] = now
    return _recounted([rest.paragraph for rest in rests]), _filled(places, len(rests))


def _recounted(paragraphs: list[WordParagraph]) -> list[WordParagraph]:
    """The paragraphs with tables and rows counted on over those that are gone."""
    rows: dict[int, set[int]] = {}
    for paragraph in paragraphs:
        if paragraph.cell is not None:
            rows.setdefault(paragraph.cell.table, set()).add(paragraph.cell.row)
    places = {
        (table, row): (new, at)
        for new, table in enumerate(sorted(rows))
        for at, row in enumerate(sorted(rows[table]))
    }
    return [
        paragraph
        if paragraph.cell is None
        else replace(
            paragraph,
            cell=Cell(*places[paragraph.cell.table, paragraph.cell.row], paragraph.cell.column),
        )
        for paragraph in paragraphs
    ]


def _end(rests: list[_Rest]) -> None:
    """The last one has no paragraph to run on into: it goes where nothing is left of it.

    A cell, a note and a body keep one paragraph.
    """
    last = rests[-1]
    has_fellow = len(rests) > 1 and rests[-2].paragraph.cell == last.paragraph.cell
    if has_fellow and not last.paragraph.runs and last.is_gone:
        rests.pop()
    else:
        last.runs_on = False


def _rest(paragraph: WordParagraph, verdict: Verdict, at: int) -> _Rest:
    runs = merged(run for old in paragraph.runs for run in _run(old, verdict))
    left = replace(
        paragraph,
        runs=runs,
        mark_inserted=None,
        mark_deleted=None,
        moved_from="",
        moved_to="",
        row_inserted=None,
        row_deleted=None,
    )
    is_gone = bool(paragraph.runs) and not runs
    return _Rest(
        left, _goes(paragraph.mark_inserted, paragraph.mark_deleted, verdict), is_gone, [at]
    )


def _joined(first: _Rest, second: _Rest) -> _Rest:
    keeps_first = bool(first.paragraph.runs) and not second.paragraph.runs
    kept = first if keeps_first else second
    anchors = [
        anchor
        for rest, other in ((first, second), (second, first))
        if not (rest.is_gone and not rest.paragraph.runs and other.paragraph.runs)
        for anchor in rest.paragraph.anchors
    ]
    return _Rest(
        replace(
            kept.paragraph,
            runs=merged((*first.paragraph.runs, *second.paragraph.runs)),
            anchors=tuple(dict.fromkeys(anchors)),
        ),
        second.runs_on,
        first.is_gone and second.is_gone,
        first.origins + second.origins,
    )


def _run(run: WordRun, verdict: Verdict) -> Iterable[WordRun]:
    if _goes(run.inserted, run.deleted, verdict):
        return
    emphasis = run.emphasis
    if run.was is not None and not verdict(run.was[0]):
        emphasis = run.was[1]
    yield replace(run, emphasis=emphasis, inserted=None, deleted=None, was=None)


def _goes(inserted: Authorship | None, deleted: Authorship | None, verdict: Verdict) -> bool:
    """Whether what has these marks is not in the result."""
    return (inserted is not None and not verdict(inserted)) or (
        deleted is not None and verdict(deleted)
    )


def _renumbered(
    paragraphs: Iterable[WordParagraph], order: dict[int, int]
) -> tuple[WordParagraph, ...]:
    """The paragraphs with the notes that are left counted on; `order` gets old -> new."""
    return tuple(
        replace(
            paragraph,
            runs=tuple(
                run
                if run.note is None
                else replace(run, note=order.setdefault(run.note, len(order)))
                for run in paragraph.runs
            ),
        )
        for paragraph in paragraphs
    )


def _filled(places: list[int], count: int) -> list[int]:
    """The places, where that of a paragraph that is gone is the next one that is left."""
    following = max(count - 1, 0)
    for at in range(len(places) - 1, -1, -1):
        following = places[at] if places[at] >= 0 else following
        places[at] = following
    return places
