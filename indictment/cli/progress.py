"""A line that says what is being done, on a terminal; nothing elsewhere."""

import shutil
import sys
import time
from types import TracebackType
from typing import Self

import click

_STEPS = (
    "read",
    "examine",
    "resolve",
    "check",
    "page",
    "compare",
    "pdf",
    "docx",
    "bundle",
    "write",
)
_WORDS = {
    "read": "reading the matter", "examine": "looking at exhibits", "resolve": "binding references",
    "check": "checking", "page": "writing the text",
    "compare": "comparing", "pdf": "setting the pages", "docx": "writing the Word file",
    "bundle": "assembling the bundle", "write": "moving into place",
}  # fmt: skip


class Progress:
    """Called with a stage and what it is working on; draws a bar on a terminal's last line."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._began = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._clear()

    def __call__(self, stage: str, detail: str = "") -> None:
        """Say that `stage` (one of the pipeline's) works on `detail`."""
        if not self._shown:
            return
        step = _STEPS.index(stage) if stage in _STEPS else 0
        done = "█" * (step + 1) + "░" * (len(_STEPS) - step - 1)
        words = _WORDS.get(stage, stage) + (f": {detail}" if detail else "")
        seconds = time.monotonic() - self._began
        line = f"{done} {seconds:4.0f} s  {words}"
        self._clear()
        width = shutil.get_terminal_size().columns - 1
        click.echo(line[:width], nl=False, err=True)

    def _clear(self) -> None:
        if self._shown:
            click.echo("\r\x1b[2K", nl=False, err=True)
