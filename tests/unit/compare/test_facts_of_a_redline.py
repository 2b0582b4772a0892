"""The facts beside a real comparison: which of its changes belong to which paragraph."""

from collections.abc import Mapping

from indictment import parse, resolve
from indictment.compare import redlining
from indictment.compare.page import Printed
from indictment.folder import DiskFolder, MemoryFolder
from indictment.machine.shipped import shipped
from indictment.model.redline import LostSupport, Redline, Revision
from indictment.render.page import html
from tests.unit.compare.versions import CASAVANT, count
from tests.unit.resolve.building import FILES

COUNT = count(text="{#taken}\nThe grain was taken.\n")["counts/01-pillage.md"]
MILL = "The fourth says what nobody knows about the mill.\n\n"
STORE = "He took it from the store at night."
PORT = "Then he went away with all of it to the port."


def printed(
    name: str, text: str, more: Mapping[str, str] | None = None, without: str = ""
) -> Printed:
    """A version with this prose below its count, in the international form."""
    files = {path: text for path, text in FILES.items() if not path.startswith("templates/")}
    files |= CASAVANT | count(text=text) | {"matter.yaml": "title: The Case\ndate: 2021-05-04\n"}
    files |= more or {}
    files.pop(without, None)
    matter = parse.matter(MemoryFolder(files), DiskFolder(shipped("templates").parent)).value
    assert matter is not None
    given = resolve.indictment(matter, {}).value
    assert given is not None
    page = html.page(given, lambda path: None).value
    assert page is not None
    return Printed(Revision(name), given, page)


def compared(old: str, new: str) -> Redline:
    return redlining.redline(printed("old", old), printed("new", new))


def said(old: str, new: str) -> list[tuple[str, tuple[int, ...]]]:
    """The amendments of paragraphs with the changes in which they show."""
    found = compared(old, new).amendments
    return [(one.words, one.changes) for one in found if one.subject == "paragraph"]


def test_paragraphs_without_labels_are_followed_through_the_changes() -> None:
    old = (
        f"First of all.\n\nThe doors were broken by soldiers in the night.\n\n{MILL}"
        "A list follows:\n\n1. one thing of many things;\n2. another thing.\n"
    )
    new = (
        "A beginning that is like nothing else here.\n\nFirst of all.\n\n"
        "The doors were opened by soldiers in the night.\n\n"
        "A list follows:\n\n1. one thing of many things;\n2. another thing, changed.\n"
    )
    redline = compared(old, new)
    assert [(a.words, a.changes) for a in redline.amendments] == [
        ("Paragraph 1 is new", (1,)),
        ("Paragraphs 3 and 4 are reworded", (2, 4)),
        ("Paragraph 3 of the old version is withdrawn", (3,)),
    ]
    assert [(r.old, r.new) for r in redline.renumbered] == [
        ("", "1"),
        ("1", "2"),
        ("2", "3"),
        ("3", ""),
    ]


def test_what_is_taken_out_of_a_paragraph_rewords_it() -> None:
    listed = "A list follows:\n\n1. one thing;\n2. another thing that goes away;\n3. and more.\n"
    without = "A list follows:\n\n1. one thing;\n2. and more.\n"
    assert said(MILL + listed, MILL + without) == [("Paragraph 2 is reworded", (1,))]
    table = "A table:\n\n| a | b |\n|---|---|\n| 1 | x |\n| 2 | y |\n"
    assert said(MILL + table, MILL + table.replace("| 2 | y |\n", "")) == [
        ("Paragraph 2 is reworded", (1,))
    ]


def test_a_quotation_taken_out_where_numbers_moved_rewords_its_own_paragraph() -> None:
    quoted = "What the witness said of it follows:\n\n> They came at dawn and went.\n\nAnd so on.\n"
    old, new = MILL + quoted, "A new one, quite apart.\n\n" + MILL + quoted.replace(
        "> They came at dawn and went.\n\n", ""
    )  # fmt: skip
    assert [words for words, _ in said(old, new)] == [
        "Paragraph 1 is new",
        "Paragraph 3 is reworded",
    ]


