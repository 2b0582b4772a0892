"""What is charged, against whom, by which mode and when: each change as a sentence, flagged or not."""

import pytest

from indictment.compare import facts
from tests.unit.compare.versions import HEAD, PLEADED, amended, both, count, said

WHEN = "period: {from: 2019-03-02, to: 2019-03-16}\n"


def test_nothing_is_amended_where_nothing_changed() -> None:
    assert said({}, {}) == []
    assert facts.renumbered(*both({}, {})) == ()
    assert facts.lost_support(*both({}, {})) == ()


def test_a_new_count_is_flagged_for_all_accused_in_it() -> None:
    second = count(
        file="counts/02-sale.md",
        titled="title: Sale\noffence: pillage\n",
        accused="[tollan, casavant]",
        text="{#sold}\nThe grain was sold.\n",
    )
    first, paragraph = amended({}, second)
    assert first.words == "Count 2 (Sale) is new against Edric Tollan and Mirel Casavant"
    assert (first.kind, first.subject) == ("added", "count")
    assert first.counts == ("sale",)
    assert first.accused == ("tollan", "casavant")
    assert first.possible_new_charge
    assert first.reason == (
        "may be argued to be a new charge: the indictment did not have this count before"
    )
    assert paragraph.words == "Paragraph 2 is new"
    assert paragraph.counts == ("sale",)
    assert said(second, {}) == [
        "withdrawn count: Count 2 (Sale) against Edric Tollan and Mirel Casavant is withdrawn",
        "withdrawn paragraph: Paragraph 2 of the old version is withdrawn",
    ]


def test_a_count_whose_label_changed_is_the_same_count() -> None:
    renamed = {
        "counts/01-pillage.md": f"---\nid: plunder\n{HEAD}defendants: [tollan]\n{PLEADED}---\n\n"
        "{#taken}\nThe grain was taken.\n"
    }
    assert said({}, renamed) == []


def test_an_accused_added_to_a_count_is_flagged_and_one_withdrawn_is_not() -> None:
    more = count(accused="[tollan, casavant]")
    (added,) = amended({}, more)
    assert added.words == "Mirel Casavant is charged in Count 1 (Pillage)"
    assert added.new == (
        "took; commission (article 8(a)); between 2\u00a0March 2019 and 16\u00a0March 2019"
    )
    assert added.possible_new_charge
    assert added.reason.endswith("Mirel Casavant was not charged in this count before")
    assert said(more, {}) == [
        "withdrawn accused: Mirel Casavant is no longer charged in Count 1 (Pillage)"
    ]


def test_conduct_added_is_flagged_once_for_all_whom_it_concerns() -> None:
    old = count(accused="[tollan, casavant]")
    new = count(PLEADED.replace("[taking]", "[taking, keeping]"), accused="[tollan, casavant]")
    (added,) = amended(old, new)
    assert added.words == "Edric Tollan and Mirel Casavant are now charged with “kept”"
    assert added.accused == ("tollan", "casavant")
    assert added.reason == (
        "may be argued to be a new charge: the conduct “kept” was not pleaded against "
        "Edric Tollan and Mirel Casavant before"
    )
    assert said(new, old) == [
        "withdrawn conduct: Edric Tollan and Mirel Casavant are no longer charged with “kept”"
    ]


def test_a_mode_added_is_flagged_also_in_the_alternative() -> None:
    new = count(f"{PLEADED}alternative-modes: [ordering]\n")
    (added,) = amended({}, new)
    assert added.words == (
        "Edric Tollan is now charged by the mode of liability “ordering”, in the alternative"
    )
    assert added.reason.endswith("the mode “ordering” was not pleaded against Edric Tollan before")
    assert said(new, {}) == [
        "withdrawn mode: Edric Tollan is no longer charged by the mode of liability “ordering”"
    ]


def test_a_mode_that_moves_between_plain_and_alternative_is_not_new() -> None:
    plain = count(PLEADED.replace("[commission]", "[commission, ordering]"))
    other = count(f"{PLEADED}alternative-modes: [ordering]\n")
    assert said(other, plain) == [
        "widened mode: The mode of liability “ordering” is no longer charged against Edric Tollan "
        "in the alternative only"
    ]
    assert said(plain, other) == [
        "narrowed mode: The mode of liability “ordering” is now charged against Edric Tollan in "
        "the alternative only"
    ]


def charges(*pairs: tuple[str, str]) -> dict[str, str]:
    lines = "".join(f"  - {{conduct: [{c}], modes: [{m}]}}\n" for c, m in pairs)
    return count(f"charges:\n{lines}{WHEN}")


