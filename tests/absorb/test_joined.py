"""Paragraphs that were joined in Word: what their attribute lines said is never lost without a word."""

from pathlib import Path

import pytest

from indictment.pipeline import absorbing
from tests.absorb.edits import Edited
from tests.absorb.matters import COUNT, Exported, export, exported, landed
from tests.built import copied
from tests.readers.libreoffice_edits import AcceptAll, RejectAll, edited_by_libreoffice

SALE = """
{#sale elements="without-consent" defendants="tollan"}
Nobody asked the guild before the sale, and no receipt was given for any of the sacks that went to Osterey.

Neither of them has paid anything back since then, though the guild asked both of them for it in writing.
"""


def matter(tmp_path: Path, more: str = "", fact: str = "") -> Exported:
    """The small matter with two paragraphs more at the end of its count, and a fact."""
    root = copied(exported("small").root, tmp_path / "small")
    path = root / COUNT
    path.write_text(path.read_text(encoding="utf-8") + SALE + more, encoding="utf-8")
    facts = root / "facts/01-granary.md"
    facts.write_text(facts.read_text(encoding="utf-8") + fact, encoding="utf-8")
    return export(root)


def joined(made: Exported, words: str) -> Edited:
    """The document with the paragraph that has `words` run on into the next one; and another edit."""
    edited = Edited(made.data)
    place = edited.find("some 4,000 inhabitants")
    edited.replace(place.paragraph, place.start + 5, place.start + 10, "4,200")
    edited.join(edited.find(words).paragraph)
    return edited


TOLD = 'the label “sale”, elements="without-consent", defendants="tollan"'


def test_what_the_second_proves_is_told(tmp_path: Path) -> None:
    made = matter(tmp_path)
    found = absorbing.absorbed(made.root, joined(made, "divided the price").save())
    assert not found.is_refused
    assert "divided the price [@ledger, l. 8].Nobody asked" in landed(found)
    assert "{#sale" not in landed(found)
    [(author, told)] = found.conflicts
    assert author == "Ann Lee"
    assert told.place == "paragraph 6"
    assert "Nobody asked the guild" in told.what
    assert told.what.endswith(f"what stood above it in the source went: {TOLD}")
    assert f"in the braces above paragraph 5 ({COUNT}:29), in which they are now" in told.help


def test_joined_and_reworded(tmp_path: Path) -> None:
    made = matter(tmp_path)
    edited = joined(made, "divided the price")
    place = edited.find("Nobody asked the guild before the sale")
    edited.replace(place.paragraph, place.start, place.end, "No one of the guild knew")
    found = absorbing.absorbed(made.root, edited.save())
    assert "l. 8].No one of the guild knew, and no receipt" in landed(found)
    [(_, told)] = found.conflicts
    assert told.what.endswith(TOLD)


def test_joined_and_hardly_anything_left_of_it(tmp_path: Path) -> None:
    """By its words it would be one that was taken out; its bookmark says where the rest of it is."""
    made = matter(tmp_path)
    edited = joined(made, "divided the price")
    place = edited.find(
        "Nobody asked the guild before the sale, and no receipt was given for any of the sacks"
    )
    edited.replace(place.paragraph, place.start, place.end, "They hid all of it from those")
    found = absorbing.absorbed(made.root, edited.save())
    assert "They hid all of it from those that went to Osterey." in landed(found)
    [(_, told)] = found.conflicts
    assert told.what.endswith(TOLD)
    assert f"in the braces above paragraph 5 ({COUNT}:29)" in told.help


def test_joined_by_one_and_reworded_by_another(tmp_path: Path) -> None:
    made = matter(tmp_path)
    edited = joined(made, "divided the price")
    edited.author, edited.date = "Bo Ek", "2024-05-03T10:00:00Z"
    place = edited.find("Nobody asked the guild")
    edited.replace(place.paragraph, place.start, place.end, "No one told the guild")
    found = absorbing.absorbed(made.root, edited.save())
    assert "l. 8].No one told the guild before the sale" in landed(found)
    [(author, told)] = found.conflicts
    assert author == "Ann Lee"
    assert told.what.endswith(TOLD)


def test_joined_without_tracking(tmp_path: Path) -> None:
    made = matter(tmp_path)
    edited = Edited(made.data, tracked=False)
    edited.join(edited.find("divided the price").paragraph)
    found = absorbing.absorbed(made.root, edited.save())
    assert "l. 8].Nobody asked" in landed(found)
    [(author, told)] = found.conflicts
    assert author == "untracked"
    assert told.what.endswith(TOLD)


def test_a_paragraph_that_is_named_elsewhere_is_not_joined(tmp_path: Path) -> None:
    made = matter(tmp_path, fact="\nWhat became of it is described in @sale and there only.\n")
    edited = joined(made, "divided the price")
    place = edited.find("Nobody asked the guild")
    edited.replace(place.paragraph, place.start, place.end, "No one told the guild")
    found = absorbing.absorbed(made.root, edited.save())
    assert not found.is_refused
    assert not landed(found)
    assert "some 4,200 inhabitants" in landed(found, "facts/01-granary.md")
    [(_, told)] = found.conflicts
    assert "was joined to the paragraph before it" in told.what
    assert "Nobody asked the guild before the sale" in told.what
    assert "No one told the guild" in told.what
    assert told.help.startswith(f"{TOLD} would go with it, and then: ")
    assert "“sale” names nothing in this matter (facts/01-granary.md:13)" in told.help


