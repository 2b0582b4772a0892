"""Annexes, schedules and their rows."""

from tests.unit.compare.versions import said

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
    assert said({}, old) == [f"added instrument: {NAMED} is new"]
    assert said(old, schedule(DOOR, BARGE)) == [
        f"withdrawn paragraph: Row 2 of {NAMED} of the old version is withdrawn"
    ]
    assert said(
        old, schedule("gate,1 March,A gate", DOOR, CLERK.replace("A clerk", "Two"), BARGE)
    ) == [
        f"added paragraph: Row 1 of {NAMED} is new",
        f"reworded paragraph: Row 3 of {NAMED} is reworded",
    ]


def test_rows_in_another_order_are_the_same_rows() -> None:
    assert said(schedule(DOOR, CLERK, BARGE), schedule(BARGE, DOOR, CLERK)) == []


def test_rows_without_labels_pair_by_their_words() -> None:
    old = schedule(",2 March,A door", ",2 March,A clerk")
    new = schedule(",1 March,A gate", ",2 March,A door", ",2 March,A clerk")
    assert said(old, new) == [f"added paragraph: Row 1 of {NAMED} is new"]
