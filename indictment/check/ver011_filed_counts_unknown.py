"""A numbers.yaml without counts does not keep the numbers of counts.

Files that were written before numbers.yaml held counts keep the numbers of paragraphs only. Counts
are then numbered anew: if Count 2 is withdrawn, Count 3 becomes Count 2.

For example, a numbers.yaml without `counts:` in the matter of an amended instrument with counts.

Run `indict freeze` in the matter as it was filed: it adds the counts to numbers.yaml. Copy that file
into the matter as it is now.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Counts of an amended instrument whose filed numbers are not known."""
    matter = indictment.matter
    amended = matter.caption.version.ordinal > 0 and matter.court.amended_numbering == "frozen"
    if amended and matter.numbers and not matter.numbers.counts and indictment.counts:
        yield RULE.at(
            matter.numbers.key_at("series"),
            "it holds no counts, so these are numbered anew",
            help="run `indict freeze` in the matter as it was filed, and copy its numbers.yaml",
        )
