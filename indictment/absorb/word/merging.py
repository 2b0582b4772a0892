"""Runs of a paragraph: those that look alike become one; which of them the tool wrote."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from indictment.model.word import WordRun

_look = attrgetter("emphasis", "inserted", "deleted", "computed", "note", "was", "comments", "lang")


def merged(runs: Iterable[WordRun]) -> tuple[WordRun, ...]:
    """The runs, with neighbours of equal look joined, and without those that hold nothing."""
    found: list[tuple[WordRun, list[str]]] = []
    for run in runs:
        if not run.text and run.note is None:
            continue
        if found and run.note is None and _look(found[-1][0]) == _look(run):
            found[-1][1].append(run.text)
        else:
            found.append((run, [run.text]))
    return tuple(
        run if len(texts) == 1 else replace(run, text="".join(texts)) for run, texts in found
    )


def computed_by_neighbours(runs: Sequence[WordRun], styles: Sequence[str]) -> list[WordRun]:
    """The runs, where words put in beside a citation are no longer taken for a part of it.

    Words that are typed behind a citation or a name get its style. They are a part of it only
    where it goes on behind them. `styles` has, for each run, the style that alone makes it computed;
    "" for all others.
    """
    found = list(runs)
    if not any(styles):
        return found
    before = ""
    open_since: int | None = None
    for at, (run, style) in enumerate(zip(runs, styles, strict=True)):
        if style and run.inserted is not None:
            if open_since is None:
                open_since = at
            continue
        now = style if run.computed else ""
        if open_since is not None:
            for inner in range(open_since, at):
                found[inner] = replace(
                    found[inner], computed=bool(now) and now == before == styles[inner]
                )
            open_since = None
        before = now
    if open_since is not None:
        for inner in range(open_since, len(found)):
            found[inner] = replace(found[inner], computed=False)
    return found
