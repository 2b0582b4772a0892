"""exhibits/*.yaml: the exhibit list."""

from typing import Annotated, Literal

from pydantic import Field

from indictment.model.caption import Classification
from indictment.model.dates import Date
from indictment.model.languages import Language
from indictment.model.source import Document, Label, Text, Written


class Custody(Written):
    """One step in the chain of custody."""

    date: Date
    """When."""
    action: Text
    """collected, transferred, copied, translated …"""
    by: Text
    """Who."""
    note: str = ""
    """Anything the reader must know."""


class ExhibitEntry(Written):
    """One piece of evidence, or one authority, that the text cites by its label."""

    title: Text
    """The document's title."""
    kind: str = "document"
    """document, speech, resolution, judgment, treaty, statute, photograph, video, table …"""
    role: Literal["evidence", "authority"] = "evidence"
    """`authority` (statutes, judgments, treaties) is cited and listed but has no exhibit mark and is not bundled."""
    author: str = ""
    """Who made or issued it."""
    symbol: str = ""
    """The official symbol or number (A/RES/ES-11/1)."""
    date: Date | None = None
    """The document's own date."""
    vote: str = ""
    """A recorded vote: in favour-against-abstaining (141-5-35)."""
    short: str = ""
    """The short form used from the second citation on; the title where it is left out."""
    url: str = ""
    """The public address. Nothing is fetched from it."""
    captured: Date | None = None
    """When the public address was read or captured."""
    held: str = ""
    """Where the original is held, printed on the slip sheet."""
    file: str = ""
    """The file, relative to the folder of this list. Without one a slip sheet is bundled."""
    sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    """The file's SHA-256, 64 hexadecimal digits: a changed file is noticed."""
    pages: int | None = Field(default=None, ge=1)
    """The number of pages; read from the file where it can be."""
    first_page: int = Field(default=1, ge=1)
    """The page number printed on the first page of the file ("p. 211" of an excerpt)."""
    paras: dict[str, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)
    """Pages of the file by paragraph of the document, or by a page that it numbers in Roman figures: {"12": 3, "iv": 2}."""
    facts: tuple[Text, ...] = ()
    """What it proves, in a few words each."""
    language: Language = ""
    """The document's language, as a BCP 47 tag."""
    translation_of: Label | None = None
    """The label of the exhibit of which this is a translation."""
    witness: Label | None = None
    """The witness (a label in persons.yaml) through whom it comes."""
    classification: Classification = "public"
    """Who may read it."""
    custody: tuple[Custody, ...] = ()
    """The chain of custody, in order."""
    mark: str = ""
    """The exhibit mark, frozen once filed (P004). Assigned in order where it is left out."""
    ern: str = ""
    """The evidence registration number of the first page."""
    no_pinpoint: str = ""
    """Why citations give no page or paragraph (a web page without pages): a reason, not "yes"."""
    exculpatory: bool = False
    """True where it may help the Defence: it must be disclosed, and so be named in an annex or schedule."""
    reserve: str = ""
    """Why it is listed although nothing cites it."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Rules that may be broken for this exhibit: code and reason."""


class ExhibitList(Document):
    """The exhibit list: entries by label, in the order in which marks are given."""

    exhibits: dict[Label, ExhibitEntry]
    """Each exhibit under the label that citations use."""
