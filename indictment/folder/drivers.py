"""What is put into a repository so that git merges and shows a matter by paragraphs, and taken out again.

Settings go to the repository's own configuration, the matter's paths to `info/attributes` inside
marked lines, which also record what was put where. What somebody else set is left as it is.
"""

import hashlib
import re
from dataclasses import field, replace
from pathlib import Path

from indictment.folder import git
from indictment.folder.git import Refused, Repository
from indictment.folder.output import replace_file
from indictment.value import dataclass

PATHS = (
    "matter.yaml",
    "persons.yaml",
    "defendants/*.md",
    "facts/*.md",
    "counts/*.md",
    "annexes/*.md",
    "schedules/*.csv",
    "schedules/*.yaml",
    "exhibits/*.yaml",
    "offences/*.yaml",
    "offences/liability/*.yaml",
)
"""What is merged and shown by paragraphs or keys, counted from the matter."""

ATTRIBUTES = ("merge", "diff")
_BEGINS = "# indict git-setup begins. Leave these lines: `indict git-setup --undo` takes them out."
_ENDS = "# indict git-setup ends."
_UNENDED = "# The line above had no end."
_NEW = "# This file was not there."
_UNENDED_SETTINGS = "# The last line of the settings had no end; SHA-256: "
_SETTING = re.compile(r"# set: (\S+) (.*)")


@dataclass(frozen=True, slots=True)
class _Record:
    """The marked lines, read: settings by name, and lines of attributes by matter."""

    settings: dict[str, str] = field(default_factory=dict)
    matters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unended: bool = False
    new: bool = False
    unended_settings: str = ""

    @property
    def text(self) -> str:
        """The marked lines."""
        lines = [_BEGINS]
        lines += [_NEW] * self.new + [_UNENDED] * self.unended
        lines += [_UNENDED_SETTINGS + self.unended_settings] * bool(self.unended_settings)
        lines += [f"# set: {name} {value}" for name, value in self.settings.items()]
        for prefix, attributes in self.matters.items():
            lines += [f"# matter: /{prefix}", *attributes]
        return "".join(f"{line}\n" for line in [*lines, _ENDS])


@dataclass(frozen=True, slots=True)
class Done:
    """Whether anything was changed, and what was left alone, in sentences."""

    changed: bool
    left: tuple[str, ...] = ()


def settings(command: str) -> dict[str, str]:
    """What git is told of the drivers; `command` starts this program, quoted for the shell."""
    started = command.replace("%", "%%")
    return {
        "merge.indict.name": "paragraphs by label (indict)",
        "merge.indict.driver": f"{started} git-merge %O %A %B %L %P",
        "diff.indict.command": f"{command} git-diff",
        "diff.indict.wordRegex": r"\[[^]@[]*@[^][]*\]|[^][:space:],;.:()[]+|[][,;.:()]",
        "diff.indict.xfuncname": r"^(#{1,6} .*|\{#[^}]*\}.*| {0,2}[a-z][a-z0-9-]*:.*)$",
    }


def put(held: Repository, command: str) -> Done:
    """Tell git about the matter. Raises GitFault, OSError."""
    path = _attributes_file(held)
    before = path.read_bytes() if path.exists() else b""
    above, below, record = _read(before, path)
    left: list[str] = []
    ours: dict[str, str] = {}
    for name, value in settings(command).items():
        now = _value(held, name)
        # What had our very words before we came is somebody else's.
        if now is None or now == record.settings.get(name):
            ours[name] = value
        elif now != value:
            left.append(f"the setting {name}, which is {now}")
    lines = record.matters.get(held.prefix)
    if lines is None:
        lines, kept = _attributes(held)
        left += kept
    first = not record.matters
    record = _Record(
        ours,
        {**record.matters, held.prefix: lines},
        unended=record.unended or (first and bool(above) and not above.endswith(b"\n")),
        new=record.new or (first and not path.exists()),
        unended_settings=record.unended_settings
        or (_unended(_settings_file(held)) if first else ""),
    )
    after = _joined(above, record, below)
    if after != before:
        # First the record: what is not yet there need not be taken out.
        path.parent.mkdir(exist_ok=True)
        replace_file(path, after)
    for name, value in ours.items():
        if _value(held, name, "--local") != value:
            git.raw(held.root, "config", "--local", name, value)
    return Done(after != before, tuple(left))


def take_out(held: Repository) -> Done:
    """Take out what `put` put in for the matter, and nothing else. Raises GitFault, OSError."""
    path = _attributes_file(held)
    before = path.read_bytes() if path.exists() else b""
    above, below, record = _read(before, path)
    if held.prefix not in record.matters:
        return Done(False)
    others = {prefix: x for prefix, x in record.matters.items() if prefix != held.prefix}
    if others:
        replace_file(path, _joined(above, replace(record, matters=others), below))
        return Done(True)
    left = []
    for name, value in record.settings.items():
        now = _value(held, name, "--local")
        if now == value:
            git.raw(held.root, "config", "--local", "--unset", name)
        elif now is not None:
            left.append(f"the setting {name}, which somebody has changed since")
    _without_end(_settings_file(held), record.unended_settings)
    end = b"\n" if record.unended and below else b""
    if record.new and not above + below:
        path.unlink()
    else:
        replace_file(path, above + end + below)
    return Done(True, tuple(left))


