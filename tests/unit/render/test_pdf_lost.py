"""A part that cannot be set is named; the last build and what was done of the others stay."""

import os
import re
import time
from pathlib import Path

import pytest

from indictment.diagnostics import Span
from indictment.machine.cache import Cache
from indictment.render import pdf
from indictment.render.page import html
from indictment.render.pdf.setting.setter import LaidOut, Setting
from indictment.render.pdf.share import asking
from indictment.render.rules import UNSET_PART
from tests.unit.render import fixture

pytestmark = pytest.mark.slow
COURT = "international"
EVIL = "unbearable"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> str:
    """A page of which a part ends whoever sets it, or keeps him for ever."""
    value = html.page(fixture.indictment(), fixture.load).value
    assert value is not None
    lay_out = Setting.lay_out

    def evil(self: Setting, number: int, text: str) -> LaidOut:
        if f"{EVIL} crash" in text:
            os._exit(9)
        if f"{EVIL} wait" in text:
            time.sleep(60)
        return lay_out(self, number, text)

    monkeypatch.setattr(Setting, "lay_out", evil)
    return value


@pytest.mark.parametrize(
    ("what", "said", "size"), [("crash", "ended by itself", 2), ("wait", "came to no end", 1)]
)
def test_it_is_named_with_file_and_line(
    page: str, what: str, said: str, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_SECONDS", 6.0)
    at, anchor = [(m.start(), m[1]) for m in re.finditer(r'<p\b[^>]* id="([^"]*)"', page)][-1]
    spans = {anchor: Span("facts/01-granary.md", 7)}
    begin = page.index(">", at) + 1
    cache = Cache(tmp_path)
    with pdf.setters(size) as setters:
        outcome = pdf.write(
            f"{page[:begin]}{EVIL} {what} {page[begin:]}", COURT, fixture.load, spans,
            setters=setters, cache=cache,
        )  # fmt: skip
        assert outcome.value is None
        (diagnostic,) = outcome.diagnostics
        assert diagnostic.rule is UNSET_PART
        assert said in diagnostic.message
        assert diagnostic.span == spans[anchor]
        assert (size == 1) or len(cache.names("layout-")) > 2
        again = pdf.write(page, COURT, fixture.load, spans, setters=setters, cache=cache)
    assert again.value is not None
    assert again.value.content == pdf.write(page, COURT, fixture.load, spans).value.content  # type: ignore[union-attr]


def test_where_the_running_lines_cannot_be_set_the_first_part_is_named(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Setting, "run", lambda *given: os._exit(9))
    cache = Cache(tmp_path)
    with pdf.setters(2) as setters:
        outcome = pdf.write(page, COURT, fixture.load, setters=setters, cache=cache)
    assert outcome.value is None
    assert [one.rule for one in outcome.diagnostics] == [UNSET_PART]
    monkeypatch.undo()
    again = pdf.write(page, COURT, fixture.load, cache=cache).value
    assert again is not None
    assert again.set_parts[0] < again.set_parts[1], "what was set is kept"
    assert again.content == pdf.write(page, COURT, fixture.load).value.content  # type: ignore[union-attr]
