"""Pages are drawn beside what the server does, and the one that is looked at before somebody asks."""

import asyncio

import pytest
import weasyprint

from indictment.preview import pencil
from indictment.preview.brief import Sheet
from indictment.preview.drawing import Drawing
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


def test_what_is_asked_is_answered_of_the_state_that_was_shown_last() -> None:
    before, after = sheet("one"), sheet("two")

    async def asked() -> tuple[object, ...]:
        one = pencil.Pencil()
        one.hold(before)
        one.show([before.name])
        first = await one.picture(before.leaves[0].name, 1)
        one.hold(after)
        one.show([after.name])
        words = await one.words(1)
        return first, words, await one.picture(before.leaves[0].name, 2)

    first, words, gone = asyncio.run(asked())
    assert first
    assert "two" in str(words)
    assert gone is None
