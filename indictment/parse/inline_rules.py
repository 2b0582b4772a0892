"""Inline rules for the closed Markdown of count files, on markdown-it-py's inline parser.

Every token carries in `meta["at"]` and `meta["end"]` the offsets, in the block's content, of
the characters it came from; so a caret can stand under them. What is outside the subset
becomes a token of type "refused", never text.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

Rule = Callable[[StateInline, bool], bool]

MENTION = re.compile(r"@(?:\{([^{}\s]*)\}|([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*))")
NUMBER_MENTION = re.compile(r"\[-@(?:\{([^{}\s]*)\}|([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*))\]")
NOTE_MARK = re.compile(r"\[\^([^\[\]\s]+)\]")
_TERMINATORS = re.compile(r"[\\*_@\[\]^`<&!~\n{]")
_BRACKET = re.compile(r"[\\\[\]]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"<(?:/?[A-Za-z][^<>]*|[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|\?[^<>]*|![A-Za-z][^<>]*)>"
)
STRAY = re.compile(r"\{\s*(?:#[A-Za-z]|\.[a-z]|[a-z]+=)[^{}\n]*\}")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_OPENERS = " \t\n([{\"'“”„«‘’‹—–-/*_>"


def opens_label(source: str, at: int) -> bool:
    """True if an `@` at offset `at` begins a label: at line start, or after space, opening
    bracket, quotation mark, dash or slash.
    """
    return at == 0 or source[at - 1] in _OPENERS or source[at - 1].isspace()


_DEEPEST_PASSAGE = 4
_REACH = 400
"""How far an open bracket is searched for a label, so that a row of brackets costs no time."""


@lru_cache(maxsize=16)
def _pairs(source: str) -> dict[int, int]:
    """Each `[` that is closed, with its `]`. Escaped signs are skipped."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    escaped = -1
    for found in _BRACKET.finditer(source):
        at = found.start()
        if at == escaped:
            continue
        if found[0] == "\\":
            escaped = at + 1
        elif found[0] == "[":
            opened.append(at)
        elif opened:
            pairs[opened.pop()] = at
    return pairs


def closing_bracket(source: str, at: int, end: int) -> int:
    """The offset of the `]` that closes the `[` at `at`, before `end`; or -1."""
    closed = _pairs(source).get(at, -1)
    return closed if closed < end else -1


def holds_label(source: str, begin: int, end: int) -> bool:
    """True if an exhibit label opens in `source[begin:end]`, outside notes and inner brackets."""
    at = begin
    while at < end:
        if source[at] == "\\":
            at += 2
            continue
        if source[at] in "[^" and (source[at] == "[" or source[at : at + 2] == "^["):
            closed = closing_bracket(source, source.index("[", at), end)
            if closed > 0:
                at = closed + 1
                continue
        if source[at] == "@" and opens_label(source, at) and MENTION.match(source, at, end):
            return True
        at += 1
    return False


def _push(state: StateInline, kind: str, end: int, content: str = "", nesting: int = 0) -> None:
    token = state.push(kind, "", nesting)  # type: ignore[arg-type]
    token.content = content
    token.meta = {"at": state.pos, "end": end}


def _words(state: StateInline, silent: bool) -> bool:
    found = _TERMINATORS.search(state.src, state.pos, state.posMax)
    end = found.start() if found else state.posMax
    if end == state.pos:
        return False
    if not silent:
        _push(state, "text", end, state.src[state.pos : end])
    state.pos = end
    return True


def _one_sign(state: StateInline, silent: bool) -> bool:
    if not silent:
        _push(state, "text", state.pos + 1, state.src[state.pos])
    state.pos += 1
    return True


def _inner(state: StateInline, kind: str, begin: int, end: int, after: int) -> None:
    """Open `kind`, read what stands between `begin` and `end`, close it, go on at `after`."""
    opened = state.pos
    state.env["within"] = state.env.get("within", 0) + 1
    state.push(f"{kind}_open", "", 1).meta = {"at": opened, "end": after}
    limit, state.pos, state.posMax = state.posMax, begin, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = after, limit
    state.env["within"] -= 1
    state.push(f"{kind}_close", "", -1).meta = {"at": opened, "end": after}


def _mention(state: StateInline, silent: bool) -> bool:
    source, at = state.src, state.pos
    number = NUMBER_MENTION.match(source, at, state.posMax) if source[at] == "[" else None
    plain = None
    if source[at] == "@" and opens_label(source, at):
        plain = MENTION.match(source, at, state.posMax)
    found = number or plain
    if not found:
        return False
    if not silent:
        label = found[1] if found[1] is not None else found[2]
        _push(state, "mention_number" if number else "mention", found.end(), label)
    state.pos = found.end()
    return True


def _note(state: StateInline, silent: bool) -> bool:
    source, at = state.src, state.pos
    called = NOTE_MARK.match(source, at, state.posMax)
    if called:
        if not silent:
            _push(state, "note_call", called.end(), called[1])
        state.pos = called.end()
        return True
    if not source.startswith("^[", at):
        return False
    end = closing_bracket(source, at + 1, state.posMax)
    if end < 0:
        return _refuse(state, silent, at + 2, "open-note")
    if state.env.get("within", 0) >= _DEEPEST_PASSAGE:
        return _refuse(state, silent, end + 1, "deep")
    after = _ATTRIBUTES.match(source, end + 1, state.posMax)
    if not silent:
        _inner(state, "note", at + 2, end, after.end() if after else end + 1)
        state.tokens[-1].content = after[0] if after else ""
    else:
        state.pos = after.end() if after else end + 1
    return True


