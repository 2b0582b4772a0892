"""A matter as it stood at a commit."""

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from indictment.folder import git
from indictment.folder.digest import is_source
from indictment.folder.disk import ENDINGS, DiskFolder
from indictment.folder.git import Entry, GitFault, NoRevision, Repository
from indictment.folder.reading import PARTS, TOP_FILES, is_safe

_AT_ONCE = 64_000_000
"""Exhibits are read together where they hold no more than this, else one by one."""
_LONGEST_POINTER = 1024
_POINTER = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\n(?:[^\n]*\n)*?oid sha256:([0-9a-f]{64})\n"
)


class NoMatter(NoRevision):
    """There is such a revision, and it holds no matter in this folder."""


def matter_at(held: Repository, revision: str) -> "RevisionFolder":
    """The matter at a tag, a branch or a commit. Raises NoRevision where it is not in it."""
    commit = git.commit_id(held, revision)
    found = RevisionFolder(held, commit)
    if "matter.yaml" not in found.files():
        where = held.prefix.rstrip("/")
        others = [name.rstrip("/") or "the root" for name in git.matters(held, commit)]
        raise NoMatter(
            f"“{revision}” holds no matter{f' in {where}' if where else ''}",
            f"matters in it: {', '.join(others[:8])}" if others else "",
        )
    return found


def renamed_from(held: Repository, revision: str) -> "RevisionFolder | None":
    """The matter at a revision, where its folder had another name; None where that is not certain.

    It is the one folder of that revision that holds a matter, holds none on the disk any more, and
    whose files are for the most part those that are on the disk now, by their names and their lines.
    """
    commit = git.commit_id(held, revision)
    here = DiskFolder(held.matter)
    found = []
    for prefix in git.matters(held, commit):
        if prefix == held.prefix or (held.root / prefix / "matter.yaml").exists():
            continue
        folder = RevisionFolder(replace(held, prefix=prefix), commit)
        sources = [path for path in folder.files() if is_source(path)]
        same = sum(_is_alike(folder.read(path), here.read(path)) for path in sources)
        if 2 * same > len(sources):
            found.append(folder)
    return found[0] if len(found) == 1 else None


def _is_alike(old: bytes | None, new: bytes | None) -> bool:
    """Whether a file has at least half of the lines that it had."""
    if old is None or new is None:
        return False
    before, after = set(old.split(b"\n")), set(new.split(b"\n"))
    return 2 * len(before & after) >= len(before)


def placeholder_of(content: bytes) -> str:
    """The SHA-256 of the file for which a placeholder of Git LFS stands; "" where it is none."""
    found = _POINTER.match(content) if len(content) < _LONGEST_POINTER else None
    return found[1].decode() if found else ""


class RevisionFolder:
    """The files of a matter at a commit, chosen as those of a matter on disk are.

    Nothing is unpacked on disk. A link of the file system is not followed.
    """

    def __init__(self, held: Repository, commit: str) -> None:
        self.held = held
        self.commit = commit

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        return {one.path: one for one in git.entries(self.held, self.commit) if _belongs(one.path)}

    @cached_property
    def _files(self) -> frozenset[str]:
        folders = (
            "/".join(parts[:depth])
            for parts in (path.split("/") for path in self._entries)
            for depth in range(2, len(parts))
        )
        return frozenset((*self._entries, *(path for path in folders if path.endswith(ENDINGS))))

    @cached_property
    def _sources(self) -> Mapping[str, bytes]:
        """Content by blob of all that is written, in one answer of git."""
        return git.blobs(self.held, (e.blob for e in self._plain if is_source(e.path)))

    @cached_property
    def _exhibits(self) -> Mapping[str, bytes]:
        others = [e for e in self._plain if not is_source(e.path)]
        if sum(e.size for e in others) > _AT_ONCE:
            return {}
        return git.blobs(self.held, (e.blob for e in others))

    @property
    def _plain(self) -> tuple[Entry, ...]:
        return tuple(e for e in self._entries.values() if e.mode not in (git.LINK, git.SUBMODULE))

    def blob(self, path: str) -> str:
        """The id that git gives to the content of a file; "" where there is no plain file."""
        entry = self._entries.get(path)
        if entry is None or entry.mode in (git.LINK, git.SUBMODULE):
            return ""
        return entry.blob

    @cached_property
    def placeholders(self) -> Mapping[str, str]:
        """The SHA-256 of what each placeholder of Git LFS stands for, by its path."""
        small = [e for e in self._plain if not is_source(e.path) and e.size < _LONGEST_POINTER]
        held = git.blobs(self.held, (e.blob for e in small))
        return {e.path: sum for e in small if (sum := placeholder_of(held[e.blob]))}

    def files(self) -> frozenset[str]:
        """The paths of all files, and of what stands in their place."""
        return self._files

    def hindrance(self, path: str) -> str:
        """Why `read` gives None for one of `files()`; "" where it does not."""
        entry = self._entries.get(path)
        if entry is None:
            return "a folder" if path in self._files else ""
        if entry.mode == git.LINK:
            return "a link, and links are not followed in an earlier version"
        if entry.mode == git.SUBMODULE:
            return "a submodule, whose files git keeps in another repository"
        if not is_safe(path):
            return "no file of text"
        if self.read(path) is None:
            return "a placeholder of Git LFS, and the file itself is not on this machine"
        return ""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file as they were committed; None where it is none, or is elsewhere."""
        entry = self._entries.get(path)
        if entry is None or entry.mode in (git.LINK, git.SUBMODULE) or not is_safe(path):
            return None
        held = self._sources if is_source(path) else self._exhibits
        if entry.blob in held:
            content = held[entry.blob]
        else:
            content = git.blobs(self.held, (entry.blob,))[entry.blob]
        pointed = placeholder_of(content)
        return self._large(pointed) if pointed else content

    def _large(self, sum: str) -> bytes | None:
        """The file that a placeholder of Git LFS stands for, where this machine has it."""
        try:
            path = self._store / sum[:2] / sum[2:4] / sum
            content = path.read_bytes()
        except (OSError, GitFault):
            return None
        return content if hashlib.sha256(content).hexdigest() == sum else None

    @cached_property
    def _store(self) -> Path:
        found = git.raw(self.held.root, "rev-parse", "--git-common-dir").removesuffix(b"\n")
        return self.held.root / os.fsdecode(found) / "lfs" / "objects"


def _belongs(path: str) -> bool:
    """True for what `DiskFolder` finds: hidden files, and files in hidden folders, are left out."""
    if path in TOP_FILES:
        return True
    part, *folders = path.split("/")
    if part not in PARTS:
        return False
    *folders, name = folders or [part]
    return not name.startswith(".") and not any(f.startswith((".", "__")) for f in folders)
