"""What a stage may ask of a folder."""

import re
from typing import Protocol

PARTS = (
    "figures",
    "defendants",
    "facts",
    "counts",
    "annexes",
    "schedules",
    "exhibits",
    "offences",
    "templates",
)
"""The folders of a matter that are read. Anything else in it is not looked at."""

TOP_FILES = ("matter.yaml", "persons.yaml", "numbers.yaml")

_UNSAFE = re.compile(r"(^/)|(^~)|(^[A-Za-z]:)|(\\)|[\x00-\x1f\x7f]")


class Folder(Protocol):
    """A matter's files, by paths relative to its root with forward slashes."""

    def files(self) -> frozenset[str]:
        """The paths of all files that belong to the matter, and of what stands in their place."""

    def hindrance(self, path: str) -> str:
        """Why `read` gives None for one of `files()`, as in "a folder"; "" where it does not."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is no such file in the matter, or it cannot be read."""


def is_safe(path: str) -> bool:
    """True if `path` is a plain relative path that stays inside the matter by its words alone."""
    if not path or _UNSAFE.search(path):
        return False
    return all(part not in ("", ".", "..") for part in path.split("/"))
