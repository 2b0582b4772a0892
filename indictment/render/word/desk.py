"""What the writers of one Word document share: its lists, anchors, notes, fields and counters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indictment.render.page.mistakes import StyleMissing
from indictment.render.word.anchors import Anchors
from indictment.render.word.fields import Fields
from indictment.render.word.marks import BOTH, Version
from indictment.render.word.moves import Moves
from indictment.render.word.notes import Notes
from indictment.render.word.numbering import Native, Numbering, for_headings, number_of, tied_to
from indictment.render.word.paragraphs import Paragraphs
from indictment.render.word.runs import Runs
from indictment.render.word.xml import Element

if TYPE_CHECKING:
    from indictment.render.word.package import Package


@dataclass
class Desk:
    """One document in the making. `pages` are page numbers by anchor, None where none are known."""

    package: "Package"
    anchors: Anchors
    images: Callable[[str], bytes]
    pages: Mapping[str, int] | None
    page_count: int | None
    natives: dict[Version, dict[Element, Native]] = field(
        default_factory=lambda: {version: {} for version in BOTH}
    )
    """What Word counts in each version, by paragraph."""
    carriers: dict[str, Element] = field(default_factory=dict)
    """The paragraph that carries an anchor's bookmark."""
    moves: Moves = field(default_factory=Moves)
    _drawings: int = 0

    def __post_init__(self) -> None:
        self.styles = self.package.styles
        self.runs = Runs(self.styles)
        self.paragraphs = Paragraphs(self.styles)
        lists = self.package.lists
        self.numbering = Numbering(lists, tied_to(lists, self._known("Indictment Paragraph")))
        self.bullets = number_of(lists, tied_to(lists, self._known("Bullet 1")))
        self._headings: Numbering | None = None
        self.fields = Fields(self.anchors)
        self.notes = Notes(self, self.package.notes)

    def _known(self, name: str) -> str:
        style = self.styles[name]
        if not style:
            raise StyleMissing(f"it has no style “{name}”")
        return style

    @property
    def headings(self) -> Numbering:
        """The numbers of headings; a document without them has no list for them."""
        if self._headings is None:
            self._headings = for_headings(self.package.lists)
        return self._headings

    def number(self, paragraph: Element, given: Mapping[Version, Native]) -> None:
        """Note the numbers that Word gives a paragraph."""
        for version, native in given.items():
            self.natives[version][paragraph] = native

    @property
    def differences(self) -> list[str]:
        """Numbers of the old version that Word prints otherwise once all is rejected."""
        headings = self._headings.differences if self._headings is not None else []
        return [*self.numbering.differences, *headings]

    def next_drawing(self) -> int:
        """The number of a picture."""
        self._drawings += 1
        return self._drawings
