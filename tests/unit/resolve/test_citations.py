import pytest

from indictment.model.facts import ExhibitFacts
from tests.unit.resolve.building import (
    codes,
    count,
    court,
    facts,
    helps,
    notes_of,
    resolved,
    said,
    text_of,
)
from tests.unit.resolve.dump import words

IBID = court(
    citations='{full: ["*{title}*", "{pinpoint}"], short: ["{short}", "{pinpoint}"], ibid: true}'
)


def test_first_in_full_then_short():
    assert notes_of("One [@order, p. 12].\n\nTwo [@order, p. 13].\n") == [
        "Harbour Guard, *Order No.~7*, HG/7, 2~March 2019, P001, p.~12 ⟨order 2⟩.",
        "Order 7, P001, p.~13 ⟨order 3⟩.",
    ]


def test_a_piece_without_its_field_is_left_out_and_a_title_stands_for_a_missing_short_form():
    assert notes_of("One [@ledger].\n\nTwo [@ledger, p. 2].\n") == [
        "*Ledger*, P002 ⟨ledger 1⟩.",
        "*Ledger*, P002, p.~2 ⟨ledger 2⟩.",
    ]


def test_an_authority_has_no_mark():
    assert notes_of("One [@charter, art. 5(c)].\n") == [
        "*Charter of the Tribunal*, art.~5(c) ⟨charter 1⟩."
    ]


def test_several_exhibits_and_words_around_them():
    assert notes_of("One [see also @order, p. 12 (emphasis added); cf. @ledger].\n") == [
        "See also Harbour Guard, *Order No.~7*, HG/7, 2~March 2019, P001, p.~12 ⟨order 2⟩ "
        "(emphasis added); "
        "cf. *Ledger*, P002 ⟨ledger 1⟩."
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("p. 12", "p.~12"),
        ("pp. 12", "p.~12"),
        ("p. 12, 14", "pp.~12, 14"),
        ("page 12-14", "pp.~12–14"),
        ("p. 12, para. 3", "p.~12, para.~3"),
        ("paras 3-5, 9", "paras~3–5, 9"),
        ("00:12:30-00:12:45", "00:12:30–00:12:45"),
    ],
)
def test_units_agree_with_the_number_of_places(typed, printed):
    (note,) = notes_of(f"One [@charter, {typed}].\n")
    assert note.startswith(f"*Charter of the Tribunal*, {printed} ⟨")


def test_an_unknown_unit_names_the_units_of_the_court():
    (fault,) = said(count("One [@order, pg. 12].\n"))
    assert (
        fault
        == "CIT005 counts/01-pillage.md:7:14 “pg.” is not a unit of pinpoints in this court's form"
    )
    assert codes(count("One [@order, 12].\n")) == ["CIT005"]


@pytest.mark.parametrize(
    ("typed", "page"),
    [("p. 12", 2), ("p. 11-13", 1), ("para. 2", 1), ("para. 9", 1), ("para. 10", 4),
     ("para. 11", 4),
     ("para. 1", 1), ("art. 3", 1), ("p. 99", 12), ("p. 3", 1), ("para. 12(3)", 4)],
)  # fmt: skip
def test_the_page_a_link_opens(typed, page):
    (citation,) = resolved(count(f"One [@order, {typed}].\n")).citations
    assert citation.page == page


def test_a_place_outside_the_file_keeps_its_page_for_the_rules():
    (citation,) = resolved(count("One [@order, p. 99, 3, art. 2].\n")).citations
    assert [place.page for place in citation.places] == [89, -7, None]


def test_pages_of_the_file_win_over_those_of_the_entry():
    found = resolved(
        count("One [@ledger, p. 9].\n"), facts={"ledger": ExhibitFacts("pdf", pages=5)}
    )
    assert found.citations[0].page == 5
    assert found.exhibits[1].pages == 5


def test_ibid_only_after_a_note_that_cites_the_same_alone():
    assert notes_of(
        "A [@order, p. 12].\n\nB [@order, p. 13].\n\nC [@order, p. 13].\n\nD [@order].\n\n"
        "E [@ledger; @order].\n\n"
        "F [@order].\n\nG ^[A remark.].\n\nH [@order, p. 12].\n",
        IBID,
    ) == [
        "*Order No.~7*, p.~12 ⟨order 2⟩.",
        "Ibid., p.~13 ⟨order 3⟩.",
        "Ibid. ⟨order 3⟩",
        "Order 7 ⟨order 1⟩.",
        "*Ledger* ⟨ledger 1⟩; Order 7 ⟨order 1⟩.",
        "Order 7 ⟨order 1⟩.",
        "A remark.",
        "Order 7, p.~12 ⟨order 2⟩.",
    ]


