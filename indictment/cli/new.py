"""`indict new DIR`: a small matter to begin from."""

from pathlib import Path

import click

from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail


@click.command("new")
@click.argument("directory", type=click.Path(path_type=Path))
def verb(directory: Path) -> None:
    """Make a small matter in DIRECTORY, which must be empty or not exist.

    It has one accused, one count, four paragraphs and two exhibits, all invented, and builds
    without a complaint. Write over it.
    """
    from indictment.edit import new

    try:
        written = new.write(directory)
    except FileExistsError:
        fail(f"{directory} is not empty; nothing was written", ExitCode.USAGE, "name a new folder")
    except OSError as error:
        fail(f"{directory} cannot be written: {error.strerror}", ExitCode.MISSING)
    else:
        click.echo(
            f"{len(written)} files in {directory}. Now:\n\n    cd {directory}\n    indict build"
        )
