"""`indict` and `python -m indictment`: runs the command, and owns up to our own mistakes."""

import atexit
import gc
import os
import sys

_OBJECTS_BEFORE_A_COLLECTION = 50_000
"""A matter is some ten thousand objects that live as long as the command: with Python's usual 700
the collector would go through them again and again while they are made. `build` collects from this
many on; the other verbs are done before it would be worth it."""


def main() -> None:
    """Run the command line; the exit code says how it went (indictment.cli.exit_codes)."""
    _start_and_end_quickly()
    from indictment.cli import command, exit_codes

    try:
        sys.exit(command(prog_name="indict", standalone_mode=True))
    except (SystemExit, KeyboardInterrupt):
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(exit_codes.ExitCode.CLEAN)
    except Exception:  # noqa: BLE001 - the last resort: our own mistake is announced as ours
        from indictment.cli import our_mistake

        sys.exit(our_mistake.report())


def _start_and_end_quickly() -> None:
    """What spares a command a quarter of its time, and has no effect on what it does."""
    gc.set_threshold(_OBJECTS_BEFORE_A_COLLECTION)
    gc.disable()
    # At the end the system takes the memory back at once; Python would take it apart piece by piece.
    atexit.register(gc.freeze)
    # Looking through every installed package for extensions of pydantic; we use none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


if __name__ == "__main__":
    main()
