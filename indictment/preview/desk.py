"""What the preview knows at the moment, and who waits to hear of it."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indictment.pipeline.serving import Working
from indictment.preview.brief import Brief, Sheet, Shown
from indictment.preview.pencil import Pencil

_QUIET = 15.0
"""Seconds after which a listener is told that we are still there."""
_STATES = 16
"""A browser that has seen none of so many states is told everything."""


@dataclass(eq=False)
class Desk:
    """The matter in `root`, its last state, and the browsers that listen."""

    root: Path
    state: Brief | None = None
    shown: Shown | None = None
    working: str = "Reading the matter"
    pencil: Pencil = field(default_factory=Pencil)
    failed: BaseException | None = None
    """What the reading process raised; the preview ends with it."""
    is_closed: bool = False
    _texts: dict[str, str] = field(default_factory=dict)
    _had: OrderedDict[int, frozenset[str]] = field(default_factory=OrderedDict)
    """The names of the texts of the last states, by number."""
    _waiting: set["asyncio.Queue[dict[str, Any]]"] = field(default_factory=set)

    def hear(self, told: object) -> None:
        """Take what the reading process tells."""
        if isinstance(told, Working):
            self.working = told.words
            self._tell({"kind": "working", "words": told.words})
        elif isinstance(told, Sheet):
            self.pencil.hold(told)
        elif isinstance(told, Brief):
            if told.shown is not None:
                self.pencil.show(told.shown.sheets)
                self.shown = told.shown
            if told.is_current or told.is_blocked:
                self.working = ""
            self._keep(told)
            self.state = told
            self._tell({"kind": "state", "number": told.number})

    def _keep(self, told: Brief) -> None:
        names = frozenset(name for some in told.lists.values() for name in some)
        texts = {**self._texts, **told.texts}
        self._texts = {name: texts[name] for name in names}
        self._had[told.number] = names
        while len(self._had) > _STATES:
            self._had.popitem(last=False)

    def texts(self, since: int) -> dict[str, str]:
        """The texts of the state that a browser does not have which was given all of the state `since`."""
        had = self._had.get(since, frozenset())
        return {name: text for name, text in self._texts.items() if name not in had}

    def close(self) -> None:
        """End all that wait."""
        self.is_closed = True
        self._tell({"kind": "end"})

    def _tell(self, event: dict[str, Any]) -> None:
        for queue in self._waiting:
            queue.put_nowait(event)

    async def events(self) -> AsyncIterator[dict[str, Any] | None]:
        """What happens from now on, first where we are; None now and then where nothing does."""
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._waiting.add(queue)
        try:
            if self.state is not None:
                yield {"kind": "state", "number": self.state.number}
            if self.working:
                yield {"kind": "working", "words": self.working}
            while not self.is_closed:
                try:
                    event = await asyncio.wait_for(queue.get(), _QUIET)
                except TimeoutError:
                    yield None
                    continue
                yield event
        finally:
            self._waiting.discard(queue)
