"""The invented matter that carries the load: what it holds, and that it is built as confidential."""

import pytest

from indictment import pipeline
from indictment.model.blocks import ExhibitCitation
from indictment.model.indictment import Indictment
from tests import built
from tests.built import GOLDEN, BuiltMatter


@pytest.fixture(scope="module")
def republic() -> BuiltMatter:
    return built.republic()


@pytest.fixture(scope="module")
def indictment() -> Indictment:
    checked = pipeline.check(GOLDEN / "republic")
    assert checked.diagnostics == ()
    assert checked.indictment is not None
    return checked.indictment


def test_it_carries_the_load(indictment: Indictment) -> None:
    counts = [count for group in indictment.counts for count in group.counts]
    kinds = [one.kind for one in indictment.numbered]
    assert len(indictment.accused) == 8
    assert len(counts) == 6
    assert kinds.count("paragraph") >= 150
    assert kinds.count("subparagraph") > 0
    assert sum(bool(citation.places) for citation in indictment.citations) >= 250
    assert indictment.schedules
    assert indictment.annexes
    assert indictment.matter.persons is not None
    assert any(person.protected for person in indictment.matter.persons.persons.values())


def test_two_counts_share_particulars_and_one_is_in_the_alternative(indictment: Indictment) -> None:
    assert [len(group.counts) for group in indictment.counts if len(group.counts) > 1] == [2]
    counts = [count for group in indictment.counts for count in group.counts]
    assert sum(count.alternative_to is not None for count in counts) == 1


def test_modes_differ_from_accused_to_accused(indictment: Indictment) -> None:
    group = indictment.counts[0]
    assert len({charge.modes for count in group.counts for charge in count.charges}) > 1


def test_some_notes_cite_nothing_and_cells_of_the_schedule_do(indictment: Indictment) -> None:
    assert any(
        not any(isinstance(piece, ExhibitCitation) for piece in note.content)
        for note in indictment.notes
    )
    assert any(citation.span.file.endswith(".csv") for citation in indictment.citations)


@pytest.mark.slow
def test_it_is_built_under_names_that_say_confidential(republic: BuiltMatter) -> None:
    assert sorted(made.name for made in republic.built.made) == [
        "bundle-confidential.pdf",
        "indictment-confidential.docx",
        "indictment-confidential.html",
        "indictment-confidential.pdf",
    ]
    assert not [p for p in (republic.root / "build").glob("*.pdf") if "confidential" not in p.name]


@pytest.mark.slow
def test_each_page_of_the_indictment_says_confidential(republic: BuiltMatter) -> None:
    for number, text in enumerate(republic.pdf, start=1):
        assert "CONFIDENTIAL" in text, f"page {number}"
    pages = len(republic.pdf)
    for number, text in enumerate(republic.bundle[:pages], start=1):
        assert "CONFIDENTIAL" in text, f"page {number} of the bundle"


@pytest.mark.slow
def test_each_page_of_the_bundle_says_confidential(republic: BuiltMatter) -> None:
    silent = [n for n, text in enumerate(republic.bundle, 1) if "confidential" not in text.lower()]
    assert silent == []
