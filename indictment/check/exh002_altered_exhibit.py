"""The file of an exhibit must be the one whose hash is listed.

`sha256:` is the fingerprint of the file as it was collected. A file that was saved again, stamped
or cropped has another one: it is no longer the exhibit.

For example, `sha256:` of the original where the file has been converted to PDF since.

Put the original back. If the new file is the exhibit, write its hash, and say under `custody:`
what was done to it.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each file whose hash is not the one in the list."""
    for exhibit in indictment.matter.exhibits:
        facts = indictment.exhibit_facts.get(exhibit.label)
        listed = exhibit.entry.sha256
        if facts and facts.sha256 and listed and facts.sha256 != listed:
            yield RULE.at(
                exhibit.at("sha256"),
                f"{exhibit.path} is not the file whose hash is listed",
                notes=(f"the file's hash is {facts.sha256}",),
                help="put the original back, or write the file's hash if it is the exhibit",
            )
