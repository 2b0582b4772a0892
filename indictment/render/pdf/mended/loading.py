"""WeasyPrint loaded in half the time: nobody asks a compiler where libraries are, and what no page needs waits.

Loading it takes as long as setting ten pages, and each process that sets pages loads it.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_LATER = {
    "fontTools.subset": (),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}
"""Modules that are loaded when something in them is first used, and what is imported from them by name:
fonts are cut by HarfBuzz where it can do that, and few are variable."""


class _Later(ModuleType):
    """Stands for a module until something in it is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_loaded(self), name)


def _loaded(stand_in: ModuleType) -> ModuleType:
    name = stand_in.__name__
    if sys.modules.get(name) is stand_in:
        del sys.modules[name]
    return importlib.import_module(name)


def _function(stand_in: ModuleType, name: str) -> Any:
    def call(*given: Any, **named: Any) -> Any:
        return getattr(_loaded(stand_in), name)(*given, **named)

    return call


@contextmanager
def quickly() -> Iterator[None]:
    """WeasyPrint may be imported here, and is then what it is anywhere else."""
    with _by_their_own_names(), _without(_LATER):
        yield


@contextmanager
def _by_their_own_names() -> Iterator[None]:
    """Libraries are opened by the names under which Linux knows them (libpango-1.0.so.0), which WeasyPrint
    tries after three others. For each of these Python would ask the linker, and a compiler if there is one.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    from ctypes import util

    find = util.find_library

    def nowhere(name: str) -> None:
        return None

    util.find_library = nowhere
    try:
        yield
    finally:
        util.find_library = find


@contextmanager
def _without(names: dict[str, tuple[str, ...]]) -> Iterator[None]:
    """Stand-ins for these modules, where they are not loaded yet; who asks for them later gets them."""
    stand_ins = {name: _Later(name) for name in names if name not in sys.modules}
    for name, stand_in in stand_ins.items():
        for function in names[name]:
            setattr(stand_in, function, _function(stand_in, function))
        sys.modules[name] = stand_in
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