def test_a_paragraph_that_was_divided_or_joined_is_neither_new_nor_withdrawn() -> None:
    whole, parts = f"{MILL}{STORE} {PORT}\n", f"{MILL}{STORE}\n\n{PORT}\n"
    assert said(whole, parts) == [("Paragraphs 2 and 3 are reworded", (1,))]
    assert said(parts, whole) == [("Paragraph 2 is reworded", (1,))]
    assert [(r.old, r.new) for r in compared(whole, parts).renumbered] == [("", "3")]


def test_a_divided_paragraph_that_pleads_the_same_is_no_new_charge() -> None:
    element = '{elements="appropriation"}\n'
    whole = f"{element}{STORE} {PORT}\n"
    parts = f"{element}{STORE}\n\n{element}{PORT}\n"
    assert [one.words for one in compared(whole, parts).amendments] == [
        "Paragraphs 1 and 2 are reworded"
    ]


def test_a_move_alone_is_in_the_concordance_and_no_amendment() -> None:
    parts = [
        "Alpha one two three four five six seven.\n\n",
        "Beta eight nine ten eleven twelve thirteen.\n\n",
        "Gamma fourteen fifteen sixteen seventeen.\n\n",
        "Delta the last of the four paragraphs here.\n\n",
    ]
    redline = compared("".join(parts), "".join([parts[3], *parts[:3]]))
    assert redline.amendments == ()
    assert [(r.old, r.new, r.moved) for r in redline.renumbered] == [
        ("4", "1", True), ("1", "2", False), ("2", "3", False), ("3", "4", False),
    ]  # fmt: skip


def test_a_citation_taken_out_is_a_paragraph_without_support() -> None:
    redline = compared(f"{MILL}He took it [@order, p. 12].\n", f"{MILL}He took it.\n")
    assert redline.unsupported == (LostSupport("2", "2", "", ("P001",)),)
    assert [one.words for one in redline.amendments] == [
        "Paragraph 2 is reworded",
        "P001 (Order 7) is no longer cited for Count 1 (Pillage)",
    ]


def test_a_label_that_was_renamed_rewords_nothing() -> None:
    old = "{#grain}\nThe grain was taken.\n\nHe did what @grain says, and went away.\n"
    found = compared(old, old.replace("grain}", "corn}").replace("@grain", "@corn"))
    assert found.changes == ()
    assert found.amendments == ()


def test_a_further_count_rewords_nothing_of_the_one_before_it() -> None:
    second = {"counts/02-theft.md": COUNT.replace("title: Pillage", "title: Theft").replace("{#taken}", "{#stolen}")}  # fmt: skip
    one, two = (
        printed("one", "{#taken}\nThe grain was taken.\n"),
        printed("two", "{#taken}\nThe grain was taken.\n", second),
    )
    for old, new in ((one, two), (two, one)):
        found = redlining.redline(old, new)
        assert [a.words for a in found.amendments if "reworded" in a.words] == []
        theft = [c for c in found.changes if c.place[:2] == ("CHARGES", "Count 2: Theft")]
        below = [c for c in theft if c.what != "heading"]
        assert {c.what for c in below} == {"line", "charge", "paragraph"}
        assert {c.file for c in below} == {"counts/02-theft.md"}


def test_the_labels_of_exhibits_and_accused_are_not_compared() -> None:
    text = "{#grain}\n@casavant took the grain [@order, p. 12; @ledger, p. 2].\n"
    old = printed("old", text)
    exhibits = FILES["exhibits/exhibits.yaml"]
    renamed = exhibits.replace("  order:", "  order-seven:").replace("  ledger:", "  book:")
    more = {
        "exhibits/exhibits.yaml": renamed,
        "defendants/02-mirel.md": CASAVANT["defendants/02-casavant.md"],
    }
    other = text.replace("@casavant", "@mirel").replace("@order", "@order-seven")
    new = printed(
        "new", other.replace("@ledger", "@book"), more, without="defendants/02-casavant.md"
    )
    for one, two in ((old, new), (new, old)):
        found = redlining.redline(one, two)
        assert found.changes == ()
        assert found.amendments == ()


# --- in which changes an amendment shows -------------------------------------------------------------

WHOLE = "{#taken}\nThe grain was taken.\n\n{#sold}\nIt was sold.\n"


def compared_files(old: Mapping[str, str], new: Mapping[str, str]) -> Redline:
    return redlining.redline(printed("old", WHOLE, old), printed("new", WHOLE, new))


