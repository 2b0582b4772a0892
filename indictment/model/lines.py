"""A block -> the lines of text in it. What stands in notes is theirs."""

from collections.abc import Iterator

from indictment.model.blocks import (
    Block,
    Figure,
    Heading,
    Inline,
    Paragraph,
    Quotation,
    Run,
    SubParagraph,
    SubParagraphs,
    Table,
)


def lines(block: Block | SubParagraph) -> Iterator[tuple[Inline, ...]]:
    """Every line of text of a block and of what is attached to it; of a figure its path, description and caption."""
    match block:
        case (
            Paragraph(content=content, attached=attached)
            | SubParagraph(content=content, attached=attached)
        ):
            yield content
            for inner in attached:
                yield from lines(inner)
        case SubParagraphs(items=items):
            for item in items:
                yield from lines(item)
        case Quotation(blocks=blocks):
            for inner in blocks:
                yield from lines(inner)
        case Table(head=head, rows=rows):
            yield from head
            for row in rows:
                yield from row.cells
        case Heading(content=content):
            yield content
        case Figure(alt=alt, caption=caption, path=path):
            yield (Run(f"{path} {alt} {caption}"),)
