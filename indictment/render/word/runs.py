"""How a run looks and what it holds -> the run (`w:r`): a copy of one that was made before, in half the time."""

from collections.abc import Mapping

from indictment.render.word.look import Look, before, run_properties
from indictment.render.word.marks import tracked
from indictment.render.word.xml import XML_SPACE, Element, child, copied, element

_WORDS = frozenset({"t", "delText", "instrText", "delInstrText"})
_OF_FIELD = frozenset({"begin", "separate", "end"})


class Runs:
    """The runs of one document. `styles` are the ids of its character styles by name."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles
        self._made: dict[Look, dict[str, Element]] = {}
        self._known: dict[int, tuple[Look, dict[str, Element]]] = {}
        """The same by the identity of looks, which are kept for that: most are used many times."""
        self._properties: dict[Look, Element | None] = {}

    def run(self, look: Look, holds: str) -> Element:
        """A run of this look, which holds one element, the last in it: words (`t`, `delText`, `instrText`,
        `delInstrText`), still empty; a `begin`, `separate` or `end` of a field; any other by its name;
        none (""). ISO/IEC 29500-1, 17.3.3 and 17.16.18.
        """
        known = self._known.get(id(look))
        if known is None:
            known = self._known[id(look)] = look, self._made.setdefault(look, {})
        made = known[1].get(holds)
        if made is None:
            made = known[1][holds] = self._new(look, holds)
        return copied(made)

    def _new(self, look: Look, holds: str) -> Element:
        run = element("r")
        properties = self._of(look)
        if properties is not None:
            run.append(copied(properties))
        if look.formatted is not None and look.mark is None:
            if properties is None:
                child(run, "rPr")
            earlier = self._of(before(look))
            change = tracked(run[0], look.formatted)
            change.append(copied(earlier) if earlier is not None else element("rPr"))
        if holds in _OF_FIELD:
            child(run, "fldChar", fldCharType=holds)
        elif holds:
            held = child(run, holds)
            if holds in _WORDS:
                held.set(XML_SPACE, "preserve")
        return run

    def _of(self, look: Look) -> Element | None:
        if look not in self._properties:
            style = self._styles[look.style] if look.style else ""
            self._properties[look] = run_properties(look, style)
        return self._properties[look]
