"""A matter at a commit is read like one on disk."""

import hashlib
from pathlib import Path

import pytest

from indictment.folder import DiskFolder
from indictment.folder.git import NoRevision, Repository, repository
from indictment.folder.revision import RevisionFolder, matter_at
from indictment.pipeline.reading import check_folder
from tests.built import GOLDEN, copied
from tests.repositories import Repo, repo

POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize {}\n"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    one = repo(tmp_path / "repo", monkeypatch)
    copied(GOLDEN / "small", one.root)
    return one


def held(one: Repo, prefix: str = "") -> Repository:
    found = repository(one.root / prefix)
    assert found is not None
    return found


def test_the_same_files_with_the_same_bytes(made: Repo) -> None:
    for hidden in ("facts/.hidden.md", ".github/x.yaml", "facts/__pycache__/a.md", "notes/a.md",
                   "counts/below/deep.md", "facts/9.md/inside.txt", "matter.yml"):  # fmt: skip
        made.write(hidden, "Words.\n")
    made.commit("All")
    revision, disk = matter_at(held(made), "HEAD"), DiskFolder(made.root)
    assert revision.files() == disk.files()
    assert "facts/9.md" in disk.files()
    for path in sorted(disk.files()):
        assert revision.read(path) == disk.read(path)
        assert revision.hindrance(path) == disk.hindrance(path)


def test_an_earlier_version_is_checked_like_the_present_one(made: Repo) -> None:
    made.commit("All")
    before = check_folder(DiskFolder(made.root))
    made.replace("counts/01-pillage.md", "@unlocking", "@unloking")
    made.commit("A slip", day=2)
    old = check_folder(matter_at(held(made), "HEAD~1"))
    new = check_folder(matter_at(held(made), "HEAD"))
    assert old.diagnostics == before.diagnostics
    assert [d.rule.code for d in new.diagnostics if d.is_error] == ["XRF001"]
    assert old.can_be_built
    assert not new.can_be_built


def test_a_matter_in_a_folder_below(made: Repo, tmp_path: Path) -> None:
    copied(GOLDEN / "small", made.root / "Справи [2022]" / "doe")
    made.commit("Two matters")
    below = matter_at(held(made, "Справи [2022]/doe"), "HEAD")
    assert below.files() == DiskFolder(made.root / "Справи [2022]" / "doe").files()


def test_a_revision_without_the_matter_names_those_it_has(made: Repo) -> None:
    made.commit("At the root")
    copied(GOLDEN / "small", made.root / "cases" / "doe")
    there = held(made, "cases/doe")
    with pytest.raises(NoRevision, match="“HEAD” holds no matter in cases/doe") as fault:
        matter_at(there, "HEAD")
    assert fault.value.help == "matters in it: the root"


def test_links_are_named_and_not_followed(made: Repo) -> None:
    (made.root / "facts" / "08-link.md").symlink_to("01-siege.md")
    made.commit("A link")
    revision = matter_at(held(made), "HEAD")
    assert revision.read("facts/08-link.md") is None
    words = "a link, and links are not followed in an earlier version"
    assert revision.hindrance("facts/08-link.md") == words
    said = check_folder(revision).diagnostics
    assert (
        "facts/08-link.md",
        f"this is {words}, so nothing of it is read",
    ) in [(d.span.file, d.message) for d in said]


def test_a_submodule_is_named(made: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = repo(tmp_path / "evidence", monkeypatch)
    other.write("scan.txt", "Evidence.\n")
    whole = other.commit("Evidence")
    made.git("update-index", "--add", "--cacheinfo", f"160000,{whole},exhibits/files")
    made.git("add", "matter.yaml")
    made.git("commit", "-q", "-m", "s", GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@b.example",
             GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@b.example")  # fmt: skip
    revision = matter_at(held(made), "HEAD")
    assert revision.read("exhibits/files") is None
    assert revision.hindrance("exhibits/files").startswith("a submodule")


def test_a_placeholder_of_git_lfs_is_named_and_filled_where_the_file_is_here(made: Repo) -> None:
    content = b"%PDF-1.7 a large scan\n"
    sum = hashlib.sha256(content).hexdigest()
    made.write("exhibits/scan.pdf", POINTER.format(sum, len(content)))
    made.commit("A large file")
    first = matter_at(held(made), "HEAD")
    assert first.read("exhibits/scan.pdf") is None
    assert first.hindrance("exhibits/scan.pdf").startswith("a placeholder of Git LFS")
    store = made.root / ".git" / "lfs" / "objects" / sum[:2] / sum[2:4] / sum
    store.parent.mkdir(parents=True)
    store.write_bytes(content)
    assert matter_at(held(made), "HEAD").read("exhibits/scan.pdf") == content
    store.write_bytes(b"something else")
    assert matter_at(held(made), "HEAD").read("exhibits/scan.pdf") is None


def test_exhibits_too_large_to_be_read_at_once_are_read_one_by_one(
    made: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.commit("All")
    monkeypatch.setattr("indictment.folder.revision._AT_ONCE", 10)
    revision = RevisionFolder(held(made), made.git("rev-parse", "HEAD").strip())
    disk = DiskFolder(made.root)
    assert all(revision.read(path) == disk.read(path) for path in disk.files())
    assert revision.read("../matter.yaml") is None
    assert revision.read("facts/none.md") is None
