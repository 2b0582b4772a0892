"""Versions that are read from the names of folders are those that Python tells."""

import sys
from importlib import metadata
from pathlib import Path

import pytest

from indictment.machine import versions


@pytest.fixture(autouse=True)
def anew() -> None:
    versions.version.cache_clear()
    versions._listed.cache_clear()


@pytest.mark.parametrize("name", ["weasyprint", "pydyf", "fonttools", "pillow", "jinja2"])
def test_it_is_the_version_that_is_installed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = metadata.version(name)
    monkeypatch.setattr(metadata, "version", lambda name: pytest.fail(name))
    assert versions.version(name) == told


def test_the_first_place_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Pillow-1.2.3rc4.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "nowhere"), str(tmp_path), *sys.path])
    assert versions.version("pillow") == "1.2.3rc4"


def test_where_a_library_is_there_twice_python_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        (tmp_path / f"pillow-{number}.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(metadata, "version", lambda name: f"{name} as told")
    assert versions.version("pillow") == "pillow as told"


def test_what_is_not_installed_is_not_found() -> None:
    with pytest.raises(metadata.PackageNotFoundError):
        versions.version("no-such-library")
