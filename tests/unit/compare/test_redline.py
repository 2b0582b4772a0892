"""Two versions of a statement of facts: what the redline says of them."""

from lxml import html

from indictment import compare
from indictment.compare import passages
from indictment.model.redline import Authorship, Passage
from tests.unit.compare.pairs import listed, printed, redline

ONE = "{#one}\nThe harbour was closed on 3 May by order of the council of the port.\n"
TWO = "{#two}\nThe guard of the harbour fired on the ships that lay at the northern pier [@order, p. 3].\n"
THREE = "{#three}\nNobody was told of the closure, as @one says, and no ship left the port that night.\n"


def test_nothing_is_said_of_what_is_the_same() -> None:
    found = redline(f"{ONE}\n{TWO}\n{THREE}", f"{ONE}\n{TWO}\n{THREE}")
    assert found.is_empty
    assert "<ins" not in found.page
    assert "old-number" not in found.page


def test_an_inserted_paragraph_marks_no_number_that_follows_from_it() -> None:
    new = "{#new}\nThe council met in the morning of 3 May.\n"
    found = redline(f"{ONE}\n{THREE}", f"{new}\n{ONE}\n{THREE}")
    assert listed(found) == ["inserted paragraph –>2: {+The council met in the morning of 3 May.+}"]
    assert '<span class="number">3.</span><span class="old-number">[2.]</span>' in found.page


def test_a_line_of_a_cell_that_is_new_is_a_change_of_its_row() -> None:
    page = (
        '<table><tbody><tr><td>1</td><td><p class="cell">CELAN: 5</p>'
        '<p class="cell inserted" data-author="A. Weir" data-date="2024-03-12T09:00:00Z">DORR: 7</p>'
        "</td></tr></tbody></table>"
    )
    row = html.fragment_fromstring(page).find(".//tr")
    assert row is not None
    by = Authorship("A. Weir", "2024-03-12T09:00:00Z")
    assert list(passages.of(row, set())) == [
        Passage("kept", "1 | CELAN: 5 | "),
        Passage("inserted", "DORR: 7", by),
    ]


def test_words_are_marked_in_a_paragraph_that_has_a_label() -> None:
    found = redline(ONE, ONE.replace("3 May", "4 May"))
    assert listed(found) == [
        "changed paragraph 2>2: The harbour was closed on [-3-]{+4+} May by order of the council of the port."
    ]


def test_a_moved_paragraph_is_one_change_and_the_shorter_one_moves() -> None:
    long = TWO.replace("fired", "fired at once and without any warning")
    found = redline(f"{ONE}\n{long}\n{THREE}", f"{long}\n{ONE}\n{THREE}")
    assert [line.split(":")[0] for line in listed(found)] == ["moved paragraph 2>3"]
    tree = html.document_fromstring(found.page)
    here = tree.xpath("//p[contains(@class, 'inserted moved')]")
    gone = tree.xpath("//p[contains(@class, 'deleted moved')]")
    assert len(here) == len(gone) == 1
    assert here[0].get("data-move") == gone[0].get("data-move")
    assert (here[0].get("data-from"), gone[0].get("data-to")) == ("2", "3")
    assert (here[0].get("id"), gone[0].get("id")) == ("x-one", "was-x-one")


def test_an_unlabelled_paragraph_that_moved_and_was_edited_is_found() -> None:
    one, two, three = (
        text.split("\n", 1)[1].replace(", as @one says,", "") for text in (ONE, TWO, THREE)
    )
    found = redline(f"{one}\n{two}\n{three}", f"{two}\n{three}\n{one.replace('3 May', '4 May')}")
    assert [line.split(":")[0] for line in listed(found)] == ["moved paragraph 2>4"]
    assert "[-3-]{+4+}" in listed(found)[0]


def test_a_paragraph_that_was_divided_marks_no_word() -> None:
    whole = "{#whole}\nThe guard came at noon and closed the gate. The ships could not leave the port for a week.\n"
    halves = "{#whole}\nThe guard came at noon and closed the gate.\n\nThe ships could not leave the port for a week.\n"
    found = redline(whole, halves)
    assert [one.kind for one in found.changes] == ["split"]
    assert (found.marked.inserted, found.marked.deleted) == (0, 0)
    back = redline(halves, whole)
    assert [one.kind for one in back.changes] == ["joined"]
    assert (back.marked.inserted, back.marked.deleted) == (0, 0)


