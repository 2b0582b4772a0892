"""Revisions of a matter, and who wrote what in them, from real repositories."""

import subprocess
from pathlib import Path

import pytest

from indictment.folder import git
from indictment.folder.authors import Authors, authors
from indictment.model.redline import Authorship
from tests.repositories import Repo, by, repo

ADA = Authorship("Ada Drafter", "2022-05-01T08:00:00Z")
FACTS = "First line.\nSecond line.\nThird line.\nFourth line.\n"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    one = repo(tmp_path / "Справа No. 1", monkeypatch)
    one.write("matter.yaml", "title: A\ndate: 2022-05-01\n")
    one.write("facts/01-Міст.md", FACTS)
    one.commit("First")
    one.git("tag", "filed-2022-05-01")
    return one


def held(one: Repo, inside: str = "") -> git.Repository:
    found = git.repository(one.root / inside)
    assert found is not None
    return found


def test_a_folder_without_git_is_in_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert git.repository(tmp_path) is None
    assert git.last_commit_of_sources(tmp_path) == ""


def test_a_matter_in_a_folder_below_knows_its_prefix(made: Repo) -> None:
    made.write("cases/Дoe & Co/matter.yaml", "title: B\n")
    found = held(made, "cases/Дoe & Co")
    assert found.root == made.root
    assert found.prefix == "cases/Дoe & Co/"
    assert found.matter == made.root / "cases" / "Дoe & Co"


