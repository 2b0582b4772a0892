import pytest

from tests.unit.resolve.building import (
    codes,
    count,
    court,
    facts,
    helps,
    paragraphs,
    resolved,
    said,
    text_of,
)
from tests.unit.resolve.dump import words

PERSONS = {"persons.yaml": "persons:\n  k7: {printed: Witness K-7, protected: true}\n"}
GRANARY = facts(
    "{#stores}\nOne.\n\n{#acts}\n## Acts\n\nTwo.\n\nThree.\n\n{#end}\n## End\n\nFour.\n"
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("@stores", "‹paragraph~1›"),
        ("@Stores", "‹Paragraph~1›"),
        ("[-@stores]", "‹1›"),
        ("@acts", "‹paragraphs~2 and~3›"),
        ("@Acts", "‹Paragraphs~2 and~3›"),
        ("[-@acts]", "‹2 and~3›"),
        ("[-@granary]", "‹1 to~4›"),
        ("@end", "‹paragraph~4›"),
        ("@granary", "‹paragraphs~1 to~4›"),
        ("@pillage", "‹Count~1›"),
        ("[-@pillage]", "‹1›"),
        ("@order", "‹Exhibit~P001›"),
        ("[-@order]", "‹P001›"),
        ("@charter", "‹Charter›"),
        ("@tollan", "EDRIC TOLLAN"),
        ("@Tollan's", "EDRIC TOLLAN’s"),
        ("@k7", "Witness~K-7"),
        ("Mr @tollan", "Mr~EDRIC TOLLAN"),
    ],
)
def test_what_a_label_prints(typed, printed):
    assert text_of(f"Of {typed} here.\n", GRANARY, PERSONS) == f"Of {printed} here."


def test_names_as_written_where_the_court_wants_it():
    assert text_of("Of @tollan.\n", court(accused_style="as-written")) == "Of Edric Tollan."


def test_a_footnote_with_a_label():
    found = text_of("Word^[A remark.]{#remark}. See @remark; [-@remark].\n")
    assert found == "Word.[1] See ‹footnote~1›; ‹1›."


def test_a_reference_may_point_forward_and_back():
    found = resolved(facts("As @later says.\n"), count("{#later}\nLater.\n"))
    assert words(paragraphs(found.statement[0].blocks)[0].content) == "As ‹paragraph~2› says."


def test_a_label_on_a_table_or_quotation_names_its_paragraph():
    assert text_of("One.\n\n{#words}\n> Quoted.\n\nSee @words.\n") == "See ‹paragraph~1›."
    found = resolved(count("One.\n\n{#tab}\n| a |\n|---|\n| 1 |\n\nSee @tab.\n"))
    (reference,) = [
        p for p in paragraphs(found.counts[0].blocks)[1].content if hasattr(p, "pieces")
    ]
    assert reference.pieces[1].anchor == "x-tab"
    assert paragraphs(found.counts[0].blocks)[0].attached[0].anchor == "x-tab"


def test_rows_of_schedules():
    schedule = {
        "schedules/01-incidents.yaml": (
            "title: Incidents\nrow: incident\nlabel: id\ncolumns:\n  - {key: what, heading: What}\n"
        ),
        "schedules/01-incidents.csv": "id,what\nfirst,One [@order]\nmarket,The market\n",
    }
    assert text_of("By @market and [-@market] of @incidents.\n", schedule) == (
        "By ‹incident~2 of Schedule~A› and ‹2› of ‹Schedule~A›."
    )
    table = resolved(schedule).schedules[0].blocks[-1]
    assert [[words(c) for c in row.cells] for row in table.rows] == [
        ["1", "One[1]"],
        ["2", "The market"],
    ]
    assert [words(c) for c in table.head] == ["No.", "What"]
    assert [row.anchor for row in table.rows] == ["x-first", "x-market"]


def test_a_schedule_that_numbers_its_rows_itself_gets_no_second_number():
    schedule = {
        "schedules/01-incidents.yaml": "title: T\ncolumns:\n  - {key: n, heading: No.}\n"
        "  - {key: what, heading: What}\n",
        "schedules/01-incidents.csv": "n,what\n1,One\n2,Two\n",
    }
    table = resolved(schedule).schedules[0].blocks[-1]
    assert [[words(c) for c in row.cells] for row in table.rows] == [["1", "One"], ["2", "Two"]]


def test_an_unknown_label_names_the_nearest_and_the_plain_sign():
    assert said(GRANARY, count("See @store.\n")) == [
        "XRF001 counts/01-pillage.md:7:5 “store” names nothing in this matter"
    ]
    assert helps(GRANARY, count("See @store.\n")) == ["write @stores; for a plain @ write \\@"]
    assert "{#zebra}" in helps(count("See @zebra.\n"))[0]


def test_one_label_in_two_places_is_reported_once_with_both():
    twice = facts("{#same}\nOne.\n\n{#same}\nTwo.\n\nSee @same.\n")
    assert codes(twice) == ["XRF002"]
    assert codes(facts("{#order}\nOne.\n\nSee @order.\n")) == ["XRF003"]
    assert codes(facts("{#pillage}\nOne.\n")) == ["XRF003"]
    assert helps(facts("{#granary}\nOne.\n")) == [
        "give one of them another label; in facts/01-granary.md add `id:`"
    ]


def test_a_file_of_several_counts_gives_its_name_away():
    several = {
        "counts/01-pillage.md": (
            "---\ndefendants: [tollan]\noffence: pillage\ncounts:\n  - {id: one, title: First}\n"
            "  - {id: two, title: Second}\n---\n\nSee @pillage.\n"
        )
    }
    found = resolved(several)
    assert words(paragraphs(found.counts[0].blocks)[0].content) == "See ‹Counts~1 and 2›."
    own = {"counts/01-pillage.md": several["counts/01-pillage.md"] + "\n{#pillage}\nTaken.\n"}
    assert words(paragraphs(resolved(own).counts[0].blocks)[0].content) == "See ‹paragraph~2›."


@pytest.mark.parametrize(
    "typed", ["[@stores]", "[@tollan]", "[@pillage]", "[-@tollan]", "[-@charter]"]
)
def test_a_label_of_the_wrong_kind_for_its_place(typed):
    assert codes(GRANARY, count(f"See {typed}.\n")) == ["XRF005"]


def test_a_heading_without_paragraphs_cannot_be_named():
    (fault,) = said(count("{#empty}\n## Empty\n\n## Other\n\nSee @empty.\n"))
    assert "no numbered paragraph stands below it" in fault


def test_a_part_that_is_not_printed_cannot_be_referred_to():
    annex = {"annexes/01-map.md": "---\ntitle: Map\n---\n\nText.\n"}
    (fault,) = said(annex, count("See @map.\n"), court(order="[counts]"))
    assert "in a part that the form “test” does not print" in fault
