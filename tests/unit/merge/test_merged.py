"""What two colleagues did to one file, and what becomes of it."""

import pytest

from indictment.merge import Merged
from indictment.merge import merged as three_way

BASE = """\
---
title: Pillage
defendants: [tollan]
---

## The removal of the grain

{#removal elements="appropriation"}
During the night of 2 to 3 March members of the Harbour Guard removed 312 sacks of wheat
from the Granary [@ledger, l. 3], without the consent of the guild:

1. @tollan gave the order at 22:40 and named the barge;
2. {#unlocking}
   @casavant unlocked the Granary and counted the sacks.

The sacks were sold at Osterey on 9 March, and the price was divided among five men.

## Purpose

{#purpose}
By this conduct both intended to appropriate the grain for private use.
"""


def merged(base: str, ours: str, theirs: str, path: str = "counts/01.md") -> Merged:
    return three_way(base, ours, theirs, names=("ours", "theirs"), path=path)


def edited(*changes: tuple[str, str], base: str = BASE) -> str:
    for old, new in changes:
        assert base.count(old) == 1, old
        base = base.replace(old, new)
    return base


def together(*, ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> None:
    """Both sides' edits are had together, whoever is first."""
    wanted = edited(*ours, *theirs)
    for a, b in ((ours, theirs), (theirs, ours)):
        found = merged(BASE, edited(*a), edited(*b))
        assert found.conflicts == ()
        assert found.text == wanted


def test_edits_of_two_words_of_a_paragraph_are_had_together() -> None:
    together(
        ours=[("312 sacks", "314 sacks")], theirs=[("without the consent", "against the will")]
    )


def test_edits_of_neighbouring_paragraphs_are_had_together() -> None:
    together(
        ours=[("22:40 and named the barge;", "22:45 and named the barge;")],
        theirs=[("counted the sacks.", "counted the bags.")],
    )


def test_a_paragraph_put_in_beside_one_that_is_edited() -> None:
    new = "Nobody at the Granary was told of the order that night.\n\n"
    together(
        ours=[("The sacks were sold", f"{new}The sacks were sold")],
        theirs=[("among five men.", "among six men.")],
    )


def test_a_paragraph_broken_into_other_lines_takes_the_words_of_the_other_side() -> None:
    ours = edited(("wheat\nfrom the Granary", "wheat from the\nGranary"))
    theirs = edited(("the Harbour Guard removed", "the Guard took away"))
    found = merged(BASE, ours, theirs)
    assert found.conflicts == ()
    assert "the Guard took away 312 sacks of wheat from the\nGranary" in found.text


def test_a_citation_is_one_word() -> None:
    together(
        ours=[("[@ledger, l. 3]", "[@ledger, l. 3-6; see also @order-14, p. 2]")],
        theirs=[("without the consent", "against the will")],
    )
    ours = edited(("[@ledger, l. 3]", "[@ledger, l. 4]"))
    theirs = edited(("[@ledger, l. 3]", "[@ledger, l. 3; @order-14, p. 2]"))
    assert len(merged(BASE, ours, theirs).conflicts) == 1


def test_an_attribute_line_is_one_word() -> None:
    together(
        ours=[('elements="appropriation"', 'elements="appropriation, without-consent"')],
        theirs=[("312 sacks", "314 sacks")],
    )


def test_a_conflict_stands_around_its_paragraph_only() -> None:
    found = merged(
        BASE,
        edited(("among five men", "among four men"), ("22:40", "22:45")),
        edited(("among five men", "among six men"), ("private use", "their own use")),
    )
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.label, conflict.line) == ("edited", "", 16)
    assert found.text == edited(
        ("22:40", "22:45"),
        ("private use", "their own use"),
        (
            "The sacks were sold at Osterey on 9 March, and the price was divided among five men.",
            "<<<<<<< ours\n"
            "The sacks were sold at Osterey on 9 March, and the price was divided among four men.\n"
            "=======\n"
            "The sacks were sold at Osterey on 9 March, and the price was divided among six men.\n"
            ">>>>>>> theirs",
        ),
    )


def test_edits_that_touch_are_a_conflict_even_in_other_words() -> None:
    ours = edited(("312 sacks", "314 sacks"))
    theirs = edited(("312 sacks of wheat", "312 bags of wheat"))
    (conflict,) = merged(BASE, ours, theirs).conflicts
    assert conflict.label == "removal"


