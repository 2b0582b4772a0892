"""The way of a document back: authors, moved sources, bases, commits."""

import subprocess
from pathlib import Path

import pytest

from indictment.folder import DiskFolder, bases
from indictment.folder.git import GitFault
from indictment.pipeline import absorbed, absorbing, building
from indictment.pipeline.patches import Stale
from tests.absorb.edits import Edited
from tests.absorb.matters import COUNT, Exported, export, exported
from tests.built import GOLDEN, copied


@pytest.fixture
def matter(tmp_path: Path) -> Exported:
    """The small matter in a repository, all committed, and its document."""
    root = copied(exported("small").root, tmp_path / "small")
    _git(root, "init", "-q")
    _git(root, "config", "user.name", "Keeper")
    _git(root, "config", "user.email", "keeper@example.org")
    (root / ".git/info/exclude").write_text(".indict/\n", encoding="utf-8")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "Filed")
    return export(root, revision=_git(root, "rev-parse", "HEAD"))


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def _read(root: Path, file: str = COUNT) -> str:
    return (root / file).read_text(encoding="utf-8")


def _two_people(data: bytes) -> bytes:
    edited = Edited(data, "Ann Lee", "2024-05-02T09:30:00Z")
    place = edited.find("removed 312 sacks")
    edited.replace(place.paragraph, place.start + 8, place.start + 11, "320")
    edited.author, edited.date = "Bo Ek", "2024-05-03T10:00:00Z"
    place = edited.find("removed 312320 sacks")
    edited.insert(place.paragraph, place.end, " and jars")
    place = edited.find("She kept the keys")
    edited.comment(place.paragraph, place.start, place.end, "Since when?")
    return edited.save()


def test_each_author_has_a_change_of_their_own(matter: Exported) -> None:
    found = absorbing.absorbed(matter.root, _two_people(matter.data))
    assert [one.author for one in found.landed] == ["Ann Lee", "Bo Ek"]
    first, second = found.landed
    assert (
        "+During the night of 2 to 3 March 2019 members of the Harbour Guard removed 320 sacks of wheat"
        in first.patch
    )
    assert "jars" not in first.patch
    assert "removed 320 sacks and jars of wheat" in second.patch
    assert "+<!-- note (Bo Ek, 2024-05-03): Since when? -->" in second.patch
    assert found.conflicts == ()


def test_the_patch_is_one_that_git_applies(matter: Exported, tmp_path: Path) -> None:
    found = absorbing.absorbed(matter.root, _two_people(matter.data))
    for n, one in enumerate(found.landed):
        patch = tmp_path / f"{n}.patch"
        patch.write_text(one.patch, encoding="utf-8")
        _git(matter.root, "apply", str(patch))
    assert "removed 320 sacks and jars of wheat" in _read(matter.root)


def test_a_commit_for_each_author(matter: Exported) -> None:
    (matter.root / "beside.txt").write_text("staged", encoding="utf-8")
    _git(matter.root, "add", "beside.txt")
    absorbed.make_sure_it_is_clean(matter.root)
    absorbed.commit(
        matter.root, "edited.docx", absorbing.absorbed(matter.root, _two_people(matter.data))
    )
    log = _git(matter.root, "log", "--format=%an|%ae|%at|%cn|%s", "-2").splitlines()
    assert log == [
        "Bo Ek|bo.ek@absorbed.invalid|1714730400|Keeper|Edits of Bo Ek in edited.docx",
        "Ann Lee|ann.lee@absorbed.invalid|1714642200|Keeper|Edits of Ann Lee in edited.docx",
    ]
    assert _git(matter.root, "status", "--short") == "A  beside.txt"
    assert "and jars" in _read(matter.root)


def test_a_commit_needs_a_clean_matter(matter: Exported) -> None:
    (matter.root / COUNT).write_text(_read(matter.root) + "\nMore.\n", encoding="utf-8")
    with pytest.raises(GitFault, match="not committed"):
        absorbed.make_sure_it_is_clean(matter.root)


def test_sources_that_moved_on_are_merged(matter: Exported) -> None:
    changed = _read(matter.root).replace("divided the price", "shared the price")
    (matter.root / COUNT).write_text(changed, encoding="utf-8")
    found = absorbing.absorbed(matter.root, _two_people(matter.data))
    assert not found.is_refused, found.refused
    absorbed.write(matter.root, found)
    assert "removed 320 sacks and jars of wheat" in _read(matter.root)
    assert "shared the price" in _read(matter.root)


def test_a_base_that_was_kept(tmp_path: Path) -> None:
    root = copied(exported("small").root, tmp_path / "small")
    made = export(root)
    bases.keep(root, DiskFolder(root))
    (root / COUNT).write_text(
        _read(root).replace("divided the price", "shared the price"), encoding="utf-8"
    )
    found = absorbing.absorbed(root, _two_people(made.data))
    assert not found.is_refused, found.refused
    assert "and jars" in found.landed[1].patch


def test_a_filed_document_is_compared_by_its_words(tmp_path: Path) -> None:
    root = copied(exported("small").root, tmp_path / "small")
    made = export(root, final=True)
    found = absorbing.absorbed(root, _two_people(made.data))
    assert not found.is_refused, (found.refused, found.missed)
    assert "does not say what it was made from" in found.said[0]
    assert [one.author for one in found.landed] == ["Ann Lee", "Bo Ek"]


def test_absorbed_twice_changes_nothing_more(matter: Exported) -> None:
    data = _two_people(matter.data)
    absorbed.write(matter.root, absorbing.absorbed(matter.root, data))
    again = absorbing.absorbed(matter.root, data)
    assert not again.is_refused, again.refused
    assert not any(one.files for one in again.landed)


def test_line_ends_and_byte_order_marks_are_kept(tmp_path: Path) -> None:
    root = copied(exported("small").root, tmp_path / "small")
    path = root / COUNT
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    made = export(root)
    absorbed.write(root, absorbing.absorbed(root, _two_people(made.data)))
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf---\r\n")
    assert content.count(b"\r\n") == content.count(b"\n")
    assert b"320 sacks and jars" in content


def test_a_file_that_changed_meanwhile(matter: Exported) -> None:
    found = absorbing.absorbed(matter.root, _two_people(matter.data))
    other = matter.root / "defendants/02-casavant.md"
    other.write_text(_read(matter.root, "defendants/02-casavant.md") + "\n", encoding="utf-8")
    before = _read(matter.root)
    with pytest.raises(Stale, match="changed meanwhile"):
        absorbed.write(matter.root, found)
    assert _read(matter.root) == before


@pytest.mark.slow
def test_a_document_as_it_was_built_brings_nothing_back(tmp_path: Path) -> None:
    """Its contents have the page numbers of the PDF, which the tool's own copy of it lacks."""
    root = copied(GOLDEN / "republic", tmp_path / "republic")
    built = building.build(root, ("docx",), progress=lambda stage, what: None)
    [made] = built.made
    found = absorbing.absorbed(root, (built.folder / made.name).read_bytes())
    assert (found.landed, found.conflicts) == ((), ())
