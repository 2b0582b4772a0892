"""An edit that cannot be written is told, with what to do; the others land."""

from indictment.pipeline import absorbing
from indictment.pipeline.absorbed import Absorbed
from tests.absorb.edits import Edited, InNote
from tests.absorb.matters import COUNT, exported, landed


def absorb(edited: Edited, name: str = "small") -> Absorbed:
    """What lands of the edits in a matter."""
    return absorbing.absorbed(exported(name).root, edited.save())


def elsewhere(edited: Edited) -> None:
    """An edit that always lands."""
    place = edited.find("some 4,000 inhabitants")
    edited.replace(place.paragraph, place.start + 5, place.start + 10, "4,200")


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


def test_an_item_that_was_reworded_and_then_moved_is_told_with_both() -> None:
    edited = Edited(exported("small").data)
    place = edited.find("counted the sacks")
    edited.replace(place.paragraph, place.start, place.start + 7, "weighed")
    edited.tracked = False
    edited.move(place.paragraph, edited.find("some 4,000").paragraph)
    found = absorb(edited)
    told = [one for _, one in found.conflicts]
    assert any("was moved" in one.what for one in told)
    assert any("weighed" in one.what for one in told)


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


def test_two_authors_of_a_paragraph_that_cannot_go() -> None:
    """Bo takes out what Ann reworded, and it is named elsewhere: Ann's words are told, not lost on the way."""
    edited = Edited(exported("small").data)
    elsewhere(edited)
    place = edited.find("counted the sacks")
    edited.replace(place.paragraph, place.start, place.end, "weighed the sacks")
    edited.author, edited.date = "Bo Ek", "2024-05-03T10:00:00Z"
    edited.delete_paragraph(edited.find("unlocked the Granary").paragraph)
    found = absorb(edited)
    assert not found.is_refused
    (ann, reworded), (bo, gone) = found.conflicts
    assert (ann, bo) == ("Ann Lee", "Bo Ek")
    assert "weighed" in reworded.what
    assert reworded.help.startswith("another author changed the same paragraph after that")
    assert gone.what.endswith("was taken out")
    assert "“unlocking” names nothing" in gone.help
    assert [list(one.files) for one in found.landed] == [["facts/01-granary.md"], []]


def test_what_one_author_cannot_do_is_told_once() -> None:
    edited = Edited(exported("small").data)
    edited.delete_paragraph(edited.find("unlocked the Granary").paragraph)
    edited.author, edited.date = "Bo Ek", "2024-05-03T10:00:00Z"
    elsewhere(edited)
    found = absorb(edited)
    [(author, told)] = found.conflicts
    assert author == "Ann Lee"
    assert "“unlocking” names nothing" in told.help
    assert [list(one.files) for one in found.landed] == [[], ["facts/01-granary.md"]]
