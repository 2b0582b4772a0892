"""Small pages for the tests of the Word writer."""

from collections.abc import Callable
from pathlib import Path

from indictment.render.word import document
from tests.unit.render.word_changes import Read
from tests.unit.render.word_reader import Word

REFERENCE = Path(__file__).parents[3] / "templates" / "international" / "reference.docx"
BY = 'data-author="A. Weir" data-date="2024-03-12T09:00:00Z"'


def page(body: str, *, running: str = "", lang: str = "en") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>A v. B</title>'
        '<meta name="author" content="The Prosecutor"><meta name="date" content="2024-03-11">'
        f'<meta name="subject" content="Indictment"></head><body>{running}'
        f'<section class="part facts"><h1 id="h">Facts</h1>{body}</section></body></html>'
    )


def write(
    body: str, *, running: str = "", lang: str = "en", font: str = "Times New Roman"
) -> bytes:
    return document.write(
        page(body, running=running, lang=lang),
        reference=REFERENCE.read_bytes(),
        images=lambda source: (
            Path(__file__).parents[2] / "golden" / "vocabulary" / source
        ).read_bytes(),
        font=font,
    )


def word(body: str, **given: str) -> Word:
    return Word(write(body, **given))


def texts(body: str, settle: Callable[[bytes], list[Read]]) -> list[str]:
    """The paragraphs of a small page, each with its number, once its changes are settled."""
    return [f"{one.number} {one.text}".strip() for one in settle(write(body))[1:]]


def numbered(number: int, text: str = "Text.", anchor: str = "") -> str:
    about = f' id="{anchor}"' if anchor else ""
    return f'<p class="numbered"{about}><span class="number">{number}.</span> {text}</p>'


def sub(numbers: list[str], depth: int = 1, inner: str = "") -> str:
    """A list with these numbers; `inner` belongs to its last item."""
    items = "".join(
        f'<li id="s-{depth}-{number[1:-1]}">'
        f'<p class="sub"><span class="number">{number}</span> Item.</p>'
        f"{inner if number == numbers[-1] else ''}</li>"
        for number in numbers
    )
    return f'<div class="attached"><ol class="sub" data-depth="{depth}">{items}</ol></div>'
