"""How a command ended."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every verb."""

    CLEAN = 0
    """Nothing worse than warnings."""
    ERRORS = 1
    """The matter has errors (or warnings, with --strict)."""
    USAGE = 2
    """The command is not understood, or there is no matter here."""
    MISSING = 3
    """Something is missing on this machine."""
    OUR_MISTAKE = 70
    """A mistake in indict itself."""
