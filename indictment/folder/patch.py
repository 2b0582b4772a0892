"""Two states of one file, as git hands them to a diff driver -> the patch that git itself would write."""

import re
import subprocess
from pathlib import Path

from indictment.value import dataclass

_ABSENT = "/dev/null"


@dataclass(frozen=True, slots=True)
class State:
    """One state of a file: where its content stands for the moment, its id, and its mode."""

    file: str
    blob: str
    mode: str

    @property
    def is_there(self) -> bool:
        """False on the side where the file is new or gone."""
        return self.file != _ABSENT

    def content(self) -> bytes:
        """The bytes; none where it is not there."""
        return Path(self.file).read_bytes() if self.is_there else b""


def patch(old_path: str, new_path: str, old: State, new: State, told: str) -> bytes:
    """What `git diff` would write of this file without a driver. `told` is what git says of a rename."""
    quoting = _asked("config", "--get", "--bool", "core.quotePath").strip() != b"false"
    a, b = _name(f"a/{old_path}", quoting=quoting), _name(f"b/{new_path}", quoting=quoting)
    lines = [f"diff --git {a} {b}"]
    if not old.is_there:
        lines.append(f"new file mode {new.mode}")
    elif not new.is_there:
        lines.append(f"deleted file mode {old.mode}")
    elif old.mode != new.mode:
        lines += [f"old mode {old.mode}", f"new mode {new.mode}"]
    lines += [line for line in told.splitlines() if line and not line.startswith("index ")]
    index, hunks = _hunks(old.file, new.file)
    if index:
        mode = f" {new.mode}" if old.is_there and new.is_there and old.mode == new.mode else ""
        lines.append(f"index {index}{mode}")
    if hunks.startswith(b"Binary files "):
        ends = (a if old.is_there else _ABSENT), (b if new.is_there else _ABSENT)
        hunks = f"Binary files {ends[0]} and {ends[1]} differ\n".encode()
    elif hunks:
        lines += [f"--- {_edge(a, old)}", f"+++ {_edge(b, new)}"]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape") + hunks


def _edge(name: str, state: State) -> str:
    # A tab tells `patch` where a name with spaces ends, as git writes it.
    return (name + "\t" * (" " in name)) if state.is_there else _ABSENT


def _hunks(old: str, new: str) -> tuple[str, bytes]:
    """The ids of both states in short, and the changed lines as git writes them."""
    # The files have names of git's own choosing, for which no driver is set.
    heading = _asked("config", "--get", "diff.indict.xfuncname").decode().removesuffix("\n")
    settings = ("-c", f"diff.default.xfuncname={heading}") if heading else ()
    asked = ("diff", "--no-index", "--no-ext-diff", "--no-textconv", "--no-color", "--", old, new)
    answer = _asked(*settings, *asked)
    index = re.search(rb"^index (\S+)", answer, re.MULTILINE)
    found = re.search(rb"^(?:@@ |Binary files )", answer, re.MULTILINE)
    return (index[1].decode() if index else ""), answer[found.start() :] if found else b""


def _asked(*arguments: str) -> bytes:
    # In git's own surroundings: its settings hold, and the files are where it says.
    return subprocess.run(
        ["git", "--no-pager", *arguments], capture_output=True, check=False, timeout=60
    ).stdout


_SHORT = {7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 34: '"', 92: "\\"}


def _name(path: str, *, quoting: bool) -> str:
    """A path as git writes it: in quotation marks, with octal digits, where it has odd signs."""
    written = ""
    for byte in path.encode("utf-8", "surrogateescape"):
        if byte in _SHORT:
            written += "\\" + _SHORT[byte]
        elif byte < 32 or byte == 127 or (byte > 127 and quoting):
            written += f"\\{byte:03o}"
        else:
            written += bytes([byte]).decode("latin-1")
    if written == path:
        return path
    return f'"{written}"' if quoting or "\\" in written else path
