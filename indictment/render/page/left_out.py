"""Indictment and page HTML -> what the templates of the court leave out."""

from collections.abc import Iterator, Sequence

from indictment.diagnostics import Diagnostic, Related, Span
from indictment.model.blocks import Block, Heading, Paragraph, Quotation, SubParagraphs, Table
from indictment.model.indictment import Indictment
from indictment.render.page.lookup import TemplateFolder
from indictment.render.rules import LEFT_OUT

Piece = tuple[str, Span]


def check(
    indictment: Indictment, anchors: frozenset[str], folder: TemplateFolder
) -> Iterator[Diagnostic]:
    """Each template that does not print all passages of its part.

    `anchors` are the ids of the page. A passage is known by its own: the paragraphs, items and
    headings of a part, and the rows of its tables that can be referred to.
    """
    for template, blocks in parts(indictment):
        missing = [p for p in _pieces(blocks) if p[0] and p[0] not in anchors]
        found = folder.find(template)
        if missing and found:
            count = len(missing)
            yield LEFT_OUT.at(
                Span(found.path, 1, 1, 1, 1),
                f"{count} passage{'s are' if count > 1 else ' is'} not printed",
                related=(Related(missing[0][1], "the first of them" if count > 1 else "this one"),),
                help="print the blocks of the part with blocks.write(…), or take the part out of "
                "`order:` in court.yaml",
            )


def parts(indictment: Indictment) -> Iterator[tuple[str, Sequence[Block]]]:
    """The blocks of each part with the template that prints them."""
    order = indictment.court.order
    by_part = {
        "accused": [block for one in indictment.accused for block in one.blocks],
        "counts": [block for group in indictment.counts for block in group.blocks],
        "annexes": [block for annex in indictment.annexes for block in annex.blocks],
        "schedules": [block for each in indictment.schedules for block in each.blocks],
    }
    for section in indictment.statement:
        by_part.setdefault(section.part or "facts", []).extend(section.blocks)
    for part, blocks in by_part.items():
        if part in order:
            yield f"{part}.html", blocks


def _pieces(blocks: Sequence[Block]) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.anchor, block.span
                yield from _pieces(getattr(block, "attached", ()))
            case SubParagraphs(items=items):
                for item in items:
                    yield item.anchor, item.span
                    yield from _pieces(item.attached)
            case Quotation(blocks=inner):
                yield from _pieces(inner)
            case Table(rows=rows):
                yield from ((row.anchor, row.span) for row in rows)
