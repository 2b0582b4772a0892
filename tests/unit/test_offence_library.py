"""The files of offences/ that come with the tool: each can be read, rests on a text, and counts right."""

import re

import pytest

from indictment.folder import DiskFolder, MemoryFolder
from indictment.machine.shipped import shipped
from indictment.model.offence import Offence
from indictment.model.provisions import LiabilityFile
from indictment.parse.offence_binding import Binding
from indictment.parse.offence_files import LIABILITY, OFFENCES, Files
from indictment.parse.reading import Reader

LONGEST_TEXT = 400
LONGEST_LABEL = 35
LABEL = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ADDRESS = re.compile(r"\b[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}\b", re.I)
DATE = re.compile(
    r"\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{4}\b"
)
CONTEXT = re.compile(r"elements (\d+) and (\d+) there are those that this offence takes from")

LIBRARY = DiskFolder(shipped("offences").parent)


def _files() -> tuple[Files, tuple[Reader, Reader]]:
    readers = (Reader(MemoryFolder({})), Reader(LIBRARY))
    return Files(*readers), readers


OFFENCE_NAMES = _files()[0].names(OFFENCES)
LIABILITY_NAMES = _files()[0].names(LIABILITY)


def whole(name: str) -> Offence:
    """The offence with what it extends; its faults fail the test."""
    files, readers = _files()
    binding = Binding(files, OFFENCE_NAMES)
    offence = binding.whole(name)
    faults = [*binding.faults, *readers[0].diagnostics, *readers[1].diagnostics]
    assert [f"{fault.span.file}: {fault.message}" for fault in faults] == []
    assert offence is not None
    return offence


def liability(name: str) -> LiabilityFile:
    """The file of modes of liability; its faults fail the test."""
    files, readers = _files()
    file = files.liability(name)
    assert [fault.message for fault in readers[1].diagnostics] == []
    assert file is not None
    return file


def test_the_rome_statute_is_there() -> None:
    assert {"rome-statute-6-a", "rome-statute-7-1-k", "rome-statute-8bis"} <= set(OFFENCE_NAMES)
    assert "rome-statute" in LIABILITY_NAMES


@pytest.mark.parametrize("name", OFFENCE_NAMES)
def test_an_offence_is_named_by_a_label(name: str) -> None:
    assert LABEL.fullmatch(name)
    assert len(name) <= LONGEST_LABEL


@pytest.mark.parametrize("name", OFFENCE_NAMES)
def test_an_offence_says_where_and_when_its_text_was_read(name: str) -> None:
    source = whole(name).source
    assert ADDRESS.search(source)
    assert DATE.search(source)


@pytest.mark.parametrize("name", LIABILITY_NAMES)
def test_modes_of_liability_say_where_and_when_their_text_was_read(name: str) -> None:
    source = liability(name).source
    assert ADDRESS.search(source)
    assert DATE.search(source)


@pytest.mark.parametrize("name", OFFENCE_NAMES)
def test_each_label_of_an_offence_names_one_thing(name: str) -> None:
    labels = [each.id for each in whole(name).requirements()]
    assert sorted(labels) == sorted(set(labels))
    assert [label for label in labels if len(label) > LONGEST_LABEL] == []


@pytest.mark.parametrize("name", LIABILITY_NAMES)
def test_each_label_of_the_modes_names_one_thing(name: str) -> None:
    elements = [element for mode in liability(name).modes for element in mode.elements]
    labels = [label for e in elements for label in (e.id, *(part.id for part in e.parts))]
    assert sorted(labels) == sorted(set(labels))
    assert [label for label in labels if len(label) > LONGEST_LABEL] == []


@pytest.mark.parametrize("name", OFFENCE_NAMES)
def test_the_numbers_of_the_elements_have_no_gap(name: str) -> None:
    numbers = [element.number for element in whole(name).elements if element.number]
    found = sorted({int(re.match(r"\d+", number)[0]) for number in numbers})  # type: ignore[index]
    assert found == list(range(1, len(found) + 1))
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("name", OFFENCE_NAMES)
def test_a_note_on_the_common_elements_goes_on_where_the_own_ones_end(name: str) -> None:
    offence = whole(name)
    own = sum(1 for element in offence.elements if element.number)
    said = CONTEXT.search(offence.note)
    shares = any(label.startswith("rome-statute-") for label in offence.extends)
    assert bool(said) == (shares and own > 0)
    if said:
        assert (int(said[1]), int(said[2])) == (own + 1, own + 2)


@pytest.mark.parametrize("name", OFFENCE_NAMES)
def test_the_words_of_an_offence_are_short(name: str) -> None:
    long = [each.id for each in whole(name).requirements() if len(each.text) > LONGEST_TEXT]
    assert long == []


@pytest.mark.parametrize("name", OFFENCE_NAMES)
def test_a_state_of_mind_and_a_position_are_pleaded_for_each_accused(name: str) -> None:
    personal = [e for e in whole(name).elements if e.kind in ("mental", "leadership", "conduct")]
    assert [element.id for element in personal if element.per != "accused"] == []


@pytest.mark.parametrize("name", [n for n in OFFENCE_NAMES if n.startswith("rome-statute-")])
def test_incitement_is_a_mode_of_genocide_alone(name: str) -> None:
    modes = {mode.id for mode in whole(name).modes}
    assert ("incitement" in modes) == name.startswith("rome-statute-6-")
    assert {"ordering", "superior-responsibility"} <= modes
