"""The revisions that a reader may choose from."""

from pathlib import Path

import pytest

from indictment.folder.revisions import choices
from tests.repositories import by, repo


def test_a_folder_in_no_repository_has_none(tmp_path: Path) -> None:
    assert choices(tmp_path) == ()


def test_tags_come_first_and_only_commits_of_the_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = repo(tmp_path, monkeypatch)
    assert choices(tmp_path) == ()
    made.write("cases/doe/matter.yaml", "title: Doe\n")
    made.commit("Doe is charged", "Ada Drafter", 2)
    made.git("tag", "filed-1")
    made.write("cases/roe/matter.yaml", "title: Roe\n")
    made.commit("Roe is charged", "Ilse Brandt", 3)
    made.write("cases/doe/counts/01-x.md", "x\n")
    last = made.commit("Doe: a count | with signs", "Ilse Brandt", 4)
    made.git("tag", "-a", "filed-2", "-m", "said", **by("Ada Drafter", 5))
    made.git("tag", "a-file", f"{last}:cases/doe/matter.yaml")
    found = choices(tmp_path / "cases" / "doe")
    assert [one.name for one in found if one.is_tag] == ["filed-2", "filed-1"]
    commits = [one for one in found if not one.is_tag]
    assert [(one.what, one.author, one.date) for one in commits] == [
        ("Doe: a count | with signs", "Ilse Brandt", "2022-05-04"),
        ("Doe is charged", "Ada Drafter", "2022-05-02"),
    ]
    assert last.startswith(commits[0].name)
    assert len(choices(tmp_path / "cases" / "doe", most=1)) == 2