def test_conduct_and_mode_that_were_both_charged_but_not_together_are_flagged() -> None:
    old = charges(("taking", "commission"), ("keeping", "ordering"))
    new = charges(("taking", "commission"), ("keeping", "commission"), ("keeping", "ordering"))
    assert said(old, new) == [
        "! added mode: Edric Tollan is now charged with “kept” by the mode of liability "
        "“commission (article 8(a))”; each was charged, but not with the other"
    ]
    assert said(new, old) == [
        "withdrawn mode: Edric Tollan is no longer charged with “kept” by the mode of liability "
        "“commission (article 8(a))”; each is still charged, but not with the other"
    ]


def period(words: str) -> dict[str, str]:
    return count(f"conduct: [taking]\nmodes: [commission]\nperiod: {words}\n")


ABOUT = "The period charged against Edric Tollan"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("{from: 2019-03-02, to: 2019-03-16}", "{from: 2019-03-02, to: 2019-03-30}",
         f"! widened period: {ABOUT} is widened by 14 days at its end"),
        ("{from: 2019-03-02, to: 2019-03-16}", "{from: 2019-03-01, to: 2019-03-16}",
         f"! widened period: {ABOUT} is widened by 1 day at its beginning"),
        ("{from: 2019-03-02, to: 2019-03-16}", "{from: 2019-03-05, to: 2019-03-15}",
         f"narrowed period: {ABOUT} is narrowed by 3 days at its beginning and by 1 day at its end"),
        ("{from: 2019-03-02, to: 2019-03-16}", "{from: 2019-03-09, to: 2019-03-23}",
         f"! re-dated period: {ABOUT} is widened by 7 days at its end and narrowed by 7 days at its "
         "beginning"),
        ("{from: 2019-03-02, to: 2019-03-16}", "{from: 2020-03-02, to: 2020-03-16}",
         f"! re-dated period: {ABOUT} is widened by 366 days at its end and narrowed by 366 days at "
         "its beginning; no day of it is the same"),
        ("{from: 2019-03-02, to: 2019-03-16}", "{from: 2019-03-02}",
         f"! widened period: {ABOUT} is widened at its end, which is left open"),
        ("{from: 2019-03-02}", "{from: 2019-03-02, to: 2019-03-16}",
         f"narrowed period: {ABOUT} is narrowed at its end, which was open"),
        ("{from: 2019-03-02, to: 2019-03-16}", "{from: 2019-03-02, to: 2019-03-16, at-least: true}",
         f"! widened period: {ABOUT} is widened by the words “at least”"),
        ("2019-03-02", "{on-or-about: 2019-03-02}",
         f"! widened period: {ABOUT} is widened by the words “on or about”"),
        ("{on-or-about: 2019-03-02}", "2019-03-02",
         f"narrowed period: {ABOUT} is narrowed by leaving out the words “on or about”"),
        ("2019-03-02", "2019-03",
         f"! widened period: {ABOUT} is widened by 1 day at its beginning and by 29 days at its end"),
        ("2019-03", "{from: 2019-03-01, to: 2019-03-31}",
         f"reworded period: {ABOUT} is written otherwise; its days are the same"),
    ],
)  # fmt: skip
def test_a_period_is_compared_by_its_days(old: str, new: str, line: str) -> None:
    assert said(period(old), period(new)) == [line]


def test_a_period_is_shown_as_printed_and_says_why_it_is_flagged() -> None:
    (one,) = amended({}, period("{from: 2019-03-02, to: 2019-03-30}"))
    assert one.old == "between 2\u00a0March 2019 and 16\u00a0March 2019"
    assert one.new == "between 2\u00a0March 2019 and 30\u00a0March 2019"
    assert one.reason == (
        "may be argued to be a new charge: days are charged against Edric Tollan that were not "
        "charged before"
    )


def test_a_period_of_one_charge_is_told_from_the_others() -> None:
    def two(last: str) -> dict[str, str]:
        return count(
            "charges:\n  - {conduct: [taking], modes: [commission]}\n"
            f"  - {{conduct: [keeping], modes: [ordering], period: {{from: 2019-04-01, to: {last}}}}}\n"
            f"{WHEN}"
        )

    assert said(two("2019-04-10"), two("2019-04-12")) == [
        "! widened period: The period charged against Edric Tollan for “kept” by “ordering” is "
        "widened by 2 days at its end"
    ]


def test_charges_against_one_accused_do_not_hide_in_those_against_another() -> None:
    def with_modes(of_casavant: str) -> dict[str, str]:
        return count(
            "charges:\n  - {defendants: [tollan], conduct: [taking], modes: [commission, ordering]}\n"
            f"  - {{defendants: [casavant], conduct: [taking], modes: [{of_casavant}]}}\n{WHEN}",
            accused="",
        )

    assert said(with_modes("commission"), with_modes("commission, ordering")) == [
        "! added mode: Mirel Casavant is now charged by the mode of liability “ordering”"
    ]


