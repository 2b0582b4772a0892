"""Comments in Word -> notes for colleagues above the paragraphs they are about, printed nowhere."""

from collections.abc import Mapping, Sequence

from indictment.absorb.changing import Change
from indictment.absorb.line import Line
from indictment.absorb.places import Source
from indictment.absorb.printed import Printed
from indictment.absorb.seen import text
from indictment.absorb.source_map import plain
from indictment.absorb.target import Lost
from indictment.absorb.writing import Edit
from indictment.model.word import WordComment, WordDocument

_QUOTED = 8
"""A comment on a part of a list or table names its words: so many of the first."""


def written(comment: WordComment, about: str = "") -> str:
    """A comment as it is typed: `<!-- note (Ann Lee, 2026-11-26): … -->`."""
    words = " ".join(comment.text.split()).replace("-->", "-- >")
    day = f", {comment.date[:10]}" if comment.date else ""
    author = comment.author.replace("-->", "-- >")
    on = f"on “{about}”: " if about else ""
    return f"<!-- note ({author}{day}): {on}{words} -->"


def place(
    comments: Sequence[WordComment], view: WordDocument, after: Printed, change: Change
) -> tuple[Mapping[str, str], tuple[Lost, ...]]:
    """The files of the changed sources with comments put above what they are about.

    A comment that is there already is not written again.
    """
    by_file: dict[str, list[Edit]] = {}
    lost: list[Lost] = []
    sources: dict[str, Source] = {}
    taken: dict[str, int] = {}
    for comment in comments:
        line = _line(comment, view, after)
        if line is None or line.page != line.span.file:
            lost.append(unplaced(comment, view))
            continue
        source = sources.setdefault(line.page, Source(line.page, after.pages[line.page]))
        first, inside = _top(line, source)
        about = " ".join(line.text.split()[:_QUOTED]) if inside else ""
        typed = written(comment, about)
        above = source.text[: source.start(first)]
        if above.rstrip("\n").endswith(typed) or f"{typed}\n" in above[-4000:]:
            continue
        at = source.start(first)
        by_file.setdefault(line.page, []).append(Edit(line.page, at, at, f"{typed}\n"))
        taken[line.page] = at
    from indictment.absorb.places import apply

    files = {file: apply(sources[file].text, edits) for file, edits in sorted(by_file.items())}
    return files, tuple(lost)


def unplaced(comment: WordComment, view: WordDocument, now: str = "") -> Lost:
    """A comment that cannot be written, told by the words of the paragraph that it is about.

    `now` is the file of the sources that moved on where the comment would stand.
    """
    at = min(comment.paragraph, len(view.paragraphs) - 1)
    about = text(view.paragraphs[at]) if at >= 0 else ""
    return Lost("comment", about, f"{comment.author}: {comment.text}", now=now)


def _line(comment: WordComment, view: WordDocument, after: Printed) -> Line | None:
    """The line of the changed sources that a comment is about, by its words."""
    if not 0 <= comment.paragraph < len(view.paragraphs):
        return None
    wanted = plain(text(view.paragraphs[comment.paragraph]))
    same = [line for line in after.lines if plain(line.text) == wanted and wanted]
    if len(same) == 1:
        return same[0]
    before = [plain(text(p)) for p in view.paragraphs[: comment.paragraph]].count(wanted)
    return same[before] if before < len(same) else None


def _top(line: Line, source: Source) -> tuple[int, bool]:
    """The first line of the block at the margin that a line stands in, and whether it is inside one."""
    first = line.held.first
    if line.kind == "cell":
        first = line.span.line
        while first > 1 and source.lines[first - 2].lstrip().startswith("|"):
            first -= 1
    inside = line.kind in ("cell", "item", "bullet", "quoted")
    while first > 1 and inside and not _begins(source, first):
        first -= 1
    if first > 1 and source.lines[first - 2].startswith("{") and inside:
        first -= 1
    return first, inside


def _begins(source: Source, line: int) -> bool:
    """True where a list, a quotation or a table at the margin begins."""
    here = source.lines[line - 1]
    if not here or here[0].isspace():
        return False
    above = line - 1
    while above > 1 and source.is_blank(above):
        above -= 1
    before = source.lines[above - 1] if above >= 1 else ""
    return not (before[:1] in (">", "|", " ") or before[:1].isdigit() or before[:2] in ("- ", "* "))
