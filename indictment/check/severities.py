"""How grave a fault is to this matter: as its rule says, or as the court's form or matter.yaml say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from indictment.check import alw003_impossible_severity
from indictment.diagnostics import Diagnostic, Rule, Severity
from indictment.model.indictment import Indictment


def settled(
    indictment: Indictment, found: Iterable[Diagnostic], *, final: bool
) -> Iterator[Diagnostic]:
    """`found` with the severities that hold here.

    matter.yaml goes before the court's form, and both before the rule. What a draft is forgiven is
    an error where the check is `final`, unless matter.yaml or the form says otherwise.
    """
    chosen = {**indictment.court.severities, **indictment.matter.caption.severities}
    for diagnostic in found:
        rule = diagnostic.rule
        if rule.form:
            yield diagnostic
        elif rule.code in chosen:
            yield replace(diagnostic, severity=Severity(chosen[rule.code]))
        elif final and rule.final and diagnostic.severity is Severity.WARNING:
            yield replace(diagnostic, severity=Severity.ERROR)
        else:
            yield diagnostic


def faults(
    indictment: Indictment, known: Mapping[str, Rule], *, complete: bool
) -> Iterator[Diagnostic]:
    """What is wrong with the severities that matter.yaml chooses."""
    caption = indictment.matter.caption
    for code in caption.severities:
        rule = known.get(code)
        if rule is None or rule.form:
            span = caption.key_at("severities", code)
            if found := alw003_impossible_severity.say(code, span, rule, known, complete=complete):
                yield found