def test_citations_are_numbered_through_the_document_with_sources_of_offices_first():
    found = resolved(
        {
            "defendants/01-tollan.md": "---\nname: Tollan\noffices:\n"
            '  - {title: Captain, source: "@ledger, p. 1"}\n---\n\nHe [@order].\n'
        },
        facts("Then [@order].\n"),
    )
    assert [(c.number, c.label, c.is_full) for c in found.citations] == [
        (1, "ledger", True), (2, "order", True), (3, "order", False),
    ]  # fmt: skip
    assert [n.number for n in found.notes] == [1, 2, 3]
    assert words(found.accused[0].offices[0].source) == "[1]"


def test_an_exhibit_that_is_not_listed_and_the_nearest_that_is():
    assert codes(count("One [@ordr, p. 2].\n")) == ["CIT001"]
    assert helps(count("One [@ordr, p. 2].\n")) == [
        "add ordr to a list in exhibits/, or cite @order (P001 Order No. 7)"
    ]


def test_a_court_whose_pattern_has_no_pinpoint_still_prints_it():
    form = court(citations='{full: ["{title}"], short: ["{short}"]}')
    assert notes_of("One [@order, p. 12].\n", form) == ["Order No.~7, p.~12 ⟨order 2⟩."]


def test_patterns_that_cannot_be_filled_in_are_the_fault_of_the_form():
    form = court(citations='{full: ["{autor}"], short: ["{short}"], mark: "P"}')
    assert codes(form) == ["FRM090", "FRM090"]


def test_marks_are_frozen_or_given_in_order():
    listed = {
        "exhibits/exhibits.yaml": "exhibits:\n  a: {title: A}\n  b: {title: B, mark: P001}\n"
        "  c: {title: C}\n"
        "  d: {title: D, role: authority}\n  e: {title: E, mark: P003}\n  f: {title: F}\n"
    }
    marks = {row.label: row.mark for row in resolved(listed).exhibits}
    assert marks == {"a": "P002", "b": "P001", "c": "P004", "d": "", "e": "P003", "f": "P005"}


def test_two_exhibits_with_one_mark():
    listed = {
        "exhibits/exhibits.yaml": "exhibits:\n  a: {title: A, mark: P1}\n"
        "  b: {title: B, mark: P1}\n"
    }
    assert codes(listed) == ["EXH004"]


def test_the_list_says_where_each_is_cited_once_in_order():
    found = resolved(
        facts("One [@order].\n\nTwo [@order; @order].\n"),
        count("Heading:\n\n## On [@order]\n\nThree, see @ledger:\n\n1. and [@order].\n"),
    )
    order, ledger, charter = found.exhibits
    assert [(t.kind, t.text) for t in order.cited_in] == [
        ("paragraph", "1"), ("paragraph", "2"), ("note", "3"), ("paragraph", "4"),
    ]  # fmt: skip
    assert [c.number for c in order.cited_at] == [1, 2, 3, 4, 5]
    assert [t.text for t in ledger.cited_in] == ["4"]
    assert ledger.cited_at == ()
    assert charter.cited_in == ()


def test_a_citation_in_a_note_stands_in_its_text():
    assert notes_of("One^[The guard noted it: @order; compare [@ledger, p. 2] there.].\n") == [
        "The guard noted it: ‹Exhibit~P001›; compare *Ledger*, P002, p.~2 ⟨ledger 2⟩ there."
    ]


def test_translation_and_witness_must_name_an_exhibit_and_a_person():
    listed = {
        "exhibits/exhibits.yaml": "exhibits:\n"
        "  a: {title: A, translation-of: bb, witness: k7}\n  b: {title: B}\n"
    }
    assert codes(listed) == ["XRF001", "XRF001"]
    assert codes(
        listed, {"persons.yaml": "persons:\n  bb: {printed: X}\n  k7: {printed: K}\n"}
    ) == ["XRF005"]


def test_printed_titles_keep_their_characters():
    assert (
        text_of("Under Order No. 7 of 2 March 2019.\n").replace("~", " ")
        == "Under Order No. 7 of 2 March 2019."
    )
