"""A rule, and what it says about one place in a matter."""

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from typing import Generic, TypeVar

from indictment.diagnostics.span import Span
from indictment.value import dataclass

T = TypeVar("T")


class Severity(StrEnum):
    """How much a diagnostic weighs."""

    ERROR = "error"
    """Must not be filed like this."""
    WARNING = "warning"
    """A careful reader will object."""
    NOTE = "note"
    """For information."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is demanded of a matter, as data.

    `form` is true where nothing can be built while the fault stands (the text cannot be read
    or bound); such a rule has a fixed severity and cannot be allowed.
    """

    code: str
    """Three letters and three digits: what one says on the telephone (CIT001)."""
    name: str
    """The fault, in a form that completes "allow …" (unlisted-exhibit)."""
    severity: Severity
    summary: str
    """One sentence: what is demanded."""
    explanation: str = ""
    """What `indict explain` prints: what it does, why, an example, how to mend or allow it."""
    authority: str = ""
    """The provision that demands it, if there is one."""
    form: bool = False
    final: bool = False
    """True where a draft is forgiven what must not be filed: a warning, and an error with `--final`."""

    def at(
        self,
        span: Span,
        message: str,
        *,
        label: str = "",
        related: Iterable["Related"] = (),
        notes: Iterable[str] = (),
        help: str = "",
        place: Iterable[str] = (),
        severity: Severity | None = None,
    ) -> "Diagnostic":
        """The diagnostic of this rule at `span`.

        `message`: the fault, lower case, no full stop. `label`: the words beside the caret.
        `help`: the remedy, as an order. `place`: the address in the law's terms, outermost
        first; a stage that knows numbers fills it. `severity`: only where it departs from
        the rule's own.
        """
        return Diagnostic(
            rule=self,
            span=span,
            message=message,
            severity=severity or self.severity,
            place=tuple(place),
            label=label,
            related=tuple(related),
            notes=tuple(notes),
            help=help,
        )


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that matters, printed under the first."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing said about one place. Two addresses: `span` and `place`."""

    rule: Rule
    span: Span
    message: str
    severity: Severity
    place: tuple[str, ...] = ()
    label: str = ""
    related: tuple[Related, ...] = ()
    notes: tuple[str, ...] = ()
    help: str = ""

    def __hash__(self) -> int:
        # Two are rarely of one place; to count in what the rule explains each time takes longer.
        return hash((self.span, self.message))

    @property
    def is_error(self) -> bool:
        """True for what must not be filed like this."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage gives back: a value, and everything there is to say about it.

    `value` is None only where so little could be read that the next stage has nothing to
    work on.
    """

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def has_form_errors(self) -> bool:
        """True while nothing may be built from the value."""
        return any(d.rule.form and d.is_error for d in self.diagnostics)
