"""The programs that set pages, on which their bytes depend."""

from collections.abc import Iterator
from functools import cache as once
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from indictment.machine import fonts, pango
from indictment.machine.versions import version


@once
def programs() -> str:
    """The programs that set a part, with their versions, our own by its text; and the machine's fonts."""
    own = sha256()
    for file in _ours(files("indictment.render.pdf")):
        own.update(file.read_bytes())
    named = [f"{name} {version(name)}" for name in ("weasyprint", "pydyf", "fonttools", "pillow")]
    every = own.hexdigest(), pango.version(), fonts.state(), *named
    return sha256("\n".join(every).encode()).hexdigest()


def _ours(folder: Traversable) -> Iterator[Traversable]:
    """What we have written of it, below a folder."""
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _ours(one)
        elif one.name.endswith((".py", ".css")):
            yield one
