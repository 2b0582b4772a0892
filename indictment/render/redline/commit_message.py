"""Redline -> a commit message: a line of at most 72 letters, then a bullet for each count or part."""

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence

from indictment.model.redline import Amendment, Change, Redline
from indictment.render.redline import wording

WIDEST = 72
_TITLE = re.compile(r"^(.*?\S)(?:: .*| \(.*\))$", re.DOTALL)
_OF_TEXT = ("paragraph", "particulars")
"""Subjects of amendments that say what the changes of the text say already."""
_LINES = ("row", "charge", "particulars", "caption line")
"""What says nothing beside the fact that shows in it."""
_MOST_NUMBERS = 8
_WHOLE = {"exhibit": "Exhibits", "person": "Persons", "accused": "The accused"}
"""Where an amendment belongs that is about no count."""


def short(redline: Redline) -> str:
    """The message; ends with a line feed."""
    if redline.is_empty:
        return "Nothing has changed\n"
    bullets = list(_bullets(redline))
    lines = [_subject(redline, bullets), ""]
    for bullet in bullets:
        lines += textwrap.wrap(
            _plain(bullet), WIDEST, initial_indent="- ", subsequent_indent="  ",
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """`text` with plain spaces in one line."""
    return " ".join(text.split())


def _subject(redline: Redline, bullets: Sequence[str]) -> str:
    """The one bullet where there is one and it is short; else what kind of change, and where."""
    if len(bullets) == 1 and len(_plain(bullets[0])) <= WIDEST:
        return _plain(bullets[0])
    names = [_plain(bullet.partition(": ")[0]) for bullet in bullets]
    shown = [c for c in redline.changes if c.kind != "computed"]
    what = wording.counted(len(shown), "change") if shown else "Amendments"
    for number in range(len(names), 0, -1):
        more = f" and {len(names) - number} more" if number < len(names) else ""
        subject = f"{what}: {', '.join(names[:number])}{more}"
        if len(subject) <= WIDEST:
            return subject
    return f"{what} in {wording.counted(len(names), 'part')} of the indictment"


def _bullets(redline: Redline) -> Iterator[str]:
    """What changed, by count or part, in the order of the page."""
    said: dict[str, list[str]] = defaultdict(list)
    facts = [one for one in redline.amendments if one.subject not in _OF_TEXT]
    lines = {change.number for change in redline.changes if change.what in _LINES}
    covered = {number for one in facts for number in one.changes} & lines
    if any(one.counts for one in facts):
        # The lines at the head of a count say what the facts say.
        covered |= {change.number for change in redline.changes if change.what == "charge"}
    names = {label: _without_title(name) for label, name in wording.count_names(redline).items()}
    groups: dict[tuple[str, str, str], list[Change]] = defaultdict(list)
    for change in redline.changes:
        if change.kind != "computed" and change.number not in covered:
            name = _without_title(wording.part(redline, change))
            said[name]  # the order of the page
            groups[name, change.what, wording.SAID[change.kind]].append(change)
    for (name, what, done), changes in groups.items():
        said[name].append(_changes(what, done, changes))
    for one in facts:
        for label in one.counts:
            said[names.get(label, label)].append(_fact(one))
        if not one.counts:
            said[_WHOLE.get(one.subject, "The instrument")].append(_plain(one.words))
    yield from (
        f"{name}: {'; '.join(dict.fromkeys(lines))}" for name, lines in said.items() if lines
    )
    renumbered = list(wording.renumbering(redline))
    if renumbered and not said:
        yield f"Renumbered: {', '.join(renumbered)}"
    if redline.templates:
        yield f"Templates: {', '.join(redline.templates)}"
    if redline.uncompared:
        yield f"Not compared: {'; '.join(redline.uncompared)}"


def _without_title(heading: str) -> str:
    """`Count 1 (Pillage)` and `Count 1: Pillage` are "Count 1"."""
    found = _TITLE.match(heading)
    return found[1] if found else heading


def _changes(what: str, done: str, changes: Sequence[Change]) -> str:
    numbers = [c.new_number or (c.old_number and f"{c.old_number} old") for c in changes]
    # the rows of one table have the number of its paragraph
    known = list(dict.fromkeys(number for number in numbers if number))
    more = ["…"] if len(known) > _MOST_NUMBERS else []
    listed = f" ({', '.join((*known[:_MOST_NUMBERS], *more))})" if known else ""
    many = what if what == "particulars" else ""
    return f"{wording.counted(len(changes), what, many)} {done}{listed}"


def _fact(one: Amendment) -> str:
    """An amendment beside the name of its count: what it says of the count itself, or its words."""
    if one.accused or not one.new:
        return _plain(
            one.words[:1].lower() + one.words[1:] if one.words.startswith("The ") else one.words
        )
    return f"{one.subject} {one.kind} ({_plain(one.new)})"
