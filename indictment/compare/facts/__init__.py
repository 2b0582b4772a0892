"""Two Indictments -> facts beside the redline: amendments, numbers, lost support, templates.

What is compared is what was written (`Indictment.matter`) and how it is printed, never a page. The
facts need no changes; where they are given, they say in which of them an amendment shows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from indictment.compare.facts import (
    attached,
    charges,
    concordance,
    elements,
    evidence,
    instrument,
    order,
    passages,
    people,
    scope,
    support,
)
from indictment.compare.facts import templates as files
from indictment.compare.facts.showing import Showing
from indictment.compare.facts.versions import Versions
from indictment.model.indictment import Indictment
from indictment.model.protected import withheld
from indictment.model.redline import Amendment, Change, LostSupport, Renumbered
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts about two versions, for which their parts are paired once."""

    amendments: tuple[Amendment, ...]
    renumbered: tuple[Renumbered, ...]
    unsupported: tuple[LostSupport, ...]


_SUBJECTS = (instrument, order, people, charges, scope, elements, passages, attached, evidence)


def facts(before: Indictment, after: Indictment, changes: Sequence[Change] | None = None) -> Facts:
    """Amendments, concordance and lost support together. `changes` is None where none were looked for."""
    versions = Versions(before, after, changes or (), is_drawn=changes is not None)
    without = withheld(before, after)
    showing = Showing(versions)
    return Facts(
        tuple(
            replace(
                one,
                words=without(one.words),
                old=without(one.old),
                new=without(one.new),
                reason=without(one.reason),
            )
            for subject in _SUBJECTS
            for one in map(showing.shown, subject.amendments(versions))
        ),
        tuple(concordance.renumbered(versions)),
        tuple(
            replace(one, exhibits=tuple(map(without, one.exhibits)))
            for one in support.lost(versions)
        ),
    )


def amendments(
    before: Indictment, after: Indictment, changes: Sequence[Change] | None = None
) -> tuple[Amendment, ...]:
    """The schedule of amendments: the instrument, the accused, the counts, the evidence."""
    return facts(before, after, changes).amendments


def renumbered(
    before: Indictment, after: Indictment, changes: Sequence[Change] | None = None
) -> tuple[Renumbered, ...]:
    """The concordance of old and new numbers."""
    return facts(before, after, changes).renumbered


def lost_support(
    before: Indictment, after: Indictment, changes: Sequence[Change] | None = None
) -> tuple[LostSupport, ...]:
    """The paragraphs that are left without a citation."""
    return facts(before, after, changes).unsupported


def renamed(before: Indictment, after: Indictment) -> Mapping[str, str]:
    """The new anchor of each exhibit and accused with another label, by the old one."""
    versions = Versions(before, after)
    found = {f"exhibit-{was}": f"exhibit-{now}" for now, was in versions.exhibit_was.items()}
    found.update((f"x-{was}", f"x-{now}") for was, now in versions.now.items())
    return {was: now for was, now in found.items() if was != now}


def templates(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files of templates/ that differ, by the bytes of each file of both versions."""
    return files.changed(before, after)
