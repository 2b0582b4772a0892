"""Matter -> a change that gives a label to each numbered paragraph without one.

A label keeps a paragraph's identity when others come before it; `indict diff` pairs by it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from indictment.diagnostics import Span
from indictment.edit.change import Change, Replacement
from indictment.edit.occurrences import defined
from indictment.model.matter import Annex, Matter
from indictment.model.prose import Mention, Prose, ProseInline, ProseParagraph, Stressed, Words

_SMALL = frozenset(
    word
    for line in (
        "a an the and or of in on at to by for from with as that this these those",
        "it its he she his her they their was were is are be been had has have not which who whom",
    )
    for word in line.split()
)
_LONGEST = 30


def change(matter: Matter, files: Iterable[str] = ()) -> Change:
    """Labels for the unlabelled numbered paragraphs of `files` (all where none are named)."""
    wanted = set(files)
    taken = {label for label, _ in defined(matter)}
    found: list[Replacement] = []
    for prose in _proses(matter):
        if wanted and prose.file not in wanted:
            continue
        for paragraph in _unlabelled(prose):
            label = _free(_words(paragraph.content), taken)
            taken.add(label)
            found.append(_write(paragraph, label, prose))
    return Change(tuple(found))


def _proses(matter: Matter) -> Iterator[Prose]:
    for part in matter.chapters:
        if not isinstance(part, Annex) or part.head.numbered:
            yield part.prose


def _unlabelled(prose: Prose) -> Iterator[ProseParagraph]:
    for block in prose.blocks:
        if not isinstance(block, ProseParagraph):
            continue
        marks = block.attributes
        if marks is None or not (marks.label or marks.unnumbered or marks.continues):
            yield block


def _words(content: tuple[ProseInline, ...]) -> list[str]:
    text = ""
    for piece in content:
        if isinstance(piece, Words):
            text += piece.text
        elif isinstance(piece, Mention):
            text += f" {piece.label} "
        elif isinstance(piece, Stressed):
            text += " ".join(_words(piece.content))
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def _free(words: list[str], taken: set[str]) -> str:
    """A short label from the first words that say something, unlike any in `taken`."""
    telling = [word for word in words if word not in _SMALL] or words
    while telling and not telling[0][0].isalpha():
        telling = telling[1:]
    label = ""
    for word in telling[:5]:
        if len(label) + len(word) + 1 > _LONGEST:
            break
        label = f"{label}-{word}" if label else word
    label = label or "paragraph"
    if label not in taken:
        return label
    return next(f"{label}-{n}" for n in range(2, 10_000) if f"{label}-{n}" not in taken)


def _write(paragraph: ProseParagraph, label: str, prose: Prose) -> Replacement:
    marks = paragraph.attributes
    if marks is not None:
        brace = Span.on_line(prose.file, marks.span.line, marks.span.column, 1)
        return Replacement(brace, "{", f"{{#{label} ")
    start = Span.on_line(prose.file, paragraph.span.line, paragraph.span.column, 0)
    return Replacement(start, "", f"{{#{label}}}\n")
