"""Stretches of source text."""

from indictment.diagnostics import Span


def test_a_span_on_a_line_ends_after_its_last_letter() -> None:
    assert Span.on_line("a.md", 3, 5, 2) == Span("a.md", 3, 5, 3, 7)


def test_it_covers_what_begins_inside_it() -> None:
    outer = Span("a.md", 2, 5, 4, 3)
    assert outer.covers(Span.on_line("a.md", 2, 5, 1))
    assert outer.covers(Span.on_line("a.md", 3, 1, 1))
    assert not outer.covers(Span.on_line("a.md", 4, 3, 1))
    assert not outer.covers(Span.on_line("a.md", 2, 4, 1))
    assert not outer.covers(Span.on_line("b.md", 3, 1, 1))


def test_spans_sort_as_a_reader_goes_through_the_files() -> None:
    spans = [Span("b.md"), Span("a.md", 10), Span("a.md", 9, 2), Span("a.md", 9, 1)]
    assert [s.start for s in sorted(spans)] == ["a.md:9:1", "a.md:9:2", "a.md:10:1", "b.md:1:1"]
