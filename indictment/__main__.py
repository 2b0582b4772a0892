"""`indict` and `python -m indictment`: runs the command, and owns up to our own mistakes."""

import os
import sys


def main() -> None:
    """Run the command line; the exit code says how it went (indictment.cli.exit_codes)."""
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


if __name__ == "__main__":
    main()
