"""`indict check`: what is wrong in a matter, where, and how to mend it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from indictment.cli import said
from indictment.cli.options import (
    FOR_PEOPLE,
    format_option,
    matter_argument,
    root_of,
    strict_option,
)

if TYPE_CHECKING:
    from indictment.pipeline import Checked


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
    if form in FOR_PEOPLE:
        click.echo(_last_line(checked), err=form == "short")
    raise SystemExit(said.exit_code(checked.diagnostics, strict=strict))


def _watch(root: Path, form: str, *, final: bool) -> None:
    """Say it again after each change. An editor finds where an answer begins by its first line."""
    from indictment.cli.watching import answers
    from indictment.pipeline import watching

    for checked in answers(root, form, "what it finds", watching.checks(root, final=final)):
        click.echo(f"Checking {root.name} …")
        said.show(checked.diagnostics, checked.texts, form)
        click.echo(_last_line(checked))


def _last_line(checked: "Checked") -> str:
    from indictment import pipeline

    last = said.closing(checked.diagnostics)
    return f"\n{last}" if last else pipeline.described(checked)
