"""Every count must name the accused whom it charges.

A count that names nobody charges nobody. Where a count has several charges, each of them names
its own accused, or `defendants:` at the top of the file names them for all.

For example, a file in counts/ without `defendants:`.

Add `defendants: [label]` with the labels of files in defendants/.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(
    __name__,
    __doc__,
    Severity.ERROR,
    "Regulations of the Court (ICC), reg. 52(a); Rules of Procedure and Evidence (ICTY), r. 47(C)",
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each count or charge that names nobody."""
    for count in written.counts(indictment):
        accused = ", ".join(d.label for d in indictment.matter.defendants)
        for number, charge in enumerate(count.charges, start=1):
            if charge.defendants:
                continue
            which = f"charge {number} of {count.name}" if len(count.charges) > 1 else count.name
            yield RULE.at(
                count.file.at(*charge.path) if charge.path else count.span,
                f"{which} names no accused",
                notes=(f"the accused are: {accused}",) if accused else (),
                help="add `defendants: […]` with the labels of those charged",
            )
