"""Two versions of a matter that share what was read: the same values, and no file read twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from indictment import parse
from indictment.folder import DiskFolder
from indictment.folder.overlay import OverlayFolder
from indictment.machine.shipped import shipped
from indictment.parse import prose

SMALL = DiskFolder(Path(__file__).parents[2] / "golden" / "small")
TOOL = DiskFolder(shipped("templates").parent)
COUNT = next(path for path in sorted(SMALL.files()) if path.startswith("counts/"))


def test_a_version_is_read_alike_with_and_without_the_other() -> None:
    fault = (SMALL.read(COUNT) or b"") + b"\nA [paragraph that is new](\n\n<b>x</b>\n"
    changed = OverlayFolder(SMALL, {COUNT: fault})
    known = parse.Known()
    for folder in (SMALL, changed, SMALL):
        assert parse.matter(folder, TOOL, known) == parse.matter(folder, TOOL)


def test_only_what_differs_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real: Callable[..., object] = prose.read

    def noted(text: str, path: str, first_line: int = 1) -> object:
        read.append(path)
        return real(text, path, first_line)

    known = parse.Known()
    parse.matter(SMALL, TOOL, known)
    monkeypatch.setattr(prose, "read", noted)
    new = OverlayFolder(SMALL, {COUNT: (SMALL.read(COUNT) or b"") + b"\nA new paragraph.\n"})
    assert parse.matter(new, TOOL, known).value
    assert read == [COUNT]
