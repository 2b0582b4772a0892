"""Counts keep the numbers under which they were filed; withdrawn ones are said to be so in their place."""

from collections.abc import Iterable

from indictment.model.indictment import Indictment
from tests.unit.resolve.building import court, facts, resolved, said
from tests.unit.resolve.test_frozen import FROZEN, filed, printed, prose

FIRST = ("01-pillage", "02-theft", "03-arson")
BY_SECTION = court(amended_numbering="frozen", numbering="by-section")


def counts(*files: str, **texts: str) -> dict[str, str]:
    """Files of counts, "01-pillage" among them; each with a paragraph NAME-one, or with its text."""
    made = {}
    for file in files:
        name = file.split("-", 1)[1]
        made[f"counts/{file}.md"] = (
            f"---\ntitle: {name.capitalize()}\noffence: pillage\ndefendants: [tollan]\n---\n\n"
            + texts.get(name, prose(f"{name}-one"))
        )
    return made


def matter(*files: str, form: dict[str, str] = FROZEN, **texts: str) -> Indictment:
    return resolved(counts(*files, **texts), form)


def heads(found: Indictment) -> list[str]:
    return [f"{one.printed} {one.title}" for group in found.counts for one in group.counts]


def amended(
    *files: str, before: Iterable[str] = FIRST, form: dict[str, str] = FROZEN, **texts: str
) -> Indictment:
    """A matter that was filed with some counts, and has these now."""
    numbers = filed(matter(*before, form=form))
    return resolved(counts(*files, **texts), form, numbers)


def test_a_count_keeps_its_number_when_one_before_it_is_withdrawn() -> None:
    found = amended("01-pillage", "03-arson")
    assert heads(found) == ["1 Pillage", "2 [withdrawn]", "3 Arson"]
    assert [one.is_withdrawn for group in found.counts for one in group.counts] == [
        False,
        True,
        False,
    ]


def test_what_was_filed_below_a_withdrawn_count_stands_below_its_heading() -> None:
    found = amended("01-pillage", "03-arson", pillage=prose("pillage-one", "new"))
    lines = [[line.number for line in group.blocks] for group in found.counts]  # type: ignore[union-attr]
    assert lines == [["1", "1A"], ["2"], ["3"]]
    assert printed(found) == [
        "1 This is pillage-one.", "1A This is new.", "2 [withdrawn]", "3 This is arson-one.",
    ]  # fmt: skip


def test_the_first_and_the_last_count_may_be_withdrawn() -> None:
    numbers = filed(matter("01-pillage", "02-theft", "03-arson"))
    kept = counts("01-pillage", pillage=prose("new"))
    only = {name.replace("01-pillage", "02-theft"): text for name, text in kept.items()}
    found = resolved(
        {
            "counts/01-pillage.md": only["counts/02-theft.md"]
            .replace("Pillage", "Theft")
            .replace("offence", "id: theft\noffence")
        },
        FROZEN,
        numbers,
    )
    assert heads(found) == ["1 [withdrawn]", "2 Theft", "3 [withdrawn]"]
    assert [one.split(" ")[0] for one in printed(found)] == ["1", "2", "2A", "3"]


def test_a_new_count_between_two_has_a_letter_and_one_at_the_end_counts_on() -> None:
    found = amended("01-pillage", "02-plunder", "03-theft", "04-arson", "05-fraud")
    assert heads(found) == ["1 Pillage", "1A Plunder", "2 Theft", "3 Arson", "4 Fraud"]


def test_what_replaces_a_withdrawn_count_stands_behind_it() -> None:
    found = amended("01-pillage", "02-plunder", "03-arson")
    assert heads(found) == ["1 Pillage", "2 [withdrawn]", "2A Plunder", "3 Arson"]


def test_a_new_count_before_the_first_has_the_next_number_behind_the_last() -> None:
    assert heads(amended("00-fraud", *FIRST)) == ["4 Fraud", "1 Pillage", "2 Theft", "3 Arson"]


