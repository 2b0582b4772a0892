"""The numbers of headings, where the form has them: I., A., 1., a. by rank."""

from indictment import locate
from tests.unit.resolve.building import count, court, headings, paragraphs, resolved
from tests.unit.resolve.dump import words

FORMS = '["{I}.", "{A}.", "{1}.", "{a}."]'
FACTS = {
    "facts/01-history.md": "---\ntitle: History\npart: opening\n---\n\nFirst.\n",
    "facts/02-granary.md": "---\ntitle: Granary\n---\n\n## One\n\nText.\n\n### Two\n\nText.\n\n"
    "### Three\n\nText.\n\n## Four\n\nText.\n\n### Five\n\nText.\n",
    "facts/03-mill.md": "---\ntitle: Mill\n---\n\nText.\n",
    "facts/04-relief.md": "---\ntitle: Relief\npart: closing\n---\n\nLast.\n",
    "annexes/01-map.md": "---\ntitle: Map\n---\n\n## North\n\nHere.\n",
}
PROSE = count("## The taking\n\nText.\n\n## The keeping\n\nText.\n")


def test_headings_are_numbered_by_rank_through_the_whole_document() -> None:
    found = resolved(FACTS, PROSE, court(heading_numbering=FORMS))
    history, granary, mill, relief = found.statement
    assert history.heading_number == "I."
    assert found.heading_numbers["accused"] == "II."
    assert found.accused[0].heading_number == "A."
    assert found.heading_numbers["facts"] == "III."
    assert (granary.heading_number, mill.heading_number) == ("A.", "B.")
    numbers = [(h.level, h.number) for h in headings(granary.blocks)]
    assert numbers == [(3, "1."), (4, "a."), (4, "b."), (3, "2."), (4, "a.")]
    assert found.heading_numbers["counts"] == "IV."
    assert relief.heading_number == "V."


def test_a_count_has_no_number_but_its_own_and_what_is_below_begins_again() -> None:
    second = {
        "counts/02-again.md": "---\ntitle: Again\noffence: pillage\ndefendants: [tollan]\n---\n\n"
        "## The selling\n\nText.\n"
    }
    found = resolved(PROSE, second, court(heading_numbering='["", "", "({A})"]'))
    assert [[h.number for h in headings(group.blocks)] for group in found.counts] == [
        ["(A)", "(B)"],
        ["(A)"],
    ]


def test_what_is_attached_keeps_its_own_numbers() -> None:
    found = resolved(FACTS, court(heading_numbering=FORMS))
    assert [h.number for h in headings(found.annexes[0].blocks)] == [""]


def test_no_heading_is_numbered_where_the_form_does_not_say_so() -> None:
    found = resolved(FACTS)
    assert not any(found.heading_numbers.values())
    assert not any(h.number for s in found.statement for h in headings(s.blocks))


BARE = {
    "facts/01-granary.md": "---\ntitle: Granary\n---\n\n{#stores}\n## One\n\nText.\n\n"
    "{#barn}\n### Two\n\nSee @stores, @barn, @keeping and @granary; [-@barn].\n",
    **count("## The taking\n\nText.\n\n{#keeping}\n## The keeping\n\nText.\n"),
}


def test_a_heading_is_named_by_its_number_where_no_paragraph_has_one() -> None:
    dotted = resolved(BARE, court(numbering="none", heading_numbering=FORMS))
    said = words(paragraphs(dotted.statement[0].blocks)[-1].content)
    assert said == (
        "See ‹section~II.A.1›, ‹section~II.A.1.a›, ‹section~III.2 of Count~1› and ‹section~II.A›;"
        " ‹II.A.1.a›."
    )
    forms = '["", "{I}.", "({A})", "({1})"]'
    bracketed = resolved(BARE, court(numbering="none", heading_numbering=forms))
    said = words(paragraphs(bracketed.statement[0].blocks)[-1].content)
    assert said.startswith("See ‹section~I(A)›, ‹section~I(A)(1)›, ‹section~(B) of Count~1›")


def test_a_heading_above_numbered_paragraphs_is_still_named_by_them() -> None:
    found = resolved(BARE, court(heading_numbering=FORMS))
    said = words(paragraphs(found.statement[0].blocks)[-1].content)
    assert said.startswith("See ‹paragraphs~1 and~2›, ‹paragraph~2›, ‹paragraph~4›")


def test_a_section_is_found_by_its_number() -> None:
    found = resolved(BARE, court(numbering="none", heading_numbering=FORMS))
    (barn,) = locate.find(found, "section II.A.1.a")
    assert barn.label == "barn"


def test_a_section_is_found_by_its_number_where_paragraphs_have_numbers_too() -> None:
    found = resolved(BARE, court(heading_numbering=FORMS))
    (barn,) = locate.find(found, "section II.A.1.a")
    assert barn.label == "barn"


def test_a_section_is_found_in_its_count() -> None:
    second = {
        "counts/02-again.md": "---\ntitle: Again\noffence: pillage\ndefendants: [tollan]\n---\n\n"
        "{#selling}\n## The selling\n\nText.\n"
    }
    found = resolved(BARE, second, court(heading_numbering='["", "", "({A})"]'))
    assert len(locate.find(found, "section (A)")) == 3
    (selling,) = locate.find(found, "section (A) of Count 2")
    assert selling.label == "selling"
