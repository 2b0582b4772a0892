"""style.css: finding it, and what it may not do."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from indictment.diagnostics import Diagnostic, Rule, Span
from indictment.render.page.lookup import TemplateFolder
from indictment.render.rules import STYLE_NOT_READ, STYLE_WORDS
from indictment.value import dataclass

_WORD_MAKERS = frozenset({
    "attr", "content", "counter", "counters", "element", "string",
    "target-counter", "target-counters", "target-text",
})  # fmt: skip
_PLAIN_LISTS = frozenset({"none", "disc", "circle", "square", "inside", "outside", "inherit"})
_MARGINS = frozenset(
    f"{edge}-{place}"
    for edge, places in {
        "top": ("left-corner", "left", "center", "right", "right-corner"),
        "bottom": ("left-corner", "left", "center", "right", "right-corner"),
        "left": ("top", "middle", "bottom"),
        "right": ("top", "middle", "bottom"),
    }.items()
    for place in places
)

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


def check(style: Style) -> Iterator[Diagnostic]:
    """Words that the style sheet would make, and rules that cannot be read.

    Word never sees the style sheet: what it prints, hides or changes there would stand in the PDF
    alone.
    """
    import tinycss2

    yield from _rules(
        tinycss2.parse_stylesheet(style.text, skip_comments=True, skip_whitespace=True), style.path
    )


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


def _rules(rules: Iterable[Any], path: str) -> Iterator[Diagnostic]:
    import tinycss2

    for rule in rules:
        if rule.type == "error":
            yield _at(STYLE_NOT_READ, path, rule, f"this rule cannot be read: {rule.message}")
        elif rule.type == "qualified-rule":
            contents = tinycss2.parse_blocks_contents(rule.content)
            yield from _declarations(contents, path)
        elif rule.type == "at-rule":
            yield from _at_rule(rule, path)


def _at_rule(rule: Any, path: str) -> Iterator[Diagnostic]:
    import tinycss2

    match rule.lower_at_keyword:
        case "media" | "supports" | "layer":
            if rule.content is not None:
                yield from _rules(
                    tinycss2.parse_rule_list(
                        rule.content, skip_comments=True, skip_whitespace=True
                    ),
                    path,
                )
        case "font-face" | "page":
            pass
        case "import":
            message = "a style sheet stands in one file"
            yield _at(STYLE_NOT_READ, path, rule, message, "copy the imported rules into this file")
        case "counter-style":
            yield _at(STYLE_WORDS, path, rule, "a counter makes numbers that Word never sees")
        case other:
            yield _at(STYLE_NOT_READ, path, rule, f"there is no rule “@{other}”")


def _declarations(contents: Iterable[Any], path: str) -> Iterator[Diagnostic]:
    for one in contents:
        if one.type == "error":
            yield _at(STYLE_NOT_READ, path, one, f"this line cannot be read: {one.message}")
        elif one.type == "qualified-rule":
            yield from _rules([one], path)
        elif one.type == "at-rule":
            yield from _at_rule(one, path)
        elif one.type == "declaration" and (message := _makes_words(one)):
            yield _at(STYLE_WORDS, path, one, message)
        elif one.type == "declaration" and one.lower_name == "opacity":
            message = "“opacity” cannot stand in a file for the archive (PDF/A)"
            yield _at(STYLE_NOT_READ, path, one, message, "use a lighter colour")


def _makes_words(declaration: Any) -> str:
    """What is wrong with the declaration; empty where it makes no words."""
    values = list(_flat(declaration.value))
    idents = {value.lower_value for value in values if value.type == "ident"}
    match declaration.lower_name:
        case "content":
            letters = any(
                char.isalnum() for value in values if value.type == "string" for char in value.value
            )
            makers = any(v.type == "function" and v.lower_name in _WORD_MAKERS for v in values)
            quotes = idents & {"open-quote", "close-quote"}
            if letters or makers or quotes:
                return "“content” makes words or numbers that Word never sees"
        case "text-transform" if idents - {"none", "inherit", "initial"}:
            return "“text-transform” changes letters that Word leaves as they are"
        case "list-style" | "list-style-type":
            strings = any(value.type == "string" and value.value.strip() for value in values)
            if idents - _PLAIN_LISTS or strings:
                return f"“{declaration.lower_name}” makes numbers that Word never sees"
        case "display" if "none" in idents:
            return "“display: none” hides words that Word shows"
        case "visibility" if idents & {"hidden", "collapse"}:
            return "“visibility” hides words that Word shows"
    return ""


def _flat(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        yield value
        if value.type == "function":
            yield from _flat(value.arguments)


def _at(rule: Rule, path: str, node: Any, message: str, remedy: str = "") -> Diagnostic:
    line, column = node.source_line, node.source_column
    if not remedy:
        remedy = (
            "write words in a template, capitals in court.yaml"
            if rule is STYLE_WORDS
            else "mend or remove it"
        )
    return rule.at(Span(path, line, column, line, column), message, help=remedy)
