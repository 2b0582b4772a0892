"""Three states of YAML -> one, key by key: of the file, of an entry, of a list in brackets.

Only the lines are read, so that comments and spelling stay as they are; what has no keys that can
be seen is merged as a whole.
"""

import re
from collections.abc import Iterator

from indictment.merge import words
from indictment.merge.joining import Joined, Manner, Three, joined
from indictment.merge.series import Block, Kind, Series, series

_KEY = re.compile(
    r"""(?P<indent>[ ]*)(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s#\-\[\]{}"'&*!|>%@`,?:][^\n#]*?)[ ]*:(?=\s|$)"""
)
_ITEM = re.compile(r"(?P<indent> *)-(?=\s|$)")
_COMMENT = re.compile(r" *#")
_SCHEMA = re.compile(r"# yaml-language-server:")
_FLOW = re.compile(r"(?P<open>[\[{])(?P<inside>.*)(?P<close>[\]}])(?P<rest>\s*(?:#.*)?)")
_LONG = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?")


def merged(three: tuple[str, str, str], manner: Manner) -> Joined | None:
    """Three texts of keys or of items; None where one is neither. `manner` shows conflicts."""
    found = [entries(text) for text in three]
    base, ours, theirs = found
    if base is None or ours is None or theirs is None:
        return None
    kinds = {block.kind for s in (base, ours, theirs) for block in s.blocks} - {"comment"}
    if len(kinds) > 1:
        return None

    def content(base: Block | None, ours: Block, theirs: Block) -> Joined | None:
        return _entry(base, ours, theirs, manner)

    below = Manner(content, manner.shown, lambda a, b: "\n")
    return joined(Three(base, ours, theirs), below)


def entries(text: str) -> Series | None:
    """The keys, or the items, of a text, each with the comments above it; None where it has none."""
    if not text.strip():
        return Series("", (), (), text)
    first = next((x for x in text.split("\n") if x.strip() and not _COMMENT.match(x)), "")
    begins = _ITEM.match(first) or _KEY.match(first)
    if begins is None:
        return None
    form = _ITEM if _ITEM.match(first) else _KEY
    return series(text, _spans(text, form, begins["indent"]))


def bodies(old: Block, new: Block) -> tuple[str, str, int, int] | None:
    """What stands below one key in two states, and how many lines below the block's first; None
    where more than that differs, or one has a value of its own.
    """
    before, after = _Parts.of(old), _Parts.of(new)
    if (before.comments, before.head) != (after.comments, after.head):
        return None
    if before.value.strip() or after.value.strip():
        return None
    if entries(before.body) is None or entries(after.body) is None:
        return None
    down = before.comments.count("\n") + 1
    return before.body, after.body, down, down


def _spans(text: str, form: re.Pattern[str], indent: str) -> Iterator[tuple[int, int, Kind, str]]:
    begin, end, at = -1, 0, 0
    kind: Kind = "comment"
    label = ""
    comment = -1  # where comments begin that may belong to what is below
    for line in text.split("\n"):
        found = form.match(line)
        stop = at + len(line)
        if found and found["indent"] == indent:
            if begin >= 0:
                yield begin, end, kind, label
            begin, end = (at if comment < 0 else comment), stop
            kind = "item" if form is _ITEM else "entry"
            label = "" if form is _ITEM else found["key"].strip("\"'")
            comment = -1
        elif line.startswith(f"{indent}#"):
            if comment < 0:
                comment = at
            if _SCHEMA.match(line) and begin < 0:
                yield at, stop, "comment", "#schema"
                comment = -1
        elif not line.strip():
            if comment >= 0:
                # With a blank line below they stand for themselves.
                if begin >= 0:
                    yield begin, end, kind, label
                yield comment, at - 1, "comment", ""
                begin = comment = -1
        else:
            if begin < 0:
                begin, kind, label = (at if comment < 0 else comment), "comment", ""
            end, comment = stop, -1
        at = stop + 1
    if begin >= 0:
        yield begin, end, kind, label
    if comment >= 0:
        yield comment, len(text.rstrip("\n")), "comment", ""


