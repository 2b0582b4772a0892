"""Front matter of facts/ and annexes/, and the form of a schedule."""

from typing import Literal

from pydantic import Field

from indictment.model.source import Document, Label, Text, Written


class FactsFile(Document):
    """A file in facts/: a part of the statement of facts."""

    title: str = ""
    """The part's heading."""
    part: Literal["opening", "facts", "closing"] = "facts"
    """Where it is printed: `opening` before the accused, `closing` after the counts, else with the facts."""
    id: Label | None = None
    """The part's label, where it should differ from the file's name."""
    defendants: tuple[Label, ...] = ()
    """The accused whom all of it concerns."""
    kind: str = ""
    """What its paragraphs are where they do not say it: context, law, jurisdiction; facts that are charged where left out."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Rules that may be broken in this file: code and reason."""


class AnnexFile(Document):
    """A file in annexes/: attached as text."""

    title: Text
    """The annex's heading."""
    id: Label | None = None
    """The annex's label, where it should differ from the file's name."""
    numbered: bool = False
    """True numbers its paragraphs, beginning again at 1."""
    landscape: bool = False
    """True prints it on landscape pages."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Rules that may be broken in this file: code and reason."""


class Column(Written):
    """One column of a schedule."""

    key: Text
    """The column's name in the first line of the CSV file."""
    heading: Text
    """The heading that is printed."""
    align: Literal["left", "right", "center"] = "left"
    """How its cells stand."""
    width: int | None = Field(default=None, ge=1, le=100)
    """Its share of the table's width, in per cent."""


class ScheduleFile(Document):
    """schedules/NAME.yaml: how schedules/NAME.csv is printed."""

    title: Text
    """The schedule's heading."""
    id: Label | None = None
    """The schedule's label, where it should differ from the file's name."""
    row: Text = "row"
    """What one row is called in a cross-reference: incident, victim …"""
    columns: tuple[Column, ...] = Field(min_length=1)
    """The columns, in the order in which they are printed. Cells may hold citations."""
    label: str = ""
    """The column of the CSV file that holds each row's label; rows without one cannot be referred to."""
    note: str = ""
    """A sentence above the table, in Markdown."""
    landscape: bool = False
    """True prints it on landscape pages."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Rules that may be broken in this schedule: code and reason."""
