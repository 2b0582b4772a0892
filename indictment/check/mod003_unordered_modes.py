"""Modes that exclude one another should be charged in the alternative.

Who ordered a crime and who failed to prevent it answers on another ground. Where both are charged side by
side, the reader asks whether the court is to find both or one.

For example, `modes: [ordering, superior-responsibility]`.

Write the one that the court is to look at second under `alternative-modes:`; or leave it, where both are
meant, and allow the rule.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.NOTE)

_SUPERIOR = ("superior", "command", "military-command")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each charge with a superior's responsibility beside another mode."""
    for count in written.counts(indictment):
        said: set[tuple[str, ...]] = set()
        for charge in count.charges:
            superior = [mode for mode in charge.modes if mode.startswith(_SUPERIOR)]
            others = [mode for mode in charge.modes if mode not in superior]
            if not superior or not others or charge.modes in said:
                continue
            said.add(charge.modes)
            yield RULE.at(
                count.file.at(*charge.path) if charge.path else count.span,
                f"{count.name} charges {superior[0]} beside {', '.join(others)}, not in the alternative",
                help=f"write `alternative-modes: [{superior[0]}]`, or allow this where both are meant",
            )
