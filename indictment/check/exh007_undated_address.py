"""A web page should say when it was read.

Web pages change and vanish. The date under `captured:` says which state of the page is relied on.

For example, an entry with `url:` and without `captured:`. A document with an official symbol, a
file of its own, or a law needs none.

Add `captured: 2022-03-01`, the day on which the page was read or saved.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each web page without the day on which it was read."""
    for exhibit in indictment.matter.exhibits:
        entry = exhibit.entry
        # An official symbol, a file or a law identifies what was read without the day.
        is_known = entry.captured or entry.symbol or entry.file or entry.role == "authority"
        if entry.url and not is_known:
            yield RULE.at(
                exhibit.at("url"),
                "the address does not say when it was read",
                help="add `captured:` with the day on which the page was read or saved",
            )
