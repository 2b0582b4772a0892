"""The git repository that holds a matter: its revisions, the files in them, who wrote them and when.

Asks the program `git`; nothing here writes to a repository. Raises what is said to the drafter in
one sentence: NoGit, NoRevision, Refused.
"""

import difflib
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from indictment.folder.digest import is_source
from indictment.folder.reading import PARTS, TOP_FILES
from indictment.value import dataclass

if TYPE_CHECKING:
    from indictment.model.redline import Authorship

_SECONDS = 60
"""What one answer of git may take. It asks nobody and fetches nothing, so this is a disk at fault."""

_SETTINGS = (
    "core.quotePath=false",  # names as they are, not as octal digits
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",  # it may be a program as well
    "protocol.allow=never",  # a partial clone would fetch what it lacks
    "color.ui=false",
    "log.showSignature=false",
)
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_PAGER": "cat",
}
_OF_ANOTHER_CALL = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_EXTERNAL_DIFF",
)
"""What git sets for the hooks and drivers that it calls: it would lead us to another repository."""

_NOTHING_TOLD: Mapping[str, str] = {}

LINK, SUBMODULE = "120000", "160000"
"""Modes of entries that hold no text."""


class GitFault(Exception):
    """Git does not answer; the message says why, `help` what can be done."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class NoGit(GitFault):
    """The program git is not on this machine."""


class NoRevision(GitFault):
    """What was asked for is no revision of this repository."""


class Refused(GitFault):
    """Git would not do it."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that holds a matter.

    `root` is its work tree; `prefix` leads from there to the matter: "" or "cases/doe/".
    """

    root: Path
    prefix: str = ""

    @property
    def matter(self) -> Path:
        """The matter's folder."""
        return self.root / self.prefix if self.prefix else self.root

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the matter's files stand, counted from the root."""
        return tuple(f"{self.prefix}{name}" for name in (*TOP_FILES, *PARTS))


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: its path from the matter's root, mode, blob and size (0 where it has none)."""

    path: str
    mode: str
    blob: str
    size: int


@dataclass(frozen=True, slots=True)
class Commit:
    """Who wrote a commit, and when."""

    id: str
    author: str
    email: str
    date: str
    """An instant in UTC, ISO 8601."""
    subject: str

    @property
    def authorship(self) -> "Authorship":
        """Its author and date."""
        # Whether a build still holds is asked here too, without what a matter is read with.
        from indictment.model.redline import Authorship

        return Authorship(self.author, self.date)


def repository(folder: Path) -> Repository | None:
    """The repository that holds the matter in `folder`, None where there is none."""
    try:
        answer = text(folder, "rev-parse", "--show-toplevel", "--show-prefix")
    except Refused as fault:
        if re.search(r"not a git repository|must be run in a work tree", str(fault)):
            return None
        raise
    root, _, prefix = answer.removesuffix("\n").rpartition("\n")
    return Repository(Path(root), prefix)


def commit_id(held: Repository, revision: str) -> str:
    """The whole id of the commit that a tag, a branch or an id names. Raises NoRevision."""
    if not revision.strip() or revision.startswith("-") or "\0" in revision:
        raise NoRevision(f"“{revision}” is not the name of a revision")
    done = _done(held.root, ("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"))
    found = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode == 0 and re.fullmatch(r"[0-9a-f]{40,64}", found):
        return found
    _distrusted(done, held.root)
    known = text(held.root, "for-each-ref", "--format=%(refname:short)", "refs/tags", "refs/heads")
    names = known.split("\n")[:-1]
    if not names and revision in ("HEAD", "@"):
        raise NoRevision("nothing has been committed in this repository yet")
    if text(held.root, "rev-parse", "--is-shallow-repository").strip() == "true":
        raise NoRevision(
            f"“{revision}” is not on this machine: the repository is a shallow clone, which holds the "
            "last commits only",
            "`git fetch --unshallow --tags` brings all of them; then ask again",
        )
    near = difflib.get_close_matches(revision, names, 3)
    tags = text(held.root, "tag", "--list", "--sort=-creatordate").split("\n")[:-1]
    help = f"write {' or '.join(near)}" if near else ""
    if tags and not near:
        help = f"tags of this repository: {', '.join(tags[:8])}{' …' * (len(tags) > 8)}"
    raise NoRevision(f"this repository has no revision “{revision}”", help)


def entries(held: Repository, commit: str) -> tuple[Entry, ...]:
    """Everything that stands below the matter's root at `commit`, by path."""
    where = ("--", held.prefix) if held.prefix else ()
    listed = raw(held.root, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, *where)
    found = []
    for line in listed.split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        mode, _, blob, size = about.decode("ascii").split()
        path = os.fsdecode(name).removeprefix(held.prefix)
        found.append(Entry(path, mode, blob, int(size) if size.isdigit() else 0))
    return tuple(found)


def matters(held: Repository, commit: str) -> tuple[str, ...]:
    """The folders that hold a matter.yaml at `commit`, counted from the root of the repository."""
    listed = raw(held.root, "ls-tree", "-r", "-z", "--full-tree", "--name-only", commit)
    names = (os.fsdecode(name) for name in listed.split(b"\0"))
    return tuple(
        name.removesuffix("matter.yaml") for name in names if name.split("/")[-1] == "matter.yaml"
    )


