"""Labels for paragraphs without one."""

import re

import pytest

from indictment.edit import label
from indictment.folder import MemoryFolder
from indictment.pipeline.reading import check_folder
from tests.unit.edit.test_rename import SMALL, done, matter

HEAD = b"---\ntitle: The Quay\nkind: context\n---\n\n"


def labelled(text: str) -> str:
    """The prose of a file after labels were written."""
    files = SMALL | {"facts/02-quay.md": HEAD + text.encode()}
    after = done(files, label.change(matter(files)))
    assert check_folder(MemoryFolder(after)).diagnostics == ()
    assert label.change(matter(after)).replacements == (), "a second time changes something"
    return after["facts/02-quay.md"].decode().removeprefix(HEAD.decode())


def test_a_matter_with_labels_is_left_alone() -> None:
    assert label.change(matter(SMALL)).replacements == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The harbour was closed [@order-14, p. 1].\n", "{#harbour-closed}\n"),
        ("@tollan ordered it [@order-14, p. 1].\n", "{#tollan-ordered}\n"),
        ("In 1998, 14 ships came [@order-14, p. 1].\n", "{#ships-came}\n"),
        ("Він наказав [@order-14, p. 1].\n", "{#paragraph}\n"),
        ("Évacuation *générale* [@order-14, p. 1].\n", "{#evacuation-generale}\n"),
    ],
)
def test_the_label_is_made_of_words_that_say_something(text: str, first: str) -> None:
    assert labelled(text) == first + text


def test_two_alike_get_different_labels() -> None:
    made = labelled("It was closed [@order-14, p. 1].\n\nIt was closed [@order-14, p. 1].\n")
    assert re.findall(r"\{#(.+?)\}", made) == ["closed", "closed-2"]


def test_a_label_in_use_elsewhere_is_not_given_again() -> None:
    assert labelled("The purpose [@order-14, p. 1].\n").startswith("{#purpose-2}\n")


def test_an_attribute_line_is_completed() -> None:
    text = '{defendants="tollan"}\nThe harbour was closed [@order-14, p. 1].\n'
    assert labelled(text).startswith('{#harbour-closed defendants="tollan"}\n')


def test_unnumbered_and_continuing_text_gets_none() -> None:
    text = (
        "{#closed}\nThe harbour was closed [@order-14, p. 1].\n\n{.continues}\nIt stayed so"
        " [@order-14, p. 1].\n\n{.unnumbered}\nA remark [@order-14, p. 1].\n"
    )
    assert labelled(text) == text


def test_only_named_files_are_touched() -> None:
    files = SMALL | {"facts/02-quay.md": HEAD + b"The harbour was closed [@order-14, p. 1].\n"}
    assert label.change(matter(files), ["facts/01-granary.md"]).replacements == ()


def test_line_ends_and_the_byte_order_mark_are_kept() -> None:
    content = b"\xef\xbb\xbf" + HEAD.replace(b"\n", b"\r\n") + b"It closed [@order-14, p. 1].\r\n"
    files = SMALL | {"facts/02-quay.md": content}
    after = done(files, label.change(matter(files)))["facts/02-quay.md"]
    assert after.startswith(b"\xef\xbb\xbf---\r\n")
    assert b"\r\n{#closed}\r\nIt closed" in after
    assert b"\n" not in after.replace(b"\r\n", b"")
