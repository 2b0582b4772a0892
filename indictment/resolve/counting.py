"""What gives the numbers of paragraphs: they count up, or are those of a plan made before."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from indictment.diagnostics import Span
from indictment.model.indictment import NOWHERE, Series, SeriesNumber, Within
from indictment.resolve.filed import Filed
from indictment.resolve.frozen import Begun, Plan
from indictment.resolve.labels import Scope


@dataclass(slots=True)
class Counting:
    """Counts through the document, and keeps what it gave.

    `plans` are those of frozen series, by name. `section` counts files and headings; `heading` are
    the words of the last one.
    """

    plans: Mapping[str, Plan] = field(default_factory=dict)
    given: dict[str, list[SeriesNumber]] = field(default_factory=dict)
    section: int = 0
    heading: str = ""
    within: Within = NOWHERE
    begun: list[Begun] = field(default_factory=lambda: [Begun()])
    """Every section by its number; none has the number 0."""
    withdrawn: dict[str, int] = field(default_factory=dict)
    """The sections of withdrawn counts, by the labels under which they were filed."""
    _taken: dict[str, int] = field(default_factory=dict)
    """How many paragraphs of a series have their number, without those that are gone."""

    def begin_section(self, heading: str, within: Within) -> None:
        """What follows stands below another heading, or in another file."""
        self.section += 1
        self.heading, self.within = heading, within
        self.begun.append(Begun(heading, within))

    def next(self, scope: Scope, label: str | None, span: Span) -> tuple[str, int]:
        """The next number of a series, and which one of it it is."""
        taken = self._taken[scope.name] = self._taken.get(scope.name, 0) + 1
        plan = self.plans.get(scope.name)
        if plan is None:
            number = str(taken)
        elif taken <= len(plan.numbers):
            number = plan.numbers[taken - 1]
        else:
            number = str(taken)  # in a part that the form does not print
        return number, self._give(
            scope,
            SeriesNumber(number, label, self.section, self.heading, span, within=self.within),
        )

    def gone(self, scope: Scope, one: Filed) -> int:
        """Give a filed number that has no paragraph any more; which one of the series it is."""
        # what it belonged to stays known: on a later amendment it stands there again
        of = Begun(one.heading, one.within) if one.within.of else Begun(self.heading, self.within)
        given = SeriesNumber(one.printed, None, self.section, of.heading, one.span, True, of.within)
        return self._give(scope, given)

    def before(self, scope: Scope) -> tuple[Filed, ...]:
        """The filed numbers without paragraph that stand before the next paragraph."""
        plan = self.plans.get(scope.name)
        return plan.before.get(self._taken.get(scope.name, 0), ()) if plan else ()

    def after(self, scope: Scope) -> tuple[Filed, ...]:
        """Those that stand behind the last one."""
        plan = self.plans.get(scope.name)
        return plan.after.get(self._taken.get(scope.name, 0) - 1, ()) if plan else ()

    def below(self, scope: Scope) -> tuple[Filed, ...]:
        """Those that stand below the heading of a withdrawn count."""
        plan = self.plans.get(scope.name)
        return plan.below.get(self.section, ()) if plan else ()

    def at_end(self, scope: Scope) -> tuple[Filed, ...]:
        """Those of withdrawn sections that stand behind this one."""
        plan = self.plans.get(scope.name)
        return plan.at_end.get(self.section, ()) if plan else ()

    def series(self) -> tuple[Series, ...]:
        """What was given until now."""
        return tuple(Series(name, tuple(numbers)) for name, numbers in self.given.items())

    def _give(self, scope: Scope, given: SeriesNumber) -> int:
        numbers = self.given.setdefault(scope.name, [])
        numbers.append(given)
        return len(numbers)
