"""`indict check`: what is wrong in a matter, where, and how to mend it."""

from pathlib import Path

import click

from indictment.cli import said
from indictment.cli.options import format_option, matter_argument, root_of, strict_option


@click.command("check")
@matter_argument
@format_option
@strict_option
def verb(matter: Path, form: str, strict: bool) -> None:
    r"""Read the matter and say what is wrong, where, and how to mend it.

    All mistakes are reported at once, each with its file, line and column, its place in the
    indictment, and the remedy. Nothing is written. MATTER is the matter's folder or one inside
    it; here, where it is left out.

    \b
    Examples:
      indict check
      indict check --format short ~/matters/example
    """
    from indictment import pipeline

    checked = pipeline.check(root_of(matter))
    said.show(checked.diagnostics, checked.texts, form)
    if form in ("text", "short"):
        last = said.closing(checked.diagnostics)
        click.echo(f"\n{last}" if last else pipeline.described(checked), err=form == "short")
    raise SystemExit(said.exit_code(checked.diagnostics, strict=strict))
