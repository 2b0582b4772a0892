"""What the stories of one Word document share: styles, notes, comments, what is not read."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from indictment.absorb.word.comments import Comments
from indictment.absorb.word.looks import Looks
from indictment.absorb.word.ooxml import Element, W, val
from indictment.absorb.word.story import Story
from indictment.absorb.word.styles import Styles
from indictment.absorb.word.unread import Unread, quoted
from indictment.model.word import WordParagraph


@dataclass
class Desk:
    """One document while it is read. `footnotes` and `endnotes` are its notes by their ids."""

    styles: Styles
    comments: Comments
    anchor_of: Callable[[str], str]
    footnotes: dict[str, Element]
    endnotes: dict[str, Element]
    unread: Unread
    notes: list[tuple[WordParagraph, ...]] = field(default_factory=list)
    note_anchors: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    _read: dict[str, tuple[WordParagraph, ...]] = field(default_factory=dict)
    _tables: int = 0

    def __post_init__(self) -> None:
        self.looks = Looks(self.styles)

    def next_table(self) -> int:
        """The number of a table."""
        self._tables += 1
        return self._tables - 1

    def note(self, mark: Element, place: int) -> int:
        """Read the note of a mark that stands in the paragraph of that position; its own position.

        A note whose text is lost has no paragraphs. Two marks of one note are two notes.
        """
        position = len(self.notes)
        number = val(mark, "id")
        self.notes.append(self._read.get(number, ()))
        node = self.footnotes.get(number)
        if node is not None and number not in self._read:
            self._read[number] = ()  # a note that has its own mark in it ends here
            self.notes[position] = self._read[number] = Story(self, node, place).paragraphs
        return position

    def endnote(self, mark: Element, author: str) -> None:
        """An endnote: the tool has none, so it is named."""
        node = self.endnotes.get(val(mark, "id"))
        words = "".join(text.text or "" for text in node.iter(f"{W}t")) if node is not None else ""
        self.unread.say(f"an endnote: {quoted(words)}", author=author)
