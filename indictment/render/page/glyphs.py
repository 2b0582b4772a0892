"""Text -> the characters in it that the shipped fonts cannot print."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from indictment.diagnostics import Diagnostic, Span
from indictment.machine.shipped import shipped
from indictment.model.indictment import Indictment
from indictment.render.rules import GLYPH_MISSING

FAMILY = "LiberationSerif"
"""The family in which the indictment is set: all its faces must have a character."""

DRAWN_AS = {"\u2011": "\u2010"}
"""Characters in whose place HarfBuzz draws another: the non-breaking hyphen."""

NEVER_DRAWN = frozenset("\n\r\t")

_PRINTED = (
    "title_page", "accused", "charged", "statement", "counts", "annexes", "schedules", "exhibits",
    "elements", "signatories",
)  # fmt: skip


@cache
def printable() -> frozenset[int]:
    """The code points that every face of the family has."""
    from fontTools.ttLib import TTFont

    faces = sorted((shipped("templates") / "fonts").glob(f"{FAMILY}-*.ttf"))
    covered: list[set[int]] = []
    for face in faces:
        with TTFont(face, lazy=True) as font:
            covered.append(set(font.getBestCmap()))
    return frozenset(set.intersection(*covered)) if covered else frozenset()


def missing(text: str) -> set[str]:
    """The characters of `text` that would be printed as empty boxes."""
    known = printable()
    return {char for char in set(text) - NEVER_DRAWN if ord(DRAWN_AS.get(char, char)) not in known}


def check(indictment: Indictment, page: str) -> Iterator[Diagnostic]:
    """Characters of `page`, the HTML of `indictment`, that cannot be printed, at their place.

    What the text of the matter does not hold stands in a template.
    """
    left = missing(page)
    if not left:
        return
    found: dict[tuple[str, Span], None] = {}
    for name in _PRINTED:
        for span, text in _written(getattr(indictment, name), Span("matter.yaml")):
            found.update(dict.fromkeys((char, span) for char in sorted(left & set(text))))
    for char, span in found:
        yield _missing(char, span)
    for char in sorted(left - {char for char, _ in found}):
        yield _missing(char, Span(f"templates/{indictment.matter.caption.court}"))


def _written(value: object, span: Span) -> Iterator[tuple[Span, str]]:
    """Every text below `value` with the nearest span around it."""
    if isinstance(value, str):
        yield span, value
    elif isinstance(value, tuple):
        for one in value:
            yield from _written(one, span)
    elif is_dataclass(value) and not isinstance(value, Span):
        span = getattr(value, "span", None) or span
        for field in fields(value):
            yield from _written(getattr(value, field.name), span)


def _missing(char: str, span: Span) -> Diagnostic:
    return GLYPH_MISSING.at(
        span,
        f"the fonts have no character “{char}” (U+{ord(char):04X})",
        help="write it in other characters",
    )
