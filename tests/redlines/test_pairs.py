"""Each pair of tests/redlines/*.md: the redline says what a lawyer wrote, and both versions come out of it."""

from dataclasses import dataclass
from functools import cache

import pytest

from indictment import compare
from indictment.model.indictment import Indictment
from indictment.model.redline import Redline, Revision
from indictment.render.redline import views
from tests.redlines import pair_pages, reading, resolving
from tests.redlines.pair_pages import Pair
from tests.redlines.printing import printed, versions

MATTER = pair_pages.matter()
PAIRS = {
    f"{path.stem}: {pair.title}": pair
    for path in pair_pages.pages()
    for pair in pair_pages.read(path)
}
EACH = pytest.mark.parametrize("name", PAIRS)


@dataclass(frozen=True)
class Compared:
    """Two versions, their pages, and the redlines of both directions."""

    old: Indictment
    new: Indictment
    old_page: str
    new_page: str
    forwards: Redline
    backwards: Redline


@cache
def compared(name: str) -> Compared:
    pair = PAIRS[name]
    before, after = versions(MATTER, pair.old, pair.new)
    old, new = printed(before), printed(after)
    one = compare.Printed(Revision("old"), *old)
    other = compare.Printed(Revision("new"), *new)
    return Compared(
        old[0], new[0], old[1], new[1], compare.redline(one, other), compare.redline(other, one)
    )


def said(pair: Pair, page: str) -> list[str]:
    """The lines of the page, without those about lists that the pair does not speak of."""
    speaks = " ".join(pair.said or ())
    left_out = [kind for kind in ("list", "elements") if f" {kind} row" not in speaks]
    lines = [line for line in reading.lines(page) if line.where.split()[0] not in left_out]
    return [line.written.rstrip() for line in lines]


@EACH
def test_it_says_what_a_lawyer_would_mark(name: str) -> None:
    wanted = PAIRS[name].said
    assert wanted is not None, "the pair has no answer"
    found = said(PAIRS[name], compared(name).forwards.page)
    if len(wanted) != len(found) or not all(map(pair_pages.matches, wanted, found)):
        assert found == wanted


@EACH
@pytest.mark.parametrize("way", ["forwards", "backwards"])
def test_accepted_it_is_the_new_version_and_rejected_the_old_one(name: str, way: str) -> None:
    both = compared(name)
    ends = (both.old_page, both.new_page)
    old, new = ends if way == "forwards" else ends[::-1]
    page = getattr(both, way).page
    for resolved, version in ((resolving.accepted(page), new), (resolving.rejected(page), old)):
        left, wanted = resolving.tree(resolved), resolving.tree(version)
        assert _said(left) == _said(wanted)
        assert resolving.printed_numbers(left) == resolving.printed_numbers(wanted)


@EACH
def test_the_words_that_are_vouched_for_are_those_of_the_two_versions(name: str) -> None:
    both = compared(name)
    page = both.forwards.page
    assert views.words(page, "old") == views.words(both.old_page, "old")
    assert views.words(page, "new") == views.words(both.new_page, "new")


def _said(root: resolving.Element) -> list[str]:
    """All that a page says, its numbers too."""
    return resolving.normal(root, resolving.NO_NUMBERS)


@EACH
def test_numbers_that_changed_are_listed_apart(name: str) -> None:
    both = compared(name)
    listed = [(r.kind, r.old, r.new) for r in both.forwards.renumbered if r.old and r.new]
    labelled = {
        (one.kind, one.printed, other.printed)
        for one in both.old.numbered
        for other in both.new.numbered
        if one.label and (one.kind, one.label) == (other.kind, other.label)
        if one.printed != other.printed and one.kind not in ("row", "heading", "note")
        # (b) of 6 that is (b) of 9 has the number that it had
        if one.kind != "subparagraph" or _below(one.printed) != _below(other.printed)
    }
    if "labels" not in name:
        assert labelled <= set(listed), "a labelled piece has another number"
    wanted = PAIRS[name].renumbered
    if wanted is not None:
        assert sorted(listed) == sorted(wanted)


def _below(number: str) -> str:
    return number.lstrip("0123456789")


@EACH
def test_each_change_stands_on_the_page(name: str) -> None:
    redline = compared(name).forwards
    anchors = {node.get("id") for node in resolving.tree(redline.page).iter()}
    for change in redline.changes:
        assert not change.anchor or change.anchor in anchors, change
        assert not change.old_anchor or change.kind != "moved" or change.old_anchor in anchors
        assert change.passages, change
    assert [change.number for change in redline.changes] == list(range(1, len(redline.changes) + 1))
    marked = reading.lines(redline.page)
    assert bool(marked) == bool(redline.changes)


@EACH
def test_compared_with_itself_a_version_has_no_marks(name: str) -> None:
    both = compared(name)
    for indictment, page in ((both.old, both.old_page), (both.new, both.new_page)):
        version = compare.Printed(Revision("same"), indictment, page)
        redline = compare.redline(version, version)
        assert redline.is_empty
        assert reading.lines(redline.page) == []


@EACH
def test_it_is_the_same_each_time(name: str) -> None:
    both = compared(name)
    again = compare.redline(
        compare.Printed(Revision("old"), both.old, both.old_page),
        compare.Printed(Revision("new"), both.new, both.new_page),
    )
    assert again.page == both.forwards.page
    assert again.changes == both.forwards.changes


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) == sum(len(pair_pages.read(path)) for path in pair_pages.pages())
    assert len(PAIRS) >= 60
