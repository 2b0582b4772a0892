"""The outline -> accused, statement of facts, counts, annexes and schedules, as printed."""

from dataclasses import replace

from indictment.model.annexes import ScheduleFile
from indictment.model.blocks import CrossReference, Run, Table, TableRow, Target
from indictment.model.indictment import (
    Accused,
    ChargeLine,
    Count,
    CountGroup,
    Numbered,
    OfficeHeld,
    Section,
)
from indictment.model.matter import Annex, Defendant, Facts, Schedule
from indictment.model.offence import Choice
from indictment.resolve import addresses, dates
from indictment.resolve.blocks import Blocks
from indictment.resolve.charges import PlannedCharge
from indictment.resolve.count_order import (
    Group,
    NumberedCount,
    WithdrawnCount,
    charged,
    named,
    numbers_of,
)
from indictment.resolve.inlines import Owner
from indictment.resolve.labels import Kind, Named, Scope
from indictment.resolve.names import alternatives, listed, short, styled
from indictment.resolve.outline import Attached
from indictment.resolve.pieces import Piece
from indictment.resolve.references import refer, together
from indictment.resolve.title_page import passage
from indictment.resolve.typography import set_words


class Parts:
    """Writes the parts; to be called in the order of the court's form."""

    def __init__(
        self, blocks: Blocks, headings: dict[str, str], heading_numbers: dict[str, str]
    ) -> None:
        self.blocks = blocks
        self.binder = blocks.binder
        self.matter = self.binder.matter
        self.court = self.matter.court
        self.headings = headings
        self.heading_numbers = heading_numbers

    def accused(self, defendant: Defendant, pieces: tuple[Piece, ...], scope: Scope) -> Accused:
        """One accused: the sources of offices come before the paragraphs."""
        place = addresses.place(self.headings["accused"], short(defendant))
        self.binder.owner = Owner(place=place, scope=scope)
        offices = tuple(
            OfficeHeld(
                title=set_words(office.title),
                body=set_words(office.body),
                dates=dates.tenure(office.from_, office.to, self.court),
                source=passage(self.matter.office_sources.get((defendant.label, i)), self.binder),
            )
            for i, office in enumerate(defendant.head.offices)
        )
        blocks = self.blocks.write(pieces, place, scope)
        return replace(self.named_only(defendant), offices=offices, blocks=blocks)

    def named_only(self, defendant: Defendant) -> Accused:
        """One accused without offices and paragraphs, where a form has no part on the accused."""
        head = defendant.head
        return Accused(
            label=defendant.label,
            anchor=f"x-{defendant.label}",
            name=styled(head.name, self.court),
            short=styled(short(defendant), self.court),
            heading=set_words(short(defendant)),
            native=head.native,
            native_language=head.native_language,
            aliases=set_words(", ".join(head.aliases)),
            born=dates.date(head.born, self.court),
            birthplace=set_words(head.birthplace),
            nationality=set_words(head.nationality),
            offices=(),
            blocks=(),
            span=head.at("name"),
            heading_number=self.heading_numbers.get(f"x-{defendant.label}", ""),
        )

    def facts(self, facts: Facts, pieces: tuple[Piece, ...], scope: Scope) -> Section:
        """A part of the statement of facts."""
        title = facts.head.title
        place = addresses.place(self.headings[facts.head.part], title)
        anchor = f"x-{facts.head.id or facts.label}"
        if title:
            self.binder.index.append(
                Numbered("heading", title, anchor, facts.label, facts.head.at("title"), place)
            )
        return Section(
            label=facts.label,
            anchor=anchor,
            heading=set_words(title),
            blocks=self.blocks.write(pieces, place, scope),
            file=facts.prose.file,
            title=set_words(title),
            part=facts.head.part,
            heading_number=self.heading_numbers.get(anchor, ""),
        )

    # --- counts --------------------------------------------------------------------------------

    def counts(self, group: Group, pieces: tuple[Piece, ...], scope: Scope) -> CountGroup:
        """One count file, or a withdrawn count."""
        written = tuple(
            self._count(count, scope)
            if isinstance(count, NumberedCount)
            else self._withdrawn(count)
            for count in group
        )
        numbered = charged(group)
        if not numbered:
            place: tuple[str, ...] = (f"{self.court.words.count} {written[0].number}",)
            return CountGroup(
                written,
                self.blocks.write(pieces, place, scope),
                written[0].span.file,
                written[0].printed,
            )
        place = (addresses.of_counts(named(numbered), self.court), self.headings["particulars"])
        return CountGroup(
            written,
            self.blocks.write(pieces, place, scope),
            numbered[0].plan.source.prose.file,
            numbers_of(numbered, self.court),
        )

    def _withdrawn(self, count: WithdrawnCount) -> Count:
        """A filed count that is gone: its number, and that it is withdrawn."""
        words, filed = self.court.words, count.filed
        place = (f"{words.count} {count.number}",)
        for number in dict.fromkeys((count.number, count.printed)):
            self.binder.index.append(
                Numbered("count", number, count.anchor, None, filed.span, place)
            )
        return Count(
            label=filed.was,
            anchor=count.anchor,
            number=count.number,
            printed=count.printed,
            title=words.withdrawn,
            offence="",
            citation="",
            charges=(),
            period="",
            places="",
            alternative_to=None,
            relies_on=None,
            incorporates=None,
            span=filed.span,
            is_withdrawn=True,
        )

    def _count(self, count: NumberedCount, scope: Scope) -> Count:
        plan = count.plan
        head = plan.source.head
        anchor = f"x-{plan.label}"
        place = (addresses.of_counts(named((count,)), self.court),)
        for number in dict.fromkeys((count.number, count.printed)):
            self.binder.index.append(
                Numbered("count", number, anchor, plan.label, plan.span, place)
            )
        return Count(
            label=plan.label,
            anchor=anchor,
            number=count.number,
            title=set_words(plan.title),
            offence=plan.offence_label,
            citation=set_words(plan.offence.citation) if plan.offence else "",
            charges=tuple(self._charge(charge) for charge in plan.charges),
            period=dates.period(head.period, self.court),
            places=set_words(listed(head.places, self.court.words.and_)),
            alternative_to=self._alternative(count, scope),
            relies_on=self._together("relies-on", head.relies_on, scope),
            incorporates=self._together("incorporates", head.incorporates, scope),
            span=plan.span,
            printed=count.printed,
        )

    def _charge(self, charge: PlannedCharge) -> ChargeLine:
        words = self.court.words
        return ChargeLine(
            defendants=self.binder.names.joined(charge.defendants, words.and_),
            conduct=alternatives(tuple(c.printed for c in charge.conduct), words.and_or),
            modes=alternatives(_modes(charge.modes), words.and_or),
            alternative_modes=alternatives(_modes(charge.alternative_modes), words.and_or),
            period=dates.period(charge.period, self.court),
            labels=charge.defendants,
        )

    def _alternative(self, count: NumberedCount, scope: Scope) -> CrossReference | None:
        named = self.binder.labels.find(count.plan.alternative_to or "")
        if named is None or named.kind not in ("count", "counts") or not named.printed:
            return None
        return CrossReference(
            refer(named, "words", self.court.words, scope), count.plan.alternative_span
        )

    def _together(self, key: str, labels: tuple[str, ...], scope: Scope) -> CrossReference | None:
        wanted = RELIED_ON if key == "relies-on" else INCORPORATED
        found = [self.binder.labels.find(label) for label in labels]
        named: list[Named] = [n for n in found if n and n.kind in wanted and n.printed]
        return together(named, self.court.words, scope)

    # --- what is attached ----------------------------------------------------------------------

    def annex(self, attached: Attached) -> Section:
        """An annex."""
        assert isinstance(attached.source, Annex)
        self._index_attached(attached)
        return self._section(attached, attached.source.prose.file, attached.source.head.landscape)

    def schedule(self, attached: Attached) -> Section:
        """A schedule: the sentence above it, then its table, the rows numbered."""
        source = attached.source
        assert isinstance(source, Schedule)
        self._index_attached(attached)
        section = self._section(attached, source.head.file, source.head.landscape)
        table = self._table(source, attached)
        return replace(section, blocks=(*section.blocks, table))

    def _index_attached(self, attached: Attached) -> None:
        label = attached.source.head.id or attached.source.label
        self.binder.index.append(
            Numbered("annex", attached.number, f"x-{label}", label,
                     attached.source.head.at("title"), (addresses.plain(attached.heading),))
        )  # fmt: skip

    def _section(self, attached: Attached, file: str, landscape: bool) -> Section:
        label = attached.source.head.id or attached.source.label
        blocks = self.blocks.write(
            attached.pieces,
            (addresses.plain(attached.heading),),
            attached.scope,
            _itself(attached),
        )
        title = set_words(attached.source.head.title)
        return Section(
            label, f"x-{label}", attached.heading, blocks, file, landscape, attached.number, title
        )

    def _table(self, source: Schedule, attached: Attached) -> Table:
        head: ScheduleFile = source.head
        counted = _counts_itself(source)
        rows = []
        for n, (row, anchor) in enumerate(zip(source.rows, attached.rows, strict=True), start=1):
            place = (addresses.plain(attached.heading), f"{head.row} {n}")
            self.binder.owner = Owner(place=place, scope=attached.scope, within=_itself(attached))
            self.binder.index.append(Numbered("row", str(n), anchor, row.label, row.span, place))
            cells = tuple(self.binder.text(cell.content) for cell in row.cells)
            if not counted:
                cells = ((Run(str(n)),), *cells)
            rows.append(TableRow(cells, row.span, anchor, row.label))
        number = () if counted else ((Run(self.court.words.number),),)
        titles = tuple((Run(set_words(c.heading), head.at("columns", i, "heading")),)
                       for i, c in enumerate(head.columns))  # fmt: skip
        return Table(
            head=(*number, *titles),
            rows=tuple(rows),
            aligns=(*(() if counted else ("right",)), *(c.align for c in head.columns)),
            span=head.at("columns"),
            widths=_widths(head, counted=counted),
            anchor=f"table-{head.id or source.label}",
        )


