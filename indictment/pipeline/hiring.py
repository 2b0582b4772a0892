"""What is to be made -> those who will set the pages for it, while the matter is read."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from indictment.machine.cache import Cache

if TYPE_CHECKING:
    from indictment.machine.crew import Crew


def setters_for(wanted: Sequence[str], cache: Cache) -> "AbstractContextManager[Crew | None]":
    """Those who will set the PDF for `wanted`; None where there is none.

    Loading WeasyPrint takes as long as reading a matter. Where `cache` has parts from before, one of
    them will mostly do, and the others wait until there is work.
    """
    if not needs_pdf(wanted):
        return nullcontext()
    return _hired(1 if cache.names("part-") else None)


@contextmanager
def _hired(early: int | None) -> "Iterator[Crew]":
    from indictment.machine.crew import processors
    from indictment.machine.scratch import scratch
    from indictment.render import pdf

    # They are ended, and could not clear up what WeasyPrint lays down when it is loaded.
    with scratch(), pdf.setters(processors(), early=early) as setters:
        yield setters


def needs_pdf(wanted: Sequence[str]) -> bool:
    """True if the PDF is wanted, or its page numbers for the contents of the Word file."""
    if {"pdf", "bundle"} & set(wanted):
        return True
    from indictment.machine import pango

    return "docx" in wanted and pango.is_there()
