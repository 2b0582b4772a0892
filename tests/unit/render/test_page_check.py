"""The vocabulary: its sample passes, the document that describes it names every part of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.render.page.checking import check
from indictment.render.page.links_alike import ATTRIBUTES, LinksAlike
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


_NUMBER = '<span class="ref-number" data-kind="paragraph" data-target="{}">3</span>'
_LINKS = st.sampled_from([
    '<a class="ref" href="#here">count 1</a>',
    '<a class="ref" href="#nowhere">count 2</a>',
    '<a class="ref" href="#cell">schedule A</a>',
    '<a class="cite" href="#here" data-exhibit="e" data-cite="1" data-page="7">Report</a>',
    '<a class="cite" href="#here" data-colour="red">Report</a>',
    f'<a class="ref" href="#here">{_NUMBER.format("here")}</a>',
    f'<a class="ref" href="#here">para. {_NUMBER.format("cell")}</a>',
    f'<a class="ref" href="#here">{_NUMBER.format("")}</a>',
    '<a class="ref" href="#here" data-t="4">count 1</a>',
    '<a class="ref" href="#here"><a class="ref" href="#here">twice</a></a>',
    '<a class="ref" href="#here">open',
])  # fmt: skip
_AROUND = st.sampled_from([
    '<p class="body" data-t="{0}">{1}</p>',
    '<p class="body" data-t="{0}">x <em>{1}</em></p>',
    '<p class="body" data-t="{0}">x<span class="footnote" id="n{0}" data-number="1">{1}</span></p>',
    '<p class="body" data-t="{0}"><a class="url" href="https://a.example/">{1}</a></p>',
    '<div data-t="{0}" class="notice"><p>{1}</p></div>',
    '<section data-t="{0}" class="part">{1}</section>',
])  # fmt: skip


@given(st.lists(st.tuples(_AROUND, st.lists(_LINKS, min_size=1, max_size=3)), max_size=6))
def test_links_that_are_alike_are_judged_as_if_each_were_the_first(
    drawn: list[tuple[str, list[str]]],
) -> None:
    parts = "".join(
        around.format(n + 2, " and ".join(links)) for n, (around, links) in enumerate(drawn)
    )
    page = (
        '<html data-t="0"><head></head><body data-t="1"><p class="body" id="here">x</p>'
        f'<p class="body"><em id="cell">y</em></p>{parts}</body></html>'
    )
    places = [(f"{n}.html", n + 1) for n in range(9)]
    found = check(page, places)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(LinksAlike, "like", lambda *_: None)
        assert check(page, places) == found


def test_what_links_that_are_alike_may_have_is_in_the_vocabulary() -> None:
    assert set(ATTRIBUTES) <= ELEMENTS["a"].attributes
    assert {"ref", "cite"} <= ELEMENTS["a"].classes
