"""The pinned requirements: each with hashes, no address, and all that pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
FILES = [
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-bench.txt",
    "ci/requirements-readers.txt",
]


def entries(name: str) -> list[str]:
    """Each package with its hashes as one line."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def packages(name: str) -> dict[str, Requirement]:
    found = [Requirement(line.split("--hash")[0]) for line in entries(name) if line[0] != "-"]
    return {canonicalize_name(one.name): one for one in found}


@pytest.mark.parametrize("name", FILES)
def test_every_package_has_one_version_and_hashes(name: str) -> None:
    for entry in entries(name):
        if entry not in ("-r requirements.txt", "-r requirements-dev.txt"):
            assert re.fullmatch(
                r"[\w.-]+==[\w.]+( *;[^#]*?)?( +--hash=sha256:[0-9a-f]{64})+", entry
            )


@pytest.mark.parametrize("name", FILES)
def test_no_index_and_no_address_is_named(name: str) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|@", (ROOT / name).read_text("utf-8"))


def test_what_pyproject_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run = packages("requirements.txt")
    development = run | packages("requirements-dev.txt")
    benchmarks = development | packages("requirements-bench.txt")
    for wanted, pinned in [
        *((line, run) for line in project["project"]["dependencies"]),
        *((line, run) for line in project["build-system"]["requires"]),
        *((line, development) for line in project["dependency-groups"]["dev"]),
        *((line, benchmarks) for line in project["dependency-groups"]["bench"]),
    ]:
        requirement = Requirement(wanted)
        (version,) = pinned[canonicalize_name(requirement.name)].specifier
        assert requirement.specifier.contains(version.version)
