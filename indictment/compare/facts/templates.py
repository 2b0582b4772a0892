"""Two sets of files -> the templates that differ: said, not drawn."""

from collections.abc import Mapping


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[str, ...]:
    """The paths below templates/ whose file differs or is only in one of them, in order."""
    paths = sorted(path for path in {*before, *after} if path.startswith("templates/"))
    return tuple(path for path in paths if before.get(path) != after.get(path))
