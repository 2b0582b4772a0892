"""The processes that set pages, made before there are any."""

import gc
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from indictment.machine.crew import Crew, crew

if TYPE_CHECKING:
    from indictment.render.pdf.setting.setter import Setting


def setters(processes: int, *, early: int | None = None) -> AbstractContextManager[Crew]:
    """`processes` that load what a PDF is set with, while this one does something else.

    `early` of them do so at once, the others when there is work for them; all, where it is None.
    """
    return crew(_setting_alone, processes, apart=True, early=early, load=setting)


def setting() -> "Setting":
    """Who sets pages; what it needs is loaded by the process that does, and not by the one that makes it."""
    from indictment.render.pdf.setting.setter import Setting

    return Setting()


def _setting_alone() -> "Setting":
    """Who sets pages in a process that does nothing else. It looks for rubbish seldom from beginning to end: after
    a part it would begin with what that has left.
    """
    from indictment.render.pdf.mended import speed

    gc.set_threshold(*speed.RARELY)
    return setting()
