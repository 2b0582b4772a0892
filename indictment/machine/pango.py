"""The text layout libraries that a PDF needs: Pango, HarfBuzz, Fontconfig."""

import ctypes
import ctypes.util
from functools import cache

from indictment.value import dataclass

_LIBRARIES = (
    ("GObject", "gobject-2.0", ("libgobject-2.0.so.0", "libgobject-2.0-0.dll")),
    ("Pango", "pango-1.0", ("libpango-1.0.so.0", "libpango-1.0-0.dll")),
    ("Pango FT2", "pangoft2-1.0", ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0.dll")),
    ("HarfBuzz", "harfbuzz", ("libharfbuzz.so.0", "libharfbuzz-0.dll")),
    ("HarfBuzz subset", "harfbuzz-subset", ("libharfbuzz-subset.so.0", "libharfbuzz-subset-0.dll")),
    ("Fontconfig", "fontconfig", ("libfontconfig.so.1", "libfontconfig-1.dll")),
)


@dataclass(frozen=True, slots=True)
class Library:
    """A library and whether it could be loaded."""

    name: str
    loaded: bool


def _load(names: tuple[str, ...], stem: str) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    found = ctypes.util.find_library(stem)
    try:
        return ctypes.CDLL(found) if found else None
    except OSError:
        return None


@cache
def libraries() -> tuple[Library, ...]:
    """Each library that the PDF needs."""
    return tuple(Library(name, _load(names, stem) is not None) for name, stem, names in _LIBRARIES)


def is_there() -> bool:
    """True if a PDF can be made on this machine."""
    return all(library.loaded for library in libraries())


def version() -> str:
    """Pango's version, such as 1.50.12; empty where it is not installed."""
    library = _load(_LIBRARIES[1][2], _LIBRARIES[1][1])
    if library is None:
        return ""
    library.pango_version_string.restype = ctypes.c_char_p
    return bytes(library.pango_version_string()).decode("ascii", "replace")
