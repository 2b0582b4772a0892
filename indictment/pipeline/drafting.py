"""A matter that is bound -> what is to be said of it, and its page: each is made while the other is.

The page has to know one thing of the rules, how many errors they find: a draft is headed with it. That
is mostly the number of the last time. Where it is not, the page is written once more.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache as once
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from indictment.diagnostics import Diagnostic, Outcome
from indictment.folder import Folder
from indictment.machine.aside import Aside, aside
from indictment.machine.cache import Cache
from indictment.model.indictment import Indictment
from indictment.pipeline.reading import Bound, Checked, Progress, ruled

if TYPE_CHECKING:
    from indictment.render.page.html import Written

T = TypeVar("T")
Rules = Aside[tuple[Diagnostic, ...]]


class Draft:
    """A page as it will be unless something is said against it; `text` is None where there is none."""

    def __init__(
        self,
        bound: Bound,
        page: "Callable[[int], Written] | None",
        errors: int,
        rules: Callable[[], Rules],
        beside: "Callable[[Callable[[], Outcome[str]]], Aside[Outcome[str]]]",
    ) -> None:
        """`page` writes the page of an indictment with so many errors; `errors` is how many there
        were the last time; `rules` begins to ask the rules, where nobody has, and gives who waits for them;
        `beside` has something done beside what this process does.
        """
        self.seconds = 0.0
        """How long this process was about it."""
        began = time.monotonic()
        self._bound, self._page, self._errors, self._rules = bound, page, errors, rules
        self._written = page(errors) if page else None
        self._check: Callable[[], Outcome[str]] = partial(_checked, self._written)
        self._beside = beside
        self._drawn: Outcome[str] | None = None
        self._settled: tuple[Checked, Outcome[str]] | None = None
        self.text = self._written.text if self._written else None
        self.seconds += time.monotonic() - began

    def ask(self) -> None:
        """Begin to ask the rules."""
        self._rules()

    def look(self) -> None:
        """Begin to check the page beside what this process does."""
        self._check = self._beside(self._check)

    def drawn(self) -> Outcome[str]:
        """The page, with the errors of the last time, and what there is to say about it."""
        if self._drawn is None:
            self._rules()
            began = time.monotonic()
            self._drawn = self._check()
            self.seconds += time.monotonic() - began
        return self._drawn

    def can_be_settled(self) -> bool:
        """True if nothing would have to be waited for."""
        return self._settled is not None or self._rules().is_done()

    def is_otherwise(self) -> bool:
        """True if it is known, without waiting, that the page is another one, or none."""
        return self.can_be_settled() and self.settled()[1].value != self.text

    def settled(self) -> tuple[Checked, Outcome[str]]:
        """What is to be said, and the page; it has no value where the indictment cannot be built."""
        if self._settled is None:
            drawn = self.drawn()
            began = time.monotonic()
            self._settled = self._settle(drawn)
            self.seconds += time.monotonic() - began
        return self._settled

    def _settle(self, drawn: Outcome[str]) -> tuple[Checked, Outcome[str]]:
        from indictment.render.page import html

        checked = Checked(self._bound.indictment, self._rules()(), self._bound.texts)
        if self._page is not None and (found := checked.errors) != self._errors:
            drawn = html.checked(self._page(found))
        return checked, drawn


@contextmanager
def drafting(
    bound: Bound,
    folder: Folder,
    cache: Cache,
    progress: Progress,
    *,
    errors: int,
    final: bool = False,
    page_first: bool = False,
) -> Iterator[Draft]:
    """The page, while the rules are asked; with `page_first`, they are asked when the page is checked, so
    that it is written somewhat earlier. `errors` is how many there were the last time.
    """
    if not _is_whole(bound) or bound.indictment is None:
        rules_alone = _afterwards(partial(ruled, bound, cache, final=final))
        yield Draft(bound, None, errors, lambda: rules_alone, _afterwards)
        return

    from indictment.render.page import html

    def page(indictment: Indictment, errors: int) -> "Written":
        progress("page", "")
        return html.written(replace(indictment, draft_errors=errors), folder.read)

    with ExitStack() as stack:

        @once
        def rules() -> Rules:
            return stack.enter_context(
                aside(partial(ruled, bound, cache, final=final), can_wait=True)
            )

        if not page_first:
            rules()
        yield Draft(
            bound,
            partial(page, bound.indictment),
            errors,
            rules,
            lambda check: stack.enter_context(aside(check)),
        )


def _checked(page: "Written | None") -> Outcome[str]:
    from indictment.render.page import html

    return html.checked(page) if page else Outcome(None)


def _afterwards(work: Callable[[], T]) -> Aside[T]:
    """Work that is done when somebody waits for it."""
    return Aside(work, lambda: False)


def _is_whole(bound: Bound) -> bool:
    return not any(d.rule.form and d.is_error for d in bound.said)
