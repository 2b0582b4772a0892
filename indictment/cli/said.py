"""Prints what a command has to say about a matter."""

import sys
from collections.abc import Mapping, Sequence

import click

from indictment.cli.exit_codes import ExitCode
from indictment.diagnostics import Diagnostic, Severity


def colours(*, err: bool = False) -> bool:
    """True on a terminal that has not asked for plain text (https://no-color.org)."""
    import os

    stream = sys.stderr if err else sys.stdout
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def show(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, Sequence[str]],
    form: str,
    *,
    prefix: str = "",
    err: bool = False,
) -> None:
    """Print the diagnostics in one of the formats.

    `prefix` leads from the root of the repository to the matter: code hosts count from there.
    """
    if form == "json":
        from indictment.diagnostics import as_json

        click.echo(as_json.write(diagnostics), nl=False, err=err)
    elif form == "sarif":
        from indictment import __version__
        from indictment.diagnostics import as_sarif

        click.echo(as_sarif.write(diagnostics, __version__, prefix), nl=False, err=err)
    elif form == "github":
        from indictment.diagnostics import as_github

        click.echo(as_github.write(diagnostics, prefix), nl=False, err=err)
    elif diagnostics:
        from indictment.diagnostics import as_text

        if form == "short":
            click.echo(as_text.short(diagnostics), nl=False, err=err)
        else:
            painted = as_text.write(diagnostics, texts, colour=colours(err=err))
            click.echo(painted, nl=False, err=err, color=True)


def closing(diagnostics: Sequence[Diagnostic], consequence: str = "") -> str:
    """The last line: how much was said, and what follows from it."""
    from indictment.diagnostics import as_text

    summary = as_text.summary(diagnostics)
    if not summary:
        return ""
    first = next((d for d in diagnostics if d.is_error), diagnostics[0])
    end = f"; {consequence}" if consequence else ""
    return f"{summary}{end}\n`indict explain {first.rule.code}` says more about a rule."


def exit_code(diagnostics: Sequence[Diagnostic], *, strict: bool = False) -> ExitCode:
    """1 where there are errors (or warnings, if strict), else 0."""
    worst = {d.severity for d in diagnostics}
    bad = Severity.ERROR in worst or (strict and Severity.WARNING in worst)
    return ExitCode.ERRORS if bad else ExitCode.CLEAN
