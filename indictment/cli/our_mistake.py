"""What is printed when indict itself is at fault."""

import sys
import traceback

import click

from indictment import __version__
from indictment.cli.exit_codes import ExitCode


def report() -> int:
    """Print the exception being handled as a mistake of ours; the exit code for it."""
    click.echo(traceback.format_exc(), err=True)
    click.echo(
        "This is a mistake in indict, not in your indictment. Nothing of yours was changed and the\n"
        "last build is as it was. Please report the lines above together with the output of\n"
        f"`indict doctor` (indict {__version__}, Python {sys.version.split()[0]}).",
        err=True,
    )
    return int(ExitCode.OUR_MISTAKE)
