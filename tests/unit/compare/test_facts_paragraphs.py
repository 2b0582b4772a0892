"""Paragraphs, the elements that they plead, their numbers and their citations."""

from indictment.compare import facts
from indictment.compare.facts.elements import in_short
from indictment.model.redline import Change, LostSupport, Passage, Renumbered
from tests.unit.compare.versions import amended, both, count, said

OLD = (
    "{#taken}\nThe grain was taken from the store.\n\nThe doors were broken.\n\nNobody was hurt.\n"
)


def text(prose: str, **more: str) -> dict[str, str]:
    return count(text=prose, **more)


def test_paragraphs_without_labels_pair_by_their_words() -> None:
    new = text(
        "A new beginning.\n\n{#taken}\nThe grain was taken from the store.\n\n"
        "The doors were broken by soldiers.\n\nNobody was hurt.\n"
    )
    assert said(text(OLD), new) == [
        "added paragraph: Paragraph 1 is new",
        "reworded paragraph: Paragraph 3 is reworded",
    ]
    assert facts.renumbered(*both(text(OLD), new)) == (
        Renumbered("paragraph", "", "1"),
        Renumbered("paragraph", "1", "2", "taken"),
        Renumbered("paragraph", "2", "3"),
        Renumbered("paragraph", "3", "4"),
    )


def test_a_paragraph_that_only_has_another_number_is_not_amended() -> None:
    new = text("Before.\n\n" + OLD)
    assert said(text(OLD), new) == ["added paragraph: Paragraph 1 is new"]


def test_what_a_reference_prints_is_not_another_word() -> None:
    old = text("{#a}\nFirst.\n\n{#b}\nSee @a.\n")
    new = text("Before.\n\n{#a}\nFirst.\n\n{#b}\nSee @a.\n")
    assert said(old, new) == ["added paragraph: Paragraph 1 is new"]


def test_a_paragraph_that_stands_elsewhere_is_moved_and_keeps_its_words() -> None:
    old = text("{#a}\nOne.\n\n{#b}\nTwo.\n\n{#c}\nThree.\n")
    new = text("{#b}\nTwo.\n\n{#c}\nThree.\n\n{#a}\nOne.\n")
    assert said(old, new) == []
    assert facts.renumbered(*both(old, new)) == (
        Renumbered("paragraph", "2", "1", "b"),
        Renumbered("paragraph", "3", "2", "c"),
        Renumbered("paragraph", "1", "3", "a", moved=True),
    )


def test_a_withdrawn_paragraph_keeps_its_old_number_at_its_old_place() -> None:
    old = text("{#a}\nOne.\n\n{#b}\nTwo.\n\n{#c}\nThree.\n")
    new = text("{#a}\nOne.\n\n{#c}\nThree.\n")
    (gone,) = amended(old, new)
    assert gone.words == "Paragraph 2 of the old version is withdrawn"
    assert gone.paragraphs == ("2 (old)",)
    assert facts.renumbered(*both(old, new)) == (
        Renumbered("paragraph", "2", "", "b"),
        Renumbered("paragraph", "3", "2", "c"),
    )


def test_many_paragraphs_are_named_from_the_first_to_the_last() -> None:
    more = "".join(f"Something else, number {n}.\n\n" for n in "abcde")
    (added,) = amended(text(OLD), text(OLD + "\n" + more))
    assert added.words == "Paragraphs 4 to 8 are new"
    assert added.paragraphs == ("4", "5", "6", "7", "8")


def test_paragraphs_are_told_apart_by_the_accused_whom_they_name() -> None:
    new = text(OLD + '\n{#his defendants="tollan"}\nHe knew.\n\n{#all}\nIt was known.\n')
    assert [(a.words, a.counts, a.accused) for a in amended(text(OLD), new)] == [
        ("Paragraph 4 is new", ("pillage",), ("tollan",)),
        ("Paragraph 5 is new", ("pillage",), ()),
    ]


def test_paragraphs_on_an_accused_concern_that_accused() -> None:
    new = {"defendants/02-casavant.md": "---\nname: Mirel Casavant\n---\n\nShe kept the ledger.\n"}
    (added,) = amended({}, new)
    assert (added.words, added.counts, added.accused) == ("Paragraph 1 is new", (), ("casavant",))


def test_a_new_paragraph_that_pleads_an_element_is_flagged() -> None:
    new = text(OLD + '\n{#use elements="private-use" defendants="tollan"}\nHe ate the bread.\n')
    (added,) = amended(text(OLD), new)
    assert added.words == (
        "Paragraph 4 is new and pleads the element “For private use” against Edric Tollan"
    )
    assert (added.subject, added.new) == ("element", "For private use.")
    assert added.accused == ("tollan",)
    assert added.elements == ("private-use",), "programs have the label"
    assert added.reason == (
        "may be argued to be a new charge: paragraph 4, which pleads this element, is new"
    )
    assert said(new, text(OLD)) == [
        "withdrawn element: Paragraph 4 of the old version, which pleaded the element "
        "“For private use” against Edric Tollan, is withdrawn",
        "withdrawn element: No paragraph pleads the element “For private use” of Count 1 (Pillage) "
        "against Edric Tollan any more",
    ]


