"""A matter's folder -> a signal each time that its files have changed."""

from collections.abc import Iterator
from pathlib import Path

from indictment.folder.reading import PARTS, TOP_FILES

_TOGETHER = 300
"""Milliseconds that changes are gathered: an editor writes, renames and touches for one save."""
_STEP = 20
"""Milliseconds without another change after which they are told: most editors are done with a save in two."""
_WAKES = 200
"""Milliseconds after which a wait without changes is looked at, so that the first answer comes soon."""


def is_of_matter(root: Path, path: str) -> bool:
    """True if a change at `path` may change what is said of the matter in `root`.

    What the tool itself makes (build/, .indict/) and what editors keep beside a file do not count.
    """
    try:
        inside = Path(path).relative_to(root).parts
    except ValueError:
        return False
    if not inside or any(part.startswith((".", "~$")) or part.endswith("~") for part in inside):
        return False
    return inside[0] in (TOP_FILES if len(inside) == 1 else PARTS) or (
        len(inside) == 1 and inside[0] in PARTS
    )


def changes(root: Path) -> Iterator[frozenset[str]]:
    """The paths that have changed, from the matter's root, each time that any have.

    The first is empty: from then on nothing is missed. Waits in between; ends when the person at
    the terminal interrupts it. Raises OSError where the folder cannot be watched. Where the system
    tells nothing (a drive of the network), WATCHFILES_FORCE_POLLING=true looks at the files instead.
    """
    from watchfiles import watch

    root = root.resolve()
    began = False
    for found in watch(
        root,
        watch_filter=lambda _, path: is_of_matter(root, path),
        debounce=_TOGETHER,
        step=_STEP,
        rust_timeout=_WAKES,
        yield_on_timeout=True,
        raise_interrupt=False,
        ignore_permission_denied=True,
    ):
        if found or not began:
            yield frozenset(Path(path).relative_to(root).as_posix() for _, path in found)
        began = True
