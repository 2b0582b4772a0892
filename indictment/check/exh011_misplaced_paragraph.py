"""The page given for a paragraph must exist, and the paragraph be one that can be cited.

`paras:` says on which page of the file a paragraph stands, so that its citations lead there in the
bundle. It also places pages that the document numbers in Roman figures.

For example, `paras: {"12": 99}` where the file has 48 pages, or `paras: {"twelve": 3}`.

Write the page counted from the file's first, and the number as in its citation: `para. 12` is
found under "12", `p. iv` under "iv".
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.paged import paged
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)

_CITABLE = re.compile(r"\d\w*(?:[./:]\w+)*(?: (?:bis|ter|quater))?(?:\(\w+\))*|[ivxlc]+")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each entry of `paras:` that leads nowhere."""
    known = paged(indictment)
    for listed in indictment.matter.exhibits:
        exhibit = known.get(listed.label)
        for paragraph, page in listed.entry.paras.items():
            if not _CITABLE.fullmatch(paragraph):
                yield RULE.at(
                    listed.listed_in.key_at("exhibits", listed.label, "paras", paragraph),
                    f"“{paragraph}” is not the number of a paragraph",
                    help='write the number as in its citation: "12" for para. 12, "iv" for p. iv',
                )
            if exhibit and page > exhibit.pages:
                count = f"{exhibit.pages} page{'s' * (exhibit.pages > 1)}"
                yield RULE.at(
                    listed.at("paras", paragraph),
                    f"{paragraph} is placed on page {page}, but exhibit {exhibit.name} has {count}",
                    label="no such page",
                    related=(Related(listed.at("pages"), f"{exhibit.name} has {count}"),),
                    help=f"write a page from 1 to {exhibit.pages}, counted from the file's first",
                )