def test_another_offence_and_another_provision_are_flagged() -> None:
    from tests.unit.resolve.building import OFFENCE

    theft = {"offences/theft.yaml": OFFENCE.replace("Pillage", "Theft").replace("5(c)", "5(d)")}
    old, new = theft, theft | count(titled="title: Pillage\noffence: theft\n")
    (offence,) = amended(old, new)
    assert (offence.kind, offence.subject, offence.possible_new_charge) == (
        "replaced",
        "offence",
        True,
    )
    assert (offence.old, offence.new) == (
        "Charter, article\u00a05(c)",
        "Charter, article\u00a05(d)",
    )
    moved = {"offences/pillage.yaml": OFFENCE.replace("5(c)", "5(e)")}
    (provision,) = amended({}, moved)
    assert provision.words == "Count 1 (Pillage) cites another provision"
    assert provision.reason.endswith("this provision was not cited for the count before")


def test_a_mode_with_another_provision_is_flagged_and_one_in_other_words_is_not() -> None:
    from tests.unit.resolve.building import OFFENCE

    moved = {"offences/pillage.yaml": OFFENCE.replace("article 8(a)", "article 8(d)")}
    (provision,) = amended({}, moved)
    assert provision.words == "A mode of liability of Count 1 (Pillage) rests on another provision"
    assert provision.reason.endswith("article 8(d) was not cited for the mode before")
    words = OFFENCE.replace("printed: commission", "printed: committing")
    (mode,) = amended({}, {"offences/pillage.yaml": words})
    assert mode.words == "A mode of liability of Count 1 (Pillage) is put in other words"
    assert not mode.possible_new_charge
    words = OFFENCE.replace("printed: took", "printed: carried away")
    (conduct,) = amended({}, {"offences/pillage.yaml": words})
    assert conduct.words == "A form of conduct of Count 1 (Pillage) is put in other words"
    assert (
        amended({}, {"offences/pillage.yaml": OFFENCE.replace("printed: kept", "printed: held")})
        == ()
    )


def test_a_title_is_reworded() -> None:
    (one,) = amended({}, count(titled="title: Pillage of grain\noffence: pillage\n"))
    assert (one.kind, one.old, one.new) == ("reworded", "Pillage", "Pillage of grain")
    assert not one.possible_new_charge


def test_a_new_place_is_flagged_and_a_withdrawn_one_is_not() -> None:
    old, new = (count(f"{PLEADED}places: [{names}]\n") for names in ("Orsa", "Orsa, Hallen"))
    (added,) = amended(old, new)
    assert added.words == "Count 1 (Pillage) is now alleged to have been committed in Hallen too"
    assert (added.old, added.new) == ("Orsa", "Orsa and Hallen")
    assert added.reason.endswith("the place Hallen was not pleaded in this count before")
    assert said(new, old) == [
        "withdrawn place: Count 1 (Pillage) is no longer alleged to have been committed in Hallen"
    ]


def test_a_count_that_is_no_longer_in_the_alternative_is_flagged() -> None:
    def sale(more: str) -> dict[str, str]:
        return count(
            PLEADED + more,
            file="counts/02-sale.md",
            titled="title: Sale\noffence: pillage\n",
            text="{#sold}\nThe grain was sold.\n",
        )

    alone, other = sale(""), sale("alternative-to: pillage\n")
    assert said(other, alone) == [
        "! widened alternative: Count 2 (Sale) is no longer charged in the alternative to Count 1"
    ]
    assert said(alone, other) == [
        "narrowed alternative: Count 2 (Sale) is now charged in the alternative to Count 1"
    ]


def test_what_a_count_rests_on_is_named_by_its_heading_and_printed_by_number() -> None:
    prose = "{#stores}\n# Stores\n\nStores.\n\n{#guards}\n# Guards\n\nGuards.\n"
    text = {"facts/01-granary.md": f"---\ntitle: The Granary\n---\n\n{prose}"}
    old = text | count(f"{PLEADED}relies-on: [stores]\n")
    new = text | count(f"{PLEADED}relies-on: [stores, guards]\n")
    (more,) = amended(old, new)
    assert more.words == "Count 1 (Pillage) is also based on “Guards”"
    assert (more.old, more.new) == ("paragraph\u00a01", "paragraphs\u00a01 and\u00a02")
    assert more.possible_new_charge
    assert said(new, old) == [
        "withdrawn incorporation: Count 1 (Pillage) is no longer based on “Guards”"
    ]