def _itself(attached: Attached) -> Target:
    """An annex or schedule as the place where an exhibit is cited: "Schedule C"."""
    label = attached.source.head.id or attached.source.label
    return Target(f"x-{label}", attached.heading.split(":")[0], "annex")


def _widths(head: ScheduleFile, *, counted: bool) -> tuple[int | None, ...]:
    """The columns' shares of the table.

    Where all are given, the column of numbers is narrow and the others share what is left as they
    would share the whole.
    """
    given = [column.width for column in head.columns]
    known = [width for width in given if width]
    if counted or len(known) < len(given):
        return (*(() if counted else (None,)), *given)
    return NUMBERS, *(max(1, width * (100 - NUMBERS) // sum(known)) for width in known)


NUMBERS = 8
"""The share of the column of numbers, in per cent: "No." and four digits."""
RELIED_ON: tuple[Kind, ...] = ("heading", "part")
INCORPORATED: tuple[Kind, ...] = ("heading", "part", "count", "counts", "paragraph", "subparagraph")


def _modes(modes: tuple[Choice, ...]) -> tuple[str, ...]:
    """Modes of liability with the provisions that a charge must name: "ordering (article 8(b))"."""
    return tuple(
        set_words(f"{m.printed} ({m.provision})" if m.provision else m.printed) for m in modes
    )


def _counts_itself(source: Schedule) -> bool:
    """True where the first column already holds 1, 2, 3 …: it is then the number of the row."""
    firsts = ["".join(getattr(p, "text", "?") for p in row.cells[0].content) for row in source.rows]
    return bool(firsts) and firsts == [str(n + 1) for n in range(len(firsts))]
