"""Every pinned package is in ci/licences.txt, under a licence this project may depend on."""

import re
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PERMISSIVE = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0"}
FILE_COPYLEFT = {"MPL-1.1", "MPL-2.0"}  # used unmodified
REFUSED = re.compile(r"(?<![A-Za-z])A?L?GPL|General Public License", re.IGNORECASE)


def pinned(name: str) -> list[Requirement]:
    lines = re.findall(r"^(\w[^#\n]*?) *\\$", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    return [Requirement(line) for line in lines]


def listed() -> dict[str, tuple[str, str]]:
    """Package -> (the licence we use it under, what the package says of its licence)."""
    lines = (ROOT / "ci" / "licences.txt").read_text("utf-8").splitlines()
    rows = [re.split(r" {2,}", line) for line in lines if line and not line.startswith("#")]
    return {package: (licence, declared) for package, licence, declared in rows}


def declared(package: str) -> str:
    about = metadata.metadata(package)
    if expression := about.get("License-Expression"):
        return str(expression)
    prefix = "License :: "
    classifiers = [
        classifier.removeprefix(prefix).removeprefix("OSI Approved :: ")
        for classifier in about.get_all("Classifier", [])
        if classifier.startswith(prefix)
    ]
    return ", ".join(classifiers) or str(about.get("License"))


PINNED = [*pinned("requirements.txt"), *pinned("requirements-dev.txt")]
BENCH = pinned("requirements-bench.txt") if find_spec("matplotlib") else []
"""Those of the benchmarks, where `./start bench` has installed them."""
HERE = [one.name for one in [*PINNED, *BENCH] if one.marker is None or one.marker.evaluate()]


def test_the_list_names_what_is_pinned_and_nothing_else() -> None:
    everything = [
        *PINNED,
        *pinned("requirements-bench.txt"),
        *pinned("ci/requirements-readers.txt"),
    ]
    assert set(listed()) == {one.name for one in everything}


@pytest.mark.parametrize("package", HERE)
def test_the_package_says_what_the_list_says(package: str) -> None:
    assert listed()[package][1] == declared(package)


@pytest.mark.parametrize("package", sorted(listed()))
def test_the_licence_is_one_we_may_depend_on(package: str) -> None:
    licence, says = listed()[package]
    assert licence in PERMISSIVE | FILE_COPYLEFT
    # A package offered under several licences is used under the one that we name.
    assert not REFUSED.search(says) or re.search(r"Mozilla Public License|MPL|MIT|BSD|Apache", says)


@pytest.mark.parametrize(
    "says", ["GPL-3.0-or-later", "AGPL-3.0", "LGPLv3", "GNU General Public License v2 (GPLv2)"]
)
def test_a_licence_we_refuse_is_recognised(says: str) -> None:
    assert REFUSED.search(says)
