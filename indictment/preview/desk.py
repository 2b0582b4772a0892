"""What the preview knows at the moment, and who waits to hear of it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indictment.pipeline.serving import State, Working
from indictment.preview.drawing import Drawing

_QUIET = 15.0
"""Seconds after which a listener is told that we are still there."""


@dataclass(eq=False)
class Desk:
    """The matter in `root`, its last state, and the browsers that listen."""

    root: Path
    state: State | None = None
    working: str = "Reading the matter"
    drawing: Drawing = field(default_factory=Drawing)
    failed: BaseException | None = None
    """What the reading process raised; the preview ends with it."""
    is_closed: bool = False
    _waiting: set["asyncio.Queue[dict[str, Any]]"] = field(default_factory=set)

    def hear(self, told: object) -> None:
        """Take what the reading process tells."""
        if isinstance(told, Working):
            self.working = told.words
            self._tell({"kind": "working", "words": told.words})
        elif isinstance(told, State):
            if told.is_new and told.pages is not None:
                self.drawing.show(told.pages)
            if told.is_current or told.is_blocked:
                self.working = ""
            self.state = told
            self._tell({"kind": "state", "number": told.number})

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
