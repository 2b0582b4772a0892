import pytest

from indictment.diagnostics import Span
from indictment.resolve import places
from tests.unit.resolve.building import ANNEXED, parsed, resolved

FOUND = resolved(ANNEXED)


@pytest.mark.parametrize(
    ("file", "line", "column", "place"),
    [
        ("counts/01-pillage.md", 2, 1, ("Count 1 (Pillage)",)),
        ("counts/01-pillage.md", 7, 3, ("Count 1 (Pillage)", "Particulars", "paragraph 2")),
        ("counts/01-pillage.md", 8, 9, ("Count 1 (Pillage)", "Particulars", "paragraph 2")),
        ("counts/01-pillage.md", 10, 6, ("Count 1 (Pillage)", "Particulars", "paragraph 2(a)")),
        ("counts/01-pillage.md", 12, 6, ("Count 1 (Pillage)", "Particulars", "paragraph 3")),
        ("defendants/01-tollan.md", 2, 7, ("The accused", "Edric Tollan")),
        ("facts/01-granary.md", 6, 1, ("Statement of facts", "The Granary", "paragraph 1")),
        ("annexes/01-map.md", 6, 1, ("Annex A: Map", "paragraph 1")),
        ("annexes/01-map.md", 2, 1, ("Annex A: Map",)),
        ("schedules/dead.csv", 3, 1, ("Schedule A: The dead", "victim 2")),
        ("schedules/dead.yaml", 2, 1, ("Schedule A: The dead",)),
        ("exhibits/exhibits.yaml", 5, 5, ("Annex B: List of exhibits", "P001")),
        ("matter.yaml", 1, 1, ()),
    ],
)
def test_the_address_of_a_span(file, line, column, place):
    assert places.of(FOUND, Span.on_line(file, line, column, 1)) == place


def test_the_address_before_there_are_numbers():
    matter = parsed(ANNEXED)
    assert places.in_matter(matter, Span("counts/01-pillage.md", 8)) == (
        "counts/01-pillage.md (Pillage)",
    )
    assert places.in_matter(matter, Span("schedules/dead.csv", 2)) == (
        "schedules/dead.csv (The dead)",
    )
    assert places.in_matter(matter, Span("matter.yaml")) == ()


def test_every_paragraph_knows_its_place():
    for numbered in FOUND.numbered:
        assert numbered.place
        if numbered.kind == "paragraph":
            assert numbered.place[-1] == f"paragraph {numbered.printed}"
