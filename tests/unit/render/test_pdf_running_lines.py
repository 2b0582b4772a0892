"""Running lines that are laid out once for many pages are those that each page would have."""

import pytest

from indictment.render.pdf.setting import drawing
from tests.unit.render.test_pdf_open_numbers import (
    made,
    page,
    paragraph,
    section,
    uneven,
    with_style,
)

pytestmark = pytest.mark.slow

BODY = "".join(
    paragraph(n, "The office kept a register of what it received. " * 30) for n in range(1, 60)
)


@pytest.mark.parametrize(
    "more",
    [
        "",
        "@page :left { margin-left: 5cm; @bottom-left { text-align: right } }",
        "@page :first { @bottom-left { content: none } } @page :right { @top-right { content: 'right' } }",
        "@page { @bottom-right { content: 'page ' counter(page) } }",
        '.running-right { font-family: Uneven } '
        '@font-face { font-family: "Uneven"; src: url(uneven.ttf) }',
        ".running-right { text-align: right; font-variant-numeric: normal }",
        "h1 { string-set: chapter content() } @page { @top-center { content: string(chapter) } }",
    ],
)  # fmt: skip
def test_they_are_those_of_each_page(more: str, monkeypatch: pytest.MonkeyPatch) -> None:
    load = with_style(more, uneven=uneven())
    text = page(section("One", BODY), section("Two", BODY))
    once = made(text, load)
    assert once.page_count > 20
    monkeypatch.setattr(drawing, "RunningLines", lambda known: None)
    assert made(text, load).content == once.content
