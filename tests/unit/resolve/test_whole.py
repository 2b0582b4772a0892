"""The title page, what makes an indictment confidential, and files that are unreadable."""

import pytest

from indictment import parse, resolve
from indictment.folder import MemoryFolder
from indictment.model.blocks import Name
from tests.unit.resolve.building import EMPTY, FILES, count, court, facts, resolved
from tests.unit.resolve.dump import words


def matter(lines: str) -> dict[str, str]:
    return {"matter.yaml": f"title: The Case\ncourt: test\ndate: 2021-05-04\n{lines}"}


@pytest.mark.parametrize(
    "added",
    [
        matter("classification: under-seal\n"),
        {"persons.yaml": "persons:\n  k7: {printed: Witness K-7, protected: true}\n"},
        {"exhibits/exhibits.yaml": "exhibits:\n  a: {title: A, classification: confidential}\n"},
        count('He met [John Doe]{.redact code="B.2"}.\n'),
        count('One^[It was [John Doe]{.redact code="B.2"}.].\n'),
    ],
)
def test_what_makes_it_confidential(added):
    found = resolved(added)
    assert found.confidential
    assert found.title_page.classification in ("Confidential", "Under seal")


def test_what_is_public_says_so():
    assert not resolved().confidential
    assert resolved().title_page.classification == "Public"


def test_the_title_page():
    found = resolved(matter('version: {ordinal: 2}\nnotice: "For [@charter], see @tollan."\n'))
    page = found.title_page
    assert (page.title, page.short_title, page.instrument) == (
        "The Case",
        "The Case",
        "Second Amended Indictment",
    )
    assert page.date == "4\u00a0May 2021"
    assert words(page.notice) == "For,[1] see EDRIC TOLLAN."


def test_annexes_schedules_and_lists_are_lettered_in_the_order_of_the_court():
    found = resolved(
        {"annexes/02-b.md": "---\ntitle: B\n---\n\nText.\n", "annexes/01-a.md": "---\n"
        "title: A\n---\n\nText.\n",
         "schedules/s.yaml": "title: S\ncolumns: [{key: k, heading: K}]\n"
         "", "schedules/s.csv": "k\nv\n"}
    )  # fmt: skip
    printed = [s.heading.replace("\u00a0", " ") for s in (*found.annexes, *found.schedules)]
    assert printed == ["Annex A: A", "Annex B: B", "Schedule A: S"]
    assert found.headings["exhibit-list"] == "Annex\u00a0C: List of exhibits"
    assert found.headings["elements-table"] == "Annex\u00a0D: Table of elements"


def test_emphasis_terms_languages_and_breaks_are_kept():
    found = resolved(count('*A* **b** ["C"]{.term} [«Д»]{lang="uk"}\\\nend.\n'))
    assert words(found.counts[0].blocks[0].content) == "*A* **b** _“C”_ {uk: «Д»} / end."


def test_a_file_that_could_not_be_read_is_not_followed_by_unknown_labels():
    files = FILES | count("By @taken and [@granary, p. 2], against the word of @nobody.\n")
    files |= {"facts/01-stores.md": "---\ntitle: [\n---\n\n{#taken}\nTaken.\n"}
    files |= {"exhibits/more.yaml": "exhibits:\n  granary: {title: Granary, pages: many}\n"}
    read = parse.matter(MemoryFolder(files), EMPTY)
    assert read.diagnostics
    assert read.value is not None
    found = resolve.indictment(read.value, {}).diagnostics
    assert [d.message for d in found] == ["“nobody” names nothing in this matter"]


def test_order_of_parts_left_out():
    found = resolved(facts("One.\n"))
    assert [n.kind for n in found.numbered] == [
        "heading",
        "paragraph",
        "count",
        "paragraph",
        "exhibit",
        "exhibit",
        "exhibit",
    ]


def test_a_form_without_a_part_on_the_accused_still_names_them():
    found = resolved(count("By @tollan.\n"), court(order="[title, counts]"))
    assert [one.name for one in found.accused] == ["EDRIC LOWE TOLLAN"]
    assert words(found.charged) == "EDRIC TOLLAN"
    (name,) = [p for p in found.counts[0].blocks[0].content if isinstance(p, Name)]
    assert name.anchor == ""


def test_words_from_yaml_are_set_as_a_printer_sets_them():
    listed = {
        "exhibits/exhibits.yaml": "exhibits:\n"
        "  a: {title: 'The \"Blue\" Plan, the guard''s copy of 2 May 2019'}\n"
    }
    assert (
        resolved(listed).exhibits[0].title == "The “Blue” Plan, the guard’s copy of 2\u00a0May 2019"
    )
