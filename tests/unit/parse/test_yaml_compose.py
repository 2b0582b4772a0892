"""YAML text -> plain data with places, and what is said about a text that cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indictment.diagnostics import Span
from indictment.parse.yaml_compose import Composed, compose


def read(text: str, first_line: int = 1) -> Composed:
    outcome = compose(text, "a.yaml", first_line)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def said(text: str) -> list[tuple[str, int, int]]:
    return [(d.rule.code, d.span.line, d.span.column) for d in compose(text, "a.yaml").diagnostics]


def test_every_scalar_is_a_string_or_nothing() -> None:
    text = "symbol: 1e5\ndate: 2022-02-24\nyes: no\nempty:\ntilde: ~\nquoted: ''\nnumber: 007\n"
    assert read(text).data == {
        "symbol": "1e5", "date": "2022-02-24", "yes": "no", "empty": None, "tilde": None, "quoted": "", "number": "007",
    }  # fmt: skip


def test_blocks_of_text_keep_their_lines_but_not_the_last_line_feed() -> None:
    assert read("a: |\n  one\n\n  two\n\nb: >\n  one\n  two\n").data == {
        "a": "one\n\ntwo",
        "b": "one two",
    }


def test_places_count_letters_not_bytes() -> None:
    composed = read('native: "Касаван"\nім\'я: [Пан, 😀 x]\n')
    assert composed.values["native",] == Span("a.yaml", 1, 9, 1, 18)
    assert composed.keys["ім'я",] == Span("a.yaml", 2, 1, 2, 5)
    assert composed.values["ім'я", 1] == Span("a.yaml", 2, 13, 2, 16)


@pytest.mark.parametrize(
    "text", ["a: b\r\nc: d\r\n", "a: b\rc: d\r", "\ufeffa: b\nc: d\n", "a: b\nc: d"]
)
def test_line_ends_and_byte_order_mark_move_nothing(text: str) -> None:
    assert read(text).values["c",] == Span("a.yaml", 2, 4, 2, 5)


def test_lines_are_counted_from_the_file_s_first_line() -> None:
    assert read("a:\n  - b: c\n", first_line=10).keys["a", 0, "b"] == Span("a.yaml", 11, 5, 11, 6)


def test_a_block_of_text_ends_at_its_last_words() -> None:
    assert read("a: |\n  one\n  two\n\nb: c\n").values["a",] == Span("a.yaml", 1, 4, 3, 6)


def test_an_entry_reaches_to_the_end_of_its_last_value() -> None:
    composed = read("x:\n  a: b\n  c: [d,\n      e]\n\ny: {f: g}\n")
    assert composed.values["x",] == Span("a.yaml", 2, 3, 4, 9)
    assert composed.values["y",] == Span("a.yaml", 6, 4, 6, 10)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: @X, p. 2\n", (1, 8), '"@X, p. 2"'),
        ("title: A v. B: C\n", (1, 14), '"A v. B: C"'),
        ("title: “A” v. “B”: C\n", (1, 18), '"“A” v. “B”: C"'),
        ("title: `x`\n", (1, 8), '"`x`"'),
        ('title: @"x"\n', (1, 8), "'@\"x\"'"),
        ("x: [@putin, b]\n", (1, 5), "write putin"),
        ("a:\n\tb: c\n", (2, 1), "spaces"),
        ("a: 'b\nc: d\n", (1, 4), "write '"),
        ('a: "b\nc: "d"\n', (1, 4), 'write "'),
        ("a: 'it's'\n", (1, 8), "twice"),
        ('a: "b" c\n', (1, 8), "quotation marks"),
        ('a: "\\q"\n', (1, 5), "\\\\"),
        ("a: [b, c\nd: e\n", (1, 4), "write ]"),
        ("a: {b: c\nd: e\n", (1, 4), "write }"),
        ("a: [b] c\n", (1, 8), "remove"),
        ("a: [b,, c]\n", (1, 7), "remove the comma"),
        ("a: b\n  c: d\n", (2, 3), "indent it like"),
        ("a:\n    b: c\n  d: e\n", (3, 3), "spaces"),
        ("title Foo\nb: c\n", (1, 1), "colon"),
        ("title:Foo\nb: c\n", (1, 1), "space behind the colon"),
        ("a: > five\n", (1, 4), '"> five"'),
        ("a: - b\n", (1, 4), "below its key"),
        ("a:\n  - b\n  c: d\n", (3, 3), "hyphen"),
        ("a: *\n", (1, 4), "quotation marks"),
        ("a: Order #5\n", (1, 10), "quotation marks"),
        ("a: b\n...\nc: d\n", (2, 1), "remove"),
        (": b\n", (1, 1), "name"),
    ],
)
def test_a_text_that_cannot_be_read_is_answered_at_its_place(
    text: str, place: tuple[int, int], words: str
) -> None:
    outcome = compose(text, "a.yaml")
    assert [(d.rule.code, d.span.line, d.span.column) for d in outcome.diagnostics] == [
        ("FRM001", *place)
    ]
    assert words in outcome.diagnostics[0].help


def test_lines_below_a_fault_are_read_all_the_same() -> None:
    text = "a: @x\nb: ok\nc: [d\ne: A: B\nf: ok\n"
    assert said(text) == [("FRM001", 1, 4), ("FRM001", 3, 4), ("FRM001", 4, 5)]
    value = compose(text, "a.yaml").value
    assert value is not None
    assert value.data == {"a": None, "b": "ok", "c": None, "e": None, "f": "ok"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x b\n", (1, 4)),
        ("a: *x\n", (1, 4)),
        ("a: !!int 3\n", (1, 4)),
        ("a: !Foo\n  b: c\n", (1, 4)),
        ("b: c\n<<: {a: b}\n", (2, 1)),
        ("---\na: b\n---\nc: d\n", (3, 1)),
        ("%YAML 1.1\n---\na: b\n", (1, 1)),
        ("{[a]: b}\n", (1, 2)),
        ("a: " + "[" * 30 + "]" * 30, (1, 15)),
    ],
)
def test_what_a_reader_cannot_follow_is_refused(text: str, place: tuple[int, int]) -> None:
    assert said(text) == [("FRM011", *place)]


def test_signs_inside_words_mean_nothing() -> None:
    text = "a: R & D *draft*\nb: 'x: y'\nc: http://example.org/a#b\nd: '#5' # five\ne: 5 # (five)\n"
    assert read(text).data == {
        "a": "R & D *draft*",
        "b": "x: y",
        "c": "http://example.org/a#b",
        "d": "#5",
        "e": "5",
    }


def test_the_second_of_two_equal_keys_names_the_first() -> None:
    outcome = compose("x:\n  a: b\n  c: d\n  a: e\n", "a.yaml")
    (fault,) = outcome.diagnostics
    assert (fault.rule.code, fault.span.start, fault.related[0].span.start) == (
        "FRM002",
        "a.yaml:4:3",
        "a.yaml:2:3",
    )
    assert outcome.value is not None
    assert outcome.value.data == {"x": {"a": "b", "c": "d"}}


def test_a_hostile_nesting_is_no_accident() -> None:
    for text in (
        "[" * 5000,
        "{a: " * 3000,
        "- " * 5000,
        "".join(" " * n + "a:\n" for n in range(300)),
    ):
        assert {code for code, _, _ in said(text)} <= {"FRM001", "FRM011"}
        assert said(text)


def allowed(text: str) -> list[tuple[str, str, str, int]]:
    composed = read(text)
    return [(a.code, a.reason, a.covers.start, a.covers.end_line) for a in composed.allowances]


def test_a_comment_above_an_entry_allows_in_that_entry() -> None:
    text = "exhibits:\n  # indict: allow EXH003: kept\n  p-1:\n    title: x\n  p-2:\n    title: y\n"
    assert allowed(text) == [("EXH003", "kept", "a.yaml:3:3", 4)]


def test_a_comment_inside_an_entry_allows_in_that_entry() -> None:
    inside = "exhibits:\n  p-1:\n    title: x\n    # indict: allow EXH003: kept\n    url: z\n  p-2:\n    title: y\n"
    assert allowed(inside) == [("EXH003", "kept", "a.yaml:2:3", 5)]
    behind = "exhibits:\n  p-1:\n    title: x # indict: allow EXH003: kept\n  p-2:\n    title: y\n"
    assert allowed(behind) == [("EXH003", "kept", "a.yaml:2:3", 3)]
    at_end = (
        "exhibits:\n  p-1:\n    title: x\n    # indict: allow EXH003: kept\n  p-2:\n    title: y\n"
    )
    assert allowed(at_end) == [("EXH003", "kept", "a.yaml:2:3", 4)]


def test_a_comment_among_the_first_keys_allows_in_the_whole() -> None:
    assert allowed("# indict: allow CNT004: open\ntitle: x\nplaces: [y]\n") == [
        ("CNT004", "open", "a.yaml:2:1", 3)
    ]


def test_a_comment_inside_words_is_words() -> None:
    assert allowed("a: |\n  # indict: allow EXH003: no\nb: '# indict: allow X'\n") == []


@pytest.mark.parametrize(
    "comment",
    ["indict: allow EXH003", "indict: allow EXH003:", "indict: allow exh3: x", "indict: ignore"],
)
def test_a_comment_for_the_tool_must_be_understood(comment: str) -> None:
    assert said(f"a: b\n# {comment}\nc: d\n") == [("FRM017", 2, 1)]


WORDS = st.sampled_from([
    "a", "title", ":", ": ", "- ", "\n", "\n  ", "\n    ", "\t", "[", "]", "{", "}", ",", "'", '"', "#", "# indict: allow",
    "&x", "*x", "!y", "|", ">", "---", "...", "%", "@", "`", "?", "<<", "é", "Ж", "😀", "\\", "\u2028", "\x00", "\ufeff", "\r",
    "2022-02-24", "~", " ",
])  # fmt: skip


@given(st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=60))
def test_nothing_raises_and_every_place_lies_in_the_text(text: str) -> None:
    outcome = compose(text, "a.yaml")
    assert outcome.value is not None
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spans = [
        *outcome.value.values.values(),
        *outcome.value.keys.values(),
        *(d.span for d in outcome.diagnostics),
    ]
    spans += [a.covers for a in outcome.value.allowances]
    for span in spans:
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert (span.line, span.column) < (span.end_line, span.end_column)
        assert span.column <= max(len(lines[span.line - 1]), 1)
        assert span.end_column <= len(lines[span.end_line - 1]) + 2
