"""A part of the page that was set before is not set again, and the file is the same as without."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from indictment.diagnostics import Span
from indictment.machine.cache import Cache
from indictment.machine.crew import Call, Crew, Done, nothing
from indictment.render import pdf
from indictment.render.page import html
from indictment.render.page.lookup import Load, shipped_file
from tests.unit.render import fixture

pytestmark = pytest.mark.slow
COURT = "international"
STYLE = f"templates/{COURT}/style.css"


class Watched(Crew):
    """Setters that remember what they were asked for."""

    def __init__(self, others: Crew) -> None:
        self.size = others.size
        self._others = others
        self.laid_out: list[int] = []
        self.finished: list[int] = []
        self.begun = 0

    def ahead(self, *calls: Call) -> None:
        self.begun += sum(call.method == "begin" for call in calls)
        self._others.ahead(*calls)

    def do(
        self,
        calls: Sequence[Call],
        heard: Callable[[int], None] = lambda done: None,
        among: int | None = None,
        meanwhile: Callable[[], Iterable[object]] = nothing,
    ) -> list[Done]:
        for call in calls:
            if call.method == "begin":
                self.begun += 1
            elif call.method in ("lay_out", "measure"):
                assert isinstance(call.arguments[0], int)
                self.laid_out.append(call.arguments[0])
            elif call.method in ("set", "again"):
                number = call.arguments[1].number  # type: ignore[attr-defined]
                self.laid_out.append(number)
                self.finished.append(number)
            elif call.method == "finish":
                self.finished.append(call.arguments[0].number)  # type: ignore[attr-defined]
        return self._others.do(calls, heard, among, meanwhile)


def page() -> str:
    value = html.page(fixture.indictment(), fixture.load).value
    assert value is not None
    return value


def made(
    text: str, cache: Cache, load: Load = fixture.load, places: Mapping[str, Span] | None = None
) -> tuple[bytes, Watched]:
    with pdf.setters(1) as setters:
        watched = Watched(setters)
        outcome = pdf.write(text, COURT, load, places, setters=watched, cache=cache)
    assert outcome.value is not None
    return outcome.value.content, watched


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Cache, bytes]:
    cache = Cache(tmp_path_factory.mktemp("cache"))
    content, watched = made(page(), cache)
    assert len(set(watched.laid_out)) > 3
    return cache, content


def test_what_is_the_same_is_not_set_again(kept: tuple[Cache, bytes]) -> None:
    cache, content = kept
    again, watched = made(page(), cache)
    assert again == content
    assert (watched.begun, watched.laid_out, watched.finished) == (0, [], [])


def test_pages_are_counted_without_a_pdf(kept: tuple[Cache, bytes], tmp_path: Path) -> None:
    whole = pdf.write(page(), COURT, fixture.load, cache=kept[0]).value
    for cache in (kept[0], Cache(tmp_path)):
        with pdf.setters(1) as setters:
            watched = Watched(setters)
            pages = pdf.write(
                page(), COURT, fixture.load, setters=watched, cache=cache, only_pages=True
            ).value
        assert whole is not None
        assert pages is not None
        assert (pages.pages, pages.page_count) == (whole.pages, whole.page_count)
        assert pages.content == b""
        assert watched.finished == []
    assert made(page(), Cache(tmp_path))[0] == kept[1]


def test_only_the_part_with_another_word_is_set_and_the_file_is_as_without_a_cache(
    kept: tuple[Cache, bytes],
) -> None:
    cache, _ = kept
    text = page()
    at = text.rindex("<p", 0, text.rindex("</p>"))
    begin = text.index(">", at) + 1
    changed = f"{text[:begin]}Anew {text[begin:]}"
    content, watched = made(changed, cache)
    assert len(watched.finished) == 1
    assert content == made(changed, Cache(None))[0]


def wider(asked: str) -> bytes | None:
    """The files of the fixture, and a style sheet with wider margins."""
    if asked != STYLE:
        return fixture.load(asked)
    shipped = shipped_file(STYLE)
    assert shipped is not None
    assert b"margin: 2.5cm;" in shipped
    return shipped.replace(b"margin: 2.5cm;", b"margin: 3cm;", 1)


def test_another_style_sheet_sets_all_anew(kept: tuple[Cache, bytes]) -> None:
    cache, _ = kept
    content, watched = made(page(), cache, wider)
    assert len(set(watched.laid_out)) > 3
    assert content == made(page(), Cache(None), wider)[0]


def test_a_damaged_part_is_made_again(kept: tuple[Cache, bytes]) -> None:
    cache, content = kept
    assert cache.folder is not None
    held = [cache.folder / name for name in cache.names("part-")]
    for file in held[::2]:
        file.write_bytes(file.read_bytes()[:-9])
    for file in held[1::2]:
        file.write_bytes(b"")
    for name in cache.names("layout-")[::2]:
        (cache.folder / name).write_bytes(b"{}")
    assert made(page(), cache)[0] == content


def test_what_is_said_of_a_part_is_said_each_time(tmp_path: Path) -> None:
    long = "W" * 300
    text = page().replace(
        "</h1>", f'</h1><p class="formula" id="far" style="white-space: nowrap">{long}</p>', 1
    )
    cache = Cache(tmp_path)
    for line in (3, 4):
        places = {"far": Span("facts/01.md", line)}
        with pdf.setters(1) as setters:
            outcome = pdf.write(text, COURT, fixture.load, places, setters=setters, cache=cache)
        assert [d.span.line for d in outcome.diagnostics if d.span.file == "facts/01.md"] == [line]


def test_a_cache_that_cannot_be_written_costs_only_time(
    kept: tuple[Cache, bytes], tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert made(page(), Cache(tmp_path / "file" / "cache"))[0] == kept[1]
