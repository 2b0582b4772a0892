"""The text of a file -> its front matter and its body."""

import pytest

from indictment.parse.front_matter import Divided, split


def divided(text: str, **options: bool) -> tuple[Divided, list[tuple[str, int]]]:
    outcome = split(text, "a.md", **options)
    assert outcome.value is not None
    return outcome.value, [(d.message, d.span.line) for d in outcome.diagnostics]


def test_front_matter_and_body_know_their_first_lines() -> None:
    found, faults = divided("---\ntitle: x\n---\n\nText.\n")
    assert faults == []
    assert (found.head, found.head_line, found.body, found.body_line) == (
        "title: x\n",
        2,
        "\nText.\n",
        4,
    )


def test_blank_lines_above_do_no_harm() -> None:
    found, faults = divided("\n\n---\ntitle: x\n---\nText.\n")
    assert faults == []
    assert (found.head_line, found.body_line) == (4, 6)


@pytest.mark.parametrize(
    ("text", "message", "line", "head", "body"),
    [
        ("Text.\n", "no front matter", 1, "", "Text.\n"),
        ("", "the file is empty", 1, "", ""),
        ("---\ntitle: x\n\nText.\n", "does not end", 1, "title: x\n", "\nText.\n"),
        ("title: x\n---\n\nText.\n", "does not begin", 1, "title: x\n", "\nText.\n"),
        ("title: x\nid: y\n\nText.\n", "does not begin", 1, "title: x\nid: y\n", "\nText.\n"),
        ("Words.\n---\ntitle: x\n---\nText.\n", "text above", 1, "title: x\n", "Text.\n"),
        ("----\ntitle: x\n---\nText.\n", "“----” stands", 1, "title: x\n", "Text.\n"),
        ("—\ntitle: x\n---\nText.\n", "“—” stands", 1, "title: x\n", "Text.\n"),
        ("---\ntitle: x\n—-\nText.\n", "“—-” stands", 3, "title: x\n", "Text.\n"),
    ],
)
def test_faults_are_named_and_the_rest_is_read(
    text: str, message: str, line: int, head: str, body: str
) -> None:
    found, faults = divided(text)
    assert len(faults) == 1
    assert message in faults[0][0]
    assert faults[0][1] == line
    assert (found.head, found.body) == (head, body)


def test_a_part_of_the_facts_may_do_without() -> None:
    found, faults = divided("Text.\n", required=False)
    assert faults == []
    assert (found.has_head, found.body, found.body_line) == (False, "Text.\n", 1)
