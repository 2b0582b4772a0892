"""What LibreOffice saves is read like what it opened, and its own tracked changes are read."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indictment.absorb.word import accepted, digest, rejected
from indictment.model.word import WordDocument
from tests.absorb.documents import docx, seen, words
from tests.absorb.edits import Edited
from tests.readers.libreoffice_edits import (
    AcceptAll,
    Comment,
    Delete,
    DeleteParagraph,
    Footnote,
    Insert,
    Italic,
    RejectAll,
    Split,
    Step,
    edited_by_libreoffice,
)

pytestmark = [pytest.mark.reader_libreoffice, pytest.mark.slow]


def saved(data: bytes, tmp_path: Path, *steps: object, tracked: bool = True) -> WordDocument:
    tmp_path.mkdir(exist_ok=True)
    path = tmp_path / "in.docx"
    path.write_bytes(data)
    made = edited_by_libreoffice(path, steps, "Ann Lee", tmp_path, tracked=tracked)  # type: ignore[arg-type]
    return seen(made.read_bytes())


def without_contents(document: WordDocument) -> WordDocument:
    """Without its contents, whose look LibreOffice works out anew, and without empty paragraphs."""
    return replace(
        document,
        paragraphs=tuple(
            one for one in document.paragraphs if not one.style.startswith("toc") and one.runs
        ),
    )


def typed(document: WordDocument) -> list[str]:
    """The words that somebody typed: LibreOffice works out fields where changes are tracked."""
    return [
        "".join(run.text for run in one.runs if not run.computed)
        for one in (*document.paragraphs, *(p for note in document.notes for p in note))
    ]


@pytest.mark.parametrize("matter", ["small", "republic"])
def test_opened_and_saved_it_is_the_same(matter: str, tmp_path: Path) -> None:
    before, after = seen(docx(matter)), saved(docx(matter), tmp_path)
    assert after.origin == before.origin
    assert without_contents(after) == without_contents(before)


def test_edits_of_word_are_kept_by_libreoffice(tmp_path: Path) -> None:
    edited = Edited(docx())
    at = edited.find("commanded the Harbour Guard")
    edited.replace(at.paragraph, at.start, at.end, "led the Harbour Guard")
    edited.insert_paragraph_after(at.paragraph, "A new paragraph.")
    edited.author = "Bo Ek"
    at = edited.find("She kept the keys")
    edited.delete(at.paragraph, at.start, at.end)
    edited.delete_row(edited.find("Comptroller of Customs").paragraph)
    before, after = seen(edited.save()), saved(edited.save(), tmp_path)
    assert typed(rejected(after)) == typed(seen(docx()))
    assert typed(accepted(after)) == typed(accepted(before))
    for author in ("Ann Lee", "Bo Ek"):
        assert typed(accepted(after, lambda who, a=author: who.author == a)) == typed(  # type: ignore[misc]
            accepted(before, lambda who, a=author: who.author == a)  # type: ignore[misc]
        )


STEPS = (
    Insert("commanded the Harbour Guard", " and its boats"),
    Delete("and the ledger "),
    DeleteParagraph("unlocked the Granary"),
    Split("for private use."),
    Comment("divided the price", "Source?"),
    Footnote("removed 312 sacks", "See the ledger."),
    Italic("gave the order"),
)


def test_tracked_edits_by_libreoffice_are_read(tmp_path: Path) -> None:
    document = saved(docx(), tmp_path, *STEPS)
    found = [one for one in document.paragraphs if one.runs]
    marked = [(run.text, run) for one in found for run in one.runs if run.inserted or run.deleted]

    assert (" and its boats", True) in [(text, run.inserted is not None) for text, run in marked]
    assert ("and the ledger ", True) in [(text, run.deleted is not None) for text, run in marked]
    for _, run in marked:
        who = run.inserted or run.deleted
        assert who is not None
        assert who.author == "Ann Lee"
        assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", who.date)

    (gone,) = [one for one in found if one.mark_deleted]
    assert "unlocked the Granary" in words(gone)
    assert all(run.deleted for run in gone.runs)
    assert gone.anchors == ("x-unlocking",)

    (divided,) = [one for one in found if one.mark_inserted]
    assert words(divided).endswith("for private use.")
    assert divided.anchors == ("x-purpose",)

    (comment,) = document.comments
    assert (comment.author, comment.text) == ("Ann Lee", "Source?")
    assert "divided the price" in words(document.paragraphs[comment.paragraph])

    (mark,) = [
        run.note for one in found for run in one.runs if run.note is not None and run.inserted
    ]
    assert words(document.notes[mark][0]) == "See the ledger."

    (slanted,) = [run for one in found for run in one.runs if run.was is not None]
    assert (slanted.text, slanted.emphasis) == ("gave the order", {"em"})
    assert slanted.was is not None
    assert (slanted.was[0].author, slanted.was[1]) == ("Ann Lee", frozenset())


def test_undone_they_leave_what_was_sent(tmp_path: Path) -> None:
    document = saved(docx(), tmp_path, *STEPS)
    before = rejected(document)
    assert typed(before) == typed(seen(docx()))
    anchors = [one.anchors for one in before.paragraphs]
    assert anchors == [one.anchors for one in seen(docx()).paragraphs]
    assert before.origin is not None
    assert before.origin == seen(docx()).origin
    digests = {anchor: sha for _, anchor, sha in before.origin.labels}
    for one in before.paragraphs:
        assert all(digests[anchor] == digest(one) for anchor in one.anchors)


def test_taken_over_they_are_what_the_same_edits_without_a_trace_leave(tmp_path: Path) -> None:
    traced = saved(docx(), tmp_path / "traced", *STEPS)
    untraced = saved(docx(), tmp_path / "untraced", *STEPS, tracked=False)
    assert not any(run.inserted or run.deleted for one in untraced.paragraphs for run in one.runs)
    assert typed(accepted(traced)) == typed(untraced)


@pytest.mark.parametrize(("step", "view"), [(AcceptAll(), accepted), (RejectAll(), rejected)])
def test_our_views_are_those_of_libreoffice(
    step: Step, view: Callable[[WordDocument], WordDocument], tmp_path: Path
) -> None:
    edited = Edited(docx())
    at = edited.find("commanded the Harbour Guard")
    edited.replace(at.paragraph, at.start, at.end, "led the Guard")
    edited.insert_paragraph_after(at.paragraph, "A new paragraph.")
    edited.delete_paragraph(edited.find("unlocked the Granary").paragraph)
    edited.author = "Bo Ek"
    at = edited.find("for private use.")
    edited.split(at.paragraph, at.end)
    edited.format(at.paragraph, at.start, at.end, italic=True)
    at = edited.find("She kept the keys")
    edited.delete(at.paragraph, at.start, at.end)
    at = edited.find("led the Guard")
    edited.delete(at.paragraph, at.start, at.start + 4)
    edited.join(edited.find("Period:").paragraph)
    edited.insert_row(edited.find("Captain of the Harbour Guard").paragraph, ["a", "b", "c"])
    resolved = saved(edited.save(), tmp_path, step, tracked=False)
    assert not any(run.inserted or run.deleted for one in resolved.paragraphs for run in one.runs)
    assert typed(resolved) == typed(view(seen(edited.save())))


def test_edits_by_two_in_the_long_matter(tmp_path: Path) -> None:
    document = seen(docx("republic"))
    body = [one for one in document.paragraphs if one.style == "Indictment Paragraph"]
    texts = [max((run.text for run in one.runs if not run.computed), key=len) for one in body]
    unique = [
        t
        for t in texts
        if len(t) > 60 and sum(t[5:40] in words(p) for p in document.paragraphs) == 1
    ]
    assert len(unique) > 6
    path = tmp_path / "in.docx"
    path.write_bytes(docx("republic"))
    first = edited_by_libreoffice(
        path, [Insert(unique[0][5:40], " (first)"), Delete(unique[2][5:40])], "Ann Lee", tmp_path
    )
    second = edited_by_libreoffice(
        first,
        [Insert(unique[4][5:40], " (second)"), DeleteParagraph(unique[6][5:40])],
        "Bo Ek",
        tmp_path,
    )
    found = seen(second.read_bytes())
    assert found.origin == document.origin
    assert typed(rejected(found)) == typed(document)
    ann = typed(accepted(found, lambda who: who.author == "Ann Lee"))
    bo = typed(accepted(found, lambda who: who.author == "Bo Ek"))
    assert any(" (first)" in line for line in ann)
    assert not any(unique[2][5:40] in line for line in ann)
    assert not any(" (second)" in line for line in ann)
    assert any(" (second)" in line for line in bo)
    (gone,) = [one for one in document.paragraphs if unique[6][5:40] in words(one)]
    notes = sum(run.note is not None for run in gone.runs)
    assert len(bo) == len(typed(document)) - 1 - notes
    assert len(ann) == len(typed(document))
