"""The accused, their offices, the persons who are named: protected names are never said."""

from indictment.compare import facts
from tests.unit.compare.versions import amended, both, said

DEFENDANT = "defendants/01-tollan.md"


def accused(more: str = "", name: str = "Edric Lowe Tollan") -> dict[str, str]:
    return {DEFENDANT: f"---\nname: {name}\nshort: Edric Tollan\n{more}---\n"}


def persons(more: str) -> dict[str, str]:
    return {"persons.yaml": f"persons:\n{more}"}


def test_a_new_accused_and_one_who_is_gone() -> None:
    third = {"defendants/03-orsel.md": "---\nname: Vane Orsel\n---\n"}
    assert said({}, third) == ["added accused: Vane Orsel is a new accused"]
    assert said(third, {}) == ["withdrawn accused: Vane Orsel is no longer accused"]


def test_an_accused_whose_file_has_another_name_is_the_same_accused() -> None:
    old = {"defendants/03-orsel.md": "---\nname: Vane Orsel\n---\n"}
    new = {"defendants/03-vane.md": "---\nname: Vane Orsel\n---\n"}
    assert said(old, new) == []


def test_particulars_are_named_one_by_one() -> None:
    old = accused("born: 1961-05-04\nnationality: Vessanian\n")
    new = accused("born: 1961-05-14\nbirthplace: Orsa\naliases: [Ed]\n", "Edric Low Tollan")
    assert said(old, new) == [
        "reworded particulars: The full name of Edric Tollan is another",
        "reworded particulars: The list of other names of Edric Tollan is given now",
        "reworded particulars: The place of birth of Edric Tollan is given now",
        "reworded particulars: The nationality of Edric Tollan is left out",
        "re-dated particulars: The date of birth of Edric Tollan is another",
    ]
    born = amended(old, new)[-1]
    assert (born.old, born.new) == ("4\u00a0May 1961", "14\u00a0May 1961")


def offices(*lines: str) -> dict[str, str]:
    return accused("offices:\n" + "".join(f"  - {{{line}}}\n" for line in lines))


def test_offices_added_withdrawn_ended_and_dated_otherwise() -> None:
    old = offices("title: Commander, from: 2018", "title: Mayor, body: Orsa, from: 2010, to: 2015")
    new = offices(
        "title: Commander, from: 2018, to: 2020",
        "title: Mayor, body: Orsa, from: 2011, to: 2015",
        "title: Deputy Minister, from: 2021",
    )
    assert said(old, new) == [
        "re-dated office: The office of Commander of Edric Tollan is now said to have ended",
        "re-dated office: The office of Mayor (Orsa) of Edric Tollan is dated otherwise",
        "added office: The office of Deputy Minister is added to those of Edric Tollan",
    ]
    first = amended(old, new)[0]
    assert (first.old, first.new) == ("Commander, from 2018", "Commander, 2018 to 2020")
    assert said(new, old)[-1] == (
        "withdrawn office: The office of Deputy Minister of Edric Tollan is withdrawn"
    )


def test_an_office_with_another_title_and_the_same_dates_is_described_otherwise() -> None:
    old, new = offices("title: Head, from: 2018"), offices("title: Commander, from: 2018")
    assert said(old, new) == [
        "reworded office: The office of Commander of Edric Tollan is described otherwise"
    ]


def test_persons_are_named_as_printed() -> None:
    old = persons("  mayor: {printed: Ana Reva, role: mayor}\n")
    new = persons("  mayor: {printed: Anna Reva, role: mayor}\n  guard: {printed: Jo Tarn}\n")
    assert said(old, new) == [
        "reworded person: Ana Reva is now named Anna Reva",
        "added person: Jo Tarn is named now",
    ]
    assert said(new, {}) == [
        "withdrawn person: Anna Reva is no longer named",
        "withdrawn person: Jo Tarn is no longer named",
    ]


def test_the_name_of_a_person_who_is_protected_in_either_version_is_never_said() -> None:
    secret = ("Olha Danko", "Ольга Данько", "Olya", "teacher of Orsa")
    open_ = persons(
        "  k-seven: {printed: Olha Danko, native: Ольга Данько, native-language: uk, "
        "aliases: [Olya], role: teacher of Orsa}\n"
    )
    hidden = persons("  k-seven: {printed: Witness K-7, protected: true}\n")
    other = persons("  k-seven: {printed: Witness K-9, protected: true, role: teacher of Orsa}\n")
    assert said(open_, hidden) == [
        "replaced person: The protected person Witness K-7 is now protected"
    ]
    assert said(hidden, open_) == [
        "replaced person: The protected person Witness K-7 is no longer protected"
    ]
    assert said(hidden, other) == [
        "reworded person: The protected person “k-seven” is described or named otherwise"
    ]
    assert said({}, other) == ["added person: The protected person Witness K-9 is named now"]
    for old, new in ((open_, hidden), (hidden, open_), (hidden, other), ({}, other), (other, {})):
        assert not [name for name in secret if name in repr(facts.facts(*both(old, new)))]


def test_a_protected_name_in_the_title_of_an_exhibit_is_withheld() -> None:
    from tests.unit.resolve.building import EXHIBITS

    listed = "exhibits/exhibits.yaml"
    old = persons("  k-seven: {printed: Olha Danko}\n") | {
        listed: EXHIBITS.replace("title: Ledger", "title: Ledger of Olha  Danko")
    }
    new = persons("  k-seven: {printed: Witness K-7, protected: true}\n") | {
        listed: EXHIBITS.replace("title: Ledger", "title: Ledger of K-7")
    }
    (title,) = [one for one in amended(old, new) if one.subject == "exhibit"]
    assert (title.old, title.new) == ("Ledger of [redacted]", "Ledger of K-7")
    (title,) = [one for one in amended(new, old) if one.subject == "exhibit"]
    assert title.words == "The title of P002 (Ledger of [redacted]) is another"


def test_the_instrument_is_compared_field_by_field() -> None:
    old = {"matter.yaml": "title: The Case\ncourt: test\ndate: 2021-05-04\n"}
    new = {
        "matter.yaml": "title: The Case\ncourt: test\ndate: 2021-06-04\nclassification: confidential\n"
        "version: {ordinal: 2, amends: filed-2021-05-04, leave: Order of 1 June 2021}\n"
        "signatories:\n  - {name: Ada Example, title: Prosecutor}\n"
    }
    lines = said(old, new)
    assert "re-dated instrument: The instrument is dated otherwise" in lines
    assert "replaced instrument: The classification of the instrument is another" in lines
    assert "replaced instrument: The order that grants leave to amend is given now" in lines
    assert "replaced instrument: The instrument that this one amends is given now" in lines
    assert "reworded instrument: The list of signatories of the instrument is given now" in lines
    assert [line for line in lines if "now the" in line]
    assert not [line for line in lines if line.startswith("!")]
