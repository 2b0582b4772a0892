"""An exhibit in another language should have a translation in the list.

The accused is to be informed in a language that he or she fully understands, and the court reads its own. A
translation is an exhibit of its own, with `translation-of:`.

For example, `language: ru` in an English indictment, and no entry with `translation-of:` that exhibit.

Add the translation to the list; or allow the rule at the entry, and say who reads the original.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_NO_LANGUAGE = ("", "und", "mul", "zxx")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each piece of evidence in another language without a translation."""
    own = indictment.title_page.language.split("-")[0]
    translated = {e.entry.translation_of for e in indictment.matter.exhibits}
    for exhibit in indictment.matter.exhibits:
        entry = exhibit.entry
        language = entry.language.split("-")[0]
        if language in (*_NO_LANGUAGE, own) or entry.role != "evidence":
            continue
        if exhibit.label not in translated and entry.translation_of is None:
            yield RULE.at(
                exhibit.at("language"),
                f"this exhibit is in “{entry.language}”, the indictment in “{own}”, and the list has no translation",
                help=f"add a translation with `translation-of: {exhibit.label}`",
            )