def test_the_number_of_the_last_count_is_not_given_again_when_it_is_withdrawn() -> None:
    found = amended("01-pillage", "02-theft", "04-fraud")
    assert heads(found) == ["1 Pillage", "2 Theft", "3 [withdrawn]", "4 Fraud"]


def test_a_filed_count_keeps_its_number_where_its_file_stands_elsewhere() -> None:
    assert heads(amended("01-pillage", "03-arson", "04-theft")) == [
        "1 Pillage",
        "3 Arson",
        "2 Theft",
    ]


def test_a_second_amendment_keeps_what_the_first_one_filed() -> None:
    first = filed(matter(*FIRST))
    second = filed(resolved(counts("01-pillage", "02-plunder", "03-arson"), FROZEN, first))
    assert "- {number: 2, label: theft, withdrawn: true}" in second["numbers.yaml"]
    found = resolved(counts("01-pillage", "02-plunder", "03-arson"), FROZEN, second)
    assert heads(found) == ["1 Pillage", "2 [withdrawn]", "2A Plunder", "3 Arson"]
    assert [one.split(" ")[0] for one in printed(found)] == ["1", "2", "2A", "3"]
    assert [len(group.blocks) for group in found.counts] == [1, 1, 1, 1]
    third = resolved(counts("01-pillage", "02-theft", "03-arson"), FROZEN, second)
    assert heads(third) == ["1 Pillage", "2 [withdrawn]", "2A [withdrawn]", "2B Theft", "3 Arson"]


def test_references_follow() -> None:
    found = amended(
        "01-pillage", "03-arson", arson="{#arson-one}\nSee @pillage, @arson and @pillage-one.\n"
    )
    assert printed(found)[-1] == "3 See ‹Count~1›, ‹Count~3› and ‹paragraph~1›."


def test_a_reference_to_a_withdrawn_count_is_an_error() -> None:
    numbers = filed(matter(*FIRST))
    text = counts("01-pillage", "03-arson", arson="{#arson-one}\nSee @theft.\n")
    assert said(text, FROZEN, numbers) == [
        "XRF001 counts/03-arson.md:8:5 “theft” names nothing in this matter any more: it was filed as Count 2"
    ]


def test_a_front_matter_that_names_a_withdrawn_count_is_told_so() -> None:
    text = counts("01-pillage", "03-arson")
    text["counts/03-arson.md"] = text["counts/03-arson.md"].replace(
        "offence:", "alternative-to: theft\noffence:"
    )
    assert said(text, FROZEN, filed(matter(*FIRST))) == [
        "XRF001 counts/03-arson.md:3:17 “theft” names nothing in this matter any more: it was filed as Count 2"
    ]


SEVERAL = (
    "---\nid: both\noffence: pillage\ndefendants: [tollan]\ncounts:\n"
    "  - {id: pillage, title: Pillage}\n  - {id: theft, title: Theft}\n  - {id: fraud, title: Fraud}\n"
    "---\n\n{#one}\nSee @both.\n"
)


def test_counts_on_the_same_particulars() -> None:
    first = {"counts/01-pillage.md": SEVERAL}
    numbers = filed(resolved(first, FROZEN))
    now = SEVERAL.replace("  - {id: theft, title: Theft}\n", "")
    (group,) = resolved({"counts/01-pillage.md": now}, FROZEN, numbers).counts
    assert [f"{one.printed} {one.title}" for one in group.counts] == [
        "1 Pillage", "2 [withdrawn]", "3 Fraud",
    ]  # fmt: skip
    assert group.numbers == "1 and 3"
    assert [one.label for one in group.charged] == ["pillage", "fraud"]
    (whole,) = resolved(first, FROZEN, numbers).counts
    assert whole.numbers == "1 to 3"