def test_a_paragraph_written_anew_is_not_mixed() -> None:
    words = "The sacks were sold at Osterey on 9 March, and the price was divided among five men."
    ours = edited((words, "The proceeds of sale at Osterey on 9 March went among five men there."))
    theirs = edited((words, words.replace("sacks", "bags")))
    found = merged(BASE, ours, theirs)
    assert found.conflicts


def test_a_paragraph_that_was_moved_takes_the_edit_along() -> None:
    words = (
        "The sacks were sold at Osterey on 9 March, and the price was divided among five men.\n\n"
    )
    ours = edited((words, "")).replace("## The removal", f"{words}## The removal")
    theirs = edited(("among five men", "among six men"))
    wanted = ours.replace("among five men", "among six men")
    for found in (merged(BASE, ours, theirs), merged(BASE, theirs, ours)):
        assert found.conflicts == ()
        assert found.text == wanted


def test_moved_by_both_to_other_places_it_stands_where_ours_has_it() -> None:
    parts = [f"Paragraph {x} has eight quite ordinary words in it.\n" for x in "abcdef"]
    a, b, c, d, e, f = parts
    base = "\n".join(parts)
    ours, theirs = "\n".join([b, c, d, a, e, f]), "\n".join([b, c, d, e, f, a])
    found = merged(base, ours, theirs.replace("c has", "c had"))
    assert found.conflicts == ()
    assert found.text == ours.replace("c has", "c had")


def test_what_is_put_in_behind_a_section_goes_where_the_section_goes() -> None:
    start, purpose = BASE.index("## The removal"), BASE.index("## Purpose")
    moved = f"{BASE[:start]}{BASE[purpose:]}\n{BASE[start:purpose].rstrip()}\n"
    new = "They had drawn up a plan for it in the last days of February.\n"
    longer = f"{BASE}\n{new}"
    wanted = moved.replace("private use.\n", f"private use.\n\n{new}")
    for found in (merged(BASE, moved, longer), merged(BASE, longer, moved)):
        assert found.conflicts == ()
        assert found.text == wanted


def test_both_put_in_at_one_place_and_both_stay_ours_first() -> None:
    ours = edited(("## Purpose", "A third man kept watch at the gate.\n\n## Purpose"))
    theirs = edited(("## Purpose", "The barge left before dawn broke.\n\n## Purpose"))
    found = merged(BASE, ours, theirs)
    assert found.conflicts == ()
    assert found.text == edited(
        (
            "## Purpose",
            "A third man kept watch at the gate.\n\nThe barge left before dawn broke.\n\n## Purpose",
        )
    )


def test_items_put_in_by_both_need_no_numbers() -> None:
    last = "   @casavant unlocked the Granary and counted the sacks."
    ours = edited((last, f"{last}\n3. @tollan kept the key."))
    theirs = edited((last, f"{last}\n3. {{#ledger-entry}}\n   @casavant wrote the ledger."))
    found = merged(BASE, ours, theirs)
    assert found.conflicts == ()
    assert (
        f"{last}\n3. @tollan kept the key.\n3. {{#ledger-entry}}\n   @casavant wrote" in found.text
    )


def test_an_item_with_another_number_takes_the_edit() -> None:
    ours = edited(("1. @tollan gave", "1. The gate stood open.\n2. @tollan gave"), ("2. {#unl", "3. {#unl"))  # fmt: skip
    theirs = edited(
        ("named the barge", "named the boat"), ("counted the sacks", "counted the bags")
    )
    for found in (merged(BASE, ours, theirs), merged(BASE, theirs, ours)):
        assert found.conflicts == ()
        assert "2. @tollan gave the order at 22:40 and named the boat;" in found.text
        assert (
            "3. {#unlocking}\n   @casavant unlocked the Granary and counted the bags." in found.text
        )


def test_both_put_in_the_same() -> None:
    both = edited(("## Purpose", "A third man kept watch.\n\n## Purpose"))
    found = merged(BASE, both.replace("312", "314"), both.replace("22:40", "22:45"))
    assert found.conflicts == ()
    assert found.text == both.replace("312", "314").replace("22:40", "22:45")


def test_both_put_in_other_words_under_one_label() -> None:
    ours = edited(("## Purpose", "{#watch}\nA man kept watch.\n\n## Purpose"))
    theirs = edited(("## Purpose", "{#watch}\nA boy kept watch.\n\n## Purpose"))
    (conflict,) = merged(BASE, ours, theirs).conflicts
    assert (conflict.kind, conflict.label, conflict.base) == ("inserted", "watch", "")


