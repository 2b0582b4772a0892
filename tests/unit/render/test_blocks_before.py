"""Blocks that are the same objects as on the page before are not written again, and print the same."""

from dataclasses import replace

import pytest

from indictment.model.indictment import CountGroup, Indictment
from indictment.render.page import html, inline
from indictment.render.page.blocks_before import BlocksBefore
from indictment.render.page.lookup import Load, TemplateFolder
from tests.unit.render import fixture

OWN = "templates/international/blocks.html"


@pytest.fixture(autouse=True)
def lines(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that were written by the templates."""
    written: list[str] = []

    def counted(pieces: object) -> object:
        made = inline.inline(pieces)  # type: ignore[arg-type]
        written.append(str(made))
        return made

    monkeypatch.setitem(html._FILTERS, "inline", counted)  # type: ignore[arg-type]
    monkeypatch.setattr(html, "_blocks", BlocksBefore())
    monkeypatch.setattr(html, "_compiled", html.Compiled())
    return written


def page(indictment: Indictment, load: Load = fixture.load) -> str:
    text = html.written(indictment, load).text
    assert text is not None
    return text


def other(group: CountGroup) -> CountGroup:
    """The same words, as other objects."""
    return replace(group, blocks=tuple(replace(block) for block in group.blocks))


def test_only_what_is_another_object_is_written_again(lines: list[str]) -> None:
    made = fixture.indictment()
    first = page(made)
    every = len(lines)
    lines.clear()
    assert page(made) == first
    kept = len(lines)
    lines.clear()
    changed = replace(made, counts=(*made.counts[:-1], other(made.counts[-1])))
    assert page(changed) == first
    assert kept < len(lines) < every


def test_macros_of_a_matter_are_asked_each_time(lines: list[str]) -> None:
    shipped = TemplateFolder("international", lambda path: None).data("blocks.html")
    assert shipped is not None

    def load(path: str) -> bytes | None:
        return shipped[1] if path == OWN else fixture.load(path)

    made = fixture.indictment()
    first = page(made, load)
    written = len(lines)
    lines.clear()
    assert page(made, load) == first
    assert len(lines) == written


def test_what_two_pages_have_not_is_let_go() -> None:
    made = fixture.indictment()
    for _ in range(2):
        page(replace(made, counts=tuple(map(other, made.counts))))
    held = html._blocks
    assert {id(one) for one, _ in held._before.values()} != {
        id(one) for one, _ in held._now.values()
    }
    page(replace(made, counts=()))
    page(replace(made, counts=()))
    assert not {id(g.blocks) for g in made.counts} & {id(one) for one, _ in held._now.values()}
