"""comments.xml -> comments with their replies, each with the paragraph that it is about."""

from dataclasses import dataclass, field

from indictment.absorb.word.authorship import authorship
from indictment.absorb.word.ooxml import W14, W15, Element, W, val
from indictment.model.word import WordComment

MOST_OPEN = 50
"""Comments that overlap at one place; a document with more is read without saying so of the others."""


@dataclass
class _Comment:
    author: str
    date: str
    text: str
    paragraph: int | None = None
    replies: list["_Comment"] = field(default_factory=list)


class Comments:
    """The comments of one document: `roots` are its parts comments.xml and commentsExtended.xml.

    A reply is read as a line of the comment that it answers: "Ann Lee: agreed".
    """

    def __init__(self, root: Element | None, extended: Element | None) -> None:
        self._all: list[_Comment] = []
        self._by_number: dict[str, int] = {}
        self._open: dict[int, None] = {}
        self.open: tuple[int, ...] = ()
        """The positions of those that are about the words that are read now."""
        answers = _answers(extended)
        by_paragraph: dict[str, int] = {}
        for node in root.iter(f"{W}comment") if root is not None else ():
            who = authorship(node)
            made = _Comment(who.author, who.date, _text(node))
            identity = _identity(node)
            parent = by_paragraph.get(answers.get(identity, ""))
            if parent is not None:
                self._all[parent].replies.append(made)
            else:
                parent = len(self._all)
                self._all.append(made)
            by_paragraph[identity] = self._by_number[val(node, "id")] = parent

    def stand(self, number: str, paragraph: int) -> None:
        """The comment is about the paragraph of that position."""
        at = self._by_number.get(number)
        if at is not None and self._all[at].paragraph is None:
            self._all[at].paragraph = paragraph

    def begin(self, number: str, paragraph: int) -> None:
        """The words that a comment is about begin in that paragraph."""
        self.stand(number, paragraph)
        at = self._by_number.get(number)
        if at is not None and len(self._open) < MOST_OPEN:
            self._open[at] = None
            self.open = tuple(sorted(self._open))

    def end(self, number: str) -> None:
        """They end."""
        at = self._by_number.get(number, -1)
        if at in self._open:
            del self._open[at]
            self.open = tuple(sorted(self._open))

    def finished(self, paragraphs: int) -> tuple[WordComment, ...]:
        """All comments; one that stands nowhere is about the first paragraph."""
        return tuple(
            WordComment(
                one.author,
                one.date,
                "\n".join((one.text, *(f"{reply.author}: {reply.text}" for reply in one.replies))),
                min(one.paragraph or 0, max(paragraphs - 1, 0)),
            )
            for one in self._all
        )


def _text(node: Element) -> str:
    """The words of a comment, its paragraphs as lines."""
    lines = []
    for paragraph in node.iter(f"{W}p"):
        words = ""
        for piece in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
            parent = piece.getparent()
            if piece.tag == f"{W}t":
                words += piece.text or ""
            elif parent is not None and parent.tag == f"{W}r":
                words += " "
        lines.append(" ".join(words.split()))
    return "\n".join(line for line in lines if line)


def _identity(node: Element) -> str:
    """The `w14:paraId` of a comment's last paragraph, by which it is answered ([MS-DOCX] 2.5.3)."""
    paragraphs = node.findall(f"{W}p")
    return (paragraphs[-1].get(f"{W14}paraId") or "") if paragraphs else ""


def _answers(extended: Element | None) -> dict[str, str]:
    """Which comment answers which, by these."""
    return {
        node.get(f"{W15}paraId") or "": node.get(f"{W15}paraIdParent") or ""
        for node in (extended if extended is not None else ())
        if node.get(f"{W15}paraIdParent")
    }
