"""Complex fields of a story: which words are the result that Word worked out (17.16.18)."""

from indictment.absorb.word.ooxml import Element, W, val

TRANSPARENT = "HYPERLINK"
"""A field whose result somebody typed."""


class Fields:
    """Follows `w:fldChar` through a story. One without its partner is passed over, so that a
    damaged field swallows nothing.
    """

    def __init__(self, root: Element) -> None:
        self._whole = _matched(root)
        self._codes: list[str | None] = []
        """The instructions of open fields; None for one whose result has begun."""
        self._results: list[bool] = []
        """Of the same fields: whether their result is worked out."""
        self._in_code = self._in_result = 0

    def sign(self, node: Element) -> None:
        """A `w:fldChar`."""
        if node not in self._whole:
            return
        match val(node, "fldCharType"):
            case "begin":
                self._codes.append("")
                self._results.append(False)
                self._in_code += 1
            case "separate" if self._codes[-1] is not None:
                self._results[-1] = is_computed(self._codes[-1])
                self._codes[-1] = None
                self._in_code -= 1
                self._in_result += self._results[-1]
            case "end":
                self._in_code -= self._codes.pop() is not None
                self._in_result -= self._results.pop()

    def code(self, text: str) -> None:
        """Words of a field's instruction."""
        if self._codes and self._codes[-1] is not None and len(self._codes[-1]) < 100:
            self._codes[-1] += text

    @property
    def in_code(self) -> bool:
        """Whether words that stand here are part of an instruction."""
        return self._in_code > 0

    @property
    def in_result(self) -> bool:
        """Whether words that stand here were worked out by Word."""
        return self._in_result > 0


def is_computed(code: str) -> bool:
    """Whether a field of this instruction works its result out."""
    return not code.lstrip().upper().startswith(TRANSPARENT)


def _matched(root: Element) -> set[Element]:
    """The signs of fields that have a beginning and an end."""
    found: set[Element] = set()
    begun: list[list[Element]] = []
    for node in root.iter(f"{W}fldChar"):
        match val(node, "fldCharType"):
            case "begin":
                begun.append([node])
            case "separate" if begun:
                begun[-1].append(node)
            case "end" if begun:
                found.update(begun.pop())
                found.add(node)
    return found
