"""Shows or carries out a change to source files: all of it, or nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail

if TYPE_CHECKING:
    from indictment.edit.change import Change
    from indictment.pipeline import Read


def refuse(read: "Read") -> None:
    """Say why the sources cannot be changed now."""
    said.show(read.diagnostics, read.texts, "text", err=True)
    click.echo("\nNo file was changed: mend what cannot be read first.", err=True)


def carry_out(root: Path, read: "Read", change: "Change", *, dry_run: bool) -> None:
    """Write `change` to the files under `root`, each whole, after making sure that all of it
    fits what is on disk; or show it.
    """
    from indictment.edit.change import Stale, by_file, rewritten
    from indictment.folder.output import replace_file

    if not change.replacements and not change.renamed:
        click.echo("There is nothing to change.")
        return
    planned: dict[str, bytes] = {}
    try:
        for file, replacements in by_file(change).items():
            planned[file] = rewritten((root / file).read_bytes(), replacements)
    except (OSError, Stale) as reason:
        fail(f"no file was changed: {reason}", ExitCode.ERRORS, "run the command again")
    if dry_run:
        _show(root, planned, change)
        return
    for file, content in planned.items():
        replace_file(root / file, content)
    for old, new in change.renamed:
        (root / old).rename(root / new)
        click.echo(f"{old} is now {new}")
    places = len(change.replacements)
    if places:
        click.echo(
            f"{places} place{'s' if places > 1 else ''} in {len(planned)} file{'s' if len(planned) > 1 else ''} changed."
        )


def _show(root: Path, planned: dict[str, bytes], change: "Change") -> None:
    import difflib

    for file, content in planned.items():
        before = (root / file).read_text(encoding="utf-8").splitlines(keepends=True)
        after = content.decode("utf-8").replace("\r\n", "\n").splitlines(keepends=True)
        click.echo("".join(difflib.unified_diff(before, after, file, file, n=1)), nl=False)
    for old, new in change.renamed:
        click.echo(f"{old} -> {new}")
