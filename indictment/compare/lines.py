"""Two lines of the page that are the same paragraph -> one line with marks, in the new one's place.

What is kept is printed as the new version has it, so that its numbers are the new ones.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from indictment.compare import words
from indictment.compare.tokens import Token
from indictment.compare.words import Stretch
from indictment.value import dataclass

Element = etree._Element
Attributes = tuple[tuple[str, str], ...]

COMPUTED = ("data-kind", "computed")
NOTE_ALIKE = 0.3
"""A note that was changed is the same note from this likeness on, or where it cites the same exhibit."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who put in and who took out: data-author and data-date of the marks of one block."""

    inserted: Attributes
    deleted: Attributes


class Line:
    """Writes one line into an element, which is emptied. What it holds is given back by `begin`."""

    def __init__(
        self, target: Element, signed: Signed, *, tidy: bool, computed: bool = False
    ) -> None:
        self._computed = computed
        self.target = target
        self.signed = signed
        self.tidy = tidy
        self._open: list[tuple[tuple[str, Attributes], Element]] = []
        self._fresh = True

    def begin(self, number: Element | None, old_number: str) -> None:
        """Empty the line; put its number back, with the old one where that was another."""
        for piece in list(self.target):
            self.target.remove(piece)
        self.target.text = None
        if number is None:
            return
        number.tail = None
        self.target.append(number)
        last = number
        if old_number:
            last = etree.SubElement(self.target, "span", {"class": "old-number"})
            last.text = f"[{old_number}]"
        last.tail = " "

    def write(self, stretches: Sequence[Stretch]) -> None:
        """The stretches of the line, in order."""
        for stretch in stretches:
            if stretch.is_kept:
                for old, new in zip(stretch.old, stretch.new, strict=True):
                    self._kept(old, new)
            else:
                self._changed(stretch)

    def _kept(self, old: Token, new: Token) -> None:
        path: list[tuple[str, Attributes]] = []
        if old.emphasis != new.emphasis:
            was = " ".join(sorted(old.emphasis))
            shown = (("class", "formatted"), ("data-was", was), *self.signed.inserted)
            path.append(("span", shown))
        if bool(old.gap) != bool(new.gap) and not self._fresh:
            kind = "ins" if new.gap else "del"
            self._space(kind, new if new.gap else old)
        elif new.gap:
            goes_on = bool(path and self._open and self._open[0][0] == path[0])
            self._space("", new, around=path if goes_on else [])
        self._put(new, path)

    def _changed(self, stretch: Stretch) -> None:
        for old, new in _apart(stretch):
            if len(old) == len(new) == 1 and old[0].inner and new[0].inner:
                self._note(old[0], new[0])
                continue
            computed = len(old) == len(new) == 1 and follows(old[0], new[0])
            # The space before both is no part of the change.
            is_shared = bool(old and new and old[0].gap and new[0].gap)
            if is_shared:
                self._space("", new[0])
            for kind, tokens in (("del", old), ("ins", new)):
                for n, token in enumerate(tokens):
                    if token.gap and not (is_shared and n == 0):
                        self._space(kind, token, computed=computed)
                    self._put(token, [self._mark(kind, computed=computed)])

    def _note(self, old: Token, new: Token) -> None:
        """A note whose text was changed: its mark stays, the change stands in it."""
        assert new.node is not None, "a note has an element"
        if new.gap:
            self._space("", new)
        node = deepcopy(new.node)
        inside = Line(node, self.signed, tidy=self.tidy)
        inside.begin(None, "")
        inside.write(words.compare(old.inner, new.inner, tidy=self.tidy))
        self._append(node, list(new.look))

    def _mark(self, kind: str, *, computed: bool = False) -> tuple[str, Attributes]:
        signed = self.signed.inserted if kind == "ins" else self.signed.deleted
        return kind, (COMPUTED, *signed) if computed or self._computed else signed

    def space(self, kind: str) -> None:
        """A space at the end of the line that was put in (`ins`) or taken out (`del`) there."""
        self._text(" ", [self._mark(kind)])

    def _space(
        self,
        kind: str,
        token: Token,
        *,
        computed: bool = False,
        around: Sequence[tuple[str, Attributes]] = (),
    ) -> None:
        if self._fresh:
            return
        path = [self._mark(kind, computed=computed)] if kind else list(around)
        self._text(token.gap, [*path, *token.gap_look])

    def _put(self, token: Token, path: list[tuple[str, Attributes]]) -> None:
        path = [*path, *token.look]
        if token.node is None:
            self._text(token.text, path)
        else:
            self._append(deepcopy(token.node), path)

    def _text(self, text: str, path: Sequence[tuple[str, Attributes]]) -> None:
        around = self._at(path)
        if len(around):
            around[-1].tail = (around[-1].tail or "") + text
        else:
            around.text = (around.text or "") + text
        self._fresh = False

    def _append(self, node: Element, path: Sequence[tuple[str, Attributes]]) -> None:
        node.tail = None
        self._at(path).append(node)
        self._fresh = False

    def _at(self, path: Sequence[tuple[str, Attributes]]) -> Element:
        """The element inside all those of `path`, opened where it is not open."""
        same = 0
        while same < min(len(path), len(self._open)) and self._open[same][0] == path[same]:
            same += 1
        del self._open[same:]
        around = self._open[-1][1] if self._open else self.target
        for one in path[same:]:
            around = etree.SubElement(around, one[0], dict(one[1]))
            self._open.append((one, around))
        return around


def _apart(stretch: Stretch) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """A change, with notes and citations that are the same on both sides set apart."""
    old, new = stretch.old, stretch.new
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            if _same_note(one, other) or follows(one, other):
                if i or j:
                    yield old[:i], new[:j]
                yield (one,), (other,)
                rest = Stretch(False, old[i + 1 :], new[j + 1 :])
                if rest.old or rest.new:
                    yield from _apart(rest)
                return
    yield old, new


def follows(old: Token, new: Token) -> bool:
    """True where the words differ only because something else changed: the same places of an exhibit,
    cited in full or in short; a part of the text that begins or ends with another paragraph now.
    """
    if old.identity is not None:
        return old.identity == new.identity
    return any(
        ours and ours == theirs for ours, theirs in zip(old.leads_to, new.leads_to, strict=False)
    )


def _same_note(old: Token, new: Token) -> bool:
    if not old.inner or not new.inner:
        return False
    cited = {one.identity[0] for one in old.inner if isinstance(one.identity, tuple)}
    cites = {one.identity[0] for one in new.inner if isinstance(one.identity, tuple)}
    return bool(cited & cites) or words.similarity(old.inner, new.inner) >= NOTE_ALIKE


def attributes(author: str, date: str) -> Attributes:
    """data-author and data-date of a mark."""
    return (("data-author", author), ("data-date", date))
