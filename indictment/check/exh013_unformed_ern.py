"""A registration number ends in figures that count pages.

The numbers of the pages that follow are counted on from it. All numbers of a matter have one form: letters,
figures and hyphens, as HT-0001-0001.

For example, `ern: "see registry"`, or `ern: HT-0001-1` beside `HT-0001-0002`.

Write the number of the first page as the registry gave it.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit

RULE = rule(__name__, __doc__, Severity.WARNING)

_ERN = re.compile(r"[A-Za-z0-9]+(?:[-/ ][A-Za-z0-9]+)*-?\d+(?:-R\d+)?")
_FIGURES = re.compile(r"\d+")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each number that counts no pages, or has another length than the first of its series."""
    first: dict[str, tuple[str, ListedExhibit]] = {}
    for exhibit in indictment.matter.exhibits:
        ern = exhibit.entry.ern
        if not ern:
            continue
        if not _ERN.fullmatch(ern):
            yield RULE.at(
                exhibit.at("ern"),
                f"“{ern}” is no registration number of a page",
                help="write the number of the first page, as HT-0001-0001",
            )
            continue
        series = re.split(r"[-/ ]", ern)[0]
        form = _FIGURES.sub(lambda m: "0" * len(m[0]), ern)
        known, entry = first.setdefault(series, (form, exhibit))
        if form != known and not ern.split("-")[-1].startswith("R"):
            yield RULE.at(
                exhibit.at("ern"),
                f"“{ern}” has another form than the other numbers of {series}",
                related=[Related(entry.at("ern"), "the first of them")],
                help="write it with as many figures as the others",
            )
