"""`indict build`: the PDF, the Word file and the bundle."""

import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, format_option, matter_argument, root_of, strict_option

if TYPE_CHECKING:
    from indictment.pipeline.building import Built


@click.command("build")
@matter_argument
@click.option(
    "--only",
    type=click.Choice(["pdf", "docx", "bundle", "html"]),
    multiple=True,
    help="Make only this; may be given several times. html is the page that PDF and Word file are read from.",
)
@click.option("--final", is_flag=True, help="Write nothing while an error stands: no drafts.")
@format_option
@strict_option
def verb(matter: Path, only: tuple[str, ...], final: bool, form: str, strict: bool) -> None:
    r"""Check the matter and make the PDF, the Word file and the bundle.

    They are written to build/ in the matter: indictment.pdf, indictment.docx and bundle.pdf
    (indictment, index and stamped exhibits in one file, each citation a link to the page it
    cites). All are put in place together at the end; if anything fails, the files of the last
    build stay as they were.

    A matter with errors that can be read and bound is built as a draft, headed DRAFT, and the
    exit code is 1. A matter that is not public is built as indictment-confidential.pdf and so on.

    \b
    Examples:
      indict build
      indict build --only pdf ~/matters/example
      indict build --final
    """  # fmt: skip
    from indictment import pipeline
    from indictment.cli.progress import Progress
    from indictment.folder.output import Busy, Unwritable
    from indictment.machine.child import Stopped
    from indictment.machine.missing import MissingLibrary
    from indictment.pipeline import building

    gc.enable()  # __main__ leaves it off for verbs that are done at once
    root = root_of(matter)
    began = time.monotonic()
    try:
        with Progress() as progress:
            built = building.build(root, only, final=final, progress=progress)
    except Busy as reason:
        fail(f"{reason}; wait until it is done", ExitCode.MISSING)
    except (Unwritable, Stopped) as reason:
        fail(str(reason), ExitCode.MISSING, "the files of the last build are as they were")
    except MissingLibrary as missing:
        from indictment.machine.systems import install_command

        fail(f"{missing}", ExitCode.MISSING,
             f"install it with: {install_command(missing.library.lower())}\n"
             "        `indict check` and `indict build --only docx` work without it")  # fmt: skip
    except (OSError, MemoryError) as reason:
        from indictment.cli import no_room

        if not (lacking := no_room.sentence(reason)):
            raise
        fail(lacking, ExitCode.MISSING, "the files of the last build are as they were")
    prefix = pipeline.prefix(root) if form in ("sarif", "github") else ""
    said.show(built.diagnostics, built.texts, form, prefix=prefix)
    if form in ("text", "short"):
        _closing(built, time.monotonic() - began, final=final)
    if not built.made:
        raise SystemExit(ExitCode.ERRORS)
    raise SystemExit(said.exit_code(built.diagnostics, strict=strict))


def _closing(built: "Built", seconds: float, *, final: bool) -> None:
    """The table of what was made, or the sentence that says that nothing was."""
    if not built.made:
        why = (
            "nothing was written to build/: a final build has no errors"
            if final
            else "nothing was written to build/"
        )
        click.echo(f"\n{said.closing(built.diagnostics, why)}")
        return
    if last := said.closing(
        built.diagnostics,
        "a draft was written" if any(d.is_error for d in built.diagnostics) else "",
    ):
        click.echo(f"\n{last}\n")
    width = max(len(made.name) for made in built.made)
    for made in built.made:
        pages = f"{made.pages:>5} pages" if made.pages else " " * 11
        click.echo(f"{made.name:<{width}} {pages} {_size(made.size):>9} {made.seconds:6.1f} s")
    click.echo(
        f"\n{len(built.made)} file{'s' if len(built.made) > 1 else ''} in {built.folder}, {seconds:.1f} s"
    )
    if built.means:
        click.echo(
            f"made with {', '.join(built.means)}; the same sources and versions give the same bytes"
        )
    if built.older:
        click.echo(f"from an earlier build: {', '.join(built.older)}")


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(size // 1000, 1)} kB"
