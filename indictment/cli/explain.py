"""`indict explain CODE`: what a rule demands, why, and how to mend or allow a fault."""

import difflib

import click

from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail


@click.command("explain")
@click.argument("code", required=False)
def verb(code: str | None) -> None:
    """Explain a rule by its code (CIT003) or name (pinpoint-beyond-last-page).

    Without a code, list all rules.
    """
    from indictment import pipeline

    rules = pipeline.rules()
    if code is None:
        for rule in rules:
            click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name}: {rule.summary}")
        return
    wanted = code.strip().upper()
    found = next((r for r in rules if wanted in (r.code, r.name.upper())), None)
    if found is None:
        near = difflib.get_close_matches(wanted, [r.code for r in rules], 1, 0.5)
        fail(
            f"there is no rule {code}",
            ExitCode.USAGE,
            f"the nearest is {near[0]}" if near else "`indict explain` lists all rules",
        )
    click.echo(
        f"{found.code} {found.name} ({found.severity}{', an error with --final' if found.final else ''})\n\n{found.summary}"
    )
    if found.explanation:
        click.echo(f"\n{found.explanation.strip()}")
    if found.authority:
        click.echo(f"\nAuthority: {found.authority}")
    if found.form:
        click.echo("\nNothing can be built while this stands; it cannot be allowed.")
    else:
        click.echo(
            f"\nTo allow it once, put above the paragraph:\n    <!-- indict: allow {found.code}: the reason -->\n"
            f"To allow it in the whole matter, write in matter.yaml:\n    allow: {{{found.code}: the reason}}"
        )
