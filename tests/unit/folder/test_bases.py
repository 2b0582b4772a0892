"""Sources are kept by their digest, and what is damaged is as if it were not there."""

import os
import zipfile
from pathlib import Path

import pytest

from indictment.folder import DiskFolder, MemoryFolder, bases
from indictment.folder.digest import digest, sources
from tests.built import GOLDEN, copied
from tests.repositories import repo

FILES = {"matter.yaml": "title: A\n", "facts/01.md": "Words.\n"}


def path(root: Path, name: str) -> Path:
    return root / ".indict" / "bases" / f"{name}.zip"


def test_the_digest_tells_every_change_of_what_is_written() -> None:
    first = digest(MemoryFolder(FILES))
    assert first == digest(MemoryFolder(dict(reversed(FILES.items()))))
    for other in (
        {**FILES, "facts/01.md": "Words .\n"},
        {**FILES, "facts/02.md": ""},
        {"matter.yaml": "title: A\n", "facts/1.md": "Words.\n"},
        {"matter.yaml": "title: A\nWords.\n", "facts/01.md": ""},
    ):
        assert digest(MemoryFolder(other)) != first


def test_evidence_and_what_is_built_do_not_count() -> None:
    first = digest(MemoryFolder(FILES))
    for other in ("exhibits/scan.pdf", "exhibits/files/list.csv", "exhibits/log.csv",
                  "exhibits/files/a.yaml", "figures/map.png"):  # fmt: skip
        assert digest(MemoryFolder({**FILES, other: "Words.\n"})) == first
    for other in ("exhibits/list.yaml", "templates/court/style.css", "templates/court/a.html",
                  "schedules/a.csv", "persons.yaml"):  # fmt: skip
        assert digest(MemoryFolder({**FILES, other: "Words.\n"})) != first


def test_a_matter_has_one_digest_on_disk_and_in_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from indictment.folder.git import repository
    from indictment.folder.revision import matter_at

    made = repo(tmp_path / "repo", monkeypatch)
    copied(GOLDEN / "small", made.root)
    made.write("build/notes.md", "Made.\n")
    made.write("sealed/names.md", "Real names.\n")
    made.commit("All")
    held = repository(made.root)
    assert held is not None
    there = matter_at(held, "HEAD")
    assert digest(there) == digest(DiskFolder(made.root))
    assert len(digest(there)) == 64


def test_what_is_kept_is_found_again_to_the_byte(tmp_path: Path) -> None:
    root = copied(GOLDEN / "small", tmp_path / "matter")
    folder = DiskFolder(root)
    name = bases.keep(root, folder)
    first = path(root, name).read_bytes()
    found = bases.find(root, name)
    assert found is not None
    assert found.files() == sources(folder).files()
    assert "exhibits/exhibits.yaml" in found.files()
    assert all(found.read(p) == folder.read(p) for p in found.files())
    path(root, name).unlink()
    assert bases.keep(root, folder) == name
    assert path(root, name).read_bytes() == first
    assert [p.name for p in path(root, name).parent.iterdir()] == [f"{name}.zip"]


@pytest.mark.parametrize("name", ["", "x" * 64, "../../matter", "A" * 64, "0" * 64, "0" * 63])
def test_no_other_name_finds_anything(tmp_path: Path, name: str) -> None:
    bases.keep(tmp_path, MemoryFolder(FILES))
    assert bases.find(tmp_path, name) is None


def test_what_is_damaged_is_as_if_not_there_and_kept_anew(tmp_path: Path) -> None:
    name = bases.keep(tmp_path, MemoryFolder(FILES))
    whole = path(tmp_path, name).read_bytes()
    another = bases._packed(MemoryFolder({**FILES, "facts/01.md": "Other words.\n"}))
    for damaged in (b"", whole[:40], whole[:-10], b"no zip", another):
        path(tmp_path, name).write_bytes(damaged)
        assert bases.find(tmp_path, name) is None
    for at in range(len(whole)):
        turned = bytearray(whole)
        turned[at] ^= 0x55
        path(tmp_path, name).write_bytes(bytes(turned))
        found = bases.find(tmp_path, name)
        assert found is None or digest(found) == name
    assert bases.keep(tmp_path, MemoryFolder(FILES)) == name
    assert bases.find(tmp_path, name) is not None


def test_a_zip_that_would_fill_the_memory_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bases, "_BYTES", 1_000_000)
    name = bases.keep(tmp_path, MemoryFolder(FILES))
    with zipfile.ZipFile(path(tmp_path, name), "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(4):
            packed.writestr(f"facts/{number}.md", b"\0" * 400_000)
    assert bases.find(tmp_path, name) is None
    with zipfile.ZipFile(path(tmp_path, name), "w") as packed:
        packed.writestr("../outside.md", "x")
    assert bases.find(tmp_path, name) is None


def test_the_newest_fifty_are_kept(tmp_path: Path) -> None:
    names = []
    for number in range(bases.KEPT + 2):
        name = bases.keep(tmp_path, MemoryFolder({**FILES, "facts/01.md": f"{number}\n"}))
        names.append(name)
        os.utime(path(tmp_path, name), (1_000_000 + number,) * 2)
    assert bases.find(tmp_path, names[0]) is None
    assert bases.find(tmp_path, names[2]) is not None
    # What is made again counts as new.
    bases.keep(tmp_path, MemoryFolder({**FILES, "facts/01.md": "2\n"}))
    bases.keep(tmp_path, MemoryFolder(FILES))
    assert bases.find(tmp_path, names[2]) is not None
    assert len(list(path(tmp_path, "x").parent.iterdir())) == bases.KEPT
