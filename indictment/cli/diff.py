"""`indict diff`: what changed between two versions of the matter."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, matter_option, root_of

if TYPE_CHECKING:
    from indictment.cli.progress import Progress
    from indictment.model.redline import Redline
    from indictment.pipeline.comparing import Compared
    from indictment.pipeline.redlines import Written

_OUTPUTS = ("text", "html", "pdf", "docx", "xlsx", "markdown")


@click.command("diff")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option(
    "--filed", is_flag=True,
    help="Take as OLD what was filed last: the last tag that matter.yaml names in `filed:`. "
    "A version that is named is then NEW.",
)  # fmt: skip
@click.option(
    "--output", "outputs", type=click.Choice(_OUTPUTS), multiple=True,
    help="What to make; may be given several times. text goes to the terminal, the others are "
    "written to build/. Default: text.",
)  # fmt: skip
@click.option("--short", is_flag=True, help="Print a message for the commit, instead of the text.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print all that is known as JSON, instead of the text."
)
@click.option("--exit-code", "tells", is_flag=True, help="Exit with 1 where anything has changed.")
@matter_option
def verb(
    old: str | None, new: str | None, filed: bool, outputs: tuple[str, ...], short: bool,
    as_json: bool, tells: bool, matter: Path,
) -> None:  # fmt: skip
    r"""Show what changed between two versions of the matter.

    OLD and NEW are revisions of the git repository (a tag, a branch, a commit) or folders that hold
    a matter. With neither, the last commit is compared with the files as they stand; with one, that
    version is. A name that is both a folder with a matter.yaml and a revision is the folder; a name
    that begins with ./ is always a folder. REVISION:FOLDER is the matter in another folder of a
    revision; one whose folder was renamed since is found by itself where there is no doubt.

    What is printed is compared, paragraph by paragraph, by label: title page, counts, tables, notes.
    Numbers are not compared as words. A paragraph that was inserted changes no line of the redline
    but its own; what is numbered otherwise because of it is said at the end. Both versions are
    printed with the templates of NEW. Beside the words stand the facts: who is charged with what,
    modes, periods, places, exhibits, paragraphs that lost their last citation.

    \b
    In the text, and in colours on a terminal that has them:
      [-taken out-]  {+put in+}  {>moved here<}  {~in another emphasis~}
      {=following from another change=}, as a citation that is now the first of its exhibit

    \b
    Files in build/ (redline-confidential.html and so on where either version is not public):
      --output html      redline.html: one file, to read and to send; full text, changes only, side by side
      --output pdf       redline.pdf: the redline with a cover and the schedule of amendments
      --output docx      redline.docx: the same with tracked changes that Word accepts and rejects
      --output xlsx      schedule.xlsx: amendments, changes, old and new numbers, as sheets
      --output markdown  schedule.md: the schedule as the comment of a pull request

    \b
    Examples:
      indict diff                            what you have changed since the last commit
      indict diff --filed                    what has changed since the last filing
      indict diff filed-2022-05-09 HEAD      what changed between a tag and the last commit
      indict diff ../as-received .           two folders, without git
      indict diff --filed --output pdf --output docx
      git commit -m "$(indict diff --short)"

    The exit code is 0 whether or not anything changed, unless --exit-code asks for 1; 1 where one
    of the versions cannot be read; 2 where there is no such version; 3 where git or Pango is missing.
    """  # fmt: skip
    from indictment.cli.progress import Progress
    from indictment.folder.git import GitFault, NoRevision
    from indictment.pipeline import comparing
    from indictment.pipeline.versions import Unfound

    if filed and new is not None:
        fail("--filed says what the old version is, and two are named", ExitCode.USAGE,
             "name the new one only, or leave --filed out")  # fmt: skip
    if short and as_json:
        fail("--short and --json cannot both be printed", ExitCode.USAGE)
    files = [kind for kind in dict.fromkeys(outputs) if kind != "text"]
    pages = any(kind in ("html", "pdf", "docx") for kind in files)
    if pages:
        gc.enable()  # __main__ leaves it off for verbs that are done at once
    root = root_of(matter)
    asked = [name for name in (old, new) if name is not None]
    written = None
    try:
        with Progress() as progress:
            found = comparing.compared(
                root, Path.cwd(), asked, filed=filed, pages=pages, progress=progress
            )
            if found.redline is not None and files:
                written = _write(root, found.redline, found, files, progress)
    except (Unfound, NoRevision) as reason:
        fail(str(reason), ExitCode.USAGE, reason.help)
    except GitFault as reason:
        fail(str(reason), ExitCode.MISSING, reason.help)
    _answer(found, written, outputs, short=short, as_json=as_json)
    changed = found.redline is not None and not found.redline.is_empty
    if found.redline is None or (written is not None and not written.made):
        raise SystemExit(ExitCode.ERRORS)
    raise SystemExit(ExitCode.ERRORS if tells and changed else ExitCode.CLEAN)


def _write(
    root: Path, redline: "Redline", found: "Compared", files: list[str], progress: "Progress"
) -> "Written":
    """The files in build/; ends the command where they cannot be written."""
    from indictment.cli.hindered import hindered
    from indictment.pipeline import redlines

    as_before = "the files in build/ are as they were"
    with hindered("all but `--output pdf` work without it", as_before):
        return redlines.write(root, redline, found.files, files, progress)


def _answer(
    found: "Compared", written: "Written | None", outputs: tuple[str, ...], *, short: bool, as_json: bool
) -> None:  # fmt: skip
    """Print the redline as it was asked for, what was written, and what hinders."""
    for remark in found.remarks:
        click.echo(f"indict: {remark}", err=True)
    if found.redline is None:
        said.show(found.diagnostics, found.texts, "text", err=True)
        click.echo(
            "\nNothing was compared and no file was changed: mend what cannot be read first.",
            err=True,
        )
        return
    alone = bool(short or as_json)
    if alone or not outputs or "text" in outputs:
        click.echo(_text(found.redline, short=short, as_json=as_json), nl=False, color=True)
    if written is None:
        return
    said.show(written.diagnostics, found.texts, "text", err=True)
    if not written.made:
        click.echo("\nnothing was written to build/", err=True)
        return
    for made in written.made:
        pages = f"{made.pages} pages, " if made.pages else ""
        size = (
            f"{made.size / 1_000_000:.1f} MB"
            if made.size >= 1_000_000
            else f"{max(made.size // 1000, 1)} kB"
        )
        click.echo(f"{made.name}: {pages}{size}, in {written.folder}", err=alone)
    if written.older:
        click.echo(f"from an earlier comparison: {', '.join(written.older)}", err=alone)


def _text(redline: "Redline", *, short: bool, as_json: bool) -> str:
    if as_json:
        from indictment.render.redline import as_json as machine

        return machine.write(redline)
    if short:
        from indictment.render.redline import commit_message

        return commit_message.short(redline)
    import shutil
    import sys

    from indictment.render.redline import terminal

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return terminal.text(redline, colour=said.colours(), width=width)
