"""Small files -> what they hold, many in one child process.

A child for each file costs ten times what reading a small file does. What a file could forge for
others in its batch, it could write over them as well: a child has limits, but the drafter's rights.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from indictment.examine import reading
from indictment.machine.confined import Died, Json, Limits, confined
from indictment.value import dataclass

LARGEST = 4 << 20
"""Bytes; a larger file is read alone."""
_MOST_BYTES, _MOST_FILES = 32 << 20, 100
_LIMITS = Limits(cpu=20, wall=30.0)

File = TypeVar("File")


@dataclass(frozen=True, slots=True)
class Small:
    """A file to be read: `name` stands for its content, `kind` is "pdf" or "image"."""

    name: str
    kind: str
    data: bytes


def read(files: Iterable[Small]) -> Mapping[str, Json]:
    """What each of `files` holds, by name, as `reading.read` says it.

    A file is left out where anything is the matter with it, or with another one in its batch that
    took the child with it: what is wrong is found where it is read alone.
    """
    found: dict[str, Json] = {}
    for batch in batches(files, lambda file: len(file.data), _MOST_BYTES, _MOST_FILES):
        found.update(_sound(batch))
    return found


def batches(
    files: Iterable[File], size: Callable[[File], int], most_bytes: int, most_files: int
) -> Iterator[list[File]]:
    """`files` in lists of at most so many, and of so many bytes unless one has more by itself."""
    batch: list[File] = []
    held = 0
    for file in files:
        if batch and (held + size(file) > most_bytes or len(batch) == most_files):
            yield batch
            batch, held = [], 0
        batch.append(file)
        held += size(file)
    if batch:
        yield batch


def _sound(batch: list[Small]) -> Iterator[tuple[str, Json]]:
    works = [(file.name, reading.work(file.kind, file.data)) for file in batch]
    held = confined(lambda: {name: work() for name, work in works}, _LIMITS)
    if isinstance(held, Died):
        return
    for name, one in held.items():
        if isinstance(one, dict) and "pages" in one and not one.keys() & {"reason", "mended"}:
            yield name, one
