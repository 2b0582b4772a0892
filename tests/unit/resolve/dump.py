"""An indictment as text that a person can review: numbers, words, notes, tables, index."""

from collections.abc import Iterable, Iterator

from indictment.model.blocks import (
    Block,
    Break,
    CrossReference,
    ExhibitCitation,
    Figure,
    Foreign,
    Heading,
    Inline,
    Name,
    NoteCall,
    Paragraph,
    Quotation,
    Redacted,
    Run,
    Styled,
    SubParagraphs,
    Table,
)
from indictment.model.indictment import Indictment, Section

NBSP = "\u00a0"
_STYLES = {"emphasis": "*", "strong": "**", "term": "_"}


def words(pieces: Iterable[Inline]) -> str:
    """A line: notes as [12], cross-references in ‹ ›, spaces that do not break as ~."""
    return "".join(_piece(piece) for piece in pieces).replace(NBSP, "~")


def _piece(piece: Inline) -> str:
    match piece:
        case Run(text) | Name(text=text):
            return text
        case Styled(style, content):
            return f"{_STYLES[style]}{words(content)}{_STYLES[style]}"
        case Break():
            return " / "
        case Foreign(lang, content):
            return f"{{{lang}: {words(content)}}}"
        case Redacted(code, content):
            return f"{{redacted {code}: {words(content)}}}"
        case CrossReference(pieces):
            return f"‹{''.join(p.text for p in pieces)}›"
        case ExhibitCitation(content=content, label=label, page=page):
            return f"{words(content)} ⟨{label} {page}⟩"
        case NoteCall(note):
            return f"[{note.number}]"


def blocks(written: Iterable[Block], indent: str = "") -> Iterator[str]:
    for block in written:
        match block:
            case Heading():
                span = f" ({block.first}–{block.last})" if block.first else ""
                yield f"{indent}{'#' * block.level} {words(block.content)}{span} <{block.anchor}>"
            case Paragraph():
                number = f"{block.number}. " if block.number else "– "
                pleads = " ".join(f"{s.count}:{s.element}" for s in block.serves)
                tail = f" {{{pleads}}}" if pleads else ""
                tail += f" {{{' '.join(block.defendants)}}}" if block.defendants and pleads else ""
                yield f"{indent}{number}{words(block.content)} <{block.anchor}>{tail}"
                yield from blocks(block.attached, indent + "    ")
            case SubParagraphs():
                for item in block.items:
                    yield f"{indent}{item.number or '•'} {words(item.content)} <{item.anchor}>"
                    yield from blocks(item.attached, indent + "    ")
            case Quotation():
                yield from blocks(block.blocks, indent + "> ")
            case Table():
                for cells in (block.head, *(row.cells for row in block.rows)):
                    yield indent + " | ".join(words(cell) for cell in cells)
            case Figure():
                yield f"{indent}[{block.path}: {block.caption}]"


def _section(section: Section) -> Iterator[str]:
    yield f"== {section.heading} <{section.anchor}>".replace(NBSP, "~")
    yield from blocks(section.blocks)


def _lines(it: Indictment) -> Iterator[str]:
    page = it.title_page
    yield f"{page.title} / {page.instrument} / {page.date} / {page.status} / {page.classification}"
    yield words(page.notice)
    yield f"= {it.headings['accused']}: {words(it.charged)}"
    for one in it.accused:
        yield f"== {one.heading} <{one.anchor}> {one.name} | {one.short} | {one.born}"
        for office in one.offices:
            yield f"  {office.title}, {office.body}, {office.dates}{words(office.source)}"
        yield from blocks(one.blocks)
    yield f"= {it.headings['facts']}"
    for section in it.statement:
        yield from _section(section)
    yield f"= {it.headings['counts']}"
    for group in it.counts:
        for count in group.counts:
            yield f"== {count.number} {count.title} <{count.anchor}> {count.citation}"
            for charge in count.charges:
                form = f"{charge.conduct} | {charge.modes} | {charge.alternative_modes}"
                yield f"  {words(charge.defendants)}: {form} | {charge.period}"
            yield f"  {count.period} | {count.places}"
            for key in ("alternative_to", "relies_on", "incorporates"):
                if reference := getattr(count, key):
                    yield f"  {key}: {words((reference,))}"
        yield from blocks(group.blocks)
    for section in (*it.annexes, *it.schedules):
        yield from _section(section)
    yield f"= {it.headings['exhibit-list']}"
    for row in it.exhibits:
        cited = ", ".join(f"{t.kind} {t.text}" for t in row.cited_in)
        printed = f"{row.mark or '–'} {row.title} ({row.label}), {row.date}, {row.pages} pages"
        yield f"{printed}; cited in {cited}"
    yield f"= {it.headings['elements-table']}"
    for table in it.elements:
        yield f"== {table.heading}"
        for element in table.rows:
            named = "; ".join(
                f"{name}: {', '.join(t.text for t in ts)}" for name, ts in element.paragraphs
            )
            cited = ", ".join(t.text for t in element.exhibits)
            yield f"{element.number} {element.element} | {named} | {cited}"
    yield "= notes"
    for note in it.notes:
        yield f"{note.number} {words(note.content)}"
    yield "= index"
    for n in it.numbered:
        yield f"{n.kind} {n.printed} <{n.anchor}> {n.span.start} {' › '.join(n.place)}"


def dump(it: Indictment) -> str:
    """The whole indictment."""
    return "\n".join(line.rstrip().replace(NBSP, "~") for line in _lines(it)) + "\n"


if __name__ == "__main__":
    # python -m tests.unit.resolve.dump tests/golden/small: what expected/indictment.txt should hold
    import sys
    from pathlib import Path

    from indictment.folder import DiskFolder
    from indictment.pipeline.reading import check_folder

    found = check_folder(DiskFolder(Path(sys.argv[1]))).indictment
    assert found is not None
    sys.stdout.write(dump(found))
