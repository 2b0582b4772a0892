from indictment.model.blocks import Paragraph, Quotation, SubParagraphs, Table
from tests.unit.resolve.building import (
    codes,
    count,
    court,
    facts,
    headings,
    helps,
    items,
    paragraphs,
    resolved,
    said,
)
from tests.unit.resolve.dump import words

ACCUSED = {
    "defendants/01-tollan.md": "---\nname: Edric Lowe Tollan\nshort: Edric Tollan\n---\n\n"
    "Born.\n\nServed.\n"
}
ANNEX = {
    "annexes/01-chronology.md": "---\ntitle: Chronology\nnumbered: true\n---\n\n"
    "{#first-day}\nDay one.\n\nDay two.\n"
}


def numbers(found):
    parts = (*found.accused, *found.statement, *found.counts, *found.annexes)
    return [p.number for part in parts for p in paragraphs(part.blocks)]


def test_paragraphs_are_counted_through_accused_facts_and_counts():
    found = resolved(ACCUSED, facts("One.\n\nTwo.\n"), count("Three.\n"))
    assert numbers(found) == ["1", "2", "3", "4", "5"]


def test_the_order_of_the_court_decides_which_paragraph_is_first():
    found = resolved(ACCUSED, facts("Fact.\n"), court(order="[counts, facts, accused]"))
    assert paragraphs(found.counts[0].blocks)[0].number == "1"
    assert paragraphs(found.statement[0].blocks)[0].number == "2"
    assert paragraphs(found.accused[0].blocks)[0].number == "3"


def test_by_section_begins_again_in_each_part_and_names_the_part_from_outside():
    found = resolved(
        ACCUSED, facts("{#fact}\nOne.\n"), count("By @fact.\n"), court(numbering="by-section")
    )
    assert numbers(found) == ["1", "2", "1", "1"]
    assert (
        words(paragraphs(found.counts[0].blocks)[0].content)
        == "By ‹paragraph~1 of Statement of facts›."
    )
    anchors = [n.anchor for n in found.numbered]
    assert len(anchors) == len(set(anchors))


def test_without_numbers_no_paragraph_has_one_and_none_can_be_referred_to():
    found = resolved(facts("One.\n\nTwo.\n"), court(numbering="none"))
    assert numbers(found) == ["", "", ""]
    assert codes(facts("{#fact}\nOne.\n"), count("By @fact.\n"), court(numbering="none")) == [
        "XRF005"
    ]


def test_a_numbered_annex_begins_again_and_is_named_from_outside():
    found = resolved(ANNEX, count("See @first-day and @chronology.\n"))
    assert [p.number for p in paragraphs(found.annexes[0].blocks)] == ["1", "2"]
    said = words(paragraphs(found.counts[0].blocks)[0].content)
    assert said == "See ‹paragraph~1 of Annex~A› and ‹Annex~A›."
    assert found.annexes[0].heading == "Annex\u00a0A: Chronology"


def test_inside_its_annex_a_paragraph_is_named_without_the_annex():
    more = ANNEX["annexes/01-chronology.md"] + "\nSee @first-day, @taken.\n"
    found = resolved({"annexes/01-chronology.md": more}, count("{#taken}\nTaken.\n"))
    assert words(paragraphs(found.annexes[0].blocks)[2].content) == (
        "See ‹paragraph~1›, ‹paragraph~1 of the Indictment›."
    )


def test_an_annex_that_is_not_numbered_has_no_paragraph_to_refer_to():
    annex = {"annexes/01-people.md": "---\ntitle: People\n---\n\n{#someone}\nSomeone.\n"}
    assert resolved(annex).annexes[0].blocks[0].number == ""
    (fault,) = said(annex, count("See @someone.\n"))
    assert "the paragraphs of Annex A are not numbered" in fault


def test_sub_paragraphs_are_numbered_by_depth_and_named_in_full():
    found = resolved(
        count(
            "{#acts}\nHe:\n\n1. took;\n2. {#sold}\n   sold,\n   1. here,\n   2. {#there}\n"
            "      there:\n"
            "      1. twice.\n\nSee @there and [-@sold].\n"
        )
    )
    acts, see = paragraphs(found.counts[0].blocks)
    outer = items(acts.attached[0])
    inner = items(outer[1].attached[0])
    deepest = items(inner[1].attached[0])
    assert [i.number for i in outer] == ["(a)", "(b)"]
    assert [i.full for i in inner] == ["1(b)(i)", "1(b)(ii)"]
    assert (deepest[0].number, deepest[0].full) == ("(A)", "1(b)(ii)(A)")
    assert words(see.content) == "See ‹paragraph~1(b)(ii)› and ‹1(b)›."
    assert outer[1].anchor == "x-sold"
    assert outer[0].anchor == "p-1-a"