def _bracket(state: StateInline, silent: bool) -> bool:
    source, at = state.src, state.pos
    if source[at] != "[":
        return False
    end = closing_bracket(source, at, state.posMax)
    if end < 0:
        if holds_label(source, at + 1, min(state.posMax, at + _REACH)):
            return _refuse(state, silent, at + 1, "open-citation")
        return False
    following = source[end + 1 : end + 2] if end + 1 < state.posMax else ""
    if following == "{":
        marks = _ATTRIBUTES.match(source, end + 1, state.posMax)
        if not marks:
            return _refuse(state, silent, end + 2, "open-span")
        if state.env.get("within", 0) >= _DEEPEST_PASSAGE:
            return _refuse(state, silent, marks.end(), "deep")
        if not silent:
            _inner(state, "span", at + 1, end, marks.end())
            state.tokens[-1].content = marks[0]
            state.tokens[-1].meta["marks"] = end + 1
        else:
            state.pos = marks.end()
        return True
    if following == "(" and source[at - 1 : at] != "\\":
        closed = source.find(")", end, state.posMax)
        address = source[end + 2 : closed].strip() if closed > 0 else ""
        if re.match(r"(?:https?:|mailto:|www\.|#|/|\.)\S*$", address):
            return _refuse(state, silent, closed + 1, "link")
    if not holds_label(source, at + 1, end):
        return False
    if not silent:
        _push(state, "citation", end + 1, source[at + 1 : end])
    state.pos = end + 1
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    source, at = state.src, state.pos
    if not source.startswith("<!--", at):
        return False
    end = source.find("-->", at + 4, state.posMax)
    if end < 0:
        return _refuse(state, silent, state.posMax, "open-comment")
    if not silent:
        _push(state, "comment", end + 3, source[at + 4 : end])
    state.pos = end + 3
    return True


def _refuse(state: StateInline, silent: bool, end: int, what: str) -> bool:
    if not silent:
        _push(state, "refused", end, what)
    state.pos = end
    return True


def _refused(state: StateInline, silent: bool) -> bool:
    source, at, end = state.src, state.pos, state.posMax
    sign = source[at]
    if sign == "`":
        closed = source.find("`", at + 1, end)
        return _refuse(state, silent, closed + 1 if closed > 0 else at + 1, "code")
    if sign == "<" and (found := _TAG.match(source, at, end)):
        return _refuse(state, silent, found.end(), "html")
    if sign == "&" and (found := _ENTITY.match(source, at, end)):
        return _refuse(state, silent, found.end(), "entity")
    if source.startswith("![", at):
        closed = closing_bracket(source, at + 1, end)
        if closed > 0 and source.startswith("(", closed + 1):
            last = source.find(")", closed, end)
            return _refuse(state, silent, (last if last > 0 else closed) + 1, "image")
    if sign == "{" and (found := STRAY.match(source, at, end)):
        return _refuse(state, silent, found.end(), "stray-braces")
    if source.startswith("~~", at):
        closed = source.find("~~", at + 2, end)
        if closed > 0:
            return _refuse(state, silent, closed + 2, "strikethrough")
    return False


def _newline(state: StateInline, silent: bool) -> bool:
    """A line end: a hard break after two spaces, else the space between two words."""
    source, at = state.src, state.pos
    if source[at] != "\n":
        return False
    end = at + 1
    while end < state.posMax and source[end] in " \t":
        end += 1
    last = state.tokens[-1] if state.tokens else None
    hard = bool(last and last.type == "text" and last.content.endswith("  "))
    if not silent:
        if last and last.type == "text":
            last.content = last.content.rstrip(" \t")
        _push(state, "break" if hard else "text", end, "" if hard else " ")
    state.pos = end
    return True


def _escape(state: StateInline, silent: bool) -> bool:
    source, at = state.src, state.pos
    if source[at] != "\\" or at + 1 >= state.posMax:
        return False
    following = source[at + 1]
    if following == "\n":
        if not silent:
            _push(state, "break", at + 2)
        state.pos = at + 2
        return True
    if following in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~":
        if not silent:
            _push(state, "text", at + 2, following)
        state.pos = at + 2
        return True
    return False


def _located(rule: Rule) -> Rule:
    """The library's rule, with the offsets of its tokens noted."""

    def located(state: StateInline, silent: bool) -> bool:
        at, known = state.pos, len(state.tokens)
        matched = rule(state, silent)
        for step, token in enumerate(state.tokens[known:]):
            token.meta = {"at": at + step, "end": at + step + len(token.content)}
        return matched

    return located


def install(markdown: MarkdownIt) -> None:
    """Put these rules in place of the library's, keeping its emphasis."""
    ruler = markdown.inline.ruler
    emphasis = next(rule.fn for rule in ruler.__rules__ if rule.name == "emphasis")
    own: tuple[tuple[str, Rule], ...] = (
        ("words", _words),
        ("line_end", _newline),
        ("escaped", _escape),
        ("label", _mention),
        ("footnote", _note),
        ("bracket", _bracket),
        ("remark", _comment),
        ("refused", _refused),
        ("stress", _located(emphasis)),
        ("sign", _one_sign),
    )
    for name, rule in own:
        ruler.push(name, rule)
    ruler.enableOnly([name for name, _ in own])
    markdown.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
