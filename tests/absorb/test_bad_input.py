"""What cannot be absorbed: a clear sentence each, and no file changed."""

import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from indictment.folder import DiskFolder
from indictment.folder.digest import digest
from indictment.pipeline import absorbing
from tests.absorb.edits import Edited, W
from tests.absorb.matters import export, exported
from tests.built import copied


def refused(data: bytes, root: Path | None = None, base: str = "") -> str:
    """Why `data` is not absorbed; the sources are as they were."""
    root = root or exported("small").root
    before = digest(DiskFolder(root))
    found = absorbing.absorbed(root, data, base)
    assert found.refused is not None
    assert found.landed == ()
    assert digest(DiskFolder(root)) == before
    return found.refused.reason


def test_not_a_word_document() -> None:
    assert refused(b"") == "it is empty"
    assert refused(b"%PDF-1.7 ...") == "it is a PDF"
    assert refused(b"PK\x03\x04 broken") != ""


def test_a_zip_bomb() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<x/>")
        bomb.writestr("word/document.xml", b"0" * 400_000_000)
    assert refused(packed.getvalue()) != ""


def test_a_document_of_another_matter() -> None:
    said = refused(exported("republic").data)
    assert "this is a document of" in said
    assert "Tollan and" in said


def test_another_matter_without_an_origin(tmp_path: Path) -> None:
    other = export(exported("republic").root, final=True)
    assert refused(other.data) == "the words of this document are not those of the matter here"


def test_a_revision_that_nobody_knows(tmp_path: Path) -> None:
    root = copied(exported("small").root, tmp_path / "small")
    edited = export(root, revision="0123456789" * 4)
    path = root / "counts/01-pillage.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert "revision 0123456789, which this repository does not have" in refused(edited.data, root)
    assert "no folder nowhere" in refused(edited.data, root, "nowhere")


def test_sources_that_were_never_kept(tmp_path: Path) -> None:
    root = copied(exported("small").root, tmp_path / "small")
    edited = export(root)
    path = root / "counts/01-pillage.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert "never committed" in refused(edited.data, root)


def test_a_base_that_cannot_be_read(tmp_path: Path) -> None:
    root = copied(exported("small").root, tmp_path / "small")
    broken = copied(root, tmp_path / "broken")
    (broken / "counts/01-pillage.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert "cannot be read" in refused(exported("small").data, root, str(broken))
    shutil.rmtree(broken)


def _deleted(names: list[etree._Element]) -> None:
    for one in names:
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)


def _doubled(names: list[etree._Element]) -> None:
    for one in names:
        one.set(f"{W}name", names[0].get(f"{W}name") or "")


def _swapped(names: list[etree._Element]) -> None:
    given = [one.get(f"{W}name") or "" for one in names]
    for one, name in zip(names, reversed(given), strict=True):
        one.set(f"{W}name", name)


@pytest.mark.parametrize("spoil", [_deleted, _doubled, _swapped])
@pytest.mark.parametrize("name", ["small", "republic"])
def test_broken_bookmarks(name: str, spoil: Callable[[list[etree._Element]], None]) -> None:
    """Where labels say nothing, or something else, the words say which paragraph it is."""
    edited = Edited(exported(name).data, "Ann Lee")
    spoil(list(edited.body.iter(f"{W}bookmarkStart")))
    place = edited.find("Harbour Guard removed" if name == "small" else "No one was let out")
    edited.insert(place.paragraph, place.end, " quickly")
    found = absorbing.absorbed(exported(name).root, edited.save())
    assert not found.is_refused, (found.refused, found.missed)
    assert found.conflicts == ()
    assert [list(one.files) for one in found.landed] == [
        ["counts/01-pillage.md" if name == "small" else "facts/06-kessary.md"]
    ]


@pytest.mark.parametrize("tracked", [True, False])
def test_an_edit_in_a_citation_is_told(tracked: bool) -> None:
    edited = Edited(exported("small").data, "Ann Lee", tracked=tracked)
    place = edited.find("in particular in paragraph")
    held = edited.computed(place.paragraph)
    edited.insert(place.paragraph, held[0].start + 3, "XX")
    found = absorbing.absorbed(exported("small").root, edited.save())
    assert not found.is_refused
    assert len(found.conflicts) == 1
    author, conflict = found.conflicts[0]
    assert author == ("Ann Lee" if tracked else "untracked")
    assert "counts/01-pillage.md:29" in conflict.place