def test_what_git_sets_for_its_hooks_does_not_mislead(
    made: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = repo(tmp_path / "other", monkeypatch)
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    assert held(made).root == made.root


def test_a_tag_a_branch_and_an_id_name_a_commit(made: Repo) -> None:
    whole = made.git("rev-parse", "HEAD").strip()
    made.git("tag", "-a", "signed", "-m", "by the Prosecutor", **by("Ada Drafter"))
    for name in ("filed-2022-05-01", "main", "HEAD", whole[:8], "signed"):
        assert git.commit_id(held(made), name) == whole


@pytest.mark.parametrize("name", ["", "  ", "--help", "-q", "HEAD..main", "two words", "a\0b"])
def test_what_is_no_revision_is_said_to_be_none(made: Repo, name: str) -> None:
    with pytest.raises(git.NoRevision):
        git.commit_id(held(made), name)


def test_near_tags_are_named(made: Repo) -> None:
    with pytest.raises(git.NoRevision, match="no revision “filed-2022-05-10”") as fault:
        git.commit_id(held(made), "filed-2022-05-10")
    assert fault.value.help == "write filed-2022-05-01"
    with pytest.raises(git.NoRevision) as fault:
        git.commit_id(held(made), "v9")
    assert fault.value.help == "tags of this repository: filed-2022-05-01"


def test_an_empty_repository_has_no_last_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = held(repo(tmp_path / "empty", monkeypatch))
    with pytest.raises(git.NoRevision, match="nothing has been committed"):
        git.commit_id(empty, "HEAD")
    assert git.last_commit_of_sources(empty.root) == ""


def test_git_may_be_missing(made: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(git.NoGit, match="git is not installed"):
        git.repository(made.root)


def test_a_repository_of_another_user_is_refused_in_words(
    made: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(git.Refused, match="belongs to another user") as fault:
        git.repository(made.root)
    assert fault.value.help.endswith(f"--add safe.directory '{made.root}'")


def test_a_slow_disk_is_no_traceback(made: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*args: object, **more: object) -> None:
        raise subprocess.TimeoutExpired("git", 60)

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(git.Refused, match="did not answer within 60 seconds"):
        git.repository(made.root)


def test_files_and_their_content_are_read_in_one_answer_each(made: Repo) -> None:
    made.write("cases/doe/counts/1 [a].md", "Доу\n")
    made.write("cases/doe/empty.md", "")
    whole = made.commit("A matter below")
    below = git.Repository(made.root, "cases/doe/")
    found = {one.path: one for one in git.entries(below, whole)}
    assert sorted(found) == ["counts/1 [a].md", "empty.md"]
    read = git.blobs(below, [one.blob for one in found.values()])
    assert read[found["counts/1 [a].md"].blob] == "Доу\n".encode()
    assert read[found["empty.md"].blob] == b""
    assert found["counts/1 [a].md"].size == 7
    with pytest.raises(git.Refused, match="lacks a part"):
        git.blobs(below, ["1" * 40])


def test_names_are_those_of_the_mailmap(made: Repo) -> None:
    made.write(".mailmap", "Dr Ada Drafter <ada@office.example>\n")
    whole = made.commit("A name corrected", day=2)
    found = git.commit(held(made), whole)
    assert found.authorship == Authorship("Dr Ada Drafter", "2022-05-02T08:00:00Z")
    assert (found.subject, found.email) == ("A name corrected", "ada@office.example")
    assert asked(made, "filed-2022-05-01", whole).inserted("facts/01-Міст.md", 1).author == (
        "Dr Ada Drafter"
    )


def asked(one: Repo, old: str, new: str) -> Authors:
    there = held(one)
    return authors(there, git.commit_id(there, old), new and git.commit_id(there, new), "2022-06")


def test_each_line_has_who_wrote_it_and_who_took_it_away(made: Repo) -> None:
    path = "facts/01-Міст.md"
    made.replace(path, "Second line.\n", "Second line, reworded.\n")
    made.commit("Two", "Bo Colleague", 2)
    made.replace(path, "Fourth line.\n", "Fifth line.\n")
    made.commit("Three", "Cy Assistant", 3)
    made.write("facts/02-new.md", "New.\n")
    made.commit("Four", "Dee Leader", 4)
    found = asked(made, "filed-2022-05-01", "main")
    bo, cy = (
        Authorship("Bo Colleague", "2022-05-02T08:00:00Z"),
        Authorship("Cy Assistant", "2022-05-03T08:00:00Z"),
    )
    dee = Authorship("Dee Leader", "2022-05-04T08:00:00Z")
    assert found.inserted(path, 2) == bo
    assert found.inserted(path, 4) == cy
    assert found.deleted(path, 2) == bo
    assert found.deleted(path, 4) == cy
    assert found.inserted("facts/02-new.md", 1) == dee
    # A line that git says was there before, or that is not there: the new revision stands for it.
    assert found.inserted(path, 1) == dee
    assert found.inserted(path, 99) == dee
    assert found.deleted("facts/none.md", 1) == dee


def test_the_users_settings_do_not_change_the_answer(made: Repo) -> None:
    path = "facts/01-Міст.md"
    made.replace(path, "Second line.\n", "Second line, reworded.\n")
    made.write(".git/ignored", made.commit("Two", "Bo Colleague", 2) + "\n")
    made.commit("Three", "Cy Assistant", 3)
    for setting in ("blame.ignoreRevsFile=.git/ignored", "log.showSignature=true", "color.ui=always",
                    "diff.noprefix=true", "diff.external=false", "core.pager=false",
                    "blame.markUnblamableLines=true", "format.pretty=oneline"):  # fmt: skip
        made.git("config", *setting.split("="))
    found = asked(made, "filed-2022-05-01", "main")
    assert found.inserted(path, 2).author == found.deleted(path, 2).author == "Bo Colleague"
    assert git.last_commit_of_sources(made.root) == git.commit_id(held(made), "main~1")


def test_no_file_is_asked_about_before_a_line_of_it_is(
    made: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.replace("facts/01-Міст.md", "Second", "2nd")
    made.commit("Two", "Bo Colleague", 2)
    found = asked(made, "filed-2022-05-01", "main")
    calls: list[str] = []
    real = git.text

    def counted(folder: Path, *arguments: str) -> str:
        calls.append(arguments[0])
        return real(folder, *arguments)

    monkeypatch.setattr(git, "text", counted)
    for line in (1, 2, 3, 4):
        found.inserted("facts/01-Міст.md", line)
    assert calls == ["blame"]


def test_a_file_that_was_renamed_keeps_its_authors(made: Repo) -> None:
    made.git("mv", "facts/01-Міст.md", "facts/01-bridge.md")
    made.replace("facts/01-bridge.md", "Third line.\n", "Third line, longer.\n")
    made.commit("Renamed", "Bo Colleague", 2)
    made.commit("Nothing", "Cy Assistant", 3)
    found = asked(made, "filed-2022-05-01", "main")
    assert found.inserted("facts/01-bridge.md", 3).author == "Bo Colleague"
    assert found.deleted("facts/01-Міст.md", 3).author == "Bo Colleague"


def test_a_file_that_was_deleted_has_who_deleted_it(made: Repo) -> None:
    (made.root / "facts" / "01-Міст.md").unlink()
    made.commit("Gone", "Bo Colleague", 2)
    made.commit("Nothing", "Cy Assistant", 3)
    found = asked(made, "filed-2022-05-01", "main")
    assert found.deleted("facts/01-Міст.md", 2).author == "Bo Colleague"


def test_what_came_in_by_a_merge_has_who_wrote_it(made: Repo) -> None:
    path = "facts/01-Міст.md"
    made.git("checkout", "-q", "-b", "colleague")
    made.replace(path, "Second line.\n", "")
    made.commit("Two", "Bo Colleague", 2)
    made.git("checkout", "-q", "main")
    made.write("facts/02.md", "More.\n")
    made.commit("Three", "Cy Assistant", 3)
    made.git("merge", "-q", "--no-ff", "-m", "Merged", "colleague", **by("Dee Leader", 4))
    found = asked(made, "filed-2022-05-01", "main")
    assert found.deleted(path, 2, "Second line.") == Authorship(
        "Bo Colleague", "2022-05-02T08:00:00Z"
    )
    assert found.inserted("facts/02.md", 1).author == "Cy Assistant"


def test_what_is_not_committed_is_the_users(made: Repo) -> None:
    path = "facts/01-Міст.md"
    made.replace(path, "Second line.\n", "Second line, reworded.\n")
    made.commit("Two", "Bo Colleague", 2)
    made.replace(path, "Fourth line.\n", "Last line.\n")
    made.write("facts/03.md", "Not added.\n")
    found = asked(made, "filed-2022-05-01", "")
    nobody = Authorship("not committed", "2022-06-01T00:00:00Z")
    assert found.inserted(path, 4) == nobody
    assert found.deleted(path, 4) == nobody
    assert found.inserted("facts/03.md", 1) == nobody
    assert found.inserted(path, 2).author == "Bo Colleague"
    assert found.deleted(path, 2).author == "Bo Colleague"
    made.git("config", "user.name", "Eve Editor")
    assert asked(made, "filed-2022-05-01", "").inserted(path, 4).author == "Eve Editor"


def test_older_after_newer_is_the_new_revisions(made: Repo) -> None:
    made.replace("facts/01-Міст.md", "Second line.\n", "")
    made.commit("Two", "Bo Colleague", 2)
    found = asked(made, "main", "filed-2022-05-01")
    assert found.inserted("facts/01-Міст.md", 2) == ADA
    assert found.deleted("facts/01-Міст.md", 2) == ADA


def test_the_last_commit_of_the_sources(made: Repo) -> None:
    first = made.git("rev-parse", "HEAD").strip()
    made.write("notes.txt", "Not of the matter.\n")
    made.commit("Elsewhere", day=2)
    assert git.last_commit_of_sources(made.root) == first
    made.write("exhibits/scan.txt", "Evidence that nobody committed.\n")
    assert git.last_commit_of_sources(made.root) == first
    made.write("facts/09.md", "Not added.\n")
    assert git.last_commit_of_sources(made.root) == ""
    made.write(".git/info/exclude", "facts/09.md\n")
    assert git.last_commit_of_sources(made.root) == ""
    (made.root / "facts" / "09.md").unlink()
    made.replace("facts/01-Міст.md", "First", "1st")
    assert git.last_commit_of_sources(made.root) == ""
    made.git("add", "--all")
    assert git.last_commit_of_sources(made.root) == ""
    second = made.commit("Changed", day=3)
    assert git.last_commit_of_sources(made.root) == second
    (made.root / "facts" / "01-Міст.md").unlink()
    assert git.last_commit_of_sources(made.root) == ""
