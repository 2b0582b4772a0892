"""What count files say, read piece by piece with the places the pieces came from."""

from indictment.diagnostics import Span
from indictment.model.prose import (
    Citation,
    LineBreak,
    Marked,
    Mention,
    ProseFigure,
    ProseHeading,
    ProseInline,
    ProseList,
    ProseParagraph,
    ProseQuotation,
    ProseTable,
    Stressed,
    Words,
    WrittenNote,
)
from indictment.parse import prose


def read(text: str) -> tuple:
    outcome = prose.read(text, "counts/01.md")
    assert outcome.diagnostics == (), outcome.diagnostics
    assert outcome.value is not None
    return outcome.value.blocks


def pieces(text: str) -> tuple[ProseInline, ...]:
    (paragraph,) = read(text)
    assert isinstance(paragraph, ProseParagraph)
    return paragraph.content


def faults(text: str) -> list[str]:
    """Each fault as `CODE line:column words under the caret`."""
    lines = text.split("\n")
    found = []
    for d in prose.read(text, "counts/01.md").diagnostics:
        s = d.span
        shown = lines[s.line - 1][s.column - 1 : s.end_column - 1 if s.line == s.end_line else None]
        found.append(f"{d.rule.code} {s.line}:{s.column} {shown}")
    return found


def plain(content: tuple[ProseInline, ...]) -> str:
    return "".join(p.text for p in content if isinstance(p, Words))


def test_a_paragraph_over_several_lines_is_one_text() -> None:
    assert (
        plain(pieces("On 24 February\nthe forces\nentered."))
        == "On 24 February the forces entered."
    )


def test_a_word_knows_its_line_and_column() -> None:
    content = pieces("On 24 February\nthe *forces* entered.")
    stressed = next(p for p in content if isinstance(p, Stressed))
    assert stressed.content[0].span == Span("counts/01.md", 2, 6, 2, 12)


def test_columns_count_letters_not_bytes() -> None:
    content = pieces("Рішення «Україна» @invasion")
    assert content[-1].span == Span("counts/01.md", 1, 19, 1, 28)


def test_a_label_opens_after_space_bracket_quote_dash_and_slash_only() -> None:
    content = pieces('@a (@b "@c" —@d @e/@f x@g.example \\@h')
    assert [p.label for p in content if isinstance(p, Mention)] == ["a", "b", "c", "d", "e", "f"]
    assert plain(content).endswith("x@g.example @h")


def test_a_label_ends_at_its_last_letter_or_digit() -> None:
    content = pieces("@putin's order, @address-24-feb. @{putin}-led")
    labels = [p.label for p in content if isinstance(p, Mention)]
    assert labels == ["putin", "address-24-feb", "putin"]
    assert plain(content) == "’s order, . -led"


def test_forms_of_a_label() -> None:
    forms = [(p.label, p.form) for p in pieces("@inv, @Inv, [-@inv]") if isinstance(p, Mention)]
    assert forms == [("inv", "words"), ("inv", "capital"), ("inv", "number")]


def test_a_citation_with_words_pinpoints_and_a_second_exhibit() -> None:
    (_, cited, _) = pieces("Text [see also @a, pp. 2, 5-7 (emphasis added); cf. @b, para. 3].")
    assert isinstance(cited, Citation)
    first, second = cited.cites
    assert (first.label, plain(first.before), plain(first.after)) == (
        "a",
        "see also",
        "(emphasis added)",
    )
    assert [(p.unit, p.values) for p in first.pinpoints] == [("pp.", ("2", "5-7"))]
    assert (second.label, plain(second.before)) == ("b", "cf.")
    assert [(p.unit, p.values) for p in second.pinpoints] == [("para.", ("3",))]


def test_pinpoints_of_several_units() -> None:
    def units(text: str) -> list[tuple[str, tuple[str, ...]]]:
        cited = next(p for p in pieces(f"x [@a, {text}].") if isinstance(p, Citation))
        return [(p.unit, p.values) for p in cited.cites[0].pinpoints]

    assert units("T. 1234, l. 7-12") == [("T.", ("1234",)), ("l.", ("7-12",))]
    assert units("art. 8 bis(2)(a)") == [("art.", ("8 bis(2)(a)",))]
    assert units("00:12:30-00:14:00") == [("", ("00:12:30-00:14:00",))]
    assert units("p. iv") == [("p.", ("iv",))]
    assert units("paras 3 and 5") == [("paras", ("3", "5"))]
    assert units("§ 12") == [("§", ("12",))]


def test_words_after_the_pinpoint_stay_words() -> None:
    cited = next(p for p in pieces("x [@a, p. 3, in Russian].") if isinstance(p, Citation))
    assert plain(cited.cites[0].after) == ", in Russian"


def test_brackets_of_a_quotation_are_text() -> None:
    assert plain(pieces('"[t]he forces […] entered [sic]"')) == "“[t]he forces […] entered [sic]”"


