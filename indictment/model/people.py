"""The accused (defendants/*.md) and others who are named (persons.yaml)."""

from typing import Literal

from pydantic import Field

from indictment.model.dates import Date
from indictment.model.languages import Language
from indictment.model.source import Document, Label, Text, Written


class Office(Written):
    """An office that an accused held."""

    title: Text
    """The office: Minister of Defence, Chief of the General Staff …"""
    body: str = ""
    """The body to which it belongs."""
    from_: Date | None = None
    """Since when; leave out where it is not known."""
    to: Date | None = None
    """Until when; leave out where it is still held or not known."""
    source: str = ""
    """The citation that proves it, as in the text but without brackets: "@exhibit-label, p. 3"."""


class DefendantFile(Document):
    """One accused: particulars in the front matter, prose below it."""

    name: Text
    """The full name, in the order in which it is printed."""
    short: str = ""
    """The short form used in the text; the full name where it is left out."""
    native: str = ""
    """The name in the accused's own script."""
    native_language: Language = ""
    """The language of `native`, as a BCP 47 tag (ru, uk, ar)."""
    aliases: tuple[Text, ...] = ()
    """Other names and spellings."""
    born: Date | None = None
    """The date of birth."""
    birthplace: str = ""
    """The place of birth."""
    nationality: str = ""
    """The nationality."""
    gender: Literal["male", "female", ""] = ""
    """For courts that print it."""
    offices: tuple[Office, ...] = ()
    """Offices held, with dates and source."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Rules that may be broken in this file: code and reason."""


class Person(Written):
    """Someone who is named in the text without being charged."""

    printed: Text
    """What is printed: the name, or the pseudonym of a protected person (Witness K-7)."""
    native: str = ""
    """The name in the person's own script."""
    native_language: Language = ""
    """The language of `native`."""
    aliases: tuple[Text, ...] = ()
    """Other names and spellings."""
    role: str = ""
    """Who the person is: witness, victim, member of the plan …"""
    protected: bool = False
    """True for a person whose identity must not be published. The real name is never written here."""


class PersonsFile(Document):
    """persons.yaml: people who are named in the text without being charged, by label."""

    persons: dict[Label, Person]
    """Each person under the label that the text uses."""
