"""What a verb that makes pages cannot go on with: each a sentence, and the end of the command."""

from collections.abc import Iterator
from contextlib import contextmanager

from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail


@contextmanager
def hindered(works: str, as_before: str = "") -> Iterator[None]:
    """Inside the block, what this machine or another build hinders ends the command with exit code 3.

    `works` says what works without Pango, `as_before` what is as it was.
    """
    from indictment.folder.output import Busy, Unwritable
    from indictment.machine.missing import MissingLibrary
    from indictment.machine.stopped import Stopped

    try:
        yield
    except Busy as reason:
        fail(f"{reason}; wait until it is done", ExitCode.MISSING)
    except (Unwritable, Stopped) as reason:
        fail(str(reason), ExitCode.MISSING, as_before)
    except MissingLibrary as missing:
        from indictment.machine.systems import install_command

        fail(str(missing), ExitCode.MISSING,
             f"install it with: {install_command(missing.library.lower())}\n        {works}")  # fmt: skip
    except (OSError, MemoryError) as reason:
        from indictment.cli import no_room

        if not (lacking := no_room.sentence(reason)):
            raise
        fail(lacking, ExitCode.MISSING, as_before)
