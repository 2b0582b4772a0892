"""`indict where 41`: the file and line of a printed number."""

from pathlib import Path

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, matter_option, root_of


@click.command("where")
@click.argument("printed", nargs=-1, required=True)
@matter_option
def verb(printed: tuple[str, ...], matter: Path) -> None:
    r"""Say in which file and line a printed number was written.

    Reviewers speak in the numbers they read: a paragraph (41, 41(a)), a footnote (fn 87), an
    exhibit (P004), a count (count 2), an annex (annex A), a page of the bundle (bundle 57).

    \b
    Examples:
      indict where 41
      indict where fn 87
      indict where bundle 57
    """
    from indictment.pipeline import finding

    asked = " ".join(printed)
    found = finding.where(root_of(matter), asked)
    if found.indictment is None:
        said.show(found.diagnostics, found.texts, "text", err=True)
        raise SystemExit(said.exit_code(found.diagnostics))
    if not found.places:
        fail(f"nothing in this indictment is printed as “{asked}”", ExitCode.ERRORS, found.hint)
    for place in found.places:
        address = " › ".join(place.place) or place.printed
        label = f"  @{place.label}" if place.label else ""
        click.echo(f"{place.span.start}: {address}{label}")
