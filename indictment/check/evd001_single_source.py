"""What rests on one exhibit alone should be known.

An element that one exhibit supports falls with it: if it is excluded, or turns out to be false, nothing is left.
It is said once for each count.

For example, the element `leadership` of which every paragraph cites P004 and nothing else.

Look for a second source; or know that there is none, and allow the rule.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The elements of each count that one piece of evidence supports."""
    names = written.names(indictment)
    evidence = {e.label for e in indictment.matter.exhibits if e.entry.role == "evidence"}
    marks = {row.label: row.mark for row in indictment.exhibits}
    for count, elements in written.elements(indictment):
        found: list[str] = []
        for each in elements:
            if each.mode or any(p.refers for p in each.paragraphs):
                continue
            cited = {c.label for p in each.paragraphs for c in p.citations} & evidence
            if len(cited) == 1:
                who = f" for {names.get(each.accused, each.accused)}" if each.accused else ""
                found.append(f"“{each.element.id}”{who} ({marks.get(cited.pop(), '')})")
        if found:
            what = "element rests" if len(found) == 1 else "elements rest"
            yield RULE.at(
                count.span,
                f"{len(found)} {what} on one exhibit alone in {count.name}",
                notes=(", ".join(found),),
                help="look for a second source, or allow this and say that there is none",
            )
