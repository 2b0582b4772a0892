"""The running lines of one page -> what stands around its pages: kept from before, or set."""

from indictment.diagnostics import Diagnostic
from indictment.machine.crew import Call
from indictment.render.pdf.bound.running import Running
from indictment.render.pdf.divide.running_page import RunningPage
from indictment.render.pdf.laid_out import SetPart
from indictment.render.pdf.share.kept import Kept

_SECONDS = 120.0
"""Seconds on the clock that it may take."""


class RunWithin(Exception):
    """The running lines cannot be set by themselves: they are drawn on the pages, with what else is on them."""


class Around:
    """What stands around the pages whose running lines are those of `page`."""

    def __init__(self, kept: Kept, page: RunningPage) -> None:
        self._kept, self._page = kept, page
        self._known: dict[int, Running | None] = {}
        """By how many digits the number of pages has."""

    def known(self, total: int) -> Running | None:
        """What stands around `total` pages; None where it was not set yet."""
        lengths = len(str(total))
        if lengths not in self._known:
            held = self._kept.running(self._page.html(lengths))
            self._known[lengths] = Running(held, self._page.places(lengths)) if held else None
        return self._known[lengths]

    def call(self, total: int) -> Call:
        """To set what stands around `total` pages."""
        return Call("run", (self._page, len(str(total))), None, _SECONDS)

    def learn(self, total: int, made: SetPart) -> tuple[Diagnostic, ...]:
        """It was set; what there is to say about it. Raises RunWithin where it cannot stand by itself."""
        if made.is_tied:
            raise RunWithin
        lengths = len(str(total))
        self._known[lengths] = Running(made.content, self._page.places(lengths))
        if not made.diagnostics:
            self._kept.keep_running(self._page.html(lengths), made.content)
        return made.diagnostics
