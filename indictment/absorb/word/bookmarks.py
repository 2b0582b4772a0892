"""Bookmarks of a story -> the anchors of its paragraphs.

A bookmark that runs over two paragraphs belongs to the one where its first words stand: pressing
Enter before a paragraph leaves an empty one in front of it, within the bookmark. One that holds
nothing but the mark of a note belongs to the note.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass
class _Bookmark:
    anchor: str
    paragraph: int
    notes: list[int] = field(default_factory=list)
    has_words: bool = False


class Bookmarks:
    """The bookmarks of one story; `anchor_of` gives a bookmark's anchor, "" where it is not ours.

    Paragraphs and notes are named by their positions.
    """

    def __init__(self, anchor_of: Callable[[str], str]) -> None:
        self._anchor_of = anchor_of
        self._all: list[_Bookmark] = []
        self._wordless: dict[str, _Bookmark] = {}

    def begin(self, number: str, name: str, paragraph: int) -> None:
        """A bookmark begins in a paragraph, or before it."""
        anchor = self._anchor_of(name)
        if anchor:
            self._wordless[number] = _Bookmark(anchor, paragraph)
            self._all.append(self._wordless[number])

    def end(self, number: str) -> None:
        """A bookmark ends."""
        self._wordless.pop(number, None)

    def words(self, paragraph: int) -> None:
        """Words stand here."""
        if self._wordless:
            for bookmark in self._wordless.values():
                bookmark.paragraph, bookmark.has_words = paragraph, True
            self._wordless.clear()

    def note(self, position: int, paragraph: int) -> None:
        """The mark of a note stands here."""
        left: dict[str, _Bookmark] = {}
        for number, bookmark in self._wordless.items():
            bookmark.notes.append(position)
            if len(bookmark.notes) > 1:
                bookmark.paragraph, bookmark.has_words = paragraph, True
            else:
                left[number] = bookmark
        self._wordless = left

    def settle(self, paragraphs: Sequence[list[str]], notes: Mapping[int, list[str]]) -> None:
        """Add the anchors to those of the `paragraphs` and of the `notes`."""
        for bookmark in self._all:
            if bookmark.notes and not bookmark.has_words:
                notes[bookmark.notes[0]].append(bookmark.anchor)
            elif paragraphs:
                paragraphs[min(bookmark.paragraph, len(paragraphs) - 1)].append(bookmark.anchor)
