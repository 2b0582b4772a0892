"""`indict build`: the PDF, the Word file and the bundle."""

import gc
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode
from indictment.cli.hindered import hindered
from indictment.cli.options import (
    FOR_PEOPLE,
    format_option,
    matter_argument,
    root_of,
    strict_option,
)

if TYPE_CHECKING:
    from indictment.pipeline.built_text import OfBuilt
    from indictment.pipeline.unchanged import LastBuild


@click.command("build")
@matter_argument
@click.option(
    "--only",
    type=click.Choice(["pdf", "docx", "bundle", "html"]),
    multiple=True,
    help="Make only this; may be given several times. html is the page that PDF and Word file are read from.",
)
@click.option("--final", is_flag=True, help="Write nothing while an error stands: no drafts.")
@click.option("--again", is_flag=True, help="Build even where nothing has changed.")
@click.option("--watch", is_flag=True, help="Build again after each change, until interrupted.")
@click.option("--timings", is_flag=True, help="Say where the time went.")
@format_option
@strict_option
def verb(
    matter: Path,
    only: tuple[str, ...],
    form: str,
    *,
    final: bool,
    again: bool,
    watch: bool,
    timings: bool,
    strict: bool,
) -> None:
    r"""Check the matter and make the PDF, the Word file and the bundle.

    They are written to build/ in the matter: indictment.pdf, indictment.docx and bundle.pdf
    (indictment, index and stamped exhibits in one file, each citation a link to the page it
    cites). All are put in place together at the end; if anything fails, the files of the last
    build stay as they were.

    A matter with errors that can be read and bound is built as a draft, headed DRAFT, and the
    exit code is 1. A matter that is not public is built as indictment-confidential.pdf and so on.

    What has not changed is not made again: parts of the PDF that were set before are kept in
    .indict/cache, which may be deleted at any time. Where nothing at all has changed, the last
    build holds; if it was one of the PDF, the Word file is written from the same text.

    \b
    Examples:
      indict build
      indict build --only pdf ~/matters/example
      indict build --watch --only pdf
      indict build --final
    """  # fmt: skip
    from indictment.cli import built as report
    from indictment.folder.output import Output
    from indictment.pipeline.unchanged import LastBuild

    root = root_of(matter)
    if watch:
        _watch(root, only, form, final=final, timings=timings)
        return
    last = LastBuild.of(root, only, final=final)
    if form in FOR_PEOPLE and not again:
        with _hindered(), Output(root / "build"):
            held = last.held()
        if held:
            raise SystemExit(report.unchanged(held, strict=strict))
        if last.outputs == ("docx",) and (written := _of_built_text(root, last)):
            raise SystemExit(report.of_built_text(written, strict=strict, timings=timings))
    from indictment.pipeline.hiring import setters_for

    gc.enable()  # __main__ leaves it off for verbs that are done at once
    with _hindered(), setters_for(last.outputs, last.cache) as setters:
        # They load what they need while this process does the same.
        from indictment import pipeline
        from indictment.cli.progress import Progress
        from indictment.pipeline import building

        with Progress() as progress:
            built = building.build(
                root, only, final=final, progress=progress, setters=setters, last=last
            )
    prefix = pipeline.prefix(root) if form in ("sarif", "github") else ""
    said.show(built.diagnostics, built.texts, form, prefix=prefix)
    if form in FOR_PEOPLE:
        report.closing(built, final=final)
        if timings:
            report.where_the_time_went(built)
    if not built.made:
        raise SystemExit(ExitCode.ERRORS)
    raise SystemExit(said.exit_code(built.diagnostics, strict=strict))


def _of_built_text(root: Path, last: "LastBuild") -> "OfBuilt | None":
    """The Word file of a text that was built before."""
    from indictment.cli.progress import Progress
    from indictment.pipeline.built_text import word_file_of

    with _hindered(), Progress() as progress:
        return word_file_of(root, last, progress)


def _hindered() -> AbstractContextManager[None]:
    return hindered(
        "`indict check` and `indict build --only docx` work without it",
        "the files of the last build are as they were",
    )


def _watch(root: Path, only: tuple[str, ...], form: str, *, final: bool, timings: bool) -> None:
    """Build again after each change."""
    from indictment.cli import built as report
    from indictment.cli.progress import Progress
    from indictment.cli.watching import answers
    from indictment.pipeline import rebuilding

    gc.enable()

    def failed(reason: Exception) -> None:
        click.echo(f"indict: {reason}; the files of the last build are as they were", err=True)

    with _hindered(), Progress() as progress:
        builds = rebuilding.builds(root, only, final=final, progress=progress, failed=failed)
        for built in answers(root, form, "what it makes", builds):
            said.show(built.diagnostics, built.texts, form)
            report.closing(built, final=final)
            if timings:
                report.where_the_time_went(built)
