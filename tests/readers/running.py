"""A command -> its output, with a time limit and, where that is allowed, without a network."""

import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path


class ReaderError(Exception):
    """A reader did not do what was asked; the message has its own words."""


def run(
    command: Sequence[str | Path],
    *,
    seconds: float = 120,
    environment: Mapping[str, str] | None = None,
    online: bool = True,
    may_fail: bool = False,
) -> str:
    """Standard output as text.

    Raises:
        ReaderError: the time was over, or the exit code was not 0 and `may_fail` is false.
    """
    words = [str(word) for word in command]
    if not online:
        words = [*offline(), *words]
    try:
        done = subprocess.run(
            words, capture_output=True, timeout=seconds, env=environment, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        raise ReaderError(f"{command[0]} took longer than {seconds:.0f} s") from None
    output = done.stdout.decode("utf-8", "replace")
    if done.returncode != 0 and not may_fail:
        errors = done.stderr.decode("utf-8", "replace")
        raise ReaderError(f"{command[0]} ended with {done.returncode}: {output}{errors}")
    return output


@cache
def offline() -> tuple[str, ...]:
    """The words that take the network from a command, or none where that is not allowed."""
    for words in (("unshare", "--net"), ("unshare", "--map-root-user", "--net")):
        try:
            subprocess.run([*words, "true"], check=True, capture_output=True, timeout=10)
        except (OSError, subprocess.SubprocessError):
            continue
        return words
    return ()
