"""An element that is pleaded should rest on an exhibit.

The chart of elements shows for each paragraph what proves it; an element none of whose paragraphs cites an
exhibit is alleged and not supported. What an accused knew may be inferred: then the facts from which it is
inferred are cited.

For example, the element `leadership` pleaded for one accused in a paragraph without a citation.

Cite what proves it, in the paragraph or in the one to which it refers.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each element whose paragraphs cite nothing, and refer to no paragraph that does."""
    names = written.names(indictment)
    supported = {p.target.anchor for p in indictment.pleadings.paragraphs if p.is_supported}
    for count, elements in written.elements(indictment):
        for each in elements:
            paragraphs = each.paragraphs
            if not paragraphs or any(p.target.anchor in supported for p in paragraphs):
                continue
            who = f" for {names.get(each.accused, each.accused)}" if each.accused else ""
            yield RULE.at(
                paragraphs[0].span,
                f"nothing is cited for the element “{each.element.id}” of {count.name}{who}",
                related=[Related(p.span, "and here") for p in paragraphs[1:3]],
                help="cite what proves it, or refer to the paragraph that does (@label)",
            )
