"""`indict serve`: a live preview of the matter in the browser."""

import gc
from pathlib import Path

import click

from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, matter_argument, root_of

_LAST_PORT = 65535


@click.command("serve")
@matter_argument
@click.option(
    "--port", type=int, default=0, metavar="PORT",
    help="Listen at this port. Default: one that is free.",
)  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Open no browser; print the address alone.")
@click.option(
    "--editor", "editor_command", default="", metavar="COMMAND",
    help="Run this command to open a file, {file} and {line} being put into it. "
    "Default: the browser asks Visual Studio Code to open it.",
)  # fmt: skip
def verb(matter: Path, port: int, no_browser: bool, editor_command: str) -> None:
    r"""Show the indictment in the browser as it will print, anew after each save.

    Beside the pages stands what `indict check` says, at the paragraph that it concerns. A click on
    a citation opens the exhibit at the page cited; the number of a paragraph leads to its file and
    line in the editor. The changes since any revision and the chart of elements are views of
    their own. Nothing is written to build/. While the matter has errors of form the pages of the
    last good state stay, and a bar says so.

    The preview is for this machine alone: it listens at 127.0.0.1, asks no other host for anything
    and leaves nothing in the browser's cache. The address that is printed works once, in one
    browser. Ctrl+C ends the preview.

    \b
    Keys in the browser:
      j, k      next, previous paragraph     n, p      next, previous fault
      Enter     open in the editor           Esc       close what is open
      + - 0     larger, smaller, fitting     ?         all keys

    \b
    Examples:
      indict serve
      indict serve --no-browser --port 8421 ~/matters/example
      indict serve --editor "code --goto {file}:{line}"
      indict serve --editor "emacsclient --no-wait +{line} {file}"

    The exit code is 130 where Ctrl+C ended it; 2 where the command is not understood; 3 where the
    port cannot be used or Pango, which sets the pages, is missing.
    """
    from indictment.cli.hindered import hindered
    from indictment.machine.scratch import scratch
    from indictment.pipeline.serving import Unwatchable
    from indictment.preview import running
    from indictment.preview.editor import Editor, UnknownEditor

    gc.enable()  # __main__ leaves it off for verbs that are done at once
    root = root_of(matter)
    if not 0 <= port <= _LAST_PORT:
        fail(
            f"there is no port {port}",
            ExitCode.USAGE,
            f"name one from 1024 to {_LAST_PORT}, or none",
        )
    try:
        editor = Editor(root, editor_command)
    except UnknownEditor as reason:
        fail(
            str(reason), ExitCode.USAGE, 'write it like this: --editor "code --goto {file}:{line}"'
        )
    try:
        with (
            hindered("`indict check --watch` works without it"),
            scratch(),
            running.listening(port) as end,
        ):
            running.run(root, end, editor, opens=not no_browser, ready=_say)
    except running.PortTaken:
        fail(f"another program listens at port {port}", ExitCode.MISSING,
             "leave out --port, or name another one")  # fmt: skip
    except running.PortRefused as reason:
        fail(f"port {port} cannot be listened at: {reason}", ExitCode.MISSING,
             "leave out --port, or name one above 1023")  # fmt: skip
    except Unwatchable as reason:
        fail(str(reason), ExitCode.MISSING)


def _say(address: str) -> None:
    click.echo(f"The preview is at {address}")
    click.echo("The address works once, in one browser. Ctrl+C ends the preview.")
