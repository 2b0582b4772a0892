"""What is typed for a version (a revision, a tag, a folder, nothing) -> the folder that holds it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from indictment.folder import DiskFolder, git
from indictment.folder.git import GitFault, NoRevision, Repository
from indictment.folder.revision import NoMatter, RevisionFolder, matter_at, renamed_from
from indictment.model.redline import Revision
from indictment.value import dataclass

WORKING_TREE = "working tree"
LAST_COMMIT = "last commit"
_PATH_SIGNS = ("./", "../", "/", "~")


class Unfound(Exception):
    """There is no such version; the message says why, `help` what can be written."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two versions that are compared.

    `held` is the repository that it comes from, None for a folder apart; `remark` is what the
    reader must know of how it was found.
    """

    revision: Revision
    folder: DiskFolder | RevisionFolder
    held: Repository | None = None
    remark: str = ""

    @property
    def is_working_tree(self) -> bool:
        """Whether it is the matter as it stands on the disk."""
        return self.revision.name == WORKING_TREE and not self.revision.commit


@dataclass(frozen=True, slots=True)
class Finding:
    """Finds versions of the matter in `root`, for somebody who types in the folder `here`."""

    root: Path
    here: Path

    def new(self, asked: Sequence[str]) -> Version:
        """The newer of the two: what is named second, else the working tree."""
        return self.named(asked[1]) if len(asked) > 1 else self.working_tree()

    def old(self, asked: Sequence[str]) -> Version:
        """The older of the two: what is named first, else the last commit.

        Raises Unfound, and GitFault.
        """
        if asked:
            return self.named(asked[0])
        found = self._at("HEAD")
        return Version(
            Revision(LAST_COMMIT, found.revision.commit), found.folder, found.held, found.remark
        )

    def working_tree(self) -> Version:
        """The matter as it stands on the disk."""
        try:
            held = git.repository(self.root)
        except GitFault:
            held = None  # it matters only where a revision is asked for, and is said there
        return Version(Revision(WORKING_TREE), DiskFolder(self.root), held)

    def filed(self, tags: Sequence[str]) -> Version:
        """What was filed last, by the tags that matter.yaml names."""
        if not tags:
            raise Unfound(
                "matter.yaml names nothing that was filed",
                "write its tags as `filed: [TAG]`, or name the version: `indict diff TAG`",
            )
        try:
            return self._at(tags[-1])
        except NoRevision as reason:
            raise Unfound(
                f"matter.yaml says that “{tags[-1]}” was filed, and {reason}",
                "make the tag (`git tag NAME COMMIT`), or fetch it: `git fetch --tags`",
            ) from None

    def named(self, name: str) -> Version:
        """A folder that holds a matter, else a revision. Raises Unfound, and GitFault."""
        if not name.strip():
            raise Unfound("a version is named by nothing", "name a revision or a folder")
        path = self._path(name)
        if name in (".", "..") or name.startswith(_PATH_SIGNS):
            return self._folder(path, name)
        if _is_matter(path):
            found = self._folder(path, name)
            if not self._is_revision(name):
                return found
            remark = (
                f"“{name}” is a folder and a revision of the repository; the folder is compared "
                f"(the revision is `refs/tags/{name}`, `refs/heads/{name}` or its commit)"
            )
            return Version(found.revision, found.folder, found.held, remark)
        try:
            return self._at(name)
        except (Unfound, NoRevision) as reason:
            if _is_folder(path):
                raise Unfound(
                    f"“{name}” is a folder without a matter.yaml, and no revision of the repository"
                ) from None
            old, dots, new = name.partition("..")
            if dots and old and new and isinstance(reason, NoRevision):
                apart = f"{old} {new.lstrip('.')}"
                raise Unfound(str(reason), f"write the two apart: `indict diff {apart}`") from None
            raise

    def _path(self, name: str) -> Path:
        try:
            return self.here / Path(name).expanduser()
        except RuntimeError:  # there is no such user
            return self.here / name

    def _folder(self, path: Path, name: str) -> Version:
        if not _is_matter(path):
            what = (
                "there is no matter.yaml in it" if _is_folder(path) else "there is no such folder"
            )
            raise Unfound(
                f"“{name}” is no matter: {what}", "name the folder that holds matter.yaml"
            )
        if path.resolve() == self.root.resolve():
            return self.working_tree()
        return Version(Revision(name.rstrip("/") or "/"), DiskFolder(path))

    def _at(self, name: str) -> Version:
        held = git.repository(self.root)
        if held is None:
            raise Unfound(
                f"{self.root} is in no git repository, so it has no versions",
                "name two folders: `indict diff OLD-FOLDER NEW-FOLDER`; or begin with `git init`",
            )
        revision, folder_named, where = self._in_folder(held, name)
        there = replace(held, prefix=where) if folder_named else held
        try:
            folder, remark = matter_at(there, revision), ""
        except NoMatter as reason:
            renamed = None if folder_named else renamed_from(held, revision)
            if renamed is None:
                raise NoMatter(str(reason), _with_folder(reason.help, revision)) from None
            folder, old = renamed, renamed.held.prefix.rstrip("/") or "the root of the repository"
            remark = f"at “{revision}” the matter is in {old}: the folder was renamed since"
        return Version(Revision(name, folder.commit), folder, held, remark)

    def _in_folder(self, held: Repository, name: str) -> tuple[str, bool, str]:
        """The revision, whether a folder is named behind it (`filed-1:cases/doe`), and which."""
        revision, colon, where = name.partition(":")
        if not (revision and colon) or self._is_revision(name):
            return name, False, ""
        inside = where.strip("/").removeprefix(".")
        return revision, True, f"{inside}/" if inside else ""

    def _is_revision(self, name: str) -> bool:
        try:
            held = git.repository(self.root)
            return held is not None and bool(git.commit_id(held, name))
        except GitFault:
            return False


def _with_folder(help: str, revision: str) -> str:
    """How a matter is named that is in another folder of a revision."""
    if not help:
        return help
    return f"{help}; name the one that is meant: `indict diff {revision}:FOLDER`"


def _is_matter(path: Path) -> bool:
    try:
        return (path / "matter.yaml").is_file()
    except (OSError, ValueError):  # a name that no file can have, a folder that may not be read
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
