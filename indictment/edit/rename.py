"""Matter, old label, new label -> a change that renames it everywhere it is given and used."""

import re

from indictment.diagnostics import Span
from indictment.edit.change import Change, Replacement
from indictment.edit.occurrences import defined, used
from indictment.model.matter import Matter


class CannotRename(Exception):
    """The label cannot be renamed; the message says why, in a lawyer's words."""


_LABEL = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def change(matter: Matter, old: str, new: str) -> Change:
    """The change that gives `old` the name `new`. Raises CannotRename."""
    if not _LABEL.fullmatch(new) or len(new) > 35:
        raise CannotRename(
            f"“{new}” cannot be a label: use lower-case letters a to z, digits and single hyphens, "
            "begin with a letter, at most 35 characters"
        )
    given = list(defined(matter))
    if any(label == new for label, _ in given):
        raise CannotRename(f"the label “{new}” is already in use")
    places = [span for label, span in given if label == old]
    if not places:
        raise CannotRename(f"nothing in this matter has the label “{old}”")
    replacements: set[Replacement] = set()
    renamed: list[tuple[str, str]] = []
    for span in places:
        if span.end_column == span.column and span.line == 1 and span.column == 1:
            renamed.extend(_files(matter, span.file, old, new))
        else:
            replacements.update(_within(matter, span, old, new))
    for use in used(matter):
        if use.label == old:
            replacements.update(_within(matter, use.span, old, new, use.tail))
    return Change(tuple(sorted(replacements)), tuple(renamed))


def _files(matter: Matter, file: str, old: str, new: str) -> list[tuple[str, str]]:
    """The file whose name gives the label, and the table that goes with a schedule."""
    found = []
    for path in sorted(matter.files):
        if path.rsplit(".", 1)[0] == file.rsplit(".", 1)[0]:
            folder, _, name = path.rpartition("/")
            stem, ending = name.rsplit(".", 1)
            found.append((path, f"{folder}/{stem[: -len(old)]}{new}.{ending}"))
    return found


def _within(matter: Matter, span: Span, old: str, new: str, tail: str = "") -> list[Replacement]:
    """The label's letters inside `span`, wherever its lines hold them as a whole label. A capital
    first letter (“@Invasion”) is kept.
    """
    lines = matter.texts.get(span.file, ())
    letters = f"[{old[0]}{old[0].upper()}]{re.escape(old[1:])}"
    whole = re.compile(rf"(?<![A-Za-z0-9-])({letters})(?![A-Za-z0-9]|-[a-z0-9]){re.escape(tail)}")
    found = []
    for number in range(span.line, min(span.end_line, len(lines)) + 1):
        line = lines[number - 1]
        begin = span.column - 1 if number == span.line else 0
        end = span.end_column - 1 if number == span.end_line else len(line)
        for match in whole.finditer(line, begin, end):
            written = match[1]
            put = new[0].upper() + new[1:] if written[0].isupper() else new
            where = Span.on_line(span.file, number, match.start() + 1, len(written))
            found.append(Replacement(where, written, put))
    return found
