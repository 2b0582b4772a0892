"""The court that is seen at a glance is the one that the matter names, or none is seen."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from indictment.folder import MemoryFolder
from indictment.parse import glance


def seen(text: str) -> str | None:
    return glance.court(MemoryFolder({"matter.yaml": text.encode()}))


@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("title: A\n", "international"),
        ("title: A\ncourt: republic\n", "republic"),
        ('court: "us-federal"  # as filed\ntitle: A\n', "us-federal"),
        ("title: A\r\ncourt: 'kosovo'\r\n", "kosovo"),
        ("court:\n  republic\n", None),
        ("court: &form republic\n", None),
        ('{"court": "republic"}\n', None),
        ("court : republic\n", None),
        ("", "international"),
    ],
)
def test_it_is_seen_or_it_is_not(text: str, court: str | None) -> None:
    assert seen(text) == court


def test_a_matter_without_its_file_has_the_usual_one() -> None:
    assert glance.court(MemoryFolder({})) == "international"


@given(
    st.sampled_from(["republic", "us-federal", "international", "x_1"]),
    st.sampled_from(
        ["court: {}", "court: '{}'", 'court:   "{}" # note', "court: {} ", "court: >-\n  {}"]
    ),
    st.booleans(),
)
def test_what_is_seen_is_what_yaml_reads(name: str, line: str, first: bool) -> None:
    lines = [line.format(name), "title: A"]
    text = "\n".join(lines if first else lines[::-1]) + "\n"
    assert seen(text) in (None, yaml.safe_load(text)["court"])
