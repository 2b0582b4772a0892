"""What is allowed -> the diagnostics that remain, and those about allowances themselves."""

from collections.abc import Iterator, Mapping, Sequence

from indictment.check import alw001_unused_allowance, alw002_impossible_allowance
from indictment.diagnostics import Diagnostic, Rule, Span
from indictment.model.matter import Matter
from indictment.model.prose import Allowance
from indictment.value import dataclass

UNUSED = alw001_unused_allowance.RULE

_WHOLE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Allowed:
    """An allowance and how far it reaches.

    That of an entry of the exhibit list reaches what is said elsewhere about that entry.
    """

    allowance: Allowance
    is_entry: bool = False

    def reaches(self, diagnostic: Diagnostic) -> bool:
        covers = self.allowance.covers
        if self.allowance.code != diagnostic.rule.code:
            return False
        spans = [diagnostic.span]
        if self.is_entry:
            spans += [related.span for related in diagnostic.related]
        return not covers.file or any(_covers(covers, span) for span in spans)


def apply(
    matter: Matter, found: Sequence[Diagnostic], known: Mapping[str, Rule], *, complete: bool
) -> Iterator[Diagnostic]:
    """`found` without what is allowed. `known` are rules by code, all there are if `complete`."""
    allowed = list(_allowances(matter))
    used: set[int] = set()
    for diagnostic in found:
        reaching = [n for n, each in enumerate(allowed) if each.reaches(diagnostic)]
        if diagnostic.rule.form or not reaching:
            yield diagnostic
        used.update(reaching)
    for number, each in enumerate(allowed):
        code, span = each.allowance.code, each.allowance.span
        rule = known.get(code)
        if rule is None and not alw002_impossible_allowance.looks_wrong(code, complete=complete):
            continue
        if rule is None or rule.form:
            yield alw002_impossible_allowance.say(code, span, rule, tuple(known))
        elif number not in used:
            yield alw001_unused_allowance.say(rule, span)


def remaining(matter: Matter, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """`found` without what is allowed, with nothing said about allowances."""
    allowed = list(_allowances(matter))
    for diagnostic in found:
        if diagnostic.rule.form or not any(each.reaches(diagnostic) for each in allowed):
            yield diagnostic


def _allowances(matter: Matter) -> Iterator[_Allowed]:
    for allowance in matter.allowances:
        yield _Allowed(_with_its_table(allowance))
    for exhibit in matter.exhibits:
        for code, reason in exhibit.entry.allow.items():
            span = exhibit.listed_in.key_at("exhibits", exhibit.label, "allow", code)
            entry = exhibit.at().to(exhibit.listed_in.at("exhibits", exhibit.label))
            yield _Allowed(Allowance(code, reason, span, entry), is_entry=True)


def _with_its_table(allowance: Allowance) -> Allowance:
    """What schedules/x.yaml allows as a whole is allowed in schedules/x.csv too."""
    covers = allowance.covers
    if covers.file.startswith("schedules/") and covers.end_line == _WHOLE:
        either = Span(covers.file.rsplit(".", 1)[0] + ".*", 1, 1, _WHOLE, 1)
        return Allowance(allowance.code, allowance.reason, allowance.span, either)
    return allowance


def _covers(covers: Span, span: Span) -> bool:
    if covers.file.endswith(".*"):
        return span.file.rsplit(".", 1)[0] == covers.file.removesuffix(".*")
    return covers.covers(span)
