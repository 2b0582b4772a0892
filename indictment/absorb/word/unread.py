"""What a Word document holds that has no place in a WordDocument, collected in sentences."""

from collections import Counter

LONGEST = 60


class Unread:
    """Collects; the same thing by the same author is said once, with its number."""

    def __init__(self) -> None:
        self._said: Counter[tuple[str, str, str]] = Counter()

    def say(self, one: str, more: str = "", author: str = "") -> None:
        """Something that is not read: "a picture put in"; `more` is its plural."""
        self._said[(one, more, author)] += 1

    def sentences(self) -> tuple[str, ...]:
        """What was said, in the order in which it was found first."""
        found: list[str] = []
        for (one, more, author), times in self._said.items():
            words = f"{times} {more}" if times > 1 and more else one
            found.append(f"{words}, by {author}" if author else words)
        return tuple(found)


def quoted(text: str) -> str:
    """The first words of a text in quotation marks."""
    words = " ".join(text.split())
    return f"“{words[:LONGEST].rstrip()}…”" if len(words) > LONGEST else f"“{words}”"
