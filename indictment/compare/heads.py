"""A line of the page -> the count at whose head it stands, if it stands at one.

What the tool writes at the head of a count (its provision, whom it charges, how) and the table of
its elements are alike from count to count. Those of a withdrawn count are not those of a new one: a
reader would take the new charge for the old one, moved or reworded.
"""

from lxml import etree

Element = etree._Element
Head = tuple[str, str]
"""The anchor of a count's heading, and its title without the number."""

_OF_A_HEAD = frozenset({"alternative", "charge", "charge-detail", "count-citation", "elements"})
_HEADINGS = ("h1", "h2", "h3", "h4")
_LABELLED = ("x-", "elements-", "withdrawn-count-")
_PARTICULARS = "particulars-"


def head(node: Element) -> Head | None:
    """The heading of the count; None for all that a drafter writes."""
    if (node.get("id") or "").startswith(_PARTICULARS):
        return _above(node)
    return _above(node) if _OF_A_HEAD.intersection((node.get("class") or "").split()) else None


def is_another(old: Head | None, new: Head | None) -> bool:
    """True where both stand at heads, and these are of two counts: by label, and by title."""
    return bool(old and new) and old != new and not set(old or ()).intersection(new or ())


def _above(node: Element | None) -> Head | None:
    while node is not None:
        for before in node.itersiblings(*_HEADINGS, preceding=True):
            anchor = before.get("id") or ""
            if anchor.startswith(_LABELLED):
                words = "".join(str(one) for one in before.itertext())
                return anchor, words.partition(": ")[2]
        node = node.getparent()
    return None
