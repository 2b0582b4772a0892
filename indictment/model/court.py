"""templates/<court>/court.yaml: the words and the form of one court."""

from typing import Literal

from pydantic import Field, field_validator

from indictment.model.dates import WrittenDate
from indictment.model.source import Document, Text, Written

Part = Literal[
    "title", "recipients", "contents", "opening", "accused", "facts", "counts", "closing", "signature",
    "annexes", "schedules", "exhibit-list", "elements-table",
]  # fmt: skip


ORDINALS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth",
    "Eighteenth", "Nineteenth", "Twentieth",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Written out here, because the names that Python gives depend on the machine's language."""


class Words(Written):
    """Words that the tool writes into the text."""

    paragraph: Text = "paragraph"
    paragraphs: Text = "paragraphs"
    count: Text = "Count"
    counts: Text = "Counts"
    annex: Text = "Annex"
    schedule: Text = "Schedule"
    exhibit: Text = "Exhibit"
    footnote: Text = "footnote"
    section: Text = "section"
    accused: Text = "the accused"
    and_: Text = "and"
    or_: Text = "or"
    and_or: Text = "and/or"
    to: Text = "to"
    page: Text = "page"
    of: Text = "of"
    ibid: Text = "ibid."
    undated: Text = "undated"
    number: Text = "No."
    indictment: Text = "the Indictment"
    on_or_about: Text = "on or about"
    between: Text = "between"
    from_: Text = "from"
    from_at_least: Text = "from at least"
    withdrawn: Text = "[withdrawn]"
    moved: Text = "[now {}]"
    not_pleaded: Text = "not pleaded"
    not_pleaded_part: Text = "not pleaded: {}"
    nothing_cited: Text = "nothing cited"
    redacted: Text = "[redacted]"
    draft_with_error: Text = "DRAFT: 1 error"
    draft_with_errors: Text = "DRAFT: {} errors"


class Unit(Written):
    """A unit in which pinpoints are written."""

    write: tuple[Text, ...] = Field(min_length=1)
    """What the drafter writes: ["p.", "pp."]."""
    one: Text
    """What is printed before one place."""
    many: Text
    """What is printed before several places."""
    counts: Literal["pages", "paras", "other"] = "other"
    """`pages` are the printed pages of the document; `paras` are looked up in the entry's `paras:`."""


class Citations(Written):
    """How exhibits are cited. Each piece is printed only where its fields are known; pieces are joined by commas."""

    full: tuple[Text, ...] = (
        "{author}",
        "*{title}*",
        "{symbol}",
        "{date}",
        "{mark}",
        "{pinpoint}",
        "{url}",
    )
    """The first citation. Fields: author title symbol date vote short mark url captured ern pinpoint."""
    short: tuple[Text, ...] = ("{short}", "{mark}", "{pinpoint}")
    """Every later citation."""
    ibid: bool = False
    """True prints "ibid." where a note cites only what the note before it cites, alone."""
    mark_after_punctuation: bool = True
    """True puts the footnote mark after a comma or full stop that follows the citation."""
    mark: Text = "P{:03d}"
    """The form of exhibit marks given by the tool."""


class Court(Document):
    """The form of one court."""

    name: Text
    """The form's name, for people."""
    order: tuple[Part, ...] = (
        "title", "recipients", "contents", "opening", "accused", "facts", "counts", "closing", "signature",
        "annexes", "schedules", "exhibit-list", "elements-table",
    )  # fmt: skip
    """The parts of the document in order; a part left out is not printed."""
    new_page: tuple[Part | Literal["count"], ...] = (
        "title",
        "recipients",
        "contents",
        "accused",
        "counts",
        "annexes",
        "schedules",
        "exhibit-list",
        "elements-table",
    )
    """Parts that begin on a new page; `count` for each count, but for the first, which follows the heading."""
    numbering: Literal["continuous", "by-section", "none"] = "continuous"
    """How paragraphs are numbered."""
    sub_numbering: tuple[Text, ...] = ("({a})", "({i})", "({A})")
    """Forms of sub-paragraph numbers by depth; {a}, {i}, {A}, {I} or {1} stands for the number."""
    heading_numbering: tuple[str, ...] = ()
    """Forms of heading numbers by rank, from that of the parts down: ["{I}.", "{A}.", "{1}.", "{a}."]; "" where
    a rank has none. Counts, annexes and schedules have numbers of their own."""
    count_numbering: Text = "{1}"
    """How counts are numbered: {1}, {I}, {one}, {One} or {ONE}."""
    annex_numbering: Text = "{A}"
    """How annexes and schedules are numbered: {A}, {1} or {I}."""
    accused_style: Literal["capitals", "as-written"] = "capitals"
    """How names of the accused are printed in the text."""
    date_form: Literal["24 February 2022", "February 24, 2022"] = "24 February 2022"
    """How dates are printed."""
    months: tuple[Text, ...] = ()
    """Names of the months as they stand with a day, from January on: [січня, лютого, …]. English where left out."""
    months_alone: tuple[Text, ...] = ()
    """Names of the months where no day stands with them: [січень, лютий, …]. Those of `months` where left out."""
    headings: dict[str, str] = Field(default_factory=dict)
    """Headings that the form itself writes: accused, facts, counts, contents, exhibit-list … Where that
    of accused, facts or counts is "", each accused, part of the facts or count has a heading of that rank."""
    words: Words = Field(default_factory=Words)
    """Words that the tool writes into the text."""
    amended: tuple[Text, ...] = (
        "Amended {}",
        *(f"{ordinal} Amended {{}}" for ordinal in ORDINALS[1:]),
    )
    """Names of amended instruments by the number of amendments; {} is what the instrument calls itself: ["Amended {}",
    "Second Amended {}", …]. English to the twentieth where left out."""
    amended_numbering: Literal["renumber", "frozen"] = "renumber"
    """`frozen` keeps the numbers of what was filed (numbers.yaml): what is new is 32A, what is gone "[withdrawn]"."""
    amendment_colours: Literal["none", "colours", "code"] = "none"
    """How a redline shows to which amendment a change belongs: in red, green, violet and yellow, or by its number."""
    units: dict[str, Unit] = Field(default_factory=dict)
    """Units of pinpoints by name; those of the international form where none are given."""
    citations: Citations = Field(default_factory=Citations)
    """How exhibits are cited."""
    severities: dict[str, Literal["error", "warning", "note"]] = Field(default_factory=dict)
    """How grave a rule is before this court, by code: {CIT004: error}. matter.yaml may set its own."""
    word_font: Text = "Times New Roman"
    """The font named in the Word document; metric-compatible with the font of the PDF."""

    def printed_date(self, written: WrittenDate | None) -> str:
        """A day, month or year in this form; "" for none. The day never parts from its month."""
        if written is None:
            return ""
        if written.month is None:
            return str(written.year)
        names = self.months or MONTHS
        if written.day is None:
            return f"{(self.months_alone or names)[written.month - 1]} {written.year}"
        month = names[written.month - 1]
        if self.date_form == "February 24, 2022":
            return f"{month}\N{NO-BREAK SPACE}{written.day}, {written.year}"
        return f"{written.day}\N{NO-BREAK SPACE}{month} {written.year}"

    @field_validator("months", "months_alone")
    @classmethod
    def _are_twelve(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        if len(names) not in (0, 12):
            raise ValueError(f"a year has 12 months, and {len(names)} are named; name each of them")
        return names
