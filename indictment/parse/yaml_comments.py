"""Comments of a YAML text -> allowances: `# indict: allow CIT004: the original has no pages`."""

import re
from collections.abc import Mapping

from indictment.diagnostics import Diagnostic, Span
from indictment.model.prose import Allowance
from indictment.model.source import Path
from indictment.parse import rules

_SIGN = re.compile(r"(?:^|(?<=\s))#")
_TOOL = re.compile(r"#\s*indict\s*:\s*(?P<rest>.*)$")
_ALLOW = re.compile(r"allow\s+(?P<code>[A-Z]{3}\d{3})\s*:\s*(?P<reason>\S.*)$")


def allowances(
    lines: list[str],
    file: str,
    first_line: int,
    values: Mapping[Path, Span],
    keys: Mapping[Path, Span],
) -> tuple[list[Allowance], list[Diagnostic]]:
    """The allowances among the comments, each with the entry that it stands above or in."""
    found: list[Allowance] = []
    faults: list[Diagnostic] = []
    texts = _texts(values)
    for number, line in enumerate(lines, start=first_line):
        for sign in _SIGN.finditer(line) if "#" in line else ():
            comment = line[sign.start() :].rstrip()
            span = Span.on_line(file, number, sign.start() + 1, len(comment))
            if any(text.covers(span) for text in texts if text.line <= number <= text.end_line):
                continue
            if tool := _TOOL.match(comment):
                if allow := _ALLOW.match(tool["rest"]):
                    covers = _entry(span, values, keys)
                    found.append(Allowance(allow["code"], allow["reason"].strip(), span, covers))
                else:
                    faults.append(_not_understood(span))
            elif line[: sign.start()].strip() and re.match(r"#[^\s#]", comment):
                faults.append(_swallowed(span, comment.split()[0]))
            break
    return found, faults


def _not_understood(span: Span) -> Diagnostic:
    return rules.YAML_COMMENT.at(
        span,
        "this comment for the tool is not understood",
        help="write # indict: allow CIT004: the reason, with the rule's code and a reason",
    )


def _swallowed(span: Span, word: str) -> Diagnostic:
    """A number sign that was meant to be printed begins a comment in YAML."""
    return rules.UNREADABLE_YAML.at(
        span,
        f"“{word}” is read as the beginning of a comment and would not be printed",
        help="put the whole value in quotation marks; write a space behind # where it is a comment",
    )


def _texts(values: Mapping[Path, Span]) -> list[Span]:
    """The places of values that have no entries or items of their own."""
    inner = {path[:-1] for path in values if path}
    return [span for path, span in values.items() if path not in inner]


def _entry(comment: Span, values: Mapping[Path, Span], keys: Mapping[Path, Span]) -> Span:
    """The entry that the comment stands behind, above or at the end of; else the whole text."""
    whole = values.get((), comment)
    beside = [(span, path) for path, span in keys.items() if span.line == comment.line]
    if beside:
        return _around(max(beside)[1], values, keys, whole)
    below = min(
        ((span, path) for path, span in keys.items() if span.line > comment.line), default=None
    )
    if below and below[0].column == comment.column:
        return _around(below[1], values, keys, whole)
    above = [
        (span, path)
        for path, span in keys.items()
        if span.line < comment.line and span.column == comment.column
    ]
    return _with_key(max(above)[1][:-1], values, keys, whole).to(comment) if above else whole


def _around(
    path: Path, values: Mapping[Path, Span], keys: Mapping[Path, Span], whole: Span
) -> Span:
    """The entry at `path` if it has keys of its own, else the entry that holds it."""
    has_keys = any(other[:-1] == path for other in keys)
    return _with_key(path if has_keys else path[:-1], values, keys, whole)


def _with_key(
    path: Path, values: Mapping[Path, Span], keys: Mapping[Path, Span], whole: Span
) -> Span:
    """The value at `path` together with its key, if it has one."""
    value = values.get(path, whole)
    return keys[path].to(value) if path in keys and path in values else value
