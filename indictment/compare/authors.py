"""Who changed what: a span of a source file -> who wrote it, and when."""

from typing import Protocol

from indictment.diagnostics import Span
from indictment.model.redline import Authorship
from indictment.value import dataclass


class Authors(Protocol):
    """Knows who put in the lines of the new version, and who took out those of the old one."""

    def inserted(self, span: Span) -> Authorship:
        """The last to change something in `span`, a place in the new version."""

    def deleted(self, span: Span) -> Authorship:
        """The last to take something out of `span`, a place in the old version."""


@dataclass(frozen=True, slots=True)
class OneAuthor:
    """All by the same: where there is no history, the prosecution on the date of the new version."""

    authorship: Authorship

    def inserted(self, span: Span) -> Authorship:
        """The one author."""
        return self.authorship

    def deleted(self, span: Span) -> Authorship:
        """The one author."""
        return self.authorship
