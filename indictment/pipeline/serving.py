"""A matter's folder -> what a preview shows of it, again after each change."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from indictment import parse, resolve
from indictment.check import all_rules
from indictment.diagnostics import Diagnostic, Outcome
from indictment.folder import DiskFolder
from indictment.folder.watching import changes
from indictment.machine.cache import cache_of
from indictment.machine.uncollected import collect, uncollected
from indictment.model.indictment import Indictment
from indictment.pipeline import shown
from indictment.pipeline.building import together, trim
from indictment.pipeline.drafting import drafting
from indictment.pipeline.hiring import setters_for
from indictment.pipeline.printing import Printing
from indictment.pipeline.problems import Problem, problems
from indictment.pipeline.reading import Checked, bind_folder, described
from indictment.pipeline.shown import Pages, Texts
from indictment.pipeline.unchanged import LastBuild
from indictment.value import dataclass

if TYPE_CHECKING:
    from indictment.machine.crew import Crew
    from indictment.render.pdf import PartAlone
    from indictment.render.screen import Leaves

_KEPT = 50
"""Checks after which what was read of earlier versions is let go."""

_FEW = 2
"""Parts that are set before one would want to know what is to be said of the matter."""

_WORDS = {
    "read": "Reading the matter", "examine": "Looking at exhibits", "page": "Writing the text",
    "pdf": "Setting the pages",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Working:
    """What is being done, in words."""

    words: str


@dataclass(frozen=True, slots=True)
class State:
    """The matter as it is now. `number` counts the states.

    `pages` are those of the last good state, None where there was none yet; `is_current` says that
    they are those of the files as they are, `is_blocked` that there will be none of these before
    something is mended, `is_new` that they are others than those of the state before. `said` is one
    line where nothing is to be reported.
    """

    number: int
    pages: Pages | None
    problems: tuple[Problem, ...]
    is_current: bool = False
    is_blocked: bool = False
    is_new: bool = False
    said: str = ""


Tell = Callable[[object], None]


class Unwatchable(Exception):
    """The folder cannot be watched; the message says why."""


def serve(root: Path, tell: Tell) -> None:
    """Tell what is done (Working) and what is found (State), at once and after each change in `root`.

    Ends when it is ended. Raises MissingLibrary, Unwatchable, and Stopped where a process that sets
    pages ended by itself.
    """
    with setters_for(("pdf",), cache_of(root)) as setters:
        assert setters is not None, "pages are set by somebody"
        serving = Serving(root, setters, tell)
        for _ in _changes(root):
            serving.look()
            collect()


def _changes(root: Path) -> Iterator[object]:
    try:
        yield from changes(root)
    except OSError as error:
        raise Unwatchable(f"{root} cannot be watched: {error.strerror or error}") from error


class Serving:
    """One matter, as it was shown last."""

    def __init__(self, root: Path, setters: "Crew", tell: Tell) -> None:
        from indictment.render.pdf import Apart

        self._folder, self._cache = DiskFolder(root), cache_of(root)
        self._tell = tell
        apart = Apart(self._cache)
        self._printing = Printing(self._folder, self._cache, setters, self._progress, apart)
        self._of_sheets: dict[str, Leaves] = {}
        all_rules()  # a copy of this process asks them each time, and need not load them
        self._known, self._looks = parse.Known(), 0
        self._before = resolve.Before()
        self._pages: Pages | None = None
        self._number = 0
        self._errors = LastBuild.of(root, (), final=False).errors()
        self._faults: list[tuple[str, str, str, str]] = []
        self._found: tuple[Problem, ...] = ()
        self._is_shown = False
        """True if the pages of this look have been told."""
        self._is_taken_back = False
        """True if they were, and are not to be shown: those of before are, again."""

    def look(self) -> None:
        """Read the matter again, and tell what is to be said of it before its pages are set."""
        self._looks += 1
        if self._looks % _KEPT == 0:
            self._known = parse.Known()
        self._is_shown = self._is_taken_back = False
        before = self._pages
        self._progress("read", "")
        with uncollected():
            bound = bind_folder(
                self._folder, self._cache, self._progress, self._known, self._before
            )
            self._printing.make_ready(bound.court)
            with drafting(
                bound, self._folder, self._cache, self._progress,
                errors=self._errors, page_first=True,
            ) as draft:  # fmt: skip

                def early(parts: int) -> None:
                    if parts > _FEW:
                        self._early(draft.settled()[0])

                printed = self._printing.begin(
                    bound.indictment, draft, ("pdf",), early=early, unchecked=_FEW
                )
                if printed is not None and bound.indictment is not None:
                    self._show(bound.indictment, printed.alone, bound.texts)
                checked, page = draft.settled()
        if self._is_shown and page.value is None:
            self._pages, self._is_taken_back = before, True
        self._is_shown &= page.value == draft.text
        self._errors = checked.errors
        if checked.can_be_built:
            self._early(checked)
            self._finish(checked, page)
        else:
            self._state(checked, checked.diagnostics, is_blocked=True)

    def _early(self, checked: Checked) -> None:
        """Tell what is to be said while pages are still to come, where it is something else than before."""
        if checked.can_be_built and self._pages is not None and not self._is_shown:
            self._state(checked, checked.diagnostics, if_new=True)

    def _show(self, indictment: Indictment, sheets: "tuple[PartAlone, ...]", texts: Texts) -> None:
        """Tell the pages before the rules have been asked: whoever has saved a word wants to see it.

        What is said of them is what was said of those before.
        """
        before = self._pages
        self._pages = self._of(indictment, sheets, texts, before.chart if before else "")
        self._is_shown = True
        if before is None or before.sheets != sheets:
            self._number += 1
            self._tell(State(self._number, self._pages, self._found, is_new=True))

    def _finish(self, checked: Checked, page: Outcome[str]) -> None:
        """Tell what is to be said of a matter that can be built, and its pages."""
        from indictment.render import chart

        assert checked.indictment is not None, "what can be built is there"
        indictment = replace(checked.indictment, draft_errors=checked.errors)
        later, printed = page.diagnostics, None
        if page.value is not None:
            set_, _ = self._printing.set(indictment, page.value)
            later, printed = (*later, *set_.diagnostics), set_.value
        said = together(checked, indictment, later, final=False)
        is_new = False
        if printed is not None:
            drawn, shown_last = chart.as_html(indictment), self._pages
            if shown_last is None or not self._is_shown or shown_last.sheets != printed.alone:
                self._pages = self._of(indictment, printed.alone, checked.texts, drawn)
                is_new = True
            elif drawn != shown_last.chart:
                self._pages = replace(shown_last, chart=drawn)
            trim(self._cache)
        is_good = printed is not None
        self._state(checked, said, is_current=is_good, is_new=is_new, is_blocked=not is_good)

    def _of(
        self, indictment: Indictment, sheets: "tuple[PartAlone, ...]", texts: Texts, chart: str
    ) -> Pages:
        return shown.pages(indictment, sheets, self._leaves(sheets), chart, texts)

    def _leaves(self, sheets: "Sequence[PartAlone]") -> "Leaves":
        """The pages of all parts in their order; those of a part that is as it was are not read again."""
        from indictment.render import screen

        known = self._of_sheets
        self._of_sheets = {
            one.name: known.get(one.name) or screen.leaves(one.content) for one in sheets
        }
        return screen.joined(self._of_sheets[one.name] for one in sheets)

    def _state(
        self,
        checked: Checked,
        said: tuple[Diagnostic, ...],
        *,
        is_current: bool = False,
        is_blocked: bool = False,
        is_new: bool = False,
        if_new: bool = False,
    ) -> None:
        found = problems(self._pages, said, checked.texts)
        faults = [(one.severity, one.code, one.message, one.anchor) for one in found]
        if if_new and faults == self._faults:
            return
        self._faults, self._found = faults, found
        self._number += 1
        is_new |= self._is_taken_back
        line = "" if said else described(checked)
        self._tell(State(self._number, self._pages, found, is_current, is_blocked, is_new, line))

    def _progress(self, stage: str, detail: str) -> None:
        words = _WORDS.get(stage, "Working")
        self._tell(Working(f"{words}: {detail}" if detail else words))
