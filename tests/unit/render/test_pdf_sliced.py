"""Pages of several pieces put together are the piece that is made where they are set at once, byte for byte."""

import functools
import io
import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from indictment.machine.shipped import shipped
from indictment.render.page import html
from indictment.render.page.lookup import Load, TemplateFolder
from indictment.render.pdf import style
from indictment.render.pdf.again.sliced import NotAlike, Slice, joined
from indictment.render.pdf.bound.filled import Finished
from indictment.render.pdf.divide import parts
from indictment.render.pdf.laid_out import Placed
from indictment.render.pdf.pieces.glyphs_used import glyphs, used
from indictment.render.pdf.pieces.piece import BETWEEN, Piece, unpacked
from indictment.render.pdf.setting.setter import Setting
from tests.unit.render import fixture
from tests.unit.render.test_pdf_open_numbers import (
    COURT,
    note,
    page,
    paragraph,
    reference,
    section,
    with_style,
)

pytestmark = pytest.mark.slow
LONG = "The store was watched by night and by day, and the guard was changed at each hour. " * 4
"""Words of some lines, with most letters."""
BEFORE, TOTAL = 20, 90
HEADING = '<h2 id="h-{0}">Heading {0}</h2>'


def cited(number: int, words: str) -> str:
    return f'<a class="cite" data-cite="{number}" href="https://example.org/{number}"><span>{words}</span></a>'


def table(rows: int, first: int) -> str:
    held = "".join(
        f'<tr><th scope="row">R{n}</th><td><p class="cell">{reference(first + n % 5)} {LONG.strip()}</p></td></tr>'
        for n in range(rows)
    )
    return (
        f'<table class="plain"><thead><tr><th scope="col">{reference(first, "of")}</th>'
        f'<th scope="col">B</th></tr></thead><tbody>{held}</tbody></table>'
    )


def body(first: int, *, begin: str = "") -> str:
    """A section with paragraphs from number `first` on: notes, links, tables, headings, citations."""
    made = [begin]
    for n in range(first, first + 24):
        words = f"Item {n - first}. As {reference(max(first, n - 5))} and {reference(n + 3)} say, {LONG}"
        order = "Order\u00a014 " * (40 if n % 6 == 0 else 2)
        held = note(n, f"See {reference(n - 2)} and {cited(n, order)}.")
        if n % 5 == 0:
            made.append(HEADING.format(n - first))
        made.append(paragraph(n, words + held + LONG))
        if n % 9 == 0:
            made.append(table(14, n))
    return section("One", "".join(made))


def none(path: str) -> bytes | None:
    return None


@functools.cache
def piece(text: str, load: Load = none) -> tuple[Piece, Finished]:
    """The text set at once, as one part; the piece as it was made, and what it is bound with."""
    (part,) = parts.split(text, apart=False)
    setting = Setting()
    sheet = style.find(TemplateFolder(COURT, load))
    assert setting.begin("", sheet, load) == ()
    elsewhere = set(part.links())
    numbers = part.numbers({})
    # As many digits in the number of each page: a running line is set for them.
    placed = Placed(0, BEFORE, TOTAL, elsewhere, numbers, part.anchors)
    laid_out, made = setting.set(part.with_pages({}), placed, part.note_slots, {})
    assert laid_out.page_count > 1
    assert made is not None
    return unpacked(made.content), Finished(made.content, numbers, part.anchors)


@pytest.fixture(scope="module")
def whole() -> tuple[Piece, Finished]:
    return piece(page(body(98)))


def own(piece: Piece, finished: Finished, first: int, end: int) -> Slice:
    """Pages of a piece that keep what they call their numbers."""
    slots = {str(n): str(n) for n in range(len(finished.numbers))}
    return Slice(piece, first, end, slots, {})


def count(piece: Piece) -> int:
    return len(piece.known["pages"])


def test_the_piece_of_the_tests_has_what_there_is_to_put_together(
    whole: tuple[Piece, Finished],
) -> None:
    known = whole[0].known
    assert count(whole[0]) > 10
    assert sum(b"/Headers" in one for one in objects_by_page(whole[0])) > 2
    for what in ("kids", "annotations", "bookmarks", "names", "digits", "fonts", "states"):
        assert len(known[what]) > 1, what


def objects_by_page(piece: Piece) -> list[bytes]:
    ends = [size for _, size, _ in piece.known["ends"]]
    return [piece.objects[a + 1 : b] for a, b in itertools.pairwise(ends)]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_pages_of_one_piece_are_that_piece(
    whole: tuple[Piece, Finished], data: st.DataObject
) -> None:
    one, finished = whole
    size = count(one)
    cuts = sorted(data.draw(st.sets(st.integers(0, size), max_size=6)) | {0, size})
    slices = [own(one, finished, a, b) for a, b in itertools.pairwise(cuts)]
    assert joined(slices, one).packed() == finished.content


