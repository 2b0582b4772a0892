"""Filed numbers: who keeps one, what is printed where its paragraph is gone, what is new."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indictment.diagnostics import Span
from indictment.edit import freeze
from indictment.model.blocks import Paragraph
from indictment.model.indictment import Indictment
from indictment.resolve import suffixes
from indictment.resolve.filed import Filed
from indictment.resolve.frozen import Plan, Spot, plan
from tests.unit.resolve.building import codes, count, court, facts, parsed, resolved, said
from tests.unit.resolve.dump import words

FROZEN = court(amended_numbering="frozen")
Part = Sequence[tuple[str, str]]


def prose(*labels: str) -> str:
    """A paragraph for each label; "# Words" is a heading."""
    return "\n".join(
        f"#{one}\n" if one.startswith("#") else f"{{#{one}}}\nThis is {one}.\n" for one in labels
    )


def filed(first: Indictment) -> dict[str, str]:
    """numbers.yaml of what was filed."""
    assert freeze.unlabelled(first) == ()
    return {"numbers.yaml": freeze.written(first)}


def printed(found: Indictment) -> list[str]:
    """Each numbered paragraph in order, as "32A words"."""
    parts = (*found.accused, *found.statement, *found.counts, *found.annexes)
    return [
        f"{block.number} {words(block.content)}"
        for part in parts
        for block in part.blocks
        if isinstance(block, Paragraph) and block.number
    ]


def amended(before: str, after: str) -> list[str]:
    """What the statement of facts prints after it was filed as `before` and amended to `after`."""
    end = count("{#end}\nThe end.\n")
    numbers = filed(resolved(facts(before), end, FROZEN))
    return printed(resolved(facts(after), end, FROZEN, numbers))


def test_nothing_changes_where_nothing_was_amended() -> None:
    text = prose("a", "b", "c")
    assert amended(text, text) == ["1 This is a.", "2 This is b.", "3 This is c.", "4 The end."]


def test_what_is_new_stands_between_and_at_the_beginning() -> None:
    found = amended(prose("a", "b"), prose("x", "a", "y", "z", "b"))
    assert [one.split(" ")[0] for one in found] == ["0A", "1", "1A", "1B", "2", "3"]


def test_what_is_new_at_the_end_counts_on() -> None:
    numbers = filed(resolved(count(prose("a", "b")), FROZEN))
    found = resolved(count(prose("a", "b", "x", "y")), FROZEN, numbers)
    assert [one.split(" ")[0] for one in printed(found)] == ["1", "2", "3", "4"]


def test_what_is_gone_is_printed_as_withdrawn_and_what_replaces_it_stands_behind() -> None:
    assert amended(prose("a", "b", "c"), prose("a", "x", "c"))[:4] == [
        "1 This is a.", "2 [withdrawn]", "2A This is x.", "3 This is c.",
    ]  # fmt: skip


def test_what_is_gone_stays_in_its_section() -> None:
    before = prose("# One", "a", "b", "# Two", "c", "d")
    assert amended(before, prose("# One", "a", "b", "x", "# Two", "d")) == [
        "1 This is a.", "2 This is b.", "2A This is x.", "3 [withdrawn]", "4 This is d.", "5 The end.",
    ]  # fmt: skip
    assert amended(before, prose("# One", "a", "x", "# Two", "c", "d"))[1:3] == [
        "2 [withdrawn]", "2A This is x.",
    ]  # fmt: skip


def test_what_is_gone_begins_its_section_where_nothing_else_of_it_is_left() -> None:
    before = prose("# One", "a", "# Two", "b", "# Three", "c")
    found = amended(before, prose("# One", "a", "x", "# Two", "y", "# Three", "c"))
    assert found[:5] == [
        "1 This is a.", "1A This is x.", "2 [withdrawn]", "2A This is y.", "3 This is c.",
    ]  # fmt: skip
    assert amended(before, prose("# One", "a", "# Three", "c"))[:3] == [
        "1 This is a.", "2 [withdrawn]", "3 This is c.",
    ]  # fmt: skip


def test_what_moved_is_numbered_anew_and_its_old_place_says_where_it_is() -> None:
    assert amended(prose("a", "b", "c", "d"), prose("a", "d", "b", "c")) == [
        "1 This is a.", "1A This is d.", "2 This is b.", "3 This is c.", "4 [now ‹paragraph~1A›]",
        "5 The end.",
    ]  # fmt: skip


def test_what_became_a_sub_paragraph_is_named_at_its_old_place() -> None:
    after = "{#a}\nThis is a:\n\n1. {#b}\n   This is b.\n"
    assert amended(prose("a", "b"), after)[1] == "2 [now ‹paragraph~1(a)›]"


def test_what_lost_its_number_is_withdrawn() -> None:
    assert amended(prose("a", "b"), prose("a") + "\n{#b .unnumbered}\nThis is b.\n")[1] == (
        "2 [withdrawn]"
    )


def test_a_second_amendment_keeps_what_the_first_one_filed() -> None:
    end = count("{#end}\nThe end.\n")
    first = filed(resolved(facts(prose("a", "b", "c")), end, FROZEN))
    second = filed(resolved(facts(prose("a", "x", "b")), end, FROZEN, first))
    found = resolved(facts(prose("a", "u", "x", "v", "b", "w")), end, FROZEN, second)
    assert printed(found) == [
        "1 This is a.", "1.1 This is u.", "1A This is x.", "1B This is v.", "2 This is b.",
        "3 [withdrawn]", "3A This is w.", "4 The end.",
    ]  # fmt: skip


def test_a_withdrawn_number_is_not_given_again_after_it_was_filed() -> None:
    end = count("{#end}\nThe end.\n")
    first = filed(resolved(facts(prose("a", "b")), end, FROZEN))
    assert printed(resolved(facts(prose("a")), end, FROZEN, first))[1] == "2 [withdrawn]"
    assert printed(resolved(facts(prose("a", "b")), end, FROZEN, first))[1] == "2 This is b."
    second = filed(resolved(facts(prose("a")), end, FROZEN, first))
    assert printed(resolved(facts(prose("a", "b")), end, FROZEN, second))[1:3] == [
        "2 [withdrawn]", "2A This is b.",
    ]  # fmt: skip


def test_references_ranges_and_the_index_print_the_same_numbers() -> None:
    before = prose("# One", "a", "b") + "\n{#part}\n" + prose("## Two", "c", "d")
    after = prose("# One", "a", "x", "b") + "\n{#part}\n" + prose("## Two", "c", "y", "d")
    end = count("{#end}\nSee @x, @part and @granary.\n")
    found = resolved(
        facts(after),
        end,
        FROZEN,
        filed(resolved(facts(before), count("{#end}\nThe end.\n"), FROZEN)),
    )
    assert printed(found)[-1] == (
        "5 See ‹paragraph~1A›, ‹paragraphs~3 to~4› and ‹paragraphs~1 to~4›."
    )
    (place,) = [one for one in found.numbered if one.printed == "1A"]
    assert (place.label, place.place) == (
        "x",
        ("Statement of facts", "The Granary", "paragraph 1A"),
    )


def test_neighbours_are_named_by_their_place_and_not_by_their_number() -> None:
    before = "{#part}\n" + prose("# One", "a", "b")
    end = count("{#end}\nSee @part.\n")
    numbers = filed(resolved(facts(before), end, FROZEN))
    assert printed(resolved(facts(before), end, FROZEN, numbers))[-1].endswith("1 and~2›.")
    more = "{#part}\n" + prose("# One", "a", "x", "b")
    assert printed(resolved(facts(more), end, FROZEN, numbers))[-1].endswith("1 to~2›.")
    less = "{#part}\n" + prose("# One", "a", "x")
    assert printed(resolved(facts(less), end, FROZEN, numbers))[-1].endswith("1 to~2A›.")


def test_a_series_that_begins_again_is_kept_by_the_label_of_its_count() -> None:
    form = court(amended_numbering="frozen", numbering="by-section")
    text = "---\ntitle: {0}\noffence: pillage\ndefendants: [tollan]\n---\n\n{{#{0}-one}}\nOne.\n\n{{#{0}-two}}\nTwo.\n"
    both = {
        f"counts/0{n}-{name}.md": text.format(name) for n, name in ((1, "pillage"), (2, "theft"))
    }
    numbers = filed(resolved(both, form))
    other = {
        "counts/01-pillage.md": text.format("theft").replace("title: theft\n", "title: theft\nid: theft\n"),
        "counts/02-theft.md": text.format("pillage").replace("{#pillage-two}", "{#new}").replace(
            "title: pillage\n", "title: pillage\nid: pillage\n"
        ),
    }  # fmt: skip
    assert printed(resolved(other, form, numbers)) == [
        "1 One.", "2 Two.", "1 One.", "2 [withdrawn]", "3 Two.",
    ]  # fmt: skip


def test_marks_stay_as_filed_and_a_mark_that_is_gone_is_not_given_again() -> None:
    numbers = filed(resolved(count("{#a}\nA.\n"), FROZEN))
    listed = {
        "exhibits/exhibits.yaml": "exhibits:\n  new: {title: New}\n  ledger: {title: Ledger}\n",
    }
    marks = {
        row.label: row.mark
        for row in resolved(count("{#a}\nA.\n"), FROZEN, numbers, listed).exhibits
    }
    assert marks == {"new": "P003", "ledger": "P002"}
    renumbered = resolved(count("{#a}\nA.\n"), numbers, listed)
    assert [row.mark for row in renumbered.exhibits] == ["P001", "P002"]


def test_a_form_that_renumbers_takes_no_notice_of_filed_numbers() -> None:
    numbers = filed(resolved(facts(prose("a", "b")), count("{#end}\nEnd.\n")))
    found = resolved(facts(prose("x", "b")), count("{#end}\nEnd.\n"), numbers)
    assert [one.split(" ")[0] for one in printed(found)] == ["1", "2", "3"]


def test_numbers_that_cannot_hold_are_reported_and_nothing_is_frozen() -> None:
    head = "instrument: Indictment\ndate: 2021\nseries:\n  - name: indictment\n    sections:\n"
    wrong = {"numbers.yaml": head + "      - paragraphs: {b: 2, a: 1}\n"}
    text = facts(prose("a", "b"))
    (line,) = [one for one in said(text, FROZEN, wrong) if "VER007" in one]
    assert line == "VER007 numbers.yaml:6:31 the number 1 stands behind 2"
    assert codes(text, wrong) == []


def test_a_line_in_numbers_yaml_is_where_a_withdrawn_number_was_written() -> None:
    end = count("{#end}\nEnd.\n")
    numbers = filed(resolved(facts(prose("a", "b")), end, FROZEN))
    found = resolved(facts(prose("a")), end, FROZEN, numbers)
    (place,) = [one for one in found.numbered if one.printed == "2"]
    line = numbers["numbers.yaml"].splitlines()[place.span.line - 1]
    assert (place.span.file, line.split()) == ("numbers.yaml", ["b:", "2"])
    assert parsed(facts(prose("a")), end, numbers).numbers is not None


# --- what holds for all of them ------------------------------------------------------------------

LABELS = [f"p{n}" for n in range(8)]


@st.composite
def versions(draw: st.DrawFn) -> list[list[Spot]]:
    """The paragraphs of several versions, each in sections, in any order."""
    made = []
    for _ in range(draw(st.integers(2, 5))):
        labels = draw(st.lists(st.sampled_from(LABELS), unique=True, max_size=8))
        spots, section = [], 0
        for label in labels:
            section += draw(st.integers(0, 1))
            spots.append(Spot(label, section, f"Heading {draw(st.integers(0, 3))}"))
        made.append(spots)
    return made


def in_order(spots: Sequence[Spot], found: Plan) -> list[tuple[str, str | None, int, str]]:
    """Number, label (None where withdrawn), section and heading of all that is printed."""
    out: list[tuple[str, str | None, int, str]] = []
    for at, spot in enumerate(spots):
        out += [(one.printed, None, spot.section, spot.heading) for one in found.before.get(at, ())]
        out.append((found.numbers[at], spot.label, spot.section, spot.heading))
        out += [(one.printed, None, spot.section, spot.heading) for one in found.after.get(at, ())]
    return out


@given(versions())
def test_numbers_increase_filed_ones_are_printed_once_and_new_ones_are_new(
    made: list[list[Spot]],
) -> None:
    before: list[Filed] = []
    for spots in made:
        found = plan(before, spots)
        shown = in_order(spots, found)
        numbers = [suffixes.read(number) for number, *_ in shown]
        assert None not in numbers
        assert all(a < b for a, b in pairwise(numbers) if a and b)
        if not spots:
            continue
        printed_once = [number for number, *_ in shown]
        assert all(printed_once.count(one.printed) == 1 for one in before)
        kept = {one.printed: one.label for one in before}
        for number, label, *_ in shown:
            # a filed number stands with its own paragraph, or with none
            assert number not in kept or label is None or kept[number] == label
        before = [
            Filed(number, label, section, Span("numbers.yaml"), heading)
            for (_, label, section, heading), number in zip(shown, numbers, strict=True)
            if number
        ]


@given(st.permutations(LABELS))
def test_the_longest_run_that_is_still_in_order_keeps_its_numbers(order: list[str]) -> None:
    before = [Filed(((0, n),), label, 0, Span("")) for n, label in enumerate(LABELS, start=1)]
    found = plan(before, [Spot(label, 0) for label in order])
    kept = sum(
        number == str(LABELS.index(label) + 1)
        for number, label in zip(found.numbers, order, strict=True)
    )
    longest = [1] * len(order)
    for n, label in enumerate(order):
        for m in range(n):
            if order[m] < label:
                longest[n] = max(longest[n], longest[m] + 1)
    assert kept == max(longest)
