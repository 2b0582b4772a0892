"""An exhibit should be described so that the court finds it: who made it, when, in which language.

The list of evidence is read without the exhibits. A document without a date is printed "undated": then the
entry should say that it is, by allowing this rule.

For example, an entry with a title and nothing else.

Add what the message names; or allow the rule at the entry, with the reason why it is not known.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each piece of evidence that lacks its author, its date or its language."""
    for exhibit in indictment.matter.exhibits:
        entry = exhibit.entry
        if entry.role != "evidence":
            continue
        wordless = entry.kind in ("photograph", "image", "video", "map", "plan", "audio")
        lacking = [
            name
            for name, is_there in (
                ("author", entry.author),
                ("date", entry.date or entry.captured),
                ("language", entry.language or wordless),
            )
            if not is_there
        ]
        if len(lacking) >= 2:
            yield RULE.at(
                exhibit.at(),
                f"the list does not give the {' and the '.join(lacking)} of this exhibit",
                help=f"add {' and '.join(f'`{name}:`' for name in lacking)}",
            )
