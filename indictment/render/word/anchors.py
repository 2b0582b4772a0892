"""Anchors of the page -> bookmarks of the Word document.

A labelled piece keeps its identity in Word by a bookmark around its text: LibreOffice and Word keep
it through edits. Names: at most 40 characters of letters, digits and `_` (Word refuses others);
a leading `_` hides them from Word's list. Labels have at most 35 characters, so `_ind_` fits.
"""

import hashlib
import re
from collections.abc import Iterable

from indictment.render.page.mistakes import LinkToNowhere
from indictment.render.word.look import PLAIN, Look
from indictment.render.word.xml import W14, Element, W, child, element

LABELLED = "x-"
WAS = "was-"
"""Begins the anchors of a redline's deleted pieces where the new version has the same ones."""
KINDS = (
    (LABELLED, "_ind_"),
    ("was-x-", "_was_"),
    ("exhibit-", "_exh_"),
    ("number-x-", "_num_"),
    ("", "_at_"),
)
COUNTED = ("p-", "fn-")
"""Begin the anchors of pieces without a label."""
LONGEST = 40
_IDENTITY = f"{W14}paraId"


class Anchors:
    """The anchors of one page, and the bookmarks written for them.

    `present` are all ids of the page, `wanted` those something links to.
    """

    def __init__(self, present: Iterable[str], wanted: Iterable[str]) -> None:
        self._present = set(present)
        self._wanted = set(wanted)
        self._wanted |= {WAS + one for one in self._wanted} & self._present
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._written: set[str] = set()
        self._identities: set[str] = set()
        self._next = 0
        self._waiting: list[tuple[str, bool]] = []
        lost = sorted(self._wanted - self._present)
        if lost:
            raise LinkToNowhere(f"nothing on the page has the anchor {', '.join(lost)}")

    def name(self, anchor: str) -> str:
        """The bookmark of an anchor."""
        if anchor not in self._names:
            self._names[anchor] = self._new_name(anchor)
        return self._names[anchor]

    def wait(self, anchor: str | None, look: Look = PLAIN) -> None:
        """Remember the anchor of a block; the next paragraph carries its bookmark."""
        if anchor and self.is_kept(anchor):
            self._waiting.append((anchor, _is_old(look)))

    def old(self, anchor: str) -> str:
        """The anchor of a piece in the old version, where a redline shows it at its old place.

        An anchor that is a number (p-12, fn-3) names another piece there.
        """
        if anchor.startswith(COUNTED) or WAS + anchor not in self._present:
            return anchor
        return WAS + anchor

    def is_kept(self, anchor: str) -> bool:
        """True where the anchor gets a bookmark: it has a label, or something links to it."""
        return anchor.startswith((LABELLED, WAS + LABELLED)) or anchor in self._wanted

    def take(self, look: Look = PLAIN) -> list[str]:
        """The anchors that the paragraph now written carries.

        One that goes when all changes are accepted carries none of what stays.
        """
        is_old = _is_old(look)
        taken = [anchor for anchor, is_theirs in self._waiting if is_theirs or not is_old]
        self._waiting = [one for one in self._waiting if one[0] not in taken]
        return taken

    def open(self, parent: Element, anchor: str) -> Element:
        """Begin the bookmark of an anchor at the end of `parent`."""
        self._written.add(anchor)
        return self.open_named(parent, self.name(anchor))

    def open_named(self, parent: Element, name: str) -> Element:
        """Begin a bookmark of a name of one's own."""
        self._next += 1
        return child(parent, "bookmarkStart", id=self._next, name=name)

    def close(self, parent: Element, begun: Element) -> None:
        """End a bookmark at the end of `parent`."""
        child(parent, "bookmarkEnd", id=begun.get(W + "id") or "")

    def around(self, first: Element, last: Element, name: str) -> None:
        """Put a bookmark around siblings that stand already."""
        self._next += 1
        first.addprevious(element("bookmarkStart", id=self._next, name=name))
        last.addnext(element("bookmarkEnd", id=self._next))

    def identify(self, paragraph: Element, anchor: str) -> None:
        """Give a labelled paragraph its `w14:paraId`: 31 bits of the label's hash, never 0."""
        number = int.from_bytes(hashlib.sha256(anchor.encode()).digest()[:4], "big") & 0x7FFFFFFF
        while number == 0 or f"{number:08X}" in self._identities:
            number = (number + 1) & 0x7FFFFFFF
        self._identities.add(f"{number:08X}")
        paragraph.set(_IDENTITY, f"{number:08X}")

    def check(self) -> None:
        """Every link has its bookmark.

        Raises:
            LinkToNowhere: an anchor that is linked to stands where no paragraph follows.
        """
        lost = sorted(self._wanted - self._written)
        if lost:
            raise LinkToNowhere(f"no paragraph carries the anchor {', '.join(lost)}")

    @property
    def are_waiting(self) -> bool:
        """True where no paragraph has carried the anchor of a block yet."""
        return bool(self._waiting)

    def _new_name(self, anchor: str) -> str:
        prefix, sign = next(kind for kind in KINDS if anchor.startswith(kind[0]))
        name = sign + re.sub(r"\W", "_", anchor.removeprefix(prefix), flags=re.ASCII)
        if len(name) > LONGEST or name in self._taken:
            digest = hashlib.sha256(anchor.encode()).hexdigest()
            name = f"{sign}{digest[: LONGEST - len(sign)]}"
        self._taken.add(name)
        return name


def _is_old(look: Look) -> bool:
    return look.mark is not None and look.mark.is_old
