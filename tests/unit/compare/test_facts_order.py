"""The order of the accused and of the counts."""

from tests.unit.compare.versions import PLEADED, amended, count, said

SALE = "title: Sale\noffence: pillage\n"


def test_the_accused_in_another_order_on_the_title_page() -> None:
    orsel = "---\nname: Vane Orsel\n---\n"
    (one,) = amended({"defendants/00-orsel.md": orsel}, {"defendants/03-orsel.md": orsel})
    assert one.words == "The accused are named in another order"
    assert (one.kind, one.subject) == ("reworded", "instrument")
    assert one.old == "Vane Orsel, Edric Tollan and Mirel Casavant"
    assert one.new == "Edric Tollan, Mirel Casavant and Vane Orsel"
    assert not one.possible_new_charge


def test_the_counts_in_another_order() -> None:
    def sale(file: str) -> dict[str, str]:
        return count(f"id: sale\n{PLEADED}", file=file, titled=SALE, text="{#sold}\nIt was sold.\n")

    (one,) = amended(sale("counts/02-sale.md"), sale("counts/00-sale.md"))
    assert one.words == "The counts stand in another order"
    assert (one.old, one.new) == (
        "Count 1 (Pillage); Count 2 (Sale)",
        "Count 1 (Sale); Count 2 (Pillage)",
    )
    assert not one.possible_new_charge


def test_the_accused_in_another_order_in_a_count() -> None:
    old, new = count(accused="[tollan, casavant]"), count(accused="[casavant, tollan]")
    (one,) = amended(old, new)
    assert one.words == "The accused are named in another order in Count 1 (Pillage)"
    assert (one.counts, one.accused) == (("pillage",), ())
    assert (one.old, one.new) == (
        "Edric Tollan and Mirel Casavant",
        "Mirel Casavant and Edric Tollan",
    )
    assert not one.possible_new_charge


def test_who_is_new_or_gone_changes_no_order() -> None:
    both, one = count(accused="[casavant, tollan]"), count(accused="[tollan]")
    assert not [line for line in (*said(both, one), *said(one, both)) if "order" in line]
