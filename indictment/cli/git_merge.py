"""`indict git-merge`: what git calls to merge a file of a matter."""

from pathlib import Path

import click


@click.command("git-merge", hidden=True)
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("size", type=int, default=7)
@click.argument("path", default="")
def verb(base: Path, ours: Path, theirs: Path, size: int, path: str) -> None:
    """Merge the changes from BASE to THEIRS into the file OURS.

    Git calls this after `indict git-setup`; nobody types it. SIZE is the length of the markers of a
    conflict, PATH the file's name in the repository. The exit code is the number of conflicts
    that are left in the file, 127 at most.
    """
    from indictment.folder.output import replace_file
    from indictment.merge import merged

    # Git has each file where it says, but not always with a name that says what is in it.
    contents = [file.read_bytes() for file in (base, ours, theirs)]
    try:
        before, mine, yours = (content.decode("utf-8") for content in contents)
        found = merged(before, mine, yours, names=("ours", "theirs"), path=path, marker=size)
        text, conflicts = found.text.encode(), len(found.conflicts)
    except UnicodeDecodeError:
        text, conflicts = _by_lines(base, ours, theirs, size)
    except Exception:  # noqa: BLE001 - git would take the file as it stands for the merged one
        from indictment.cli import our_mistake

        our_mistake.report()
        click.echo(f"{path} was merged by git, line by line.", err=True)
        text, conflicts = _by_lines(base, ours, theirs, size)
    replace_file(ours, text)
    raise SystemExit(min(conflicts, 127))


def _by_lines(base: Path, ours: Path, theirs: Path, size: int) -> tuple[bytes, int]:
    """The merge of git itself; more than 127 conflicts where it cannot."""
    import subprocess

    names = ("-L", "ours", "-L", "base", "-L", "theirs", f"--marker-size={size}")
    files = (str(file.absolute()) for file in (ours, base, theirs))
    done = subprocess.run(
        ["git", "merge-file", "-p", "-q", *names, *files], capture_output=True, check=False
    )
    if not 0 <= done.returncode <= 127:
        # A file that is not text: git says so and keeps ours.
        return ours.read_bytes(), 1
    return done.stdout, done.returncode
