import pytest

from tests.unit.resolve.building import codes, count, court, notes_of, resolved, said, text_of


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Word [@order].", "Word.[1]"),
        ("Word [@order], more.", "Word,[1] more."),
        ("Word [@order] more.", "Word[1] more."),
        ("“Word” [@order].", "“Word”.[1]"),
        ("“Word [@order].” More.", "“Word.”[1] More."),
        ("(word [@order]).", "(word[1])."),
        ("Word [@order]^[And more.].", "Word.[1]~[2]"),
        ("Word^[Note.], more.", "Word,[1] more."),
        ("*Word* [@order].", "*Word*.[1]"),
        ("By @tollan [@order].", "By EDRIC TOLLAN.[1]"),
        ("Word [@order]; [@ledger] more.", "Word;[1][2] more."),
    ],
)
def test_the_mark_follows_the_punctuation(typed, printed):
    assert text_of(f"{typed}\n") == printed


def test_the_mark_stands_before_the_punctuation_where_the_court_wants_it():
    form = court(citations='{full: ["{title}"], short: ["{short}"], mark-after-punctuation: false}')
    assert text_of("Word [@order].\n", form) == "Word[1]."


def test_numbers_run_in_reading_order_through_attached_blocks():
    found = resolved(
        count(
            "One [@order]:\n\n1. a [@ledger];\n   1. b [@order];\n\n> Said [@ledger]\n\n"
            "| x [@order] |\n|---|\n| y^[Last.] |\n\nNext [@ledger].\n"
        )
    )
    assert [n.span.line for n in found.notes] == [7, 9, 10, 12, 14, 16, 18]
    assert [n.number for n in found.notes] == list(range(1, 8))
    assert [n.anchor for n in found.notes][:2] == ["fn-1", "fn-2"]


@pytest.mark.parametrize(
    "typed",
    ["Ibid., p. 4.", "See ibid.", "Supra, p. 3.", "See note 12 above.", "Order, supra note 3.",
     "Id. at 4.",
     "Op. cit., p. 3.", "See footnote 12."],
)  # fmt: skip
def test_typed_back_references_in_notes_are_errors(typed):
    assert codes(count(f"Word^[{typed}].\n")) == ["CIT006"]


@pytest.mark.parametrize(
    "typed", ["The witness said so.", "Valid. And.", "See fn. 5 of the judgment.", "Madrid. At."]
)
def test_what_only_looks_like_one_is_not(typed):
    assert codes(count(f"Word^[{typed}].\n")) == []


def test_in_the_text_only_references_to_footnotes_are_errors():
    assert codes(count("The order supra said ibid.\n")) == []
    assert said(count("One.\n\nAs said in note 12 above, he\nleft.\n")) == [
        "CIT006 counts/01-pillage.md:9:12 “note 12 above” is typed by hand"
    ]


def test_a_note_that_is_a_citation_is_a_sentence_and_a_written_note_stays_as_typed():
    assert notes_of("One [see @ledger].\n\nTwo^[no capital, no stop].\n") == [
        "See *Ledger*, P002 ⟨ledger 1⟩.",
        "no capital, no stop",
    ]
