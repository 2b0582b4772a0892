"""WeasyPrint made faster writes the same bytes, and forgets nothing it was."""

import gc
from contextlib import nullcontext

import pydyf
import pytest
import weasyprint
from weasyprint.layout import LayoutContext, page

from indictment.render import pdf
from indictment.render.page import html
from indictment.render.pdf import speed
from tests.unit.render import fixture

pytestmark = pytest.mark.slow
NAMES = [patch.__name__ for patch in speed.PATCHES]


def written() -> bytes:
    value = html.page(fixture.indictment(), fixture.load).value
    assert value is not None
    printed = pdf.write(value, "international", fixture.load).value
    assert printed is not None
    return printed.content


@pytest.fixture(scope="module")
def slow() -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(speed, "faster", nullcontext)
        return written()


@pytest.mark.parametrize("name", NAMES)
def test_each_change_alone_leaves_the_bytes_as_they_are(
    name: str, slow: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speed, "faster", getattr(speed, name))
    assert written() == slow


def test_all_changes_together_leave_the_bytes_as_they_are(slow: bytes) -> None:
    assert written() == slow


def test_this_version_of_weasyprint_is_one_that_was_compared() -> None:
    assert weasyprint.__version__ in speed.TESTED


def test_another_version_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    before = LayoutContext._update_footnote_area
    monkeypatch.setattr(weasyprint, "__version__", "99.0")
    with speed.faster():
        assert LayoutContext._update_footnote_area is before


def test_afterwards_everything_is_as_it_was() -> None:
    def state() -> list[object]:
        return [
            LayoutContext.__init__,
            LayoutContext._update_footnote_area,
            page.set_page_type_computed_styles,
            pydyf.PDF.page_references,
            gc.get_threshold(),
        ]

    before = state()
    with speed.faster():
        assert state() != before
    assert state() == before


def test_the_list_of_waiting_notes_is_a_list() -> None:
    first, second = object(), object()
    notes = speed.NotesList([first])
    notes.append(second)
    assert first in notes
    assert None not in notes
    notes.remove(first)
    assert first not in notes
    assert list(notes.copy()) == [second]
    assert second in notes.copy()
