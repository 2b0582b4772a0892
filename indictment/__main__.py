"""`indict` and `python -m indictment`: runs the command, and owns up to our own mistakes."""

import atexit
import gc
import os
import signal
import sys
import threading
from contextlib import suppress
from types import FrameType

_OBJECTS_BEFORE_A_COLLECTION = 50_000
"""A matter is some ten thousand objects that live as long as the command: with Python's usual 700
the collector would go through them again and again while they are made. `build` collects from this
many on; the other verbs are done before it would be worth it."""
_A_MOMENT = 0.05
"""Seconds in which Python has let go of an object."""


def main() -> None:
    """Run the command line; the exit code says how it went (indictment.cli.exit_codes)."""
    _open_what_is_closed()
    _end_in_order()
    _start_and_end_quickly()
    from indictment.cli import command, exit_codes

    try:
        sys.exit(command(prog_name="indict", standalone_mode=True))
    except Told as told:
        if told.number == signal.SIGINT:
            sys.stderr.write("indict: stopped\n")
        sys.exit(128 + told.number)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(exit_codes.ExitCode.CLEAN)
    except Exception as error:  # noqa: BLE001 - the last resort
        from indictment.cli import no_room, our_mistake

        if lacking := no_room.sentence(error):
            sys.stderr.write(f"indict: {lacking}\n")
            sys.exit(exit_codes.ExitCode.MISSING)
        sys.exit(our_mistake.report())


def run() -> None:
    """`main` for a process that does nothing else: the system takes its memory back as a whole at the end,
    which Python would take apart piece by piece.
    """
    try:
        main()
    except SystemExit as ended:
        if isinstance(ended.code, int) and threading.active_count() == 1:
            atexit._run_exitfuncs()
            with suppress(OSError):  # or else Python says what could not be written
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(ended.code)
        raise


class Told(BaseException):
    """This process was told to end by the signal `number`."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _told(number: int, frame: FrameType | None) -> None:
    # Whoever tells it again does not want to wait until all is cleared up.
    signal.signal(number, signal.SIG_DFL)
    raise Told(number)


def _heard_again(dropped: "sys.UnraisableHookArgs") -> None:
    """Python drops what is raised while it lets go of an object: then this process is told once more."""
    if isinstance(told := dropped.exc_value, Told):
        signal.signal(told.number, _told)
        threading.Timer(_A_MOMENT, os.kill, (os.getpid(), told.number)).start()
    else:
        sys.__unraisablehook__(dropped)


def _end_in_order() -> None:
    """Clear up when this process is told to end, as at any other end."""
    sys.unraisablehook = _heard_again
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _told)


def _open_what_is_closed() -> None:
    """Let nothing that is opened later stand for an input or output that was closed."""
    for stream in (0, 1, 2):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    # Python has None for a stream that was closed; neither we nor libraries ask each time.
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8")
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")


def _start_and_end_quickly() -> None:
    """What spares a command a quarter of its time, and has no effect on what it does."""
    gc.set_threshold(_OBJECTS_BEFORE_A_COLLECTION)
    gc.disable()
    # At the end the system takes the memory back at once; Python would take it apart piece by piece.
    atexit.register(gc.freeze)
    # Looking through every installed package for extensions of pydantic; we use none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


if __name__ == "__main__":
    run()
