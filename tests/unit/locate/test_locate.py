import pytest

from indictment import locate
from tests.unit.resolve.building import ANNEXED, resolved

FOUND = resolved(ANNEXED)


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("2", ["counts/01-pillage.md:8"]),
        ("paragraph 2", ["counts/01-pillage.md:8"]),
        ("para. 2", ["counts/01-pillage.md:8"]),
        ("§ 2", ["counts/01-pillage.md:8"]),
        ("2(a)", ["counts/01-pillage.md:10"]),
        ("1", ["facts/01-granary.md:6", "annexes/01-map.md:6"]),
        ("paragraph 1 of Annex A", ["annexes/01-map.md:6"]),
        ("fn 2", ["counts/01-pillage.md:10"]),
        ("footnote 1", ["counts/01-pillage.md:8"]),
        ("P001", ["exhibits/exhibits.yaml:2"]),
        ("p001", ["exhibits/exhibits.yaml:2"]),
        ("exhibit P002", ["exhibits/exhibits.yaml:11"]),
        ("count 1", ["counts/01-pillage.md:2"]),
        ("annex A", ["annexes/01-map.md:2"]),
        ("schedule A", ["schedules/dead.yaml:1"]),
        ("victim 2", ["schedules/dead.csv:3"]),
        ("victim 2 of Schedule A", ["schedules/dead.csv:3"]),
        ("@stores", ["facts/01-granary.md:6"]),
        ("v-two", ["schedules/dead.csv:3"]),
        ("order", ["exhibits/exhibits.yaml:2"]),
        ("41", []),
        ("fn 41", []),
        ("bundle 2", []),
        ("nothing", []),
        ("", []),
    ],
)
def test_what_is_printed_and_where_it_was_written(asked, places):
    found = locate.find(FOUND, asked)
    assert [f"{n.span.file}:{n.span.line}" for n in found] == places


def test_a_page_of_the_bundle_from_a_mapping_or_a_function():
    assert [n.printed for n in locate.find(FOUND, "bundle 57", {57: "exhibit-order"})] == ["P001"]
    assert [n.printed for n in locate.find(FOUND, "bundle page 9", lambda page: "x-taken")] == ["2"]
    assert locate.find(FOUND, "bundle 58", {57: "exhibit-order"}) == []


def test_the_hint_names_the_numbers_there_are():
    assert locate.hint(FOUND) == "ask for one of: 1 to 3; fn 1 to fn 2; count 1; P001 to P002"
