"""Redline -> schedule.md: the schedule of amendments as the comment of a pull or merge request."""

import re
from collections.abc import Iterable, Iterator, Sequence

from indictment.model.redline import ChangeKind, LostSupport, Redline
from indictment.render.redline.schedule import Group, Line, Row, Schedule, schedule
from indictment.value import dataclass

MARKER = "<!-- indict: schedule of amendments -->"
"""The first line, by which a job finds the comment that it wrote before."""
LIMIT = 65_000
"""Bytes. GitHub takes a comment of 65,536 characters; a job may add a line of its own."""
_LONG = 12
"""A concordance of more rows is folded."""
_BETWEEN = 40
"""Bytes between two sections, with the sentence that rows are left out."""
_ROOM = 600
"""Bytes kept for the sentence that says what did not fit."""
_PUNCTUATION = re.compile(r"[\\`*_\[\]|~]|^(?=[#>+=-])|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
"""What Markdown reads in a line, and what it reads at the beginning of one."""
_NAMED = re.compile(r"(?<=[@#!~%&^:])(?=\w)")
"""After a sign by which GitHub or GitLab would name a person, an issue, a label or a milestone."""
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_CHANGES: dict[ChangeKind, str] = {
    "inserted": "new",
    "deleted": "withdrawn",
    "changed": "reworded",
    "moved": "moved",
    "split": "divided",
    "joined": "joined",
    "formatting": "in other emphasis only",
    "computed": "following from others",
}
_NUMBERED = {
    "count": "Count",
    "heading": "Heading",
    "paragraph": "Paragraph",
    "subparagraph": "Sub-paragraph",
    "note": "Note",
    "annex": "Annex or schedule",
    "exhibit": "Exhibit",
}
_TITLES = {
    "instrument": "The instrument",
    "accused": "The accused",
    "person": "Persons",
    "text": "Other parts of the text",
}


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading or sentence, the rows below it, and what closes them."""

    head: str
    rows: tuple[str, ...] = ()
    foot: str = ""


def markdown(redline: Redline) -> str:
    """The comment; ends with a line feed. What does not fit is left out, and is said to be."""
    made = schedule(redline)
    sections = list(_sections(made))
    out = f"{MARKER}\n\n{_summary(made)}\n"
    around = sum(_size(section.head, section.foot) + _BETWEEN for section in sections)
    sizes = [sum(_size(row) + 1 for row in section.rows) for section in sections]
    rooms = _shared(sizes, LIMIT - _ROOM - _size(out) - around)
    left_out = 0
    for section, room in zip(sections, rooms, strict=True):
        rows = _fitting(section.rows, room)
        more = len(section.rows) - len(rows)
        left_out += more
        lines = ("", section.head, *rows, *([section.foot] if section.foot else []))
        out += "\n".join(lines) + "\n"
        if more:
            out += f"\n*{_rows(more)} left out.*\n"
    if left_out:
        out += (
            f"\n**{_rows(left_out)} did not fit into a comment.** The whole schedule of amendments is "
            "at the end of redline.pdf and redline.docx, and in schedule.xlsx.\n"
        )
    return out


def _shared(sizes: Sequence[int], room: int) -> list[int]:
    """The room of each section: what is small is taken whole, what is left is shared by the others."""
    rooms = [0] * len(sizes)
    for taken, (size, at) in enumerate(sorted((size, at) for at, size in enumerate(sizes))):
        rooms[at] = max(0, min(size, room // (len(sizes) - taken)))
        room -= rooms[at]
    return rooms


def _fitting(rows: Sequence[str], room: int) -> list[str]:
    fitting: list[str] = []
    for row in rows:
        room -= _size(row) + 1
        if room < 0:
            break
        fitting.append(row)
    return fitting


def _rows(number: int) -> str:
    return f"{number} row{'s' * (number != 1)}"


def _size(*texts: str) -> int:
    return sum(len(text.encode()) for text in texts)


def _summary(made: Schedule) -> str:
    versions = f"{escaped(made.old.printed)} → {escaped(made.new.printed)}"
    lines = [f"## Schedule of amendments: {versions}", ""]
    if made.is_empty:
        lines.append("Nothing that is printed differs, and nothing that is charged.")
    else:
        lines.append(f"{_totals(made)}; {_marked(made)}.")
    if made.flagged:
        number = len(made.flagged)
        which = "1 amendment" if number == 1 else f"{number} amendments"
        lines += [
            "",
            f"**{which} may be argued to be a new charge** (compare ICTY Rules of Procedure and "
            "Evidence, rule 50(B) and (C)); the tables name them first.",
        ]
    if made.confidential:
        lines += ["", "**The matter is confidential, and so is this comment.**"]
    return "\n".join(lines)


def _totals(made: Schedule) -> str:
    number = sum(count for _, count in made.totals)
    kinds = ", ".join(f"{count} {_CHANGES[kind]}" for kind, count in made.totals)
    if not number:
        return "No passage differs"
    return f"{number} passage{'s differ' if number > 1 else ' differs'}: {kinds}"


def _marked(made: Schedule) -> str:
    marked = made.marked
    words = f"words: {marked.inserted} put in, {marked.deleted} taken out, {marked.moved} moved"
    if not marked.following:
        return words
    return f"{words}, and {marked.following} that follow from other changes"


def _sections(made: Schedule) -> Iterator[_Section]:
    for group in made.groups:
        yield _amendments(_title(group), group.lines)
    if made.concordance:
        yield _concordance(made.concordance)
    if made.unsupported:
        yield _unsupported(made.unsupported)
    if made.evidence:
        yield _amendments("Exhibits", made.evidence)
    said = [f"- the form of the court: {_code(path)}" for path in made.templates]
    said += [f"- {escaped(sentence)}" for sentence in made.uncompared]
    if said:
        yield _Section("### What differs and is not drawn\n", tuple(said))


def _title(group: Group) -> str:
    if group.kind != "count":
        return _TITLES[group.kind]
    old = (" (withdrawn)" if group.keeps_number else " (old number)") if group.is_withdrawn else ""
    return f"Count {group.number}: {group.title}{old}"


def _amendments(title: str, lines: Sequence[Line]) -> _Section:
    head = [
        f"### {escaped(title)}",
        "",
        "| Kind | Accused | Amendment | Before | Now | ¶ |",
        "|---" * 6 + "|",
    ]
    return _Section("\n".join(head), tuple(_amendment(line) for line in lines))


def _amendment(line: Line) -> str:
    one = line.amendment
    words = escaped(one.words)
    if one.possible_new_charge:
        words = f"**Possible new charge.** {words}"
    if line.why:
        words += f"<br>*{escaped(line.why)}*"
    cells = (
        one.kind,
        escaped(", ".join(line.accused)),
        words,
        escaped(one.old),
        escaped(one.new),
        escaped(", ".join(one.paragraphs)),
    )
    return _row(cells)


def _concordance(rows: Sequence[Row]) -> _Section:
    folded = len(rows) > _LONG
    head = "### Old and new numbers\n"
    if folded:
        head += f"\n<details><summary>{len(rows)} rows</summary>\n"
    head += "\n| What is numbered | Old | New |\n|---|---|---|"
    return _Section(head, tuple(map(_numbers, rows)), "\n</details>" if folded else "")


def _numbers(row: Row) -> str:
    moved = ", moved" if row.moved else ""
    return _row(
        (
            _NUMBERED[row.kind] + moved,
            _from_to(row.old, row.old_last) or "new",
            _from_to(row.new, row.new_last) or "withdrawn",
        )
    )


def _from_to(first: str, last: str) -> str:
    return escaped(f"{first} to {last}" if last else first)


def _unsupported(lost: Sequence[LostSupport]) -> _Section:
    head = "### Paragraphs that lost their last citation\n\n| Old ¶ | New ¶ | Cited before |\n|---|---|---|"
    rows = (_row(map(escaped, (x.old_number, x.new_number, ", ".join(x.exhibits)))) for x in lost)
    return _Section(head, tuple(rows))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code(path: str) -> str:
    return f"`{_BLANK.sub(' ', path).replace('`', '')}`"


def escaped(text: str) -> str:
    """`text` in one line, read as words: no Markdown, no HTML, no name of a person or an issue."""
    plain = _BLANK.sub(" ", text).strip()
    parts = _NAMED.split(plain)
    return "<!-- -->".join(_words(part) for part in parts)


def _words(text: str) -> str:
    html = text.replace("&", "&amp;").replace("<", "&lt;")
    # alone in an element, a dollar sign opens no formula
    return _PUNCTUATION.sub(r"\\\g<0>", html).replace("$", "<span>$</span>")
