"""The file of an exhibit should have its hash in the list.

With `sha256:` a file that was changed or exchanged is noticed; without it, it is not.

For example, `file: order-7.pdf` without `sha256:`.

Add the line that the help shows, when the file is known to be the one that was collected.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each file without a hash in the list."""
    for exhibit in indictment.matter.exhibits:
        facts = indictment.exhibit_facts.get(exhibit.label)
        if facts and facts.sha256 and not exhibit.entry.sha256:
            yield RULE.at(
                exhibit.at("file"),
                f"{exhibit.path} has no hash in the list, so a change to it would not be noticed",
                help=f"add `sha256: {facts.sha256}`",
            )
