"""What colleagues do with a document before they send it back: several edit it, some edits are decided."""

import pytest

from indictment.pipeline import absorbing
from indictment.pipeline.absorbed import Absorbed
from tests.absorb.deciding import accept, by, reject
from tests.absorb.edits import Edited, replaced
from tests.absorb.matters import COUNT, exported, silently_lost

FACTS = "facts/01-granary.md"


def absorb(edited: Edited) -> Absorbed:
    """What lands; no word is lost in silence."""
    matter = exported("small")
    data = edited.save()
    found = absorbing.absorbed(matter.root, data)
    assert not found.is_refused, found.refused
    assert silently_lost(matter, data, found) == ([], [])
    return found


def said(found: Absorbed, file: str = COUNT) -> list[str]:
    """What the file says after each author who changes it, in one line."""
    texts = [one.files[file][1].decode() for one in found.landed if file in one.files]
    return [" ".join(text.split()) for text in texts]


def by_two() -> Edited:
    """A document with two edits of Ann and two of Bo; one paragraph has one of each."""
    edited = Edited(exported("small").data)
    replaced(edited, "some 4,000", "some 4,200")
    replaced(edited, "removed 312 sacks", "removed 320 sacks")
    edited.author, edited.date = "Bo Ek", "2024-05-03T10:00:00Z"
    replaced(edited, "divided the price", "shared the price")
    replaced(edited, "During the night of", "In the night of")
    return edited


def test_some_accepted_and_the_others_left() -> None:
    """What was accepted has no author any more; what was left has."""
    edited = by_two()
    accept(edited, by("Ann Lee"))
    found = absorb(edited)
    assert [one.author for one in found.landed] == ["untracked", "Bo Ek"]
    first, second = said(found)
    assert "During the night of 2 to 3 March 2019 members of the Harbour Guard removed 320" in first
    assert "In the night of 2 to 3 March 2019 members of the Harbour Guard removed 320" in second
    assert "divided the price" in first
    assert "shared the price" in second
    assert "some 4,200" in said(found, FACTS)[0]
    assert found.conflicts == ()


def test_some_rejected_and_the_others_left() -> None:
    edited = by_two()
    reject(edited, by("Ann Lee"))
    found = absorb(edited)
    assert [one.author for one in found.landed] == ["Bo Ek"]
    [only] = said(found)
    assert "In the night of 2 to 3 March 2019 members of the Harbour Guard removed 312" in only
    assert found.conflicts == ()


def test_all_rejected() -> None:
    edited = by_two()
    place = edited.find("They sold it")
    edited.split(place.paragraph, place.start)
    edited.insert_paragraph_after(edited.find("some 4,").paragraph, "Nothing was left of it.")
    edited.join(edited.find("counted the sacks").paragraph)
    reject(edited)
    found = absorb(edited)
    assert (found.landed, found.conflicts, found.said) == ((), (), ())


def test_all_accepted() -> None:
    edited = by_two()
    place = edited.find("They sold it")
    edited.split(place.paragraph, place.start)
    accept(edited)
    found = absorb(edited)
    assert [one.author for one in found.landed] == ["untracked"]
    [only] = said(found)
    assert "In the night of 2 to 3 March 2019 members of the Harbour Guard removed 320" in only
    assert found.conflicts == ()


def test_two_authors_in_one_paragraph() -> None:
    found = absorb(by_two())
    assert [one.author for one in found.landed] == ["Ann Lee", "Bo Ek"]
    first, second = said(found)
    assert "During the night of 2 to 3 March 2019 members of the Harbour Guard removed 320" in first
    assert "In the night of 2 to 3 March 2019 members of the Harbour Guard removed 320" in second
    assert found.conflicts == ()


def test_one_takes_out_what_the_other_put_in() -> None:
    edited = Edited(exported("small").data)
    place = edited.find("divided the price")
    edited.insert(place.paragraph, place.end, " and the barge")
    edited.author, edited.date = "Bo Ek", "2024-05-03T10:00:00Z"
    place = edited.find(" and the barge")
    edited.delete(place.paragraph, place.start, place.end)
    found = absorb(edited)
    assert found.conflicts == ()
    first, second = said(found)
    assert "divided the price and the barge [@ledger" in first
    assert "divided the price [@ledger" in second


@pytest.mark.parametrize("tracked", [True, False])
def test_divided_and_both_parts_reworded(tracked: bool) -> None:
    edited = Edited(exported("small").data, tracked=tracked)
    place = edited.find("They sold it")
    edited.split(place.paragraph, place.start)
    replaced(edited, "both intended to appropriate", "each of them intended to appropriate")
    replaced(edited, "They sold it at Osterey", "The two sold all of it at Osterey")
    found = absorb(edited)
    assert found.conflicts == ()
    [one] = found.landed
    after = one.files[COUNT][1].decode()
    first, second = after.split("in particular in @unlocking, ")[1].split("\n\n")
    assert first.rstrip() == "each of them intended to appropriate the grain for private use."
    assert " ".join(second.split()).startswith("The two sold all of it at Osterey on 9 March 2019")
    assert after.count("{#purpose") == 1


def test_divided_by_one_and_reworded_by_another() -> None:
    edited = Edited(exported("small").data)
    place = edited.find("They sold it")
    edited.split(place.paragraph, place.start)
    edited.author, edited.date = "Bo Ek", "2024-05-03T10:00:00Z"
    replaced(edited, "They sold it at Osterey", "The two sold all of it at Osterey")
    found = absorb(edited)
    assert found.conflicts == ()
    first, second = said(found)
    assert "private use. They sold it" in first
    assert "private use. The two sold all of it" in second


def test_divided_and_the_second_part_wholly_reworded() -> None:
    edited = Edited(exported("small").data)
    place = edited.find("They sold it")
    edited.split(place.paragraph, place.start)
    replaced(
        edited,
        "They sold it at Osterey on 9\u00a0March 2019 and divided the price",
        "What came of that was given away",
    )
    found = absorb(edited)
    assert found.conflicts == ()
    [one] = found.landed
    after = one.files[COUNT][1].decode()
    assert "for private use.\n\nWhat came of that was given away. [@ledger, l. 8]\n" in after
    assert after.count("{#purpose") == 1
