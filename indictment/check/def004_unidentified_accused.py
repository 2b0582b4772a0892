"""Each accused must be identified by more than a name.

Names are shared, and are spelt in several ways. The date and the place of birth and the nationality say who is meant;
most courts demand them in the instrument.

For example, a file in defendants/ with `name:` alone.

Write `born:`, `birthplace:` and `nationality:`. What is not known is left out, and the rule allowed with that reason.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(
    __name__,
    __doc__,
    Severity.WARNING,
    "Code of Criminal Procedure of Ukraine, art. 291(2)(2)",
    final=True,
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each accused of whom a particular is missing."""
    for defendant in indictment.matter.defendants:
        head = defendant.head
        particulars = (
            ("born", "date of birth", head.born),
            ("birthplace", "place of birth", head.birthplace.strip()),
            ("nationality", "nationality", head.nationality.strip()),
        )
        missing = [(key, words) for key, words, value in particulars if not value]
        if missing:
            *most, last = (words for _, words in missing)
            listed = f"{', '.join(most)} or {last}" if most else last
            yield RULE.at(
                head.at("name"),
                f"the indictment gives no {listed} of {head.name}",
                help=f"write {', '.join(f'`{key}:`' for key, _ in missing)}, or allow this and say what is not known",
            )
