"""Bytes -> text, and characters that cannot be seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.parse.characters import decode, scan


def said(text: str) -> list[tuple[str, int, int, int]]:
    return [
        (d.rule.code, d.span.line, d.span.column, d.span.end_column) for d in scan(text, "a.md")
    ]


@pytest.mark.parametrize("data", [b"a\r\nb", b"a\rb", b"a\nb", b"\xef\xbb\xbfa\nb"])
def test_line_ends_and_byte_order_mark_are_made_equal(data: bytes) -> None:
    outcome = decode(data, "a.md")
    assert (outcome.value, outcome.diagnostics) == ("a\nb", ())


@pytest.mark.parametrize(
    ("data", "place", "words", "text"),
    [
        ("Сведения".encode("cp1251"), (1, 1), "UTF-8", "□" * 8),
        ("ok\nd\u00e9cret".encode("latin-1"), (2, 2), "UTF-8", "ok\nd□cret"),
        ("a".encode("utf-16"), (1, 1), "UTF-16", None),
        ("title: War".encode("utf-16-le"), (1, 1), "UTF-16", None),
        ("title: War".encode("utf-16-be"), (1, 1), "UTF-16", None),
        (b"PK\x03\x04\xff", (1, 1), "not a text file", None),
        (b"\x89PNG\x00\xff", (1, 1), "not a text file", None),
    ],
)
def test_other_encodings_are_named(
    data: bytes, place: tuple[int, int], words: str, text: str | None
) -> None:
    outcome = decode(data, "a.md")
    (fault,) = outcome.diagnostics
    assert outcome.value == text
    assert (fault.rule.code, fault.span.line, fault.span.column) == ("FRM013", *place)
    assert words in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "a\u200bb",
        "a\u00adb",
        "a\u202eb",
        "a\u2066b",
        "a\x00b",
        "a\x0cb",
        "a\u2028b",
        "a\ufeffb",
        "a\uf0b7b",
        "a\ufffdb",
        "a\u200eb",
    ],
)
def test_unseen_characters_are_found(text: str) -> None:
    assert said("ok\n" + text) == [("FRM014", 2, 2, 3)]


def test_a_run_is_one_fault() -> None:
    assert said("a\u200b\u200b\u200bb") == [("FRM014", 1, 2, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "24\u00a0February",
        "10\u202f000",
        "«Україна» — “x”",
        "а\u0301втор",
        "\tx",
    ],
)
def test_what_a_language_needs_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_split_letters_are_named_once_a_line() -> None:
    text = "ok\n" + unicodedata.normalize("NFD", "Сергій Шойгу")
    assert said(text) == [("FRM015", 2, 6, 8)]


def test_signs_that_only_look_alike_are_named() -> None:
    assert said("5 \u212b") == [("FRM015", 1, 3, 4)]


@given(st.text() | st.text(alphabet="aи\u0306\u0308\u200b\u200dé\n\r\u1100\u1161\u0344"))
def test_a_text_without_faults_is_in_normal_form(text: str) -> None:
    faults = scan(text, "a.md")
    if not faults:
        assert unicodedata.is_normalized("NFC", text)
    for fault in faults:
        line = text.split("\n")[fault.span.line - 1]
        assert 1 <= fault.span.column < fault.span.end_column <= len(line) + 1


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    outcome = decode(data, "a.md")
    assert (outcome.value is None) <= bool(outcome.diagnostics)
