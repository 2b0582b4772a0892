"""An amendment whose filed numbers stay, against what was filed."""

from indictment.edit import freeze
from tests.unit.compare.pairs import printed, redline

FROZEN = {"templates/international/court.yaml": "name: Port\namended-numbering: frozen\n"}
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
