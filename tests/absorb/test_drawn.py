"""300 drawn edits: each lands, as the sources print what Word shows, or it is told; none is lost."""

from collections.abc import Iterator

import pytest

from indictment.folder import Folder
from indictment.folder.digest import digest
from indictment.model.indictment import Indictment
from indictment.model.word import WordDocument
from indictment.pipeline import absorbing, bases
from tests.absorb.drawing import drawn
from tests.absorb.matters import exported, silently_lost

SEEDS = [
    *(("small", seed) for seed in range(276)),
    *(pytest.param("republic", seed, marks=pytest.mark.slow) for seed in range(276, 300)),
]


@pytest.fixture(scope="module", autouse=True)
def _base_is_made_once() -> Iterator[None]:
    """All edits of a matter have one base; its document is made for the first of them."""
    made: dict[tuple[str, int], WordDocument] = {}
    real = bases.word_document

    def word_document(folder: Folder, indictment: Indictment) -> WordDocument:
        key = (digest(folder), indictment.draft_errors)
        if key not in made:
            made[key] = real(folder, indictment)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bases, "word_document", word_document)
        yield


@pytest.mark.parametrize(("name", "seed"), SEEDS)
def test_each_edit_lands_or_is_told(name: str, seed: int) -> None:
    matter = exported(name)
    made = drawn(matter, seed)
    found = absorbing.absorbed(matter.root, made.data)
    if not made.done:
        assert not found.is_refused
        assert not found.landed
        return
    if found.is_refused:
        assert found.missed or found.diagnostics, f"refused for no edit: {found.refused}"
        assert not found.missed, f"did not land: {made.done}: {found.missed}"
        return
    assert found.landed, made.done
    assert silently_lost(matter, made.data, found) == ([], []), made.done


def test_most_land() -> None:
    matter = exported("small")
    results = [absorbing.absorbed(matter.root, drawn(matter, seed).data) for seed in range(60)]
    whole = [r for r in results if not r.is_refused and not r.conflicts]
    assert len(whole) >= 40
