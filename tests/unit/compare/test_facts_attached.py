"""Annexes, schedules and their rows."""

from tests.unit.compare.versions import amended, count, said

ANNEX = {"annexes/01-places.md": "---\ntitle: Places\n---\n\nThe quay.\n"}
NAMED = "Schedule A (Incidents)"


def schedule(*rows: str, title: str = "Incidents") -> dict[str, str]:
    return {
        "schedules/incidents.yaml": (
            f"title: {title}\nrow: incident\nlabel: id\n"
            "columns:\n  - {key: day, heading: Day}\n  - {key: what, heading: What happened}\n"
        ),
        "schedules/incidents.csv": "\n".join(("id,day,what", *rows)) + "\n",
    }


DOOR, CLERK, BARGE = "door,2 March,A door", "clerk,2 March,A clerk", "barge,3 March,A barge"


def test_an_annex_is_new_withdrawn_or_called_otherwise() -> None:
    assert "added instrument: Annex A (Places) is new" in said({}, ANNEX)
    assert "withdrawn instrument: Annex A (Places) of the old version is withdrawn" in said(
        ANNEX, {}
    )
    other = {path: text.replace("Places", "Harbours") for path, text in ANNEX.items()}
    assert said(ANNEX, other) == ["reworded instrument: Annex A (Harbours) had another title"]


def test_rows_of_a_schedule_are_new_withdrawn_and_reworded() -> None:
    old = schedule(DOOR, CLERK, BARGE)
    assert said({}, old) == [f"! added instrument: {NAMED} is new"]
    assert said(old, schedule(DOOR, BARGE)) == [
        f"withdrawn paragraph: Row 2 of {NAMED} of the old version is withdrawn"
    ]
    assert said(
        old, schedule("gate,1 March,A gate", DOOR, CLERK.replace("A clerk", "Two"), BARGE)
    ) == [
        f"! added paragraph: Row 1 of {NAMED} is new",
        f"reworded paragraph: Row 3 of {NAMED} is reworded",
    ]


def test_rows_in_another_order_are_the_same_rows() -> None:
    assert said(schedule(DOOR, CLERK, BARGE), schedule(BARGE, DOOR, CLERK)) == []


def test_rows_without_labels_pair_by_their_words() -> None:
    old = schedule(",2 March,A door", ",2 March,A clerk")
    new = schedule(",1 March,A gate", ",2 March,A door", ",2 March,A clerk")
    assert said(old, new) == [f"! added paragraph: Row 1 of {NAMED} is new"]


def test_a_new_row_is_a_possible_new_charge_of_the_counts_that_refer_to_its_schedule() -> None:
    text = "{#taken}\nThe grain was taken from those named in @incidents.\n"
    with_count = count(text=text, accused="[casavant]")
    (one,) = amended(with_count | schedule(DOOR), with_count | schedule(DOOR, CLERK, BARGE))
    assert (one.counts, one.accused) == (("pillage",), ("casavant",))
    assert one.words == f"Rows 2 and 3 of {NAMED} are new"
    assert one.new.replace("\u00a0", " ") == "2: 2 March; A clerk / 3: 3 March; A barge"
    assert one.reason == (
        "may be argued to be a new charge: these incidents were not alleged before, and can be a "
        "basis for conviction of their own"
    )
    fewer = amended(with_count | schedule(DOOR, CLERK), with_count | schedule(DOOR))
    assert [(x.kind, x.possible_new_charge) for x in fewer] == [("withdrawn", False)]


def test_a_bare_number_in_a_row_is_shown_with_the_heading_of_its_column() -> None:
    (one,) = amended(schedule(DOOR), schedule(DOOR, "shot,4 March,12"))
    assert one.new.replace("\u00a0", " ") == "4 March; What happened: 12"


def test_a_row_without_a_label_that_was_reworded_is_not_new() -> None:
    old = schedule(",2 March,A door of the granary", ",3 March,A clerk of the guild")
    new = schedule(",2 March,A door of the old granary", ",3 March,A clerk of the guild")
    assert said(old, new) == [f"reworded paragraph: Row 1 of {NAMED} is reworded"]


def table(*rows: str) -> dict[str, str]:
    lines = "\n".join(f"| {row} | 2 March |" for row in rows)
    text = f"---\ntitle: Places\n---\n\n| Place | Day |\n|---|---|\n{lines}\n"
    return {"annexes/01-places.md": text}


def test_a_row_of_an_annex_is_flagged_where_a_count_refers_to_the_annex() -> None:
    old, new = table("Quay"), table("Quay", "Store")
    assert said(old, new) == ["added paragraph: Row 2 of Annex A (Places) is new"]
    referring = count(text="{#taken}\nThe grain was taken at the places in @places.\n")
    assert said(old | referring, new | referring) == [
        "! added paragraph: Row 2 of Annex A (Places) is new"
    ]
