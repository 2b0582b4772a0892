"""What is known of a page while it is read from its beginning."""

from dataclasses import dataclass, field
from typing import Protocol

from indictment.diagnostics import Diagnostic, Rule, Span
from indictment.render.page.links_alike import LinksAlike
from indictment.render.page.node import Node
from indictment.render.page.printed_numbers import Numbers
from indictment.render.page.vocabulary import Element

HELP = "write only what docs/vocabulary.md lists; how it looks is set in style.css"


@dataclass(slots=True)
class Open:
    """An element that is not closed yet."""

    name: str
    element: Element
    place: tuple[str, int]
    node: Node
    at: int
    """The place inside of it (`LinksAlike.inside`)."""


class Places(Protocol):
    """The file and line of a template by its number."""

    def __getitem__(self, number: int, /) -> tuple[str, int]:
        """The place of this number."""


@dataclass(slots=True)
class Walk:
    """The elements that are open, and what was found so far."""

    places: Places
    stack: list[Open] = field(default_factory=list)
    found: dict[tuple[tuple[str, int], str], Diagnostic] = field(default_factory=dict)
    anchors: dict[str, Node] = field(default_factory=dict)
    links: list[tuple[str, Node, bool]] = field(default_factory=list)
    """The anchor that a link or number leads to, its element, and whether a template wrote it."""
    numbers: Numbers | None = None
    misnumbered: set[tuple[str, int]] = field(default_factory=set)
    """Where numbers are wrong: a line that prints all paragraphs is told of the first."""
    heading: int = 0
    note: int = 0
    alike: LinksAlike = field(default_factory=LinksAlike)
    reports: int = 0
    """How often something was reported, be it known or not."""

    @property
    def place(self) -> tuple[str, int]:
        """The line of a template that wrote what is being read."""
        return self.stack[-1].place if self.stack else ("templates/international/page.html", 1)

    def report(self, rule: Rule, place: tuple[str, int], message: str, remedy: str = HELP) -> None:
        """Something is wrong at a place."""
        file, line = place
        self.reports += 1
        self.found.setdefault(
            (place, message), rule.at(Span(file, line, 1, line, 1), message, help=remedy)
        )
