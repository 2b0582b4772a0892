"""page.html -> indictment.pdf: tagged, PDF/A-2a and PDF/UA-1 in one file.

Nothing is loaded before it is asked for: those who set pages are made while this process has loaded
nothing yet of what reads a matter, and load only what they need (`share.hiring`).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indictment.render.pdf.apart import Apart, PartAlone
    from indictment.render.pdf.document import PrintedIndictment, ready, write
    from indictment.render.pdf.share.hiring import setters

__all__ = ["Apart", "PartAlone", "PrintedIndictment", "ready", "setters", "write"]

_WHERE = {
    "Apart": "apart", "PartAlone": "apart", "PrintedIndictment": "document", "ready": "document",
    "setters": "share.hiring", "write": "document",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
