"""The sources went on since the document was made: what both changed is held back and told, the rest lands."""

from dataclasses import replace
from pathlib import Path

import pytest

from indictment.folder import DiskFolder, bases
from indictment.pipeline import absorbed, absorbing, reading
from tests.absorb.edits import Edited, replaced
from tests.absorb.matters import COUNT, Exported, export, exported
from tests.absorb.test_rows import ROWS
from tests.absorb.test_rows import matter as with_tables
from tests.built import copied

FACTS = "facts/01-granary.md"


@pytest.fixture
def matter(tmp_path: Path) -> Exported:
    """The small matter, its document, and its sources kept as those of that document."""
    made = export(copied(exported("small").root, tmp_path / "small"))
    bases.keep(made.root, DiskFolder(made.root))
    return made


def meanwhile(matter: Exported, old: str, new: str, file: str = COUNT) -> None:
    """Change a source file after the document was made."""
    path = matter.root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def source(matter: Exported, file: str = COUNT) -> str:
    """A file as it stands, in one line."""
    return " ".join((matter.root / file).read_text(encoding="utf-8").split())


def test_the_other_edits_land(matter: Exported) -> None:
    meanwhile(matter, "removed 312 sacks", "removed 400 sacks")
    edited = Edited(matter.data)
    replaced(edited, "some 4,000", "some 4,200")
    replaced(edited, "removed 312 sacks", "removed 320 sacks")
    replaced(edited, "divided the price", "shared the price")
    found = absorbing.absorbed(matter.root, edited.save())
    assert not found.is_refused, found.refused
    absorbed.write(matter.root, found)
    assert "some 4,200 inhabitants" in source(matter, FACTS)
    assert "and shared the price [@ledger, l. 8]." in source(matter)
    assert "removed 400 sacks of wheat" in source(matter)
    [(author, told)] = found.conflicts
    assert author == "Ann Lee"
    assert told.place == f"paragraph 4 at {COUNT}:18"
    assert "Guard removed 312 sacks of wheat" in told.what
    assert "became “… Harbour Guard removed 320 sacks of wheat" in told.what
    assert f"{COUNT}:18 has now “… Harbour Guard removed 400 sacks of wheat" in told.help
    assert "decide which words stand" in told.help


def test_where_the_sources_have_it_now(matter: Exported) -> None:
    """Lines that were put in above since count."""
    meanwhile(
        matter, "## The removal of the grain\n", "## The removal\n\nA line.\n\n## Of the grain\n"
    )
    meanwhile(matter, "removed 312 sacks", "removed 400 sacks")
    edited = Edited(matter.data)
    replaced(edited, "removed 312 sacks", "removed 320 sacks")
    [(_, told)] = absorbing.absorbed(matter.root, edited.save()).conflicts
    assert told.place.endswith(f"{COUNT}:22")


def test_other_words_of_one_paragraph_land(matter: Exported) -> None:
    meanwhile(matter, "divided the price", "shared the price")
    edited = Edited(matter.data)
    replaced(edited, "They sold it at Osterey", "The two sold it at Osterey")
    found = absorbing.absorbed(matter.root, edited.save())
    assert found.conflicts == ()
    absorbed.write(matter.root, found)
    assert "The two sold it at Osterey on 9 March 2019 and shared the price" in source(matter)


def test_two_authors_of_what_the_sources_changed_too(matter: Exported) -> None:
    """Neither's words land, and none of them comes and goes in the commits of both."""
    meanwhile(matter, "removed 312 sacks", "removed 400 sacks")
    edited = Edited(matter.data)
    replaced(edited, "members of the Harbour Guard removed", "men of the Harbour Guard removed")
    edited.author, edited.date = "Bo Ek", "2024-05-03T10:00:00Z"
    replaced(edited, "removed 312 sacks", "removed 320 sacks")
    replaced(edited, "divided the price", "shared the price")
    found = absorbing.absorbed(matter.root, edited.save())
    assert [(author, "320" in told.what) for author, told in found.conflicts] == [
        ("Ann Lee", False),
        ("Bo Ek", True),
    ]
    assert "became “… to 3 March 2019 men of the Harbour" in found.conflicts[0][1].what
    assert [list(one.files) for one in found.landed] == [[], [COUNT]]
    absorbed.write(matter.root, found)
    assert "members of the Harbour Guard removed 400 sacks" in source(matter)
    assert "shared the price" in source(matter)


def test_a_paragraph_that_is_no_longer_in_the_sources(matter: Exported) -> None:
    meanwhile(
        matter,
        "By the conduct described in @removal, and in particular in @unlocking, both intended to appropriate the grain for private use.\n"
        "They sold it at Osterey on 9 March 2019 and divided the price [@ledger, l. 8].\n",
        "Quite another paragraph stands here, which is about the harbour and nothing else.\n",
    )
    edited = Edited(matter.data)
    replaced(edited, "divided the price", "shared the price")
    replaced(edited, "some 4,000", "some 4,200")
    found = absorbing.absorbed(matter.root, edited.save())
    assert not found.is_refused
    [(_, told)] = found.conflicts
    assert "shared the price" in told.what
    assert "Quite another paragraph" in told.help
    absorbed.write(matter.root, found)
    assert "shared" not in source(matter)
    assert "4,200" in source(matter, FACTS)


