"""Offences with what they extend, their modes of liability, and what is wrong with their files."""

from collections.abc import Mapping

from indictment import parse
from indictment.diagnostics import Outcome
from indictment.folder import MemoryFolder
from indictment.model.matter import Matter
from indictment.model.offence import Offence
from tests.unit.resolve.building import COURT, count

HEAD = "provision: article 7\ncitation: Charter, article 7\nsource: read on 2 January 2026\n"
BASE = (
    f"title: Crimes against humanity\ninstrument: the Charter\n{HEAD}abstract: true\n"
    "in-force: 2004-09-01\nliability: charter\nverify: the rules were not read\nelements:\n"
    "  - {id: attack, number: 1, text: There was an attack., kind: contextual}\n"
)
MURDER = (
    f"title: Murder\n{HEAD}extends: humanity\npermitted: [ordering, superior]\nelements:\n"
    "  - {id: killing, number: 2, text: A person was killed., kind: conduct}\n"
)
LAW = (
    f"title: Responsibility\ninstrument: the Charter\n{HEAD}verify: article 9 was not read\nmodes:\n"
    "  - {id: commission, printed: commission}\n"
    "  - id: ordering\n    printed: ordering\n    elements:\n"
    "      - {id: order-given, text: The accused gave an order., kind: conduct}\n"
    "  - {id: superior, printed: superior responsibility}\n"
)
FILES = {
    "matter.yaml": "title: The Case\ncourt: test\ndate: 2021-05-04\n",
    "templates/test/court.yaml": COURT,
    "offences/humanity.yaml": BASE,
    "offences/murder.yaml": MURDER,
    "offences/liability/charter.yaml": LAW,
}


def read(*added: Mapping[str, str], tool: Mapping[str, str] | None = None) -> Outcome[Matter]:
    files = dict(FILES)
    for more in added:
        files |= more
    return parse.matter(MemoryFolder(files), MemoryFolder(tool or {}))


def offence(name: str, *added: Mapping[str, str]) -> Offence:
    outcome = read(*added)
    assert [d.message for d in outcome.diagnostics] == []
    assert outcome.value is not None
    return outcome.value.offences[name]


def said(*added: Mapping[str, str]) -> list[str]:
    return [f"{d.rule.code} {d.span.start} {d.message}" for d in read(*added).diagnostics]


def helps(*added: Mapping[str, str]) -> list[str]:
    return [d.help for d in read(*added).diagnostics]


def test_an_offence_begins_with_the_elements_of_what_it_extends() -> None:
    murder = offence("murder")
    assert [(e.number, e.id) for e in murder.elements] == [("1", "attack"), ("2", "killing")]
    assert murder.instrument == "the Charter"
    assert str(murder.in_force) == "2004-09-01"
    assert murder.extends == "humanity"
    assert not murder.abstract
    assert offence("humanity").abstract


def test_what_an_offence_writes_itself_stands_in_place_of_what_it_would_take_over() -> None:
    own = MURDER + "instrument: the Code\nin-force: 2010-01-01\nstatus: provisional\n"
    murder = offence("murder", {"offences/murder.yaml": own})
    assert murder.instrument == "the Code"
    assert str(murder.in_force) == "2010-01-01"
    assert murder.status == "provisional"


def test_the_modes_are_those_of_the_instrument_that_the_offence_permits() -> None:
    murder = offence("murder")
    assert [mode.id for mode in murder.modes] == ["ordering", "superior"]
    (given,) = murder.modes[0].elements
    assert (given.id, given.per) == ("order-given", "accused")
    assert [mode.id for mode in offence("humanity").modes] == ["commission", "ordering", "superior"]


def test_what_extends_takes_over_which_modes_are_permitted() -> None:
    mass = f"title: Mass murder\n{HEAD}extends: murder\n"
    assert [m.id for m in offence("mass", {"offences/mass.yaml": mass}).modes] == [
        "ordering", "superior",
    ]  # fmt: skip


