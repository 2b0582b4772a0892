"""style.css: finding it, and what a page that is set with it depends on."""

import re

from indictment.render.page.lookup import TemplateFolder
from indictment.value import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAMED_PAGES = re.compile(r"@page\s+([^{:]+)", re.IGNORECASE)
_OF_EACH_FORM = ("landscape", "title")
"""The names of pages in mechanics.css."""
_COUNTER = re.compile(r"counters?\s*\(", re.IGNORECASE)
_ACROSS_PAGES = re.compile(
    r"\b(?:counter-(?:reset|increment|set)|string-set|position\s*:\s*(?:fixed|running)"
    r"|break-(?:before|after)\s*:\s*(?:left|right|recto|verso))\b",
    re.IGNORECASE,
)

_REFERENCES = re.compile(
    r"\.ref|\bspan\b|\[\s*(?:class|href|data-kind|data-target)|\ba\s*[>+]|>\s*a\b|\*|[\s>+,{}]:(?:first|last)",
    re.IGNORECASE,
)
"""What a selector may say of a reference, or of its number."""
_IN_BLOCKS = re.compile(r"(?:section|tr|table|thead|tbody|ol|ul|dl|\.attached)\s*>\s*\*")
"""What stands directly in these is no reference."""
_FAR = re.compile(
    r":nth-|-of-type|:only-|:empty|:has\(|~(?!=)|[0-9]v(?:w|h|min|max|i|b)\b",
    re.IGNORECASE,
)
"""Selectors that depend on what may stand far away; lengths that are a share of the first page."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style sheet: its path as the drafter would name it, and its text."""

    path: str
    text: str


def find(folder: TemplateFolder, *, amendments: str = "") -> Style:
    """The court's style.css: the matter's own, the shipped one, or that of `international`.

    A redline whose marks are told apart by amendment is set with one more sheet, `amendments`.
    """
    found = folder.find("style.css")
    assert found is not None, "the shipped style.css is missing"
    sheet = Style(found.path, found.text if found.text is not None else "\ufffd")
    marks = folder.find(amendments) if amendments else None
    if marks is None or marks.text is None:
        return sheet
    return Style(sheet.path, f"{sheet.text}\n{marks.text}")


def lets_divide(style: Style) -> bool:
    """True if the parts of a page look the same when each is laid out by itself.

    They do not where the sheet tells left pages from right ones or the first from the others,
    counts, or repeats on later pages what an earlier one said.
    """
    import tinycss2

    if _ACROSS_PAGES.search(_COMMENT.sub("", style.text)):
        return False
    rules = tinycss2.parse_stylesheet(style.text, skip_comments=True, skip_whitespace=True)
    return not any(
        rule.type == "at-rule"
        and rule.lower_at_keyword == "page"
        and ":" in tinycss2.serialize(rule.prelude)
        for rule in rules
    )


def page_names(style: Style) -> tuple[str, ...]:
    """What pages may be called that do not look as others do, beside those of each form; none has another look."""
    named = " ".join(_NAMED_PAGES.findall(_COMMENT.sub("", style.text)))
    return tuple(sorted({"", *_OF_EACH_FORM, *named.replace(",", " ").split()}))


def sees_references(style: Style) -> bool:
    """True if the sheet may tell the number of a reference from the reference."""
    text = _IN_BLOCKS.sub("td", _COMMENT.sub("", style.text))
    return _REFERENCES.search(text) is not None


REACH = 3
"""So many elements before a passage a style sheet may ask for, one after the other (`h1 + h2 + p`: two)."""


def reach(style: Style) -> int | None:
    """On how many elements before it a passage's look may depend; None where that is more than REACH.

    That is so where the sheet counts the elements beside it, or asks for what stands before it at any
    distance; or where a length is a share of the first page.
    """
    text = _COMMENT.sub("", style.text)
    if _FAR.search(text):
        return None
    most = max(one.count("+") for one in re.split("[{},;]", text))
    return max(1, most) if most <= REACH else None


def counts(style: Style) -> bool:
    """True if the sheet prints numbers that it counts by itself: those of pages, in their margins."""
    return _COUNTER.search(_COMMENT.sub("", style.text)) is not None
