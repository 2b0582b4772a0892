"""Matter -> Outline: the parts in the order of the court's form, numbered but not yet bound."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from indictment.diagnostics import Diagnostic, Span
from indictment.model.blocks import Run, Target
from indictment.model.court import Court, Part
from indictment.model.indictment import NOWHERE, Series, Within
from indictment.model.matter import Annex, Defendant, Facts, Matter, Particulars, Schedule
from indictment.model.prose import Prose
from indictment.resolve import addresses, frozen, series
from indictment.resolve.charges import PlannedCount, group_label
from indictment.resolve.count_order import (
    Group,
    NumberedCount,
    WithdrawnCount,
    charged,
    in_order,
    named,
    with_text,
)
from indictment.resolve.counting import Counting
from indictment.resolve.filed import Filed
from indictment.resolve.filed_counts import CountNumbers
from indictment.resolve.frozen import Ground, Spot
from indictment.resolve.labels import MAIN, Kind, Named, Scope
from indictment.resolve.names import accused_in_order
from indictment.resolve.numbering import NOTHING_HELD, Numberer, Setting, by_number
from indictment.resolve.pieces import Held, Piece
from indictment.resolve.pleading import Pleading
from indictment.resolve.reading import labelled_notes
from indictment.resolve.sections import section, withdrawn
from indictment.resolve.series import by_name
from indictment.resolve.typography import NBSP, set_words


@dataclass(frozen=True, slots=True)
class Attached:
    """An annex or a schedule with its number. `rows` are the anchors of a schedule's rows."""

    source: Annex | Schedule
    number: str
    heading: str
    scope: Scope
    pieces: tuple[Piece, ...]
    rows: tuple[str, ...] = ()


@dataclass(slots=True)
class Outline:
    """The numbered document.

    Parts that the court's form leaves out stand only in `named`, as not printed.
    """

    accused: list[tuple[Defendant, tuple[Piece, ...]]] = field(default_factory=list)
    facts: list[tuple[Facts, tuple[Piece, ...], Scope]] = field(default_factory=list)
    counts: list[tuple[Group, tuple[Piece, ...], Scope]] = field(default_factory=list)
    annexes: list[Attached] = field(default_factory=list)
    schedules: list[Attached] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    heading_numbers: dict[str, str] = field(default_factory=dict)
    """By part, and by the anchor of an accused or of a file of facts/."""
    named: list[Named] = field(default_factory=list)
    series: tuple[Series, ...] = ()
    accused_scope: Scope = MAIN


def outline(
    matter: Matter,
    planned: tuple[tuple[PlannedCount, ...], ...],
    pleading: Pleading,
    filed: Mapping[str, Sequence[Filed]],
    counts: CountNumbers,
    faults: list[Diagnostic],
) -> Outline:
    """Number everything, part by part in the order of `court.order`.

    `filed` are the numbers that paragraphs keep, `counts` those of the counts. What stands between
    filed numbers must be known before the first is given: the document is then walked through twice.
    """
    if not filed and not counts.gone:
        return _walked(_Writer(matter, planned, counts, {}, pleading, faults))
    trial = _Writer(matter, planned, counts, filed, replace(pleading, faults=[]), [])
    first = _walked(trial)
    known = trial.numberer.counting
    ground = Ground(known.begun, known.withdrawn, frozenset(counts.numbers))
    spots = {
        series.name: [Spot(one.label, one.section, one.heading) for one in series.numbers]
        for series in first.series
    }
    plans = {name: frozen.plan(found, spots.get(name, ()), ground) for name, found in filed.items()}
    writer = _Writer(matter, planned, counts, filed, pleading, faults)
    writer.numberer.counting = Counting(plans)
    writer.numberer.elsewhere = frozenset(
        one.label
        for one in first.named
        if one.printed and one.targets and one.kind in ("paragraph", "subparagraph")
    )
    accused = frozenset(one.label for one in matter.defendants)
    writer.numberer.taken = accused.union(one.label for one in first.named)
    return _walked(writer)


