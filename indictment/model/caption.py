"""matter.yaml: what stands on the title page and what holds for the whole matter."""

from typing import Literal

from pydantic import Field

from indictment.model.dates import Date
from indictment.model.languages import Language
from indictment.model.source import Document, Text, Written

Classification = Literal["public", "confidential", "under-seal", "ex-parte"]


class Parties(Written):
    """Who charges, and on whose behalf."""

    prosecution: Text = "The Prosecutor"
    """The charging authority, as it is printed in the caption and the charging formula."""
    on_behalf_of: str = ""
    """The State, people or organisation in whose name it charges, if the court wants it."""
    authority: str = ""
    """The power under which it charges, printed in the charging formula: "pursuant to …"."""


class Signatory(Written):
    """Someone who signs the indictment."""

    name: Text
    """The name as it is printed under the signature line."""
    title: str = ""
    """The office held by the person who signs."""
    place: str = ""
    """Where it is signed."""


class Lines(Written):
    """Lines of the title page, or someone to whom the document goes."""

    name: str = ""
    """What the lines are, printed beside them: Before, Registrar, Counsel for the Defence …"""
    lines: tuple[Text, ...] = Field(min_length=1)
    """The lines: names of judges, the situation, the language of the original …"""


class Version(Written):
    """Which version of the instrument this is."""

    ordinal: int = Field(default=0, ge=0, le=20)
    """How often the instrument was amended: 1 for the "Amended Indictment", 2 for the "Second Amended" and so on."""
    amends: str = ""
    """The earlier instrument that this one amends, as it is printed: the Indictment of 9 May 2022."""
    leave: str = ""
    """What granted leave to amend, as it is printed: the Decision of the Pre-Trial Judge of 2 March 2023."""


class Caption(Document):
    """The matter's title page, and settings that hold for all of it (matter.yaml)."""

    title: Text
    """The full title of the instrument, as on the title page."""
    short_title: str = ""
    """A shorter title for the head of each page; the full title where it is left out."""
    instrument: str = "Indictment"
    """What the instrument calls itself: Indictment, Document containing the charges, …"""
    court: Text = "international"
    """The form of the court: a folder in templates/."""
    tribunal: str = ""
    """The name of the court, printed at the head of the caption; leave out where there is none."""
    case_number: str = ""
    """The case number; leave out where there is none."""
    caption: tuple[Lines, ...] = ()
    """What else the court's title page names, in order: chamber, judges, registrar, situation …"""
    recipients: tuple[Lines, ...] = ()
    """To whom the document goes, where the court prints it: the Defence, legal representatives, States …"""
    parties: Parties = Field(default_factory=Parties)
    """Who charges."""
    date: Date
    """The date of the instrument. The tool never reads the clock."""
    place: str = ""
    """Where the instrument is dated."""
    status: Text = "draft"
    """Printed in the foot of each page: draft, for sign-off, filed, model (not filed) …"""
    notice: str = ""
    """A notice printed on the title page, in Markdown: that this is a model, for example."""
    classification: Classification = "public"
    """Who may read it. A matter with protected persons or non-public exhibits is confidential."""
    version: Version = Field(default_factory=Version)
    """Which version of the instrument this is."""
    filed: tuple[Text, ...] = ()
    """The git tags of what was filed, in order; `indict diff --filed` compares with the last one."""
    language: Language = Field(default="en", min_length=1)
    """The language of the text, as a BCP 47 tag (en, uk, fr)."""
    signatories: tuple[Signatory, ...] = ()
    """Who signs, in order."""
    severities: dict[str, Literal["error", "warning", "note"]] = Field(default_factory=dict)
    """How grave a rule is in this matter, by code: {QUO004: error}. The court's form may set its own."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Rules that may be broken in the whole matter: code and reason (CIT004: the originals are web pages)."""