def _joined(above: bytes, record: _Record, below: bytes) -> bytes:
    end = b"\n" if record.unended else b""
    return above + end + record.text.encode("utf-8", "surrogateescape") + below


def _attributes_file(held: Repository) -> Path:
    # A linked worktree shares this file with the others; somebody may keep it elsewhere by a link.
    where = git.text(held.root, "rev-parse", "--git-path", "info/attributes").rstrip("\n")
    return (held.root / where).resolve()


def _settings_file(held: Repository) -> Path:
    return held.root / git.text(held.root, "rev-parse", "--git-path", "config").rstrip("\n")


def _unended(path: Path) -> str:
    """The hash of a file whose last line has no end: git gives it one when it writes. Else ""."""
    content = path.read_bytes()
    return "" if content.endswith(b"\n") else hashlib.sha256(content).hexdigest()


def _without_end(path: Path, sum: str) -> None:
    """Take the end of the last line away where the file is then what it was."""
    content = path.read_bytes().removesuffix(b"\n")
    if sum and hashlib.sha256(content).hexdigest() == sum:
        replace_file(path, content)


def _value(held: Repository, name: str, *where: str) -> str | None:
    code, answer = git.asked(held.root, "config", *where, "--get", name)
    return answer.removesuffix("\n") if code == 0 else None


def _attributes(held: Repository) -> tuple[tuple[str, ...], list[str]]:
    """The lines for a matter, without the attributes that somebody has set for its files."""
    names = {pattern: [pattern.replace("*", "a"), *_there(held, pattern)] for pattern in PATHS}
    asked = [held.prefix + name for found in names.values() for name in found]
    answer = git.text(held.root, "check-attr", "-z", *ATTRIBUTES, "--", *asked).split("\0")
    said = {
        (path, attribute): value
        for path, attribute, value in zip(answer[::3], answer[1::3], answer[2::3], strict=False)
        if value not in ("unspecified", "indict")
    }
    lines, left = [], []
    for pattern, found in names.items():
        free = []
        for attribute in ATTRIBUTES:
            theirs = [n for n in found if (held.prefix + n, attribute) in said]
            if theirs:
                value = said[held.prefix + theirs[0], attribute]
                left.append(f"the attribute {attribute} of {pattern}, which is {value}")
            else:
                free.append(f"{attribute}=indict")
        if free:
            lines.append(f"{_pattern(held.prefix, pattern)} {' '.join(free)}")
    return tuple(lines), left


def _there(held: Repository, pattern: str) -> list[str]:
    return sorted(p.relative_to(held.matter).as_posix() for p in held.matter.glob(pattern))


def _pattern(prefix: str, pattern: str) -> str:
    """A line's pattern: counted from the root, signs of the folder's name taken as they are."""
    whole = "/" + re.sub(r"([\\*?\[\]])", r"\\\1", prefix) + pattern
    if re.search(r'[\s"\\]', whole):
        return '"' + whole.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return whole


def _read(content: bytes, path: Path) -> tuple[bytes, bytes, _Record]:
    """What stands above and below the marked lines, and what these say."""
    begins, ends = f"{_BEGINS}\n".encode(), f"{_ENDS}\n".encode()
    start = content.find(begins)
    if start < 0:
        return content, b"", _Record()
    stop = content.find(ends, start)
    if stop < 0:
        raise Refused(
            f"the lines that git-setup put into {path} are damaged",
            f"write “{_ENDS}” on a line below the last of them, and call it again",
        )
    found: dict[str, str] = {}
    matters: dict[str, tuple[str, ...]] = {}
    prefix = ""
    marked = content[start + len(begins) : stop].decode("utf-8", "surrogateescape").split("\n")
    for line in marked:
        if setting := _SETTING.fullmatch(line):
            found[setting[1]] = setting[2]
        elif line.startswith("# matter: /"):
            prefix = line.removeprefix("# matter: /")
            matters[prefix] = ()
        elif line and not line.startswith("#"):
            matters[prefix] = (*matters.get(prefix, ()), line)
    sums = [line.removeprefix(_UNENDED_SETTINGS) for line in marked if line.startswith(_UNENDED_SETTINGS)]  # fmt: skip
    record = _Record(found, matters, _UNENDED in marked, _NEW in marked, "".join(sums[:1]))
    above, below = content[:start], content[stop + len(ends) :]
    if record.unended:
        above = above.removesuffix(b"\n")
    return above, below, record
