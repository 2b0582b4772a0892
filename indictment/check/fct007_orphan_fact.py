"""A fact that is alleged should belong to a count.

The charges are the facts that support an element. What supports none is background or evidence; a reader asks
why it is there. A paragraph belongs to a count if it pleads an element, if the count relies on the section it
stands in, takes it in or refers to it. Background says so by `kind="context"`, law by `kind="law"`.

For example, a part of the statement of facts that no count names under `relies-on:`.

Name the section under `relies-on:` of the count, plead the element, or mark it `kind="context"`.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.relied import relied_on
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment
from indictment.model.pleading import PleadedParagraph

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each part of the statement of facts with paragraphs that belong to no count: one message a file."""
    if not indictment.pleadings.counts:
        return
    relied = relied_on(indictment)
    by_file: dict[str, list[PleadedParagraph]] = {}
    for paragraph in indictment.pleadings.paragraphs:
        if (
            paragraph.part == "facts"
            and not paragraph.kind
            and paragraph.target.kind == "paragraph"
        ) and paragraph.target.anchor not in relied:
            by_file.setdefault(paragraph.span.file, []).append(paragraph)
    for several in by_file.values():
        first, *rest = several
        numbers = ", ".join(p.target.text for p in several)
        which = f"paragraphs {numbers} belong" if rest else f"paragraph {numbers} belongs"
        yield RULE.at(
            first.span,
            f"{which} to no count",
            related=[Related(p.span, "and this") for p in rest[:2]],
            help='name its section under `relies-on:` of a count, plead an element, or mark it {kind="context"}',
        )
