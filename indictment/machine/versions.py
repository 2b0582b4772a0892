"""The versions of the libraries that are installed, without loading them or what Python reads them with."""

import sys
from functools import cache
from pathlib import Path

_FOLDER = ".dist-info"


@cache
def version(name: str) -> str:
    """The version of the library `name` (as its folder begins: "weasyprint", "fonttools").

    It stands in the name of a folder beside the library (PyPA, Recording installed projects); to ask
    `importlib.metadata` takes twenty times as long, which is where other installations are asked. Raises
    PackageNotFoundError where it is not installed.
    """
    for place in sys.path:
        found = [one for one in _listed(place) if one.lower().startswith(f"{name}-")]
        if len(found) == 1:
            return found[0].removesuffix(_FOLDER)[len(name) + 1 :]
        if found:
            break
    from importlib import metadata

    return metadata.version(name)


@cache
def _listed(place: str) -> tuple[str, ...]:
    try:
        return tuple(one.name for one in Path(place or ".").iterdir() if one.name.endswith(_FOLDER))
    except OSError:
        return ()
