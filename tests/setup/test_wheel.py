"""The wheel is whole: installed where there is no checkout, it makes a new matter and builds it."""

import os
import shutil
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ["indictment", "templates", "offences", "pyproject.toml", "LICENSE", "README.md"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel made of a copy of the checkout, by the pinned builder and without the network."""
    checkout = tmp_path_factory.mktemp("checkout")
    for part in PARTS:
        source, target = ROOT / part, checkout / part
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", "out", ".", folder=checkout)
    (made,) = (checkout / "out").glob("*.whl")
    return made


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel; the packages it needs are lent by the one we run in."""
    place = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(place, with_pip=False, symlinks=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = place / "lib" / version / "site-packages"
    # A folder named in a .pth file is searched, but its own .pth files are not read: the editable
    # install of this checkout stays out.
    (packages / "lent.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    pip(
        "--python",
        str(place / "bin" / "python"),
        "install",
        "--no-deps",
        "--ignore-installed",
        str(wheel),
    )
    return place


def pip(*arguments: str, folder: Path | None = None) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=os.environ | {"PIP_NO_INDEX": "1"}
    )
    assert done.returncode == 0, done.stderr


def indict(environment: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [environment / "bin" / "indict", *arguments], cwd=folder, capture_output=True, text=True
    )


def test_the_wheel_holds_templates_offences_and_fonts(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "offences"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"indictment/_shipped/{path.relative_to(ROOT).as_posix()}" in names
    assert not any(name.startswith(("build/", "tests/", "exhibits/")) for name in names)


def test_the_wheel_holds_what_the_redline_page_is_made_of(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in ("redline.css", "redline.js"):
        assert f"indictment/render/redline/web/{name}" in names


def test_the_wheel_holds_the_page_of_the_preview(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "indictment" / "preview" / "page").iterdir():
        assert path.relative_to(ROOT).as_posix() in names


def test_the_package_comes_from_the_wheel(environment: Path, tmp_path: Path) -> None:
    code = "import indictment; print(indictment.__file__)"
    done = subprocess.run(
        [environment / "bin" / "python", "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    assert Path(done.stdout).is_relative_to(environment)


def test_a_new_matter_builds(environment: Path, tmp_path: Path) -> None:
    made = indict(environment, "new", "matter", folder=tmp_path)
    assert made.returncode == 0, made.stderr
    built = indict(environment, "build", "matter", folder=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    outputs = {path.name for path in (tmp_path / "matter" / "build").iterdir()}
    assert {"indictment.pdf", "indictment.docx", "bundle.pdf"} <= outputs
