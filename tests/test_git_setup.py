"""`indict git-setup` with real git: merges, rebases, diffs and patches of a matter, and the way back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from indictment.cli import command
from tests.built import GOLDEN, ROOT, copied
from tests.repositories import Repo, by, repo

pytestmark = pytest.mark.slow

COUNT = "counts/01-pillage.md"


def indict(folder: Path, *arguments: str, fails: int = 0) -> str:
    """The command as it is installed: git must find it without the path of commands."""
    done = subprocess.run(
        [sys.executable, "-m", "indictment", *arguments],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == fails, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The small matter, committed once; nobody is named in the settings."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    one = repo(tmp_path / "matter", monkeypatch)
    copied(GOLDEN / "small", one.root)
    one.commit("As filed")
    return one


def files_of_git(one: Repo) -> dict[str, bytes]:
    git = one.root / ".git"
    return {
        str(path.relative_to(git)): path.read_bytes()
        for path in (git / "config", *(git / "info").glob("*"))
    }


def two_branches(one: Repo, path: str = COUNT) -> None:
    """Two colleagues edit the same paragraph, its neighbour, and the front matter."""
    one.git("checkout", "-q", "-b", "colleague")
    one.replace(path, "312 sacks", "314 sacks")
    one.replace(path, "places: [Calderhaven]", "places: [Calderhaven, Osterey]")
    one.replace(path, "## Purpose", "{#escort}\nFour men went with the barge.\n\n## Purpose")
    one.commit("Numbers", "Bo Colleague", 2)
    one.git("checkout", "-q", "main")
    one.replace(path, "without the\nconsent", "against the\nwill")
    one.replace(path, "places: [Calderhaven]", "places: [Calderhaven, Ness]")
    one.replace(path, "[@ledger, l. 3-6]", "[@ledger, l. 3-7]")
    one.commit("Words", "Ada Drafter", 3)


def is_merged(one: Repo, path: str = COUNT) -> None:
    text = one.read(path)
    assert "removed 314 sacks of wheat from the Granary, against the\nwill of the guild" in text
    assert "places: [Calderhaven, " in text
    assert "Ness" in text
    assert "Osterey]" in text or "Osterey, Ness]" in text
    assert "[@ledger, l. 3-7].\n\n{#escort}\nFour men went with the barge.\n\n## Purpose" in text
    assert "<<<<<<<" not in text


def test_a_merge_that_git_alone_cannot_do(made: Repo) -> None:
    two_branches(made)
    assert "CONFLICT" in made.git("merge", "colleague", fails=True, **by("Ada Drafter", 4))
    made.git("merge", "--abort")
    indict(made.root, "git-setup")
    made.git("merge", "-q", "colleague", "-m", "Both", **by("Ada Drafter", 4))
    is_merged(made)
    assert "Nothing to report" in indict(made.root, "check")


def test_a_rebase_and_a_cherry_pick(made: Repo) -> None:
    two_branches(made)
    made.git("branch", "other")
    indict(made.root, "git-setup")
    made.git("rebase", "-q", "colleague", **by("Ada Drafter", 4))
    is_merged(made)
    made.git("checkout", "-q", "other")
    made.git("cherry-pick", "colleague", **by("Ada Drafter", 5))
    is_merged(made)
    made.git("revert", "--no-edit", "HEAD", **by("Ada Drafter", 6))
    assert "312 sacks" in made.read(COUNT)


def test_a_conflict_is_shown_around_its_paragraph(made: Repo) -> None:
    made.git("checkout", "-q", "-b", "colleague")
    made.replace(COUNT, "divided the price", "shared the price")
    made.commit("Shared", "Bo Colleague", 2)
    made.git("checkout", "-q", "main")
    made.replace(COUNT, "divided the price", "split the price")
    made.replace(COUNT, "312 sacks", "314 sacks")
    made.commit("Split", "Ada Drafter", 3)
    indict(made.root, "git-setup")
    said = made.git("merge", "colleague", fails=True, **by("Ada Drafter", 4))
    assert f"CONFLICT (content): Merge conflict in {COUNT}" in said
    text = made.read(COUNT)
    before, _, rest = text.partition("<<<<<<< ours\n")
    ours, _, rest = rest.partition("=======\n")
    theirs, _, after = rest.partition(">>>>>>> theirs\n")
    assert ours.startswith("{#purpose ")
    assert ours == theirs.replace("shared the price", "split the price")
    assert before.endswith("## Purpose\n\n")
    assert "314 sacks" in before
    assert after == ""
    assert made.git("status", "--short") == f"UU {COUNT}\n"
    # To a file, git says what it says without a driver.
    assert made.git("diff").startswith(f"diff --cc {COUNT}\n")


def test_a_file_that_is_no_text_is_merged_by_git(made: Repo) -> None:
    path = made.root / "facts" / "07-latin.md"
    lines = ["D\xe9j\xe0 vu.", "", "Two.", "", "Three.", "", "Four.", ""]
    path.write_bytes("\n".join(lines).encode("latin-1"))
    made.commit("Not UTF-8")
    made.git("checkout", "-q", "-b", "colleague")
    path.write_bytes("\n".join(lines).replace("Four", "4").encode("latin-1"))
    made.commit("4", day=2)
    made.git("checkout", "-q", "main")
    path.write_bytes("\n".join(lines).replace("vu", "lu").encode("latin-1"))
    made.commit("lu", day=3)
    indict(made.root, "git-setup")
    made.git("merge", "-q", "colleague", "-m", "Both", **by("Ada Drafter", 4))
    assert path.read_bytes() == "\n".join(lines).replace("vu", "lu").replace("Four", "4").encode("latin-1")  # fmt: skip


def test_undo_leaves_the_files_of_git_as_they_were(made: Repo) -> None:
    before = files_of_git(made)
    assert "Git now merges" in indict(made.root, "git-setup")
    during = files_of_git(made)
    assert during != before
    assert indict(made.root, "git-setup") == "Nothing is to be done: git knows about this matter.\n"
    assert files_of_git(made) == during
    assert "any other text again" in indict(made.root, "git-setup", "--undo")
    assert files_of_git(made) == before
    assert "nothing to undo" in indict(made.root, "git-setup", "--undo")
    assert files_of_git(made) == before


@pytest.mark.parametrize("end", ["", "\n"])
def test_undo_leaves_what_stood_there_before_to_the_byte(made: Repo, end: str) -> None:
    config = made.root / ".git" / "config"
    config.write_bytes(config.read_bytes() + b"[merge]\n\tconflictStyle = diff3\n[diff]\n\tx = 1" + end.encode())  # fmt: skip
    attributes = made.root / ".git" / "info" / "attributes"
    attributes.write_bytes(b"*.odt diff=odf" + end.encode())
    before = files_of_git(made)
    indict(made.root, "git-setup")
    assert made.git("check-attr", "diff", "--", "a.odt").endswith("diff: odf\n")
    indict(made.root, "git-setup")
    indict(made.root, "git-setup", "--undo")
    assert files_of_git(made) == before


def test_attributes_that_are_kept_elsewhere_stay_there(made: Repo, tmp_path: Path) -> None:
    elsewhere = tmp_path / "attributes"
    elsewhere.write_text("*.odt diff=odf\n")
    link = made.root / ".git" / "info" / "attributes"
    link.symlink_to(elsewhere)
    indict(made.root, "git-setup")
    assert link.is_symlink()
    assert "merge=indict" in elsewhere.read_text()
    indict(made.root, "git-setup", "--undo")
    assert link.is_symlink()
    assert elsewhere.read_text() == "*.odt diff=odf\n"


def test_undo_after_others_have_written_around_it(made: Repo) -> None:
    attributes = made.root / ".git" / "info" / "attributes"
    attributes.write_bytes(b"*.odt diff=odf")
    indict(made.root, "git-setup")
    attributes.write_bytes(b"*.a -text\n" + attributes.read_bytes() + b"*.b -text\n")
    made.git("config", "merge.indict.recursive", "binary")
    made.git("config", "diff.indict.wordRegex", "[a-z]+")
    during = files_of_git(made)
    indict(made.root, "git-setup")
    assert files_of_git(made)["info/attributes"].endswith(b"ends.\n*.b -text\n")
    assert files_of_git(made)["config"] == during["config"]
    said = indict(made.root, "git-setup", "--undo")
    assert attributes.read_bytes() == b"*.a -text\n*.odt diff=odf\n*.b -text\n"
    assert made.git("config", "--get", "merge.indict.recursive") == "binary\n"
    assert made.git("config", "--get", "diff.indict.wordRegex") == "[a-z]+\n"
    assert "indict git-merge" not in made.read(".git/config")
    assert "merge.indict.driver" not in made.git("config", "--list", "--local")
    assert "diff.indict.command" not in made.git("config", "--list", "--local")
    assert said.startswith("Git treats this matter like any other text again.\n")


def test_what_the_user_has_set_is_left_alone(made: Repo) -> None:
    made.write(".gitattributes", "counts/*.md merge=union\nexhibits/list.yaml -diff\n*.md diff=markdown\n")  # fmt: skip
    made.write("exhibits/list.yaml", "exhibits: {}\n")
    made.git("config", "diff.indict.command", "my-own-diff")
    before = files_of_git(made)
    said = indict(made.root, "git-setup")
    assert "Left alone: the setting diff.indict.command, which is my-own-diff.\n" in said
    assert "Left alone: the attribute merge of counts/*.md, which is union.\n" in said
    assert "Left alone: the attribute diff of exhibits/*.yaml, which is unset.\n" in said
    asked = made.git("check-attr", "merge", "diff", "--", COUNT, "facts/a.md", "exhibits/list.yaml", "matter.yaml")  # fmt: skip
    assert asked.splitlines() == [
        f"{COUNT}: merge: union",
        f"{COUNT}: diff: markdown",
        "facts/a.md: merge: indict",
        "facts/a.md: diff: markdown",
        "exhibits/list.yaml: merge: indict",
        "exhibits/list.yaml: diff: unset",
        "matter.yaml: merge: indict",
        "matter.yaml: diff: indict",
    ]
    assert made.git("config", "--get", "diff.indict.command") == "my-own-diff\n"
    indict(made.root, "git-setup", "--undo")
    assert files_of_git(made) == before


def test_a_matter_in_a_folder_with_an_odd_name_and_a_second_one(made: Repo, tmp_path: Path) -> None:
    odd, plain = 'Справа "Дoe" [2022] & co', "cases/roe"
    for name in (odd, plain):
        copied(GOLDEN / "small", made.root / name)
    made.commit("Two more matters")
    before = files_of_git(made)
    indict(made.root / odd / "counts", "git-setup")
    one = files_of_git(made)
    indict(made.root, "git-setup", plain)
    assert made.git("check-attr", "merge", "--", COUNT) == f"{COUNT}: merge: unspecified\n"
    for name in (odd, plain):
        assert made.git("check-attr", "-z", "merge", "--", f"{name}/{COUNT}").endswith("\0indict\0")
    two_branches(made, f"{odd}/{COUNT}")
    made.git("merge", "-q", "colleague", "-m", "Both", **by("Ada Drafter", 4))
    is_merged(made, f"{odd}/{COUNT}")
    indict(made.root / plain, "git-setup", "--undo")
    assert files_of_git(made) == one
    indict(made.root / odd, "git-setup", "--undo")
    assert files_of_git(made) == before


def test_a_linked_worktree(made: Repo, tmp_path: Path) -> None:
    before = files_of_git(made)
    two_branches(made)
    made.git("worktree", "add", "-q", "-b", "mine", str(tmp_path / "second tree"), "main")
    tree = Repo(tmp_path / "second tree")
    indict(tree.root, "git-setup")
    tree.git("merge", "-q", "colleague", "-m", "Both", **by("Ada Drafter", 4))
    is_merged(tree)
    assert indict(made.root, "git-setup").startswith("Nothing is to be done")
    indict(tree.root, "git-setup", "--undo")
    after = files_of_git(made)
    assert {k: v for k, v in after.items() if k in before} == before


def shown(one: Repo, *arguments: str, **more: str) -> str:
    """What git shows where it has begun a pager."""
    return one.git("-c", "color.ui=false", "diff", *arguments, GIT_PAGER_IN_USE="true", **more)


def test_a_diff_shows_words_by_paragraph(made: Repo) -> None:
    indict(made.root, "git-setup")
    made.replace(COUNT, "312 sacks", "314 bags")
    made.replace(COUNT, "## Purpose", "{#escort}\nFour men went with the barge.\n\n## Purpose")
    made.replace("matter.yaml", "date: 2021-05-04", "date: 2021-06-04")
    made.replace("matter.yaml", "title: Prosecutor\n", "title: Acting Prosecutor\n")
    assert shown(made) == (
        f"{COUNT}\n\n"
        "  paragraph @removal, line 17\n"
        '{#removal elements="appropriation, without-consent"}\n'
        "During the night of 2 to 3 March 2019 members of the Harbour Guard removed "
        "[-312 sacks-]{+314 bags+} of wheat from the Granary, without the\n"
        "consent of the guild:\n\n"
        "  paragraph @escort, new, line 26\n"
        "{+{#escort}\n"
        "Four men went with the barge.+}\n\n"
        "matter.yaml\n\n"
        "  date, line 11\n"
        "date: [-2021-05-04-]{+2021-06-04+}\n\n"
        "  signatories, line 18\n"
        "  - name: Sabeth Wrenfield\n"
        "    title: {+Acting +}Prosecutor\n"
        "    place: Calderhaven\n\n"
    ).replace("{+Acting +}", "{+Acting+} ")
    coloured = made.git("-c", "color.ui=always", "diff", GIT_PAGER_IN_USE="true")
    assert "\x1b[31m[-312 sacks-]\x1b[0m\x1b[32m{+314 bags+}\x1b[0m of wheat" in coloured
    assert "\x1b" not in shown(made, NO_COLOR="1")


def test_a_diff_on_a_real_terminal(made: Repo) -> None:
    indict(made.root, "git-setup")
    made.replace(COUNT, "312 sacks", "314 bags")
    ours, theirs = os.openpty()
    run = subprocess.Popen(
        ["git", "-c", "core.pager=cat", "diff"],
        cwd=made.root, stdout=theirs, stdin=theirs, env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    os.close(theirs)
    said = b""
    while True:
        try:
            said += os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
    assert run.wait() == 0
    os.close(ours)
    assert b"\x1b[31m[-312 sacks-]\x1b[0m\x1b[32m{+314 bags+}\x1b[0m of wheat" in said
    assert b"diff --git" not in said


def test_a_diff_shows_moves_deletions_and_files(made: Repo) -> None:
    indict(made.root, "git-setup")
    text = made.read(COUNT)
    start, purpose = text.index("## The removal"), text.index("## Purpose")
    made.write(COUNT, f"{text[:start]}{text[purpose:]}\n{text[start:purpose].rstrip()}\n")
    made.replace(COUNT, "They sold it at Osterey on 9 March 2019 and divided the price [@ledger, l. 8].", "")  # fmt: skip
    said = shown(made, "HEAD", "--", COUNT)
    assert ", moved from line" in said
    assert "[-They sold it at Osterey" in said
    first, *_ = sorted((made.root / "facts").glob("*.md"))
    first.unlink()
    made.git("mv", "defendants/01-tollan.md", "defendants/01-edric-tollan.md")
    made.write("annexes/02-nul.md", "a\0b")
    made.write("annexes/01-new.md", "---\ntitle: New\n---\n\nWords.\n")
    made.git("add", "--all")
    said = shown(made, "HEAD")
    assert f"facts/{first.name} (is deleted)\n" in said
    assert "defendants/01-edric-tollan.md (was defendants/01-tollan.md)\n" in said
    assert "Binary files /dev/null and b/annexes/02-nul.md differ\n" in said
    assert "annexes/01-new.md (is new)\n\n  title, new, line 2\n{+title: New+}\n" in said


def test_a_diff_to_a_file_is_the_patch_of_git(made: Repo) -> None:
    indict(made.root, "git-setup")
    made.write("facts/08 Міст.md", "A bridge.\n\nAnother.\n")
    made.write("facts/09-end.md", "No end of line")
    made.commit("More", day=2)
    made.replace(COUNT, "312 sacks", "314 bags")
    made.git("mv", "facts/08 Міст.md", "facts/08 bridge.md")
    made.replace("facts/08 bridge.md", "Another.", "Another one.")
    made.write("facts/09-end.md", "No end of line now")
    made.write('facts/10 "odd"\tname.md', "New.\n")
    made.write("annexes/02-nul.md", "a\0b")
    (made.root / "matter.yaml").chmod(0o755)
    first = sorted((made.root / "defendants").glob("*.md"))[0]
    first.unlink()
    made.git("add", "--all")
    for arguments in (["HEAD"], ["--cached"], ["-M", "HEAD~1", "HEAD"]):
        for quoting in ("true", "false"):
            q = f"core.quotePath={quoting}"
            ours = made.git("-c", q, "diff", *arguments)
            assert ours == made.git("-c", q, "diff", "--no-ext-diff", *arguments)
    patch = made.git("diff", "HEAD")
    wanted = {p: made.read(p) for p in ("counts/01-pillage.md", "facts/09-end.md")}
    made.git("rm", "-q", "--cached", "annexes/02-nul.md")
    made.git("reset", "-q", "--hard")
    patch = patch[: patch.index("diff --git a/annexes/02")] + patch[patch.index("diff --git a/counts") :]  # fmt: skip
    (made.root.parent / "a.patch").write_text(patch, encoding="utf-8")
    made.git("apply", "--check", "../a.patch")
    made.git("apply", "../a.patch")
    assert {p: made.read(p) for p in wanted} == wanted


def test_other_commands_of_git_do_not_notice(made: Repo) -> None:
    made.replace(COUNT, "312 sacks", "314 bags")
    asked = (
        ("diff", "--stat"), ("diff", "--name-status"), ("diff-files", "-p"), ("diff-index", "-p", "HEAD"),
        ("format-patch", "-1", "--stdout"), ("log", "-p", "-1"), ("show",), ("stash", "show", "-p"),
        ("blame", "--porcelain", "HEAD", "--", COUNT),
    )  # fmt: skip
    made.git("stash", **by("Ada Drafter"))
    made.git("stash", "apply", "-q", **by("Ada Drafter"))

    def answers() -> list[str]:
        return [
            "\n".join(x.split(" @@")[0] for x in made.git(*words).splitlines()) for words in asked
        ]

    before = answers()
    indict(made.root, "git-setup")
    assert answers() == before
    done = subprocess.run(
        ["git", "add", "-p"], cwd=made.root, input=b"y\n", capture_output=True, check=True
    )
    assert b"@@ " in done.stdout
    assert "314 bags" in made.git("show", f":{COUNT}")


def test_words_are_compared_by_git_itself_where_it_is_asked(made: Repo) -> None:
    indict(made.root, "git-setup")
    made.replace(COUNT, "[@order-14, p. 2]", "[@order-14, p. 3]")
    made.replace(COUNT, "the Granary,", "the Молот,")
    said = made.git("diff", "--no-ext-diff", "--word-diff")
    assert "[-[@order-14, p. 2]-]{+[@order-14, p. 3]+};" in said
    assert "[-Granary-]{+Молот+}," in said
    assert "@@ places: [Calderhaven]\n" in said


def test_the_command_is_found_without_the_path_of_commands(made: Repo) -> None:
    two_branches(made)
    indict(made.root, "git-setup")
    made.git("merge", "-q", "colleague", "-m", "Both", PATH="/usr/bin:/bin", **by("Ada Drafter", 4))
    is_merged(made)


def test_where_there_is_no_git_or_no_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = copied(GOLDEN / "small", tmp_path / "matter")
    run = CliRunner()
    done = run.invoke(command, ["git-setup", str(folder)])
    assert (done.exit_code, done.output.splitlines()[0]) == (
        2, f"indict: {folder} is not kept with git",
    )  # fmt: skip
    monkeypatch.setenv("PATH", "")
    done = run.invoke(command, ["git-setup", str(folder)])
    assert done.exit_code == 3
    assert done.output.startswith("indict: git is not installed")


def test_the_verbs_that_git_calls_are_not_listed_but_explain_themselves() -> None:
    run = CliRunner()
    listed = run.invoke(command, ["--help"]).output
    assert "git-setup" in listed
    assert "git-merge" not in listed
    assert "git-diff" not in listed
    for name in ("git-merge", "git-diff", "git-setup"):
        done = run.invoke(command, [name, "--help"])
        assert done.exit_code == 0
        assert "git" in done.output.lower()
    assert run.invoke(command, ["git-diff", "a", "b"]).exit_code == 2


def test_a_mistake_of_ours_leaves_the_merge_of_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **more: object) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr("indictment.merge.merged", broken)
    for name, text in (("o", "1\n2\n3\n"), ("a", "1\n2\n3x\n"), ("b", "1y\n2\n3\n")):
        (tmp_path / name).write_text(text)
    files = [str(tmp_path / name) for name in "oab"]
    done = CliRunner().invoke(command, ["git-merge", *files, "7", "counts/a.md"])
    assert done.exit_code == 0
    assert (tmp_path / "a").read_text() == "1y\n2\n3x\n"
    assert "This is a mistake in indict" in done.output
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b", "o"]
