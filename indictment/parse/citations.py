"""The inside of `[see @a, pp. 2, 5-7; cf. @b]` -> cites, each with its pinpoints."""

import re
from collections.abc import Callable

from indictment.diagnostics import Diagnostic, Span
from indictment.model.prose import Cite, Pinpoint, ProseInline
from indictment.parse import prose_rules
from indictment.parse.inline_rules import MENTION, closing_bracket, opens_label

SpanOf = Callable[[int, int], Span]
Inlines = Callable[[int, int], tuple[ProseInline, ...]]

_NUMBER = r"\d\w*(?:[./:]\w+)*(?:[ \u00a0](?:bis|ter|quater)\b)?(?:\(\w+\))*"
_VALUE = rf"(?:{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?|[ivxlc]+(?:\s*[-–]\s*[ivxlc]+)?\b)"
_UNIT = r"(?:[^\W\d_]{1,12}\.?|§{1,2}|¶{1,2})"
_PINPOINT = re.compile(rf"\s*,?\s*(?:(?P<unit>{_UNIT})\s*)?(?P<values>(?<![^\W\d_]){_VALUE})")
_MORE = re.compile(rf"\s*(?:,|and|&)\s*(?P<value>{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?)(?![^\W\d_])")
_SIGN = re.compile(r"\\.|@|\^\[", re.DOTALL)
"""What may begin a label, or hides one."""
_ROMAN_UNITS = ("p.", "pp.", "p", "pp")


def parts(text: str) -> list[tuple[int, int]]:
    """The offsets of the parts of a citation, between semicolons outside brackets."""
    if ";" not in text:
        return [(0, len(text))]
    found, begin, depth, at = [], 0, 0, 0
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 1
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth = max(0, depth - 1)
        elif sign == ";" and depth == 0:
            found.append((begin, at))
            begin = at + 1
        at += 1
    return [*found, (begin, len(text))]


def _labels(text: str, begin: int, end: int) -> list[re.Match[str]]:
    found, at = [], begin
    while sign := _SIGN.search(text, at, end):
        at = sign.end()
        if sign[0] == "^[":
            closed = closing_bracket(text, at - 1, end)
            at = closed + 1 if closed > 0 else at
        elif sign[0] == "@" and opens_label(text, sign.start()):
            match = MENTION.match(text, sign.start(), end)
            if match:
                found.append(match)
                at = match.end()
    return found


def _pinpoints(text: str, at: int, end: int, span: SpanOf) -> tuple[list[Pinpoint], int]:
    """Pinpoints from offset `at`; and the offset after the last of them."""
    found: list[Pinpoint] = []
    while match := _PINPOINT.match(text, at, end):
        unit, value = match["unit"] or "", match["values"]
        roman = not value[0].isdigit()
        if roman and unit not in _ROMAN_UNITS:
            break
        if not unit and found and "," not in match[0][: match.start("values") - match.start()]:
            break
        values, at = [value], match.end()
        while more := _MORE.match(text, at, end):
            values.append(more["value"])
            at = more.end()
        begin = match.start("unit") if unit else match.start("values")
        clean = tuple(re.sub(r"\s*[-–]\s*", "-", v).replace("\u00a0", " ") for v in values)
        found.append(Pinpoint(unit, clean, span(begin, at)))
    return found, at


def read(text: str, span: SpanOf, inlines: Inlines) -> tuple[tuple[Cite, ...], list[Diagnostic]]:
    """`text` is what stands between the brackets; `span` and `inlines` work on its offsets."""
    cites: list[Cite] = []
    faults: list[Diagnostic] = []
    for begin, end in parts(text):
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        labels = _labels(text, begin, end)
        if not labels:
            faults.append(
                prose_rules.CITATION.at(
                    span(begin, max(end, begin + 1)),
                    "this part of the citation names no exhibit",
                    help="add the exhibit's label with @, or join the words to the part before with a comma",
                )
            )
            continue
        if len(labels) > 1:
            faults.append(
                prose_rules.CITATION.at(
                    span(labels[1].start(), labels[1].end()),
                    "this part of the citation names two exhibits",
                    help="separate exhibits with a semicolon",
                )
            )
        first = labels[0]
        pinpoints, after = _pinpoints(text, first.end(), end, span)
        while after < end and text[after].isspace():
            after += 1
        cites.append(
            Cite(
                label=first[1] if first[1] is not None else first[2],
                before=inlines(begin, first.start()),
                pinpoints=tuple(pinpoints),
                after=inlines(after, end) if len(labels) == 1 else (),
                span=span(begin, end),
                label_span=span(first.start(), first.end()),
            )
        )
    return tuple(cites), faults
