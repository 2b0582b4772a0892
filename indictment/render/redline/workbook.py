"""Redline -> schedule.xlsx: the schedule of amendments as sheets that a lawyer sorts and fills in."""

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from indictment.model.redline import Change, Redline
from indictment.render.redline.excerpt import Shown, excerpt, whole
from indictment.render.redline.schedule import (
    Line,
    Schedule,
    cited_at,
    evidence_of,
    schedule,
)
from indictment.render.redline.sheets import LONGEST, Column, Desk, opened, text_of, with_note

_KINDS = {
    "inserted": "new",
    "deleted": "withdrawn",
    "changed": "reworded",
    "moved": "moved",
    "split": "divided",
    "joined": "joined",
    "formatting": "emphasis only",
    "computed": "follows from another change",
}


AMENDMENTS: tuple[Column, ...] = (
    ("Possible new charge", 10), ("Count", 18), ("Accused", 18), ("Kind", 11), ("Subject", 13),
    ("Amendment", 46), ("Before", 22), ("Now", 22), ("Paragraphs", 13), ("Why flagged; what to know", 34),
)  # fmt: skip
CHANGES: tuple[Column, ...] = (
    ("No.", 6), ("Old ¶", 8), ("New ¶", 8), ("Kind", 16), ("Text", 74), ("Author", 16), ("Date", 11),
    ("Reason", 24), ("Evidence", 16), ("Label", 14), ("File", 22), ("Line", 6),
)  # fmt: skip
CONCORDANCE: tuple[Column, ...] = (
    ("What is numbered", 20),
    ("Old", 12),
    ("New", 12),
    ("Moved", 8),
    ("Label", 36),
)
LOST: tuple[Column, ...] = (("Old ¶", 10), ("New ¶", 10), ("Label", 36), ("Cited before", 60))


def workbook(redline: Redline) -> bytes:
    """The workbook: the same bytes for the same redline."""
    made = schedule(redline)
    stream = io.BytesIO()
    book = opened(stream, redline.after, "Schedule of amendments")
    _describe(book, redline)
    desk = Desk(book, f"{made.old.printed} → {made.new.printed}")
    _amendments(desk, redline, made)
    _changes(desk, redline, made)
    _concordance(desk, redline)
    _evidence(desk, redline, made)
    _lost(desk, made)
    book.close()
    return stream.getvalue()


def _describe(book: Any, redline: Redline) -> None:
    """What the schedule says of itself beside the matter's properties: language and both versions."""
    book.set_custom_property("Language", redline.after.matter.caption.language)
    book.set_custom_property("Old version", text_of(redline.old.printed) or "–")
    book.set_custom_property("New version", text_of(redline.new.printed) or "–")


def _amendments(desk: Desk, redline: Redline, made: Schedule) -> None:
    sheet = desk.sheet("Amendments", AMENDMENTS)
    for group in made.groups:
        for line in group.lines:
            sheet.add(_amendment(redline, line))
            if line.amendment.possible_new_charge:
                sheet.text(0, "possible", "flag")
    sheet.end()


def _amendment(redline: Redline, line: Line) -> Iterable[object]:
    one = line.amendment
    yield "possible" if one.possible_new_charge else ""
    yield ", ".join(_count(redline, label) for label in one.counts)
    yield ", ".join(line.accused)
    yield one.kind
    yield one.subject
    yield one.words
    yield one.old
    yield one.new
    yield ", ".join(one.paragraphs)
    yield line.why


def _count(redline: Redline, label: str) -> str:
    for version in (redline.after, redline.before):
        for group in version.counts:
            for count in group.charged:
                if count.label == label:
                    return f"{count.printed} ({count.title})"
    return label


def _changes(desk: Desk, redline: Redline, made: Schedule) -> None:
    sheet = desk.sheet("Changes", CHANGES)
    evidence = evidence_of(redline)
    for change in made.changes:
        by = change.authorship
        sheet.add(
            (
                change.number,
                change.old_number,
                change.new_number,
                f"{change.what}: {_KINDS[change.kind]}",
                _shown(change),
                by.author if by else "",
                _day(by.date) if by else "",
                "",
                ", ".join(cited_at(change, evidence)),
                change.label,
                change.file,
                change.line or "",
            )
        )
    sheet.end()


def _shown(change: Change) -> tuple[Shown, ...]:
    """All words, or what changed of them where a cell cannot hold all."""
    words = whole(change)
    if sum(len(with_note(one)) for one in words) <= LONGEST:
        return words
    return excerpt(change, longest=400)[:200]


def _day(instant: str) -> datetime | str:
    """The day of an instant in UTC; the words themselves where they are no date."""
    try:
        day = datetime.fromisoformat(instant.replace("Z", "+00:00")).replace(tzinfo=None)
    except ValueError:
        return instant
    return day.replace(hour=0, minute=0, second=0, microsecond=0)


def _concordance(desk: Desk, redline: Redline) -> None:
    sheet = desk.sheet("Concordance", CONCORDANCE)
    for one in redline.renumbered:
        moved = "moved" if one.moved else ""
        sheet.add((one.kind, one.old or "new", one.new or "withdrawn", moved, one.label))
    sheet.end()


def _evidence(desk: Desk, redline: Redline, made: Schedule) -> None:
    sheet = desk.sheet("Evidence", AMENDMENTS[1:])
    for line in made.evidence:
        sheet.add(list(_amendment(redline, line))[1:])
    sheet.end()


def _lost(desk: Desk, made: Schedule) -> None:
    sheet = desk.sheet("Lost support", LOST)
    for one in made.unsupported:
        sheet.add((one.old_number, one.new_number, one.label, ", ".join(one.exhibits)))
    sheet.end()
