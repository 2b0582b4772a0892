"""A matter's folder -> its last build, if it still holds: nothing that it was made of has changed since.

Files are compared as git does it, by size and times. Whether a build holds is decided without
reading the matter and without loading what it would be built with.
"""

import json
import os
import shutil
import sys
import sysconfig
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, field
from hashlib import sha256
from pathlib import Path

from indictment.folder import DiskFolder, git
from indictment.folder.git import GitFault
from indictment.machine import fonts
from indictment.machine.cache import Cache, cache_of
from indictment.machine.shipped import shipped
from indictment.value import dataclass

OUTPUTS = ("pdf", "docx", "bundle", "html")
"""What can be asked for; all but html are made where nothing is asked for."""
ALL = OUTPUTS[:3]
_PROGRAMS = ("soffice", "libreoffice", "git")


@dataclass(frozen=True, slots=True)
class Held:
    """A build that holds: (name, bytes, pages or None) of each file, and how many diagnostics of each
    severity it had.
    """

    made: tuple[tuple[str, int, int | None], ...]
    errors: int
    warnings: int
    notes: int


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What is known of the last build of these outputs of the matter in `root`."""

    root: Path
    cache: Cache
    outputs: tuple[str, ...]
    final: bool
    _before: dict[str, str] = field(default_factory=dict, compare=False)

    @staticmethod
    def of(root: Path, outputs: Sequence[str], *, final: bool) -> "LastBuild":
        """The last build of `outputs`; of all, where none is named."""
        return LastBuild(root, cache_of(root), tuple(outputs) or ALL, final)

    def held(self) -> Held | None:
        """The last build, where it holds; None where there is anything to build."""
        data = self.cache.get(self._name)
        with suppress(ValueError, KeyError, TypeError):
            known = json.loads(data or b"")
            names = [name for name, _, _ in known["made"]]
            if known["state"] == self.before() and known["files"] == self._files(names):
                made = tuple((name, size, pages) for name, size, pages in known["made"])
                return Held(made, known["errors"], known["warnings"], known["notes"])
        return None

    def errors(self) -> int:
        """How many errors the last build had, of whatever outputs; 0 where that is not known."""
        with suppress(ValueError):
            return int(self.cache.get(self._errors) or b"0")
        return 0

    def keep(self, state: str, build: Held) -> bool:
        """Keep what was built of sources in the `state` that they had before it began; whether it could be."""
        names = [name for name, _, _ in build.made]
        known = {**asdict(build), "state": state, "files": self._files(names)}
        self.cache.put(self._errors, b"%d" % build.errors)
        return self.cache.put(self._name, json.dumps(known).encode())

    def before(self) -> str:
        """The state of all that a build of these outputs depends on, when it was first asked for. A build that
        keeps an earlier one than its own is only thought to have changed.
        """
        return self._asked("state", self._state)

    def sources(self) -> str:
        """As `before`, of what all outputs depend on: sources, exhibits, programs and fonts."""
        return self._asked("sources", self._sources)

    def commit(self) -> str:
        """The commit that holds the sources, when it was first asked for; "" where they are in none as they stand."""
        return self._asked("commit", self._commit)

    def _asked(self, what: str, find: Callable[[], str]) -> str:
        if what not in self._before:
            self._before[what] = find()
        return self._before[what]

    def _state(self) -> str:
        is_named = "docx" in self.outputs and not self.final
        return f"{self.sources()} {self.commit() if is_named else ''}"

    def _commit(self) -> str:
        with suppress(GitFault):
            return git.last_commit_of_sources(self.root)
        return ""

    def _sources(self) -> str:
        found = sha256()
        for line in self._all():
            found.update(line.encode("utf-8", "surrogateescape") + b"\n")
        return found.hexdigest()

    def _all(self) -> Iterator[str]:
        for path in sorted(DiskFolder(self.root).files()):
            yield f"{path} {_seen(self.root / path)}"
        package = Path(__file__).resolve().parents[1]
        for folder in (package, shipped("templates"), shipped("offences")):
            yield from _below(folder)
        yield f"{sys.version} {_seen(Path(sysconfig.get_path('purelib')))} {fonts.state()}"
        for program in _PROGRAMS:
            yield f"{program} {_seen(Path(shutil.which(program) or program))}"

    def _files(self, names: Sequence[str]) -> list[str]:
        return [_seen(self.root / "build" / name) for name in names]

    @property
    def _name(self) -> str:
        return f"built-{'-'.join(sorted(self.outputs))}{self.as_filed}.json"

    @property
    def _errors(self) -> str:
        return f"errors{self.as_filed}"

    @property
    def as_filed(self) -> str:
        """What the names in the cache end with: a draft stands for nothing that is filed."""
        return "-final" if self.final else ""


def _below(folder: Path) -> Iterator[str]:
    for inside, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name != "__pycache__")
        for name in sorted(files):
            yield f"{inside}/{name} {_seen(Path(inside, name))}"


def _seen(path: Path) -> str:
    """What changes when a file does; "" where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