def test_a_heading_that_a_count_relies_on_is_not_joined(tmp_path: Path) -> None:
    made = matter(tmp_path, fact="\n{#bread}\n## The bread of that winter\n\nThere was none.\n")
    count = made.root / COUNT
    text = count.read_text(encoding="utf-8")
    count.write_text(text.replace("places:", "relies-on: [bread]\nplaces:"), encoding="utf-8")
    made = export(made.root)
    edited = joined(made, "some 4,")
    found = absorbing.absorbed(made.root, edited.save())
    assert not found.is_refused
    assert not landed(found, "facts/01-granary.md")
    [(_, told)] = found.conflicts
    assert "the label “bread” would go with it" in told.help
    assert COUNT in told.help


def test_a_second_without_braces_has_nothing_to_lose(tmp_path: Path) -> None:
    made = matter(tmp_path)
    found = absorbing.absorbed(made.root, joined(made, "Nobody asked").save())
    assert "to Osterey.Neither of them" in landed(found)
    assert '{#sale elements="without-consent"' in landed(found)
    assert found.conflicts == ()


def test_a_labelled_paragraph_that_is_taken_out_is_no_joining(tmp_path: Path) -> None:
    made = matter(tmp_path)
    edited = Edited(made.data)
    edited.delete_paragraph(edited.find("Nobody asked").paragraph)
    found = absorbing.absorbed(made.root, edited.save())
    assert "sale" not in landed(found)
    assert found.conflicts == ()


def test_a_note_for_colleagues_stands_between(tmp_path: Path) -> None:
    """They are not joined then; the new words are told too."""
    made = matter(tmp_path)
    count = made.root / COUNT
    text = count.read_text(encoding="utf-8")
    count.write_text(
        text.replace("\nNeither", "\n<!-- note: since when? -->\n\nNeither"), encoding="utf-8"
    )
    made = export(made.root)
    edited = joined(made, "Nobody asked")
    place = edited.find("Neither of them has paid")
    edited.replace(place.paragraph, place.start, place.end, "None of them has paid")
    found = absorbing.absorbed(made.root, edited.save())
    assert not landed(found)
    [(_, told)] = found.conflicts
    assert told.what.startswith("“Neither of them has paid anything back")
    assert "was joined to the paragraph before it" in told.what
    assert "None of them has" in told.what
    assert told.help == f"do it by hand in {COUNT}:33"


def test_a_joining_that_is_told_names_no_words_that_stayed(tmp_path: Path) -> None:
    made = matter(tmp_path, fact="\nWhat became of it is described in @sale and there only.\n")
    found = absorbing.absorbed(made.root, joined(made, "divided the price").save())
    [(_, told)] = found.conflicts
    assert told.what.endswith("was joined to the paragraph before it")


def test_reworded_by_one_and_then_joined_by_another(tmp_path: Path) -> None:
    """The joining is held back; the words of the first author do not land to be taken back."""
    made = matter(tmp_path, fact="\nWhat became of it is described in @sale and there only.\n")
    edited = Edited(made.data)
    place = edited.find("Nobody asked the guild")
    edited.replace(place.paragraph, place.start, place.end, "No one told the guild")
    edited.author, edited.date = "Bo Ek", "2024-05-03T10:00:00Z"
    edited.join(edited.find("divided the price").paragraph)
    found = absorbing.absorbed(made.root, edited.save())
    assert not found.is_refused
    assert [list(one.files) for one in found.landed] == [[], []]
    (ann, reworded), (bo, told) = found.conflicts
    assert (ann, bo) == ("Ann Lee", "Bo Ek")
    assert "No one told the guild" in reworded.what
    assert reworded.help.startswith("another author changed the same paragraph after that")
    assert "was joined to the paragraph before it" in told.what


@pytest.mark.reader_libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("steps", [(), (AcceptAll(),)], ids=["left", "accepted"])
def test_joined_and_saved_by_libreoffice(tmp_path: Path, steps: tuple[AcceptAll, ...]) -> None:
    made = matter(tmp_path)
    edited = joined(made, "divided the price")
    place = edited.find("Nobody asked the guild before the sale, and no receipt was given for any")
    edited.replace(place.paragraph, place.start, place.end, "They hid all")
    (tmp_path / "in.docx").write_bytes(edited.save())
    saved = edited_by_libreoffice(tmp_path / "in.docx", steps, "Bo Ek", tmp_path)
    found = absorbing.absorbed(made.root, saved.read_bytes())
    assert not found.is_refused, found.refused
    assert "{#sale" not in landed(found)
    [(_, told)] = found.conflicts
    assert told.what.endswith(TOLD)


@pytest.mark.reader_libreoffice
@pytest.mark.slow
def test_all_rejected_in_libreoffice(tmp_path: Path) -> None:
    made = matter(tmp_path)
    edited = joined(made, "divided the price")
    (tmp_path / "in.docx").write_bytes(edited.save())
    saved = edited_by_libreoffice(tmp_path / "in.docx", (RejectAll(),), "Bo Ek", tmp_path)
    found = absorbing.absorbed(made.root, saved.read_bytes())
    assert (found.landed, found.conflicts, found.is_refused) == ((), (), False)
