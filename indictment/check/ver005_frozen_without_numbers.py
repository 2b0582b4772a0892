"""Where the court wants filed numbers kept, an amended instrument needs the numbers that were filed.

With `amended-numbering: frozen` in court.yaml, paragraphs keep the numbers that numbers.yaml holds.
Without that file they are numbered anew, and no number of the filed instrument can be relied on.

For example, `version: {ordinal: 1}` in matter.yaml, and no numbers.yaml beside it.

Run `indict freeze` in the matter as it was filed, and put the numbers.yaml that it writes beside
matter.yaml.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The ordinal of an amended instrument whose filed numbers are not known."""
    matter = indictment.matter
    wanted = matter.court.amended_numbering == "frozen" and matter.court.numbering != "none"
    if wanted and matter.caption.version.ordinal and "numbers.yaml" not in matter.files:
        yield RULE.at(
            matter.caption.at("version", "ordinal"),
            f"the form “{matter.court.name}” keeps filed numbers, but there is no numbers.yaml",
            help="run `indict freeze` in the matter as it was filed, and copy its numbers.yaml",
        )
