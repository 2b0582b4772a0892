"""Quotations against the text of exhibits: located by likeness, decided by words."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indictment.check.quotations.pages import Pages
from indictment.check.quotations.seeking import Verdict, seek
from indictment.check.quotations.wanted import fragments

ADDRESS = (
    "PRESIDENT OF THE COUNCIL 1\n"
    "I made a decision to carry out a special opera-\n"
    "tion at the harbour. The purpose is to pro\ufb01t from and protect people who,\n"
    "for eight years now, have been facing humiliation.12 To this end, we will seek\n"
    "to close the quay. 3,776 casualties were counted; the Council did not agree",
    "PRESIDENT OF THE COUNCIL 2\n"
    "to the plan. The armed forces of the State entered at dawn. 141 voted in favour,\n"
    "5 against, 35 abstained. The well-\nknown letter of the State’s envoy was read.",
    "PRESIDENT OF THE COUNCIL 3\nThe session closed at 14:05.",
)
TRANSCRIPT = "\n".join(
    f"{number} {line}"
    for number, line in enumerate(
        [
            "Q. Did you see the barge that night?",
            "A. I saw it leave with its lamps out. The",
            "captain stood at the bow, and nobody",
            "gave a receipt.",
            "Q. Are you sure?",
            "A. I am.",
        ],
        start=7,
    )
)


def look(quoted: str, *cited: int, pages: tuple[str, ...] = ADDRESS) -> Verdict:
    return seek(fragments(quoted), Pages(pages), cited)


@pytest.mark.parametrize(
    ("quoted", "page"),
    [
        ("I made a decision to carry out a special operation", 0),
        ("i made a decision", 0),
        ("to profit from and protect people", 0),
        ("facing humiliation. To this end", 0),
        ("3,776 casualties", 0),
        ("3776 casualties", 0),
        ("3 776 casualties", 0),
        ("the State's envoy", 1),
        ("The well-known letter", 1),
        ("The well known letter of the State's envoy", 1),
        ("did not agree to the plan", 0),
        ("[t]he Council did not agree", 0),
        ("[T]he … forces of the State entered", 1),
        ("[t]he armed force[] of the State", 1),
        ("the armed force[ ] of the State", 1),
        ("we … seek to close [the harbour]", 0),
        ("we will [. . .] close the quay", 0),
        ("facing [sic] humiliation", 0),
        ("I made a decision [footnote omitted] to carry out", 0),
        ("\ufffc did not agree", 0),
    ],
)
def test_the_words_of_the_page_pass(quoted: str, page: int) -> None:
    assert look(quoted, page).kind == "same"


@pytest.mark.parametrize(
    ("quoted", "page", "reads"),
    [
        ("142 voted in favour", 1, "141 voted in favour"),
        ("3,777 casualties", 0, "3,776 casualties"),
        ("37,76 casualties were counted", 0, "3,776 casualties were counted"),
        ("the Council did agree to the plan", 0, "the Council did not agree to the plan"),
        ("I made not a decision to carry out", 0, "I made a decision to carry out"),
        ("The armed forces of the States entered", 1, "The armed forces of the State entered"),
        ("we shall seek to close the quay", 0, "we will seek to close the quay"),
        ("at the harbour. The purpose is … to close the key", 0, "to close the quay"),
        ("armed force", 1, "armed forces"),
    ],
)
def test_a_changed_word_is_shown_beside_that_of_the_page(
    quoted: str, page: int, reads: str
) -> None:
    found = look(quoted, page)
    assert (found.kind, found.reads) == ("altered", reads)


def test_words_on_another_page_are_elsewhere() -> None:
    assert look("The armed forces of the State entered at dawn", 0) == Verdict("elsewhere", 1)
    assert look("the session closed", 0, 1) == Verdict("elsewhere", 2)


def test_a_page_is_not_stretched_to_the_one_after_it() -> None:
    assert look("5 against, 35 abstained", 0).kind == "elsewhere"


def test_without_a_page_the_words_may_stand_on_any() -> None:
    assert look("The session closed at 14:05").kind == "same"


def test_a_page_that_is_not_there_is_no_page() -> None:
    assert look("The session closed at 14:05", 7).kind == "same"


def test_words_that_are_nowhere_are_absent() -> None:
    assert look("nobody had ever seen the ledger of the guild", 0).kind == "absent"
    assert look("ledger", 0).kind == "absent"


def test_a_page_without_text_is_blank_unless_the_words_stand_on_another() -> None:
    pages = (ADDRESS[0], "", "")
    assert look("the ledger of the guild", 1, pages=pages) == Verdict("blank", 1)
    assert look("to close the quay", 1, pages=pages) == Verdict("blank", 1)


def test_fragments_keep_their_order() -> None:
    assert look("I made a decision … close the quay", 0).kind == "same"
    assert look("close the quay … I made a decision", 0).kind == "altered"


def test_numbers_of_lines_are_not_words_of_a_transcript() -> None:
    pages = (TRANSCRIPT,)
    assert look("The captain stood at the bow, and nobody gave a receipt", 0, pages=pages).kind == "same"  # fmt: skip
    assert look("The captain stood at the bow, and gave a receipt", 0, pages=pages).kind == "altered"  # fmt: skip


def test_a_number_at_the_beginning_of_one_line_is_a_word() -> None:
    pages = ("They burned\n12 houses\nand left.",)
    assert look("They burned houses and left", 0, pages=pages).kind == "altered"


def test_a_page_that_lost_its_spaces_is_read_by_its_letters() -> None:
    pages = ("Thearmedforcesof theState enteredatdawn and left.",)
    assert look("The armed forces of the State entered at dawn", 0, pages=pages).kind == "same"
    assert look("The armed forces of the State entered at dusk", 0, pages=pages).kind != "same"


def test_nothing_is_left_of_a_quotation_of_brackets() -> None:
    assert fragments("[…]") == fragments("…") == ()


# --- whatever is quoted ----------------------------------------------------------------------------

WORDS = st.lists(
    st.sampled_from(["the", "armed", "forces", "of", "a", "State", "did", "not", "enter", "12", "141", "2022", "houses", "were", "burned", "at", "dawn"]),
    min_size=12, max_size=60,
)  # fmt: skip


@given(WORDS, st.data())
def test_any_words_that_stand_together_pass(words: list[str], data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(words) - 2))
    end = data.draw(st.integers(begin + 1, len(words)))
    at = data.draw(st.integers(1, len(words)))
    page = " ".join(words[:at]) + "\n" + " ".join(words[at:])
    assert look(" ".join(words[begin:end]), 0, pages=(page,)).kind == "same"


@given(WORDS, st.data())
def test_no_changed_word_passes(words: list[str], data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(words) - 5))
    quoted = words[begin : begin + 5]
    place = data.draw(st.integers(0, 4))
    match data.draw(st.sampled_from(["other", "more", "digit"])):
        case "other":
            quoted[place] = "harbour"
        case "more":
            quoted.insert(place, "never")
        case "digit":
            assume(quoted[place].isdigit())
            quoted[place] = str(int(quoted[place]) + 5)
    said = " ".join(quoted)
    assume(f" {said} " not in f" {' '.join(words)} ")
    assert look(said, 0, pages=(" ".join(words),)).kind != "same"
