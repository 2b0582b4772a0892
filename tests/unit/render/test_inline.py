"""The pieces of a line as HTML."""

from indictment.model.blocks import (
    Break,
    CrossReference,
    ExhibitCitation,
    Foreign,
    Inline,
    Name,
    Note,
    NoteCall,
    Redacted,
    Run,
    Styled,
    Target,
)
from indictment.render.page.inline import inline, plain
from tests.unit.render.fixture import SPAN

TARGETS = (Target("x-a", "2", "paragraph"), Target("x-b", "9(a)", "subparagraph"))
RANGE = CrossReference((Run("paragraphs "), TARGETS[0], Run(" to "), TARGETS[1]), SPAN)
NAME = Name("tollan", "ANSEL TOLLAN", True, "x-tollan")


def cite(*pieces: Inline) -> ExhibitCitation:
    return ExhibitCitation(17, "order-14", "P001", pieces, (), 3, True, SPAN, SPAN)


def test_words_are_escaped() -> None:
    assert inline((Run("a < b & “c”"),)) == "a &lt; b &amp; “c”"


def test_styles_languages_and_breaks() -> None:
    pieces = (
        Styled("emphasis", (Run("a"), Break(), Foreign("uk", (Run("б"),)))),
        Styled("term", (Run("c"),)),
    )
    assert inline(pieces) == '<em>a<br><span lang="uk">б</span></em><span class="term">c</span>'


def test_a_range_is_one_link_in_which_each_number_is_marked() -> None:
    assert inline((RANGE,)) == (
        '<a class="ref" href="#x-a">paragraphs '
        '<span class="ref-number" data-kind="paragraph" data-target="x-a">2</span> to '
        '<span class="ref-number" data-kind="subparagraph" data-target="x-b">9(a)</span></a>'
    )


def test_a_citation_holds_no_other_link() -> None:
    text = inline((cite(NAME, Run(", "), RANGE),))
    assert text.count("<a ") == 1
    assert 'data-cite="17" data-page="3"' in text
    assert '<span class="name accused" data-label="tollan">ANSEL TOLLAN</span>, paragraphs' in text


def test_a_note_stands_at_its_mark() -> None:
    note = NoteCall(Note(4, "fn-4", (Run("See "), cite(Run("P001"))), SPAN))
    assert str(inline((Run("word."), note))).startswith(
        'word.<span class="footnote" id="fn-4" data-number="4">See <a class="cite"'
    )


def test_a_redaction_keeps_its_reason() -> None:
    assert (
        inline((Redacted("B.2", (Run("x"),)),))
        == '<span class="redaction" data-code="B.2">x</span>'
    )
    assert inline((Redacted("", (Run("x"),)),)) == '<span class="redaction">x</span>'


def test_plain_words_leave_out_notes() -> None:
    note = NoteCall(Note(4, "fn-4", (Run("note"),), SPAN))
    assert (
        plain((NAME, note, Break(), RANGE, Styled("strong", (Run("!"),))))
        == "ANSEL TOLLAN paragraphs 2 to 9(a)!"
    )
