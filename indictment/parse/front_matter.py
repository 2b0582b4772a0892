"""The text of a file -> its front matter and its body."""

import re

from indictment.diagnostics import Diagnostic, Outcome, Span
from indictment.parse import rules
from indictment.value import dataclass

_FENCE = re.compile(r"---[ \t]*$")
_NEARLY = re.compile(
    r"[ \t]*(?:-{2,}|[–—]-?|[-–—]{2,}|\+{3,}|_{3,}|={3,}|\*{3,}|```(?:ya?ml)?)[ \t]*$"
)
_KEY = re.compile(r"[A-Za-z][\w-]*:(\s|$)")
_HELP = "write --- on a line of its own above and below the front matter"


@dataclass(frozen=True, slots=True)
class Divided:
    """A file's front matter and body, each with the number of its first line.

    `has_head` is False where no front matter could be found; `head` is then empty.
    """

    head: str
    head_line: int
    body: str
    body_line: int
    has_head: bool = True


def split(text: str, file: str, *, required: bool = True) -> Outcome[Divided]:
    """Divide `text` (line feeds only) at its two lines of three hyphens.

    Always gives a value; a file without front matter is at fault only where it is `required`.
    """
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    if first < len(lines) and _FENCE.match(lines[first]):
        return _after_fence(lines, first, file)
    if first < len(lines) and _NEARLY.match(lines[first]) and _keys_follow(lines, first + 1):
        return _nearly(lines, first, file)
    if fence := _later_fence(lines, first):
        words = rules.FRONT_MATTER.at(
            _line(file, lines, first),
            "there is text above the front matter",
            help="move it below the second line of hyphens",
        )
        found = _after_fence(lines, fence, file)
        return Outcome(found.value, (words, *found.diagnostics))
    if not required:
        return Outcome(Divided("", 1, text, 1, has_head=False))
    return _missing(lines, first, file)


def _after_fence(lines: list[str], first: int, file: str) -> Outcome[Divided]:
    for number in range(first + 1, len(lines)):
        if _FENCE.match(lines[number]):
            return Outcome(_divided(lines, first + 1, number, number + 1))
        if _NEARLY.match(lines[number]):
            fault = _fault_of_fence(file, lines, number)
            return Outcome(_divided(lines, first + 1, number, number + 1), (fault,))
    end = _end_of_keys(lines, first + 1)
    fault = rules.FRONT_MATTER.at(
        _line(file, lines, first),
        "the front matter that begins here does not end",
        help=f"write --- on a line of its own after line {max(end, first + 1)}",
    )
    return Outcome(_divided(lines, first + 1, end, end), (fault,))


def _nearly(lines: list[str], first: int, file: str) -> Outcome[Divided]:
    found = _after_fence(lines, first, file)
    return Outcome(found.value, (_fault_of_fence(file, lines, first), *found.diagnostics))


def _missing(lines: list[str], first: int, file: str) -> Outcome[Divided]:
    """The keys at the top without their first line of hyphens, or no front matter at all."""
    span = _line(file, lines, min(first, len(lines) - 1))
    if _keys_follow(lines, first):
        end = _end_of_keys(lines, first)
        closes = end < len(lines) and bool(_NEARLY.match(lines[end]))
        fault = rules.FRONT_MATTER.at(
            span, "the front matter does not begin with a line of three hyphens", help=_HELP
        )
        return Outcome(_divided(lines, first, end, end + closes), (fault,))
    message = "the file is empty" if first == len(lines) else "the file has no front matter"
    fault = rules.FRONT_MATTER.at(
        span, message, help="begin it with ---, a line `title: …`, and ---"
    )
    return Outcome(Divided("", 1, "\n".join(lines), 1, has_head=False), (fault,))


def _later_fence(lines: list[str], first: int) -> int | None:
    """The line of the first fence, if keys follow it: then text stands above the front matter."""
    for number in range(first, len(lines)):
        if _FENCE.match(lines[number]):
            return (
                number
                if _keys_follow(lines, number + 1) and not _keys_follow(lines, first)
                else None
            )
    return None


def _keys_follow(lines: list[str], start: int) -> bool:
    for line in lines[start:]:
        if line.strip() and not line.startswith("#"):
            return bool(_KEY.match(line))
    return False


def _end_of_keys(lines: list[str], start: int) -> int:
    """The first line from `start` that cannot belong to the front matter."""
    for number in range(start, len(lines)):
        line = lines[number]
        belongs = (
            _KEY.match(line) or line[:1] in (" ", "\t") or line.startswith(("# ", "#\t", "- "))
        )
        if not belongs or line.startswith("## "):
            return number
    return len(lines)


def _fault_of_fence(file: str, lines: list[str], number: int) -> Diagnostic:
    return rules.FRONT_MATTER.at(
        _line(file, lines, number),
        f"“{lines[number].strip()}” stands where a line of three hyphens is wanted",
        help="write --- at the beginning of the line, and nothing else on it",
    )


def _divided(lines: list[str], start: int, end: int, body: int) -> Divided:
    return Divided("\n".join(lines[start:end]) + "\n", start + 1, "\n".join(lines[body:]), body + 1)


def _line(file: str, lines: list[str], number: int) -> Span:
    length = max(len(lines[number].rstrip()) if lines else 1, 1)
    return Span.on_line(file, number + 1, 1, length)
