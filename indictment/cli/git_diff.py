"""`indict git-diff`: what git calls to show how a file of a matter differs."""

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from indictment.folder.patch import State
    from indictment.merge.differing import Differing


@click.command("git-diff", hidden=True, context_settings={"ignore_unknown_options": True})
@click.argument("given", nargs=-1, type=click.UNPROCESSED)
def verb(given: tuple[str, ...]) -> None:
    """Show the words that differ, paragraph by paragraph.

    Git calls this after `indict git-setup`, with the path, the file, the id and the mode of each
    state; nobody types it. To a terminal it shows words that are gone as [-these-] and new ones as
    {+those+}. To a file or another program it writes the patch that git itself would write, so that
    `git diff > a.patch` and `git apply` go on working.
    """
    from indictment.folder.patch import State, patch

    if len(given) not in (7, 9):
        if len(given) == 1:
            click.echo(f"* Unmerged path {given[0]}")
            return
        raise click.UsageError("git calls this verb; to compare two files, type `git diff`")
    path, old, new = given[0], State(*given[1:4]), State(*given[4:7])
    new_path, told = (given[7], given[8]) if len(given) == 9 else (path, "")
    shown = None
    if sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE") in ("true", "1"):
        try:
            shown = _in_words(path, new_path, old, new)
        except Exception:  # noqa: BLE001 - git would show nothing of what comes after
            from indictment.cli import our_mistake

            our_mistake.report()
    if shown is None:
        sys.stdout.buffer.write(patch(path, new_path, old, new, told))
        sys.stdout.buffer.flush()
    else:
        click.echo(shown, nl=False, color=_coloured())


def _coloured() -> bool:
    asked = ["git", "config", "--get-colorbool", "color.diff", "true"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return done.stdout.strip() == "true" and "NO_COLOR" not in os.environ


def _in_words(path: str, new_path: str, old: "State", new: "State") -> str | None:
    """The changed paragraphs; None where a state is no text."""
    from indictment.merge.differing import differing

    try:
        before, after = old.content().decode("utf-8"), new.content().decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\0" in before + after:
        return None
    if not old.is_there or not new.is_there:
        event = "is new" if not old.is_there else "is deleted"
    else:
        event = "" if path == new_path else f"was {path}"
    if old.is_there and new.is_there and old.mode != new.mode:
        event += f"{'; ' if event else ''}its mode is {new.mode}, and was {old.mode}"
    lines = [click.style(f"{new_path}{f' ({event})' if event else ''}", bold=True), ""]
    found = differing(before, after, new_path)
    for one in found:
        lines += [click.style(_heading(one), fg="cyan"), _marked(one), ""]
    if not found and before != after:
        lines += ["Only line ends, blank lines or numbers before items differ.", ""]
    return "\n".join(lines) + "\n"


def _heading(one: "Differing") -> str:
    """What it is and where: "paragraph @orders, line 12"."""
    what = " › ".join(one.place) or {"entry": "key", "value": "key"}.get(one.kind, one.kind)
    label = f" {'' if one.label.startswith('^') else '@'}{one.label}" if one.label else ""
    said = what if one.place else f"{what}{label}"
    if one.moved:
        return f"  {said}, moved from line {one.old_line} to line {one.line}"
    if not one.line:
        return f"  {said}, deleted (it was in line {one.old_line})"
    return f"  {said}, {'' if one.old_line else 'new, '}line {one.line}"


def _marked(one: "Differing") -> str:
    made = ""
    for kind, text in one.stretches:
        if kind == "deleted":
            made += _each_line(f"[-{text}-]", "red")
        elif kind == "inserted":
            made += _each_line(f"{{+{text}+}}", "green")
        else:
            made += text
    return made


def _each_line(text: str, colour: str) -> str:
    """A pager begins each line without colour."""
    return "\n".join(click.style(line, fg=colour) if line else "" for line in text.split("\n"))
