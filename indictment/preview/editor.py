"""A file of the matter, opened in the drafter's editor at a line."""

import shlex
import subprocess
from collections.abc import Collection
from pathlib import Path
from urllib.parse import quote


class UnknownEditor(Exception):
    """The words do not make a command; the message says why."""


class Editor:
    """How files are opened.

    Without a `command` the browser is given an address that Visual Studio Code has made its own;
    with one, the command is run here, `{file}` and `{line}` being put into its words.
    """

    def __init__(self, root: Path, command: str = "") -> None:
        self._root = root.resolve()
        try:
            self._words = shlex.split(command)
        except ValueError as error:
            raise UnknownEditor(
                f"--editor “{command}” is no command: {str(error).lower()}"
            ) from error
        if command and not any("{file}" in word for word in self._words):
            raise UnknownEditor(f"--editor “{command}” does not say where the file goes")
        self._running: list[subprocess.Popen[bytes]] = []

    def address(self) -> str:
        """What stands before the path of a file in an address that opens it; "" with a command."""
        return "" if self._words else f"vscode://file{quote(self._root.as_posix())}/"

    def wait(self) -> None:
        """Wait until all that was started has ended."""
        for one in self._running:
            one.wait()

    def open(self, file: str, line: int, known: Collection[str]) -> str:
        """Run the command for one of the files `known` of the matter; "" or why not, in a sentence."""
        self._running = [one for one in self._running if one.poll() is None]
        path = (self._root / file).resolve()
        if file not in known or not path.is_relative_to(self._root) or not path.is_file():
            return f"“{file}” is no file of this matter that can be opened."
        if not self._words:
            return "No command was given with --editor."
        words = [
            word.replace("{file}", str(path)).replace("{line}", str(max(line, 1)))
            for word in self._words
        ]
        try:
            self._running.append(
                subprocess.Popen(
                    words,
                    cwd=self._root,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            )
        except OSError as error:
            return f"The editor could not be started: {error.strerror or error}."
        return ""