def test_a_paragraph_that_was_taken_out_of_the_sources(matter: Exported) -> None:
    text = (matter.root / COUNT).read_text(encoding="utf-8")
    (matter.root / COUNT).write_text(text[: text.index("## Purpose")], encoding="utf-8")
    edited = Edited(matter.data)
    replaced(edited, "divided the price", "shared the price")
    replaced(edited, "some 4,000", "some 4,200")
    found = absorbing.absorbed(matter.root, edited.save())
    [(_, told)] = found.conflicts
    assert "shared the price" in told.what
    assert told.help.startswith(f"{COUNT} no longer has the paragraph")
    absorbed.write(matter.root, found)
    assert "4,200" in source(matter, FACTS)


def test_taken_out_in_word_and_changed_in_the_sources(matter: Exported) -> None:
    meanwhile(matter, "divided the price", "shared the price")
    edited = Edited(matter.data)
    edited.delete_paragraph(edited.find("By the conduct described").paragraph)
    replaced(edited, "some 4,000", "some 4,200")
    found = absorbing.absorbed(matter.root, edited.save())
    [(_, told)] = found.conflicts
    assert told.what.endswith("was taken out")
    assert "shared the price" in told.help
    absorbed.write(matter.root, found)
    assert "shared the price" in source(matter)


def test_a_file_that_is_there_no_longer(matter: Exported) -> None:
    (matter.root / FACTS).unlink()
    edited = Edited(matter.data)
    replaced(edited, "some 4,000", "some 4,200")
    replaced(edited, "divided the price", "shared the price")
    found = absorbing.absorbed(matter.root, edited.save())
    assert not found.is_refused
    [(_, told)] = found.conflicts
    assert "4,200" in told.what
    assert FACTS in told.help
    absorbed.write(matter.root, found)
    assert "shared the price" in source(matter)


def test_a_label_that_the_sources_name_since(matter: Exported) -> None:
    """What could be taken out when the document was made cannot be now."""
    meanwhile(
        matter,
        "[@photo-granary; see also @order-14].",
        "[@photo-granary; see also @order-14].\n\nSee @purpose.",
        FACTS,
    )
    edited = Edited(matter.data)
    edited.delete_paragraph(edited.find("By the conduct described").paragraph)
    replaced(edited, "some 4,000", "some 4,200")
    found = absorbing.absorbed(matter.root, edited.save())
    assert not found.is_refused
    [(_, told)] = found.conflicts
    assert f"“purpose” names nothing in this matter ({FACTS}:13)" in told.help
    absorbed.write(matter.root, found)
    assert "4,200" in source(matter, FACTS)
    assert reading.check(matter.root).can_be_built


def test_a_comment_on_what_was_written_anew(matter: Exported) -> None:
    meanwhile(
        matter,
        "During the night of 2 to 3 March 2019 members of the Harbour Guard removed 312 sacks of wheat from the Granary, without the\nconsent of the guild:",
        "Someone took it all away:",
    )
    edited = Edited(matter.data)
    place = edited.find("During the night")
    edited.comment(place.paragraph, place.start, place.end, "Which night?")
    place = edited.find("divided the price")
    edited.comment(place.paragraph, place.start, place.end, "How?")
    found = absorbing.absorbed(matter.root, edited.save())
    assert not found.is_refused
    absorbed.write(matter.root, found)
    text = source(matter)
    assert "How? -->" in text
    assert "Someone took it all away:" in text
    assert ("Which night? -->" in text) != any("Which night?" in c.what for _, c in found.conflicts)


def test_what_was_settled_by_hand_is_not_told_again(matter: Exported) -> None:
    edited = Edited(matter.data)
    replaced(edited, "removed 312 sacks", "removed 320 sacks")
    meanwhile(matter, "removed 312 sacks", "removed 320 sacks")
    found = absorbing.absorbed(matter.root, edited.save())
    assert (found.landed, found.conflicts, found.is_refused) == ((), (), False)


def test_lines_are_those_of_the_sources_on_disk(matter: Exported) -> None:
    """Also of what is held back for another reason."""
    meanwhile(matter, "## The removal of the grain", "A new line.\n\n## The removal of the grain")
    edited = Edited(matter.data)
    edited.delete_paragraph(edited.find("unlocked the Granary").paragraph)
    [(_, told)] = absorbing.absorbed(matter.root, edited.save()).conflicts
    assert told.place == f"paragraph 4(b) at {COUNT}:25"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [(ROWS, "Nobody", "The guild"), (FACTS, "| Widgeon | 104", "| Widgeon | 140")],
)
def test_a_row_that_both_changed(tmp_path: Path, file: str, old: str, new: str) -> None:
    made = with_tables()
    matter = replace(made, root=copied(made.root, tmp_path / "small"))
    bases.keep(matter.root, DiskFolder(matter.root))
    meanwhile(matter, old, new, file)
    edited = Edited(matter.data)
    replaced(edited, "some 4,000", "some 4,200")
    place = edited.find("Nobody" if file == ROWS else "104")
    edited.replace(place.paragraph, place.start, place.end, "116")
    found = absorbing.absorbed(matter.root, edited.save())
    assert not found.is_refused, found.refused
    [(_, told)] = found.conflicts
    assert "116" in told.what
    assert new.split("| ")[-1] in told.help
    absorbed.write(matter.root, found)
    assert "some 4,200" in source(matter, FACTS)
    assert new in source(matter, file)
    assert "116" not in source(matter, file)
