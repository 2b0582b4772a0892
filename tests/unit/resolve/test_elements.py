from tests.unit.resolve.building import (
    codes,
    count,
    court,
    facts,
    helps,
    paragraphs,
    resolved,
    said,
)

CASAVANT = {
    "defendants/02-casavant.md": "---\nname: Mirne Casavant\n---\n\n"
    '{elements="pillage:private-use"}\nShe sold.\n'
}
BOTH = "---\ntitle: Pillage\noffence: pillage\ndefendants: [tollan, casavant]\n---\n\n"


def rows(*added):
    (table,) = resolved(*added).elements
    return {
        row.element: (
            [(name, [t.text for t in targets]) for name, targets in row.paragraphs],
            [t.text for t in row.exhibits],
        )
        for row in table.rows
    }


def test_paragraphs_plead_elements_and_bring_their_exhibits():
    found = rows(
        facts('{elements="pillage:appropriation"}\nTaken [@ledger].\n\nElse [@charter].\n'),
        count('{elements="appropriation"}\nTaken [@order; @ledger]:\n\n> Said [@charter].\n'),
    )
    assert found["appropriation"] == ([("", ["1", "3"])], ["P002", "P001", "Charter"])


def test_an_element_for_each_accused_is_shown_by_accused():
    found = rows(
        CASAVANT,
        {"counts/01-pillage.md": BOTH
         + '{elements="private-use" defendants="tollan"}\nHe.\n\n{elements="private-use"}\n'
         'Both.\n'},
    )  # fmt: skip
    assert found["private-use"][0] == [("EDRIC TOLLAN", ["2", "3"]), ("MIRNE CASAVANT", ["1", "3"])]
    assert found["appropriation"] == ([("", [])], [])


def test_a_heading_holds_for_all_below_it_until_one_of_its_level():
    found = resolved(
        count(
            '{elements="appropriation" defendants="tollan"}\n## Act\n\nOne.\n\n### More\n\n'
            '{elements="private-use"}\nTwo.\n\n## Other\n\nThree.\n'
        )
    )
    pleaded = [
        ([s.element for s in p.serves], p.defendants) for p in paragraphs(found.counts[0].blocks)
    ]
    assert pleaded == [
        (["appropriation"], ("tollan",)),
        (["appropriation", "private-use"], ("tollan",)),
        ([], ()),
    ]


def test_a_sub_paragraph_pleads_by_itself():
    found = rows(
        count('He:\n\n1. {elements="appropriation"}\n   took [@order];\n2. left [@ledger].\n')
    )
    assert found["appropriation"] == ([("", ["1(a)"])], ["P001"])


def test_an_attached_block_pleads_for_its_paragraph():
    found = rows(count('He said:\n\n{elements="appropriation"}\n> Take it [@order].\n'))
    assert found["appropriation"] == ([("", ["1"])], ["P001"])


def test_a_bullet_pleads_for_its_paragraph():
    found = rows(
        count('He:\n\n- {elements="appropriation"}\n  took [@order];\n- left [@ledger].\n')
    )
    assert found["appropriation"] == ([("", ["1"])], ["P001", "P002"])


def test_a_bullet_in_a_sub_paragraph_pleads_for_the_sub_paragraph():
    found = rows(
        count('He:\n\n1. left:\n   - {elements="appropriation"}\n     took [@order].\n2. went.\n')
    )
    assert found["appropriation"] == ([("", ["1(a)"])], ["P001"])


def test_a_bullet_that_names_accused_pleads_for_them_alone():
    found = rows(
        CASAVANT | {"defendants/02-casavant.md": "---\nname: Mirne Casavant\n---\n"},
        {"counts/01-pillage.md": BOTH
         + 'They:\n\n- {elements="private-use" defendants="tollan"}\n  he ate [@order];\n- both left.\n'},
    )  # fmt: skip
    assert found["private-use"] == ([("EDRIC TOLLAN", ["1"]), ("MIRNE CASAVANT", [])], ["P001"])


def test_one_element_of_several_counts_on_the_same_particulars():
    several = {
        "counts/01-pillage.md": "---\ndefendants: [tollan]\noffence: pillage\ncounts:\n"
        "  - {id: one, title: A}\n"
        '  - {id: two, title: B}\n---\n\n{elements="appropriation two:private-use"}\nTaken.\n'
    }
    (paragraph,) = paragraphs(resolved(several).counts[0].blocks)
    assert [(s.count, s.element) for s in paragraph.serves] == [
        ("one", "appropriation"), ("two", "appropriation"), ("two", "private-use"),
    ]  # fmt: skip


def test_what_names_no_element_count_or_accused():
    wrong = count('{elements="apropriation" defendants="tolan"}\nTaken.\n')
    assert said(wrong) == [
        "XRF005 counts/01-pillage.md:7:12 “apropriation” is not an element of Pillage",
        "XRF005 counts/01-pillage.md:7:38 “tolan” names no accused",
    ]
    assert helps(wrong) == ["write appropriation", "write tollan"]
    assert codes(facts('{elements="theft:appropriation"}\nTaken.\n')) == ["XRF005"]
    assert codes(facts('{elements="appropriation"}\nTaken.\n')) == ["XRF005"]


def test_a_fault_on_a_heading_is_said_once():
    assert codes(count('{elements="x-y"}\n## Act\n\nOne.\n\nTwo.\n')) == ["XRF005"]
    assert codes(count('One.\n\n{elements="x-y"}\n> Quoted.\n\n{.continues elements="x-z"}\n'
    'More.\n')) == [
        "XRF005", "XRF005",
    ]  # fmt: skip


def test_prose_about_an_accused_concerns_that_accused():
    found = resolved(CASAVANT)
    assert paragraphs(found.accused[1].blocks)[0].defendants == ("casavant",)


def test_a_paragraph_without_a_number_pleads_all_the_same():
    found = rows(court(numbering="none"), count('{elements="appropriation"}\nTaken [@order].\n'))
    assert found["appropriation"] == ([("", ["paragraph"])], ["P001"])