def test_letters_go_on_after_text_that_continues_the_paragraph():
    found = resolved(count("He:\n\n1. took;\n\n{.continues}\nand then\n\n1. sold.\n"))
    (only,) = paragraphs(found.counts[0].blocks)
    first, text, second = only.attached
    assert isinstance(text, Paragraph)
    assert text.number == ""
    assert [i.full for i in (*items(first), *items(second))] == ["1(a)", "1(b)"]


def test_lists_quotations_and_tables_belong_to_the_paragraph_before_them():
    found = resolved(
        count(
            "He said:\n\n> Keep it.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two\n\nNext.\n"
        )
    )
    first, second = paragraphs(found.counts[0].blocks)
    assert [type(b) for b in first.attached] == [Quotation, Table, SubParagraphs]
    assert [i.number for i in items(first.attached[2])] == ["", ""]
    assert (first.number, second.number, second.attached) == ("1", "2", ())


def test_an_unnumbered_paragraph_stands_alone_and_is_not_counted():
    found = resolved(count("One.\n\n{.unnumbered}\nAside.\n\nTwo.\n"))
    assert [p.number for p in paragraphs(found.counts[0].blocks)] == ["1", "", "2"]


def test_text_that_continues_nothing_is_an_error():
    assert codes(count("## Heading\n\n{.continues}\nText.\n")) == ["XRF008"]


def test_a_heading_knows_its_paragraphs_and_what_is_below_the_next_of_its_level_is_not_its_own():
    found = resolved(
        count("## Act\n\nOne.\n\n### Part\n\nTwo.\n\nThree.\n\n## Intent\n\nFour.\n\n## Empty\n")
    )
    spans = [(h.level, h.first, h.last) for h in headings(found.counts[0].blocks)]
    assert spans == [(3, "1", "3"), (4, "2", "3"), (3, "4", "4"), (3, "", "")]


def test_levels_of_headings_follow_the_part_they_stand_in():
    annex = {"annexes/01-a.md": "---\ntitle: A\n---\n\n## One\n\n### Two\n\n#### Three\n"}
    found = resolved(
        annex,
        {"facts/01-f.md": "---\n---\n\n## Untitled part\n\nText.\n"},
        facts("# One\n\n## Two\n", "T"),
    )
    assert [h.level for h in headings(found.annexes[0].blocks)] == [2, 3, 4]
    assert [h.level for h in headings(found.statement[0].blocks)] == [2]
    assert [h.level for h in headings(found.statement[1].blocks)] == [3, 4]


def test_a_heading_that_skips_a_level_is_an_error_and_the_help_gives_the_right_one():
    assert codes(count("## One\n\n#### Three\n\nText.\n")) == ["XRF007"]
    assert helps(count("## One\n\n#### Three\n\nText.\n")) == ["write it with ###"]
    assert codes(count("### Too deep at once\n")) == ["XRF007"]


def test_a_heading_deeper_than_the_document_prints_is_an_error():
    assert codes(count("## One\n\n### Two\n\n#### Three\n")) == ["XRF007"]


def test_anchors():
    found = resolved(facts("One.\n\n{#two}\nTwo.\n\n{.unnumbered}\nAside.\n"), ANNEX)
    anchors = [p.anchor for p in paragraphs(found.statement[0].blocks)]
    assert anchors == ["p-1", "x-two", "u-1"]
    assert [p.anchor for p in paragraphs(found.annexes[0].blocks)] == ["x-first-day", "p-A-2"]
    assert found.accused[0].anchor == "x-tollan"
    assert found.counts[0].counts[0].anchor == "x-pillage"
    assert found.exhibits[0].anchor == "exhibit-order"


def test_a_quoted_list_keeps_its_own_numbers():
    found = resolved(count("The Charter says:\n\n> 3. Third.\n> 4. Fourth.\n"))
    quotation = paragraphs(found.counts[0].blocks)[0].attached[0]
    assert isinstance(quotation, Quotation)
    assert [i.number for i in items(quotation.blocks[0])] == ["3.", "4."]


def test_language_is_inherited_from_the_heading():
    found = resolved(count('{lang="uk"}\n## Текст\n\nОдин.\n\n## Text\n\nTwo.\n'))
    assert [p.lang for p in paragraphs(found.counts[0].blocks)] == ["uk", ""]


def test_sub_paragraphs_in_a_bullet_count_on_with_those_below_it():
    text = "Text:\n\n- bullet\n\n  1. one\n  2. two\n\n{.continues}\nAnd:\n\n1. three\n"
    found = resolved(count(text))
    full = [n.printed for n in found.numbered if n.kind == "subparagraph"]
    assert full == ["1(a)", "1(b)", "1(c)"]
