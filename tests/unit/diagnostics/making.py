"""Diagnostics to write."""

from indictment.diagnostics import Diagnostic, Related, Rule, Severity, Span

RULE = Rule(
    "ABC001",
    "missing-thing",
    Severity.ERROR,
    "A thing must be there.",
    "It is needed.",
    "Rule 1(a)",
)


def at(line: int, column: int, length: int, *, file: str = "counts/01.md") -> Span:
    return Span.on_line(file, line, column, length)


def full() -> Diagnostic:
    """One with everything that a diagnostic can have."""
    return RULE.at(
        at(2, 5, 3),
        "the thing is missing",
        label="here",
        related=[Related(at(10, 1, 4, file="exhibits/list a.yaml"), "listed here")],
        notes=["a first note", "a second note"],
        help="put it there",
        place=["Count 1", "paragraph 3"],
    )


def warning() -> Diagnostic:
    return RULE.at(at(1, 1, 1), "a doubt", severity=Severity.WARNING)
