r"""A citation must have its square brackets and its @.

Without either it is printed as it was typed: no footnote, no entry in the list of what is cited,
no link, and no check of the page.

For example, `[letter, p. 1]` where letter is an exhibit, or `(@letter, p. 1)`.

Write `[@letter, p. 1]`. Words in brackets that are no citation are typed with a backslash before
the bracket: `\[letter, p. 1\]`. `(@letter)`, without a page, prints the exhibit's mark in brackets.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from indictment.check.declare import rule
from indictment.check.passages import OPAQUE, Passage, passages
from indictment.check.written import typed_from
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.ERROR)

_SQUARE = re.compile(r"\[([^\[\]]+)\]")
_ROUND = re.compile(r"\(([^()]+)\)")
_MENTION = re.compile(r"@\{?([A-Za-z][A-Za-z0-9-]*)")
_ENDS_A_CLAUSE = re.compile(r"[.,;:!?”’]|$")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each pair of brackets that holds what a citation holds."""
    labels = {listed.label for listed in indictment.matter.exhibits}
    if not labels:
        return
    units = {typed for unit in indictment.court.units.values() for typed in unit.write}
    pinpoint = _pinpoint(sorted(units, key=len, reverse=True))
    longest_first = tuple(sorted(labels, key=len, reverse=True))
    for passage in passages(indictment):
        if "[" in passage.text:
            yield from _without_sign(passage, _one_of(longest_first), pinpoint)
        if "(" in passage.text and OPAQUE in passage.text:
            yield from _in_round_brackets(indictment, passage, labels, pinpoint)


@lru_cache(maxsize=2)
def _one_of(labels: tuple[str, ...]) -> re.Pattern[str]:
    """A label by itself. Made when it is wanted: of a thousand labels it takes long."""
    names = "|".join(map(re.escape, labels))
    return re.compile(rf"(?<![\w@-])(?:{names})(?![\w-])", re.IGNORECASE)


def _pinpoint(units: Sequence[str]) -> re.Pattern[str]:
    """Units and numbers as they follow a label: ", p. 1" or " paras 3"."""
    words = "|".join(map(re.escape, units))
    return re.compile(rf",?\s*(?<!\w)(?:{words})\s*(?:\d|[ivxlc]+\b)", re.IGNORECASE)


def _without_sign(
    passage: Passage, label: re.Pattern[str], pinpoint: re.Pattern[str]
) -> Iterator[Diagnostic]:
    for found in _SQUARE.finditer(passage.text):
        parts = found[1].split(";")
        marked = [_marked(part, label, pinpoint) for part in parts]
        if not any(marked) or passage.is_escaped(found.start(), found.start() + 1):
            continue
        if len(parts) == 1 and label.fullmatch(found[1]) and not _is_a_name(passage, found):
            continue
        typed = " ".join(found[1].split())
        meant = ";".join(new or part for new, part in zip(marked, parts, strict=True))
        yield RULE.at(
            passage.at(found.start(), found.end()),
            f"[{typed}] is printed as it stands, because no @ marks the exhibit",
            label="no citation",
            help=f"write [{' '.join(meant.split())}], or \\[ to print the bracket",
        )


def _marked(part: str, label: re.Pattern[str], pinpoint: re.Pattern[str]) -> str:
    """A part of a citation with its @; "" for other words."""
    for named in label.finditer(part):
        if pinpoint.match(part, named.end()) or part.strip() == named[0]:
            return f"{part[: named.start()]}@{named[0].lower()}{part[named.end() :]}"
    return ""


def _is_a_name(passage: Passage, found: re.Match[str]) -> bool:
    """True for a label alone in its brackets, unless it may be a word put into a quotation."""
    if not found[1].isalpha():
        return True
    ends = _ENDS_A_CLAUSE.match(passage.text, found.end())
    return bool(ends) and found[1].islower() and passage.kind != "quotation"


def _in_round_brackets(
    indictment: Indictment, passage: Passage, labels: set[str], pinpoint: re.Pattern[str]
) -> Iterator[Diagnostic]:
    for found in _ROUND.finditer(passage.text):
        for at in range(found.start(1), found.end(1)):
            if passage.text[at] != OPAQUE or not pinpoint.match(passage.text, at + 1):
                continue
            typed = _typed(indictment, passage, at)
            if typed not in labels or passage.is_escaped(found.start(), found.start() + 1):
                continue
            yield RULE.at(
                passage.at(found.start(), found.end()),
                f"a page of “{typed}” is cited in round brackets, which make no citation",
                label="no citation",
                help=f"write [@{typed}, …] in square brackets, or \\( to print the bracket",
                severity=Severity.WARNING,
            )
            break


def _typed(indictment: Indictment, passage: Passage, at: int) -> str:
    """The label that was typed where `text[at]` stands; "" for anything else."""
    found = _MENTION.match(typed_from(indictment.matter, passage.at(at, at + 1)))
    return found[1][0].lower() + found[1][1:].rstrip("-") if found else ""
