"""`indict absorb`: the edits of a Word document, written into the source files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, matter_option, root_of

if TYPE_CHECKING:
    from indictment.pipeline.absorbed import Absorbed, Landed

_LARGEST = 200_000_000


@click.command("absorb")
@click.argument("edited", type=click.Path(path_type=Path), metavar="EDITED.docx")
@click.option("--dry-run", is_flag=True, help="Show the changes as patches, and write nothing.")
@click.option(
    "--commit", is_flag=True, help="Make one commit for each author, in the author's name."
)
@click.option(
    "--base", default="", metavar="REVISION|FOLDER",
    help="The state that the document was made from, where it does not say so itself.",
)  # fmt: skip
@matter_option
def verb(edited: Path, dry_run: bool, commit: bool, base: str, matter: Path) -> None:
    r"""Write the edits of a Word document into the source files.

    EDITED.docx is an indictment.docx that somebody edited in Word or LibreOffice, with tracked changes or
    without. Each author's edits become one change; comments become notes above their paragraphs. What
    the tool prints by itself (numbers, citations, names, the caption) is not changed: such edits
    are listed, with what to do. The files are written only if what they print then is what Word shows.

    \b
    Examples:
      indict absorb edited.docx --dry-run
      indict absorb edited.docx
      indict absorb edited.docx --commit
    """
    from indictment.folder.git import GitFault, NoGit
    from indictment.pipeline import absorbed, absorbing

    root = root_of(matter)
    data = _bytes(edited)
    if dry_run and commit:
        fail("--dry-run writes nothing, and --commit writes", ExitCode.USAGE, "give one of them")
    try:
        if commit:
            absorbed.make_sure_it_is_clean(root)
        found = absorbing.absorbed(root, data, base)
    except NoGit as fault:
        fail(str(fault), ExitCode.MISSING, fault.help)
    except GitFault as fault:
        fail(str(fault), ExitCode.ERRORS, fault.help)
    for sentence in found.said:
        click.echo(f"note: {sentence}", err=True)
    if found.is_refused:
        _refuse(found)
    if dry_run:
        _patches(found)
    else:
        _write(root, edited, found, commit=commit)
    _tell(found, dry_run=dry_run)
    raise SystemExit(ExitCode.ERRORS if found.conflicts else ExitCode.CLEAN)


def _bytes(edited: Path) -> bytes:
    try:
        if edited.stat().st_size > _LARGEST:
            fail(f"{edited} is larger than any indictment", ExitCode.ERRORS)
        return edited.read_bytes()
    except OSError as error:
        fail(f"{edited} cannot be read: {error.strerror}", ExitCode.USAGE)


def _refuse(found: "Absorbed") -> None:
    """Say why nothing is written, and end."""
    said.show(found.diagnostics, found.texts, "text", err=True)
    for missed in found.missed:
        click.echo("did not land: the sources would not print what Word shows", err=True)
        click.echo(f"  in Word:      {missed.word or '(nothing)'}", err=True)
        click.echo(f"  from sources: {missed.printed or '(nothing)'}", err=True)
    _conflicts(found)
    if found.refused is not None:
        fail(f"{found.refused.reason}; no file was changed", ExitCode.ERRORS, found.refused.help)
    help = {
        bool(found.diagnostics): "the edits in Word would make these errors: mend them in Word, or in the sources by hand",
        bool(found.missed): "make these edits by hand in the sources; the others land once they are undone in Word",
    }[True]  # fmt: skip
    fail("no file was changed", ExitCode.ERRORS, help)


def _patches(found: "Absorbed") -> None:
    for landed in found.landed:
        if landed.files:
            click.echo(f"# {_who(landed)}")
            click.echo(landed.patch, nl=False)


def _write(root: Path, edited: Path, found: "Absorbed", *, commit: bool) -> None:
    from indictment.folder.git import GitFault
    from indictment.folder.output import Unwritable
    from indictment.pipeline import absorbed
    from indictment.pipeline.patches import Stale

    try:
        if commit:
            absorbed.commit(root, edited.name, found)
        else:
            absorbed.write(root, found)
    except Stale as stale:
        fail(f"no file was changed: {stale}", ExitCode.ERRORS, "run the command again")
    except Unwritable as fault:
        fail(f"no file was changed: {fault}", ExitCode.MISSING)
    except GitFault as fault:
        fail(f"no commit was made: {fault}", ExitCode.ERRORS, fault.help)


def _tell(found: "Absorbed", *, dry_run: bool) -> None:
    _conflicts(found)
    if not any(landed.files for landed in found.landed):
        click.echo("Nothing of it changes a file." if found.conflicts else "There is nothing to absorb.", err=dry_run)  # fmt: skip
        return
    for landed in found.landed:
        if landed.files:
            files = ", ".join(landed.files)
            comments = f", {landed.comments} comment{'s' * (landed.comments != 1)}" if landed.comments else ""  # fmt: skip
            click.echo(f"{_who(landed)}: {landed.lines} line{'s' * (landed.lines != 1)} in {files}{comments}", err=dry_run)  # fmt: skip


def _who(landed: "Landed") -> str:
    if landed.is_untracked:
        return "untracked"
    return f"{landed.author}, {landed.date[:10]}" if landed.date else landed.author


def _conflicts(found: "Absorbed") -> None:
    for author, conflict in found.conflicts:
        place = f"{conflict.place}: " if conflict.place else ""
        click.echo(f"conflict ({author}): {place}{conflict.what}", err=True)
        click.echo(f"  help: {conflict.help}", err=True)
