import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.render.page.mistakes import LinkToNowhere
from indictment.render.word.anchors import Anchors

labels = st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fullmatch=True).filter(
    lambda one: len(one) <= 35
)
anchors = st.one_of(
    labels.map("x-{}".format),
    labels.map("exhibit-{}".format),
    st.from_regex(r"(p|fn|s|part)-[\w.-]{1,60}", fullmatch=True),
)


def test_a_label_is_its_bookmark() -> None:
    assert Anchors([], []).name("x-order-of-24-feb") == "_ind_order_of_24_feb"


def test_the_longest_label_fits() -> None:
    label = "a" * 35
    assert Anchors([], []).name(f"x-{label}") == f"_ind_{label}"
    assert Anchors([], []).name(f"exhibit-{label}") == f"_exh_{label}"


@given(st.lists(anchors, unique=True))
def test_word_accepts_every_bookmark_and_none_is_given_twice(given_anchors: list[str]) -> None:
    made = Anchors([], [])
    names = [made.name(anchor) for anchor in given_anchors]
    assert all(re.fullmatch(r"_\w{1,39}", name, re.ASCII) for name in names)
    assert len(set(names)) == len(names)


def test_a_link_to_what_is_not_on_the_page_is_refused() -> None:
    with pytest.raises(LinkToNowhere, match="x-lost"):
        Anchors(["x-there"], ["x-there", "x-lost"])


def test_a_link_to_what_no_paragraph_carries_is_refused() -> None:
    made = Anchors(["part-empty"], ["part-empty"])
    made.wait("part-empty")
    with pytest.raises(LinkToNowhere, match="part-empty"):
        made.check()
