"""An amendment whose filed numbers stay, against what was filed."""

from indictment.edit import freeze
from indictment.model.redline import Redline
from indictment.render.redline import markdown, schedule
from tests.unit.compare.pairs import printed, redline, shown
from tests.unit.resolve.building import OFFENCE

FROZEN = {
    "templates/international/court.yaml": "name: Port\namended-numbering: frozen\n",
    "offences/pillage.yaml": OFFENCE,
}
A, B, C = (
    f"{{#{one}}}\nThe harbour was closed on the {one} day of the week.\n"
    for one in ("first", "second", "third")
)


def facts(*paragraphs: str) -> dict[str, str]:
    return {"facts/01-events.md": "---\ntitle: Events\n---\n\n" + "\n".join(paragraphs)}


def test_a_withdrawn_paragraph_is_gone_once_and_nothing_is_renumbered() -> None:
    first = {**FROZEN, **facts(A, B, C)}
    numbers = {"numbers.yaml": freeze.written(printed("first", first).indictment)}
    new = "{#new}\nThe ships were held in the harbour for a week.\n"
    found = redline({**first, **numbers}, {**FROZEN, **numbers, **facts(A, C, new)})
    assert [(one.kind, one.old, one.new) for one in found.renumbered] == [
        ("paragraph", "3", ""),
        ("paragraph", "", "5"),
    ]
    assert '<span class="old-number">' not in found.page
    assert [(one.kind, one.words) for one in found.amendments] == [
        ("added", "Paragraph 5 is new"),
        ("withdrawn", "Paragraph 3 of the old version is withdrawn"),
    ]


def test_a_moved_paragraph_is_neither_new_at_its_old_number_nor_reworded() -> None:
    cited = A.replace("week.", "week [@order, p. 1].")
    moved = C.replace("week.", "week [@order, p. 2].")
    first = {**FROZEN, **facts(cited, B, moved)}
    numbers = {"numbers.yaml": freeze.written(printed("first", first).indictment)}
    found = redline({**first, **numbers}, {**FROZEN, **numbers, **facts(moved, cited, B)})
    assert [one.kind for one in found.changes].count("moved") == 1
    assert found.amendments == ()


# --- counts -------------------------------------------------------------------------------------


def count(name: str, label: str) -> dict[str, str]:
    """A file of a count with one paragraph."""
    head = f"---\nid: {label}\ntitle: {label.capitalize()}\noffence: pillage\ndefendants: [celan]\n"
    return {
        f"counts/{name}.md": head + "modes: [ordering]\n---\n\n"
        f"{{#{label}-one}}\n{PLEADED[label]}\n"
    }


PLEADED = {
    "pillage": "The grain was carried to the barge in the night.",
    "arson": "Fire was laid at the quay beside it.",
    "theft": "A ledger disappeared from the office of the guild on 3 March.",
    "fraud": "False entries hid what had been taken.",
}
ONE, TWO, THREE = (
    count("01-pillage", "pillage"),
    count("02-arson", "arson"),
    count("03-theft", "theft"),
)


def with_a_count_withdrawn() -> Redline:
    first = {**FROZEN, **ONE, **TWO, **THREE}
    numbers = {"numbers.yaml": freeze.written(printed("first", first).indictment)}
    four = count("04-fraud", "fraud")
    return redline({**first, **numbers}, {**FROZEN, **numbers, **ONE, **THREE, **four})


def test_a_withdrawn_count_renumbers_no_other() -> None:
    found = with_a_count_withdrawn()
    assert [(one.kind, one.old, one.new) for one in found.renumbered if one.kind == "count"] == [
        ("count", "", "4"),
        ("count", "2", ""),
    ]
    assert '<span class="old-number">' not in found.page
    assert "Count 2 (Arson) against Aron Celan is withdrawn" in [
        one.words for one in found.amendments
    ]
    assert not [one for one in found.amendments if "theft" in one.counts]


def test_the_head_of_a_withdrawn_count_does_not_move_to_a_new_one() -> None:
    found = with_a_count_withdrawn()
    assert [one.what for one in found.changes if one.kind == "moved"] == []


def test_what_is_withdrawn_is_struck_under_its_own_number() -> None:
    found = with_a_count_withdrawn()
    lines = [(one.kind, one.old_number, one.new_number, shown(one)) for one in found.changes]
    assert ("deleted", "3", "", f"[-{PLEADED['arson']}-]{{+[withdrawn]+}}") in lines
    heading = next(line for line in lines if "Arson" in line[3])
    assert (heading[0], heading[3]) == ("deleted", "Count 2[-: Arson-]{+ [withdrawn]+}")


def test_a_label_that_names_something_else_now_is_not_that_of_what_is_withdrawn() -> None:
    first = {**FROZEN, **ONE, **TWO, **THREE}
    numbers = {"numbers.yaml": freeze.written(printed("first", first).indictment)}
    more = facts(A.replace("first", "arson"))
    page = printed("now", {**FROZEN, **numbers, **ONE, **THREE, **more}).page
    assert page.count('id="x-arson"') == 1
    assert 'id="withdrawn-count-2"' in page


def test_a_count_that_replaces_a_withdrawn_one_is_new_from_its_head_on() -> None:
    first = {**FROZEN, **ONE, **TWO, **THREE}
    numbers = {"numbers.yaml": freeze.written(printed("first", first).indictment)}
    new = count("02-fraud", "fraud")
    found = redline({**first, **numbers}, {**FROZEN, **numbers, **ONE, **new, **THREE})
    charge = [(one.kind, one.what) for one in found.changes if one.what in ("charge", "line")]
    assert charge.count(("inserted", "charge")) == charge.count(("deleted", "charge")) == 2
    assert not [kind for kind, _ in charge if kind not in ("inserted", "deleted")]


def test_the_schedule_has_a_withdrawn_count_in_its_place_under_the_number_that_it_keeps() -> None:
    found = with_a_count_withdrawn()
    groups = [one for one in schedule.schedule(found).groups if one.kind == "count"]
    assert [(one.number, one.is_withdrawn) for one in groups] == [("2", True), ("4", False)]
    assert "### Count 2: Arson (withdrawn)" in markdown.markdown(found)
