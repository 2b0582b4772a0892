"""A document of several pages should have a layer of text.

In a scan without one nothing can be searched or copied, no quotation can be compared, and a blind reader has
nothing. Text recognition puts the words behind the picture and leaves the picture as it is.

For example, `file: minutes.pdf`, a scan of twelve pages.

Let a program recognise the text and put the new file beside the original, with its hash; or allow the rule at
the entry.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_PICTURES = ("photograph", "image", "map", "plan", "drawing", "video")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each PDF file none of whose pages has letters."""
    for exhibit in indictment.matter.exhibits:
        facts = indictment.exhibit_facts.get(exhibit.label)
        if facts is None or facts.has_letters is not False or exhibit.entry.kind in _PICTURES:
            continue
        pages = facts.pages or 1
        yield RULE.at(
            exhibit.at("file"),
            f"{exhibit.path} has no text that can be searched: its {'page is a picture' if pages == 1 else f'{pages} pages are pictures'}",
            help="let a program recognise the text, or allow this at the entry",
        )
