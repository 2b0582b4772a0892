"""Matter -> where each label is given, and where it is used."""

from collections.abc import Iterator

from indictment.diagnostics import Span
from indictment.model.matter import Matter
from indictment.model.numbers import NumbersFile
from indictment.model.prose import (
    Attributes,
    Citation,
    Marked,
    Mention,
    Prose,
    ProseBlock,
    ProseInline,
    ProseItem,
    ProseList,
    ProseQuotation,
    ProseTable,
    Stressed,
    WrittenNote,
)
from indictment.model.source import Document, Path
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """A label at a span, which may cover more than its letters (an @, a bracket). `tail` is what
    must follow the letters, where the same word may stand there with another meaning.
    """

    label: str
    span: Span
    tail: str = ""


def defined(matter: Matter) -> Iterator[tuple[str, Span]]:
    """Each label and where it is given. A label that a file's name gives stands at the file."""
    for part in matter.chapters:
        named = part.head.has("id")
        yield part.label, part.head.at("id") if named else Span(part.head.file)
        yield from _labels(part.prose.blocks)
    for count in matter.counts:
        for n, head in enumerate(count.head.counts):
            yield head.id, count.head.at("counts", n, "id")
    for schedule in matter.schedules:
        yield (
            schedule.label,
            schedule.head.at("id") if schedule.head.has("id") else Span(schedule.head.file),
        )
        yield from (
            (row.label, row.label_span) for row in schedule.rows if row.label and row.label_span
        )
    if matter.persons:
        for label in matter.persons.persons:
            yield label, matter.persons.key_at("persons", label)
    for exhibit in matter.exhibits:
        yield exhibit.label, exhibit.listed_in.key_at("exhibits", exhibit.label)
    for prose in proses(matter):
        yield from _note_labels(prose)


def proses(matter: Matter) -> Iterator[Prose]:
    """Every piece of prose in the matter but the cells of schedules."""
    for part in matter.chapters:
        yield part.prose
    yield from matter.office_sources.values()
    yield from (schedule.note for schedule in matter.schedules)
    if matter.notice:
        yield matter.notice


def used(matter: Matter) -> Iterator[Use]:
    """Every use of a label: in running text, citations, attribute lines and front matter."""
    for prose in proses(matter):
        for block in prose.blocks:
            yield from _in_block(block)
    for schedule in matter.schedules:
        for row in schedule.rows:
            for cell in row.cells:
                yield from _in_inlines(cell.content)
    for count in matter.counts:
        yield from _in_head(
            count.head, ("defendants", "relies-on", "incorporates", "alternative-to")
        )
        for n, charge in enumerate(count.head.charges):
            yield from _list(count.head, charge.defendants, ("charges", n, "defendants"))
        for n, head in enumerate(count.head.counts):
            yield from _one(count.head, head.alternative_to, ("counts", n, "alternative-to"))
            for m, charge in enumerate(head.charges):
                yield from _list(
                    count.head, charge.defendants, ("counts", n, "charges", m, "defendants")
                )
    for facts in matter.facts:
        yield from _in_head(facts.head, ("defendants",))
    for exhibit in matter.exhibits:
        for key, value in (
            ("translation-of", exhibit.entry.translation_of),
            ("witness", exhibit.entry.witness),
        ):
            yield from _one(exhibit.listed_in, value, ("exhibits", exhibit.label, key))
    if matter.numbers:
        yield from _in_numbers(matter.numbers)


def _in_numbers(numbers: NumbersFile) -> Iterator[Use]:
    """The labels by which filed numbers are kept, and those in the names of series."""
    for n, count in enumerate(numbers.counts):
        yield Use(count.label, numbers.at("counts", n, "label"))
    for n, series in enumerate(numbers.series):
        yield from _behind_a_kind(series.name, numbers.at("series", n, "name"))
        for m, section in enumerate(series.sections):
            if section.of:
                yield from _behind_a_kind(section.of, numbers.at("series", n, "sections", m, "of"))
            yield from _list(numbers, section.counts, ("series", n, "sections", m, "counts"))
            for label in section.paragraphs:
                yield Use(label, numbers.key_at("series", n, "sections", m, "paragraphs", label))
    for label in numbers.marks:
        yield Use(label, numbers.key_at("marks", label))


def _behind_a_kind(name: str, span: Span) -> Iterator[Use]:
    """The label in "count pillage"."""
    kind, _, label = name.partition(" ")
    if kind in ("accused", "annex", "closing", "count", "facts", "opening") and label:
        yield Use(label, span)


def _in_head(head: Document, keys: tuple[str, ...]) -> Iterator[Use]:
    for key in keys:
        value = getattr(head, key.replace("-", "_"))
        if isinstance(value, tuple):
            yield from _list(head, value, (key,))
        else:
            yield from _one(head, value, (key,))


def _list(head: Document, labels: tuple[str, ...], path: Path) -> Iterator[Use]:
    for n, label in enumerate(labels):
        yield Use(label, head.at(*path, n))


def _one(head: Document, label: str | None, path: Path) -> Iterator[Use]:
    if label:
        yield Use(label, head.at(*path))


def _children(block: ProseBlock | ProseItem) -> tuple[ProseBlock | ProseItem, ...]:
    if isinstance(block, ProseList):
        return block.items
    return block.blocks if isinstance(block, ProseItem | ProseQuotation) else ()


def _labels(blocks: tuple[ProseBlock | ProseItem, ...]) -> Iterator[tuple[str, Span]]:
    for block in blocks:
        marks = block.attributes
        if marks and marks.label and marks.label_span:
            yield marks.label, marks.label_span
        yield from _labels(_children(block))


def _note_labels(prose: Prose) -> Iterator[tuple[str, Span]]:
    for note in _notes(prose.blocks):
        if note.label:
            yield note.label, note.span


def _notes(blocks: tuple[ProseBlock | ProseItem, ...]) -> Iterator[WrittenNote]:
    for block in blocks:
        yield from (n for n in _pieces(_content(block)) if isinstance(n, WrittenNote))
        yield from _notes(_children(block))


def _content(block: ProseBlock | ProseItem) -> tuple[ProseInline, ...]:
    if isinstance(block, ProseTable):
        cells = [*block.head, *(cell for row in block.rows for cell in row)]
        return tuple(piece for cell in cells for piece in cell.content)
    content: tuple[ProseInline, ...] = getattr(block, "content", ())
    return content


def _pieces(content: tuple[ProseInline, ...]) -> Iterator[ProseInline]:
    for piece in content:
        yield piece
        if isinstance(piece, Stressed | WrittenNote | Marked):
            yield from _pieces(piece.content)
        elif isinstance(piece, Citation):
            for cite in piece.cites:
                yield from _pieces(cite.before)
                yield from _pieces(cite.after)


def _in_block(block: ProseBlock | ProseItem) -> Iterator[Use]:
    if block.attributes:
        yield from _in_attributes(block.attributes)
    yield from _in_inlines(_content(block))
    for child in _children(block):
        yield from _in_block(child)


def _in_attributes(marks: Attributes) -> Iterator[Use]:
    for label in marks.defendants:
        yield Use(label, marks.at("defendants"))
    for element in marks.elements:
        if ":" in element:
            yield Use(element.split(":")[0], marks.at("elements"), ":")


def _in_inlines(content: tuple[ProseInline, ...]) -> Iterator[Use]:
    for piece in _pieces(content):
        if isinstance(piece, Mention):
            yield Use(piece.label, piece.span)
        elif isinstance(piece, Citation):
            for cite in piece.cites:
                yield Use(cite.label, cite.label_span)
