"""`indict rename OLD NEW`: rename a label everywhere."""

from pathlib import Path

import click

from indictment.cli import said, source_change
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, matter_option, root_of


@click.command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@matter_option
def verb(old: str, new: str, dry_run: bool, matter: Path) -> None:
    """Rename the label OLD to NEW where it is given and wherever it is used.

    Paragraphs, headings, counts, accused, persons, exhibits, annexes, schedules and notes have
    labels. A label that a file's name gives renames the file. This command writes to the source
    files.
    """
    from indictment import pipeline
    from indictment.edit import rename

    root = root_of(matter)
    read = pipeline.read(root)
    if read.matter is None or any(d.rule.form and d.is_error for d in read.diagnostics):
        source_change.refuse(read)
        raise SystemExit(said.exit_code(read.diagnostics))
    try:
        change = rename.change(read.matter, old.lstrip("@"), new.lstrip("@"))
    except rename.CannotRename as reason:
        fail(str(reason), ExitCode.ERRORS)
    source_change.carry_out(root, read, change, dry_run=dry_run)
