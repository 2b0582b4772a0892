"""Language tags, and what is meant by other words."""

import pytest

from indictment.model.languages import is_tag, suggestion


@pytest.mark.parametrize("tag", ["en", "uk", "sr-Cyrl", "en-GB", "und-Cyrl", "hsb", "zh-Hant-TW"])
def test_a_tag_is_a_tag(tag: str) -> None:
    assert is_tag(tag)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("english", "en"), ("English", "en"), ("EN", "en"), ("eng", "en"), ("en_GB", "en-GB"),
        ("ua", "uk"), ("Ukrainian", "uk"), ("українська", "uk"),
        ("SR-cyrl", "sr-Cyrl"), ("xx", ""), ("the language of the court", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_is_no_tag_is_told_the_tag_that_is_meant(written: str, meant: str) -> None:
    assert suggestion(written) == meant
    assert not is_tag(written)
