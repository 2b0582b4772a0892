"""Every accused must be charged in at least one count.

All files in defendants/ are printed on the title page as accused.

For example, a file defendants/03-casavant.md whose label stands in no count's `defendants:`.

Charge the accused in a count, or remove the file; someone who is only named in the text belongs
into persons.yaml.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR, "Rules of Procedure and Evidence (ICTY), r. 47(C)")
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each accused whom no count names."""
    charged = {label for count in written.counts(indictment) for label in count.defendants}
    for defendant in indictment.matter.defendants:
        if defendant.label not in charged:
            yield RULE.at(
                defendant.head.at("name"),
                f"{defendant.head.name} is an accused, but is charged in no count",
                help=f"add {defendant.label} to `defendants:` of a count, or remove this file",
            )