def blobs(held: Repository, ids: Iterable[str]) -> Mapping[str, bytes]:
    """The content of each blob, all from one process. Raises Refused where one is not there."""
    wanted = tuple(dict.fromkeys(ids))
    if not wanted:
        return {}
    answer = raw(held.root, "cat-file", "--batch", input="".join(f"{i}\n" for i in wanted).encode())
    found, at = {}, 0
    for blob in wanted:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if len(head) != 3:
            raise Refused(
                f"the repository lacks a part of this revision ({blob[:10]})",
                "`git fsck` says what is missing; `git fetch --refetch` brings it back from where it came",
            )
        size = int(head[2])
        found[blob] = answer[end + 1 : end + 1 + size]
        at = end + 2 + size
    return found


def commit(held: Repository, id: str) -> Commit:
    """Who wrote the commit `id`, and when; names as .mailmap corrects them."""
    form = "--format=%H%x00%aN%x00%aE%x00%at%x00%s"
    answer = text(held.root, "log", "-1", "--use-mailmap", form, id, "--")
    whole, author, email, seconds, subject = answer.removesuffix("\n").split("\0")
    return Commit(whole, author, email, instant(int(seconds)), subject)


def user(held: Repository) -> str:
    """The name that git would give to a commit made now, "" where it knows none."""
    return _done(held.root, ("config", "--get", "user.name")).stdout.decode("utf-8").strip()


def last_commit_of_sources(folder: Path) -> str:
    """The last commit that touched the matter in `folder`, where all its files are committed as
    they stand; "" where they are not, or where there is no repository.
    """
    held = repository(folder)
    if held is None or _done(held.root, ("rev-parse", "--verify", "-q", "HEAD")).returncode:
        return ""
    changed = raw(held.root, "diff", "--name-only", "-z", "--no-ext-diff", "HEAD", "--", *held.sources)  # fmt: skip
    # Also what git is told to ignore: it is read, and is in no commit.
    untracked = raw(held.root, "ls-files", "--others", "-z", "--", *held.sources)
    for name in (changed + untracked).split(b"\0"):
        path = os.fsdecode(name).removeprefix(held.prefix)
        if is_source(path) and "/." not in f"/{path}":
            return ""
    return text(held.root, "log", "-1", "--format=%H", "HEAD", "--", *held.sources).strip()


def instant(seconds: int) -> str:
    """Seconds since 1970 -> 2022-05-09T10:00:00Z."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(folder: Path, *arguments: str, told: Mapping[str, str] = _NOTHING_TOLD) -> str:
    """What git answers, as text. Raises NoGit, Refused."""
    return raw(folder, *arguments, told=told).decode("utf-8", "replace")


def raw(
    folder: Path, *arguments: str, input: bytes = b"", told: Mapping[str, str] = _NOTHING_TOLD
) -> bytes:
    """What git answers in `folder`; `told` is put into its environment. Raises NoGit, Refused."""
    done = _done(folder, arguments, input, told)
    if done.returncode:
        _distrusted(done, folder)
        raise Refused(_last_words(done) or f"git {arguments[0]} ended with {done.returncode}")
    return done.stdout


def asked(folder: Path, *arguments: str) -> tuple[int, str]:
    """The exit code and the answer of a question whose exit code is the answer. Raises NoGit."""
    done = _done(folder, arguments)
    _distrusted(done, folder)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _done(
    folder: Path,
    arguments: Sequence[str],
    input: bytes = b"",
    told: Mapping[str, str] = _NOTHING_TOLD,
) -> "subprocess.CompletedProcess[bytes]":
    program = shutil.which("git")
    if program is None:
        raise NoGit(
            "git is not installed, and versions are compared with it",
            "`indict doctor` says how to install it",
        )
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    environment = {k: v for k, v in os.environ.items() if k not in _OF_ANOTHER_CALL}
    try:
        return subprocess.run(
            [program, "--no-pager", *settings, "-C", str(folder), *arguments],
            input=input,
            capture_output=True,
            timeout=_SECONDS,
            env={**environment, **_ENVIRONMENT, **told},
            check=False,
        )
    except subprocess.TimeoutExpired as slow:
        raise Refused(f"git {arguments[0]} did not answer within {_SECONDS} seconds") from slow
    except OSError as error:
        raise Refused(f"git cannot be run: {error.strerror}") from error


def _distrusted(done: "subprocess.CompletedProcess[bytes]", folder: Path) -> None:
    """Raise Refused where git does not open what belongs to another user of this machine."""
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode and "dubious ownership" in said:
        found = re.search(r"repository at '(.*)'", said)
        where = found[1] if found else str(folder)
        raise Refused(
            f"git does not open {where}, because the folder belongs to another user of this machine",
            f"if you trust it: git config --global --add safe.directory '{where}'",
        )


def _last_words(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().split("\n")
    return next((x.removeprefix("fatal: ") for x in lines if x.startswith("fatal: ")), lines[0])