def test_an_element_pleaded_for_the_first_time_by_a_paragraph_that_was_there_is_flagged() -> None:
    old = text('{#a}\nHe took it.\n\n{#b elements="appropriation"}\nAnd kept it.\n')
    new = text('{#a elements="appropriation"}\nHe took it.\n\n{#b elements="appropriation"}\nAnd kept it.\n')  # fmt: skip
    assert said(old, new) == [
        "added element: Paragraph 1 now pleads the element “Property was taken”"
    ]
    first = text("{#a}\nHe took it.\n\n{#b}\nAnd kept it.\n")
    assert said(first, old) == [
        "! added element: Paragraph 2 now pleads the element “Property was taken”"
    ]


def test_an_element_is_named_by_its_words_and_a_long_one_by_the_first_of_them() -> None:
    of_two = "The accused led the State. More than one person may have led it."
    assert in_short(of_two) == "The accused led the State …"
    assert in_short("Art. 5(c) was in force,\nand known.") == "Art. 5(c) was in force, and known"
    assert in_short("appropriation") == "appropriation"


def test_an_element_that_still_has_a_paragraph_is_not_said_to_have_none() -> None:
    old = text(
        '{#a elements="appropriation"}\nHe took it.\n\n{#b elements="appropriation"}\nAnd.\n'
    )
    new = text('{#a}\nHe took it.\n\n{#b elements="appropriation"}\nAnd.\n')
    assert said(old, new) == [
        "withdrawn element: Paragraph 1 no longer pleads the element “Property was taken”"
    ]


def test_the_changes_say_in_which_of_them_an_amendment_shows() -> None:
    old = text("{#a}\nOne.\n\n{#b}\nTwo.\n")
    new = text("{#a}\nOne more.\n\n{#c}\nThree.\n")
    changes = (
        Change(1, "changed", "paragraph", (Passage("inserted", " more"),), "x-a", "x-a", "1", "1", "a"),
        Change(2, "deleted", "paragraph", (Passage("deleted", "Two."),), "x-b", "x-b", "2", "", "b"),
        Change(3, "inserted", "paragraph", (Passage("inserted", "Three."),), "x-c", "", "", "2", "c"),
    )  # fmt: skip
    assert [(a.kind, a.paragraphs, a.changes) for a in amended(old, new, changes)] == [
        ("added", ("2",), (3,)),
        ("reworded", ("1",), (1,)),
        ("withdrawn", ("2 (old)",), (2,)),
    ]


def test_a_change_in_a_sub_paragraph_rewords_its_paragraph_and_a_move_alone_does_not() -> None:
    old = text("{#a}\nOne:\n\n1. {#s}\n   sub.\n\n{#b}\nTwo.\n")
    new = text("{#a}\nOne:\n\n1. {#s}\n   sub more.\n\n{#b}\nTwo.\n")
    inner = Change(1, "changed", "sub-paragraph", (Passage("inserted", " more"),), "x-s", "x-s", "1(a)", "1(a)", "s")  # fmt: skip
    moved = Change(2, "moved", "paragraph", (Passage("kept", "Two."),), "x-b", "x-b", "2", "2", "b")
    (one,) = amended(old, new, (inner, moved))
    assert (one.kind, one.paragraphs, one.changes) == ("reworded", ("1",), (1,))


def test_paragraphs_without_a_label_pair_as_the_changes_say() -> None:
    old, new = text("Old words here.\n"), text("Quite other ones stand now.\n")
    change = Change(1, "changed", "paragraph", (Passage("inserted", "x"),), "p-1", "p-1", "1", "1")
    (one,) = amended(old, new, (change,))
    assert one.words == "Paragraph 1 is reworded"
    assert len(amended(old, new)) == 2


def test_a_paragraph_that_cites_nothing_any_more_lost_its_support() -> None:
    old = text("{#a}\nHe took it [@order, p. 12; @charter].\n\n{#b}\nShe saw it [@ledger, p. 2].\n")
    new = text("Before.\n\n{#a}\nHe took it.\n\n{#b}\nShe saw it [@order, p. 12].\n")
    assert facts.lost_support(*both(old, new)) == (LostSupport("1", "2", "a", ("P001", "Charter")),)


