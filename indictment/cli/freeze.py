"""`indict freeze`: keep the numbers of what is filed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, matter_option, root_of

if TYPE_CHECKING:
    from indictment.model.indictment import Indictment


@click.command("freeze")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@matter_option
def verb(dry_run: bool, matter: Path) -> None:
    """Keep the numbers of the indictment as it is now, when it is filed.

    Writes numbers.yaml: the number of each paragraph and count by its label, and the marks of the
    exhibits.
    Where the court's form says `amended-numbering: frozen`, amendments keep these numbers: what is
    new between 32 and 33 is 32A, and what is gone prints "32. [withdrawn]". To be done again for
    each amended indictment that is filed.
    """
    from indictment import pipeline
    from indictment.edit import freeze
    from indictment.folder.output import replace_file

    root = root_of(matter)
    checked = pipeline.check(root)
    indictment = checked.indictment
    errors = tuple(d for d in checked.diagnostics if d.is_error)
    if indictment is None or errors:
        said.show(errors, checked.texts, "text", err=True)
        click.echo("\nNothing was frozen: mend the errors first.", err=True)
        raise SystemExit(ExitCode.ERRORS)
    _refuse_unlabelled(indictment)
    numbered = indictment.series or indictment.counts
    if not numbered and not any(row.mark for row in indictment.exhibits):
        fail("nothing in this indictment has a number that could be kept", ExitCode.ERRORS)
    file, text = root / freeze.FILE, freeze.written(indictment)
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    if before and not freeze.is_another_filing(indictment):
        if freeze.holds_the_same(before, text):
            click.echo("There is nothing to change.")
            return
        if not freeze.completes(indictment):
            fail(
                f"{freeze.FILE} holds the numbers of this instrument already, and now they are others",
                ExitCode.ERRORS,
                "write the new `ordinal` under `version:` in matter.yaml if this is an amendment; else remove the file",
            )
    if dry_run:
        click.echo(text, nl=False)
        return
    replace_file(file, text.encode("utf-8"))
    click.echo(f"{freeze.FILE} holds the numbers of {_described(indictment)}.")
    if indictment.court.amended_numbering != "frozen":
        click.echo(
            f"The form “{indictment.court.name}” numbers amendments anew; "
            "`amended-numbering: frozen` in court.yaml keeps these numbers."
        )


def _refuse_unlabelled(indictment: "Indictment") -> None:
    from indictment.edit import freeze

    found = freeze.unlabelled(indictment)
    if not found:
        return
    for one in found[:10]:
        click.echo(f"{one.span.start}: paragraph {one.number} has no label", err=True)
    if len(found) > 10:
        click.echo(f"… and {len(found) - 10} more", err=True)
    fail(
        "a paragraph keeps its number by its label",
        ExitCode.ERRORS,
        "run `indict label`, which gives each of them one",
    )


def _described(indictment: "Indictment") -> str:
    page = indictment.title_page
    kept = sum(len(series.numbers) for series in indictment.series)
    marks = sum(bool(row.mark) for row in indictment.exhibits)
    amended = indictment.matter.caption.version.ordinal
    times = "not amended" if not amended else f"amendment {amended}"
    counts = sum(len(group.counts) for group in indictment.counts)
    counted = [(counts, "count"), (kept, "paragraph"), (marks, "exhibit mark")]
    first, second, third = (f"{n} {word}{'s' * (n != 1)}" for n, word in counted)
    listed = f"{first}, {second} and {third}"
    words = f"the {page.instrument} of {page.date} ({times}): {listed}"
    return words.replace("\u00a0", " ")
