"""Who is charged with what, and which paragraphs plead it: as rules and the chart ask."""

from indictment import resolve
from indictment.model.pleading import Pleadings
from tests.unit.resolve.building import parsed, resolved

OFFENCE = """
title: Pillage
instrument: Charter of the Harbour Tribunal
provision: article 5(c)
citation: Charter of the Harbour Tribunal, article 5(c)
source: invented
liability: harbour
elements:
  - {id: taking, text: Property was taken., kind: conduct, number: "1"}
  - id: gravity
    text: It was grave.
    kind: threshold
    need: all
    parts:
      - {id: value, text: Its value.}
      - {id: hunger, text: Who went hungry.}
  - id: place
    text: It was taken from a place of one of these kinds.
    kind: circumstance
    need: one
    parts:
      - {id: store, letter: (a), text: A store.}
      - {id: house, letter: (b), text: A house.}
  - {id: intent, text: Private use was intended., kind: mental, per: accused}
"""
LIABILITY = """
title: Responsibility under the Charter
instrument: Charter of the Harbour Tribunal
source: invented
modes:
  - {id: commission, printed: commission, provision: article 8(a)}
  - id: ordering
    printed: ordering
    provision: article 8(b)
    elements:
      - {id: order-given, text: An order was given., kind: conduct, per: accused}
  - id: superior
    printed: the responsibility of superiors
    provision: article 9
    elements:
      - {id: superior-control, text: Effective control., kind: circumstance, per: accused}
"""
COUNT = """---
title: Pillage
offence: pillage
charges:
  - {defendants: [tollan], modes: [ordering], alternative-modes: [superior]}
  - {defendants: [casavant], modes: [commission]}
period: 2019-03-02
places: [Calderhaven]
---

{elements="taking, store"}
The sacks were taken [@order-14, pp. 1-2; @order-14, p. 2].

{elements="value" kind="context"}
They were worth 900 crowns [@order-14, p. 2].

{elements="intent, order-given" defendants="tollan"}
@tollan gave the order:

1. {elements="superior-control" defendants="tollan"}
   the guard obeyed him [@order-14, p. 1].

Nothing is pleaded here.
"""
FILES = {
    "defendants/01-tollan.md": "---\nname: Edric Tollan\nshort: Tollan\n---\n\nHe was there [@order-14, p. 1].\n",
    "defendants/02-casavant.md": "---\nname: Mirne Casavant\nshort: Casavant\n---\n",
    "counts/01-pillage.md": COUNT,
    "offences/pillage.yaml": OFFENCE,
    "offences/liability/harbour.yaml": LIABILITY,
    "exhibits/exhibits.yaml": "exhibits:\n  order-14: {title: Order No. 14, pages: 2}\n",
}


def pleadings(**changed: str) -> Pleadings:
    files = FILES | {name.replace("__", "/"): text for name, text in changed.items()}
    return resolved(files).pleadings


def numbers(found: Pleadings, element: str, accused: str = "") -> list[str]:
    (count,) = found.counts
    pleaded = count.element(element, accused)
    assert pleaded is not None
    return [paragraph.target.text for paragraph in pleaded.paragraphs]


def test_an_element_has_the_paragraphs_that_plead_it() -> None:
    assert numbers(pleadings(), "taking") == ["2"]


def test_an_element_of_each_accused_is_pleaded_for_those_who_are_named() -> None:
    found = pleadings()
    assert numbers(found, "intent", "tollan") == ["4"]
    assert numbers(found, "intent", "casavant") == []


def test_a_paragraph_that_names_nobody_pleads_for_all() -> None:
    text = COUNT.replace(
        '{elements="intent, order-given" defendants="tollan"}', '{elements="intent"}'
    )
    found = pleadings(**{"counts/01-pillage.md": text})
    assert numbers(found, "intent", "tollan") == numbers(found, "intent", "casavant") == ["4"]


def test_parts_that_are_all_needed() -> None:
    (count,) = pleadings().counts
    gravity = count.element("gravity")
    assert gravity is not None
    assert not gravity.is_pleaded
    assert [part.id for part in gravity.missing] == ["hunger"]
    assert [p.target.text for p in gravity.paragraphs] == ["3"]


def test_parts_of_which_one_suffices() -> None:
    (count,) = pleadings().counts
    place = count.element("place")
    assert place is not None
    assert place.is_pleaded
    assert place.missing == ()


