"""The vocabulary: its sample passes, the document that describes it names every part of it."""

from pathlib import Path

import pytest

from indictment.render.page.checking import check
from indictment.render.page.vocabulary import CHANGED, ELEMENTS

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "golden" / "vocabulary"


@pytest.mark.parametrize("name", ["sample.html", "redline.html"])
def test_the_samples_of_the_vocabulary_pass(name: str) -> None:
    assert check((SAMPLES / name).read_text("utf-8"), ()) == ()


def test_the_document_names_every_element_and_class() -> None:
    text = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")
    classes = {word for element in ELEMENTS.values() for word in element.classes} - CHANGED
    assert [word for word in sorted(classes) if word not in text] == []
    assert [name for name in ELEMENTS if f"`{name}" not in text and f"<{name}" not in text] == []


def test_a_fault_in_the_text_is_said_at_the_element_around_it() -> None:
    line = '<p class="formula" data-t="2"><blink>x</blink></p>'
    page = f'<html data-t="0"><head></head><body data-t="1">{line}</body></html>'
    places = (("a.html", 1), ("a.html", 2), ("b.html", 7))
    assert [(one.span.file, one.span.line) for one in check(page, places)] == [("b.html", 7)]
