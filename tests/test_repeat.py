"""The same sources give the same bytes, wherever, whenever and by whomever they are built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import built
from tests.built import GOLDEN, copied

pytestmark = pytest.mark.slow

OTHER = {"TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}


def build(root: Path, *, folder: Path, **environment: str) -> dict[str, bytes]:
    """The files that `indict build`, in a process of its own started in `folder`, makes of `root`."""
    done = subprocess.run(
        [sys.executable, "-m", "indictment", "build", "--again", str(root)],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(built.ROOT)} | environment,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return files(root)


def files(root: Path) -> dict[str, bytes]:
    outputs = ("indictment.pdf", "indictment.docx", "bundle.pdf")
    return {name: (root / "build" / name).read_bytes() for name in outputs}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    place = tmp_path_factory.mktemp("first")
    root = copied(GOLDEN / "small", place / "matter")
    return root, build(root, folder=place, TZ="UTC", PYTHONHASHSEED="0")


def test_a_second_build_in_the_same_place(first: tuple[Path, dict[str, bytes]]) -> None:
    root, before = first
    assert build(root, folder=root) == before


def test_another_place_clock_language_and_hash_seed(
    first: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    root = copied(GOLDEN / "small", tmp_path / "another place" / "kopie")
    for path in root.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert build(root, folder=tmp_path, **OTHER) == first[1]


def test_the_example_built_anew_from_the_same_conversions(tmp_path: Path) -> None:
    example = built.example()
    root = copied(built.ROOT, tmp_path / "example")
    shutil.copytree(example.root / ".indict", root / ".indict")
    assert build(root, folder=tmp_path, **OTHER) == files(example.root)
