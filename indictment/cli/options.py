"""Options that several verbs share, and how a verb finds its matter."""

from pathlib import Path
from typing import NoReturn

import click

from indictment.cli.exit_codes import ExitCode

FORMATS = ("text", "short", "json", "sarif", "github")
FOR_PEOPLE = FORMATS[:2]

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="text with excerpts, short (a line each, for editors), json, sarif (for code hosts), "
    "or github (annotations of a GitHub Actions job).",
)
strict_option = click.option("--strict", is_flag=True, help="Exit with 1 for warnings as well.")
matter_argument = click.argument(
    "matter", required=False, default=".", type=click.Path(path_type=Path)
)
matter_option = click.option(
    "--matter", "matter", default=".", type=click.Path(path_type=Path),
    help="The matter's folder, or one inside it. Default: here.",
)  # fmt: skip


def root_of(start: Path) -> Path:
    """The root of the matter at or above `start`; ends the command with exit code 2 where there is none."""
    from indictment.folder import find_matter

    try:
        if not start.exists():
            fail(f"there is no folder {start}", ExitCode.USAGE)
        root = find_matter(start)
    except OSError as error:
        fail(f"{start} cannot be read: {error.strerror}", ExitCode.USAGE)
    if root is None:
        fail(
            f"there is no matter.yaml in {start.resolve()} or above it",
            ExitCode.USAGE,
            "go into a matter's folder, name one, or make one with `indict new DIR`",
        )
    return root


def fail(message: str, code: ExitCode, help: str = "") -> NoReturn:
    """Say in one sentence why the command ends, and end it."""
    click.echo(f"indict: {message}", err=True)
    if help:
        click.echo(f"        {help}", err=True)
    raise SystemExit(int(code))