def test_a_file_of_counts_that_is_withdrawn_has_its_paragraphs_below_the_last_of_them() -> None:
    several = SEVERAL.replace("id: pillage, title: Pillage", "id: looting, title: Looting")
    first = counts("01-pillage", "03-arson") | {"counts/02-both.md": several}
    numbers = filed(resolved(first, FROZEN))
    found = resolved(counts("01-pillage", "03-arson"), FROZEN, numbers)
    assert heads(found) == [
        "1 Pillage", "2 [withdrawn]", "3 [withdrawn]", "4 [withdrawn]", "5 Arson",
    ]  # fmt: skip
    assert [len(group.blocks) for group in found.counts] == [1, 0, 0, 1, 1]


def test_a_count_between_two_that_now_share_their_particulars_is_withdrawn_behind_them() -> None:
    shared = SEVERAL.replace("theft, title: Theft", "arson, title: Arson").replace(
        "  - {id: fraud, title: Fraud}\n", ""
    )
    found = resolved({"counts/01-pillage.md": shared}, FROZEN, filed(matter(*FIRST)))
    assert [f"{one.split(' ')[0]}" for one in heads(found)] == ["1", "3", "2"]
    assert [len(group.blocks) for group in found.counts][-1] == 1


def test_numbers_that_begin_again_in_each_count() -> None:
    found = amended("01-pillage", "03-arson", form=BY_SECTION)
    assert heads(found) == ["1 Pillage", "2 [withdrawn]", "3 Arson"]
    assert printed(found) == ["1 This is pillage-one.", "1 [withdrawn]", "1 This is arson-one."]
    assert 'name: "count theft"' in filed(found)["numbers.yaml"]


def test_numbers_in_words_and_in_roman_numerals() -> None:
    for form, letters in (("{ONE}", "TWO-A"), ("{I}", "II-A"), ("{1}", "2A")):
        shape = court(amended_numbering="frozen", count_numbering=f'"{form}"')
        found = amended("01-pillage", "02-theft", "03-plunder", "04-arson", form=shape)
        assert [one.printed for group in found.counts for one in group.counts][2] == letters


def test_where_a_withdrawn_count_was_written() -> None:
    found = amended("01-pillage", "03-arson")
    (place,) = [one for one in found.numbered if (one.kind, one.printed) == ("count", "2")]
    assert place.span.file == "numbers.yaml"
    assert place.place == ("Count 2",)


def test_without_filed_counts_they_are_numbered_anew() -> None:
    numbers = filed(matter(*FIRST))["numbers.yaml"]
    start, end = numbers.index("counts:"), numbers.index("series:")
    older = {"numbers.yaml": numbers[:start] + numbers[end:]}
    assert heads(resolved(counts("01-pillage", "03-arson"), FROZEN, older)) == [
        "1 Pillage",
        "2 Arson",
    ]


def test_a_form_that_numbers_anew_says_nothing_of_withdrawn_counts() -> None:
    numbers = filed(matter(*FIRST))
    assert heads(resolved(counts("01-pillage", "03-arson"), numbers)) == ["1 Pillage", "2 Arson"]


def wrong(written: str) -> list[str]:
    numbers = "instrument: Indictment\ndate: 2021-03-02\ncounts:\n" + written
    return said(counts("01-pillage"), FROZEN, {"numbers.yaml": numbers})


def test_filed_counts_must_be_whole_and_in_order() -> None:
    assert wrong("  - {number: 1, label: pillage}\n  - {number: 3, label: theft}\n") == [
        "VER007 numbers.yaml:5:14 the number 2 is left out before 3"
    ]
    assert wrong("  - {number: 2, label: pillage}\n  - {number: 1, label: theft}\n") == [
        "VER007 numbers.yaml:5:14 the number 1 stands behind 2"
    ]
    assert wrong("  - {number: 1, label: pillage}\n  - {number: 2, label: pillage}\n") == [
        "VER007 numbers.yaml:5:14 the count “pillage” has two numbers"
    ]
    assert wrong("  - {number: ONE, label: pillage}\n") == [
        "VER007 numbers.yaml:4:14 “ONE” is not the number of a count"
    ]


