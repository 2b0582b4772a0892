"""The offences that come with the tool: each can be charged, and says on what text it rests."""

import re
from pathlib import Path

import pytest

from indictment.folder import DiskFolder, MemoryFolder
from indictment.model.offence import Offence
from indictment.parse.law import Law
from indictment.parse.reading import Known, Reader

ROOT = Path(__file__).parents[1]
ADDRESS = re.compile(r"\b[\w-]+(\.[\w-]+)+(/|\b)")
LONGEST = 420
CONTEXT = re.compile(r"elements (\d+) and (\d+) there are those that this offence takes from")


def library() -> tuple[Law, dict[str, Offence]]:
    folder = DiskFolder(ROOT)
    law = Law(
        Reader(folder, Known()), folder.files(), Reader(MemoryFolder({}), Known()), frozenset()
    )
    return law, law.read(())


LAW, OFFENCES = library()
CHARGED = {label: offence for label, offence in OFFENCES.items() if not offence.abstract}
FILES = sorted(
    path for path in (ROOT / "offences").rglob("*.yaml") if not path.name.startswith(".")
)


def test_every_file_can_be_read_and_has_what_it_needs() -> None:
    said = [f"{d.span.start} {d.message}" for d in (*LAW.own.diagnostics, *LAW.faults)]
    assert said == []
    assert set(OFFENCES) == {path.stem for path in FILES if path.parent.name == "offences"}


def test_it_has_the_instruments_that_offices_charge_under() -> None:
    beginnings = ("rome-statute-6-a", "rome-statute-7-1-k", "rome-statute-8-2-a-i", "rome-statute-8-2-b-i", "rome-statute-8-2-c-i-1", "rome-statute-8-2-e-i", "rome-statute-8bis", "nuremberg-6-a", "nuremberg-6-b", "nuremberg-6-c", "icty-2-a", "icty-3",
                  "icty-4-2-a", "icty-5-a", "ua-criminal-code-437", "ua-criminal-code-438", "stca-", "ew-", "us-")  # fmt: skip
    for beginning in beginnings:
        assert any(label.startswith(beginning) for label in CHARGED), beginning


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_names_the_text_that_was_read_and_when(path: Path) -> None:
    source = re.search(r"^source: *(>-\n)?((?: .*\n|.+\n)+)", path.read_text("utf-8"), re.MULTILINE)
    assert source
    words = source[2]
    inherits = re.search(r"in the text named in|the same text|as in", words)
    assert ADDRESS.search(words) or inherits, words
    assert re.search(r"\b20\d\d\b", words), words


@pytest.mark.parametrize("label", sorted(CHARGED))
def test_each_offence_can_be_charged(label: str) -> None:
    offence = CHARGED[label]
    assert offence.citation.strip()
    assert offence.modes, "no mode of liability"
    assert any(element.kind in ("conduct", "consequence") for element in offence.elements)
    for element in (*offence.elements, *(e for mode in offence.modes for e in mode.elements)):
        assert len(element.text) <= LONGEST, element.id
        assert element.text.rstrip().endswith((".", ";", ":")), element.id
    for mode in offence.modes:
        assert all(element.per == "accused" for element in mode.elements), mode.id


def _numbers(offence: Offence) -> list[int]:
    return [int(found[0]) for e in offence.elements if (found := re.match(r"\d+", e.number))]


NUMBERED = sorted(label for label, offence in CHARGED.items() if _numbers(offence))


@pytest.mark.parametrize("label", NUMBERED)
def test_official_numbers_of_elements_have_no_gap(label: str) -> None:
    found = sorted(set(_numbers(CHARGED[label])))
    assert found == list(range(1, len(found) + 1))
    numbers = [element.number for element in CHARGED[label].elements if element.number]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("label", NUMBERED)
def test_a_note_on_the_common_elements_goes_on_where_the_own_ones_end(label: str) -> None:
    """The contextual elements are the last of the official list, and stand first here."""
    offence = CHARGED[label]
    said = CONTEXT.search(" ".join(offence.note.split()))
    shares = label.startswith("rome-statute-") and offence.extends is not None
    assert bool(said) == shares
    if said:
        last = max(_numbers(offence))
        assert (int(said[1]), int(said[2])) == (last + 1, last + 2)


@pytest.mark.parametrize("label", sorted(label for label in CHARGED if label.startswith("rome-")))
def test_incitement_is_a_mode_of_genocide_alone(label: str) -> None:
    modes = {mode.id for mode in CHARGED[label].modes}
    assert ("incitement" in modes) == label.startswith("rome-statute-6-")
    assert {"ordering", "superior-responsibility"} <= modes


def test_what_is_provisional_says_so() -> None:
    assert [label for label, o in CHARGED.items() if o.status == "provisional"] == [
        label for label in sorted(CHARGED) if label.startswith("stca-")
    ]
