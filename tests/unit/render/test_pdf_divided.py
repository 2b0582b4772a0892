"""Parts that were divided before are the same parts, and nobody divides them again."""

from pathlib import Path

import pytest

from indictment.machine.cache import Cache
from indictment.render.page import html
from indictment.render.pdf import prepared
from indictment.render.pdf.divide import parts
from indictment.render.pdf.divide.divided import DividedBefore, DividedKept
from tests.unit.render import fixture


@pytest.fixture(scope="module")
def page() -> str:
    value = html.page(fixture.indictment(), fixture.load).value
    assert value is not None
    return prepared.prepared(value)


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(parts, "opened", lambda elements: pytest.fail("divided again"))
    return monkeypatch


@pytest.mark.parametrize("open_numbers", [True, False])
def test_they_come_back_as_they_were(page: str, tmp_path: Path, *, open_numbers: bool) -> None:
    plain = parts.split(page, open_numbers=open_numbers)
    assert len(plain) > 3
    for _ in range(2):
        kept = DividedKept(Cache(tmp_path), "a style")
        assert parts.split(page, open_numbers=open_numbers, known=kept) == plain
        assert [part.links() for part in plain] == [
            part.links() for part in parts.split(page, open_numbers=open_numbers, known=kept)
        ]


def test_what_is_kept_is_not_divided_again(
    page: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    first = parts.split(page, known=DividedKept(Cache(tmp_path), "a style"))
    request.getfixturevalue("nobody")
    assert parts.split(page, known=DividedKept(Cache(tmp_path), "a style")) == first
    with pytest.raises(pytest.fail.Exception):
        parts.split(page, known=DividedKept(Cache(tmp_path), "another style"))
    with pytest.raises(pytest.fail.Exception):
        parts.split(page.replace("</p>", "!</p>", 1), known=DividedKept(Cache(tmp_path), "a style"))


def test_what_the_preview_has_is_not_divided_again(
    page: str, request: pytest.FixtureRequest
) -> None:
    known = DividedBefore()
    first = parts.split(page, known=known)
    request.getfixturevalue("nobody")
    assert parts.split(page, known=known) == first


def test_what_is_damaged_is_divided_again(page: str, tmp_path: Path) -> None:
    first = parts.split(page, known=DividedKept(Cache(tmp_path), "a style"))
    whole = {file: file.read_bytes() for file in tmp_path.iterdir()}
    assert len(whole) == len(first)
    for number, file in enumerate(whole):
        file.write_bytes((b"", b"{}\n", whole[file][:-9])[number % 3])
    assert parts.split(page, known=DividedKept(Cache(tmp_path), "a style")) == first
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == whole
    for name in Cache(tmp_path).names("divided-"):
        Cache(tmp_path).put(name, b'{"notes": [], "asks": [], "opened": 3}\n')
    assert parts.split(page, known=DividedKept(Cache(tmp_path), "a style")) == first
