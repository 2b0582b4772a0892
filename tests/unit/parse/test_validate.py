"""YAML text -> models, and what is said about values that cannot be used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.diagnostics import Diagnostic
from indictment.model.annexes import ScheduleFile
from indictment.model.caption import Caption
from indictment.model.charges import CountFile
from indictment.model.dates import WrittenDate
from indictment.model.exhibits import ExhibitList
from indictment.model.people import DefendantFile, PersonsFile
from indictment.model.source import Document
from indictment.parse.validate import read


def only(model: type[Document], text: str) -> Diagnostic:
    (fault,) = read(model, text, "a.yaml").diagnostics
    return fault


def said(model: type[Document], text: str) -> list[tuple[str, int, int]]:
    return sorted(
        (d.rule.code, d.span.line, d.span.column) for d in read(model, text, "a.yaml").diagnostics
    )


def test_values_have_their_types_and_places() -> None:
    text = "title: Pillage\ndefendants: [tollan]\nperiod: {from: 2019-03, to: 2019-03-09, at-least: true}\n"
    outcome = read(CountFile, text, "counts/01.md", 2)
    assert outcome.diagnostics == ()
    count = outcome.value
    assert count is not None
    assert count.defendants == ("tollan",)
    assert count.period is not None
    assert (count.period.from_, count.period.at_least) == (WrittenDate(2019, 3), True)
    assert count.at("defendants", 0).start == "counts/01.md:3:14"
    assert count.key_at("period", "to").start == "counts/01.md:4:25"
    assert not count.has("offence")


def test_a_period_may_be_one_day() -> None:
    count = read(CountFile, "title: x\nperiod: 2019-03-02\n", "a.md").value
    assert count is not None
    assert count.period is not None
    assert count.period.first == count.period.last == WrittenDate(2019, 3, 2)


def test_a_key_with_nothing_behind_it_counts_as_left_out() -> None:
    caption = read(
        Caption, "title: x\ndate: 2022\ntribunal:\nsignatories:\nversion:\n", "matter.yaml"
    ).value
    assert caption is not None
    assert (caption.tribunal, caption.signatories, caption.version.ordinal) == ("", (), 0)


def test_symbols_stay_as_typed() -> None:
    exhibits = read(
        ExhibitList, "exhibits:\n  a: {title: 007, symbol: 1e5, vote: 141-5-35}\n", "e.yaml"
    ).value
    assert exhibits is not None
    assert (exhibits.exhibits["a"].title, exhibits.exhibits["a"].symbol) == ("007", "1e5")


def test_comments_come_with_the_model() -> None:
    exhibits = read(
        ExhibitList, "exhibits:\n  # indict: allow EXH003: kept\n  a: {title: x}\n", "e.yaml"
    ).value
    assert exhibits is not None
    assert [a.code for a in exhibits.allowances] == ["EXH003"]


@pytest.mark.parametrize(
    ("model", "text", "code", "place", "words", "help"),
    [
        (CountFile, "title: x\noffense: y\n", "FRM003", (2, 1), "a count has no “offense”", "write `offence:`"),
        (CountFile, "title: x\nrelies_on: [y]\n", "FRM003", (2, 1), "“relies_on”", "write `relies-on:`"),
        (CountFile, "title: x\nzzz: y\n", "FRM003", (2, 1), "“zzz”", "remove it"),
        (CountFile, "titel: x\n", "FRM003", (1, 1), "“titel”", "write `title:`"),
        (CountFile, "places: [x]\n", "FRM004", (1, 1), "the count has no “title”", "`title: …`"),
        (CountFile, "title:\n", "FRM004", (1, 1), "nothing behind “title:”", "behind the colon"),
        (CountFile, "", "FRM004", (1, 1), "“title”", "`title: …`"),
        (ExhibitList, "exhibits:\n  a:\n  b: {title: y}\n", "FRM004", (2, 3), "the exhibit has no “title”", "title"),
        (CountFile, "title: x\ndefendants: tollan\n", "FRM005", (2, 13), "“defendants” takes a list, and one value", "write [tollan]"),
        (CountFile, "title: x\n“defendants”: [a]\n", "FRM003", (2, 1), "name “defendants” stands in", "`defendants:`"),
        (CountFile, "title: x\n“banana”: [a]\n", "FRM003", (2, 1), "no “banana”", "remove"),
        (CountFile, "title: x\ndefendants: a, b\n", "FRM005", (2, 13), "takes a list", "write [a, b]"),
        (CountFile, "title: [x]\n", "FRM005", (1, 8), "has one value", "brackets: x"),
        (CountFile, "title: {x: y}\n", "FRM005", (1, 8), "has one value", "quotation marks"),
        (CountFile, "title: x\nplaces: [a, b: c]\n", "FRM005", (2, 13), "an item of “places”", "quotation marks"),
        (CountFile, "title: x\ncharges:\n  modes: [a]\n", "FRM005", (3, 3), "“charges” takes a list", "hyphen"),
        (DefendantFile, "name: x\noffices: Minister\n", "FRM005", (2, 10), "list of entries", "- title: …"),
        (ExhibitList, "exhibits:\n  a: x\n", "FRM005", (2, 6), "“a” has entries", "`title:`"),
        (CountFile, "- a\n", "FRM005", (1, 1), "this file", "without hyphens"),
        (CountFile, "words\n", "FRM005", (1, 1), "this file", "colon"),
        (DefendantFile, "name: x\nborn: 1970-02-30\n", "FRM006", (2, 7), "February 1970 has no day 30", "exists"),
        (DefendantFile, "name: x\nborn: 7 October 1952\n", "FRM006", (2, 7), "is not a date", "write 1952-10-07"),
        (DefendantFile, "name: x\nborn: October 7th, 1952\n", "FRM006", (2, 7), "is not a date", "write 2022-02-24"),
        (DefendantFile, "name: x\nborn: 7.10.1952\n", "FRM006", (2, 7), "is not a date", "write 1952-10-07"),
        (DefendantFile, "name: x\nborn: 7/10/1952\n", "FRM006", (2, 7), "is not a date", "write 2022-02-24"),
        (CountFile, "title: x\nperiod: May 2022\n", "FRM006", (2, 9), "is not a date", "write 2022-05"),
        (Caption, "title: x\ndate: 2022\nclassification: Public\n", "FRM007", (3, 17), "“Public”", "write public"),
        (PersonsFile, "persons:\n  k-7: {printed: x, protected: maybe}\n", "FRM007", (2, 32), "neither", "true or false"),
        (CountFile, "title: x\ndefendants: [Édric Tollan]\n", "FRM008", (2, 14), "not a label", "write edric-tollan"),
        (CountFile, "title: x\nid: 1st\n", "FRM008", (2, 5), "not a label", "begins with a letter"),
        (ExhibitList, "exhibits:\n  A 1: {title: x}\n", "FRM008", (2, 3), "“A 1”", "write a-1"),
        (ExhibitList, "exhibits:\n  " + "a" * 36 + ": {title: x}\n", "FRM008", (2, 3), "36 characters", "35"),
        (ExhibitList, "exhibits:\n  a: {title: x, pages: 48 pp}\n", "FRM009", (2, 24), "whole number", "write 48"),
        (ExhibitList, "exhibits:\n  a: {title: x, first-page: 0}\n", "FRM009", (2, 29), "1 is the least", "1 or more"),
        (Caption, "title: x\ndate: 2022\nversion: {ordinal: 21}\n", "FRM009", (3, 20), "20 is the most", "or less"),
        (Caption, "title: ''\ndate: 2022\n", "FRM010", (1, 8), "“title” is empty", "write"),
        (ScheduleFile, "title: x\ncolumns: []\n", "FRM010", (2, 10), "the list is empty", "write"),
        (CountFile, "title: x\nplaces:\n  - a\n  -\n", "FRM010", (4, 3), "an item of “places” is empty", "remove"),
        (CountFile, "title: x\nallow:\n  CIT004:\n", "FRM010", (3, 3), "“CIT004” is empty", "write"),
        (ExhibitList, "exhibits:\n  a: {title: x, sha256: zz}\n", "FRM016", (2, 25), "“zz”", "64"),
        (CountFile, "title: x\nperiod: {on: 2022, from: 2022}\n", "FRM016", (2, 9), "one way", "either"),
        (CountFile, "title: x\nperiod: {to: 2022}\n", "FRM016", (2, 9), "no beginning", "add `from`"),
    ],
)  # fmt: skip
def test_one_fault_one_message_at_its_place(
    model: type[Document], text: str, code: str, place: tuple[int, int], words: str, help: str
) -> None:
    fault = only(model, text)
    assert (fault.rule.code, fault.span.line, fault.span.column) == (code, *place)
    assert words in fault.message
    assert help in fault.help


def test_all_mistakes_are_reported_at_once() -> None:
    text = "exhibits:\n  a: {role: x, pages: y}\n  B: {title: x, date: z}\n  c: {title: A: B}\n  c: {title: x}\n"
    assert said(ExhibitList, text) == [
        ("FRM001", 4, 15), ("FRM002", 5, 3), ("FRM004", 2, 3), ("FRM006", 3, 23), ("FRM007", 2, 13), ("FRM008", 3, 3),
        ("FRM009", 2, 23),
    ]  # fmt: skip


def test_nothing_is_said_that_only_follows_from_another_fault() -> None:
    assert said(Caption, "title: @X\ndate: 2022\n") == [("FRM001", 1, 8)]
    assert said(Caption, "title Foo\ndate: 2022\n") == [("FRM001", 1, 1)]
    assert said(CountFile, "title: x\ndefendants: *all\n") == [("FRM011", 2, 13)]
    assert said(CountFile, "<<: {title: x}\n") == [("FRM011", 1, 1)]


def test_a_text_that_cannot_be_read_to_its_end_lacks_nothing() -> None:
    deep = "id: a\n" + "\n" * 9 + "places: " + "[" * 20 + "]" * 20 + "\n"
    assert said(CountFile, deep) == [("FRM011", 11, 20)]


def test_a_missing_key_is_explained() -> None:
    assert only(Caption, "title: x\n").notes == (
        "date: The date of the instrument. The tool never reads the clock.",
    )


OUR_WORDS = (
    "input",
    "field",
    "None",
    "null",
    "pydantic",
    "tuple",
    "string",
    "dict",
    "parse",
    "node",
    "valid ",
)
KEYS = st.sampled_from(
    [
        "title",
        "charges",
        "period",
        "defendants",
        "counts",
        "allow",
        "places",
        "from",
        "on",
        "x",
        "1",
    ]
)
TREES = st.recursive(
    st.sampled_from(["x", "2022-02", "true", "~", "''", "é", "A b", "0"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(KEYS, inner), max_size=3).map(
            lambda e: "{" + ", ".join(f"{k}: {v}" for k, v in e) + "}"
        )
    ),
    max_leaves=8,
)


@given(
    st.lists(st.tuples(KEYS, TREES), max_size=4),
    st.sampled_from([CountFile, ExhibitList, Caption, PersonsFile]),
)
def test_whatever_is_written_is_answered_in_the_words_of_the_page(
    entries: list[tuple[str, str]], model: type[Document]
) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in entries)
    outcome = read(model, text, "a.yaml")
    assert outcome.value is not None or outcome.diagnostics
    for fault in outcome.diagnostics:
        assert not [word for word in OUR_WORDS if word in fault.message or word in fault.help]
        assert fault.help
        assert (fault.span.line, fault.span.column) < (fault.span.end_line, fault.span.end_column)
