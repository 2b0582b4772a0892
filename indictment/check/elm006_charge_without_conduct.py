"""Where the law has several forms of conduct, every charge should say which.

Planning, preparation, initiation and execution are alternatives: each accused must know which of them is
alleged.

For example, a charge without `conduct:` whose offence lists forms of conduct.

Add `conduct: [planning, …]` to the count, or to each of its charges.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each charge that names none of the forms of conduct of its offence."""
    for count in written.counts(indictment):
        offence = indictment.matter.offences.get(count.offence)
        if offence is None or not offence.conduct:
            continue
        for number, charge in enumerate(count.charges, start=1):
            if charge.charge.conduct or count.file.conduct:
                continue
            which = f"charge {number} of {count.name}" if len(count.charges) > 1 else count.name
            yield RULE.at(
                count.file.at(*charge.path) if charge.path else count.span,
                f"{which} names no form of conduct",
                notes=(f"the forms are: {', '.join(form.id for form in offence.conduct)}",),
                help="add `conduct: […]`",
            )
