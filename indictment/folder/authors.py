"""Two revisions of a matter -> who inserted each line of the new one, and deleted each of the old.

Git is asked about a file when somebody first asks about one of its lines: at most once about what
was inserted, and once about what was deleted.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from indictment.folder import git
from indictment.folder.git import Refused, Repository
from indictment.model.redline import Authorship

NOT_COMMITTED = "not committed"
"""The author of what is not committed, where git knows no name of its user."""

_EVERY = ("--ignore-revs-file=",)
"""Changes that `git blame` is told to pass over have an author as well."""

_HEAD = re.compile(r"([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$")


@dataclass(frozen=True, slots=True)
class _Line:
    """What git says of one line: the commit, and whether it stood there before the range began."""

    commit: str
    before: bool


@dataclass(frozen=True, slots=True)
class _Blamed:
    lines: Mapping[int, _Line]
    people: Mapping[str, Authorship]


_NOTHING = _Blamed({}, {})


def authors(held: Repository, old: str, new: str, date: str) -> "Authors":
    """Who changed the matter from commit `old` to `new`, or to the working tree where that is "".

    `date` (that of the new matter.yaml) stands for the day of what is not committed.
    """
    head = new or git.commit_id(held, "HEAD")
    last = git.commit(held, head).authorship
    if not new:
        day = (date + "-01-01")[:10] if len(date) < 10 else date[:10]
        last = Authorship(git.user(held) or NOT_COMMITTED, f"{day}T00:00:00Z")
    return Authors(held, old, head, not new, last)


@dataclass
class Authors:
    """Answers for each line, counted from 1, by the file's path from the matter's root.

    `last` is who stands for what git cannot tell: the author of the new revision.
    """

    held: Repository
    old: str
    new: str
    in_working_tree: bool
    last: Authorship
    _inserted: dict[str, _Blamed] = field(default_factory=dict)
    _deleted: dict[str, _Blamed] = field(default_factory=dict)
    _removed: dict[str, Mapping[str, Authorship]] = field(default_factory=dict)
    _people: dict[str, Authorship] = field(default_factory=dict)

    def inserted(self, path: str, line: int) -> Authorship:
        """Who wrote a line of the new version of `path`."""
        if path not in self._inserted:
            self._inserted[path] = self._blame(path, reverse=False)
        blamed = self._inserted[path]
        found = blamed.lines.get(line)
        if found is None or found.before or not found.commit.strip("0"):
            return self.last
        return blamed.people.get(found.commit, self.last)

    def deleted(self, path: str, line: int, words: str = "") -> Authorship:
        """Who took a line of the old version of `path` away; `words` are the line's own.

        They tell who did it where the deletion came in by a merge.
        """
        if path not in self._deleted:
            self._deleted[path] = self._blame(path, reverse=True)
        found = self._deleted[path].lines.get(line)
        if found is None or found.commit == self.new:
            return self.last
        after = self._children.get(found.commit, ())
        if not after:
            return self.last
        if any(child in self._merges for child in after):
            taken = self._taken_away(path).get(words.strip())
            if taken is not None:
                return taken
        return self._person(after[0])

    def _blame(self, path: str, *, reverse: bool) -> _Blamed:
        file = self.held.prefix + path
        asked: tuple[str, ...]
        if reverse:
            asked = ("--reverse", f"{self.old}..{self.new}")
        elif self.in_working_tree:
            asked = (f"^{self.old}",)
        else:
            asked = (f"{self.old}..{self.new}",)
        try:
            answer = git.text(
                self.held.root, "blame", "--porcelain", "--no-textconv", *_EVERY, *asked, "--", file
            )
        except Refused:
            # The file is not in that revision: it is new in the working tree, or gone at once.
            return _NOTHING
        return _read(answer)

    @cached_property
    def _parents(self) -> Mapping[str, tuple[str, ...]]:
        """The commits after `old`, newest first, each with its parents."""
        answer = git.text(
            self.held.root, "rev-list", "--topo-order", "--parents", f"{self.old}..{self.new}"
        )
        lines = (line.split() for line in answer.splitlines())
        return {one: tuple(before) for one, *before in lines}

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        """For each commit those that come next, oldest first."""
        found = defaultdict(list)
        for one, before in reversed(tuple(self._parents.items())):
            for parent in before:
                found[parent].append(one)
        return {parent: tuple(after) for parent, after in found.items()}

    @cached_property
    def _merges(self) -> frozenset[str]:
        return frozenset(one for one, before in self._parents.items() if len(before) > 1)

    def _taken_away(self, path: str) -> Mapping[str, Authorship]:
        """Who took each line away, of the commits that are no merges; the last one counts."""
        if path not in self._removed:
            answer = git.text(
                self.held.root, "log", "--no-merges", "--use-mailmap", "--reverse", "-p", "-U0",
                "--no-ext-diff", "--no-textconv", "--format=%x00%aN%x00%at",
                f"{self.old}..{self.new}", "--", self.held.prefix + path,
            )  # fmt: skip
            found: dict[str, Authorship] = {}
            person = self.last
            for line in answer.split("\n"):
                if line.startswith("\0"):
                    _, name, seconds = line.split("\0")
                    person = Authorship(name, git.instant(int(seconds)))
                elif line.startswith("-") and not line.startswith("--- "):
                    found[line[1:].strip()] = person
            self._removed[path] = found
        return self._removed[path]

    def _person(self, commit: str) -> Authorship:
        if commit not in self._people:
            self._people[commit] = git.commit(self.held, commit).authorship
        return self._people[commit]


def _read(answer: str) -> _Blamed:
    """What `git blame --porcelain` prints; it says who wrote a commit where that first appears."""
    lines: dict[int, _Line] = {}
    people: dict[str, Authorship] = {}
    before: set[str] = set()
    commit, number, name = "", 0, ""
    for line in answer.split("\n"):
        if line.startswith("\t"):
            lines[number] = _Line(commit, commit in before)
        elif head := _HEAD.match(line):
            commit, number = head[1], int(head[2])
        elif line.startswith("author "):
            name = line[7:]
        elif line.startswith("author-time "):
            people[commit] = Authorship(name, git.instant(int(line[12:])))
        elif line == "boundary":
            before.add(commit)
    return _Blamed(lines, people)