def _entry(base: Block | None, ours: Block, theirs: Block, manner: Manner) -> Joined | None:
    """One key or item, with the comments above it."""
    kind = ours.kind
    if kind == "comment" or theirs.kind != kind:
        text = words.merged(base.text, ours.text, theirs.text, "paragraph") if base else None
        return None if text is None else Joined(text)
    states = [_Parts.of(block) if block else None for block in (base, ours, theirs)]
    mine, yours = states[1], states[2]
    assert mine is not None
    assert yours is not None
    before = states[0] or _Parts("", mine.head, "", "")
    three = (before, mine, yours)
    comments = _together(*(p.comments for p in three))
    head = words.one_of(*(p.head for p in three))
    if comments is None:
        return None
    if kind == "item":
        made = _item(three, manner)
    elif not any(p.value.strip() for p in three):
        made = merged((before.body, mine.body, yours.body), manner)
        if made is not None:
            made = Joined("\n" + made.text, made.conflicts)
    else:
        made = _value(three)
    return None if made is None else Joined(comments + head + made.text, made.conflicts)


class _Parts:
    """An entry in its parts: comments above it, `key:` or `-`, the rest of that line, lines below."""

    def __init__(self, comments: str, head: str, value: str, body: str) -> None:
        self.comments, self.head, self.value, self.body = comments, head, value, body

    @classmethod
    def of(cls, block: Block) -> "_Parts":
        lines = block.text.split("\n")
        at = next(n for n, line in enumerate(lines) if not _COMMENT.match(line) and line.strip())
        comments = "".join(f"{line}\n" for line in lines[:at])
        found = (_ITEM if block.kind == "item" else _KEY).match(lines[at])
        assert found is not None
        return cls(
            comments, found[0], lines[at][found.end() :], "\n".join(lines[at + 1 :])
        )  # fmt: skip


def _item(three: tuple[_Parts, _Parts, _Parts], manner: Manner) -> Joined | None:
    """An item `- key: …`: its keys stand in a column, the first of them behind the hyphen."""
    flow = _value(three)
    if flow is not None:
        return flow
    texts = []
    for part in three:
        text = " " * len(part.head) + part.value + ("\n" + part.body if part.body else "")
        texts.append(text if part.value else "")
    found = [entries(text) for text in texts]
    if any(s is None or any(b.kind == "item" for b in s.blocks) for s in found):
        if not texts[0]:
            return None
        prose = words.merged(texts[0].strip(), texts[1].strip(), texts[2].strip(), "paragraph")
        return None if prose is None else Joined(f" {prose}")
    below = merged((texts[0], texts[1], texts[2]), manner)
    width = len(three[1].head)
    if below is None or below.text[:width].strip():
        return None  # the marker of a conflict would stand in the place of the hyphen
    return Joined(below.text[width:], below.conflicts)


def _value(three: tuple[_Parts, _Parts, _Parts]) -> Joined | None:
    """A value: a list or keys in brackets, or long text below the key."""
    before, mine, yours = three
    if all(_LONG.fullmatch(p.value.strip()) for p in three):
        body = words.merged(before.body, mine.body, yours.body, "paragraph")
        value = words.one_of(before.value, mine.value, yours.value)
        return None if body is None else Joined(f"{value}\n{body}")
    if any(p.body.strip() for p in three):
        return None
    flows = [_FLOW.fullmatch(p.value.strip()) for p in three]
    if flows[0] is None and not before.value.strip():
        flows[0] = flows[1] and _FLOW.fullmatch(f"{flows[1]['open']}{flows[1]['close']}")
    if not all(flows) or len({f and f["open"] for f in flows}) > 1:
        return None
    inside = [_values(f["inside"], f["open"]) for f in flows if f]
    manner = Manner(lambda base, ours, theirs: None, lambda ours, theirs: ours, lambda a, b: ", ")
    made = joined(Three(inside[0], inside[1], inside[2]), manner)
    if made.conflicts:
        return None
    rest = words.one_of(*(f["rest"] for f in flows if f))
    shell = flows[1]
    assert shell is not None
    return Joined(f" {shell['open']}{made.text}{shell['close']}{rest}")


def _values(inside: str, bracket: str) -> Series:
    """The values between brackets; a value's label is itself, or its key."""
    spans: list[tuple[int, int, Kind, str]] = []
    begin, depth, quote = 0, 0, ""
    for at, sign in enumerate([*inside, ","]):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        elif sign == "," and not depth:
            value = inside[begin:at]
            if value.strip():
                start = begin + len(value) - len(value.lstrip())
                label = value.split(":")[0] if bracket == "{" else value
                spans.append((start, start + len(value.strip()), "value", label.strip()))
            begin = at + 1
    return series(inside, spans)


def _together(base: str, ours: str, theirs: str) -> str | None:
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else None
