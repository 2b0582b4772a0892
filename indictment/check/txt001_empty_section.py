"""A heading must have text below it, and a file must say something.

A heading directly above another of the same or a higher level, or at the end of a file, was left
over when its text was moved, or its text was forgotten.

For example, `## The siege` at the end of a file in facts/.

Write the text, or remove the heading (or the file).
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import parts
from indictment.diagnostics import Diagnostic, Severity, Span
from indictment.model.blocks import Block, Heading
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each heading and file with no text below it."""
    heads = {chapter.prose.file: chapter.head for chapter in indictment.matter.chapters}
    for part, file, blocks in parts(indictment):
        for number, block in enumerate(blocks, start=1):
            after = blocks[number] if number < len(blocks) else None
            if isinstance(block, Heading) and _ends(block, after):
                yield RULE.at(
                    block.span,
                    "there is no text below this heading",
                    help="write the text, or remove the heading",
                )
        if not blocks and part in ("facts", "annexes"):
            yield RULE.at(
                heads[file].at("title") if file in heads else Span(file, 1, 1, 1, 2),
                "this file has no text",
                help="write the text, or remove the file",
            )
    for defendant in indictment.matter.defendants if "accused" in indictment.court.order else ():
        if not defendant.prose.blocks:
            yield RULE.at(
                defendant.head.at("name"),
                f"nothing is said of {defendant.head.name} below the front matter",
                help="write what is alleged of the accused's position and own conduct",
                severity=Severity.NOTE,
            )


def _ends(heading: Heading, after: Block | None) -> bool:
    return after is None or (isinstance(after, Heading) and after.level <= heading.level)