def shows(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """The words of each amendment, and the new and old words of the changes in which it shows."""
    found = compared_files(old, new)
    text = {
        change.number: "".join(p.text for p in change.passages).replace("\u00a0", " ")
        for change in found.changes
    }
    return {
        one.words.replace("\u00a0", " "): " / ".join(text[n] for n in one.changes)
        for one in found.amendments
    }


def test_what_is_charged_shows_in_the_lines_of_its_count() -> None:
    old = count(text=WHOLE, accused="[tollan, casavant]")
    head = "conduct: [taking]\nmodes: [commission]\nperiod: {from: 2019-03-02, to: 2019-03-18}\n"
    new = count(head, text=WHOLE, accused="[tollan]")
    found = shows(old, new)
    gone = found["Mirel Casavant is no longer charged in Count 1 (Pillage)"]
    assert "CASAVANT" in gone
    assert "March" not in gone
    (period,) = [words for said, words in found.items() if "period" in said]
    assert "1618 March 2019" in period
    assert "CASAVANT" not in period


def test_a_new_count_shows_in_all_that_stands_under_its_heading() -> None:
    sale = count(
        "id: sale\nconduct: [taking]\nmodes: [commission]\nperiod: {from: 2019-03-02, to: 2019-03-16}\n",
        file="counts/02-sale.md",
        titled="title: Sale\noffence: pillage\n",
        text="{#bread}\nThe bread was sold.\n",
    )
    for old, new, said in (
        ({}, sale, "Count 2 (Sale) is new against Edric Tollan"),
        (sale, {}, "Count 2 (Sale) against Edric Tollan is withdrawn"),
    ):
        shown = shows(old, new)[said]
        assert "Sale" in shown
        assert "The bread was sold." in shown
        assert "The grain was taken." not in shown


def test_an_element_shows_in_the_paragraph_that_pleads_it() -> None:
    new = f'{WHOLE}\n{{#use elements="private-use" defendants="tollan"}}\nHe ate the bread.\n'
    found = shows({}, count(text=new))
    (shown,) = [words for said, words in found.items() if "is new and pleads" in said]
    assert shown == "He ate the bread."


def test_an_office_shows_in_its_row_and_a_particular_in_its_line() -> None:
    def tollan(born: str, until: str) -> dict[str, str]:
        offices = (
            f"offices:\n  - {{title: Commander, from: 2018, to: {until}}}\n"
            "  - {title: Mayor, from: 2010, to: 2015}\n"
        )
        name = "name: Edric Lowe Tollan\nshort: Edric Tollan\n"
        return {
            "defendants/01-tollan.md": f"---\n{name}born: {born}\nbirthplace: Orsa\n{offices}---\n"
        }

    found = shows(tollan("1961-05-04", "2019"), tollan("1961-05-14", "2020"))
    assert "Commander" in found["The office of Commander of Edric Tollan is dated otherwise"]
    assert "Orsa" not in found["The office of Commander of Edric Tollan is dated otherwise"]
    assert "May 1961" in found["The date of birth of Edric Tollan is another"]


def test_an_exhibit_shows_in_its_row_of_the_list() -> None:
    listed = FILES["exhibits/exhibits.yaml"]
    found = shows({}, {"exhibits/exhibits.yaml": listed.replace("2019-03-02", "2019-03-20")})
    assert "Order No. 7" in found["P001 (Order 7) is dated otherwise"]


def test_a_row_shows_in_itself() -> None:
    def incidents(*rows: str) -> dict[str, str]:
        return {
            "schedules/incidents.yaml": "title: Incidents\ncolumns:\n  - {key: what, heading: What}\n",
            "schedules/incidents.csv": "\n".join(("what", *rows)) + "\n",
        }

    old = incidents("A door was broken", "A clerk was beaten")
    new = incidents("A gate was burnt", "A door was broken", "A clerk was beaten twice")
    found = shows(old, new)
    assert "A gate was burnt" in found["Row 1 of Schedule A (Incidents) is new"]
    assert "twice" in found["Row 3 of Schedule A (Incidents) is reworded"]
    whole = shows({}, new)["Schedule A (Incidents) is new"]
    assert "A gate was burnt" in whole
    assert "A door was broken" in whole
