"""Patterns of language disregard case and keep their places."""

from hypothesis import given
from hypothesis import strategies as st

from indictment.check.language import AnyCase, lowered
from indictment.check.language.collectives import groups


@given(st.text())
def test_lower_case_keeps_each_letter_in_its_place(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert [c for c in lowered(text) if c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] == []


def test_a_place_is_that_of_the_text_whatever_its_letters() -> None:
    text = "İİ İZMİR and OTHERS fled"
    found = AnyCase(r"\bothers\b").search(text)
    assert found
    assert text[found.start() : found.end()] == "OTHERS"


def test_a_body_is_read_with_the_place_it_is_of() -> None:
    text = "The Leadership of the Republic of Maravia decided to stay."
    assert [text[g.begin : g.end] for g in groups(text, (), accused=2, is_of_one=False)] == [
        "The Leadership of the Republic of Maravia"
    ]
