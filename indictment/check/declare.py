"""The name and docstring of a rule's module -> the rule as data."""

from indictment.diagnostics import Rule, Severity


def rule(
    module: str, doc: str | None, severity: Severity, authority: str = "", *, final: bool = False
) -> Rule:
    """The rule of the module `cnt001_count_without_defendant`: CNT001, count-without-defendant.

    The first paragraph of the docstring is the summary, the rest the explanation.
    """
    code, _, name = module.rsplit(".", 1)[-1].partition("_")
    summary, _, explanation = (doc or "").strip().partition("\n\n")
    return Rule(
        code=code.upper(),
        name=name.replace("_", "-"),
        severity=severity,
        summary=" ".join(summary.split()),
        explanation=explanation.strip(),
        authority=authority,
        final=final,
    )
