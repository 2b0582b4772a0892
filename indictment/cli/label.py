"""`indict label`: give paragraphs without a label one."""

from pathlib import Path

import click

from indictment.cli import said, source_change
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, matter_option, root_of


@click.command("label")
@click.argument("files", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@matter_option
def verb(files: tuple[str, ...], dry_run: bool, matter: Path) -> None:
    """Give each numbered paragraph without a label one, made from its first words.

    A labelled paragraph can be referred to (@label), and keeps its identity in comparisons when
    others come before it. FILES are counted from the matter's root (counts/01-aggression.md);
    all files where none are named. This command writes to the source files.
    """
    from indictment import pipeline
    from indictment.edit import label

    root = root_of(matter)
    read = pipeline.read(root)
    if read.matter is None or any(d.rule.form and d.is_error for d in read.diagnostics):
        source_change.refuse(read)
        raise SystemExit(said.exit_code(read.diagnostics))
    if unknown := [file for file in files if file not in read.texts]:
        fail(
            f"there is no file {unknown[0]} in this matter",
            ExitCode.USAGE,
            "name a file as it is written from the matter's root: counts/01-aggression.md",
        )
    source_change.carry_out(root, read, label.change(read.matter, files), dry_run=dry_run)
