"""Tracked changes: accept-all is the new version, reject-all the old one."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings

from indictment.render.page.mistakes import NumbersDiffer, OutsideVocabulary
from indictment.render.word import document
from tests.readers import libreoffice_changes, ooxml
from tests.unit.render import docx_pages
from tests.unit.render.docx_pages import BY, REFERENCE, numbered, texts
from tests.unit.render.drawn_redlines import redlines
from tests.unit.render.marked_pages import accepted_page, rejected_page
from tests.unit.render.word_changes import Read, accepted, masked, read, rejected, settled
from tests.unit.render.word_reader import NS, Element, W, Word

VOCABULARY = Path(__file__).parents[2] / "golden" / "vocabulary"
REDLINE = (VOCABULARY / "redline.html").read_text(encoding="utf-8")
LATER = 'data-author="B. Osei" data-date="2024-03-13T09:00:00Z"'
CHANGES = [f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")]
BOTH_WAYS = pytest.mark.parametrize(
    ("settle", "settled_page"),
    [(accepted, accepted_page), (rejected, rejected_page)],
    ids=["accepted", "rejected"],
)


def write(page: str) -> bytes:
    return document.write(
        page,
        reference=REFERENCE.read_bytes(),
        images=lambda source: (VOCABULARY / source).read_bytes(),
    )


@pytest.fixture(scope="module")
def sample() -> Word:
    return Word(write(REDLINE))


def paragraph(found: Word, words: str) -> Element:
    return next(
        node
        for node in found.body.iter(f"{W}p")
        if words in "".join(node.itertext(f"{W}t", f"{W}delText"))
    )


# --- both versions ------------------------------------------------------------------------


@BOTH_WAYS
def test_the_sample_settled_is_the_settled_page(
    settle: Callable[[bytes], list[Read]], settled_page: Callable[[str], str]
) -> None:
    assert settle(write(REDLINE)) == read(write(settled_page(REDLINE)))


def _crossed(*places: str) -> str:
    """Two paragraphs that changed places around a heading, where the old version began to count anew:
    “new x 1” is the number of x at its new place.
    """
    marks = {"new": ("inserted", ""), "old": ("deleted", "was-")}
    body = ""
    for place in places:
        if place == "heading":
            body += '<h1 id="x-1">Events</h1>'
            continue
        version, name, number = place.split()
        kind, before = marks[version]
        body += (
            f'<p id="{before}x-{name}" class="numbered {kind} moved" data-move="{name}" data-author="A. Weir" '
            f'data-date="2024-03-12T09:00:00Z"><span class="number">{number}.</span> one {name}</p>'
        )
    return (
        '<!DOCTYPE html><html lang="en"><head><title>A v. B</title></head><body>'
        f'<section class="part facts"><h1 id="h">Facts</h1>{body}</section></body></html>'
    )


@BOTH_WAYS
@pytest.mark.parametrize(
    "page",
    [
        _crossed("old b 1", "heading", "new a 1", "old a 1", "new b 2"),
        _crossed("new b 1", "heading", "old a 1", "new a 1", "old b 2"),
    ],
)
def test_a_list_that_one_version_alone_begins_anew_is_left_to_it(
    settle: Callable[[bytes], list[Read]], settled_page: Callable[[str], str], page: str
) -> None:
    assert settle(write(page)) == read(write(settled_page(page)))


@BOTH_WAYS
@settings(max_examples=60)
@given(page=redlines())
def test_a_drawn_redline_settled_is_the_settled_page(
    settle: Callable[[bytes], list[Read]], settled_page: Callable[[str], str], page: str
) -> None:
    assert settle(write(page)) == read(write(settled_page(page)))


@pytest.mark.slow
@pytest.mark.reader_libreoffice
@pytest.mark.parametrize(
    ("answer", "settled_page"), [("accept", accepted_page), ("reject", rejected_page)]
)
def test_libreoffice_settles_the_sample_alike(
    answer: Literal["accept", "reject"], settled_page: Callable[[str], str]
) -> None:
    def shown(data: bytes) -> list[Read]:
        # LibreOffice prints the number of pages anew, which the two files need not have alike
        found = [
            replace(one, words=()) if one.style == "Footer" and "page" in one.text else one
            for one in read(data, first_codes=True)
        ]
        return masked(found) if answer == "reject" else found

    found = shown(libreoffice_changes.settled(write(REDLINE), answer))
    assert found == shown(libreoffice_changes.settled(write(settled_page(REDLINE)), "nothing"))


@pytest.mark.slow
@pytest.mark.reader_libreoffice
def test_libreoffice_leaves_no_number_where_the_last_paragraphs_go() -> None:
    new = f'<p class="numbered inserted" {BY}><span class="number">{{}}.</span> New.</p>'
    body = f"{numbered(1)}{new.format(2)}{new.format(3)}"
    data = libreoffice_changes.settled(docx_pages.write(body), "reject")
    assert [f"{one.number} {one.text}" for one in read(data)][1:] == ["1. Text."]
    assert texts(body, rejected) == ["1. Text."]
    assert texts(body, accepted) == ["1. Text.", "2. New.", "3. New."]


@pytest.mark.slow
@pytest.mark.reader_libreoffice
def test_libreoffice_does_not_join_what_follows_inserted_words_and_an_inserted_paragraph() -> None:
    body = (
        f'<p class="unnumbered">One <ins {BY}>two</ins></p>'
        f'<p class="unnumbered inserted" {BY}>New.</p><p class="unnumbered">End.</p>'
    )
    data = libreoffice_changes.settled(docx_pages.write(body), "reject")
    assert [one.text for one in read(data)][1:] == ["One", "End."]
    assert texts(body, rejected) == ["One", "End."]
    assert texts(body, accepted) == ["One two", "New.", "End."]


@pytest.mark.slow
@pytest.mark.reader_libreoffice
def test_libreoffice_does_not_join_what_follows_changed_words_and_a_new_list() -> None:
    body = (
        f'<p class="unnumbered">One<del {BY}>;</del><ins {BY}>:</ins></p>'
        f'<ul class="bullets inserted" data-depth="1" {BY}><li><p class="bullet">New.</p></li></ul>'
        '<p class="unnumbered">End.</p>'
    )
    data = libreoffice_changes.settled(docx_pages.write(body), "reject")
    assert [one.text for one in read(data)][1:] == ["One;", "End."]
    assert texts(body, rejected) == ["One;", "End."]
    assert texts(body, accepted) == ["One:", "New.", "End."]


@pytest.mark.slow
@pytest.mark.reader_ooxml
@pytest.mark.parametrize("answer", ["", "accept", "reject"])
def test_the_open_xml_validator_finds_no_fault(
    tmp_path: Path, answer: Literal["", "accept", "reject"]
) -> None:
    data = write(REDLINE)
    target = tmp_path / "redline.docx"
    target.write_bytes(settled(data, answer) if answer else data)
    assert ooxml.validate(target) == ()


def test_the_same_page_gives_the_same_bytes() -> None:
    assert write(REDLINE) == write(REDLINE)


# --- what a mark is in Word ---------------------------------------------------------------


def test_every_change_has_a_number_of_its_own_an_author_and_an_instant(sample: Word) -> None:
    changes = [one for part in sample.parts.values() for one in part.iter(*CHANGES)]
    ranges = [
        one
        for part in sample.parts.values()
        for kind in ("moveFrom", "moveTo")
        for one in part.iter(f"{W}{kind}RangeStart")
    ]
    numbers = Counter(one.get(f"{W}id") for one in (*changes, *ranges))
    assert len(numbers) > 100
    assert max(numbers.values()) == 1
    for one in (*changes, *ranges):
        assert one.get(f"{W}author") in ("A. Weir", "B. Osei")
        assert re.fullmatch(r"2024-03-12T\d\d:00:00Z", one.get(f"{W}date") or "")


def test_a_marked_paragraph_marks_its_runs_and_its_own_mark(sample: Word) -> None:
    for words, kind in (("All of it was taken by night.", "ins"), ("forty lorries;", "del")):
        node = paragraph(sample, words)
        assert [one.tag for one in node.iterfind("w:pPr/w:rPr/*", NS)] == [f"{W}{kind}"]
        assert {one.getparent().tag for one in node.iter(f"{W}r")} == {f"{W}{kind}"}


def test_a_move_has_two_places_of_one_name_and_its_words_are_not_deleted_text(
    sample: Word,
) -> None:
    starts = {
        kind: [
            (one.get(f"{W}name"), one.get(f"{W}id")) for one in sample.body.iter(f"{W}{kind}Start")
        ]
        for kind in ("moveFromRange", "moveToRange")
    }
    ends = {
        kind: [one.get(f"{W}id") for one in sample.body.iter(f"{W}{kind}End")] for kind in starts
    }
    assert [name for name, _ in starts["moveFromRange"]] == ["move1"]
    assert [name for name, _ in starts["moveToRange"]] == ["move1"]
    assert ends == {kind: [number for _, number in found] for kind, found in starts.items()}
    for kind in ("moveFrom", "moveTo"):
        (mark,) = sample.body.iterfind(f".//w:p/w:pPr/w:rPr/w:{kind}", NS)
        moved = mark.getparent().getparent().getparent()
        assert moved.getnext().tag == f"{W}{kind}RangeEnd"
        assert not list(moved.iter(f"{W}delText", f"{W}delInstrText"))
        assert "radio" in "".join(moved.itertext(f"{W}t"))


def test_each_reference_has_a_note_of_its_own_in_order_marked_as_it_is(sample: Word) -> None:
    references = list(sample.body.iter(f"{W}footnoteReference"))
    notes = [
        note
        for note in sample.parts["word/footnotes.xml"]
        if note.get(f"{W}type") is None
    ]  # fmt: skip
    assert [one.get(f"{W}id") for one in references] == [one.get(f"{W}id") for one in notes]
    kinds = []
    for reference, note in zip(references, notes, strict=True):
        around = reference.getparent().getparent().tag.removeprefix(W)
        text_runs = [run for run in note.iter(f"{W}r") if list(run.iter(f"{W}t", f"{W}delText"))]
        marks = {run.getparent().tag.removeprefix(W) for run in text_runs}
        if around != "p":
            assert marks == {around}
        assert note[0].find("w:pPr/w:rPr", NS) is None
        kinds.append(around)
    assert kinds == ["p", "del", "ins", "p", "moveTo", "moveFrom", "ins"]


def test_a_deleted_reference_is_deleted_as_a_whole_field(sample: Word) -> None:
    node = paragraph(sample, "A paragraph that goes, with its reference")
    assert len(list(node.iter(f"{W}fldChar"))) == 3
    (code,) = node.iter(f"{W}delInstrText")
    assert code.text == " REF _ind_after \\n \\h "
    assert {one.getparent().tag for one in node.iter(f"{W}r")} == {f"{W}del"}


def test_a_reference_of_which_only_the_number_differs_has_no_mark(sample: Word) -> None:
    node = paragraph(sample, "tonnes of grain")
    (link,) = node.iter(f"{W}hyperlink")
    assert {one.getparent().tag for one in link.iter(f"{W}r")} == {f"{W}hyperlink"}


def test_emphasis_that_differs_keeps_what_it_was(sample: Word) -> None:
    node = paragraph(sample, "commanded the")
    changed = {
        "".join(run.itertext(f"{W}t")): [
            [one.tag.removeprefix(W) for one in properties if one.tag != f"{W}rPrChange"]
            for properties in run.iter(f"{W}rPr")
        ]
        for run in node.iter(f"{W}r")
        if run.find("w:rPr/w:rPrChange", NS) is not None
    }
    assert changed == {
        "Tollan": [["i", "iCs"], []],
        "Third": [[], ["b", "bCs", "i", "iCs"]],
        "the Brigade": [["rStyle"], []],
    }


def test_a_row_is_marked_and_all_in_it(sample: Word) -> None:
    marks = {
        "".join(row.itertext(f"{W}t", f"{W}delText")): [
            one.tag.removeprefix(W) for one in row.iterfind("w:trPr/*", NS) if one.tag in CHANGES
        ]
        for row in sample.body.iter(f"{W}tr")
    }
    assert marks["South250,by night"] == ["ins"]
    assert marks["East10"] == ["del"]
    assert marks["North150"] == []
    assert marks["Lorry"] == marks["No. 1"] == ["del"]
    assert marks["LorryDriver"] == ["ins"]


def test_the_contents_and_the_old_numbers_are_not_in_the_changes(sample: Word) -> None:
    contents = [one for one in sample.paragraphs if one.style.startswith("toc ")]
    assert len(contents) == 5
    assert not [change for one in contents for change in one.node.iter(*CHANGES)]
    assert not [one for one in sample.paragraphs if "[3.]" in one.text or "[(b)]" in one.text]


def test_running_lines_are_marked_in_their_places(sample: Word) -> None:
    (head,) = [part for name, part in sample.parts.items() if name.startswith("word/header")]
    (row,) = head.iter(f"{W}tr")
    assert ["".join(cell.itertext(f"{W}t", f"{W}delText")) for cell in row.iter(f"{W}tc")] == [
        "Prosecutor v. Tollan and Casavant",
        "CONFIDENTIALPUBLIC",
    ]


# --- numbers ------------------------------------------------------------------------------


def test_numbers_count_in_both_versions_under_one_list_for_a_paragraph() -> None:
    old = 'class="number">2.</span><span class="old-number">[1.]'
    body = (
        f'<p class="numbered inserted" {BY}><span class="number">1.</span> New.</p>'
        f'<p class="numbered"><span {old}</span> Kept.</p>'
        f'<p class="numbered deleted" {BY}><span class="number">2.</span> Gone.</p>'
        f"{numbered(3, 'Last.')}"
    )
    assert texts(body, accepted) == ["1. New.", "2. Kept.", "3. Last."]
    assert texts(body, rejected) == ["1. Kept.", "2. Gone.", "3. Last."]


def test_a_count_that_begins_again_at_another_paragraph_in_each_version() -> None:
    had = '<p class="numbered"><span class="number">1.</span><span class="old-number">[2.]</span>'
    body = (
        f"{numbered(1, 'Fact.')}<h1>Annex A</h1>"
        f'<p class="numbered inserted" {BY}><span class="number">1.</span> New.</p>'
        f"<h1>Annex B</h1>"
        f'<p class="numbered deleted" {BY}><span class="number">1.</span> Gone.</p>'
        f"{had} Kept.</p>"
    )
    assert texts(body, accepted) == ["1. Fact.", "Annex A", "1. New.", "Annex B", "1. Kept."]
    assert texts(body, rejected) == ["1. Fact.", "Annex A", "Annex B", "1. Gone.", "2. Kept."]


def test_where_no_list_serves_both_versions_the_new_one_is_served_and_it_is_said() -> None:
    body = (
        f"{numbered(1, 'Fact.')}"
        f'<p class="numbered"><span class="number">2.</span>'
        f'<span class="old-number">[1.]</span> Was the first of an annex.</p>'
    )
    said: list[str] = []
    data = document.write(
        docx_pages.page(body),
        reference=REFERENCE.read_bytes(),
        images=lambda source: b"",
        told=said.append,
    )
    assert [one.number for one in accepted(data)][1:] == ["1.", "2."]
    assert said == ["'1.' is printed as '2.'"]


def test_a_number_of_the_new_version_that_word_would_not_print_is_a_mistake() -> None:
    with pytest.raises(NumbersDiffer, match=r"'3\.' where Word prints '2\.'"):
        docx_pages.write(
            f"{numbered(1)}"
            f'<p class="numbered inserted" {BY}><span class="number">3.</span> New.</p>'
        )


def test_notes_count_in_both_versions() -> None:
    def note(number: int) -> str:
        return f'<span class="footnote" id="n{number}-x" data-number="{number}">N.</span>'

    wrong = f'<p class="unnumbered">A<del {BY}>{note(2)}</del></p>'
    with pytest.raises(NumbersDiffer, match="note '2' where Word prints 1"):
        docx_pages.write(wrong)


# --- spaces, ends, nests ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "new", "old"),
    [
        ("a <del {by}>b</del> c", "a c", "a b c"),
        ("a <ins {by}>b</ins> c", "a b c", "a c"),
        ("a <ins {by}>b </ins>c", "a b c", "a c"),
        ("a<ins {by}> b</ins> c", "a b c", "a c"),
        ("<del {by}>a</del> b", "b", "a b"),
        ("a <del {by}>b</del> <ins {by}>c</ins> d", "a c d", "a b d"),
        ("a <del {by}>b</del><ins {by}>c</ins>", "a c", "a b"),
    ],
)
def test_neither_version_has_two_spaces(line: str, new: str, old: str) -> None:
    body = f'<p class="unnumbered">{line.format(by=BY)}</p>'
    assert texts(body, accepted) == [new]
    assert texts(body, rejected) == [old]


def test_a_divided_paragraph_has_a_space_where_it_is_one() -> None:
    body = (
        f'<p class="unnumbered" data-mark="inserted" {BY}>One.</p><p class="unnumbered">Two.</p>'
        f'<p class="unnumbered" data-mark="deleted" {BY}>Three.</p><p class="unnumbered">Four.</p>'
    )
    assert texts(body, accepted) == ["One.", "Two.", "Three. Four."]
    assert texts(body, rejected) == ["One. Two.", "Three.", "Four."]


@pytest.mark.parametrize(
    ("cell", "new", "old"),
    [
        (["", "deleted"], ["0"], ["0", "1"]),
        (["", "inserted"], ["0", "1"], ["0"]),
        (["", "deleted", "deleted"], ["0"], ["0", "1", "2"]),
        (["", "deleted", "inserted"], ["0", "2"], ["0", "1"]),
        (["deleted", "inserted"], ["1"], ["0"]),
        (["deleted", "inserted", "inserted"], ["1", "2"], ["0"]),
        (["", "deleted", "inserted", "deleted"], ["0", "2"], ["0", "1", "3"]),
        (["deleted", "deleted"], [""], ["0", "1"]),
        (["inserted", ""], ["0", "1"], ["1"]),
    ],
)
def test_the_last_paragraph_of_a_cell_goes_without_leaving_one(
    cell: list[str], new: list[str], old: list[str]
) -> None:
    pieces = "".join(
        f'<p class="cell {kind}" {BY}>{number}</p>' for number, kind in enumerate(cell)
    )
    body = f'<table class="plain"><tbody><tr><td>{pieces}</td></tr></tbody></table>'
    assert texts(body, accepted) == new
    assert texts(body, rejected) == old


def test_a_term_keeps_its_detail_on_its_line_in_both_versions() -> None:
    body = (
        f'<dl class="particulars"><dt>Rank</dt><dd class="deleted" {BY}>Colonel</dd>'
        f'<dd class="inserted" {BY}>General</dd>'
        f'<dt>Names</dt><dd class="deleted" {BY}>A</dd><dd>B</dd>'
        f'<dt class="deleted" {BY}>Born</dt><dt class="inserted" {BY}>Born on</dt><dd>4 May</dd></dl>'
    )
    assert texts(body, accepted) == ["Rank\nGeneral", "Names\nB", "Born on\n4 May"]
    assert texts(body, rejected) == ["Rank\nColonel", "Names\nA", "B", "Born\n4 May"]


def test_a_part_that_goes_takes_its_pages_with_it() -> None:
    turned = (
        f'<section class="part annex inserted" data-page="new" data-orientation="landscape" {BY}>'
        '<p class="unnumbered">Turned.</p></section>'
    )
    page = docx_pages.page('<p class="unnumbered">A.</p>').replace(
        "</body>",
        f'{turned}<section class="part facts"><p class="unnumbered">B.</p></section></body>',
    )
    counts = {
        answer: len(list(Word(settled(write(page), answer)).body.iter(f"{W}sectPr")))
        for answer in ("accept", "reject")
    }
    assert counts == {"accept": 3, "reject": 2}


def test_a_page_begins_in_both_versions_where_its_first_heading_is_replaced() -> None:
    part = (
        f'<section class="part annex" data-page="new"><h1 id="was-x-a" class="deleted" {BY}>Old</h1>'
        f'<h1 id="x-a" class="inserted" {BY}>New</h1><p class="unnumbered">B.</p></section>'
    )
    page = docx_pages.page('<p class="unnumbered">A.</p>').replace("</body>", f"{part}</body>")
    for answer in ("accept", "reject"):
        found = Word(settled(write(page), answer))
        assert len(list(found.body.iter(f"{W}pageBreakBefore"))) == 1


def test_a_mark_in_a_mark_of_the_other_version_is_refused() -> None:
    with pytest.raises(OutsideVocabulary, match="inserted or deleted as a whole"):
        docx_pages.write(f'<p class="unnumbered deleted" {BY}>a <ins {LATER}>b</ins></p>')


def test_a_move_without_its_other_place_or_in_a_table_is_an_insertion_or_a_deletion() -> None:
    found = docx_pages.word(
        f'<p class="unnumbered inserted moved" data-move="m1" {BY}>Alone.</p>'
        f'<table class="plain"><tbody><tr><td>x</td></tr>'
        f'<tr class="inserted moved" data-move="m2" {BY}><td>a</td></tr>'
        f'<tr class="deleted moved" data-move="m2" {BY}><td>a</td></tr></tbody></table>'
    )
    tags = {one.tag.removeprefix(W) for one in found.body.iter() if "move" in str(one.tag)}
    assert tags == set()
    assert (
        texts(f'<p class="unnumbered inserted moved" data-move="m1" {BY}>Alone.</p>', rejected)
        == []
    )


def test_a_moved_block_of_many_paragraphs_has_one_range() -> None:
    item = '<li><p class="bullet">{}</p></li>'
    inner = f'<ul class="bullets" data-depth="1">{item.format("a")}{item.format("b")}</ul>'
    body = (
        f'<div class="attached deleted moved" data-move="m1" {BY}>{inner}</div>'
        f'<p class="unnumbered">Between.</p>'
        f'<div class="attached inserted moved" data-move="m1" {BY}>{inner}</div>'
    )
    assert texts(body, accepted) == ["Between.", "a", "b"]
    assert texts(body, rejected) == ["a", "b", "Between."]
    found = docx_pages.word(body)
    assert len(list(found.body.iter(f"{W}moveFromRangeStart"))) == 1
    assert len(list(found.body.iter(f"{W}moveToRangeEnd"))) == 1


def test_a_link_to_a_part_whose_first_paragraph_goes_still_leads_there() -> None:
    body = (
        '<p class="unnumbered">See <a class="mark" href="#part-b">B</a>.</p></section>'
        f'<section class="part facts" id="part-b"><p class="unnumbered deleted" {BY}>Old.</p>'
        '<p class="unnumbered">Stays.</p>'
    )
    found = Word(settled(docx_pages.write(body), "accept"))
    assert found.bookmarks()["_at_part_b"][1] == "Stays."


def test_a_number_in_the_words_of_a_heading_is_the_old_one_once_all_is_rejected() -> None:
    number = '<span class="ref-number" data-kind="count" data-target="x-p">{}</span>'
    body = (
        f'<h2 id="x-p">Count <del {BY}>1</del><ins {BY}>2</ins>: Pillage</h2>'
        f'<p class="unnumbered">See <a class="ref" href="#x-p">Count {number.format(2)}</a>'
        f'<del {BY}> and <a class="ref" href="#x-p">Count {number.format(1)}</a></del>.</p>'
    )
    assert texts(body, accepted) == ["Count 2: Pillage", "See Count 2."]
    assert texts(body, rejected) == ["Count 1: Pillage", "See Count 1 and Count 1."]


@pytest.mark.slow
@pytest.mark.reader_libreoffice
@pytest.mark.parametrize(("answer", "page"), [("accept", "3"), ("reject", "2")])
def test_libreoffice_settles_a_citation_that_changed_in_a_note(
    answer: Literal["accept", "reject"], page: str
) -> None:
    cite = '<a class="cite" href="#exhibit-ledger" data-exhibit="ledger" data-cite="1" data-page="1">Ledger, p. {}</a>'
    body = (
        '<p class="numbered" id="x-a"><span class="number">1.</span> one'
        f'<span class="footnote" id="fn-1" data-number="1"><del {BY}>{cite.format(2)}</del>'
        f"<ins {BY}>{cite.format(3)}</ins>.</span></p>"
        '<table class="exhibits"><thead><tr><th scope="col">No.</th></tr></thead><tbody>'
        '<tr id="exhibit-ledger"><th scope="row">P001</th></tr></tbody></table>'
    )
    found = Word(libreoffice_changes.settled(docx_pages.write(body), answer))
    assert [note.words.strip() for note in found.notes] == [f"Ledger, p. {page}."]
