"""A cited exhibit -> the words of its citation: full at first, short later, "ibid." if wanted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from indictment.diagnostics import Diagnostic
from indictment.model.blocks import ExhibitCitation, Inline, Place, Run, Styled
from indictment.model.court import Court
from indictment.model.prose import Cite
from indictment.resolve import dates
from indictment.resolve.exhibits import Exhibit
from indictment.resolve.pinpoints import Units, bind
from indictment.resolve.rules import UNUSABLE_FORM
from indictment.resolve.typography import set_words

FIELDS = (
    "author",
    "title",
    "symbol",
    "date",
    "vote",
    "short",
    "mark",
    "url",
    "captured",
    "ern",
    "pinpoint",
)
_TOKENS = re.compile(r"\{(\w*)\}|(\*)|([^{}*]+|[{}])")

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One piece of a citation: (text, is a field, is emphasised) in order."""

    tokens: tuple[tuple[str, bool, bool], ...]
    fields: frozenset[str]
    """The fields that must be known for the piece to be printed."""

    @staticmethod
    def read(written: str) -> "Pattern":
        """A piece as court.yaml has it: "*{title}*"."""
        tokens, stressed = [], False
        for name, star, text in _TOKENS.findall(written):
            if star:
                stressed = not stressed
            else:
                tokens.append((name or text, bool(name), stressed))
        return Pattern(tuple(tokens), frozenset(t for t, is_field, _ in tokens if is_field))

    def fill(self, values: Values) -> tuple[Inline, ...]:
        """The piece with its fields filled in; nothing where one of them is not known."""
        if not all(values.get(name) for name in self.fields):
            return ()
        out: list[Inline] = []
        for text, is_field, stressed in self.tokens:
            run = Run(values[text] if is_field else text)
            out.append(Styled("emphasis", (run,)) if stressed else run)
        return tuple(out)


@dataclass(slots=True)
class Citer:
    """Writes the citations of one document, in reading order."""

    court: Court
    faults: list[Diagnostic]
    units: Units = field(init=False)
    full: tuple[Pattern, ...] = field(init=False)
    short: tuple[Pattern, ...] = field(init=False)
    cited: set[str] = field(default_factory=set)
    written: list[ExhibitCitation] = field(default_factory=list)
    fields: dict[str, Values] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.units = Units(self.court)
        self.full = self._patterns("full", self.court.citations.full)
        self.short = self._patterns("short", self.court.citations.short)

    def _patterns(self, key: str, written: tuple[str, ...]) -> tuple[Pattern, ...]:
        patterns = tuple(Pattern.read(each) for each in written)
        for i, pattern in enumerate(patterns):
            for name in sorted(pattern.fields - set(FIELDS)):
                self.faults.append(
                    UNUSABLE_FORM.at(
                        self.court.at("citations", key, i),
                        f"a citation has no field “{name}”",
                        notes=[f"the fields are: {', '.join(FIELDS)}"],
                    )
                )
        if not any("pinpoint" in pattern.fields for pattern in patterns):
            patterns += (Pattern.read("{pinpoint}"),)
        return patterns

    def cite(
        self, cite: Cite, exhibit: Exhibit, before: tuple[str, tuple[Place, ...]] | None
    ) -> ExhibitCitation:
        """The citation, numbered.

        `before`: the exhibit and places that the note before cites alone, where this citation also
        stands alone in its note; None otherwise.
        """
        pinpoint, places = bind(cite.pinpoints, exhibit.listed.entry, self.units, self.faults)
        is_full = exhibit.label not in self.cited
        self.cited.add(exhibit.label)
        same = before is not None and before[0] == exhibit.label and self.court.citations.ibid
        content: tuple[Inline, ...]
        if same and before and _points(before[1]) == _points(places):
            content = (Run(self.court.words.ibid),)
        elif same and places:
            content = (Run(f"{self.court.words.ibid}, {pinpoint}"),)
        else:
            content = self._words(exhibit, pinpoint, is_full)
        page = next((p.page for p in places if p.page is not None), 1)
        citation = ExhibitCitation(
            number=len(self.written) + 1,
            label=exhibit.label,
            mark=exhibit.mark,
            content=content,
            places=places,
            page=max(1, min(page, exhibit.pages or page)),
            is_full=is_full,
            span=cite.span,
            label_span=cite.label_span,
        )
        self.written.append(citation)
        return citation

    def _words(self, exhibit: Exhibit, pinpoint: str, is_full: bool) -> tuple[Inline, ...]:
        values = {**self._fields(exhibit), "pinpoint": pinpoint}
        no_short = not exhibit.listed.entry.short
        out: list[Inline] = []
        for pattern in self.full if is_full else self.short:
            if no_short and not is_full and pattern.fields == {"short"}:
                pattern = self._title or pattern
            filled = pattern.fill(values)
            if filled:
                out += [Run(", "), *filled] if out else filled
        return tuple(out) or (Run(exhibit.short),)

    def _fields(self, exhibit: Exhibit) -> Values:
        known = self.fields.get(exhibit.label)
        if known is None:
            known = self.fields[exhibit.label] = self._values(exhibit)
        return known

    def _values(self, exhibit: Exhibit) -> Values:
        entry = exhibit.listed.entry
        return {
            "author": set_words(entry.author),
            "title": set_words(entry.title),
            "symbol": set_words(entry.symbol),
            "date": dates.date(entry.date, self.court),
            "vote": entry.vote.replace("-", "–"),
            "short": exhibit.short,
            "mark": exhibit.mark,
            "url": entry.url,
            "captured": dates.date(entry.captured, self.court),
            "ern": set_words(entry.ern),
        }

    @property
    def _title(self) -> Pattern | None:
        """How the title is printed in full: it stands for a short form that was not given."""
        return next((p for p in self.full if p.fields == {"title"}), None)


def _points(places: tuple[Place, ...]) -> list[tuple[str, str]]:
    return [(place.unit, place.value) for place in places]
