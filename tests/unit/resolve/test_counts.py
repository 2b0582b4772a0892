from indictment import locate
from tests.unit.resolve.building import (
    codes,
    count,
    court,
    facts,
    helps,
    paragraphs,
    resolved,
    said,
)
from tests.unit.resolve.dump import words

ACCUSED = {
    "defendants/02-casavant.md": "---\nname: Mirne Casavant\n---\n",
    "defendants/03-dray.md": "---\nname: Olin Dray\n---\n",
}


def head(**lines: str) -> dict[str, str]:
    """A count file with this front matter."""
    front = "".join(f"{key.replace('_', '-')}: {value}\n" for key, value in lines.items())
    return {"counts/01-pillage.md": f"---\n{front}---\n\nTaken.\n"}


def only(*added):
    return resolved(ACCUSED, *added).counts[0].counts[0]


def test_one_charge_from_the_front_matter():
    found = only(
        head(title="Pillage of stores", offence="pillage", defendants="[tollan, casavant, dray]",
             conduct="[taking, keeping, selling]", modes="[commission, ordering]",
             period="{from: 2021-04-07, to: 2022-04-05}", places="[Osterey, Calderhaven]")
    )  # fmt: skip
    (charge,) = found.charges
    assert words(charge.defendants) == "EDRIC TOLLAN, MIRNE CASAVANT and OLIN DRAY"
    assert charge.labels == ("tollan", "casavant", "dray")
    assert charge.conduct == "took, kept, and/or sold"
    assert charge.modes == "commission (article\u00a08(a)) and/or ordering"
    assert charge.period == ""
    assert found.period == "between 7\u00a0April 2021 and 5\u00a0April 2022"
    assert (found.number, found.title, found.places) == (
        "1",
        "Pillage of stores",
        "Osterey and Calderhaven",
    )
    assert found.citation == "Charter, article\u00a05(c)"


def test_charges_take_from_the_file_what_they_leave_out():
    found = only(
        head(title="Pillage", offence="pillage", defendants="[tollan]", modes="[commission]",
             alternative_modes="[ordering]",
             charges="[{defendants: [casavant], period: 2019-03}, {modes: [ordering]}]")
    )  # fmt: skip
    first, second = found.charges
    assert (words(first.defendants), first.modes, first.period) == (
        "MIRNE CASAVANT", "commission (article\u00a08(a))", "March 2019",
    )  # fmt: skip
    assert (words(second.defendants), second.modes, second.alternative_modes) == (
        "EDRIC TOLLAN", "ordering", "ordering",
    )  # fmt: skip


def test_several_counts_share_their_particulars_and_files_are_counted_by_name():
    found = resolved(
        {"counts/01-pillage.md": "---\noffence: pillage\ndefendants: [tollan]\ncounts:\n"
            "  - {id: first, title: First}\n"
            "  - {id: second, title: Second, alternative-to: first}\n---\n\nTaken.\n",
         "counts/10-last.md": "---\ntitle: Last\noffence: pillage\ndefendants: [tollan]\n---\n",
         "counts/2-middle.md": "---\ntitle: Middle\noffence: pillage\ndefendants: [tollan]\n---\n"}
    )  # fmt: skip
    counts = [(c.number, c.label) for group in found.counts for c in group.counts]
    assert counts == [("1", "first"), ("2", "second"), ("3", "middle"), ("4", "last")]
    assert words((found.counts[0].counts[1].alternative_to,)) == "‹Count~1›"
    assert found.counts[0].blocks[0].place == (
        "Counts 1 and 2 (First; Second)",
        "Particulars",
        "paragraph 1",
    )


def test_relies_on_and_incorporates_are_one_reference_each_and_ranges_that_meet_are_one():
    granary = facts(
        "{#a}\n## A\n\nOne.\n\nTwo.\n\n{#b}\n## B\n\n{#three}\nThree.\n\n## Not named\n\nFour.\n\n"
        "{#d}\n## D\n\nFive.\n\nSix.\n\n## Not named\n\nSeven.\n\n{#eight}\nEight.\n"
    )
    found = only(
        granary,
        head(title="P", offence="pillage", defendants="[tollan]", relies_on="[d, a, b]",
             incorporates="[eight, d, last]"),
        {"counts/02-last.md": "---\ntitle: Last\noffence: pillage\ndefendants: [tollan]\n---\n"},
    )  # fmt: skip
    assert words((found.relies_on,)) == "‹paragraphs~1 to~3, 5 and 6›"
    assert words((found.incorporates,)) == "‹paragraphs~5, 6 and 8 and Count~2›"


