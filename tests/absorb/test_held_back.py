"""An edit that cannot be written is told, with what to do; the others land."""

from pathlib import Path

from indictment.pipeline import absorbing
from indictment.pipeline.absorbed import Absorbed
from tests.absorb.edits import Edited, InNote
from tests.absorb.matters import export, exported
from tests.built import copied

COUNT = "counts/01-pillage.md"


def absorb(edited: Edited, name: str = "small") -> Absorbed:
    """What lands of the edits in a matter."""
    return absorbing.absorbed(exported(name).root, edited.save())


def elsewhere(edited: Edited) -> None:
    """An edit that always lands."""
    place = edited.find("some 4,000 inhabitants")
    edited.replace(place.paragraph, place.start + 5, place.start + 10, "4,200")


def landed(found: Absorbed, file: str = COUNT) -> str:
    """What a file says afterwards."""
    texts = [one.files[file][1].decode() for one in found.landed if file in one.files]
    return texts[-1] if texts else ""


def test_a_paragraph_that_is_named_elsewhere_is_not_taken_out() -> None:
    edited = Edited(exported("small").data)
    elsewhere(edited)
    edited.delete_paragraph(edited.find("unlocked the Granary").paragraph)
    found = absorb(edited)
    assert not found.is_refused
    [(_, told)] = found.conflicts
    assert "unlocked the Granary" in told.what
    assert told.what.endswith("was taken out")
    assert told.place == f"paragraph 4(b) at {COUNT}:23"
    assert f"“unlocking” names nothing in this matter ({COUNT}:29)" in told.help
    assert "some 4,200 inhabitants" in landed(found, "facts/01-granary.md")
    assert not landed(found)


def test_a_paragraph_is_taken_out_with_what_names_it() -> None:
    edited = Edited(exported("small").data)
    place = edited.find("By the conduct described")
    edited.delete_paragraph(place.paragraph)
    edited.delete_paragraph(edited.find("unlocked the Granary").paragraph)
    found = absorb(edited)
    assert not found.is_refused
    assert found.conflicts == ()
    assert "unlocking" not in landed(found)


def test_items_that_are_joined() -> None:
    """The label of the second goes with it: it is named elsewhere."""
    edited = Edited(exported("small").data)
    elsewhere(edited)
    edited.join(edited.find("gave the order at 22:40").paragraph)
    found = absorb(edited)
    assert not found.is_refused
    assert "4,200" in landed(found, "facts/01-granary.md")
    assert len(found.conflicts) == 1


JOINABLE = """
{#price elements="private-use" defendants="tollan"}
The price was 900 crowns [@ledger, l. 9].

{#purse elements="private-use" defendants="casavant"}
@casavant kept the purse.
"""


def joinable(tmp_path: Path) -> tuple[Path, Edited]:
    root = copied(exported("small").root, tmp_path / "small")
    (root / COUNT).write_text((root / COUNT).read_text("utf-8") + JOINABLE, "utf-8")
    return root, Edited(export(root).data)


def test_what_stood_above_a_paragraph_that_was_joined_is_told(tmp_path: Path) -> None:
    root, edited = joinable(tmp_path)
    edited.join(edited.find("The price was 900 crowns").paragraph)
    found = absorbing.absorbed(root, edited.save())
    assert not found.is_refused
    [(_, told)] = found.conflicts
    assert '{#purse elements="private-use" defendants="casavant"}' in told.what
    assert "joined" in told.what
    assert "above the joined paragraph" in told.help
    assert "purse" not in landed(found).split("@casavant kept the purse")[0].split("{#price")[1]
    assert "crowns [@ledger, l. 9]" in landed(found)
    assert "{#purse" not in landed(found)


def test_a_comment_between_two_paragraphs_keeps_them_apart(tmp_path: Path) -> None:
    root = copied(exported("small").root, tmp_path / "small")
    text = JOINABLE.replace("{#purse", "<!-- indict: allow CIT002: an inference -->\n{#purse")
    (root / COUNT).write_text((root / COUNT).read_text("utf-8") + text, "utf-8")
    edited = Edited(export(root).data)
    edited.join(edited.find("The price was 900 crowns").paragraph)
    found = absorbing.absorbed(root, edited.save())
    [(_, told)] = found.conflicts
    assert "was joined to the paragraph before it" in told.what
    assert landed(found) == ""


def test_a_joined_paragraph_that_was_reworded_is_told_as_well(tmp_path: Path) -> None:
    root, edited = joinable(tmp_path)
    edited.join(edited.find("The price was 900 crowns").paragraph)
    place = edited.find("kept the purse")
    edited.replace(place.paragraph, place.start, place.start + 4, "hid")
    found = absorbing.absorbed(root, edited.save())
    assert not found.is_refused
    assert any("{#purse" in told.what for _, told in found.conflicts)
    assert "hid the purse" in landed(found)


def test_words_behind_the_full_stop_of_a_citation() -> None:
    edited = Edited(exported("small").data)
    elsewhere(edited)
    last = InNote(len(edited.notes) - 1)
    edited.insert(last, len(edited.text(last)), " The page is torn.")
    found = absorb(edited)
    assert found.conflicts == ()
    assert not found.is_refused
    assert "4,200" in landed(found, "facts/01-granary.md")
    assert "divided the price ^[[@ledger, l. 8]. The page is torn.]." in landed(found)


def test_what_changed_is_named_also_in_a_note() -> None:
    """A note of an office has no place in a file of text; what is told shows the words that are new."""
    edited = Edited(exported("small").data)
    edited.insert(InNote(0), 0, "Compare also ")
    [(_, told)] = absorb(edited).conflicts
    assert "[note: Compare also Harbour Guard" in told.what
    assert told.help == "change defendants/01-tollan.md: offices"


def test_a_space_that_does_not_break() -> None:
    edited = Edited(exported("small").data)
    place = edited.find("312 sacks")
    edited.replace(place.paragraph, place.start + 3, place.start + 4, "\u00a0")
    found = absorb(edited)
    assert found.conflicts == ()
    assert "removed 312\u00a0sacks of wheat" in landed(found)


def test_words_of_the_tool_that_were_moved_are_told() -> None:
    edited = Edited(exported("small").data)
    title = edited.find("Count 1: Pillage", after=50).paragraph
    edited.move(title, edited.find("militia of the Upper Town").paragraph - 1)
    found = absorb(edited)
    assert not found.is_refused
    assert any("Count 1: Pillage" in told.what for _, told in found.conflicts)


def test_a_document_that_nobody_edited() -> None:
    found = absorb(Edited(exported("small").data))
    assert (found.landed, found.conflicts) == ((), ())
