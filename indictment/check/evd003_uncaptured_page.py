"""Of a web page that is evidence, a copy should be kept.

A page changes or disappears, and then nobody can see what was relied on. The copy, with its hash and the day on
which it was made, is the exhibit; the address is where it came from. It is said once for all of them.

For example, an entry with `url:` and without `file:`.

Save the page as a file beside the list, with `sha256:` and `captured:`; or allow the rule, and say where the
copies are.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(
    __name__, __doc__, Severity.WARNING,
    "Berkeley Protocol on Digital Open Source Investigations (HR/PUB/20/2), preservation", final=True,
)  # fmt: skip

_NAMED = 8


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The web pages of which there is no copy."""
    marks = {row.label: row.mark for row in indictment.exhibits}
    found = [
        exhibit
        for exhibit in indictment.matter.exhibits
        if exhibit.entry.url
        and not exhibit.entry.file
        and exhibit.entry.role == "evidence"
        and RULE.code not in exhibit.entry.allow
    ]
    allowed = [e for e in indictment.matter.exhibits if RULE.code in e.entry.allow]
    for exhibit in allowed:
        if exhibit.entry.url and not exhibit.entry.file:
            yield RULE.at(exhibit.at("url"), "no copy of this page is kept")
    if found:
        listed = ", ".join(marks.get(e.label) or e.label for e in found[:_NAMED])
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        what = (
            "page of which no copy is kept is"
            if len(found) == 1
            else "pages of which no copies are kept are"
        )
        yield RULE.at(
            found[0].at("url"),
            f"{len(found)} web {what} evidence",
            related=[Related(e.at("url"), "and this") for e in found[1:2]],
            notes=(f"they are: {listed}{more}",),
            help="save each page as a file beside the list, with `sha256:` and `captured:`",
        )
