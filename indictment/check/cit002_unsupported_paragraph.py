"""Every paragraph of the statement of facts should cite what proves it.

A reader who doubts a fact looks for the footnote. A paragraph counts as supported if it, or a
list, quotation or table that belongs to it, has a footnote or refers to another paragraph.

A matter without an exhibit list is left alone.

For example, a paragraph in facts/ without any `[@exhibit, p. 2]`.

Cite an exhibit, or allow the rule with a reason (facts of common knowledge, an introduction).
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import calls, inlines
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.blocks import Block, CrossReference, Paragraph, SubParagraph, SubParagraphs
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each numbered paragraph of the facts without a note or a reference."""
    for section in indictment.statement if indictment.matter.exhibits else ():
        for block in section.blocks:
            if not isinstance(block, Paragraph) or block.is_withdrawn:
                continue
            if block.number and not _is_supported(block):
                yield RULE.at(
                    block.span,
                    f"paragraph {block.number} cites nothing that proves it",
                    place=block.place,
                    help="cite an exhibit, as in [@label, p. 2]",
                )


def _is_supported(block: Paragraph) -> bool:
    return any(calls(block)) or _refers(block)


def _refers(block: Block | SubParagraph) -> bool:
    if isinstance(block, SubParagraphs):
        return any(_refers(item) for item in block.items)
    if isinstance(block, Paragraph | SubParagraph):
        own = any(isinstance(piece, CrossReference) for piece in inlines(block.content))
        return own or any(_refers(inner) for inner in block.attached)
    return False
