"""A range of pages or paragraphs must not end before it begins.

For example, `[@order-7, pp. 7-5]`.

Write the lower number first. A short form such as 115-8 is not read: write 115-118.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)

_RANGE = re.compile(r"(\d+)–(\d+)$")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each range whose end is lower than its beginning."""
    for citation in indictment.citations:
        for place in citation.places:
            found = _RANGE.match(place.value)
            if found and int(found[2]) < int(found[1]):
                first, last = found.groups()
                whole = first[: len(first) - len(last)] + last
                better = whole if len(last) < len(first) and int(whole) > int(first) else ""
                yield RULE.at(
                    place.span,
                    f"the range {first}-{last} ends before it begins",
                    help=f"write {first}-{better}" if better else f"write {last}-{first}",
                )
