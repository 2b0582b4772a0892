"""What was absorbed, author by author -> the source files, or a commit for each author."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from indictment import absorb
from indictment.absorb import Conflict, Missed
from indictment.diagnostics import Diagnostic
from indictment.folder import git
from indictment.folder.git import GitFault
from indictment.pipeline import patches
from indictment.pipeline.bases import Refused
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Landed:
    """What one author changed: `files` before and after, `comments` how many were put in.

    `conflicts` are edits that have no place in the sources.
    """

    author: str
    date: str
    files: Mapping[str, tuple[bytes, bytes]]
    conflicts: tuple[Conflict, ...] = ()
    comments: int = 0

    @property
    def is_untracked(self) -> bool:
        """True for what nobody tracked."""
        return self.author == absorb.UNTRACKED and not self.date

    @property
    def patch(self) -> str:
        """The change as `git apply` takes it."""
        return patches.patch(self.files)

    @property
    def lines(self) -> int:
        """How many lines of the sources are other or new."""
        return patches.size(self.files)


@dataclass(frozen=True, slots=True)
class Absorbed:
    """All that a document changes, in the order of its authors, or why nothing is changed.

    `missed`: what would not have read as in Word. `diagnostics`: errors of form that the edits would
    make. `said`: sentences for the reader.
    """

    landed: tuple[Landed, ...] = ()
    refused: Refused | None = None
    missed: tuple[Missed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    listed: tuple[tuple[str, Conflict], ...] = ()
    """Conflicts, with their author, of a document that is refused."""

    @property
    def conflicts(self) -> tuple[tuple[str, Conflict], ...]:
        """Edits that have no place in the sources, each with its author."""
        return self.listed or tuple((one.author, c) for one in self.landed for c in one.conflicts)

    @property
    def is_refused(self) -> bool:
        """True where nothing may be written."""
        return bool(self.refused or self.missed or self.diagnostics)


def write(root: Path, found: Absorbed) -> None:
    """Put what was absorbed into the source files: all of it, or nothing. Raises Stale, Unwritable."""
    patches.write(root, patches.together([one.files for one in found.landed]))


def make_sure_it_is_clean(root: Path) -> None:
    """Raise GitFault unless the matter is in a repository, and committed as it stands."""
    held = git.repository(root)
    if held is None:
        raise GitFault("the matter is in no git repository", "leave --commit out")
    if not git.last_commit_of_sources(root):
        raise GitFault(
            "the matter has changes that are not committed",
            "commit them first, so that each commit holds the edits of one author",
        )


def commit(root: Path, name: str, found: Absorbed) -> None:
    """Write and commit what was absorbed from the file `name`, a commit for each author.

    Raises Stale, Unwritable, GitFault; then nothing is other than it was.
    """
    held = git.repository(root)
    assert held is not None, "what is clean is in a repository"
    patches.commit(held, [_draft(held, name, one) for one in found.landed if one.files])


def _draft(held: git.Repository, name: str, landed: Landed) -> patches.Draft:
    author = "" if landed.is_untracked else _NOT_IN_NAMES.sub(" ", landed.author).strip() or "unknown"  # fmt: skip
    whose = f"Edits of {author}" if author else "Untracked edits"
    files = "\n".join(f"- {path}" for path in landed.files)
    message = f"{whose} in {name}\n\n{landed.lines} line{'s' * (landed.lines != 1)}, brought back from Word by indict absorb:\n\n{files}\n"
    date = landed.date if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", landed.date) else ""
    email = patches.address(held, author) if author else ""
    return patches.Draft(landed.files, message, author, email, date if author else "")


_NOT_IN_NAMES = re.compile(r"[<>\x00-\x1f\x7f]+")
