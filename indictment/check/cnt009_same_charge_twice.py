"""One offence should be charged once.

Two counts of the same offence against the same accused, for the same time and place, put that accused in danger of being
convicted twice for one act (multiplicity). Counts whose particulars name different victims or different rows of a
schedule charge different acts, and are left out; so are counts in the alternative.

For example, two counts of pillage against one accused, both on 2 March 2019 in Calderhaven, in neither of which another
granary is named.

Join the counts, charge one with `alternative-to:`, or say in the particulars of each what distinguishes it.
"""

from collections.abc import Iterator
from datetime import date

from indictment.check import written
from indictment.check.declare import rule
from indictment.check.pairs import beside, particulars
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment
from indictment.model.pleading import PleadedCharge, PleadedCount

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each count that charges again what an earlier one charges."""
    counts = {count.label: count for count in written.counts(indictment)}
    named = particulars(indictment)
    for one, other in beside(indictment):
        first, second = counts.get(one.label), counts.get(other.label)
        if not first or not second or not first.offence or first.offence != second.offence:
            continue
        here, there = named.get(one.span.file), named.get(other.span.file)
        if not _are_at_one_time(one, other) or not _are_at_one_place(one, other):
            continue
        if here and there and here is not there:
            mine, theirs = here.persons | here.rows, there.persons | there.rows
            if mine - theirs and theirs - mine:
                continue
        yield RULE.at(
            second.span,
            f"{second.name} charges the same accused with the same offence, time and place as {first.name}",
            related=[Related(first.span, "charged here")],
            help="join the counts, write `alternative-to:`, or say what distinguishes them",
        )


def _are_at_one_time(one: PleadedCount, other: PleadedCount) -> bool:
    return any(
        mine.accused == theirs.accused and _overlap(_ends(mine), _ends(theirs))
        for mine in one.charges
        for theirs in other.charges
    )


def _are_at_one_place(one: PleadedCount, other: PleadedCount) -> bool:
    mine, theirs = ({place.casefold() for place in count.places} for count in (one, other))
    return bool(mine & theirs) or not mine or not theirs


def _ends(charge: PleadedCharge) -> tuple[date, date] | None:
    return charge.period.days if charge.period else None


def _overlap(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    return bool(one and other and one[0] <= other[1] and other[0] <= one[1])
