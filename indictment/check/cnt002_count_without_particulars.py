"""Every count must have particulars.

The particulars say what each accused is alleged to have done. They stand below the front matter
of the count's file; a count that rests on the statement of facts names its headings by
`relies-on:`.

For example, a file in counts/ that ends with its front matter.

Write the particulars below the second line of hyphens, or add `relies-on:` or `incorporates:`.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.blocks import Heading
from indictment.model.indictment import Indictment

RULE = rule(
    __name__,
    __doc__,
    Severity.ERROR,
    "Criminal Procedure Rules 2020 (England and Wales), r. 10.2(1)(b); Fed. R. Crim. P. 7(c)(1)",
)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each count with nothing below its front matter and no headings to rely on."""
    filled = {
        g.file for g in indictment.counts if any(not isinstance(b, Heading) for b in g.blocks)
    }
    for count in written.counts(indictment):
        file = count.file
        if file.file not in filled and not file.relies_on and not file.incorporates:
            yield RULE.at(
                count.span,
                f"{count.name} has no particulars",
                help="write what is alleged below the front matter, or add `relies-on:`",
            )
