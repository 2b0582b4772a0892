"""A page that is set before it is checked gives what one gives that is checked first."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from indictment.check import typ001_doubled_word
from indictment.diagnostics import Diagnostic
from indictment.folder import MemoryFolder
from indictment.machine.cache import Cache
from indictment.model.indictment import Indictment
from indictment.pipeline.drafting import Draft, drafting
from indictment.pipeline.printing import Printing
from indictment.pipeline.reading import bind_folder
from indictment.render import pdf
from tests.test_drafting import DOUBLED, folder

pytestmark = pytest.mark.slow
FAULTY = b'<section class="part"><p class="nonsense">x</p></section>'


@contextmanager
def begun(
    matter: MemoryFolder, cache: Cache, wanted: tuple[str, ...] = ("pdf",), errors: int = 0
) -> Iterator[tuple[Indictment, Draft, Printing, list[str]]]:
    """A draft whose page was begun; `set` hears of each page that is set."""
    set_pages: list[str] = []
    write: Callable[..., Any] = pdf.write

    def watched(page: str, *given: Any, **named: Any) -> Any:
        set_pages.append(page)
        return write(page, *given, **named)

    bound = bind_folder(matter, cache)
    assert bound.indictment is not None
    with pytest.MonkeyPatch.context() as patch, pdf.setters(2, early=1) as setters:
        patch.setattr(pdf, "write", watched)
        printing = Printing(matter, cache, setters, lambda *told: None)
        printing.make_ready(bound.court)
        with drafting(bound, matter, cache, lambda *told: None, errors=errors) as draft:
            printing.begin(bound.indictment, draft, wanted)
            yield bound.indictment, draft, printing, set_pages


def test_it_is_set_once_and_as_it_would_be_afterwards(tmp_path: Path) -> None:
    matter = folder()
    with begun(matter, Cache(tmp_path)) as (indictment, draft, printing, set_pages):
        page = draft.settled()[1].value
        assert page is not None
        printed = printing.set(indictment, page)[0].value
        assert printed is not None
        assert set_pages == [page]
    alone = pdf.write(page, indictment.matter.caption.court, matter.read).value
    assert alone is not None
    assert printed.content == alone.content


@pytest.mark.parametrize("errors", [0, 3])
def test_a_page_with_another_number_of_errors_is_set_again(errors: int, tmp_path: Path) -> None:
    matter = folder(DOUBLED, "severities: {TYP001: error}\n")
    with begun(matter, Cache(tmp_path), errors=errors) as (indictment, draft, printing, set_pages):
        page = draft.settled()[1].value
        assert page is not None
        assert "DRAFT: 1 error" in page
        assert printing.set(indictment, page)[0].value is not None
        assert len(set_pages) == 2
        assert set_pages[1] == page


def test_what_a_template_gets_wrong_is_said_and_nothing_is_set(tmp_path: Path) -> None:
    files = {path: folder().read(path) or b"" for path in folder().files()}
    files["templates/international/counts.html"] = FAULTY
    with begun(MemoryFolder(files), Cache(tmp_path)) as (_, draft, _, _):
        page = draft.settled()[1]
        assert page.value is None
        assert page.diagnostics
    assert not Cache(tmp_path).names("part-")


def test_a_mistake_of_ours_in_a_rule_is_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(indictment: Indictment) -> list[Diagnostic]:
        raise ZeroDivisionError("a rule")

    monkeypatch.setattr(typ001_doubled_word, "check", fails)
    with (
        pytest.raises(ZeroDivisionError, match="a rule"),
        begun(folder(), Cache(tmp_path)) as (_, draft, _, _),
    ):
        draft.settled()


def test_for_the_word_file_pages_are_counted_ahead(tmp_path: Path) -> None:
    with begun(folder(), Cache(tmp_path), ("docx",)) as (indictment, draft, printing, set_pages):
        page = draft.settled()[1].value
        assert page is not None
        printed = printing.set(indictment, page, only_pages=True)[0].value
        assert printed is not None
        assert printed.content == b""
        assert printed.pages
        assert set_pages == [page]
        whole = printing.set(indictment, page)[0].value
        assert whole is not None
        assert whole.content
        assert whole.pages == printed.pages


@pytest.mark.parametrize("wanted", [("html",), ("pdf", "docx", "bundle")])
def test_where_it_is_not_wanted_or_set_beside_the_exhibits_nothing_is_set_ahead(
    wanted: tuple[str, ...], tmp_path: Path
) -> None:
    with begun(folder(), Cache(tmp_path), wanted) as (_, _, _, set_pages):
        assert set_pages == []


def test_the_next_look_sets_only_what_has_changed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    with begun(folder(), cache):
        pass
    parts = set(cache.names("part-"))
    with begun(folder("They took more [@order-14, p. 1].\n"), cache) as (
        indictment,
        draft,
        printing,
        _,
    ):
        page = draft.settled()[1].value
        assert page is not None
        printed = printing.set(indictment, page)[0].value
        assert printed is not None
        assert printed.set_parts[0] < printed.set_parts[1]
    assert parts < set(cache.names("part-"))


@pytest.mark.parametrize("is_done", [True, False])
def test_what_the_rules_say_in_time_ends_the_setting_of_a_page_that_is_another(
    is_done: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Draft, "can_be_settled", lambda self: is_done)
    matter = folder(DOUBLED, "severities: {TYP001: error}\n")
    cache = Cache(tmp_path)
    with begun(matter, cache) as (indictment, draft, printing, _):
        assert (printing._ahead is None) == is_done
        page = draft.settled()[1].value
        assert page is not None
        assert "DRAFT: 1 error" in page
        assert printing.set(indictment, page)[0].value is not None
