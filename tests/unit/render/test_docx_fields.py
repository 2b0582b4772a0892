import pytest

from indictment.render.page.mistakes import LinkToNowhere, OutsideVocabulary
from tests.unit.render.docx_pages import numbered, sub, word


def reference(anchor: str, text: str, kind: str = "paragraph") -> str:
    return (
        f'<p class="unnumbered">See <a class="ref" href="#{anchor}">it: <span class="ref-number" '
        f'data-kind="{kind}" data-target="{anchor}">{text}</span></a>.</p>'
    )


def codes(body: str) -> list[tuple[str, str]]:
    fields = list(word(body).fields())
    for one in fields:
        assert one.computed == one.kept
    return [(one.code, one.kept) for one in fields]


def test_a_paragraph_is_referred_to_by_its_number() -> None:
    body = numbered(1, anchor="x-first") + numbered(2) + reference("x-first", "1")
    assert codes(body) == [("REF _ind_first \\n \\h", "1")]


def test_a_reference_may_stand_before_what_it_refers_to() -> None:
    assert codes(reference("p-1", "1") + numbered(1, anchor="p-1")) == [
        ("REF _at_p_1 \\n \\h", "1")
    ]


def test_a_sub_paragraph_is_referred_to_by_each_number_above_it() -> None:
    body = numbered(1) + numbered(2, anchor="x-two") + sub(["(a)", "(b)"], 1, sub(["(i)"], 2))
    found = codes(body + reference("s-2-i", "2(b)(i)", "subparagraph"))
    assert [kept for _, kept in found] == ["2", "(b)", "(i)"]
    assert found[0][0] == "REF _ind_two \\n \\h"


def test_a_sub_paragraph_may_be_referred_to_by_its_own_number() -> None:
    body = numbered(1) + sub(["(a)", "(b)"])
    assert codes(body + reference("s-1-b", "(b)", "subparagraph")) == [
        ("REF _at_s_1_b \\n \\h", "(b)")
    ]


def test_a_number_that_the_text_of_a_heading_holds() -> None:
    body = '<h2 id="x-theft">Count 12: Theft of 1 cow</h2>'
    assert codes(body + reference("x-theft", "12", "count")) == [("REF _num_theft \\h", "12")]


def test_a_row_is_referred_to_by_the_number_in_its_first_cell() -> None:
    body = (
        '<table class="schedule"><thead><tr><th scope="col">No.</th><th scope="col">What</th></tr>'
        "</thead>"
        '<tbody><tr id="x-three"><td>3</td><td>3 shells</td></tr></tbody></table>'
    )
    assert codes(body + reference("x-three", "3", "row")) == [("REF _num_three \\h", "3")]


def test_a_number_that_stands_nowhere_keeps_its_link_only() -> None:
    found = word('<h2 id="x-events">Events</h2>' + reference("x-events", "4", "heading"))
    assert list(found.fields()) == []
    assert found.paragraphs[-1].text == "See it: 4."
    assert "_ind_events" in found.bookmarks()


def test_a_note_is_referred_to_by_the_bookmark_of_its_mark() -> None:
    body = '<p class="unnumbered">A.<span class="footnote" id="x-n" data-number="1">N.</span></p>'
    assert codes(body + reference("x-n", "1", "note")) == [("NOTEREF _ind_n", "1")]


def test_a_reference_to_nowhere_is_refused() -> None:
    with pytest.raises(LinkToNowhere, match="x-lost"):
        word(reference("x-lost", "1"))


def test_markup_inside_a_number_is_refused() -> None:
    with pytest.raises(OutsideVocabulary):
        word(numbered(1, anchor="p-1") + reference("p-1", "<em>1</em>"))


def test_no_field_asks_to_be_updated() -> None:
    found = word(numbered(1, anchor="p-1") + reference("p-1", "1"))
    everything = "".join(
        str(value) for part in found.parts.values() for node in part.iter() for value in node.attrib
    )
    assert "dirty" not in everything
    assert not list(found.parts["word/settings.xml"].iter("{*}updateFields"))


def section(level: int, number: str, anchor: str) -> str:
    return f'<h{level} id="{anchor}"><span class="number">{number}</span> Words</h{level}>'


@pytest.mark.parametrize(
    ("numbers", "named"), [(("I.", "A.", "2."), "I.A.2"), (("I.", "(A)", "(2)"), "I(A)(2)")]
)
def test_a_section_is_referred_to_by_each_number_above_it(
    numbers: tuple[str, str, str], named: str
) -> None:
    first = numbers[2].replace("2", "1")
    body = (
        section(2, numbers[0], "x-part")
        + section(3, numbers[1], "x-chapter")
        + section(4, first, "x-first")
        + section(4, numbers[2], "x-second")
        + reference("x-second", named, "heading")
    )
    own = [number.rstrip(".") for number in numbers]
    assert codes(body) == [
        ("REF _ind_part \\n \\h", own[0]),
        ("REF _ind_chapter \\n \\h", own[1]),
        ("REF _ind_second \\n \\h", own[2]),
    ]
    assert word(body).paragraphs[-1].text == f"See it: {named}."
