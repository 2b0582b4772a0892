"""Two states of a matter, read -> the errors of form that only the second has."""

from collections import Counter

from indictment.diagnostics import Diagnostic
from indictment.pipeline.reading import Checked


def new(checked: Checked, before: Checked) -> tuple[Diagnostic, ...]:
    """The errors of form that were not there before."""
    known = Counter((d.rule.code, d.message) for d in before.diagnostics)
    out = []
    for d in checked.diagnostics:
        if d.rule.form and d.is_error:
            if known[d.rule.code, d.message] > 0:
                known[d.rule.code, d.message] -= 1
            else:
                out.append(d)
    return tuple(out)