def test_an_offence_puts_a_mode_in_words_of_its_own_and_adds_another() -> None:
    own = MURDER + (
        "modes:\n  - {id: ordering, printed: ordering or instigating}\n"
        "  - {id: incitement, printed: incitement}\n"
    )
    murder = offence("murder", {"offences/murder.yaml": own})
    assert [(mode.id, mode.printed) for mode in murder.modes] == [
        ("ordering", "ordering or instigating"),
        ("superior", "superior responsibility"),
        ("incitement", "incitement"),
    ]


def test_what_was_not_verified_comes_from_each_file_on_which_the_offence_rests() -> None:
    own = {"offences/murder.yaml": MURDER + "verify: the gazette was not read\n"}
    assert offence("murder", own).verify == (
        "the gazette was not read; the rules were not read; article 9 was not read"
    )


def test_a_paragraph_may_plead_elements_their_parts_and_elements_of_modes() -> None:
    own = MURDER + (
        "  - id: scale\n    text: It was grave and large.\n    kind: threshold\n    parts:\n"
        "      - {id: gravity, letter: a, text: It was grave.}\n"
        "      - {id: size, letter: b, text: It was large.}\n"
    )
    murder = offence("murder", {"offences/murder.yaml": own})
    assert list(murder.pleadable()) == [
        "attack", "killing", "scale", "gravity", "size", "order-given",
    ]  # fmt: skip


def test_offences_that_extend_each_other_are_said_once() -> None:
    assert said({"offences/humanity.yaml": BASE.replace("abstract: true", "extends: murder")}) == [
        "FRM207 offences/murder.yaml:5:10 “murder” extends “humanity”, which extends it"
    ]


def test_a_long_circle_is_shown_whole() -> None:
    ring = {
        f"offences/{name}.yaml": f"title: X\n{HEAD}extends: {after}\n"
        for name, after in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"))
    }
    (found,) = read(ring).diagnostics
    assert (found.span.start, found.notes) == (
        "offences/c.yaml:5:10",
        ("a extends b extends c extends a",),
    )


def test_what_is_not_there_is_named_with_what_is_most_like_it() -> None:
    own = MURDER.replace("humanity", "humanty") + "liability: chartre\n"
    assert said({"offences/murder.yaml": own}) == [
        "FRM207 offences/murder.yaml:5:10 “humanty” names no offence"
    ]
    assert helps({"offences/murder.yaml": own}) == ["write humanity"]
    law = {"offences/humanity.yaml": BASE.replace("liability: charter", "liability: chater")}
    assert said(law) == [
        "FRM207 offences/humanity.yaml:8:12 “chater” names no file of modes of liability"
    ]
    assert helps(law) == ["write charter"]


def test_a_permitted_mode_that_the_instrument_has_not() -> None:
    own = {"offences/murder.yaml": MURDER.replace("superior]", "superor]")}
    assert said(own) == [
        "FRM207 offences/murder.yaml:6:23 “superor” is not a mode of liability of Responsibility"
    ]
    assert helps(own) == ["write superior"]


def test_a_label_given_twice_shows_both_places() -> None:
    own = MURDER + "  - {id: order-given, text: It was ordered., kind: conduct}\n"
    (found,) = read({"offences/murder.yaml": own}).diagnostics
    assert (found.rule.code, found.span.start) == ("FRM207", "offences/murder.yaml:9:10")
    assert found.related[0].span.start == "offences/liability/charter.yaml:12:14"


def test_an_offence_without_elements_or_instrument() -> None:
    bare = f"title: X\n{HEAD}"
    assert said({"offences/x.yaml": bare}) == [
        "FRM207 offences/x.yaml:1:8 the offence names no instrument"
    ]
    empty = BASE.partition("elements:")[0]
    assert said(
        {"offences/humanity.yaml": empty, "offences/murder.yaml": MURDER.partition("elements")[0]}
    ) == ["FRM207 offences/murder.yaml:1:8 the offence has no elements"]


def test_an_unknown_key_has_its_place() -> None:
    assert said({"offences/murder.yaml": MURDER.replace("permitted:", "permited:")}) == [
        "FRM003 offences/murder.yaml:6:1 an offence has no “permited”"
    ]


