"""`indict doctor`: what is installed on this machine, and what is missing."""

import click

from indictment.cli.exit_codes import ExitCode


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def verb(as_json: bool) -> None:
    """Say what is installed on this machine, and what is missing.

    Each line names a part, its version, and, where it is missing, the exact command that installs
    it here. Exit code 3 if something is missing that every build needs.
    """
    from indictment.machine.doctor import findings

    listed = list(findings())
    if as_json:
        import json

        click.echo(
            json.dumps([finding.as_dict() for finding in listed], ensure_ascii=False, indent=2)
        )
    else:
        width = max(len(finding.name) for finding in listed)
        for finding in listed:
            state = "ok     " if finding.found else "MISSING" if finding.needed else "absent "
            click.echo(f"{state}  {finding.name:<{width}}  {finding.detail}")
            if finding.remedy and not finding.found:
                click.echo(f"         {'':<{width}}  to install it: {finding.remedy}")
        lacking = [f.name for f in listed if f.needed and not f.found]
        click.echo(f"\n{', '.join(lacking)} must be installed before a PDF can be made." if lacking
                   else "\nEverything that a build needs is here.")  # fmt: skip
    if any(finding.needed and not finding.found for finding in listed):
        raise SystemExit(ExitCode.MISSING)
