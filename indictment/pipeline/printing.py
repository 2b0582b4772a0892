"""A page -> its PDF: begun while the page is still being checked, and set once."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indictment.diagnostics import Outcome
from indictment.folder import Folder
from indictment.machine.cache import Cache
from indictment.machine.crew import nothing
from indictment.model.indictment import Indictment
from indictment.pipeline.drafting import Draft
from indictment.pipeline.reading import Progress

if TYPE_CHECKING:
    from indictment.machine.crew import Crew
    from indictment.render.pdf import Apart, PrintedIndictment

    Set = tuple[Outcome[PrintedIndictment], float]
    """The PDF, and the seconds that it took."""


class _Otherwise(Exception):
    """Something was found that makes the page another one, or none."""


class _Ahead:
    """What is found out about a draft while its page is set; what makes another page of it ends that."""

    def __init__(self, draft: Draft, early: Callable[[int], object], unchecked: int) -> None:
        self._draft, self._early, self._unchecked = draft, early, unchecked
        self.failed = False

    def check(self, parts: int) -> None:
        """Check the page, while so many parts are being set; not where so few are that they would have to wait."""
        if parts <= self._unchecked:
            self._draft.ask()
            return
        with self._failing():
            self._only(self._draft.drawn())
            self._early(parts)

    def settle(self) -> None:
        """Settle the draft, if nobody has to wait for that."""
        with self._failing():
            if self._draft.is_otherwise():
                raise _Otherwise

    def _only(self, page: Outcome[str]) -> None:
        if page.value != self._draft.text:
            raise _Otherwise

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except Exception:
            self.failed = True
            raise


@dataclass(slots=True)
class Printing:
    """Sets the pages of one matter: by `setters`, or in this process where there are none."""

    folder: Folder
    cache: Cache
    setters: "Crew | None"
    progress: Progress
    apart: "Apart | None" = None
    """Where it is given, each part is a PDF of its own, and the whole is none."""
    _ready_for: str | None = field(default=None, init=False)
    """The court whose style sheet the setters have read."""
    _ahead: "tuple[str, bool, Set] | None" = field(default=None, init=False)
    """The last page that was set before it was checked, whether only its pages were counted, and what came of it."""

    def make_ready(self, court: str | None) -> None:
        """Let the setters read the style sheet of this court, if they are not ready for it; None for none."""
        if self.setters is None or court in (None, self._ready_for):
            return
        from indictment.render import pdf

        pdf.ready(self.setters, court, self.folder.read, self.cache)
        self._ready_for = court

    def begin(
        self,
        indictment: Indictment | None,
        draft: Draft,
        wanted: Sequence[str],
        *,
        early: Callable[[int], object] = lambda parts: None,
        unchecked: int = -1,
    ) -> "PrintedIndictment | None":
        """Set the page of a draft before anything is known against it, and check it meanwhile; `early`
        is then told how many parts are being set. The draft is settled as soon as the rules have been
        asked. Where no more than `unchecked` parts are set, it is not checked, and the rules are asked.

        What was set is used by `set`, where it is asked for the same page. It is given back: None
        where nothing was set, or something was found.
        """
        text = draft.text
        if self.setters is None or indictment is None or text is None or "bundle" in wanted:
            return None
        only_pages = "pdf" not in wanted
        if only_pages and "docx" not in wanted:
            return None
        ahead = _Ahead(draft, early, unchecked)
        before = draft.seconds
        try:
            printed, seconds = self._set(
                indictment, text, ahead.check, ahead.settle, only_pages=only_pages
            )
        except Exception as error:
            # What goes wrong with a page that is not checked is said when it is, or goes wrong again.
            if ahead.failed and not isinstance(error, _Otherwise):
                raise
            return None
        self._ahead = text, only_pages, (printed, seconds - (draft.seconds - before))
        return printed.value

    def set(self, indictment: Indictment, page: str, *, only_pages: bool = False) -> "Set":
        """The PDF of `page`, or only its pages, for the contents of the Word file; the seconds that it took."""
        if self._ahead is not None and self._ahead[:2] == (page, only_pages):
            return self._ahead[2]
        return self._set(indictment, page, only_pages=only_pages)

    def _set(
        self,
        indictment: Indictment,
        page: str,
        meanwhile: Callable[[int], object] = lambda parts: None,
        now_and_then: Callable[[], object] = nothing,
        *,
        only_pages: bool,
    ) -> "Set":
        from indictment.render import pdf, rules
        from indictment.render.page import images
        from indictment.render.page.mistakes import NumbersDiffer

        def told(words: str) -> None:
            self.progress("pdf", words)
            now_and_then()

        began = time.monotonic()
        self.progress("pdf", "")
        court = indictment.matter.caption.court
        pieces = {piece.anchor: piece.span for piece in indictment.numbered}
        try:
            printed = pdf.write(
                page,
                court,
                self.folder.read,
                {**pieces, **images.figures(indictment)},
                setters=self.setters,
                cache=self.cache,
                told=told,
                only_pages=only_pages,
                apart=self.apart,
                meanwhile=meanwhile,
            )
        except NumbersDiffer as fault:
            style = f"templates/{court}/style.css"
            if self.folder.read(style) is None:
                raise
            printed = Outcome(None, (rules.notes_lost(style, str(fault)),))
        return printed, time.monotonic() - began
