"""`indict git-setup`: teach git to merge and show a matter by paragraphs."""

from pathlib import Path

import click

from indictment.cli.exit_codes import ExitCode
from indictment.cli.options import fail, matter_argument, root_of


@click.command("git-setup")
@click.option("--undo", is_flag=True, help="Take out what was put in, and nothing else.")
@matter_argument
def verb(undo: bool, matter: Path) -> None:
    """Teach git to merge MATTER by paragraphs, and to show changed words.

    Two colleagues who edit different paragraphs, or different words of one, no longer get a
    conflict; a real conflict is marked around its paragraph. `git diff` on a terminal shows the
    words that changed; written to a file it is the patch that it always was.

    The settings go to this clone of the repository alone: each colleague calls this once. What
    you have set yourself for these files stays as it is.
    """
    from indictment.folder import drivers, git

    root = root_of(matter)
    try:
        held = git.repository(root)
        if held is None:
            fail(
                f"{root} is not kept with git",
                ExitCode.USAGE,
                "`git init` in this folder begins a repository",
            )
        done = drivers.take_out(held) if undo else drivers.put(held, _this_command())
    except git.NoGit as fault:
        fail(str(fault), ExitCode.MISSING, fault.help)
    except git.GitFault as fault:
        fail(str(fault), ExitCode.ERRORS, fault.help)
    except OSError as error:
        fail(f"{error.filename} cannot be written: {error.strerror}", ExitCode.ERRORS)
    click.echo(_said(undo=undo, changed=done.changed))
    for what in done.left:
        click.echo(f"Left alone: {what}.")


def _said(*, undo: bool, changed: bool) -> str:
    if undo:
        if changed:
            return "Git treats this matter like any other text again."
        return "There is nothing to undo: git was told nothing about this matter."
    if changed:
        return (
            "Git now merges this matter by paragraphs, and `git diff` shows changed words.\n"
            "`indict git-setup --undo` takes that back."
        )
    return "Nothing is to be done: git knows about this matter."


def _this_command() -> str:
    """What starts this program from anywhere, quoted for the shell."""
    import shlex
    import sys

    started = Path(sys.argv[0])
    if started.name == "indict" and started.is_file():
        return shlex.quote(str(started.absolute()))
    return f"{shlex.quote(sys.executable)} -m indictment"