def test_what_a_front_matter_names_must_be_of_the_right_kind():
    granary = facts("{#a}\n## A\n\n{#one}\nOne.\n\n{#z}\n## Z\n")
    found = said(
        granary,
        head(title="P", offence="pilage", defendants="[tolan]", relies_on="[one, z, b]",
             incorporates="[order]", alternative_to="tollan"),
    )  # fmt: skip
    assert [line.split(" ", 2)[0] for line in found] == [
        "XRF005", "XRF005", "XRF005", "XRF005", "XRF005", "XRF001", "XRF005",
    ]  # fmt: skip
    assert "“pilage” names no offence" in found[0]
    assert "“tolan” names no accused" in found[1]
    assert "“tollan” names an accused, not a count" in found[2]
    assert "“one” names a paragraph, not a heading" in found[3]
    assert "“z” names a heading with no paragraphs" in found[4]
    assert "“order” names an exhibit, not a heading, a count or a paragraph" in found[6]


def test_conduct_and_modes_must_be_words_of_the_offence():
    wrong = head(
        title="P", offence="pillage", defendants="[tollan]", conduct="[taken]", modes="[aiding]"
    )
    assert codes(wrong) == ["XRF005", "XRF005"]
    assert helps(wrong)[0] == "write taking"


def test_an_unknown_offence_is_said_once_and_nothing_that_follows_from_it():
    wrong = {
        "counts/01-pillage.md": "---\ntitle: P\noffence: theft\ndefendants: [tollan]\n"
        'modes: [x]\n---\n\n{elements="y"}\nTaken.\n'
    }
    assert codes(wrong) == ["XRF005"]


def test_a_fault_of_the_file_is_said_once_however_many_counts_inherit_it():
    wrong = {
        "counts/01-p.md": "---\noffence: pillage\ndefendants: [tolan]\ncounts:\n"
        "  - {id: one, title: A}\n"
        "  - {id: two, title: B}\n---\n\nTaken.\n"
    }
    assert codes({"counts/01-pillage.md": wrong["counts/01-p.md"]}) == ["XRF005"]


def test_counts_in_a_circle():
    def circle(key: str, label: str) -> dict[str, str]:
        front = "---\ntitle: T\noffence: pillage\ndefendants: [tollan]\n"
        return {
            "counts/01-pillage.md": f"{front}{key}: {label}\n---\n",
            "counts/02-theft.md": f"{front}{key}: {label.replace('theft', 'pillage')}\n---\n",
        }

    assert codes(circle("alternative-to", "theft")) == ["XRF006"]
    assert codes(circle("incorporates", "[theft]")) == ["XRF006"]
    (fault,) = said(
        head(title="P", offence="pillage", defendants="[tollan]", alternative_to="pillage")
    )
    assert (
        fault
        == "XRF006 counts/01-pillage.md:5:17 the count “pillage” is charged in the alternative to "
        "itself"
    )


def test_the_charged_are_named_in_the_order_of_their_files():
    assert words(resolved(ACCUSED).charged) == "EDRIC TOLLAN, MIRNE CASAVANT and OLIN DRAY"


def test_a_count_without_an_offence_or_accused_is_left_to_the_rules():
    assert codes(head(title="P")) == []


def test_front_matter_reads_the_count_in_the_text():
    assert resolved(count("Taken.\n", "period: {on-or-about: 2022-02-24}\n")).counts[0].counts[
        0
    ].period == ("on or about 24\u00a0February 2022")


def test_the_form_says_how_counts_are_numbered():
    second = {
        "counts/02-again.md": "---\ntitle: Again\noffence: pillage\ndefendants: [tollan]\n"
        "alternative-to: pillage\n---\n\nAs @pillage.\n"
    }
    found = resolved(second, court(count_numbering='"{ONE}"'))
    assert [group.counts[0].printed for group in found.counts] == ["ONE", "TWO"]
    assert words(paragraphs(found.counts[1].blocks)[0].content) == "As ‹Count~ONE›."
    assert found.elements[1].heading.startswith("Count TWO: ")
    for asked in ("count 2", "Count TWO"):
        (second_count,) = locate.find(found, asked)
        assert second_count.label == "again"
