"""`indict check`: what is wrong in a matter, where, and how to mend it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, format_option, matter_argument, root_of, strict_option

if TYPE_CHECKING:
    from indictment.pipeline import Checked

_FOR_PEOPLE = ("text", "short")


@click.command("check")
@matter_argument
@format_option
@strict_option
@click.option(
    "--final", is_flag=True, help="Check as for filing: what a draft is forgiven is an error."
)
@click.option("--watch", is_flag=True, help="Check again after each change, until interrupted.")
def verb(matter: Path, form: str, strict: bool, final: bool, watch: bool) -> None:
    r"""Read the matter and say what is wrong, where, and how to mend it.

    All mistakes are reported at once, each with its file, line and column, its place in the
    indictment, and the remedy. Nothing is written. MATTER is the matter's folder or one inside
    it; here, where it is left out.

    \b
    Examples:
      indict check
      indict check --watch
      indict check --final
      indict check --format short ~/matters/example
      indict check --format sarif > indict.sarif
    """
    from indictment import pipeline

    root = root_of(matter)
    if watch:
        _watch(root, form, final=final)
        return
    checked = pipeline.check(root, final=final)
    prefix = pipeline.prefix(root) if form in ("sarif", "github") else ""
    said.show(checked.diagnostics, checked.texts, form, prefix=prefix)
    if form in _FOR_PEOPLE:
        click.echo(_last_line(checked), err=form == "short")
    raise SystemExit(said.exit_code(checked.diagnostics, strict=strict))


def _watch(root: Path, form: str, *, final: bool) -> None:
    """Say it again after each change. An editor finds where an answer begins and ends by its lines."""
    from indictment.pipeline import watching

    if form not in _FOR_PEOPLE:
        fail(
            f"--watch says what it finds to a person; --format {form} is read by a program",
            ExitCode.USAGE,
            "leave out --watch, or write --format short",
        )
    try:
        for checked in watching.checks(root, final=final):
            if sys.stdout.isatty():
                click.clear()
            click.echo(f"Checking {root.name} …")
            said.show(checked.diagnostics, checked.texts, form)
            click.echo(_last_line(checked))
            click.echo("Waiting for changes; Ctrl+C ends it.")
            sys.stdout.flush()
    except OSError as error:
        fail(f"{root} cannot be watched: {error.strerror or error}", ExitCode.MISSING)


def _last_line(checked: "Checked") -> str:
    from indictment import pipeline

    last = said.closing(checked.diagnostics)
    return f"\n{last}" if last else pipeline.described(checked)
