"""Pairs of small matters: two accused, one count, and what a test changes between old and new."""

from collections.abc import Sequence

from indictment.compare import facts
from indictment.model.facts import ExhibitFacts
from indictment.model.indictment import Indictment
from indictment.model.redline import Amendment, Change
from tests.unit.resolve.building import Files, resolved

CASAVANT = {"defendants/02-casavant.md": "---\nname: Mirel Casavant\n---\n"}
HEAD = "title: Pillage\noffence: pillage\n"
PLEADED = "conduct: [taking]\nmodes: [commission]\nperiod: {from: 2019-03-02, to: 2019-03-16}\n"


def count(
    head: str = PLEADED,
    *,
    accused: str = "[tollan]",
    text: str = "{#taken}\nThe grain was taken.\n",
    file: str = "counts/01-pillage.md",
    titled: str = HEAD,
) -> dict[str, str]:
    """A count file with this front matter and prose."""
    defendants = f"defendants: {accused}\n" if accused else ""
    return {file: f"---\n{titled}{defendants}{head}---\n\n{text}"}


def both(
    old: Files, new: Files, facts_of: Sequence[dict[str, ExhibitFacts] | None] = (None, None)
) -> tuple[Indictment, Indictment]:
    """The old and the new indictment; both have two accused."""
    return (
        resolved(CASAVANT, count(), old, facts=facts_of[0]),
        resolved(CASAVANT, count(), new, facts=facts_of[1]),
    )


def amended(
    old: Files, new: Files, changes: Sequence[Change] | None = None
) -> tuple[Amendment, ...]:
    """The amendments between two matters."""
    return facts.amendments(*both(old, new), changes)


def said(old: Files, new: Files) -> list[str]:
    """The amendments as lines, "!" before those that are flagged: "! added mode: …"."""
    return [
        f"{'! ' * one.possible_new_charge}{one.kind} {one.subject}: {one.words}".replace(
            "\u00a0", " "
        )
        for one in amended(old, new)
    ]
