"""A seed -> a Word document as one to three people may have edited it."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from indictment.absorb import base
from indictment.absorb.line import Line
from tests.absorb.edits import Edited, InNote
from tests.absorb.matters import Exported

AUTHORS = (
    ("Ann Lee", "2024-05-02T09:30:00Z"),
    ("Bo Ek", "2024-05-03T10:00:00Z"),
    ("Chi Okafor", "2024-05-04T11:00:00Z"),
)
WORDS = (
    "armed", "quietly", "the mayor", "on his orders", "* starred", "[sic]", "post@example.org", "1999. Then",
    "# 4", "under_score", "back\\slash", "“quoted”", "the guild’s", "«чужі»", "half & half", "<tag>", "x|y",
)  # fmt: skip
KINDS = (
    "replace", "insert", "delete", "format", "note words", "new note", "note out", "new paragraph",
    "paragraph out", "split", "join", "move", "cell", "comment", "computed",
)  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """The bytes of the edited document, and what was done."""

    data: bytes
    done: tuple[str, ...]


def drawn(matter: Exported, seed: int) -> Drawn:
    """The edits of a seed. One in four is not tracked; they are at different paragraphs."""
    rng = random.Random(seed)
    lines = base(matter.printed, matter.document).lines
    edited = Edited(matter.data)
    count = rng.choice((1, 1, 1, 2, 3, 4))
    authors = AUTHORS[: rng.choice((1, 1, 2, 3))]
    free = [n for n, line in enumerate(lines) if line is not None and line.kind != "cell"]
    cells = [n for n, line in enumerate(lines) if line is not None and line.kind == "cell"]
    places = sorted(rng.sample(range(len(free)), min(count, len(free))), reverse=True)
    done: list[str] = []
    for place in places:
        edited.author, edited.date = rng.choice(authors)
        edited.tracked = rng.random() < 0.75
        kind = KINDS[seed % len(KINDS)] if not done else rng.choice(KINDS)
        at = rng.choice(cells) if kind == "cell" and cells and not done else free[place]
        line = lines[at]
        assert line is not None
        if _edit(edited, kind, at, line, free, rng):
            done.append(
                f"{kind} at {at} by {edited.author}{'' if edited.tracked else ', untracked'}"
            )
    return Drawn(edited.save(), tuple(done))


def _edit(
    edited: Edited, kind: str, at: int, line: Line, free: list[int], rng: random.Random
) -> bool:
    text = edited.text(at)
    words = [n for n, sign in enumerate(text) if sign == " " and 0 < n < len(text) - 1]
    held = [(c.start, c.end) for c in edited.computed(at)]

    def outside(n: int) -> bool:
        return not any(start < n < end for start, end in held)

    spots = [n for n in words if outside(n) and outside(n + 1)]
    action: Callable[[], object]
    match kind:
        case "replace" | "delete" | "format" | "cell" if spots:
            start = rng.choice(spots) + 1
            end = next((n for n in words if n > start + 1), len(text))
            if any(a < end and start < b for a, b in held) or "\ufffc" in text[start:end]:
                return False
            if kind == "delete":
                action = lambda: edited.delete(at, start, end)  # noqa: E731
            elif kind == "format":
                action = lambda: edited.format(at, start, end, italic=True)  # noqa: E731
            else:
                action = lambda: edited.replace(at, start, end, rng.choice(WORDS))  # noqa: E731
        case "insert" if spots:
            action = lambda: edited.insert(at, rng.choice(spots), f" {rng.choice(WORDS)}")  # noqa: E731
        case "new note" if spots:
            action = lambda: edited.insert_note(at, rng.choice(spots), f"See {rng.choice(WORDS)}.")  # noqa: E731
        case "note words" | "note out":
            notes = _notes(edited, at)
            if not notes:
                return False
            note = rng.choice(notes)
            if kind == "note out":
                action = lambda: edited.delete_note(note)  # noqa: E731
            else:
                action = lambda: edited.insert(InNote(note), 0, "Compare with this: ")  # noqa: E731
        case "new paragraph":
            words_new = f"A new paragraph: {' '.join(rng.choices(WORDS, k=rng.randint(3, 25)))}."
            action = lambda: edited.insert_paragraph_after(at, words_new)  # noqa: E731
        case "paragraph out":
            action = lambda: edited.delete_paragraph(at)  # noqa: E731
        case "split" if spots:
            action = lambda: edited.split(at, rng.choice(spots))  # noqa: E731
        case "join" if at + 1 in free:
            action = lambda: edited.join(at)  # noqa: E731
        case "move":
            goal = rng.choice([n for n in free if n < at - 1] or [0])
            if not goal:
                return False
            action = lambda: edited.move(at, goal)  # noqa: E731
        case "comment":
            action = lambda: edited.comment(at, 0, len(text), "Is this right? -->")  # noqa: E731
        case "computed" if held:
            start, end = rng.choice(held)
            action = lambda: edited.insert(at, (start + end) // 2, "X")  # noqa: E731
        case _:
            return False
    action()
    return True


def _notes(edited: Edited, at: int) -> list[int]:
    """The positions of the notes whose marks stand in a paragraph."""
    before = 0
    for n, node in enumerate(edited.paragraphs):
        marks = sum(1 for _ in node.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}footnoteReference"))  # fmt: skip
        if n == at:
            return list(range(before, before + marks))
        before += marks
    return []
