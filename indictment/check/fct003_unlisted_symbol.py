"""The symbol of a document in the text should be that of the exhibit that is cited for it.

A symbol that differs from the cited exhibit's in its last figures, and is that of no exhibit in the
list, is most often mistyped.

For example, "resolution ES-11/3" [@unga-es-11-1] where the list has `symbol: A/RES/ES-11/1`.

Correct the symbol, or cite the document that bears it.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.sentences import sentences
from indictment.check.symbols import forms
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_SYMBOL = re.compile(r"(?<![\w/-])[A-Z]{1,6}[A-Za-z0-9.-]*(?:/[A-Za-z0-9.-]*[A-Za-z0-9])+(?![\w/])")
_FIGURES = re.compile(r"\d+")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each symbol that is nearly that of the exhibit cited in its sentence."""
    listed = {e.label: e for e in indictment.matter.exhibits if e.entry.symbol}
    known = {form.casefold() for e in listed.values() for form in forms(e.entry.symbol)}
    for sentence in sentences(indictment):
        if not sentence.cited or "/" not in sentence.text:
            continue
        for found in _SYMBOL.finditer(sentence.text):
            written = found[0]
            if written.casefold() in known or not _FIGURES.search(written):
                continue
            for citation in sentence.citations:
                exhibit = listed.get(citation.label)
                if exhibit and any(_is_near(written, form) for form in forms(exhibit.entry.symbol)):
                    yield RULE.at(
                        sentence.at(found.start(), found.end()),
                        f"{written} is cited to the exhibit with the symbol {exhibit.entry.symbol}",
                        related=[Related(exhibit.at("symbol"), "the symbol in the list")],
                        help="correct the symbol, or cite the document that bears it",
                    )
                    break


def _is_near(written: str, symbol: str) -> bool:
    """True if only figures differ: ES-11/3 and ES-11/1."""
    one, other = _FIGURES.sub("#", written.casefold()), _FIGURES.sub("#", symbol.casefold())
    return one == other and written.casefold() != symbol.casefold()
