"""300 drawn edits: each lands, as the sources print what Word shows, or it is told; none is lost."""

import pytest

from indictment.pipeline import absorbing
from tests.absorb.drawing import drawn
from tests.absorb.matters import exported, silently_lost

SEEDS = [
    *(("small", seed) for seed in range(240)),
    *(pytest.param("republic", seed, marks=pytest.mark.slow) for seed in range(240, 300)),
]


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