def test_notes_in_place_and_written_below() -> None:
    content = pieces(
        "One^[A note with @label and [@a, p. 2].] two[^x].\n\n[^x]: Below,\n    and on."
    )
    first, second = (p for p in content if isinstance(p, WrittenNote))
    assert any(isinstance(p, Citation) for p in first.content)
    assert (second.label, plain(second.content)) == ("x", "Below, and on.")
    assert second.span.line == 3


def test_a_note_may_have_a_label() -> None:
    (_, note, _) = pieces("One^[Words.]{#my-note}.")
    assert isinstance(note, WrittenNote)
    assert note.label == "my-note"


def test_spans() -> None:
    content = pieces('[«Рішення»]{lang="uk"} ["Russia"]{.term} [John Doe]{.redact code="B.2"}')
    marked = [p for p in content if isinstance(p, Marked)]
    assert [(m.lang, m.term, m.redact, m.code) for m in marked] == [
        ("uk", False, False, ""), ("", True, False, ""), ("", False, True, "B.2"),
    ]  # fmt: skip
    assert plain(marked[1].content) == "“Russia”"


def test_quotation_marks_are_curled_one_for_one() -> None:
    typed = "\"He said 'no'\", the State's '90s (\"x\")"
    printed = plain(pieces(typed))
    assert printed == "“He said ‘no’”, the State’s ’90s (“x”)"
    assert len(printed) == len(typed)


def test_nothing_else_is_changed() -> None:
    assert plain(pieces("art. 7(1)(c) ... -- (c) (tm)")) == "art. 7(1)(c) ... -- (c) (tm)"


def test_line_breaks() -> None:
    assert [type(p) for p in pieces("a  \nb\\\nc")] == [Words, LineBreak, Words, LineBreak, Words]


def test_comments_are_printed_nowhere() -> None:
    assert plain(pieces("forces <!-- note (A, 2026-01-01): check --> entered")) == "forces entered"
    assert plain(pieces("forces\n<!-- note (A): check -->\nentered")) == "forces entered"
    assert len(read("One.\n\n<!-- note\n\nover lines -->\n\nTwo.")) == 2


def test_attribute_lines_mark_what_stands_below() -> None:
    text = '{#invasion elements="a b" defendants="putin, shoigu" .continues}\nText.'
    (paragraph,) = read(text)
    marks = paragraph.attributes
    assert (marks.label, marks.elements, marks.defendants) == (
        "invasion",
        ("a", "b"),
        ("putin", "shoigu"),
    )
    assert marks.continues
    assert not marks.unnumbered
    assert marks.at("elements") == Span("counts/01.md", 1, 22, 1, 25)


def test_an_attribute_line_ends_the_paragraph_above() -> None:
    assert len(read("One.\n{#two}\nTwo.")) == 2


def test_blocks() -> None:
    blocks = read(
        "## Head\n\nText.\n\n1. a\n   1. b\n2. c\n\n> q\n\n| A | B |\n|---|--:|\n| x | 3 |\n\n- d\n"
    )
    kinds = [type(b) for b in blocks]
    assert kinds == [ProseHeading, ProseParagraph, ProseList, ProseQuotation, ProseTable, ProseList]
    assert blocks[4].aligns == ("left", "right")
    assert blocks[4].rows[0][0].span == Span("counts/01.md", 13, 3, 13, 4)
    assert not blocks[5].ordered


def test_an_item_takes_its_attribute_line() -> None:
    (items,) = read("1. {#first}\n   Text.\n2. Other.")
    assert items.items[0].attributes.label == "first"
    assert items.items[1].attributes is None


def test_an_image_alone_is_a_figure() -> None:
    (figure,) = read('![A map of the front](exhibits/map.png "Map 1")')
    assert isinstance(figure, ProseFigure)
    assert (figure.alt, figure.path, figure.caption) == (
        "A map of the front",
        "exhibits/map.png",
        "Map 1",
    )


def test_what_is_outside_the_subset_is_reported_at_its_place() -> None:
    assert faults("a `code` b") == ["FRM101 1:3 `code`"]
    assert faults("a <b>c</b>") == ["FRM101 1:3 <b>", "FRM101 1:7 </b>"]
    assert faults("Smith &amp; Co") == ["FRM101 1:7 &amp;"]
    assert faults("see [here](https://example.org)") == ["FRM101 1:5 [here](https://example.org)"]
    assert faults("text ![x](y.png) text") == ["FRM101 1:6 ![x](y.png)"]
    assert faults("```\ncode\n```\ntext") == ["FRM101 1:1 ```"]
    assert faults("Heading\n=======") == ["FRM101 2:1 ======="]
    assert faults("one\n\n---\n\ntwo") == ["FRM101 3:1 ---"]
    assert faults("[a]: https://example.org") == ["FRM101 1:1 [a]: https://example.org"]
    assert faults("one\n\n    indented") == ["FRM101 3:5 indented"]
    assert faults("##Heading") == ["FRM101 1:1 ##"]
    assert faults("| a | b |\n|---|\n| c | d |") == ["FRM101 2:1 |---|"]
    assert faults("| a | b |\n|---|---|\n| c | d | e |") == ["FRM101 3:1 | c | d | e |"]
    assert faults("| a | b |\n|---|---|\n| c |") == ["FRM101 3:1 | c |"]
    assert faults("was ~~struck~~ out") == ["FRM101 1:5 ~~struck~~"]