def test_a_label_that_two_count_files_claim_is_said_with_both_places() -> None:
    numbers = filed(matter(*FIRST))
    twice = counts(*FIRST) | {
        "counts/04-more.md": "---\ntitle: More\nid: theft\n---\n\n{#more}\nMore.\n"
    }
    assert (
        "XRF002 counts/04-more.md:3:5 the label “theft” is given to a count a second time"
        in said(twice, FROZEN, numbers)
    )


# --- sections -----------------------------------------------------------------------------------


def pieces(found: Indictment) -> list[str]:
    """The statement of facts with its headings."""
    return [
        f"{getattr(block, 'number', '')} {''.join(getattr(p, 'text', '') for p in block.content)}".strip()  # type: ignore[union-attr]
        for part in found.statement
        for block in part.blocks
    ]


def facts_amended(before: str, after: str) -> list[str]:
    return pieces(
        resolved(
            facts(after),
            FROZEN,
            counts("01-pillage"),
            filed(resolved(facts(before), FROZEN, counts("01-pillage"))),
        )
    )


def test_a_withdrawn_section_stands_where_it_stood_under_its_heading() -> None:
    before = prose("# One", "a", "# Two", "b", "c", "# Three", "d")
    assert facts_amended(before, prose("# One", "a", "x", "# Three", "y", "d")) == [
        "One", "1 This is a.", "1A This is x.", "Two [withdrawn]", "2 [withdrawn]", "3 [withdrawn]",
        "Three", "3A This is y.", "4 This is d.",
    ]  # fmt: skip


def test_the_last_section_and_one_below_another() -> None:
    before = prose("# One", "a", "## Within", "b", "# Two", "c")
    assert facts_amended(before, prose("# One", "a", "# Two", "c")) == [
        "One", "1 This is a.", "Within [withdrawn]", "2 [withdrawn]", "Two", "3 This is c.",
    ]  # fmt: skip
    assert facts_amended(before, prose("# One", "a", "## Within", "b")) == [
        "One", "1 This is a.", "Within", "2 This is b.", "Two [withdrawn]", "3 [withdrawn]",
    ]  # fmt: skip


def test_a_section_whose_heading_is_left_keeps_its_numbers_there() -> None:
    before = prose("# One", "a", "# Two", "b", "# Three", "c")
    after = prose("# One", "a", "# Two") + "\n{.unnumbered}\nNothing.\n" + prose("# Three", "c")
    assert facts_amended(before, after)[2:5] == ["Two", "Nothing.", "2 [withdrawn]"]


def test_a_whole_file_of_facts_is_withdrawn() -> None:
    def two(first: str, second: str) -> dict[str, str]:
        made = facts(first)
        if second:
            made["facts/02-quay.md"] = f"---\ntitle: The Quay\n---\n\n{second}"
        return made

    end = counts("01-pillage")
    numbers = filed(resolved(two(prose("# One", "a"), prose("b", "# Ships", "c")), FROZEN, end))
    found = resolved(two(prose("# One", "a", "x"), ""), FROZEN, end, numbers)
    assert pieces(found) == [
        "One", "1 This is a.", "1A This is x.", "The Quay [withdrawn]", "2 [withdrawn]", "3 [withdrawn]",
    ]  # fmt: skip
    again = resolved(two(prose("# One", "a", "x"), ""), FROZEN, end, filed(found))
    assert pieces(again) == pieces(found)


def test_counts_are_kept_where_paragraphs_have_no_numbers() -> None:
    form = court(amended_numbering="frozen", numbering="none")
    assert heads(amended("01-pillage", "03-arson", form=form)) == [
        "1 Pillage",
        "2 [withdrawn]",
        "3 Arson",
    ]
