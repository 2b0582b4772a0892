"""What is to be made -> those who will set the pages for it, while the matter is read."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
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
    from indictment.machine.crew import processors
    from indictment.render import pdf

    return pdf.setters(processors(), early=1 if cache.names("part-") else None)


def needs_pdf(wanted: Sequence[str]) -> bool:
    """True if the PDF is wanted, or its page numbers for the contents of the Word file."""
    if {"pdf", "bundle"} & set(wanted):
        return True
    from indictment.machine import pango

    return "docx" in wanted and pango.is_there()
