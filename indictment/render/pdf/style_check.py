"""style.css -> what it may not do."""

from collections.abc import Iterable, Iterator
from typing import Any

from indictment.diagnostics import Diagnostic, Rule, Span
from indictment.render.pdf.style import Style
from indictment.render.rules import STYLE_NOT_READ, STYLE_WORDS

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


def check(style: Style) -> Iterator[Diagnostic]:
    """Words that the style sheet would make, and rules that cannot be read.

    Word never sees the style sheet: what it prints, hides or changes there would stand in the PDF
    alone.
    """
    import tinycss2

    yield from _rules(
        tinycss2.parse_stylesheet(style.text, skip_comments=True, skip_whitespace=True), style.path
    )


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
