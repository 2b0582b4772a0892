"""styles.xml -> the names of styles, and what a run of a style is.

Word and LibreOffice write ids of their own for the styles they know, so a style is known by its
name. A name of Word's own styles has small letters in one file and capitals in another.
"""

import re

from indictment.absorb.word.ooxml import Element, W, children, is_on, val
from indictment.value import dataclass

COMPUTED = frozenset({"Exhibit Citation", "Cross-reference", "Name", "Name of Accused"})
"""Styles of words that the tool wrote from something else."""

_OURS = COMPUTED | {"Term", "Exhibit Mark", "Redaction", "Hyperlink", "Particulars Label"}
"""Styles of the tool: how a court has them drawn is no emphasis."""

_WORDS_OWN = re.compile(
    r"(heading|toc) \d|(footnote|endnote|annotation) (text|reference)|header|footer|caption", re.I
)


@dataclass(frozen=True, slots=True)
class RunStyle:
    """What a character style says: its name, and its emphasis."""

    name: str = ""
    emphasis: frozenset[str] = frozenset()


class Styles:
    """The styles of one document, by their ids."""

    def __init__(self, sheet: Element | None) -> None:
        self._nodes = {
            val(node, "styleId"): node
            for node in (children(sheet) if sheet is not None else ())
            if node.tag == f"{W}style"
        }
        self._default = next(
            (
                self.name(key)
                for key, node in self._nodes.items()
                if val(node, "type") == "paragraph" and val(node, "default") in ("1", "true", "on")
            ),
            "Normal",
        )
        self._runs: dict[str, RunStyle] = {}
        lang = (
            sheet.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
            if sheet is not None
            else None
        )
        self.languages = {slot: primary(val(lang, slot)) for slot in ("val", "eastAsia", "bidi")}
        """The document's language for each of the scripts that Word tells apart."""

    def name(self, style_id: str) -> str:
        """The name of a style; its id where the document does not have the style."""
        node = self._nodes.get(style_id)
        name = val(node.find(f"{W}name") if node is not None else None) or style_id
        name = name.split(",")[0].strip()
        return name.lower() if _WORDS_OWN.fullmatch(name) else name

    def paragraph(self, style_id: str) -> str:
        """The name of a paragraph's style."""
        return self.name(style_id) if style_id else self._default

    def run(self, style_id: str) -> RunStyle:
        """What the character style of a run says."""
        if style_id not in self._runs:
            name = self.name(style_id) if style_id else ""
            self._runs[style_id] = RunStyle(name, self._emphasis(style_id, name))
        return self._runs[style_id]

    def _emphasis(self, style_id: str, name: str) -> frozenset[str]:
        if name in _OURS or not style_id:
            return frozenset({"term"} if name == "Term" else ())
        said: dict[str, bool] = {}
        seen: set[str] = set()
        while style_id in self._nodes and style_id not in seen:
            seen.add(style_id)
            node = self._nodes[style_id]
            properties = node.find(f"{W}rPr")
            for sign, kind in (("i", "em"), ("b", "strong")):
                on = is_on(properties, sign) if properties is not None else None
                if on is not None:
                    said.setdefault(kind, on)
            style_id = val(node.find(f"{W}basedOn"))
        return frozenset(kind for kind, on in said.items() if on)


def primary(tag: str) -> str:
    """The language of a tag without its region: `uk-UA` -> `uk`."""
    return tag.split("-")[0].lower()