def test_counts_annexes_and_exhibits_stand_in_the_concordance() -> None:
    first = count(file="counts/00-first.md", titled="title: First\noffence: pillage\n")
    annex = {"annexes/01-map.md": "---\ntitle: Map\n---\n\nHere.\n"}
    other = {"annexes/00-list.md": "---\ntitle: List\n---\n\nThere.\n"}
    first["counts/00-first.md"] = first["counts/00-first.md"].replace("{#taken}\n", "{#first-of}\n")
    from tests.unit.resolve.building import EXHIBITS

    entry = "exhibits:\n  zero:\n    title: Zero\n    reserve: none\n    pages: 1\n"
    more = {"exhibits/exhibits.yaml": EXHIBITS.replace("exhibits:\n", entry)}
    found = facts.renumbered(*both(annex, annex | first | other | more))
    assert [(r.kind, r.old, r.new, r.label) for r in found if r.kind != "paragraph"] == [
        ("count", "", "1", "first"),
        ("count", "1", "2", "pillage"),
        ("annex", "", "A", "list"),
        ("annex", "A", "B", "map"),
        ("exhibit", "", "P001", "zero"),
        ("exhibit", "P001", "P002", "order"),
        ("exhibit", "P002", "P003", "ledger"),
    ]


def test_templates_that_differ_are_named() -> None:
    old = {"templates/a/court.yaml": b"1", "templates/a/x.html": b"1", "matter.yaml": b"1"}
    new = {"templates/a/court.yaml": b"2", "templates/b/y.html": b"1", "matter.yaml": b"2"}
    assert facts.templates(old, new) == (
        "templates/a/court.yaml",
        "templates/a/x.html",
        "templates/b/y.html",
    )
    assert facts.templates(old, old) == ()


def test_an_element_against_fewer_accused_is_taken_from_the_others_alone() -> None:
    def pleaded(against: str) -> dict[str, str]:
        prose = f'{{#use elements="private-use"{against}}}\nThey ate it.\n'
        return text(prose, accused="[tollan, casavant]")

    one = pleaded(' defendants="tollan"')
    for every in (pleaded(' defendants="tollan, casavant"'), pleaded("")):
        assert said(every, one)[0] == (
            "withdrawn element: Paragraph 1 no longer pleads the element “For private use” against "
            "Mirel Casavant"
        )
        assert [line for line in said(every, one) if "added" in line] == []
        assert said(one, every) == [
            "! added element: Paragraph 1 now pleads the element “For private use” against Mirel Casavant"
        ]


def test_a_paragraph_without_a_number_is_named_as_one() -> None:
    annex = "---\ntitle: Places\n---\n\n{{#kept}}\nThe quay.\n{}"
    old = {"annexes/01-places.md": annex.format("")}
    one = {"annexes/01-places.md": annex.format("\nThe mill, which burned.\n")}
    two = {
        "annexes/01-places.md": annex.format(
            "\nThe mill, which burned.\n\nThe old customs house.\n"
        )
    }
    assert said(old, one) == ["added paragraph: A paragraph without a number is new"]
    assert said(old, two) == ["added paragraph: 2 paragraphs without a number are new"]
    assert said(one, old) == [
        "withdrawn paragraph: A paragraph without a number of the old version is withdrawn"
    ]


LAW = {
    "offences/pillage.yaml": "title: Pillage\ninstrument: the Charter\nprovision: article 5(c)\n"
    "citation: Charter, article 5(c)\nsource: invented\nconduct: [{id: taking, printed: took}]\n"
    "modes:\n  - id: commission\n    printed: commission\n    elements:\n"
    "      - {id: own-hand, text: The accused acted in person., kind: conduct}\n"
    "elements:\n  - id: gravity\n    text: It was grave.\n    kind: threshold\n    parts:\n"
    "      - {id: worth, text: It was of great worth.}\n"
    "      - {id: hunger, text: People went hungry.}\n"
}


def test_parts_of_elements_and_elements_of_modes_are_named_in_words_too() -> None:
    old = LAW | text('{#a elements="worth"}\nHe took it.\n\n{#b elements="own-hand"}\nAlone.\n')
    new = LAW | text('{#a}\nHe took it.\n\n{#b elements="own-hand hunger"}\nAlone.\n')
    assert said(old, new) == [
        "withdrawn element: Paragraph 1 no longer pleads the element “It was of great worth”",
        "! added element: Paragraph 2 now pleads the element “People went hungry”",
        "withdrawn element: No paragraph pleads the element “It was of great worth” of "
        "Count 1 (Pillage) any more",
    ]


def test_an_element_of_a_mode_is_pleaded_against_each_accused() -> None:
    old = LAW | count(accused="[tollan, casavant]", text='{#a elements="own-hand"}\nHe took it.\n')
    new = LAW | count(
        accused="[tollan, casavant]",
        text='{#a elements="own-hand" defendants="tollan"}\nHe took it.\n',
    )
    assert "against Mirel Casavant any more" in said(old, new)[-1]
