"""The document with its tracked changes, and without: by fixed cases and by drawn edits."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indictment.absorb.word import accepted, rejected
from indictment.absorb.word.merging import merged
from indictment.model.redline import Authorship
from indictment.model.word import (
    Cell,
    WordComment,
    WordDocument,
    WordParagraph,
    WordRun,
)
from tests.absorb.documents import docx, plain, seen, words
from tests.absorb.edits import Edited, InNote
from tests.readers import ooxml

ANN = Authorship("Ann Lee", "2024-05-02T09:30:00Z")
BO = Authorship("Bo Ek", "2024-05-03T10:00:00Z")
BODY, HEADING = "Indictment Paragraph", "heading 2"


def paragraph(*runs: WordRun | str, style: str = BODY, **more: object) -> WordParagraph:
    given = tuple(WordRun(run) if isinstance(run, str) else run for run in runs)
    return replace(WordParagraph(given, style), **more)  # type: ignore[arg-type]


def ins(text: str, by: Authorship = ANN) -> WordRun:
    return WordRun(text, inserted=by)


def gone(text: str, by: Authorship = ANN) -> WordRun:
    return WordRun(text, deleted=by)


def texts(document: WordDocument) -> list[str]:
    return [words(one) for one in document.paragraphs]


def both(*paragraphs: WordParagraph) -> tuple[list[str], list[str]]:
    document = WordDocument(paragraphs)
    return texts(rejected(document)), texts(accepted(document))


def test_words_put_in_and_taken_out() -> None:
    assert both(paragraph("a ", gone("b"), ins("c"), " d")) == (["a b d"], ["a c d"])


def test_words_put_in_by_one_and_taken_out_by_another() -> None:
    document = WordDocument((paragraph("a", WordRun("b", inserted=ANN, deleted=BO), "c"),))
    assert texts(rejected(document)) == ["ac"]
    assert texts(accepted(document)) == ["ac"]
    assert texts(accepted(document, lambda who: who == ANN)) == ["abc"]
    assert texts(accepted(document, lambda who: who == BO)) == ["ac"]


def test_neighbours_of_equal_look_are_joined() -> None:
    document = accepted(WordDocument((paragraph("a", ins("b"), "c"),)))
    assert document.paragraphs[0].runs == (WordRun("abc"),)


def test_emphasis_is_undone() -> None:
    run = WordRun("a", emphasis=frozenset({"em"}), was=(ANN, frozenset({"strong"})))
    document = WordDocument((paragraph(run),))
    assert rejected(document).paragraphs[0].runs[0].emphasis == {"strong"}
    assert accepted(document).paragraphs[0].runs[0].emphasis == {"em"}
    assert accepted(document).paragraphs[0].runs[0].was is None


def test_enter_in_a_paragraph_is_undone_by_joining_the_halves() -> None:
    first = paragraph("a", anchors=("x-a",), mark_inserted=ANN)
    document = WordDocument((first, paragraph("b")))
    assert both(*document.paragraphs) == (["ab"], ["a", "b"])
    assert rejected(document).paragraphs[0].anchors == ("x-a",)
    assert [one.anchors for one in accepted(document).paragraphs] == [("x-a",), ()]


def test_a_new_paragraph_below_a_heading_leaves_the_heading_when_it_goes() -> None:
    heading = paragraph("Facts", style=HEADING, anchors=("x-facts",), mark_inserted=ANN)
    before = rejected(WordDocument((heading, paragraph(ins("New.")), paragraph("b"))))
    assert [(words(one), one.style) for one in before.paragraphs] == [
        ("Facts", HEADING),
        ("b", BODY),
    ]


def test_two_paragraphs_that_become_one_have_the_anchors_of_both_and_the_second_s_style() -> None:
    first = paragraph("a ", style=HEADING, anchors=("x-a",), mark_deleted=ANN)
    second = paragraph("b", anchors=("x-b",))
    (one,) = accepted(WordDocument((first, second))).paragraphs
    assert (words(one), one.style, one.anchors) == ("a b", BODY, ("x-a", "x-b"))


def test_a_paragraph_that_is_deleted_takes_its_anchor_with_it() -> None:
    first = paragraph(gone("a"), style=HEADING, anchors=("x-a",), mark_deleted=ANN)
    second = paragraph("b", anchors=("x-b",))
    document = WordDocument((first, second))
    (one,) = accepted(document).paragraphs
    assert (words(one), one.style, one.anchors) == ("b", BODY, ("x-b",))
    assert [one.anchors for one in rejected(document).paragraphs] == [("x-a",), ("x-b",)]


def test_the_last_paragraph_goes_by_the_mark_before_it() -> None:
    first = paragraph("a", anchors=("x-a",), mark_deleted=ANN)
    last = paragraph(gone("b"), style=HEADING, anchors=("x-b",))
    (one,) = accepted(WordDocument((first, last))).paragraphs
    assert (words(one), one.style, one.anchors) == ("a", BODY, ("x-a",))


def test_several_paragraphs_in_a_row_become_one() -> None:
    row = [paragraph(letter, mark_deleted=ANN) for letter in "abc"]
    assert both(*row, paragraph("d")) == (["a", "b", "c", "d"], ["abcd"])


def test_a_paragraph_before_a_table_goes_where_nothing_is_left_of_it() -> None:
    cell = paragraph("cell", cell=Cell(0, 0, 0))
    kept = paragraph("a")
    assert both(kept, paragraph(gone("b"), mark_deleted=ANN), cell)[1] == ["a", "cell"]
    assert both(kept, paragraph("b", mark_deleted=ANN), cell)[1] == ["a", "b", "cell"]


def test_a_cell_keeps_a_paragraph() -> None:
    one = paragraph(gone("a"), mark_deleted=ANN, cell=Cell(0, 0, 0))
    other = paragraph("b", cell=Cell(0, 0, 1))
    assert both(one, other) == (["a", "b"], ["", "b"])


def test_a_paragraph_never_runs_on_into_another_cell() -> None:
    one = paragraph("a", mark_deleted=ANN, cell=Cell(0, 0, 0))
    assert both(one, paragraph("b", cell=Cell(0, 0, 1)))[1] == ["a", "b"]


def test_rows_that_go_are_not_counted() -> None:
    rows = [
        paragraph("a", cell=Cell(0, 0, 0)),
        paragraph(gone("b"), cell=Cell(0, 1, 0), row_deleted=ANN, mark_deleted=ANN),
        paragraph(ins("c", BO), cell=Cell(0, 2, 0), row_inserted=BO, mark_inserted=BO),
        paragraph("d", cell=Cell(0, 3, 0)),
    ]
    document = WordDocument(tuple(rows))
    assert both(*rows) == (["a", "b", "d"], ["a", "c", "d"])
    assert [one.cell for one in accepted(document).paragraphs] == [Cell(0, n, 0) for n in range(3)]
    assert texts(accepted(document, lambda who: who == BO)) == ["a", "b", "c", "d"]


def test_a_table_that_goes_is_not_counted() -> None:
    gone_table = paragraph(gone("a"), cell=Cell(0, 0, 0), row_deleted=ANN)
    document = WordDocument((gone_table, paragraph("b"), paragraph("c", cell=Cell(1, 0, 0))))
    assert [one.cell for one in accepted(document).paragraphs] == [None, Cell(0, 0, 0)]


def test_notes_go_with_their_marks_and_are_counted_on() -> None:
    marks = [
        WordRun("", note=0, deleted=ANN),
        WordRun("", note=1, inserted=BO),
        WordRun("", note=2),
    ]
    notes = ((paragraph(gone("old")),), (paragraph(ins("new", BO)),), (paragraph("stays"),))
    document = WordDocument((paragraph("a", *marks),), notes)
    before, after = rejected(document), accepted(document)
    assert texts(before) == ["a[0][1]"]
    assert [words(note[0]) for note in before.notes] == ["old", "stays"]
    assert texts(after) == ["a[0][1]"]
    assert [words(note[0]) for note in after.notes] == ["new", "stays"]


def test_comments_stay_with_their_paragraph() -> None:
    document = WordDocument(
        (paragraph("a", mark_inserted=ANN), paragraph("b"), paragraph("c")),
        comments=(WordComment("Bo Ek", "", "Why?", 1), WordComment("Bo Ek", "", "When?", 2)),
    )
    assert [one.paragraph for one in rejected(document).comments] == [0, 1]
    assert [one.paragraph for one in accepted(document).comments] == [1, 2]


def test_a_move_is_undone() -> None:
    document = WordDocument(
        (
            paragraph(gone("a"), mark_deleted=ANN, moved_from="move1", anchors=("x-a",)),
            paragraph("b"),
            paragraph(ins("a"), mark_inserted=ANN, moved_to="move1"),
            paragraph("c"),
        )
    )
    assert texts(rejected(document)) == ["a", "b", "c"]
    assert texts(accepted(document)) == ["b", "a", "c"]
    for view in (rejected(document), accepted(document)):
        assert not any(one.moved_from or one.moved_to for one in view.paragraphs)


# --- drawn documents ----------------------------------------------------------------------------

authors = st.sampled_from([None, None, ANN, BO])
runs = st.builds(
    WordRun,
    text=st.text("ab ", min_size=1, max_size=3),
    emphasis=st.sampled_from([frozenset(), frozenset({"em"})]),
    inserted=authors,
    deleted=authors,
    was=st.sampled_from([None, None, (ANN, frozenset({"strong"})), (BO, frozenset())]),
)
cells = st.sampled_from([None, None, Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0)])
paragraphs = st.builds(
    lambda given, **more: WordParagraph(merged(given), **more),
    st.lists(runs, max_size=4),
    style=st.sampled_from([BODY, HEADING]),
    anchors=st.sampled_from([(), ("x-a",), ("x-b", "p-1")]),
    mark_inserted=authors,
    mark_deleted=authors,
    cell=cells,
    row_inserted=authors,
    row_deleted=authors,
)
documents = st.builds(
    lambda given, comments: WordDocument(
        tuple(given),
        comments=tuple(WordComment("Bo Ek", "", "?", n % len(given)) for n in comments),
    ),
    st.lists(paragraphs, min_size=1, max_size=7),
    st.lists(st.integers(0, 6), max_size=3),
)


@given(documents)
def test_who_accepts_nothing_rejects_all(document: WordDocument) -> None:
    assert accepted(document, lambda who: False) == rejected(document)


@given(documents)
def test_who_accepts_each_author_accepts_all(document: WordDocument) -> None:
    assert accepted(document, lambda who: who in (ANN, BO)) == accepted(document)


@given(documents, st.sampled_from([accepted, rejected]))
def test_a_view_has_no_changes_left(
    document: WordDocument, view: Callable[[WordDocument], WordDocument]
) -> None:
    made = view(document)
    assert accepted(made) == made
    assert rejected(made) == made
    for one in made.paragraphs:
        assert one.mark_inserted is one.mark_deleted is one.row_inserted is one.row_deleted is None
        assert all(run.inserted is run.deleted is run.was is None for run in one.runs)


@given(documents)
def test_no_word_is_lost_or_made(document: WordDocument) -> None:
    def kept(run: WordRun) -> bool:
        return run.deleted is None

    def row_goes(one: WordParagraph) -> bool:
        return one.row_deleted is not None

    wanted = "".join(
        run.text
        for one in document.paragraphs
        if not row_goes(one)
        for run in one.runs
        if kept(run)
    )
    assert "".join(texts(accepted(document))) == wanted


# --- drawn edits of a real document ---------------------------------------------------------------

KINDS = (
    "insert", "delete", "replace", "format", "paragraph", "no-paragraph", "join", "split", "move",
    "note", "no-note", "comment", "row", "no-row", "in-note",
)  # fmt: skip


def edit(rng: random.Random, edited: Edited, kind: str, within: range | None = None) -> None:
    """One drawn edit; nothing where it has no place."""
    document = seen(edited.save())
    known = [
        at
        for at, one in enumerate(document.paragraphs)
        if not one.style.startswith("toc") and edited.text(at) and (not within or at in within)
    ]
    body = [at for at in known if document.paragraphs[at].cell is None]
    cells = [at for at in known if document.paragraphs[at].cell is not None]
    at, place = rng.choice(known), rng.choice(body)
    length = len(edited.text(at))
    start, end = sorted((rng.randint(0, length), rng.randint(0, length)))
    notes = len(edited.notes)
    match kind:
        case "insert":
            edited.insert(at, start, "new words ")
        case "delete":
            edited.delete(at, start, end)
        case "replace" if start < end:
            edited.replace(at, start, end, "other words")
        case "format" if start < end:
            edited.format(at, start, end, italic=rng.random() < 0.5, bold=rng.random() < 0.5)
        case "paragraph":
            edited.insert_paragraph_after(at, "A new paragraph.")
        case "no-paragraph":
            edited.delete_paragraph(place)
        case "join" if place + 1 in body:
            edited.join(place)
        case "split":
            edited.split(place, min(start, len(edited.text(place))))
        case "move":
            target = rng.choice(body)
            if target not in (place, place - 1):
                edited.move(place, target)
        case "note":
            edited.insert_note(at, start, "A note.")
        case "no-note" if notes:
            edited.delete_note(rng.randrange(notes))
        case "comment":
            edited.comment(at, start, end, "Why?")
        case "row" if cells:
            row = next(edited.paragraph(rng.choice(cells)).iterancestors("{*}tr"))
            first = edited.paragraphs.index(next(row.iter("{*}p")))
            edited.insert_row(first, ["new"] * len(row.findall("{*}tc")))
        case "no-row" if cells:
            edited.delete_row(rng.choice(cells))
        case "in-note" if notes:
            edited.insert(InNote(rng.randrange(notes)), 0, "Cf. ")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_edit_is_undone_and_taken_over(kind: str) -> None:
    base = seen(docx())
    for seed in range(6):
        traced, untraced = Edited(docx()), Edited(docx(), tracked=False)
        edit(random.Random(f"{kind}{seed}"), traced, kind)
        edit(random.Random(f"{kind}{seed}"), untraced, kind)
        document, wanted = seen(traced.save()), seen(untraced.save())
        assert plain(rejected(document)) == base, seed
        assert _comparable(accepted(document)) == _comparable(wanted), seed


def _comparable(document: WordDocument) -> list[object]:
    return [
        *((words(one), one.style, one.anchors, one.cell) for one in document.paragraphs),
        *([words(one) for one in note] for note in document.notes),
    ]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.lists(st.sampled_from(KINDS), min_size=2, max_size=6))
def test_edits_upon_edits_by_two_are_all_undone(seed: int, kinds: list[str]) -> None:
    rng = random.Random(seed)
    edited = Edited(docx())
    for kind in kinds:
        edited.author = rng.choice(["Ann Lee", "Bo Ek"])
        edit(rng, edited, kind)
    assert plain(rejected(seen(edited.save()))) == seen(docx())


APART = ("insert", "delete", "replace", "format")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(APART), st.sampled_from(APART))
def test_the_order_of_authors_does_not_matter_where_they_keep_apart(
    seed: int, first: str, second: str
) -> None:
    count = len(seen(docx()).paragraphs)
    halves = [("Ann Lee", first, range(30, 60)), ("Bo Ek", second, range(60, count))]
    found = []
    for order in (halves, halves[::-1]):
        edited = Edited(docx())
        for author, kind, within in order:
            edited.author = author
            edit(random.Random(f"{seed}{author}"), edited, kind, within)
        document = seen(edited.save())
        found.append(
            [
                accepted(document, lambda who, author=author: who.author == author)  # type: ignore[misc]
                for author, _, _ in halves
            ]
            + [accepted(document)]
        )
    assert found[0] == found[1]
    ann, bo, all_of_them = found[0]
    assert all_of_them.paragraphs == ann.paragraphs[:60] + bo.paragraphs[60:]


@pytest.mark.slow
@pytest.mark.reader_ooxml
def test_the_drawn_edits_are_sound_documents(tmp_path: Path) -> None:
    for kind in KINDS:
        for tracked in (True, False):
            edited = Edited(docx(), tracked=tracked)
            edit(random.Random(kind), edited, kind)
            path = tmp_path / "edited.docx"
            path.write_bytes(edited.save())
            assert ooxml.validate(path) == (), kind
    edited = Edited(docx())
    rng = random.Random(5)
    for kind in KINDS * 2:
        edited.author = rng.choice(["Ann Lee", "Bo Ek"])
        edit(rng, edited, kind)
    path.write_bytes(edited.save())
    assert ooxml.validate(path) == ()
