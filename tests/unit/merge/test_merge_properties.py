"""Whatever two sides do: nothing is lost, and what only one side did is done."""

import re
from dataclasses import dataclass

from hypothesis import example, given, settings
from hypothesis import strategies as st

from indictment.merge import keys as keys_of
from indictment.merge import merged, paragraphs
from indictment.merge.joining import Three, joined
from indictment.merge.whole import _FRONT, Manner, _between, _paragraph

NAMES = ("ours", "theirs")
PATHS = st.sampled_from(["counts/01.md", "exhibits/a.yaml", "schedules/a.csv"])

LINES = st.sampled_from(
    ["", "", "{#one}", "{#two .continues}", "# Head", "## Head", "A few words of it.", "More words",
     "1. an item", "   2. {#item}", "   its words", "- point", "| a | b |", "|---|---|", "> quoted",
     "[^n]: a note", "<!-- a note", "-->", "<!-- all -->", "---", "title: A", "list: [a, b]", "  key: B",
     "  - item: C", "    deeper: D", "# comment", "  # comment", "a,b,c", '"x,', 'y",z', "\t", "  "]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(["", "\n"]).map(lambda end: "\n".join(lines) + end)
)


def manner() -> Manner:
    return Manner(_paragraph, lambda a, b: f"<{a}|{b}>", _between)


@given(TEXTS)
def test_every_sign_of_a_text_is_in_its_series(text: str) -> None:
    assert paragraphs.blocks(text).text == text
    assert paragraphs.rows(text).text == text
    found = keys_of.entries(text)
    assert found is None or found.text == text


@given(TEXTS, TEXTS)
@example("title: A\ntitle: A", "")
@settings(max_examples=300)
def test_what_only_one_side_changed_is_as_that_side_has_it(base: str, other: str) -> None:
    """The parts, without the short cut that `merged` takes where a whole file is unchanged."""
    for read in (paragraphs.blocks, paragraphs.rows):
        b, x = read(base), read(other)
        assert joined(Three(b, b, x), manner()).text == other
        assert joined(Three(b, x, b), manner()).text == other
        assert joined(Three(b, x, x), manner()).text == other
    for three in ((base, base, other), (base, other, base), (base, other, other)):
        found = keys_of.merged(three, manner())
        assert found is None or (found.text, found.conflicts) == (other, ())


@given(TEXTS, TEXTS, PATHS)
def test_the_whole_file_as_well(base: str, other: str, path: str) -> None:
    for three in ((base, base, other), (base, other, base), (base, other, other)):
        found = merged(*three, names=NAMES, path=path)
        assert (found.text, found.conflicts) == (other, ())


@given(TEXTS, TEXTS, TEXTS, PATHS)
@settings(max_examples=400)
def test_any_three_texts_have_one_with_all_its_conflicts_shown(
    base: str, ours: str, theirs: str, path: str
) -> None:
    found = merged(base, ours, theirs, names=NAMES, path=path)
    assert found == merged(base, ours, theirs, names=NAMES, path=path)
    lines = found.text.split("\n")
    assert found.text.count("<<<<<<< ours\n") == len(found.conflicts)
    for conflict in found.conflicts:
        assert lines[conflict.line - 1] == "<<<<<<< ours"
    # No word is lost that a side wrote, and none comes from nowhere.
    known = words(base) | words(ours) | words(theirs)
    assert words(found.text) - {"ours", "theirs"} <= known
    assert (words(ours) | words(theirs)) - words(base) <= words(found.text)


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


@dataclass(frozen=True)
class Side:
    """One side's edits of a document of numbered paragraphs of numbered words."""

    name: str
    changed: dict[int, int]
    """Paragraph -> the word in it that is another now."""
    deleted: frozenset[int]
    put_in: dict[int, int]
    """Behind this paragraph so many new ones."""
    moved: tuple[int, int] | None

    def text(self, size: int) -> str:
        order = list(range(size))
        if self.moved:
            order.insert(self.moved[1] % size, order.pop(self.moved[0] % size))
        made = []
        for n in order:
            if n not in self.deleted:
                made.append(paragraph(n, {self.changed[n]: self.name} if n in self.changed else {}))
            for k in range(self.put_in.get(n, 0)):
                made.append(" ".join(f"{self.name}{n}x{k}x{w}" for w in range(7)) + ".")
        return "\n\n".join(made) + "\n"


def paragraph(n: int, changed: dict[int, str]) -> str:
    label = f"{{#label-{n}}}\n" if n % 2 else ""
    return label + " ".join(f"{changed.get(w, 'w')}{n}x{w}" for w in range(12)) + "."


def sides(name: str) -> st.SearchStrategy[Side]:
    place = st.integers(0, 7)
    return st.builds(
        Side,
        st.just(name),
        st.dictionaries(place, st.integers(0, 11), max_size=3),
        st.frozensets(place, max_size=2),
        st.dictionaries(place, st.integers(1, 2), max_size=2),
        st.none() | st.tuples(place, place),
    )


@given(sides("o"), sides("t"))
@settings(max_examples=400)
def test_each_edit_lands_or_is_in_a_conflict(ours: Side, theirs: Side) -> None:
    base = Side("w", {}, frozenset(), {}, None).text(8)
    mine, yours = ours.text(8), theirs.text(8)
    found = merged(base, mine, yours, names=NAMES)
    there = found.text.split()
    where = {tuple(c.base.split()): c for c in found.conflicts}
    for n in range(8):
        conflict = where.get(tuple(paragraph(n, {}).split()))
        words = [side.changed.get(n) for side in (ours, theirs) if n not in side.deleted]
        edits = [w for w in words if w is not None]
        deletions = (n in ours.deleted) + (n in theirs.deleted)
        if deletions == 2 or (deletions and not edits):
            assert conflict is None
            assert not any(re.search(rf"[wot]{n}x\d+\b(?!x)", word) for word in there)
        elif deletions:
            assert conflict is not None
            assert conflict.kind == "deleted"
        elif len(edits) == 2 and abs(edits[0] - edits[1]) <= 1:
            assert conflict is not None
            assert conflict.kind == "edited"
        else:
            assert conflict is None
            changed = {side.changed[n]: side.name for side in (ours, theirs) if n in side.changed}
            for word in paragraph(n, changed).split():
                assert there.count(word) == 1
    for side in (ours, theirs):
        for n, many in side.put_in.items():
            for k in range(many):
                assert there.count(f"{side.name}{n}x{k}x0") == 1
    assert not re.search(r"\n{3}", found.text)


@given(TEXTS, TEXTS, TEXTS)
def test_front_matter_stays_in_front(base: str, ours: str, theirs: str) -> None:
    front = "---\ntitle: A\n---\n"
    found = merged(front + base, front + ours, front + theirs, names=NAMES)
    assert _FRONT.match(found.text)
    assert found.text.startswith(front)
