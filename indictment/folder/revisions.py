"""The revisions of a matter that a reader may want to compare with: its tags and last commits."""

from pathlib import Path

from indictment.folder import git
from indictment.value import dataclass

_SEPARATOR = "\0"


@dataclass(frozen=True, slots=True)
class Choice:
    """A revision: `name` is what git knows it by (a tag, the short id of a commit), the rest tells a reader which it is.

    `date` is the day in UTC, ISO 8601; `what` the tag or the first line of the commit.
    """

    name: str
    what: str
    author: str
    date: str
    is_tag: bool


def choices(folder: Path, most: int = 40) -> tuple[Choice, ...]:
    """The tags of the repository, the newest first, then the last commits that changed the matter in
    `folder`; at most `most` of each.

    Nothing where it is in no repository. Raises GitFault.
    """
    held = git.repository(folder)
    if held is None or git.asked(held.root, "rev-parse", "--verify", "--quiet", "HEAD")[0]:
        return ()
    tags = git.text(
        held.root, "for-each-ref", "--sort=-creatordate", f"--count={most}",
        "--format=%(refname:short)%00%(creatordate:unix)%00%(*objecttype)%(objecttype)", "refs/tags",
    )  # fmt: skip
    found: list[Choice] = []
    for line in tags.splitlines():
        name, seconds, kind = line.split(_SEPARATOR)
        if kind.startswith("commit"):  # a tag may name a file
            found.append(Choice(name, name, "", git.instant(int(seconds))[:10], is_tag=True))
    log = git.text(
        held.root, "log", "--use-mailmap", f"--max-count={most}", "--format=%h%x00%aN%x00%at%x00%s",
        "HEAD", "--", *held.sources,
    )  # fmt: skip
    for line in log.splitlines():
        name, author, seconds, subject = line.split(_SEPARATOR)
        found.append(Choice(name, subject, author, git.instant(int(seconds))[:10], is_tag=False))
    return tuple(found)