def test_another_page_of_the_same_exhibit_is_a_change_in_the_note() -> None:
    found = redline(TWO, TWO.replace("p. 3", "p. 4"))
    [line] = listed(found)
    assert line.startswith("changed paragraph 2>2: The guard of the harbour fired")
    assert "[-⟦Order of the Harbour Guard, 1 January 2019, P001, p. 3⟧-]" in line
    assert "{+⟦Order of the Harbour Guard, 1 January 2019, P001, p. 4⟧+}" in line


def test_a_citation_that_becomes_the_first_is_computed() -> None:
    again = "{#again}\nThe order was read to the guard in the morning of that day [@order, p. 5].\n"
    found = redline(f"{TWO}\n{again}", again)
    kinds = {one.label: one.kind for one in found.changes if one.what == "paragraph"}
    assert kinds == {"two": "deleted", "again": "computed"}
    assert found.marked.inserted == 0, "nobody put in a word"
    alone = redline(f"{TWO}\n{ONE}", ONE)
    assert found.marked.deleted == alone.marked.deleted > 10, "nor took one out of what stays"
    assert found.marked.following > 5


def test_emphasis_alone_is_apart() -> None:
    found = redline(ONE, ONE.replace("closed", "*closed*"))
    assert [one.kind for one in found.changes] == ["formatting"]
    assert 'class="formatted" data-was=""' in found.page


def test_marks_of_exhibits_that_move_are_no_change_of_the_text() -> None:
    more = {
        "exhibits/exhibits.yaml": (
            "exhibits:\n"
            "  notice: {title: Notice to ships, date: 2018-01-01, pages: 2}\n"
            "  order: {title: Order of the Harbour Guard, date: 2019-01-01, pages: 20, short: Order}\n"
            "  ledger: {title: Ledger of the port, date: 2019-01-02, pages: 20, short: Ledger}\n"
        )
    }
    facts = {"facts/01-events.md": f"---\ntitle: Events\n---\n\n{TWO}"}
    found = redline(facts, {**facts, **more})
    assert listed(found) == []
    assert [(one.kind, one.what, one.new_number) for one in found.changes] == [
        ("inserted", "row", "P001")
    ]


def test_a_link_to_what_is_gone_leads_to_where_it_was() -> None:
    found = redline(
        f"{ONE}\n{THREE}",
        "{#three}\nNobody was told of the closure, and no ship left the port that night.\n",
    )
    tree = html.document_fromstring(found.page)
    ids = {node.get("id") for node in tree.iter() if node.get("id")}
    links = [a.get("href") for a in tree.iter("a") if (a.get("href") or "").startswith("#")]
    assert "#x-one" in links
    assert [
        link for link in links if link[1:] not in ids and not link.startswith("#exhibit-")
    ] == []


def test_the_layout_that_differs_is_said() -> None:
    found = redline(ONE, ONE.replace("{#one}", '{#one lang="uk"}'))
    assert found.uncompared == ("paragraph 2 is marked as being in another language",)


def test_each_change_has_its_author() -> None:
    class Two:
        def inserted(self, span: object) -> Authorship:
            return Authorship("Ilse", "2021-02-03T04:05:06Z")

        def deleted(self, span: object) -> Authorship:
            return Authorship("Taras", "2021-02-04T04:05:06Z")

    sides = [printed("old", {"facts/01-events.md": f"---\ntitle: Events\n---\n\n{ONE}"}),
             printed("new", {"facts/01-events.md": f"---\ntitle: Events\n---\n\n{ONE.replace('3 May', '4 May')}"})]  # fmt: skip
    found = compare.redline(*sides, Two())
    assert '<del data-author="Taras" data-date="2021-02-04T04:05:06Z">3</del>' in found.page
    assert '<ins data-author="Ilse" data-date="2021-02-03T04:05:06Z">4</ins>' in found.page


def test_what_is_new_behind_a_paragraph_has_not_its_number() -> None:
    new = {
        "facts/01-events.md": f"---\ntitle: Events\n---\n\n{ONE}",
        "defendants/02-dorr.md": "---\nname: Mela Dorr\nborn: 1970-01-02\n---\n\n{#dorr-born}\nShe was born.\n",
    }
    found = redline({"facts/01-events.md": new["facts/01-events.md"]}, new)
    own = [one for one in found.changes if one.what in ("particulars", "heading", "line")]
    assert len(own) > 3
    assert {(one.new_number, one.old_number) for one in own} == {("", "")}
    assert {one.file for one in own if one.what != "line"} == {"defendants/02-dorr.md"}
    assert {one.label for one in own} == {"", "dorr"}, "its heading has the label of the accused"
