"""Sources that moved on: where in them a block stands that was changed on both sides."""

from pathlib import Path

from indictment import parse
from indictment.folder.memory import MemoryFolder
from indictment.pipeline.moved_on import MovedOn
from indictment.pipeline.reading import Checked

PATH = "facts/01-granary.md"


def lines(base: str, ours: str, theirs: str) -> list[int]:
    """The lines of what was changed in Word and in the sources."""
    moved_on = MovedOn(
        Path(),
        MemoryFolder({}),
        Checked(None, (), {}),
        {PATH: base.encode()},
        {PATH: ours.encode()},
        parse.Known(),
    )
    return [clash.line for clash in moved_on.merged({PATH: theirs.encode()})[1]]


def test_a_block_that_stands_twice_is_found_where_it_was_changed() -> None:
    base = (
        "The clerk wrote twelve sacks into the ledger.\n\nThe lamps were out.\n\n"
        "The clerk wrote thirty sacks into the ledger.\n\nIt rained.\n"
    )
    ours = base.replace("twelve", "forty").replace("thirty", "forty")
    assert lines(base, ours, base.replace("thirty", "fifty")) == [5]
    assert lines(base, ours, base.replace("twelve", "fifty")) == [1]
    both = base.replace("twelve", "fifty").replace("thirty", "ninety")
    assert lines(base, ours, both) == [1, 5]


def test_the_line_is_that_of_the_words_and_not_of_the_label() -> None:
    base = "It rained.\n\n{#one}\nTwelve sacks.\n"
    ours, theirs = base.replace("Twelve", "Forty"), base.replace("Twelve", "Fifty")
    assert lines(base, ours, theirs) == [4]
