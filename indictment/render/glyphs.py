"""Text -> the characters in it that the shipped fonts cannot print."""

from functools import cache

from indictment.machine.shipped import shipped

FAMILY = "LiberationSerif"
"""The family in which the indictment is set: all its faces must have a character."""

DRAWN_AS = {"\u2011": "\u2010"}
"""Characters in whose place HarfBuzz draws another: the non-breaking hyphen."""

NEVER_DRAWN = frozenset("\n\r\t")


@cache
def printable() -> frozenset[int]:
    """The code points that every face of the family has."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

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
