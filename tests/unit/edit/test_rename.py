"""Renaming a label changes every place that means it, and no other."""

import pytest

from indictment.edit import rename
from indictment.edit.change import Change, by_file, rewritten
from indictment.folder import MemoryFolder
from indictment.model.matter import Matter
from indictment.pipeline.reading import check_folder, read_folder
from tests.built import GOLDEN

SMALL = {
    path.relative_to(GOLDEN / "small").as_posix(): path.read_bytes()
    for path in sorted((GOLDEN / "small").rglob("*"))
    if path.is_file() and path.relative_to(GOLDEN / "small").parts[0] not in (".indict", "build")
}


def matter(files: dict[str, bytes]) -> Matter:
    read = read_folder(MemoryFolder(files))
    assert read.diagnostics == ()
    assert read.matter is not None
    return read.matter


def done(files: dict[str, bytes], change: Change) -> dict[str, bytes]:
    """The files after a change."""
    after = dict(files)
    for file, replacements in by_file(change).items():
        after[file] = rewritten(files[file], replacements)
    for old, new in change.renamed:
        after[new] = after.pop(old)
    return after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("removal", "taking"),
        ("unlocking", "opening"),
        ("order-14", "harbour-order"),
        ("tollan", "captain"),
        ("pillage", "taking-of-grain"),
        ("granary", "the-quay"),
    ],
)
def test_all_that_is_bound_stays_bound_and_going_back_restores_each_byte(
    old: str, new: str
) -> None:
    after = done(SMALL, rename.change(matter(SMALL), old, new))
    assert after != SMALL
    assert check_folder(MemoryFolder(after)).diagnostics == ()
    assert done(after, rename.change(matter(after), new, old)) == SMALL


def test_the_same_word_with_another_meaning_stays() -> None:
    after = done(SMALL, rename.change(matter(SMALL), "pillage", "taking"))
    assert "offence: pillage" in after["counts/01-taking.md"].decode()
    assert "offences/pillage.yaml" in after


def test_a_longer_label_that_begins_alike_stays() -> None:
    files = SMALL | {
        "facts/02-quay.md": b"---\ntitle: The Quay\n---\n\n{#removal-2}\nSee @removal and @removal-2"
        b" [@order-14, p. 1].\n"
    }
    after = done(files, rename.change(matter(files), "removal", "taking"))
    assert b"{#removal-2}\nSee @taking and @removal-2 [" in after["facts/02-quay.md"]


def test_a_capital_at_the_beginning_of_a_sentence_stays_a_capital() -> None:
    files = SMALL | {
        "facts/02-quay.md": b"---\ntitle: The Quay\n---\n\n{#quay}\n@Removal shows it [@order-14, p. 1].\n"
    }
    after = done(files, rename.change(matter(files), "removal", "taking"))
    assert b"@Taking shows it" in after["facts/02-quay.md"]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("removal", "purpose", "already in use"),
        ("nothing", "something", "nothing in this matter"),
        ("removal", "Removal", "cannot be a label"),
        ("removal", "a--b", "cannot be a label"),
        ("removal", "x" * 36, "cannot be a label"),
        ("removal", "приказ", "cannot be a label"),
    ],
)
def test_what_cannot_be_is_refused_in_words(old: str, new: str, why: str) -> None:
    with pytest.raises(rename.CannotRename, match=why):
        rename.change(matter(SMALL), old, new)
