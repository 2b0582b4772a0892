import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.render.page.mistakes import NumbersDiffer
from indictment.render.word.numbering import Form, form_of_first, formatted
from tests.unit.render.docx_pages import numbered, sub, word


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1.", Form("", "decimal", ".")),
        ("(a)", Form("(", "lowerLetter", ")")),
        ("a)", Form("", "lowerLetter", ")")),
        ("(i)", Form("(", "lowerRoman", ")")),
        ("i.", Form("", "lowerRoman", ".")),
        ("(A)", Form("(", "upperLetter", ")")),
        ("(I)", Form("(", "upperRoman", ")")),
        ("§ 1", Form("§ ", "decimal", "")),
    ],
)
def test_the_form_of_a_level_is_read_from_its_first_number(text: str, form: Form) -> None:
    assert form_of_first(text) == form


def test_a_list_that_does_not_begin_at_its_beginning_is_refused() -> None:
    with pytest.raises(NumbersDiffer, match="'\\(b\\)'"):
        form_of_first("(b)")


def test_numbers_are_formatted_as_word_formats_them() -> None:
    assert [formatted("lowerLetter", n) for n in (1, 26, 27, 28, 53)] == [
        "a",
        "z",
        "aa",
        "bb",
        "aaa",
    ]
    assert [formatted("lowerRoman", n) for n in (1, 4, 9, 14, 40, 99)] == [
        "i", "iv", "ix", "xiv", "xl", "xcix",
    ]  # fmt: skip


def shown(body: str) -> list[str]:
    return [one.number for one in word(body).paragraphs if one.number]


def test_sub_paragraphs_begin_again_below_each_paragraph() -> None:
    body = numbered(1) + sub(["(a)", "(b)"]) + numbered(2) + sub(["(a)"]).replace('id="s', 'id="t')
    assert shown(body) == ["1.", "(a)", "(b)", "2.", "(a)"]


def test_three_depths() -> None:
    inner = sub(["(i)", "(ii)"], 2, sub(["(A)", "(B)"], 3))
    body = numbered(1) + sub(["(a)", "(b)"], 1, inner) + numbered(2)
    assert shown(body) == ["1.", "(a)", "(b)", "(i)", "(ii)", "(A)", "(B)", "2."]


def test_an_annex_counts_from_one_again_and_its_sub_paragraphs_with_it() -> None:
    body = (
        numbered(1) + numbered(2) + sub(["(a)"]) + numbered(1) + sub(["(a)"]).replace("s-1", "t-1")
    )
    assert shown(body + numbered(2)) == ["1.", "2.", "(a)", "1.", "(a)", "2."]


def test_a_second_list_below_one_paragraph_begins_again() -> None:
    again = sub(["(a)", "(b)"]).replace("s-1", "t-1")
    body = numbered(1) + sub(["(a)", "(b)"]) + '<p class="continues">and</p>' + again + numbered(2)
    assert shown(body) == ["1.", "(a)", "(b)", "(a)", "(b)", "2."]


def test_a_list_may_go_on_after_other_text() -> None:
    body = numbered(1) + sub(["(a)", "(b)"]) + '<p class="continues">and</p>' + sub(["(c)"])
    assert shown(body) == ["1.", "(a)", "(b)", "(c)"]


def test_lists_below_paragraphs_without_a_number() -> None:
    text = '<p class="unnumbered">Text.</p>'
    body = text + sub(["(a)", "(b)"]) + text + sub(["(a)"]).replace("s-1", "t-1")
    assert shown(body) == ["(a)", "(b)", "(a)"]


@pytest.mark.parametrize(
    "body",
    [
        numbered(1) + numbered(3),
        numbered(2),
        numbered(1) + sub(["(a)", "(c)"]),
        numbered(1).replace("1.", "1)") + numbered(2),
    ],
)
def test_a_number_that_word_would_print_otherwise_is_refused(body: str) -> None:
    with pytest.raises(NumbersDiffer):
        word(body)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Paragraphs with lists, beginning again now and then, and the numbers they print."""
    body, printed, number, place = "", [], 0, 0
    for _ in range(draw(st.integers(1, 12))):
        number = 1 if draw(st.integers(0, 5)) == 0 else number + 1
        body += numbered(number)
        printed.append(f"{number}.")
        for _ in range(draw(st.integers(0, 2))):
            letters = [
                f"({formatted('lowerLetter', n + 1)})" for n in range(draw(st.integers(1, 3)))
            ]
            romans = [f"({formatted('lowerRoman', n + 1)})" for n in range(draw(st.integers(0, 3)))]
            place += 1
            inner = sub(romans, 2) if romans else ""
            body += sub(letters, 1, inner).replace('id="s', f'id="s{place}')
            printed += letters + romans
    return body, printed


@given(bodies())
def test_word_counts_what_the_page_prints(made: tuple[str, list[str]]) -> None:
    body, printed = made
    assert shown(body) == printed


HEADINGS = "".join(
    f'<h{level} id="h{n}"><span class="number">{number}</span> Words</h{level}>'
    for n, (level, number) in enumerate(
        [(2, "A."), (3, "1."), (3, "2."), (2, "B."), (3, "1."), (2, "A."), (3, "1.")]
    )
)


def test_word_counts_the_headings_itself() -> None:
    shown = [p for p in word(HEADINGS).paragraphs if p.style in ("heading 2", "heading 3")]
    assert [p.text for p in shown] == ["Words"] * 7
    assert [p.number for p in shown] == ["A.", "1.", "2.", "B.", "1.", "A.", "1."]


def test_a_heading_that_word_would_number_otherwise_is_an_error() -> None:
    with pytest.raises(NumbersDiffer):
        word(HEADINGS.replace("B.", "C."))
