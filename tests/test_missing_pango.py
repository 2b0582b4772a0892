"""On a machine without Pango: one sentence and the command that installs it, and the rest works.

The library is hidden from a process of its own: there, the loader finds no file with its name.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from indictment.machine.systems import install_command
from tests.built import GOLDEN, ROOT, copied

pytestmark = pytest.mark.slow

HIDING = """
import ctypes.util
from ctypes import CDLL

_load, _find = CDLL.__init__, ctypes.util.find_library


def load(self, name, *arguments, **options):
    if name and "pango" in str(name).lower():
        raise OSError(f"{name}: cannot open shared object file: No such file or directory")
    return _load(self, name, *arguments, **options)


CDLL.__init__ = load
ctypes.util.find_library = lambda name: None if "pango" in name.lower() else _find(name)

import cffi

_open = cffi.FFI.dlopen


def dlopen(self, name, *arguments):
    if name and "pango" in str(name).lower():
        raise OSError(f"cannot load library '{name}'")
    return _open(self, name, *arguments)


cffi.FFI.dlopen = dlopen
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("without-pango")
    (place / "hiding").mkdir()
    (place / "hiding" / "sitecustomize.py").write_text(HIDING, encoding="utf-8")
    return copied(GOLDEN / "small", place / "matter")


def indict(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    paths = [str(root.parent / "hiding"), str(ROOT)]
    return subprocess.run(
        [sys.executable, "-m", "indictment", *words],
        cwd=root,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
    )


@pytest.mark.parametrize("only", [(), ("--only", "pdf"), ("--only", "bundle")])
def test_a_build_says_in_one_sentence_what_to_install(root: Path, only: tuple[str, ...]) -> None:
    done = indict(root, "build", *only)
    assert done.returncode == 3, done.stdout + done.stderr
    sentence, command, hint = done.stderr.splitlines()
    assert sentence.startswith("indict: Pango is not installed; it is needed for ")
    assert command.strip() == f"install it with: {install_command('pango')}"
    assert hint.strip() == "`indict check` and `indict build --only docx` work without it"
    assert not list((root / "build").glob("*.*f"))


def test_the_matter_is_checked(root: Path) -> None:
    done = indict(root, "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("Nothing to report")


def test_the_word_file_is_made(root: Path) -> None:
    done = indict(root, "build", "--only", "docx")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "build" / "indictment.docx").read_bytes().startswith(b"PK")


def test_the_doctor_names_it(root: Path) -> None:
    done = indict(root, "doctor")
    assert done.returncode == 3
    assert "MISSING  Pango" in done.stdout
    assert install_command("pango") in done.stdout