def _walked(writer: "_Writer") -> Outline:
    matter = writer.matter
    for part in dict.fromkeys(matter.court.order):
        writer.part(part)
    writer.out.series = writer.numberer.counting.series()
    for part in ("opening", "accused", "facts", "counts", "closing", "annexes", "schedules"):
        if part not in matter.court.order:
            writer.unprinted(part)
    return writer.out


class _Writer:
    """Walks through the parts and keeps the numbers that run through them."""

    def __init__(
        self,
        matter: Matter,
        planned: tuple[tuple[PlannedCount, ...], ...],
        counts: CountNumbers,
        filed: Mapping[str, Sequence[Filed]],
        pleading: Pleading,
        faults: list[Diagnostic],
    ) -> None:
        self.matter = matter
        self.court: Court = matter.court
        self.planned = planned
        self.counts = counts
        self.filed = filed
        self.out = Outline(headings={**addresses.HEADINGS, **matter.court.headings})
        self.numberer = Numberer(self.court, pleading, faults, self.out.named)
        self.attached: dict[str, int] = {}
        self.notes = 0

    def part(self, part: Part) -> None:
        """Number one part."""
        if part == "title" and self.matter.notice:
            self._notes(self.matter.notice)
        elif part == "accused":
            self._accused()
        elif part in ("opening", "facts", "closing"):
            self._facts(part)
        elif part == "counts":
            self._counts()
        elif part == "annexes":
            for annex in sorted(self.matter.annexes, key=lambda a: by_name(a.prose.file)):
                self._annex(annex)
        elif part == "schedules":
            for schedule in sorted(self.matter.schedules, key=lambda s: by_name(s.head.file)):
                self._schedule(schedule)
        elif (part == "exhibit-list" and self.matter.exhibits) or (
            part == "elements-table" and any(c.offence for group in self.planned for c in group)
        ):
            number = self._next_attached(self.court.words.annex)
            title = self.out.headings[part]
            self.out.headings[part] = f"{self.court.words.annex}{NBSP}{number}: {title}"

    def unprinted(self, part: Part) -> None:
        """Learn the labels of a part that the form leaves out.

        A reference to one of them can then be answered in the right words.
        """
        kept, before = self.out, len(self.out.named)
        self.out = Outline(headings=dict(kept.headings), named=kept.named)
        self.part(part)
        kept.named[before:] = [replace(n, printed=False) for n in kept.named[before:]]
        self.out = kept

    # --- the parts -----------------------------------------------------------------------------

    def _accused(self) -> None:
        heading = self._heading("accused", bool(self.matter.defendants))
        scope = self.out.accused_scope = self._series(
            "accused", self._words(heading or addresses.HEADINGS["accused"])
        )
        for accused in accused_in_order(self.matter):
            for i in range(len(accused.head.offices)):
                self._notes(self.matter.office_sources.get((accused.label, i)))
            name = accused.head.short or accused.head.name
            self._number(f"x-{accused.label}", addresses.rank(heading))
            pieces, _ = self._section(
                accused.prose, scope, addresses.rank(heading), addresses.place(heading, name),
                Held(defendants=(accused.label,)), within=Within(of=f"accused {accused.label}", title=name),
            )  # fmt: skip
            self.out.accused.append((accused, pieces))

    def _facts(self, part: Part) -> None:
        files = [facts for facts in self.matter.facts if facts.head.part == part]
        heading = self._heading(part, bool(files))
        for facts in sorted(files, key=lambda f: by_name(f.prose.file)):
            title = facts.head.title
            label = facts.head.id or facts.label
            place = addresses.place(heading, title)
            key, own = (part, part) if heading else (f"{part}-{label}", f"{part} {label}")
            scope = self._series(key, self._words(*place[:1]), own)
            level = addresses.rank(heading) - (0 if title else 1)
            full = self._number(f"x-{label}", level) if title else ""
            pieces, ends = self._section(
                facts.prose, scope, level, place, Held(defendants=facts.head.defendants, kind=facts.head.kind),
                within=Within(of=f"{part} {label}", title=title),
            )  # fmt: skip
            self._name(
                label, "part", facts.head.at("id"), ends or by_number(f"x-{label}", full),
                scope=scope, text=title,
                why="no numbered paragraph stands in it", is_file_name=not facts.head.has("id"),
            )  # fmt: skip
            self.out.facts.append((facts, pieces, scope))

    def _counts(self) -> None:
        groups = tuple(
            in_order(
                self.planned,
                self.counts,
                with_text(self.filed, self.counts),
                self.court,
                self.numberer.anchor_of_gone,
            )
        )
        self._heading("counts", bool(groups))
        for group in groups:
            if numbered := charged(group):
                self._group(group, numbered, numbered[0].plan.source)
            for one in group:
                if isinstance(one, WithdrawnCount):
                    self._withdrawn(one, alone=not numbered)

    def _withdrawn(self, count: WithdrawnCount, *, alone: bool) -> None:
        """What was filed below a withdrawn count stands below its heading."""
        word, was = self.court.words.count, count.filed.was
        counting = self.numberer.counting
        of = (Run(f"{word}{NBSP}"), Target(count.anchor, count.printed, "count"))
        scope = self._series(f"c{count.number}", of, f"count {was}")
        counting.begin_section(count.filed.heading, Within((was,), f"count {was}"))
        counting.withdrawn[was] = counting.section
        if alone:
            setting = Setting(scope, 2, (f"{word} {count.number}",))
            self.out.counts.append(((count,), withdrawn(self.numberer, setting), scope))

    def _group(self, whole: Group, group: tuple[NumberedCount, ...], source: Particulars) -> None:
        words = self.court.words
        targets = tuple(Target(f"x-{c.plan.label}", c.printed, "count") for c in group)
        for count, target in zip(group, targets, strict=True):
            self._name(
                count.plan.label,
                "count",
                count.plan.label_span,
                (target,),
                text=count.plan.title,
                is_file_name=len(group) == 1 and not source.head.has("id"),
            )
        label = group_label(source)
        if len(group) > 1:
            self._name(label, "counts", source.head.at("id"), targets)
        of = (Run(f"{words.count}{NBSP}"), targets[0])
        scope = self._series(f"c{group[0].number}", of, f"count {label}")
        place = (addresses.of_counts(named(group), self.court), self.out.headings["particulars"])
        group_named = self.out.named[-1]
        self.numberer.next_heading(addresses.rank(self.out.headings["counts"]), counts=False)
        pieces, _ = self._section(
            source.prose, scope, addresses.rank(self.out.headings["counts"]), place,
            counts=tuple(c.plan.label for c in group), of=group_named, within=Within(tuple(c.plan.label for c in group), f"count {label}"),
        )  # fmt: skip
        self.out.counts.append((whole, pieces, scope))

    def _annex(self, annex: Annex) -> None:
        word = self.court.words.annex
        label = annex.head.id or annex.label
        number = self._next_attached(word)
        heading = f"{word}{NBSP}{number}: {set_words(annex.head.title)}"
        target = Target(f"x-{label}", number, "annex")
        own = Scope(number, (Run(f"{word}{NBSP}"), target), f"annex {label}")
        scope = own if annex.head.numbered else MAIN
        why = "" if annex.head.numbered else f"the paragraphs of {word} {number} are not numbered"
        self._name(
            label, "annex", annex.head.at("id"), (target,), text=annex.head.title,
            is_file_name=not annex.head.has("id"),
        )  # fmt: skip
        pieces, _ = self._section(
            annex.prose, scope, 1, (addresses.plain(heading),), why=why, attached=True
        )
        self.out.annexes.append(Attached(annex, number, heading, scope, pieces))

    def _schedule(self, schedule: Schedule) -> None:
        word = self.court.words.schedule
        label = schedule.head.id or schedule.label
        number = self._next_attached(word)
        heading = f"{word}{NBSP}{number}: {set_words(schedule.head.title)}"
        target = Target(f"x-{label}", number, "annex")
        self._name(
            label, "schedule", schedule.head.at("id"), (target,), text=schedule.head.title,
            is_file_name=not schedule.head.has("id"),
        )  # fmt: skip
        of = self.out.named[-1]
        why = f"the paragraphs of {word} {number} are not numbered"
        pieces, _ = self._section(
            schedule.note, MAIN, 1, (addresses.plain(heading),), why=why, attached=True
        )
        anchors = []
        for n, row in enumerate(schedule.rows, start=1):
            anchor = f"x-{row.label}" if row.label else f"row-{label}-{n}"
            anchors.append(anchor)
            if row.label:
                number_of_row = (Target(anchor, str(n), "row"),)
                span = row.label_span or row.span
                text = schedule.head.row
                self._name(row.label, "row", span, number_of_row, text=text, of=of)
            for cell in row.cells:
                self._notes_in(cell.content)
        self.out.schedules.append(Attached(schedule, number, heading, MAIN, pieces, tuple(anchors)))

    # --- what they share -----------------------------------------------------------------------

    def _heading(self, part: Part, is_printed: bool) -> str:
        """The heading that the form writes above a part, numbered; "" where it writes none."""
        heading = self.out.headings[part]
        if heading and is_printed:
            self._number(part, 1)
        return heading

    def _number(self, of: str, level: int) -> str:
        """Number a heading that is not in a prose; its number with those above it, "" if it has none."""
        self.out.heading_numbers[of] = number = self.numberer.next_heading(level)
        return self.numberer.full_heading if number else ""

    def _section(
        self,
        prose: Prose,
        scope: Scope,
        level: int,
        place: tuple[str, ...],
        held: Held | None = None,
        counts: tuple[str, ...] = (),
        why: str = "",
        *,
        attached: bool = False,
        of: Named | None = None,
        within: Within = NOWHERE,
    ) -> tuple[tuple[Piece, ...], tuple[Target, ...]]:
        if self.court.numbering == "none" and not why:
            why = f"the form “{self.court.name}” does not number paragraphs"
        of_file = replace(within, level=level)
        setting = Setting(
            scope, level, place, held or NOTHING_HELD, counts, why, not attached, of, of_file
        )
        found = section(self.numberer, prose.blocks, setting)
        self._notes(prose)
        return found

    def _notes(self, prose: Prose | None) -> None:
        if prose is not None:
            self._notes_in(prose.blocks)

    def _notes_in(self, content: object) -> None:
        """Count the notes and learn the labels they have."""
        for label, span in labelled_notes(content):
            self.notes += 1
            if label:
                number = str(self.notes)
                self._name(label, "note", span, (Target(f"fn-{number}", number, "note"),))

    def _name(
        self,
        label: str,
        kind: Kind,
        span: Span,
        targets: tuple[Target, ...],
        *,
        scope: Scope = MAIN,
        text: str = "",
        of: Named | None = None,
        why: str = "",
        is_file_name: bool = False,
    ) -> None:
        self.out.named.append(
            Named(label, kind, span, targets, scope, text, of, True, why, is_file_name)
        )

    def _next_attached(self, word: str) -> str:
        """The next number among what the court calls by the same word."""
        self.attached[word] = self.attached.get(word, 0) + 1
        return series.printed(self.court.annex_numbering, self.attached[word])

    def _words(self, heading: str = "") -> tuple[Run, ...]:
        return tuple(Run(words) for words in addresses.place(heading))

    def _series(self, key: str, words: tuple[Run | Target, ...], name: str = "") -> Scope:
        if self.court.numbering != "by-section":
            return MAIN
        return Scope(key, words, name or key)
