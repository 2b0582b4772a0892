"""2,000 edits of twelve kinds, drawn: both versions come out of each redline, and little more than must be is marked.

`pytest tests/redlines/test_drawn.py -rP` shows the figures.
"""

import sys
from collections import Counter

import pytest

from indictment import compare
from indictment.model.redline import Revision
from tests.redlines import pair_pages, resolving
from tests.redlines.drawing import KINDS, versions
from tests.redlines.judging import Figures, judge
from tests.redlines.printing import printed

MATTER = {
    path: text
    for path, text in pair_pages.matter().items()
    if not path.startswith(("facts/", "counts/", "exhibits/"))
} | {"defendants/01-tollan.md": "---\nname: Edric Tollan\n---\n\n@tollan commanded the Guard.\n"}
CHUNKS = 20
MATTERS_IN_A_CHUNK = 3
VERSIONS_OF_A_MATTER = 8

FIGURES: dict[bool, Figures] = {True: Figures(), False: Figures()}
"""By whether the matter has labels."""
DRAWN: Counter[str] = Counter()


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_both_versions_come_out_and_little_is_marked(chunk: int) -> None:
    for seed in range(chunk * MATTERS_IN_A_CHUNK, (chunk + 1) * MATTERS_IN_A_CHUNK):
        kept = None
        for number, (base, new, kinds) in enumerate(versions(seed, VERSIONS_OF_A_MATTER)):
            before = kept = kept or printed(MATTER | base.sources())
            after = printed(MATTER | new.sources())
            old = compare.Printed(Revision("old"), *before)
            other = compare.Printed(Revision("new"), *after)
            tidy = compare.redline(old, other).page
            numbers = resolving.NO_NUMBERS
            for resolved, version in (
                (resolving.accepted, after[1]),
                (resolving.rejected, before[1]),
            ):
                left, wanted = resolving.tree(resolved(tidy)), resolving.tree(version)
                said = f"matter {seed}, version {number}: {', '.join(kinds)}"
                assert resolving.normal(left, numbers) == resolving.normal(wanted, numbers), said
                assert resolving.printed_numbers(left) == resolving.printed_numbers(wanted), said
            bare = compare.redline(old, other, tidy=False).page
            found = judge(base, new, before[1], after[1], bare, tidy)
            found.edits = len(kinds)
            ratio = found.marked / max(1, found.least)
            found.worst = [(ratio, f"matter {seed}, version {number}: {', '.join(kinds)}")]
            FIGURES[base.labelled] += found
            DRAWN.update(kinds)


@pytest.mark.slow
@pytest.mark.parametrize(("labelled", "most"), [(True, 1.02), (False, 1.05)])
def test_the_figures(labelled: bool, most: float) -> None:
    """Runs after the chunks, over what they found; alone it says nothing."""
    found = FIGURES[labelled]
    if not found.versions:
        pytest.skip("the chunks were not run")
    lines = ["with labels:" if labelled else "without labels:", found.written()]
    lines += [f"  {ratio:.3f} {which}" for ratio, which in found.worst]
    sys.stdout.write("\n".join(lines) + "\n")
    assert found.stray == 0
    assert found.marked <= most * found.least
    assert found.read <= 1.15 * found.least
    assert found.missed <= (0 if labelled else 0.05 * found.moves)


@pytest.mark.slow
def test_hardly_anything_is_shown_as_moved_that_was_not() -> None:
    """At most one in a hundred. Without labels, what stands between edited paragraphs may hold its
    place while they are shown as moved around it."""
    moves = sum(one.moves for one in FIGURES.values())
    if not moves:
        pytest.skip("the chunks were not run")
    assert sum(one.false for one in FIGURES.values()) <= 0.01 * moves


@pytest.mark.slow
def test_there_were_enough_edits_of_each_kind() -> None:
    if not DRAWN:
        pytest.skip("the chunks were not run")
    sys.stdout.write("".join(f"{DRAWN[kind]:5} {kind}\n" for kind in KINDS))
    if sum(one.versions for one in FIGURES.values()) == (
        CHUNKS * MATTERS_IN_A_CHUNK * VERSIONS_OF_A_MATTER
    ):
        assert DRAWN.total() >= 2000
        assert min(DRAWN[kind] for kind in KINDS) >= 80
