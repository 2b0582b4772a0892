"""Prints what a build has made."""

from typing import TYPE_CHECKING

import click

from indictment.cli import said
from indictment.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from indictment.pipeline.building import Built
    from indictment.pipeline.built_text import OfBuilt
    from indictment.pipeline.unchanged import Held


def closing(built: "Built", *, final: bool) -> None:
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
    _written(built)


def of_built_text(built: "OfBuilt", *, strict: bool, timings: bool) -> ExitCode:
    """What was made of a text that has not changed since it was built; the exit code that it had then."""
    click.echo(f"The text has not changed since it was built.{_said_before(built.held)}\n")
    _written(built)
    if timings:
        where_the_time_went(built)
    return _code(built.held, strict=strict)


def _written(built: "Built | OfBuilt") -> None:
    width = max(len(made.name) for made in built.made)
    for made in built.made:
        pages = f"{made.pages:>5} pages" if made.pages else " " * 11
        click.echo(f"{made.name:<{width}} {pages} {_size(made.size):>9} {made.seconds:6.1f} s")
    click.echo(
        f"\n{len(built.made)} file{'s' if len(built.made) > 1 else ''} in {built.folder}, {built.took:.1f} s"
    )
    if built.means:
        click.echo(
            f"made with {', '.join(built.means)}; the same sources and versions give the same bytes"
        )
    if built.older:
        click.echo(f"from an earlier build: {', '.join(built.older)}")
    if not built.keeps:
        click.echo(
            "nothing could be kept in .indict/cache: the next build takes as long as this one"
        )


def where_the_time_went(built: "Built | OfBuilt") -> None:
    """What took how long. The PDF is set while exhibits are prepared, so that the sum may be more than the whole."""
    click.echo("\nwhere the time went:")
    for doing, seconds in built.seconds.items():
        parts = ""
        if doing == "setting the PDF" and built.set_parts is not None:
            parts = "  {} of {} parts set, the others kept".format(*built.set_parts)
        click.echo(f"  {doing:<29}{seconds:6.2f} s{parts}")


def unchanged(held: "Held", *, strict: bool) -> ExitCode:
    """Say that the last build holds; the exit code that it had."""
    click.echo(f"Nothing has changed since the last build.{_said_before(held)}\n")
    width = max(len(name) for name, _, _ in held.made)
    for name, size, pages in held.made:
        printed = f"{pages:>5} pages" if pages else " " * 11
        click.echo(f"{name:<{width}} {printed} {_size(size):>9}")
    return _code(held, strict=strict)


def _said_before(held: "Held") -> str:
    counts = ((held.errors, "error"), (held.warnings, "warning"), (held.notes, "note"))
    found = [f"{number} {what}{'s' if number > 1 else ''}" for number, what in counts if number]
    if not found:
        return ""
    *first, last = found
    listed = f"{', '.join(first)} and {last}" if first else last
    return f" Of it there is to say: {listed}; `indict check` shows all."


def _code(held: "Held", *, strict: bool) -> ExitCode:
    return ExitCode.ERRORS if held.errors or (strict and held.warnings) else ExitCode.CLEAN


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(size // 1000, 1)} kB"
