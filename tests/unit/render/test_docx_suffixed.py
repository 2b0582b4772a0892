"""Numbers that Word cannot count to: each a list of one paragraph, beside the list of all others."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.render.page.mistakes import NumbersDiffer
from indictment.render.word.suffixed import follows
from indictment.resolve import suffixes
from tests.readers import libreoffice, ooxml, poppler
from tests.unit.render.docx_pages import numbered, sub, word, write
from tests.unit.render.word_changes import accepted, rejected
from tests.unit.render.word_reader import W


def paragraph(number: str, text: str = "Text.", anchor: str = "") -> str:
    return numbered(0, text, anchor).replace(">0.<", f">{number}.<")


def paragraphs(*numbers: str) -> str:
    return "".join(paragraph(one) for one in numbers)


def shown(body: str) -> list[str]:
    return [one.number for one in word(body).paragraphs if one.number]


def test_the_list_of_all_paragraphs_goes_on_behind() -> None:
    numbers = ["0A", "1", "1A", "1B", "2", "2.1", "2A", "2A.1", "3"]
    assert shown(paragraphs(*numbers)) == [f"{one}." for one in numbers]


def test_sub_paragraphs_below_begin_again_and_below_the_next_as_well() -> None:
    def letters(mark: str) -> str:
        inner = sub(["(i)", "(ii)"], 2).replace("s-2", f"{mark}-2")
        return sub(["(a)", "(b)"], 1, inner).replace("s-1", f"{mark}-1")

    body = "".join(
        paragraph(number) + letters(f"m{at}") for at, number in enumerate(["1", "1A", "1B", "2"])
    )
    below = ["(a)", "(b)", "(i)", "(ii)"]
    assert shown(body) == ["1.", *below, "1A.", *below, "1B.", *below, "2.", *below]


def test_a_series_that_begins_again_has_its_own() -> None:
    numbers = ["1", "1A", "2", "0A", "1", "1A", "2", "1", "2"]
    assert shown(paragraphs(*numbers)) == [f"{one}." for one in numbers]


def test_a_form_may_put_other_signs_around_the_number() -> None:
    body = paragraphs("1", "1A", "2").replace(".<", "]<").replace('number">', 'number">[')
    assert shown(body) == ["[1]", "[1A]", "[2]"]


def test_a_reference_yields_the_number_without_its_full_stop() -> None:
    body = paragraph("1") + paragraph("1A", anchor="x-new")
    body += sub(["(a)"]).replace("s-1-a", "x-part")
    body += paragraph(
        "2",
        'See <a class="ref" href="#x-new">paragraph <span class="ref-number" data-kind="paragraph" '
        'data-target="x-new">1A</span></a> and <a class="ref" href="#x-part">paragraph '
        '<span class="ref-number" data-kind="subparagraph" data-target="x-part">1A(a)</span></a>.',
    )
    fields = [(one.code.split()[0], one.kept, one.computed) for one in word(body).fields()]
    assert fields == [("REF", "1A", "1A"), ("REF", "1A", "1A"), ("REF", "(a)", "(a)")]


@pytest.mark.parametrize("numbers", [["1", "2A"], ["1", "2", "1A"], ["1", "1A", "3"], ["1A", "1"]])
def test_a_number_in_the_wrong_place_is_refused(numbers: list[str]) -> None:
    with pytest.raises(NumbersDiffer):
        word(paragraphs(*numbers))


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("32A.", 32, True), ("32.1.", 32, True), ("[32AA]", 32, True), ("0A.", 5, True),
        ("32.", 32, False), ("33A.", 32, False), ("32a.", 32, False), ("(A)", 0, False),
    ],
)  # fmt: skip
def test_what_is_added_to_the_number_before(text: str, count: int, expected: bool) -> None:
    assert follows(text, count) is expected


def test_no_style_is_tied_to_two_lists_and_each_list_is_known_once() -> None:
    numbering = word(paragraphs("1", "1A", "1B", "2")).parts["word/numbering.xml"]
    tied = [one.get(f"{W}val") for one in numbering.iter(f"{W}pStyle")]
    assert len(set(tied)) == len(tied)
    known = [one.get(f"{W}abstractNumId") for one in numbering.iter(f"{W}abstractNum")]
    assert len(set(known)) == len(known)


def test_tracked_changes_between_filed_numbers_settle_to_both_versions() -> None:
    by = ' data-author="A. Weir" data-date="2024-03-12T09:00:00Z"'

    def marked(kind: str, number: str, text: str) -> str:
        return paragraph(number, text).replace('"numbered"', f'"numbered {kind}"{by}')

    body = (
        paragraph("1")
        + marked("inserted", "1A", "New.")
        + sub(["(a)", "(b)"]).replace('class="attached"', f'class="attached inserted"{by}')
        + marked("deleted", "2", "Gone.")
        + sub(["(a)"]).replace("s-1", "was-1").replace(
            'class="attached"', f'class="attached deleted"{by}'
        )
        + marked("inserted", "2", "[withdrawn]")
        + marked("inserted", "2A", "Instead.")
        + paragraph("2B", "Filed.").replace("2B.</span>", '2B.</span><span class="old-number">[2B.]</span>')
        + paragraph("3", "Last.")
    )  # fmt: skip
    made = write(body)
    assert [one.number for one in accepted(made) if one.number] == [
        "1.", "1A.", "(a)", "(b)", "2.", "2A.", "2B.", "3.",
    ]  # fmt: skip
    assert [one.number for one in rejected(made) if one.number] == ["1.", "2.", "(a)", "2B.", "3."]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3)), max_size=6))
def test_word_prints_whatever_stands_between_filed_numbers(
    inserted: list[tuple[int, int]],
) -> None:
    numbers = suffixes.between(None, None, 3)
    for at, many in inserted:
        at = min(at, len(numbers))
        high = numbers[at] if at < len(numbers) else None
        numbers[at:at] = suffixes.between(numbers[at - 1] if at else None, high, many)
    printed = [suffixes.write(one) for one in numbers]
    assert shown(paragraphs(*printed)) == [f"{one}." for one in printed]


@pytest.mark.slow
@pytest.mark.reader_ooxml
def test_the_open_xml_validator_finds_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(write(paragraphs("0A", "1", "1A") + sub(["(a)", "(b)"]) + paragraphs("2")))
    assert ooxml.validate(file) == ()


@pytest.mark.slow
@pytest.mark.reader_libreoffice
@pytest.mark.reader_poppler
def test_libreoffice_prints_the_same_numbers(tmp_path: Path) -> None:
    numbers = ["0A", "1", "1A", "1AA", "2", "2.1", "2A", "2A.1", "3", "0A", "1", "1A", "2"]
    body = ""
    for at, number in enumerate(numbers):
        body += paragraph(number) + sub(["(a)", "(b)"]).replace("s-1", f"m{at}-1")
    file = tmp_path / "a.docx"
    file.write_bytes(write(body))
    text = "".join(poppler.text(libreoffice.to_pdf(file, tmp_path), layout=True))
    found = [
        line.split()[0] for line in text.splitlines() if line.strip().endswith((" Text.", " Item."))
    ]
    assert found == [one for number in numbers for one in (f"{number}.", "(a)", "(b)")]