def test_each_object_of_a_page_refers_to_that_page_or_to_none(
    whole: tuple[Piece, Finished],
) -> None:
    one, ends = whole[0], whole[0].known["ends"]
    assert one.objects.count(BETWEEN) + 1 == ends[-1][0]
    for (first, _, begin), (last, _, end) in itertools.pairwise(ends):
        places = one.references[begin:end]
        assert all(place < ends[0][0] or first <= place < last for place in places)


@functools.cache
def other() -> tuple[Piece, Finished]:
    """The same pages, whose numbers, notes and anchors are others: a line more at the end of the last."""
    begin = "".join(
        f'<p class="formula">{reference(n)} {note(n, reference(n))}</p>' for n in (98, 99)
    )
    return piece(page(section("Zero", begin) + body(100)))


def renamed(theirs: Finished, ours: Finished, shift: int) -> tuple[dict[str, str], dict[str, str]]:
    """Slots and anchors of `theirs`, as `ours` calls them, whose slots are so many less."""
    slots = {str(n): str(n - shift) for n in range(shift, len(theirs.numbers))}
    called = {name: own for own, name in ours.anchors.items()}
    return slots, {own: called[name] for own, name in theirs.anchors.items() if name in called}


def test_pages_that_call_their_numbers_otherwise_are_renamed() -> None:
    ours_piece, ours = piece(page(body(100)))
    theirs_piece, theirs = other()
    shift = len(theirs.numbers) - len(ours.numbers)
    before = count(theirs_piece) - count(ours_piece)
    assert shift > 3
    assert before > 0
    slots, anchors = renamed(theirs, ours, shift)
    assert any(one != other for one, other in anchors.items())
    size = count(ours_piece)
    for cuts in ([0, 4, 9, size], [0, 1, size], [0, size]):
        slices = [
            own(ours_piece, ours, a, b)
            if n % 2
            else Slice(theirs_piece, a + before, b + before, slots, anchors)
            for n, (a, b) in enumerate(itertools.pairwise(cuts))
        ]
        assert joined(slices, ours_piece).packed() == ours.content


@pytest.mark.parametrize(
    ("place", "words"), [(0, "The"), (7, "gate day"), (12, "hour"), (23, "and")]
)
def test_pages_with_a_word_more_take_the_place_of_those_without(
    whole: tuple[Piece, Finished], place: int, words: str
) -> None:
    one, finished = whole
    text = body(98).replace(f"Item {place}. As", f"Item {place}. {words} As")
    new, expected = piece(page(text))
    size = count(one)
    assert count(new) == size
    before, after = ([*objects_by_page(x), *x.streams()[-size:]] for x in (one, new))
    changed = [n % size for n in range(2 * size) if before[n] != after[n]]
    first, end = min(changed), max(changed) + 1
    assert end - first < size
    slices = [
        own(one, finished, 0, first),
        own(new, expected, first, end),
        own(one, finished, end, size),
    ]
    assert joined(slices, new).packed() == expected.content


def test_pages_put_together_are_pages_that_can_be_put_together(
    whole: tuple[Piece, Finished],
) -> None:
    one, finished = whole
    size = count(one)
    again = joined([own(one, finished, 0, 3), own(one, finished, 3, size)], one)
    assert (
        joined([own(again, finished, 0, 5), own(one, finished, 5, size)], again).packed()
        == finished.content
    )


def test_the_glyphs_of_the_pages_are_those_of_the_fonts(whole: tuple[Piece, Finished]) -> None:
    one, known = whole[0], whole[0].known
    contents = [
        data for data, (_, digest) in zip(one.streams(), one.heads, strict=True) if not digest
    ]
    found: dict[str, set[int]] = {}
    for content in contents:
        for name, shown in used(content, known["digits"]).glyphs.items():
            found.setdefault(name, set()).update(shown)
    assert len(contents) == count(one)
    assert found == {
        name: {int(glyph, 16) for glyph, _ in font["letters"]}
        for name, font in known["fonts"].items()
    }
    assert found == {
        name: {
            g for held, _ in known["used"] if name in held for g in glyphs(int(held[name][0], 16))
        }
        for name in known["fonts"]
    }


def twin() -> bytes:
    """A font in which Y looks like X, and is the same glyph."""
    with TTFont(shipped("templates") / "fonts" / "LiberationSerif-Regular.ttf") as font:
        for one in font["cmap"].tables:
            if ord("X") in one.cmap:
                one.cmap[ord("Y")] = one.cmap[ord("X")]
        written = io.BytesIO()
        font.save(written)
    return written.getvalue()


