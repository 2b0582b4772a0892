"""Matter and what is known of its exhibits' files -> Indictment: the order of the work."""

from collections.abc import Mapping

from indictment.diagnostics import Diagnostic, Outcome
from indictment.model.blocks import Inline
from indictment.model.facts import ExhibitFacts
from indictment.model.indictment import (
    Accused,
    CountGroup,
    Indictment,
    Section,
)
from indictment.model.matter import Matter
from indictment.resolve import (
    addresses,
    charges,
    elements_table,
    exhibit_list,
    exhibits,
    filed,
    filed_counts,
    forms,
    front_matter,
    pleaded,
)
from indictment.resolve.before import Before
from indictment.resolve.blocks import Blocks
from indictment.resolve.citations import Citer
from indictment.resolve.count_order import charged
from indictment.resolve.inlines import Binder
from indictment.resolve.labels import Named, gather
from indictment.resolve.lookup import Lookup, unread
from indictment.resolve.names import Names, accused_in_order, short
from indictment.resolve.outline import outline
from indictment.resolve.parts import Parts
from indictment.resolve.pleading import Pleading
from indictment.resolve.title_page import notice, title_page
from indictment.resolve.typography import set_words


def indictment(
    matter: Matter, facts: Mapping[str, ExhibitFacts], before: Before | None = None
) -> Outcome[Indictment]:
    """Resolve `matter`; `facts` are what was found in the exhibits' files, by label; `before` has its files
    as they were bound the last time.

    There is always a value; while there are form errors, what could not be bound stands in it as
    it was typed, and it must not be built.
    """
    faults: list[Diagnostic] = []
    court = matter.court
    forms.check(court, faults)
    forms.check_version(matter.caption, court, faults)
    planned = charges.plan(matter, faults)
    unreadable = unread(matter)
    pleading = Pleading(
        counts={count.label: count for group in planned for count in group},
        accused=frozenset(defendant.label for defendant in matter.defendants),
        unread=unreadable,
        texts=matter.texts,
        faults=faults,
    )
    numbers = filed_counts.plan(
        filed_counts.read(matter, faults), [count.label for group in planned for count in group]
    )
    plan = outline(matter, planned, pleading, filed.read(matter, faults), numbers, faults)
    listed = exhibits.exhibits(matter, facts, faults)
    labels = gather([*_people(matter), *plan.named, *_exhibits(matter)], unreadable, faults)
    lookup = Lookup(matter, labels, listed, faults)
    front_matter.check(planned, lookup)
    binder = Binder(matter, lookup, Names.of(matter), listed, Citer(court, faults), faults)
    if before is not None:
        before.begin(matter, labels, listed, binder.names)
    blocks = Blocks(binder, before)
    parts = Parts(blocks, plan.headings, plan.heading_numbers)

    words: tuple[Inline, ...] = ()
    accused: tuple[Accused, ...] = ()
    statement: tuple[Section, ...] = ()
    counts: tuple[CountGroup, ...] = ()
    annexes: tuple[Section, ...] = ()
    schedules: tuple[Section, ...] = ()
    for part in dict.fromkeys(court.order):
        if part == "title":
            words = notice(matter.notice, binder)
        elif part == "accused":
            accused = tuple(parts.accused(d, p, plan.accused_scope) for d, p in plan.accused)
        elif part in ("opening", "facts", "closing"):
            files = [each for each in plan.facts if each[0].head.part == part]
            statement += tuple(parts.facts(*each) for each in files)
        elif part == "counts":
            counts = tuple(parts.counts(*each) for each in plan.counts)
        elif part == "annexes":
            annexes = tuple(parts.annex(each) for each in plan.annexes)
        elif part == "schedules":
            schedules = tuple(parts.schedule(each) for each in plan.schedules)

    if "accused" not in court.order:
        # the title page and the charging formula name them all the same
        accused = tuple(parts.named_only(defendant) for defendant in accused_in_order(matter))
    in_order = list(listed.values())
    numbered_counts = [count for group, _, _ in plan.counts for count in charged(group)]
    pleadings = pleaded.pleadings(numbered_counts, blocks.pleads, binder.used, binder.referring)
    confidential = binder.has_redactions or _is_confidential(matter)
    resolved = Indictment(
        court=court,
        title_page=title_page(matter.caption, court, words, confidential),
        accused=accused,
        charged=binder.names.joined(tuple(one.label for one in accused), court.words.and_),
        statement=statement,
        counts=counts,
        annexes=annexes,
        schedules=schedules,
        exhibits=exhibit_list.rows(in_order, binder.used, court),
        elements=elements_table.tables(numbered_counts, pleadings, listed, binder.names, court),
        pleadings=pleadings,
        signatories=tuple(
            (set_words(s.name), set_words(s.title), set_words(s.place))
            for s in matter.caption.signatories
        ),
        headings=plan.headings,
        heading_numbers=plan.heading_numbers,
        notes=tuple(binder.written),
        citations=tuple(binder.citer.written),
        numbered=(
            *binder.index,
            *exhibit_list.index(in_order, addresses.plain(plan.headings["exhibit-list"])),
        ),
        series=plan.series,
        confidential=confidential,
        matter=matter,
        exhibit_facts=facts,
    )
    return Outcome(resolved, tuple(faults))


def _people(matter: Matter) -> list[Named]:
    """The accused and the others who are named."""
    found = [
        Named(d.label, "accused", d.head.at("name"), text=short(d))
        for d in accused_in_order(matter)
    ]
    persons = matter.persons
    if persons:
        found += [
            Named(label, "person", persons.key_at("persons", label), text=person.printed)
            for label, person in persons.persons.items()
        ]
    return found


def _exhibits(matter: Matter) -> list[Named]:
    return [
        Named(x.label, "exhibit", x.at(), text=x.entry.short or x.entry.title)
        for x in exhibits.in_order(matter)
    ]


def _is_confidential(matter: Matter) -> bool:
    persons = matter.persons.persons.values() if matter.persons else ()
    return (
        matter.caption.classification != "public"
        or any(person.protected for person in persons)
        or any(x.entry.classification != "public" for x in matter.exhibits)
    )
