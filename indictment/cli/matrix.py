"""`indict matrix`: which paragraph pleads which element, for whom, on what evidence; and what is missing."""

from pathlib import Path

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, matter_argument, root_of


@click.command("matrix")
@matter_argument
@click.option(
    "--output", "outputs", type=click.Choice(["xlsx", "csv"]), multiple=True,
    help="Make only this; may be given several times. Default: both.",
)  # fmt: skip
@click.option(
    "--gaps", is_flag=True, help="Print what is missing, as a list to tick off; write nothing."
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything is missing.")
def verb(matter: Path, outputs: tuple[str, ...], gaps: bool, exit_code: bool) -> None:
    r"""Show which paragraph pleads which element, for which accused, on what evidence.

    Count, element, accused, paragraphs, exhibits with their pinpoints: the outline that shows the
    relevance of each item of evidence to each allegation, as courts ask for it (Kosovo Specialist
    Chambers, Rules of Procedure and Evidence, rule 86(3)). The same table is an annex of the PDF and the Word file, where
    the court's form has it (`elements-table`).

    \b
    Files in build/ (matrix-confidential.xlsx and so on where the matter is not public):
      matrix.xlsx: the chart, to filter and to print, and a sheet of what is missing
      matrix.csv: the same lines for other programs

    \b
    Examples:
      indict matrix
      indict matrix --gaps
      indict matrix --output csv ~/matters/example
    """
    from indictment.folder.output import Busy, Unwritable
    from indictment.pipeline import charting

    root = root_of(matter)
    try:
        made = charting.missing(root) if gaps else charting.write(root, outputs or ("xlsx", "csv"))
    except Busy as reason:
        fail(f"{reason}; wait until it is done", ExitCode.MISSING)
    except Unwritable as reason:
        fail(str(reason), ExitCode.MISSING, "the files of the last build are as they were")
    if made.indictment is None:
        said.show(made.diagnostics, made.texts, "text")
        click.echo(
            f"\n{said.closing(made.diagnostics, 'there is no chart of what cannot be read')}"
        )
        raise SystemExit(ExitCode.ERRORS)
    for file in made.made:
        click.echo(f"{file.name}: {max(file.size // 1000, 1)} kB, in {made.folder}")
    if made.to_do:
        click.echo(made.to_do)
    click.echo(_summary(made.missing, listed=gaps))
    raise SystemExit(ExitCode.ERRORS if exit_code and made.missing else ExitCode.CLEAN)


def _summary(missing: int, *, listed: bool) -> str:
    if not missing:
        return "Nothing is missing: each element is pleaded, for each accused whom it concerns, and something is cited for it."
    what = "1 thing is" if missing == 1 else f"{missing} things are"
    return f"{what} missing{'' if listed else '; `indict matrix --gaps` lists what to do'}."
