"""`w:rPr` -> how a run looks: emphasis now and before, style, language, whether it is hidden."""

from indictment.absorb.word.authorship import authorship
from indictment.absorb.word.ooxml import Element, W, is_on, val
from indictment.absorb.word.styles import COMPUTED, Styles, primary
from indictment.model.redline import Authorship
from indictment.value import dataclass

EAST_ASIAN = "\u2e80"
"""The first letter of East Asian scripts."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks. `changed` is who formatted it, where that changed no emphasis."""

    emphasis: frozenset[str] = frozenset()
    style: str = ""
    lang: str = ""
    east_asian: str = ""
    is_hidden: bool = False
    was: tuple[Authorship, frozenset[str]] | None = None
    changed: Authorship | None = None

    @property
    def is_computed(self) -> bool:
        """Whether its style is one of words that the tool wrote."""
        return self.style in COMPUTED

    def language(self, text: str) -> str:
        """The language of a text of this look; "" for the document's own."""
        if self.lang or not self.east_asian:
            return self.lang
        return self.east_asian if any(letter >= EAST_ASIAN for letter in text) else ""


PLAIN = Look()


class Looks:
    """The looks of one document's runs."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def look(self, properties: Element | None) -> Look:
        """The look that run properties give."""
        if properties is None or not len(properties):
            return PLAIN
        style = self._styles.run(val(properties.find(f"{W}rStyle")))
        emphasis = self._emphasis(properties)
        was, changed = None, None
        change = properties.find(f"{W}rPrChange")
        if change is not None:
            old = change.find(f"{W}rPr")
            before = self._emphasis(old) if old is not None else frozenset()
            who = authorship(change)
            if before != emphasis:
                was = who, before
            elif old is None or _signs(old) != _signs(properties):
                changed = who
        lang, east_asian = self._languages(properties)
        hidden = bool(is_on(properties, "vanish"))
        return Look(emphasis, style.name, lang, east_asian, hidden, was, changed)

    def _emphasis(self, properties: Element) -> frozenset[str]:
        """What a run's style says, unless the run itself says otherwise (17.7.3)."""
        style = self._styles.run(val(properties.find(f"{W}rStyle")))
        found = set(style.emphasis)
        for sign, kind in (("i", "em"), ("b", "strong")):
            on = is_on(properties, sign)
            if on:
                found.add(kind)
            elif on is not None:
                found.discard(kind)
        if "term" in found:
            found.discard("strong")
        return frozenset(found)

    def _languages(self, properties: Element) -> tuple[str, str]:
        lang = properties.find(f"{W}lang")
        if lang is None:
            return "", ""
        slots = ("bidi",) if is_on(properties, "rtl") else ("val", "eastAsia")
        tags = [
            tag if tag and primary(tag) != self._styles.languages[slot] else ""
            for slot in slots
            for tag in [val(lang, slot)]
        ]
        return tags[0], "".join(tags[1:])


def _signs(properties: Element) -> list[tuple[str, list[tuple[str, str]]]]:
    """What properties set, in an order of its own."""
    return sorted(
        (str(node.tag), sorted((str(key), str(value)) for key, value in node.attrib.items()))
        for node in properties
        if node.tag != f"{W}rPrChange"
    )