def test_a_glyph_means_what_it_means_where_it_is_met_first() -> None:
    one, two = "<em>X X</em>", "<em>Y Y</em>"
    face = '@font-face { font-family: "Twin"; src: url(twin.ttf) } em { font-family: "Twin" }'
    load = with_style(face, twin=twin())

    def text(first: str, last: str) -> str:
        held = "".join(paragraph(n, LONG * 3) for n in range(11, 40))
        return page(section("One", paragraph(10, first) + held + paragraph(40, last)))

    pieces = {(a, b): piece(text(a, b), load) for a in (two, one) for b in (two, one)}
    size = count(pieces[one, one][0])
    letters = {key: str(made.known["fonts"]) for key, (made, _) in pieces.items()}
    assert letters[one, two] == letters[one, one] != letters[two, two]
    for (first, last), (_, expected) in pieces.items():
        for begin in (pieces[first, two], pieces[first, one]):
            for end in (pieces[two, last], pieces[one, last]):
                slices = [own(*begin, 0, 2), own(*end, 2, size)]
                assert joined(slices, end[0]).packed() == expected.content


def test_what_shows_through_is_said_of_the_pages_that_need_it() -> None:
    load = with_style(".first { color: rgba(0, 0, 0, .5) } .last { color: rgba(0, 0, 0, .25) }")
    held = [paragraph(n, LONG * 3) for n in range(10, 22)]
    first = f'<p class="first">{LONG}</p>'
    both = piece(page(section("One", first + "".join(held) + f'<p class="last">{LONG}</p>')), load)
    alone = piece(page(section("One", first.replace("first", "other") + "".join(held))), load)
    size = count(both[0])
    assert set(both[0].known["states"]) > set(alone[0].known["states"])
    pages = [own(*alone, 0, 1), own(*both, 1, size - 1)]
    expected = piece(page(section("One", first.replace("first", "other") + "".join(held))), load)
    assert size == count(expected[0])
    made = joined([*pages, own(*alone, size - 1, size)], both[0])
    assert made.packed() == expected[1].content


def refuses(slices: Sequence[Slice], newest: Piece, why: str) -> None:
    with pytest.raises(NotAlike, match=why):
        joined(slices, newest)


def test_a_letter_that_only_some_pages_have_makes_another_font(
    whole: tuple[Piece, Finished],
) -> None:
    one, finished = whole
    rare, theirs = piece(page(section("One", paragraph(98, "Ж" + LONG * 60))))
    slices = [own(one, finished, 0, 2), own(rare, theirs, 0, 1)]
    refuses(slices, one, "no font with the glyphs")


def test_a_picture_is_not_put_together(whole: tuple[Piece, Finished]) -> None:
    drawn = html.page(fixture.indictment(), fixture.load).value
    assert drawn is not None
    one, finished = piece(drawn, fixture.load)
    refuses([own(one, finished, 0, 1), own(*whole, 1, 2)], one, "images")


def test_another_title_is_another_document(whole: tuple[Piece, Finished]) -> None:
    named, theirs = piece(page(body(98)).replace("<title>T</title>", "<title>U</title>"))
    refuses([own(named, theirs, 0, 1), own(*whole, 1, 2)], named, "not the same objects")


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"is_tied": True}, "for their place alone"),
        ({"states": {"s0": "<</BM /multiply>>"}}, "counted"),
        ({"digits": {}}, "digits"),
    ],
)
def test_what_cannot_be_taken_apart_is_not(
    whole: tuple[Piece, Finished], known: dict[str, object], why: str
) -> None:
    one = replace(whole[0], known={**whole[0].known, **known})
    refuses([own(one, whole[1], 0, 1)], one, why)


def test_a_citation_goes_on_where_it_ended() -> None:
    one, finished = piece(page(section("One", paragraph(98, cited(98, LONG * 40)))))
    size = count(one)
    assert size > 2
    assert b".2)" in one.objects
    pages = [own(one, finished, n, n + 1) for n in range(size)]
    assert joined(pages, one).packed() == finished.content
    refuses([pages[0], *pages[2:], pages[1]], one, "citation")


def test_a_slot_of_which_nothing_is_said_is_our_mistake(whole: tuple[Piece, Finished]) -> None:
    slots = {str(n): str(n) for n in range(3)}
    with pytest.raises(KeyError):
        joined([Slice(whole[0], 0, count(whole[0]), slots, {})], whole[0])


def test_no_pages_are_no_piece(whole: tuple[Piece, Finished]) -> None:
    with pytest.raises(ValueError, match="no pages"):
        joined([own(*whole, 2, 2)], whole[0])
