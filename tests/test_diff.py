"""`indict diff` on real repositories: whose changes they are, what is printed with which forms, what is written."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html as reader

from indictment.cli import command
from indictment.folder import DiskFolder
from indictment.model.redline import Redline
from indictment.pipeline import exhibit_files
from indictment.pipeline.comparing import Compared, compared
from indictment.pipeline.versions import Finding, Unfound
from indictment.render.redline import views
from tests.built import GOLDEN, copied
from tests.repositories import Repo, repo

FACTS, COUNT = "facts/01-granary.md", "counts/01-pillage.md"


@pytest.fixture
def matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The small matter in a repository, filed on 1 May."""
    copied(GOLDEN / "small", tmp_path / "matter")
    made = repo(tmp_path / "matter", monkeypatch)
    made.commit("Filed")
    made.git("tag", "filed-1")
    monkeypatch.chdir(made.root)
    return made


def between(matter: Repo, *asked: str, pages: bool = False) -> Compared:
    return compared(
        matter.root,
        matter.root,
        asked,
        filed=False,
        pages=pages,
        progress=lambda stage, detail: None,
    )


def redline(matter: Repo, *asked: str) -> Redline:
    found = between(matter, *asked).redline
    assert found is not None
    return found


def answer(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(command, ["diff", *arguments], prog_name="indict")
    assert done.exit_code == code, done.output
    return done.output


def test_each_change_has_the_author_and_date_of_its_commit(matter: Repo) -> None:
    matter.replace(FACTS, "some 4,000", "some 4,200")
    matter.commit("Inhabitants", "Ada Drafter", 2)
    matter.replace(COUNT, "removed 312 sacks", "carried off 312 sacks")
    matter.commit("Sacks", "Bo Osei", 5)
    found = {c.label: c.authorship for c in redline(matter, "filed-1", "HEAD").changes}
    assert found["conflict"] is not None
    assert found["removal"] is not None
    assert (found["conflict"].author, found["conflict"].date) == (
        "Ada Drafter",
        "2022-05-02T08:00:00Z",
    )
    assert (found["removal"].author, found["removal"].date) == ("Bo Osei", "2022-05-05T08:00:00Z")


def test_what_is_taken_out_is_whoever_took_it_out(matter: Repo) -> None:
    matter.replace(
        COUNT,
        "They sold it at Osterey on 9 March 2019 and divided the price [@ledger, l. 8].\n",
        "",
    )
    matter.commit("Sale", "Cy Weir", 3)
    matter.replace(FACTS, "some 4,000", "some 4,200")
    matter.commit("Inhabitants", "Ada Drafter", 7)
    (change,) = [c for c in redline(matter, "filed-1", "HEAD").changes if c.label == "purpose"]
    gone = [p.authorship for p in change.passages if p.kind == "deleted" and p.authorship]
    assert gone
    assert {one.author for one in gone} == {"Cy Weir"}


def test_what_is_not_committed_is_the_users_on_the_day_of_the_matter(matter: Repo) -> None:
    matter.git("config", "user.name", "Dee Lawyer")
    matter.replace(FACTS, "some 4,000", "some 4,200")
    (change,) = redline(matter).changes
    assert change.authorship is not None
    assert (change.authorship.author, change.authorship.date) == (
        "Dee Lawyer",
        "2021-05-04T00:00:00Z",
    )


def test_a_template_that_changed_is_said_and_not_drawn(matter: Repo) -> None:
    own = "templates/international/count.html"
    shipped = Path(__file__).parents[1] / own
    text = shipped.read_text(encoding="utf-8")
    matter.write(own, text)
    matter.commit("A form of our own", day=2)
    assert 'class="count-citation"' in text
    matter.write(
        own, text.replace('<p class="count-citation">', '<p class="count-citation">See ', 1)
    )
    found = redline(matter)
    assert found.templates == (own,)
    assert found.changes == ()
    assert "See Charter of" in found.page


def test_words_of_a_form_that_changed_are_not_drawn_either(matter: Repo) -> None:
    own = "templates/international/court.yaml"
    text = (Path(__file__).parents[1] / own).read_text(encoding="utf-8")
    assert "counts: CHARGES" in text
    matter.write(own, text.replace("CHARGES", "ACCUSATIONS"))
    found = redline(matter)
    assert found.templates == (own,)
    assert found.changes == ()
    assert "ACCUSATIONS" in found.page


def test_an_exhibit_whose_file_is_another_is_told_by_its_hash(matter: Repo) -> None:
    listed = "exhibits/exhibits.yaml"
    lines = [line for line in matter.read(listed).splitlines() if "sha256" not in line]
    matter.write(listed, "\n".join(lines) + "\n")
    matter.commit("Without hashes", day=2)
    png = matter.root / "exhibits" / "photo-granary.png"
    png.write_bytes(png.read_bytes() + b"\0")
    (one,) = redline(matter).amendments
    assert (one.kind, one.subject) == ("replaced", "exhibit")


def exhibit(matter: Repo, name: str = "photo-granary.png") -> Path:
    return matter.root / "exhibits" / name


def the_file(found: Redline) -> tuple[str, str]:
    """What is said of the one exhibit whose file differs."""
    (one,) = found.amendments
    assert (one.kind, one.subject) == ("replaced", "exhibit")
    assert one.old.startswith("SHA-256 ")
    assert one.new.startswith("SHA-256 ")
    assert one.old != one.new
    return one.words, one.reason


REPLACED = "The file of P002 (Photograph of the Granary) is replaced"
STALE = "the SHA-256 in the list of exhibits is still that of the old file"


def test_a_file_that_was_replaced_is_said_although_the_list_still_has_its_hash(
    matter: Repo,
) -> None:
    photo = exhibit(matter)
    photo.write_bytes(photo.read_bytes() + b"\0")
    assert the_file(redline(matter)) == (REPLACED, STALE)
    assert the_file(redline(matter)) == (REPLACED, STALE), "what is kept of the first says the same"
    assert REPLACED in answer()
    matter.commit("Another photograph", day=2)
    assert the_file(redline(matter, "filed-1", "HEAD")) == (REPLACED, STALE)
    assert redline(matter).is_empty
    matter.replace("exhibits/exhibits.yaml", "985907757dba", "985907757dbb")
    said = "the SHA-256 in the list of exhibits is not that of the new file"
    assert the_file(redline(matter, "filed-1")) == (REPLACED, said)


def test_a_file_of_the_same_size_and_date_is_looked_at_again(
    matter: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exhibit_files, "_COARSE", -(10**15))
    monkeypatch.setattr(exhibit_files, "_WORTH", 0)
    photo = exhibit(matter)
    assert redline(matter).is_empty
    times = photo.stat()
    data = photo.read_bytes()
    photo.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    os.utime(photo, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert the_file(redline(matter)) == (REPLACED, STALE)


def test_a_file_that_was_replaced_in_another_folder_is_said(matter: Repo) -> None:
    copied(matter.root, matter.root.parent / "received")
    photo = matter.root.parent / "received" / "exhibits" / "photo-granary.png"
    photo.write_bytes(b"another")
    assert the_file(redline(matter, "../received", ".")) == (
        REPLACED,
        "",
    ), "the list is right about the new file"
    assert the_file(redline(matter, ".", "../received")) == (REPLACED, STALE)


def test_a_file_and_its_hash_that_were_replaced_together_need_no_remark(matter: Repo) -> None:
    exhibit(matter).write_bytes(b"another")
    sha256 = hashlib.sha256(b"another").hexdigest()
    old = "985907757dba4569424a9c92760cc087c434e39d15c826af2f7fd365b554499a"
    matter.replace("exhibits/exhibits.yaml", old, sha256)
    assert the_file(redline(matter)) == (REPLACED, "")


def test_a_hash_that_was_set_right_replaces_no_file(matter: Repo) -> None:
    matter.replace("exhibits/exhibits.yaml", "985907757dba", "985907757dbb")
    for asked in ((), ("filed-1", "HEAD")):
        (one,) = redline(matter, *asked).amendments
        assert one.kind == "reworded"
        assert one.words.startswith("The SHA-256 that the list of exhibits gives for P002")
        assert one.reason == "the file is the same"
        matter.commit("Another hash", day=2)


def test_a_file_that_is_gone_is_said(matter: Repo) -> None:
    exhibit(matter).unlink()
    (one,) = redline(matter).amendments
    assert (one.kind, one.words) == (
        "withdrawn",
        "The file of P002 (Photograph of the Granary) is missing",
    )
    assert one.reason == "exhibits/photo-granary.png is not there"


def test_files_that_are_not_in_git_are_told_by_the_list(matter: Repo) -> None:
    matter.write(".gitignore", "*.png\n*.pdf\n")
    matter.git("rm", "-q", "--cached", "-r", "exhibits")
    matter.commit("Exhibits stay outside", day=2)
    assert redline(matter).is_empty
    exhibit(matter).write_bytes(b"another")
    assert the_file(redline(matter)) == (
        REPLACED,
        "the old version holds no file; the file has no longer the SHA-256 in the list",
    )


def test_files_in_git_lfs_are_told_by_their_placeholders(matter: Repo) -> None:
    """The content is not on this machine: neither on the disk nor in .git/lfs."""

    def placeholder(content: bytes) -> bytes:
        sum = hashlib.sha256(content).hexdigest()
        return (
            f"version https://git-lfs.github.com/spec/v1\noid sha256:{sum}\nsize {len(content)}\n"
        ).encode()

    photo = exhibit(matter)
    whole = photo.read_bytes()
    photo.write_bytes(placeholder(whole))
    matter.commit("The photograph in LFS", day=2)
    assert redline(matter, "filed-1", "HEAD").is_empty, "it is the same file"
    photo.write_bytes(whole)
    assert redline(matter).is_empty, "and so it is where it was brought from the store"
    photo.write_bytes(placeholder(b"another"))
    matter.commit("Another", day=3)
    assert the_file(redline(matter, "filed-1", "HEAD")) == (REPLACED, STALE)


def test_line_ends_that_git_wrote_otherwise_on_the_disk_replace_no_file(matter: Repo) -> None:
    listed = matter.read("exhibits/exhibits.yaml")
    matter.write("exhibits/ledger.csv", "date,sacks\n2 March,312\n")
    matter.write(
        "exhibits/exhibits.yaml",
        listed.replace("    short: Ledger\n", "    short: Ledger\n    file: ledger.csv\n"),
    )
    matter.commit("A table", day=2)
    matter.write("exhibits/ledger.csv", "date,sacks\r\n2 March,312\r\n")
    assert redline(matter).is_empty
    matter.write("exhibits/ledger.csv", "date,sacks\r\n2 March,313\r\n")
    assert the_file(redline(matter))[0] == "The file of P003 (Ledger) is replaced"


def test_files_that_did_not_change_are_not_read_again(
    matter: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in exhibit(matter).parent.iterdir():
        os.utime(path, (1, 1))
    monkeypatch.setattr(exhibit_files, "_COARSE", -(10**15))
    monkeypatch.setattr(exhibit_files, "_WORTH", 0)
    redline(matter)
    read: list[str] = []
    known = exhibit_files._read

    def reading(path: Path, size: int) -> tuple[str, str]:
        read.append(path.name)
        return known(path, size)

    monkeypatch.setattr(exhibit_files, "_read", reading)
    redline(matter)
    assert read == []
    exhibit(matter).write_bytes(b"another")
    redline(matter)
    assert read == ["photo-granary.png"]


@pytest.fixture
def renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The matter in cases/doe when it was filed, and in cases/doe-and-roe now; another one beside it."""
    made = repo(tmp_path / "office", monkeypatch)
    copied(GOLDEN / "small", made.root / "cases" / "doe")
    copied(GOLDEN / "small", made.root / "cases" / "other")
    made.commit("Filed")
    made.git("tag", "filed-1")
    made.git("mv", "cases/doe", "cases/doe-and-roe")
    made.replace(f"cases/doe-and-roe/{FACTS}", "some 4,000", "some 4,200")
    monkeypatch.chdir(made.root / "cases" / "doe-and-roe")
    return made


def test_a_matter_whose_folder_was_renamed_is_found(renamed: Repo) -> None:
    for asked in (["filed-1"], ["filed-1", "HEAD"]):
        said = answer("--short", *asked)
        assert "at “filed-1” the matter is in cases/doe: the folder was renamed since" in said
        assert "Statement of facts: 1 paragraph reworded (3)" in said
        renamed.commit("Renamed", day=2)


def test_a_folder_that_was_renamed_without_git_is_found_too(
    renamed: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    (renamed.root / "cases" / "doe-and-roe").rename(renamed.root / "roe")
    monkeypatch.chdir(renamed.root / "roe")
    said = answer("--short")
    assert "at “HEAD” the matter is in cases/doe: the folder was renamed since" in said
    assert "Statement of facts: 1 paragraph reworded (3)" in said


def test_a_matter_is_found_in_a_folder_that_is_named(renamed: Repo) -> None:
    assert "1 paragraph reworded" in answer("filed-1:cases/doe", "--short")
    assert "1 paragraph reworded" in answer("filed-1:cases/other/", "--short")
    said = answer("filed-1:cases/none", code=2)
    assert "“filed-1” holds no matter in cases/none" in said
    assert "matters in it: cases/doe, cases/other; name the one that is meant" in said


def test_two_folders_that_may_have_been_renamed_are_both_named(renamed: Repo) -> None:
    renamed.git("rm", "-rq", "cases/other")
    said = answer("filed-1", code=2)
    assert "“filed-1” holds no matter in cases/doe-and-roe" in said
    assert "matters in it: cases/doe, cases/other" in said
    assert "`indict diff filed-1:FOLDER`" in said


def test_another_matter_that_is_gone_is_not_taken_for_this_one(renamed: Repo) -> None:
    renamed.write("cases/doe-and-roe/counts/01-pillage.md", "---\ntitle: Another\n---\n")
    for name in ("matter.yaml", FACTS, "defendants/01-tollan.md", "offences/pillage.yaml"):
        renamed.write(f"cases/doe-and-roe/{name}", "title: Another matter\n")
    assert "“filed-1” holds no matter" in answer("filed-1", code=2)


def test_a_shallow_clone_names_what_brings_the_old_version(
    matter: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed = matter.git("rev-parse", "HEAD").strip()
    matter.replace(FACTS, "some 4,000", "some 4,200")
    matter.commit("Later", day=2)
    matter.git(
        "clone", "-q", "--depth=1", "--no-tags", f"file://{matter.root}", str(tmp_path / "clone")
    )
    monkeypatch.chdir(tmp_path / "clone")
    for asked in ("filed-1", "HEAD~1", filed):
        said = answer(asked, code=2)
        assert f"“{asked}” is not on this machine: the repository is a shallow clone" in said
        assert "`git fetch --unshallow --tags` brings all of them" in said


def test_a_picture_that_is_another_under_the_same_name_is_said(matter: Repo) -> None:
    png = (matter.root / "exhibits" / "photo-granary.png").read_bytes()
    (matter.root / "figures").mkdir()
    (matter.root / "figures" / "map.png").write_bytes(png)
    matter.write(FACTS, matter.read(FACTS) + "\n![A map of the quay](figures/map.png)\n")
    matter.commit("A map", day=2)
    assert redline(matter).uncompared == ()
    (matter.root / "figures" / "map.png").write_bytes(png + b"\0")
    assert redline(matter).uncompared == ("the picture figures/map.png is another one",)


def test_the_page_without_its_marks_is_the_page_of_either_version(matter: Repo) -> None:
    copied(GOLDEN / "small", matter.root.parent / "old")
    matter.replace(FACTS, "some 4,000", "some 4,200")
    matter.replace(COUNT, "to: 2019-03-03", "to: 2019-03-05")
    found = redline(matter)
    same = redline(matter, "../old")
    assert views.words(found.page, "new") == views.words(same.page, "new")
    assert views.words(found.page, "old") == views.words(
        redline(matter, "HEAD", "../old").page, "new"
    )


def test_a_folder_wins_over_a_revision_of_its_name_only_where_it_is_a_matter(matter: Repo) -> None:
    (matter.root / "filed-1").mkdir()
    finding = Finding(matter.root, matter.root)
    assert finding.named("filed-1").revision.commit
    shutil.copyfile(matter.root / "matter.yaml", matter.root / "filed-1" / "matter.yaml")
    found = finding.named("filed-1")
    assert isinstance(found.folder, DiskFolder)
    assert "is a folder and a revision" in found.remark
    assert isinstance(finding.named("./filed-1").folder, DiskFolder)
    assert finding.named("./filed-1").remark == ""
    with pytest.raises(Unfound, match="no such folder"):
        finding.named("./main")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "a version is named by nothing"),
        ("filed-1..HEAD", "write the two apart: `indict diff filed-1 HEAD`"),
        ("filed-1...HEAD", "write the two apart: `indict diff filed-1 HEAD`"),
        ("~nobody-of-that-name/matter", "there is no such folder"),
        ("x" * 5000, "has no revision"),
        ("HEAD~7", "has no revision “HEAD~7”"),
        ("HEAD:facts", "“HEAD” holds no matter in facts"),
        ("nothing:facts", "has no revision “nothing”"),
        ("/", "there is no matter.yaml in it"),
    ],
)
def test_a_name_of_nothing_is_refused_in_a_sentence(matter: Repo, name: str, said: str) -> None:
    assert said in answer(name, code=2)
    assert said in answer("HEAD", name, code=2)


def test_without_git_a_sentence_says_so(matter: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    copied(GOLDEN / "small", matter.root.parent / "old")
    monkeypatch.setenv("PATH", str(matter.root))
    assert "git is not installed" in answer(code=3)
    assert "Nothing has changed" in answer("../old")


def test_a_matter_below_the_root_of_a_repository_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(GOLDEN / "small", tmp_path / "all" / "cases" / "doe")
    made = repo(tmp_path / "all", monkeypatch)
    made.commit("Filed")
    made.replace(f"cases/doe/{FACTS}", "some 4,000", "some 4,200")
    monkeypatch.chdir(tmp_path / "all" / "cases" / "doe" / "facts")
    assert "[-4,000-]{+4,200+}" in answer()
    assert "[-4,000-]{+4,200+}" in answer("--matter", "..", "HEAD")


def test_json_is_alone_on_standard_output(matter: Repo) -> None:
    matter.replace(FACTS, "some 4,000", "some 4,200")
    done = CliRunner().invoke(command, ["diff", "--json", "--output", "html"])
    value = json.loads(done.stdout)
    assert [change["label"] for change in value["changes"]] == ["conflict"]
    assert "redline.html" in done.stderr


def test_a_file_in_the_way_leaves_all_as_it_was(matter: Repo) -> None:
    matter.replace(FACTS, "some 4,000", "some 4,200")
    answer("--output", "html")
    before = (matter.root / "build" / "redline.html").read_bytes()
    matter.replace(FACTS, "some 4,200", "some 4,300")
    (matter.root / "build" / "schedule.md").mkdir()
    said = answer("--output", "html", "--output", "markdown", code=3)
    assert "is a folder" in said
    assert (matter.root / "build" / "redline.html").read_bytes() == before


def test_the_same_versions_give_the_same_bytes(matter: Repo) -> None:
    matter.replace(FACTS, "some 4,000", "some 4,200")
    names = ("redline.html", "schedule.xlsx", "schedule.md")
    made = []
    for _ in range(2):
        answer("--output", "html", "--output", "xlsx", "--output", "markdown")
        made.append([(matter.root / "build" / name).read_bytes() for name in names])
    assert made[0] == made[1]


def test_nothing_is_asked_of_exhibits_for_a_text(
    matter: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    from indictment import examine

    def never(*arguments: object, **more: object) -> None:
        raise AssertionError("an exhibit was examined")

    monkeypatch.setattr(examine, "facts", never)
    matter.replace(FACTS, "some 4,000", "some 4,200")
    assert "4,200" in answer()
    assert not (matter.root / ".indict").exists()


def test_pages_of_exhibits_are_those_of_the_build_where_a_page_is_made(matter: Repo) -> None:
    listed = "exhibits/exhibits.yaml"
    matter.write(listed, matter.read(listed).replace("    pages: 2\n", ""))
    matter.commit("Pages not said", day=2)
    found = between(matter, "HEAD", pages=True).redline
    assert found is not None
    (row,) = reader.document_fromstring(found.page).xpath("//tr[@id='exhibit-order-14']")
    assert row[3].text_content() == "2"


@pytest.mark.slow
def test_redline_pdf_and_word_file_are_written(matter: Repo) -> None:
    matter.replace(FACTS, "some 4,000", "some 4,200")
    matter.replace("matter.yaml", "classification: public", "classification: confidential")
    said = answer("--output", "pdf", "--output", "docx")
    assert "redline-confidential.pdf: " in said
    assert (matter.root / "build" / "redline-confidential.pdf").read_bytes().startswith(b"%PDF-")
    assert (matter.root / "build" / "redline-confidential.docx").read_bytes().startswith(b"PK")
    assert not (matter.root / "build" / "redline.pdf").exists()


@pytest.mark.parametrize(("shown", "coded"), [("colours", False), ("code", True)])
def test_the_marks_of_an_amendment_have_its_colour_or_its_number(
    matter: Repo, shown: str, coded: bool
) -> None:
    matter.write("templates/international/court.yaml", f"name: Port\namendment-colours: {shown}\n")
    matter.replace("matter.yaml", "classification: public", "version: {ordinal: 2}")
    matter.replace(FACTS, "some 4,000", "some 4,200")
    answer("--output", "html")
    page = (matter.root / "build" / "redline.html").read_text(encoding="utf-8")
    assert 'data-amendment="2"' in page
    assert ('[data-amendment="2"]' in page) is not coded, "the colours are in the page's own style"
    assert ("amendment-code" in page.split("<body>")[1]) is coded


def test_a_filed_tag_that_is_not_there_is_said_to_be_in_the_matter(matter: Repo) -> None:
    matter.replace("matter.yaml", "language: en", "filed: [filed-1, filed-2]\nlanguage: en")
    said = answer("--filed", code=2)
    assert "matter.yaml says that “filed-2” was filed, and this repository has no revision" in said
    assert "git fetch --tags" in said


def test_files_of_an_earlier_comparison_are_named(matter: Repo) -> None:
    matter.replace(FACTS, "some 4,000", "some 4,200")
    assert "from an earlier" not in answer("--output", "html")
    matter.replace("matter.yaml", "classification: public", "classification: confidential")
    said = answer("--output", "html", "--output", "markdown")
    assert said.endswith("from an earlier comparison: redline.html\n")
