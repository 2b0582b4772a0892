"""The redline: two versions of an indictment, compared. Numbers are facts beside it, never text."""

from typing import Literal

from indictment.model.indictment import Indictment
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """One of the two versions that are compared.

    `name` is what people call it ("filed-2022-05-09", "working tree", a folder's name); `commit`
    the whole id of its commit, "" where it has none; `date` that of its matter.yaml (ISO 8601).
    """

    name: str
    commit: str = ""
    date: str = ""

    @property
    def printed(self) -> str:
        """Its name, with the first letters of the commit where they say more."""
        short = self.commit[:10]
        return f"{self.name} ({short})" if short and not self.name.startswith(short) else self.name


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who made a change, and when (an instant in UTC, ISO 8601: 2022-05-09T10:00:00Z)."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a changed block, in reading order.

    `formatted`: the same words, otherwise emphasised. `computed`: words of the tool that follow
    from another change (a citation that is now the first of its exhibit, and so printed in full).
    """

    kind: Literal["kept", "inserted", "deleted", "formatted", "computed"]
    text: str
    authorship: Authorship | None = None
    note: str = ""
    """The number of the footnote in which it stands (of the new version; of the old, where it is
    deleted); "" in the text."""
    follows: bool = False
    """Whether it is marked only because something else was changed: nobody wrote or struck these words."""


ChangeKind = Literal[
    "inserted", "deleted", "changed", "moved", "split", "joined", "formatting", "computed"
]


@dataclass(frozen=True, slots=True)
class Change:
    """A block of the page (a paragraph with its notes, a heading, a row) that differs.

    A move is one change, at its new place; `old_anchor` leads to the old one.
    """

    number: int
    """In the order of the page, from 1."""
    kind: ChangeKind
    what: str
    """paragraph, sub-paragraph, heading, quotation, row, caption line …"""
    passages: tuple[Passage, ...]
    anchor: str
    """Where it stands on the redline's page."""
    old_anchor: str = ""
    old_number: str = ""
    """The printed number of its paragraph in the old version: "32", "32(a)"; "" where it has none."""
    new_number: str = ""
    label: str = ""
    place: tuple[str, ...] = ()
    """The headings above it, outermost first; those of the new version, where it is in it."""
    file: str = ""
    """The source file, and the line in it, of the new version (of the old where it is deleted)."""
    line: int = 0
    authorship: Authorship | None = None


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A number that is printed otherwise, although what has it is the same.

    `old` is "" for what is new, `new` is "" for what is gone, so that the whole is a concordance.
    """

    kind: Literal["count", "heading", "paragraph", "subparagraph", "note", "annex", "exhibit"]
    old: str
    new: str
    label: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Amendment:
    """One line of the schedule of amendments: a fact about the charges, the accused or the evidence.

    `counts` and `accused` are labels of the new version (of the old for what is withdrawn there);
    an amendment of the whole instrument has neither.
    """

    kind: Literal["added", "withdrawn", "narrowed", "widened", "reworded", "re-dated", "replaced"]
    subject: Literal[
        "instrument", "count", "accused", "offence", "conduct", "mode", "alternative", "period",
        "place", "incorporation", "element", "office", "particulars", "paragraph", "exhibit", "person",
    ]  # fmt: skip
    words: str
    """A sentence: "Sergei Shoigu is no longer charged with planning"."""
    old: str = ""
    new: str = ""
    counts: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    """Numbers of the new version; of the old one, followed by "(old)", for what is gone."""
    possible_new_charge: bool = False
    """Whether a court may call it a new charge, which needs leave and a new appearance (ICTY rule 50)."""
    reason: str = ""
    """Why it is flagged, or what else the reader must know."""
    changes: tuple[int, ...] = ()
    """The numbers of the changes in which it shows."""
    elements: tuple[str, ...] = ()
    """The labels of the elements that it is about; `words` has their words."""


@dataclass(frozen=True, slots=True)
class LostSupport:
    """A paragraph that cited something in the old version and cites nothing in the new."""

    old_number: str
    new_number: str
    label: str
    exhibits: tuple[str, ...]
    """What it cited, as printed: marks or short titles."""


@dataclass(frozen=True, slots=True)
class Marked:
    """How many words are marked: those that somebody put in, took out and moved, and those of the tool
    that follow from another change, on either side.
    """

    inserted: int = 0
    deleted: int = 0
    moved: int = 0
    following: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Redline:
    """What changed between two versions.

    `page` is the page of the new version with marks (docs/analysis/redline.md): without what is
    deleted it is the new page, without what is inserted the old one, numbers apart.
    """

    old: Revision
    new: Revision
    before: Indictment
    after: Indictment
    page: str
    changes: tuple[Change, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()
    """Every paragraph, count, annex, exhibit and numbered heading of either version whose number
    differs, or that is only in one of them; in the order of the page."""
    marked: Marked = Marked()
    amendments: tuple[Amendment, ...] = ()
    unsupported: tuple[LostSupport, ...] = ()
    templates: tuple[str, ...] = ()
    """Files of templates/ that differ: said, not drawn."""
    uncompared: tuple[str, ...] = ()
    """What differs and is not drawn, in sentences (a page turned, the width of a column)."""

    @property
    def is_empty(self) -> bool:
        """True where nothing at all differs that would be printed or that charges someone."""
        return not (
            self.changes or self.renumbered or self.amendments or self.templates or self.uncompared
        )
