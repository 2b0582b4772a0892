"""A quotation that could not be held against its exhibit is named.

Where an exhibit has no file, is an image, or is a scan without a layer of text, nobody has compared the
words but the drafter. It is said once for each exhibit, with the first of its quotations; where many
exhibits have no file, once for all of these. An exhibit in
another language has the words only if they are quoted in that language.

For example, `"No receipt shall be given" [@order-14, p. 2]` where the order was scanned and has no text.

Compare the words with the exhibit by eye and allow the rule at its entry, with who compared them; or put a
file with text in its place (a scan that went through text recognition).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from indictment.check.declare import rule
from indictment.check.quotations.verdicts import Judged, judged
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)

_MOST = 3


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each exhibit with quotations that could not be checked; many without a file together."""
    found: dict[tuple[str, str], list[Judged]] = {}
    for each in judged(indictment):
        if each.kind in ("unread", "blank") and _reason(each):
            found.setdefault((each.exhibit.label, _reason(each)), []).append(each)
    # One that is allowed by itself is said by itself: its allowance is used.
    together = [
        several
        for several in found.values()
        if not several[0].exhibit.entry.file and RULE.code not in several[0].exhibit.entry.allow
    ]
    if len(together) <= _MOST:
        together = []
    for (_, reason), several in found.items():
        if several not in together:
            yield _of_one(several, reason)
    if together:
        yield _without_file([each for several in together for each in several])


def _of_one(several: Sequence[Judged], reason: str) -> Diagnostic:
    first, number = several[0], len(several)
    return RULE.at(
        first.exhibit.at(),
        f"{_counted(number)} from {first.name} could not be checked: {reason}",
        related=[Related(each.quoted.span, "quoted here") for each in several[:_MOST]],
        notes=(f"and {number - _MOST} more",) if number > _MOST else (),
        help="compare the words by eye and allow QUO004 at the entry of the exhibit",
        severity=Severity.WARNING if first.exhibit.entry.file else None,
    )


def _without_file(quoted: Sequence[Judged]) -> Diagnostic:
    names = Counter(each.name for each in quoted)
    listed = ", ".join(f"{name}{f' ({n})' if n > 1 else ''}" for name, n in names.items())
    return RULE.at(
        quoted[0].quoted.span,
        f"{_counted(len(quoted))} from {len(names)} exhibits without a file could not be checked",
        label="the first of them",
        notes=(f"quoted from: {listed}",),
        help="compare the words by eye and allow QUO004 in matter.yaml, or put the files beside the list",
    )


def _counted(number: int) -> str:
    return "a quotation" if number == 1 else f"{number} quotations"


def _reason(each: Judged) -> str:
    return each.reason if each.kind == "unread" else f"page {each.page} holds no text"