def test_deleted_here_and_edited_there_is_a_conflict() -> None:
    words = "The sacks were sold at Osterey on 9 March, and the price was divided among five men."
    gone = edited((f"{words}\n\n", ""))
    changed = edited(("among five men", "among six men"))
    other = words.replace("five", "six")
    (conflict,) = merged(BASE, gone, changed).conflicts
    assert (conflict.kind, conflict.ours, conflict.theirs) == ("deleted", "", other)
    found = merged(BASE, changed, gone)
    assert f"<<<<<<< ours\n{other}\n=======\n>>>>>>> theirs\n" in found.text
    assert found.conflicts[0].theirs == ""


def test_deleted_here_and_only_broken_otherwise_there_is_deleted() -> None:
    gone = edited(("{#purpose}\nBy this conduct both intended to appropriate the grain for private use.\n", ""))  # fmt: skip
    broken = edited(("both intended to", "both intended\nto"))
    found = merged(BASE, gone, broken)
    assert found.conflicts == ()
    assert "By this conduct" not in found.text


def test_front_matter_is_merged_by_key() -> None:
    together(
        ours=[("defendants: [tollan]", "defendants: [tollan]\nplaces: [Calderhaven]")],
        theirs=[("title: Pillage", "title: Pillage of grain")],
    )
    ours = edited(("[tollan]", "[tollan, casavant]"))
    theirs = edited(("[tollan]", "[tollan, orlemak]"), ("312", "314"))
    found = merged(BASE, ours, theirs)
    assert found.conflicts == ()
    assert "defendants: [tollan, casavant, orlemak]\n---\n" in found.text
    assert "314 sacks" in found.text


def test_a_key_with_two_values_is_a_conflict_of_that_line() -> None:
    ours, theirs = (edited(("title: Pillage", f"title: {x}")) for x in ("Plunder", "Looting"))
    found = merged(BASE, ours, theirs)
    assert found.text.startswith(
        "---\n<<<<<<< ours\ntitle: Plunder\n=======\ntitle: Looting\n>>>>>>> theirs\n"
        "defendants: [tollan]\n---\n\n## The"
    )
    assert [c.label for c in found.conflicts] == ["title"]


def test_a_file_that_both_made() -> None:
    found = merged("", "Ours says so.\n", "Theirs says otherwise, at length.\n")
    assert found.text == "Ours says so.\n\nTheirs says otherwise, at length.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_are_those_of_ours(end: str, mark: str) -> None:
    ours = mark + edited(("312", "314")).replace("\n", end)
    theirs = edited(("22:40", "22:45")).replace("\n", "\r\n" if end == "\n" else "\n")
    found = merged(BASE, ours, theirs)
    assert found.text == mark + edited(("312", "314"), ("22:40", "22:45")).replace("\n", end)


TABLE = """\
{#vehicles}
| Day   | Vehicles |
|:------|---------:|
| 4 May | 212 |
| 5 May | 190 |
"""


def test_rows_of_a_table() -> None:
    ours = TABLE.replace("212", "214")
    theirs = TABLE.replace("| 5 May | 190 |\n", "| 5 May | 190 |\n| 6 May | 20 |\n")
    found = merged(TABLE, ours, theirs)
    assert found.text == TABLE.replace("212", "214") + "| 6 May | 20 |\n"
    assert found.conflicts == ()


def test_quotations_and_comments() -> None:
    base = '> "The bridge is\n> safe" [@letter, p. 1].\n\n<!-- note (Ada): ask\n\nfor the log -->\n'
    ours = base.replace("is\n> safe", "is safe")
    theirs = base.replace("p. 1", "p. 2").replace("ask\n", "look\n")
    found = merged(base, ours, theirs)
    assert found.conflicts == ()
    assert found.text == (
        '> "The bridge is safe" [@letter, p. 2].\n\n<!-- note (Ada): look\n\nfor the log -->\n'
    )


def test_a_schedule_by_rows() -> None:
    base = 'id,day,what\ninc-1,2019-05-06,"Fall of a stone,\neast side"\ninc-2,2019-05-07,Fall of a rail\n'
    ours = base.replace("east side", "west side") + "inc-3,2019-05-08,Fire\n"
    theirs = base.replace("2019-05-07", "2019-05-09") + "inc-4,2019-05-09,Flood\n"
    found = merged(base, ours, theirs, "schedules/a.csv")
    assert found.conflicts == ()
    assert found.text == (
        'id,day,what\ninc-1,2019-05-06,"Fall of a stone,\nwest side"\n'
        "inc-2,2019-05-09,Fall of a rail\ninc-3,2019-05-08,Fire\ninc-4,2019-05-09,Flood\n"
    )
