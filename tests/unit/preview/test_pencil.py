"""Pages are drawn beside what the server does, and the one that is looked at before somebody asks."""

import asyncio

import pytest
import weasyprint

from indictment.preview import as_json, pencil
from indictment.preview.brief import Sheet
from indictment.preview.drawing import BEHIND, Drawing
from indictment.render import screen

pytestmark = pytest.mark.slow


def sheet(*pages: str) -> Sheet:
    html = "".join(f'<p style="break-before: page">{words}' for words in pages)
    content = weasyprint.HTML(string=html).write_pdf()
    assert content is not None
    name = " ".join(pages)
    return Sheet(name, content, screen.leaves(content).pages)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages (from 1 in their part) that were drawn."""
    pages: list[int] = []
    draw = screen.png

    def counted(pdf: object, page: int, scale: float) -> bytes:
        pages.append(page)
        return draw(pdf, page, scale)  # type: ignore[arg-type]

    monkeypatch.setattr(screen, "png", counted)
    return pages


def test_the_page_that_was_asked_for_first_is_drawn_ahead(drawn: list[int]) -> None:
    before, after = sheet("one", "two", "three"), sheet("one", "two more", "three more")
    drawing = Drawing()
    drawing.hold(before)
    drawing.show([before.name])
    drawing.ahead()
    assert drawn == [], "nobody has looked at a page"
    drawing.picture(before.leaves[1].name, 1.4)
    drawing.picture(before.leaves[2].name, 1.4)
    drawing.hold(after)
    drawing.show([after.name])
    drawing.ahead()
    assert drawn == [2, 3, 2]
    assert drawing.picture(after.leaves[1].name, 1.4)
    assert drawn == [2, 3, 2], "it was there"
    drawing.hold(short := sheet("alone"))
    drawing.show([short.name])
    drawing.ahead()
    assert drawn == [2, 3, 2], "the page is gone"


def test_a_browser_that_is_behind_is_given_what_it_asks_for() -> None:
    """It has the names of one state, and the next is shown before it has asked for all it needs."""
    before, after = sheet("one", "other"), sheet("two")

    async def asked() -> tuple[object, ...]:
        one = pencil.Pencil()
        one.hold(before)
        one.show([before.name])
        first = await one.picture(before.leaves[0].name, 1)
        one.hold(after)
        one.show([after.name])
        new = await one.words(as_json.words_of(after.leaves[0]))
        old = await one.words(as_json.words_of(before.leaves[1]))
        return first, new, old, await one.picture(before.leaves[1].name, 2)

    first, new, old, late = asyncio.run(asked())
    assert first
    assert "two" in str(new)
    assert "other" in str(old)
    assert late


def test_what_no_browser_asks_for_any_more_is_let_go() -> None:
    drawing = Drawing()
    states = [sheet(f"{n}") for n in range(BEHIND + 2)]
    for one in states:
        drawing.hold(one)
        drawing.show([one.name])
    gone, *rest = [one.leaves[0] for one in states]
    assert drawing.picture(gone.name, 1) is None
    assert drawing.words(as_json.words_of(gone)) is None
    assert all(drawing.picture(leaf.name, 1) for leaf in rest)
    assert all(drawing.words(as_json.words_of(leaf)) for leaf in rest)


def test_a_page_of_a_state_before_is_not_the_one_that_is_looked_at(drawn: list[int]) -> None:
    drawing = Drawing()
    drawing.hold(before := sheet("one", "two"))
    drawing.show([before.name])
    drawing.hold(after := sheet("three", "four"))
    drawing.show([after.name])
    drawing.picture(before.leaves[1].name, 1)
    drawing.hold(last := sheet("five", "six"))
    drawing.show([last.name])
    drawing.ahead()
    assert drawn == [2]