def test_an_element_that_is_pleaded_whole_has_no_missing_parts() -> None:
    text = COUNT.replace('elements="value"', 'elements="gravity"')
    (count,) = pleadings(**{"counts/01-pillage.md": text}).counts
    gravity = count.element("gravity")
    assert gravity is not None
    assert gravity.is_pleaded


def test_below_a_heading_that_names_the_element_parts_are_told_apart() -> None:
    text = COUNT.replace(
        '{elements="value" kind="context"}',
        '{elements="gravity"}\n## Gravity\n\n{elements="value"}',
    ).replace("Nothing is pleaded here.", '{elements="taking"}\n## More\n\nTaken.')
    text = text.replace(
        '{elements="intent, order-given"', '## Orders\n\n{elements="intent, order-given"'
    )
    (count,) = pleadings(**{"counts/01-pillage.md": text}).counts
    gravity = count.element("gravity")
    assert gravity is not None
    assert [part.id for part in gravity.missing] == ["hunger"]


def test_a_paragraph_whose_sub_paragraphs_plead_parts_does_not_plead_the_rest() -> None:
    text = COUNT.replace(
        '{elements="value" kind="context"}\nThey were worth 900 crowns [@order-14, p. 2].',
        '{elements="gravity"}\nIt was grave:\n\n1. {elements="value"}\n   by the value;\n2. and else.',
    )
    (count,) = pleadings(**{"counts/01-pillage.md": text}).counts
    gravity = count.element("gravity")
    assert gravity is not None
    assert gravity.whole == ()
    assert [p.target.text for p in gravity.paragraphs] == ["3", "3(a)"]
    assert [part.id for part in gravity.missing] == ["hunger"]


def test_what_is_no_element_is_answered_with_those_of_the_offence_and_of_the_modes_charged() -> (
    None
):
    text = COUNT.replace("order-given", "order-gven").replace("[superior]", "[commission]")
    text = text.replace("superior-control", "taking")
    (found,) = resolve.indictment(parsed(FILES, {"counts/01-pillage.md": text}), {}).diagnostics
    assert found.message == "“order-gven” is not an element of Pillage"
    assert found.help == "write order-given"
    assert found.notes == (
        "the elements are: taking, gravity (value, hunger), place (store, house), intent",
        "those of ordering: order-given",
    )


def test_elements_of_a_mode_are_those_of_the_accused_who_are_charged_by_it() -> None:
    (count,) = pleadings().counts
    modes = [(e.mode, e.element.id, e.accused, e.is_alternative) for e in count.elements if e.mode]
    assert modes == [
        ("ordering", "order-given", "tollan", False),
        ("superior", "superior-control", "tollan", True),
    ]


def test_a_subparagraph_that_pleads_something_stands_for_itself() -> None:
    assert numbers(pleadings(), "superior-control", "tollan") == ["4(a)"]


def test_a_paragraph_has_its_citations_with_their_pinpoints() -> None:
    found = next(p for p in pleadings().paragraphs if p.target.text == "2")
    assert [[place.value for place in c.places] for c in found.citations] == [["1–2"], ["2"]]


def test_every_numbered_paragraph_is_there_with_its_part_and_kind() -> None:
    listed = [(p.target.text, p.part, p.kind, p.counts) for p in pleadings().paragraphs]
    assert listed == [
        ("1", "defendants", "", ()),
        ("2", "counts", "", ("pillage",)),
        ("3", "counts", "context", ("pillage",)),
        ("4", "counts", "", ("pillage",)),
        ("4(a)", "counts", "", ("pillage",)),
        ("5", "counts", "", ("pillage",)),
    ]


def test_charges_say_who_is_charged_by_which_mode_and_when() -> None:
    (count,) = pleadings().counts
    charges = [(c.accused, [m.id for m in c.modes], [m.id for m in c.alternative_modes]) for c in count.charges]  # fmt: skip
    assert charges == [("tollan", ["ordering"], ["superior"]), ("casavant", ["commission"], [])]
    assert {str(c.period.first) for c in count.charges if c.period} == {"2019-03-02"}


def test_what_is_asked_by_accused() -> None:
    found = pleadings()
    assert [count.label for count in found.of("casavant")] == ["pillage"]
    assert [p.target.text for p in found.own_conduct("tollan")] == ["1", "4", "4(a)"]
    assert list(found.own_conduct("casavant")) == []
