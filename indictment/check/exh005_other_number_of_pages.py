"""The number of pages that is stated must be that of the file.

Pages are printed in the exhibit list and decide which pinpoints exist.

For example, `pages: 48` where the file has 47.

Write the number that the file has, or remove `pages:`: it is read from the file.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each stated number of pages that is not that of the file."""
    for exhibit in indictment.matter.exhibits:
        facts = indictment.exhibit_facts.get(exhibit.label)
        stated = exhibit.entry.pages
        if facts and facts.pages is not None and stated is not None and stated != facts.pages:
            yield RULE.at(
                exhibit.at("pages"),
                f"{stated} pages are stated, but {exhibit.path} has {facts.pages}",
                help=f"write {facts.pages}, or put the right file in its place",
            )
