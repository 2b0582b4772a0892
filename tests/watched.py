"""A verb with --watch, run in a process of its own, and what it says after each change."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from tests.built import ROOT

WAITING = "Waiting for changes; Ctrl+C ends it."
COMMAND = (sys.executable, "-m", "indictment")
PATIENCE = 60
"""Seconds after which a program that says nothing is taken to hang."""


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **more}


@contextmanager
def watching(matter: Path, *options: str, verb: str = "check") -> Iterator["Queue[str]"]:
    """The lines that the verb says with --watch."""
    arguments = (*COMMAND, verb, str(matter), "--watch", *options)
    process = subprocess.Popen(
        arguments, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment()
    )
    lines: Queue[str] = Queue()

    def read() -> None:
        assert process.stdout
        for line in process.stdout:
            lines.put(line.rstrip("\n"))

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        yield lines
    finally:
        process.terminate()
        process.wait(PATIENCE)
        reader.join(PATIENCE)
        assert process.stdout
        process.stdout.close()


def answer(lines: "Queue[str]") -> list[str]:
    """The lines of one check."""
    found: list[str] = []
    while not found or found[-1] != WAITING:
        found.append(lines.get(timeout=PATIENCE))
    return found