def test_a_file_that_cannot_be_read_takes_no_other_fault_with_it() -> None:
    assert [line[:6] for line in said({"offences/humanity.yaml": "title: [\n"})] == ["FRM001"]
    assert [line[:6] for line in said({"offences/liability/charter.yaml": "- x\n"})] == ["FRM005"]


def test_a_mode_of_liability_is_never_pleaded_for_the_count() -> None:
    law = LAW.replace("kind: conduct}", "kind: conduct, per: count}")
    assert [line[:6] for line in said({"offences/liability/charter.yaml": law})] == ["FRM007"]


def test_only_offences_that_are_charged_are_read_from_the_library() -> None:
    library = {path: text for path, text in FILES.items() if path.startswith("offences/")} | {
        "offences/other.yaml": "not: read\n"
    }
    matter = {"matter.yaml": FILES["matter.yaml"], "templates/test/court.yaml": COURT}
    charged = count("Killed.\n")["counts/01-pillage.md"].replace(
        "offence: pillage", "offence: murder"
    )
    outcome = parse.matter(
        MemoryFolder(matter | {"counts/01-murder.md": charged}), MemoryFolder(library)
    )
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert list(outcome.value.offences) == ["murder"]
    assert outcome.value.offence_labels == {"humanity", "murder", "other"}
    assert "offences/other.yaml" not in outcome.value.texts


def test_a_file_of_the_matter_stands_in_place_of_one_of_the_tool() -> None:
    tool = {"offences/murder.yaml": MURDER.replace("title: Murder", "title: Other")}
    charged = count("Killed.\n")["counts/01-pillage.md"].replace(
        "offence: pillage", "offence: murder"
    )
    outcome = read({"counts/01-murder.md": charged}, tool=tool)
    assert outcome.value is not None
    assert outcome.value.offences["murder"].title == "Murder"


def test_a_chain_of_any_length_is_followed() -> None:
    chain = {f"offences/o{n}.yaml": f"title: X\n{HEAD}extends: o{n + 1}\n" for n in range(1500)} | {
        "offences/o1500.yaml": BASE.replace("abstract: true\n", "")
    }
    outcome = read(chain)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert [e.id for e in outcome.value.offences["o0"].elements] == ["attack"]


def test_what_two_modes_have_in_common_is_one_element() -> None:
    law = LAW.replace(
        "  - {id: superior, printed: superior responsibility}\n",
        "  - id: superior\n    printed: superior responsibility\n    elements:\n"
        "      - {id: order-given, text: The accused gave an order., kind: conduct}\n",
    )
    assert said({"offences/liability/charter.yaml": law}) == []
    other = law.replace("superior responsibility\n    elements:\n      - {id: order-given, text: The",
                        "superior responsibility\n    elements:\n      - {id: order-given, text: An")  # fmt: skip
    assert said({"offences/liability/charter.yaml": other}) == [
        "FRM207 offences/liability/charter.yaml:16:14 "
        "the label “order-given” is given to a second element of one offence"
    ]


def test_permitted_modes_without_a_file_of_modes() -> None:
    bare = {
        "offences/x.yaml": f"title: X\ninstrument: Y\n{HEAD}permitted: [ordering]\nelements:\n"
        "  - {id: killing, text: A person was killed., kind: conduct}\n"
    }
    assert said(bare) == [
        "FRM207 offences/x.yaml:6:13 "
        "“ordering” names no mode of liability: this offence has no `liability:`"
    ]


def test_a_file_of_modes_that_no_offence_uses_is_read_all_the_same() -> None:
    assert [line[:6] for line in said({"offences/liability/other.yaml": "titel: X\n"})] != []


def test_the_dates_of_another_instrument_are_not_those_of_this_one() -> None:
    assert str(offence("murder").in_force) == "2004-09-01"
    other = {"offences/murder.yaml": f"instrument: the Second Charter\n{MURDER}"}
    assert offence("murder", other).in_force is None
