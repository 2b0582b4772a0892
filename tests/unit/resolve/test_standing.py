"""Where the files of facts/ stand, and the rank of headings where the form writes none above them."""

import pytest

from indictment.model.blocks import Heading
from tests.unit.resolve.building import count, court, facts, headings, paragraphs, resolved
from tests.unit.resolve.dump import words

THREE = {
    "facts/01-history.md": "---\ntitle: Procedural history\npart: opening\n---\n\nFirst.\n",
    "facts/02-granary.md": "---\ntitle: The Granary\n---\n\nSecond.\n",
    "facts/03-relief.md": "---\ntitle: Relief sought\npart: closing\n---\n\n{#asked}\nLast.\n",
}


def test_the_closing_part_is_numbered_after_the_counts() -> None:
    found = resolved(THREE)
    numbers = {s.heading: paragraphs(s.blocks)[0].number for s in found.statement}
    assert numbers == {"Procedural history": "1", "The Granary": "2", "Relief sought": "4"}
    assert paragraphs(found.counts[0].blocks)[0].number == "3"
    assert [s.part for s in found.statement] == ["opening", "facts", "closing"]


def test_a_paragraph_of_the_closing_part_has_its_address() -> None:
    last = paragraphs(resolved(THREE).statement[-1].blocks)[0]
    assert last.place == ("Relief sought", "paragraph 4")


def test_a_closing_part_with_a_series_of_its_own_is_named_in_references() -> None:
    text = {"facts/02-granary.md": "---\ntitle: The Granary\n---\n\nSee @asked.\n"}
    found = resolved(THREE, text, court(numbering="by-section"))
    assert (
        words(paragraphs(found.statement[1].blocks)[0].content)
        == "See ‹paragraph~1 of Relief sought›."
    )


@pytest.mark.parametrize(("heading", "level"), [("STATEMENT OF FACTS", 3), ("", 2)])
def test_headings_are_a_rank_higher_below_a_part_without_a_heading(
    heading: str, level: int
) -> None:
    form = court(headings=f'{{facts: "{heading}"}}')
    found = resolved(facts("## One\n\nText.\n\n### Two\n\nText.\n"), form)
    assert [h.level for h in headings(found.statement[0].blocks)] == [level, level + 1]


def test_headings_of_an_opening_without_a_title_are_of_the_first_rank() -> None:
    found = resolved({"facts/01-i.md": "---\npart: opening\n---\n\n## One\n\nText.\n"})
    (heading,) = headings(found.statement[0].blocks)
    assert isinstance(heading, Heading)
    assert heading.level == 1


def test_counts_without_a_heading_above_them_are_of_the_first_rank() -> None:
    found = resolved(count("## One\n\nText.\n"), court(headings='{counts: ""}'))
    assert [h.level for h in headings(found.counts[0].blocks)] == [2]


def test_the_title_page_names_what_the_court_wants_named() -> None:
    lines = (
        "caption:\n  - lines: [Pre-Trial Chamber II]\n"
        '  - {name: Before, lines: ["Judge Ada Example, Presiding Judge", Judge Bo Example]}\n'
        "recipients:\n  - {name: Counsel, lines: [Ms Dee Example]}\n"
    )
    page = resolved(
        {"matter.yaml": f"title: The Case\ncourt: test\ndate: 2021-05-04\n{lines}"}
    ).title_page
    assert [(c.name, c.lines) for c in page.caption] == [
        ("", ("Pre-Trial Chamber II",)),
        ("Before", ("Judge\xa0Ada Example, Presiding Judge", "Judge\xa0Bo Example")),
    ]
    assert [(c.name, c.lines) for c in page.recipients] == [("Counsel", ("Ms\xa0Dee Example",))]


def test_accused_without_a_heading_above_them_still_have_a_series_with_a_name() -> None:
    accused = {"defendants/01-tollan.md": "---\nname: Edric Tollan\n---\n\n{#born}\nBorn.\n"}
    form = court(numbering="by-section", headings='{accused: ""}')
    found = resolved(accused, count("See @born.\n"), form)
    said = words(paragraphs(found.counts[0].blocks)[0].content)
    assert said == "See ‹paragraph~1 of The accused›."
