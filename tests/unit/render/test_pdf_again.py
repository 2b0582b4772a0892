"""A part of which some pages are set again, and the others kept, is the one that is set as a whole: byte for byte."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indictment.render.page.lookup import TemplateFolder
from indictment.render.pdf import prepared, style
from indictment.render.pdf.divide import parts
from indictment.render.pdf.divide.parts import Part
from indictment.render.pdf.laid_out import LaidOut, Placed, SetBefore, SetPart
from indictment.render.pdf.setting.setter import Setting
from indictment.render.pdf.style import Style
from tests.unit.render.changed_parts import Maker, page

pytestmark = pytest.mark.slow
COURT = "international"
BEFORE, TOTAL = 30, 240


class Counted(Setting):
    """Sets pages, and counts them."""

    def __init__(self, sheet: Style) -> None:
        super().__init__()
        self.begin("", sheet, lambda path: None)
        self.count = 0

    def _rendered(self, source: Any) -> Any:
        found = super()._rendered(source)
        self.count += len(found[0].pages)
        return found


def shipped() -> Style:
    return style.find(TemplateFolder(COURT, lambda path: None))


@pytest.fixture(scope="module")
def setting() -> Counted:
    return Counted(shipped())


def part(blocks: list[str], first: int = 40, *, bare: bool = True) -> Part:
    """Its running lines are set by themselves if it is `bare`, as they mostly are."""
    text = prepared.prepared(page(blocks, first=first, chance=random.Random(5)))
    (found,) = parts.split(text, bare=bare)
    return found


def placed(one: Part, before: int = BEFORE) -> Placed:
    elsewhere = frozenset(one.links()) - set(one.own_names())
    return Placed(0, before, TOTAL, elsewhere, one.numbers({}), one.anchors)


def as_a_whole(setting: Counted, one: Part, before: int = BEFORE) -> tuple[LaidOut, SetPart]:
    laid_out, made = setting.set(one.html, placed(one, before), one.note_slots, {})
    assert made is not None
    assert made.diagnostics == ()
    return laid_out, made


def again(
    setting: Counted, old: Part, new: Part, *, before: int = BEFORE, reach: int = 1
) -> tuple[LaidOut, SetPart, int]:
    """The new part, of which the old one was set before; how many pages were set for it."""
    known = as_a_whole(setting, old)[1]
    was = SetBefore(old.html, BEFORE, TOTAL, known.content, known.pages)
    setting.count = 0
    laid_out, made = setting.again(
        new.html, placed(new, before), new.note_slots, {}, was, reach
    )  # fmt: skip
    assert made is not None
    return laid_out, made, setting.count


def check(
    setting: Counted, old: list[str], new: list[str], *, bare: bool = True, **more: int
) -> tuple[int, int]:
    """That it comes to the same. How many pages were set again, and how many there are."""
    was, now = part(old, bare=bare), part(new, bare=bare)
    laid_out, made, count = again(setting, was, now, **more)
    whole, expected = as_a_whole(setting, now, more.get("before", BEFORE))
    assert made == expected
    assert laid_out == replace(whole, anchors=dict(whole.anchors))
    return count, whole.page_count


@settings(max_examples=12)
@given(st.integers(0, 10**6))
def test_whatever_a_drafter_changes(setting: Counted, seed: int) -> None:
    chance = random.Random(seed)
    maker = Maker(chance)
    old = maker.blocks(chance.randint(8, 40))
    new = maker.changed(old)
    first, bare = chance.choice((1, 40, 90, 960)), chance.random() < 0.7
    was, now = part(old, first, bare=bare), part(new, first + chance.randint(0, 1), bare=bare)
    known = setting.set(was.html, placed(was), was.note_slots, {})[1]
    whole, expected = setting.set(now.html, placed(now), now.note_slots, {})
    if known is None or known.diagnostics or expected is None or expected.diagnostics:
        return  # words over the edge of their page: such a part is not kept
    before = SetBefore(was.html, BEFORE, TOTAL, known.content, known.pages)
    laid_out, made = setting.again(now.html, placed(now), now.note_slots, {}, before, 1)
    assert made == expected
    assert laid_out == whole


# --- what is set again ---


def paragraph(words: str, note: str = "") -> str:
    noted = (
        f'<span class="footnote" id="fn-{{n}}" data-number="{{n}}">{note}</span>' if note else ""
    )
    return f'<p class="numbered" id="p-{{p}}"><span class="number">{{p}}.</span> {words}{noted}</p>'


def paragraphs(count: int) -> list[str]:
    return [
        paragraph(
            f"On day {n:02} the store held grain, and the guard counted it. " * 4,
            f"Ledger, day {n:02}.",
        )
        for n in range(1, count + 1)
    ]


def changed(blocks: list[str], at: int, *new: str) -> list[str]:
    return [*blocks[:at], *new, *blocks[at + 1 :]]


@pytest.mark.parametrize("at", [0, 1, 20, 40, 69])
def test_of_a_long_part_only_the_page_of_the_change_and_those_beside_it_are_set(
    setting: Counted, at: int
) -> None:
    old = paragraphs(70)
    new = changed(old, at, old[at].replace("grain", "flour", 1))
    count, pages = check(setting, old, new)
    assert pages > 7
    assert count <= 3


def test_pages_behind_a_longer_paragraph_are_set_until_one_starts_as_before(
    setting: Counted,
) -> None:
    old = paragraphs(70)
    count, pages = check(setting, old, changed(old, 30, old[30].replace("grain", "flour " * 90, 1)))
    assert count < pages


@pytest.mark.parametrize("at", [0, 30, 70])
def test_a_paragraph_put_in(setting: Counted, at: int) -> None:
    old = paragraphs(70)
    count, pages = check(setting, old, [*old[:at], paragraph("New.", "New."), *old[at:]])
    assert count <= pages


def test_a_paragraph_taken_out(setting: Counted) -> None:
    old = paragraphs(70)
    check(setting, old, [*old[:20], *old[21:]])


def listed(rows: int, changed: int | None = None) -> list[str]:
    maker = Maker(random.Random(7))
    table = maker.table(rows, ("exhibits",)).split("\n")
    if changed is not None:
        table[changed] = table[changed].replace("</td></tr>", ", cited once more</td></tr>")
    return ["\n".join(table)]


@pytest.mark.parametrize("row", [1, 30, 90, 119])
def test_of_a_long_table_the_pages_of_the_row_are_set(setting: Counted, row: int) -> None:
    count, pages = check(setting, listed(120), listed(120, changed=row))
    assert pages > 8
    assert count < pages


@pytest.mark.parametrize("place", [1, 2, 3])
def test_of_a_change_behind_the_first_row_of_a_page_that_page_alone_is_set(
    setting: Counted, place: int
) -> None:
    start = as_a_whole(setting, part(listed(120)))[1].pages[4].start
    assert start is not None
    assert start.inner is None
    first = start.path[-1] + 1  # the first line of the table is its begin
    count, _ = check(setting, listed(120), listed(120, changed=first + place))
    assert count == 1


@pytest.mark.parametrize("at", [68, 69, 70])
def test_of_what_is_put_in_near_the_end_what_was_the_last_is_set_too(
    setting: Counted, at: int
) -> None:
    text = shipped().text + ".numbered:last-child { margin-bottom: 80pt; font-style: italic }"
    own = Counted(replace(shipped(), text=text))
    old = paragraphs(70)
    new = [*old[:at], paragraph("New.", "New."), *old[at:]]
    check(own, old, new)
    check(own, new, old)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("A matter</p>", "A matter. DRAFT: 1 error</p>"),
        ("A matter</p></header>", 'A matter</p><p class="running-right">DRAFT</p></header>'),
        ("<title>", "<title>DRAFT: "),
        ('lang="en"', 'lang="en-GB"'),
    ],
)
def test_where_what_stands_around_all_pages_is_another_all_are_set(
    setting: Counted, was: str, now: str
) -> None:
    old = part(paragraphs(70), bare=False)
    assert was in old.html
    for words in ("grain", "flour"):
        new = replace(old, html=old.html.replace(was, now).replace("grain", words, 1))
        laid_out, made, count = again(setting, old, new)
        assert (laid_out, made) == as_a_whole(setting, new)
        assert count == laid_out.page_count


def test_between_two_changes_pages_are_kept(setting: Counted) -> None:
    old = paragraphs(150)
    new = changed(old, 20, old[20].replace("grain", "flour"))
    new = changed(new, 120, new[120].replace("grain", "flour"))
    count, pages = check(setting, old, new)
    assert pages > 14
    assert count <= 4


def test_several_changes(setting: Counted) -> None:
    old = paragraphs(120)
    new = [one.replace("grain", "flour", n % 2) for n, one in enumerate(old)]
    check(
        setting,
        old,
        [*old[:30], *new[30:34], *old[34:60], *new[60:62], paragraph("New."), *old[62:]],
    )
    check(setting, old, [paragraph("New."), *old[2:50], new[50], *old[50:90], *old[92:]])


def test_where_the_number_of_a_page_is_longer_than_it_was_all_is_set(setting: Counted) -> None:
    old = paragraphs(70)
    new = changed(old, 40, old[40].replace("grain", "flour", 1))
    count, pages = check(setting, old, new, before=97, bare=False)
    assert count >= pages
    count, pages = check(setting, old, new, before=97)
    assert count < pages, "it does not stand on them yet"


def test_a_letter_that_no_kept_page_has(setting: Counted) -> None:
    old = paragraphs(70)
    check(setting, old, changed(old, 30, old[30].replace("grain", "žito", 1)))


def test_a_letter_that_no_page_has_any_more(setting: Counted) -> None:
    new = paragraphs(70)
    check(setting, changed(new, 30, new[30].replace("grain", "žito", 1)), new)


def test_two_glyphs_for_one_letter(setting: Counted) -> None:
    """Of a letter and its accent the second glyph stands for nothing by itself."""
    old = [one.replace("guard", "q\u0303x\u0302m\u0323 guard") for one in paragraphs(70)]
    count, pages = check(setting, old, changed(old, 30, old[30].replace("grain", "flour", 1)))
    assert count < pages


def test_a_heading_goes_with_what_follows_it(setting: Counted) -> None:
    heading = '<h3 id="x-{}">The store by night</h3>'
    old = [block for n, one in enumerate(paragraphs(70)) for block in (heading.format(n), one)]
    for at in (1, 31, 61, 119):
        check(setting, old, changed(old, at, old[at].replace("grain", "flour " * 12, 1)))
        check(setting, old, changed(old, at - 1, heading.format(500)))


def test_a_note_that_runs_on_does_not_part_from_its_mark(setting: Counted) -> None:
    old = [
        paragraph("The guard counted the sacks. " * 9, "See the ledger. " * 40) for _ in range(40)
    ]
    for at in (3, 17, 33):
        check(setting, old, changed(old, at, old[at].replace("sacks", "barrels", 1)))


def test_a_rule_of_the_court_that_asks_for_the_last_or_the_next(setting: Counted) -> None:
    own = Counted(
        replace(
            shipped(),
            text=shipped().text
            + ".numbered:last-child { margin-bottom: 80pt } .numbered + .unnumbered { margin-top: 60pt }"
            + ".unnumbered + .numbered { font-style: italic }",
        )
    )
    old = paragraphs(70)
    assert style.reach(Style("style.css", ".a + .b { }")) == 1
    for at in (0, 20, 40, 60):
        check(own, old, [*old[:at], '<p class="unnumbered">Put in.</p>', *old[at:]])
        check(own, [*old[:at], '<p class="unnumbered">Put in.</p>', *old[at:]], old)


@pytest.mark.parametrize(
    ("rule", "reach"),
    [
        ("p { margin: 0 }", 1),
        ("h1 + h2 { margin: 0 }", 1),
        ("h1 + h2 + h3 { margin: 0 }", 2),
        ("a + b + c + d + e { margin: 0 }", None),
        ("tr:nth-child(even) { background: #eee }", None),
        ("p:first-of-type { margin: 0 }", None),
        ("h1 ~ p { margin: 0 }", None),
        ("[class~=sub] { margin: 0 }", 1),
        ("p:only-child { margin: 0 }", None),
        ("img { max-width: 50vw }", None),
        ("/* tr:nth-child(2) */ p { margin: 0 }", 1),
    ],
)
def test_how_far_a_rule_reaches(rule: str, reach: int | None) -> None:
    assert style.reach(Style("style.css", rule)) == reach
