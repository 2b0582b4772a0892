"""What changes in the sources -> patches, files, commits: all of it, or nothing."""

import difflib
import re
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from indictment.edit.change import line_end
from indictment.folder import git
from indictment.folder.git import GitFault, Repository
from indictment.folder.output import Unwritable, replace_file
from indictment.value import dataclass

Files = Mapping[str, tuple[bytes, bytes]]
"""Files before and after."""


class Stale(Exception):
    """A file does not hold what was read: it was changed meanwhile."""


def patch(files: Files) -> str:
    """A unified diff that `git apply` takes, with three lines around each change."""
    out: list[str] = []
    for path, (before, after) in sorted(files.items()):
        out.append(f"diff --git a/{path} b/{path}\n")
        old, new = _lines(before), _lines(after)
        for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"):
            out.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(out)


def size(files: Files) -> int:
    """How many lines differ: those that are new, or gone where there are more of them."""
    count = 0
    for before, after in files.values():
        matcher = difflib.SequenceMatcher(None, _lines(before), _lines(after), autojunk=False)
        count += sum(max(b - a, d - c) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")  # fmt: skip
    return count


def line_before(before: bytes, after: bytes, line: int) -> int:
    """Where a line of a file stood before the change; what is new there stands where it was put."""
    matcher = difflib.SequenceMatcher(None, _lines(before), _lines(after), autojunk=False)
    for tag, a, _, c, d in matcher.get_opcodes():
        if c < line <= d:
            return a + (line - c if tag == "equal" else 1)
    return line


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "surrogateescape").splitlines(keepends=True)


def decoded(content: bytes) -> str:
    """The text of a file, its lines ended by line feeds."""
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def encoded(like: bytes, text: str) -> bytes:
    """`text` with the line ends and the byte order mark of a file."""
    mark = b"\xef\xbb\xbf" if like.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.replace("\n", line_end(like)).encode("utf-8")


def write(root: Path, files: Files) -> None:
    """Put the files in place, after making sure that each still holds what was read.

    Raises Stale, Unwritable; then no file is other than it was.
    """
    for path, (before, _) in files.items():
        if not (root / path).is_file() or (root / path).read_bytes() != before:
            raise Stale(f"{path} was changed meanwhile")
    done: list[str] = []
    try:
        for path, (_, after) in files.items():
            replace_file(root / path, after)
            done.append(path)
    except OSError as error:
        for path in done:
            replace_file(root / path, files[path][0])
        raise Unwritable(f"{path} cannot be written: {error.strerror}") from error


@dataclass(frozen=True, slots=True)
class Draft:
    """A commit that is to be made. Without `author` it is that of git's user."""

    files: Files
    message: str
    author: str = ""
    email: str = ""
    date: str = ""


def commit(held: Repository, drafts: Sequence[Draft]) -> None:
    """Write the files of `drafts` and commit them, one commit each, and nothing else.

    Raises Stale, Unwritable, GitFault; then files, branch and index are as they were.
    """
    head = git.text(held.root, "rev-parse", "HEAD").strip()
    made = head
    blobs: dict[str, str] = {}
    for draft in drafts:
        made = _commit(held, made, draft, blobs)
    files = together([draft.files for draft in drafts])
    write(held.matter, files)
    try:
        git.text(held.root, "update-ref", "-m", "indict absorb", "HEAD", made, head)
        for path, entry in sorted(blobs.items()):
            git.text(held.root, "update-index", "--cacheinfo", f"{entry},{held.prefix}{path}")
    except GitFault:
        write(held.matter, {path: (after, before) for path, (before, after) in files.items()})
        if git.text(held.root, "rev-parse", "HEAD").strip() == made != head:
            git.text(held.root, "update-ref", "HEAD", head, made)
        raise


def together(every: Sequence[Files]) -> dict[str, tuple[bytes, bytes]]:
    """Changes that follow one another, as one."""
    out: dict[str, tuple[bytes, bytes]] = {}
    for files in every:
        for path, (before, after) in files.items():
            out[path] = (out[path][0] if path in out else before, after)
    return out


def _commit(held: Repository, parent: str, draft: Draft, blobs: dict[str, str]) -> str:
    """The id of a commit that is in the repository, and on no branch."""
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        git.text(held.root, "read-tree", parent, told=index)
        for path, (_, after) in sorted(draft.files.items()):
            name = held.prefix + path
            listed = git.text(held.root, "ls-files", "-s", "--", name, told=index)
            mode = listed.split(" ", 1)[0] or "100644"
            blob = git.raw(held.root, "hash-object", "-w", "--stdin", f"--path={name}", input=after)
            blobs[path] = f"{mode},{blob.decode().strip()}"
            git.text(held.root, "update-index", "--add", "--cacheinfo", f"{blobs[path]},{name}", told=index)  # fmt: skip
        tree = git.text(held.root, "write-tree", told=index).strip()
    who = {
        name: value
        for name, value in (
            ("GIT_AUTHOR_NAME", draft.author), ("GIT_AUTHOR_EMAIL", draft.email),
            ("GIT_AUTHOR_DATE", draft.date),
        )
        if value
    }  # fmt: skip
    message = draft.message.encode("utf-8")
    return git.raw(held.root, "commit-tree", tree, "-p", parent, input=message, told=who).decode().strip()  # fmt: skip


def address(held: Repository, name: str) -> str:
    """The address under which `name` committed last; one that leads nowhere where it never did."""
    form = ("--format=%aN%x00%aE", "--use-mailmap", "-n", "2000", "HEAD")
    for line in git.text(held.root, "log", *form).splitlines():
        author, _, email = line.partition("\0")
        if author.casefold() == name.casefold() and email:
            return email
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return (re.sub(r"[^a-z0-9]+", ".", bare).strip(".") or "unknown") + "@absorbed.invalid"
