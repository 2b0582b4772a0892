"""A change to source files as a value: replacements at spans, and files that get another name."""

from collections.abc import Iterable, Mapping, Sequence

from indictment.diagnostics import Span
from indictment.value import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """Put `new` where `span` stands. `old` is what stands there: a replacement that finds
    something else is refused.
    """

    span: Span
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a command would do to the source files."""

    replacements: tuple[Replacement, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """Files that get another name: from, to."""


class Stale(Exception):
    """The file does not hold what was read: it was changed meanwhile."""


def apply(lines: Sequence[str], replacements: Iterable[Replacement]) -> list[str]:
    """The lines of one file with its replacements made. Spans are of one line each. Raises Stale."""
    out = list(lines)
    for change in sorted(set(replacements), reverse=True):
        line, begin = change.span.line - 1, change.span.column - 1
        if out[line][begin : begin + len(change.old)] != change.old:
            raise Stale(f"{change.span.start} does not read “{change.old}”")
        out[line] = out[line][:begin] + change.new + out[line][begin + len(change.old) :]
    return out


def by_file(change: Change) -> Mapping[str, list[Replacement]]:
    """The replacements of each file."""
    found: dict[str, list[Replacement]] = {}
    for replacement in change.replacements:
        found.setdefault(replacement.span.file, []).append(replacement)
    return found


def line_end(content: bytes) -> str:
    """The line end that a file uses."""
    return "\r\n" if b"\r\n" in content else "\n"


def rewritten(content: bytes, replacements: Iterable[Replacement]) -> bytes:
    """A file's bytes with replacements made; its line ends and a byte order mark are kept."""
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    end = line_end(content)
    lines = content[len(mark) :].decode("utf-8").replace("\r\n", "\n").split("\n")
    made = "\n".join(apply(lines, replacements))
    return mark + made.replace("\n", end).encode("utf-8")
