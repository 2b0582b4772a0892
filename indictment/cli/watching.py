"""What verbs with --watch share: who they speak to, and how answers follow each other on the terminal."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import FOR_PEOPLE, fail

T = TypeVar("T")


def answers(root: Path, form: str, says: str, found: Iterable[T]) -> Iterator[T]:
    """Each answer that is `found`, to be printed where the last one stood. An editor finds where one ends.

    Ends the command where `form` is for programs (`says`: "what it finds") or `root` cannot be watched.
    """
    if form not in FOR_PEOPLE:
        fail(
            f"--watch says {says} to a person; --format {form} is read by a program",
            ExitCode.USAGE,
            "leave out --watch, or write --format short",
        )
    try:
        for each in found:
            if sys.stdout.isatty():
                click.clear()
            yield each
            click.echo("Waiting for changes; Ctrl+C ends it.")
            sys.stdout.flush()
    except OSError as error:
        from indictment.cli import no_room

        if no_room.sentence(error):
            raise
        fail(f"{root} cannot be watched: {error.strerror or error}", ExitCode.MISSING)