def test_an_ampersand_and_a_less_than_sign_are_text() -> None:
    assert plain(pieces("Smith & Co, 3 < 4, R&D")) == "Smith & Co, 3 < 4, R&D"


def test_faulty_marks_are_reported_at_their_place() -> None:
    assert faults('{#x colour="red"}\nText') == ["FRM102 1:5 colour"]
    assert faults("{#x} Text") == ["FRM102 1:1 {#x}"]
    assert faults("{#x Text") == ["FRM102 1:1 {#x Text"]
    assert faults("## Head {#x}") == ["FRM102 1:9 {#x}"]
    assert faults("Text\n\n{#x}") == ["FRM102 3:1 {#x}"]
    assert faults("{#Big}\nText") == ["FRM102 1:2 #Big"]
    assert faults('[x]{lnag="uk"}') == ["FRM103 1:5 lnag"]
    assert faults("[x]{") == ["FRM103 1:1 [x]{"]
    assert faults("Text [@a, p. 3") == ["FRM104 1:6 ["]
    assert faults("Text [@a @b].") == ["FRM104 1:10 @b"]
    assert faults("Text [@a; and so on].") == ["FRM104 1:11 and so on"]
    assert faults("Text[^1].") == ["FRM105 1:5 [^1]"]
    assert faults("Text^[open") == ["FRM105 1:5 ^["]
    assert faults("Text.\n\n[^1]: never") == ["FRM105 3:1 [^1]: never"]
    assert faults("Text <!-- open") == ["FRM106 1:6 <!-- open"]
    assert faults("<!-- indict: allow CIT004 -->\nText") == [
        "FRM106 1:1 <!-- indict: allow CIT004 -->"
    ]


def test_all_faults_at_once() -> None:
    text = "a `b` <i> [@x\n\n{#y z}\n\n[q]{}"
    assert {f[:6] for f in faults(text)} == {"FRM101", "FRM102", "FRM103", "FRM104"}


def test_an_allowance_covers_the_block_it_stands_above_or_in() -> None:
    text = "One.\n\n<!-- indict: allow CIT004: no pages -->\n{#two}\nTwo.\n\nThree. <!-- indict: allow CIT002: known -->"
    prose_ = prose.read(text, "f.md").value
    assert prose_ is not None
    above, within = prose_.allowances
    assert (above.code, above.reason, above.covers.line) == ("CIT004", "no pages", 4)
    assert within.covers.line == 7


def test_deep_nesting_is_reported_not_raised() -> None:
    outcome = prose.read("> " * 3000 + "x", "f.md")
    assert outcome.value is not None
    prose.read("[" * 5000 + "@a" + "]" * 5000, "f.md")
    prose.read("^[" * 3000 + "x" + "]" * 3000, "f.md")


TENS = "\n".join(f"{n}. item" for n in range(1, 10))


def test_what_belongs_to_the_tenth_item_is_indented_like_what_belongs_to_the_ninth() -> None:
    (items,) = read(f"{TENS}\n10. {{#tenth}}\n   ten:\n\n   1. inner\n\n11. eleven")
    assert len(items.items) == 11
    assert items.items[9].attributes.label == "tenth"
    inner = items.items[9].blocks[1]
    assert isinstance(inner, ProseList)
    assert len(inner.items) == 1


def test_the_tenth_item_may_be_indented_as_its_words_are() -> None:
    (items,) = read(f"{TENS}\n10. ten\n\n    1. inner\n       1. deeper")
    inner = items.items[9].blocks[1]
    assert isinstance(inner, ProseList)
    assert isinstance(inner.items[0].blocks[1], ProseList)


def test_an_item_that_is_neither_beside_nor_below_its_neighbour_is_reported() -> None:
    assert faults("1. first\n\n  1. second") == ["FRM101 3:3 1. second"]


def test_sub_paragraphs_lie_three_deep_and_no_deeper() -> None:
    three = "1. a\n   1. b\n      1. c"
    (items,) = read(three)
    assert len(items.items) == 1
    assert faults(f"{three}\n         1. d\n            1. e") == ["FRM101 4:10 1. d"]
    assert faults(f"{three}\n         > 1. quoted") == []


def test_what_stands_behind_a_bar_in_a_cell_knows_its_place() -> None:
    """The bar is typed with a backslash, which Markdown takes away before the cell is read."""
    (table,) = read("| A | B |\n|---|---|\n| Teal \\| @casavant | x |")
    assert isinstance(table, ProseTable)
    first, second = table.rows[0]
    mention = next(piece for piece in first.content if isinstance(piece, Mention))
    assert (mention.span.column, mention.span.end_column) == (11, 20)
    assert (first.span.column, first.span.end_column) == (3, 20)
    assert second.span.column == 23
