"""Diagnostics -> workflow commands of GitHub Actions, which stand beside the line on a pull request.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterable

from indictment.diagnostics.diagnostic import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(diagnostics: Iterable[Diagnostic], prefix: str = "") -> str:
    """One line a diagnostic; `prefix` leads from the root of the repository to the matter."""
    return "".join(f"{_command(d, prefix)}\n" for d in diagnostics)


def _command(d: Diagnostic, prefix: str) -> str:
    span = d.span
    where = {"file": prefix + span.file, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # the host takes columns on one line only
        # The last column of theirs belongs to what is marked; ours is the one behind it.
        where |= {"col": span.column, "endColumn": max(span.end_column - 1, span.column)}
    where |= {"title": f"{d.rule.code} {d.rule.name}"}
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    return f"::{_COMMANDS[d.severity]} {listed}::{_data(_words(d))}"


def _words(d: Diagnostic) -> str:
    """The message, its place in the indictment, and the remedy, a line each."""
    lines = [d.message]
    lines += [f"In: {' › '.join(d.place)}"] if d.place else []
    lines += [f"Note: {note}" for note in d.notes]
    lines += [f"Rule: {d.rule.authority}"] if d.rule.authority else []
    lines += [f"Help: {d.help}"] if d.help else []
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
