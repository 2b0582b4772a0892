"""The sources on disk, where they are no longer those that a document was made from: what they become with its
edits, and which of these they cannot have.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from indictment import merge, parse
from indictment.diagnostics import Diagnostic
from indictment.folder import Folder
from indictment.folder.overlay import OverlayFolder
from indictment.machine.cache import cache_of
from indictment.pipeline import faults, patches
from indictment.pipeline.reading import Checked, check_folder
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Clash:
    """A block that was changed in Word and in the sources: `base` is what both had, `ours` what the sources
    have now, "" where it is there no longer; `line` is where it stands there, else 0.
    """

    path: str
    line: int
    base: str
    ours: str


@dataclass(frozen=True, slots=True)
class MovedOn:
    """The sources on disk, of which `checked` is known; `original` are those of the document."""

    root: Path
    folder: Folder
    checked: Checked
    original: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    known: parse.Known

    def merged(self, files: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[Clash, ...]]:
        """The files on disk with what differs between the original and `files`; what cannot be had with it."""
        out: dict[str, bytes] = {}
        clashes: list[Clash] = []
        for path, content in sorted(files.items()):
            was, mine = self.original.get(path, b""), self.texts.get(path)
            if content == was:
                continue
            if mine is None:
                clashes.append(Clash(path, 0, patches.decoded(was), ""))
            elif mine == was:
                out[path] = content
            else:
                ours = patches.decoded(mine)
                made = merge.merged(patches.decoded(was), ours, patches.decoded(content), path=path)
                clashes += [
                    Clash(path, _line(ours, made.text, c), c.base, c.ours) for c in made.conflicts
                ]
                out[path] = patches.encoded(mine, patches.decoded(made.text.encode()))
        return out, tuple(clashes)

    def line(self, path: str, line: int) -> int:
        """Where a line of the original stands on disk."""
        was, mine = self.original.get(path), self.texts.get(path)
        if was is None or mine is None or was == mine:
            return line
        return patches.line_before(mine, was, line)

    def new_faults(self, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
        """The errors of form that the sources on disk would have with `files`, and have not now."""
        if not files or self.texts == self.original:
            return ()
        folder = OverlayFolder(self.folder, files)
        checked = check_folder(folder, cache_of(self.root), known=self.known)
        return faults.new(checked, self.checked)


def _line(ours: str, merged: str, conflict: merge.Conflict) -> int:
    """The line of its first word: what stands in braces above a paragraph is passed over.

    Of several blocks with the same words it is the one that stands where the merged text has the conflict.
    """
    if not conflict.ours:
        return 0
    found = [m.start() for m in re.finditer(re.escape(conflict.ours), ours)]
    lines = [ours.count("\n", 0, at) + 1 for at in found]
    if len(lines) > 1:
        # in the merged text it stands below the first marker
        there = patches.line_before(ours.encode(), merged.encode(), conflict.line + 1)
        lines.sort(key=lambda line: abs(line - there))
    above = re.match(r"(?:\s*\{[^{}\n]*\}[ \t]*\n)*", conflict.ours)
    return lines[0] + (above[0].count("\n") if above else 0) if lines else 0
