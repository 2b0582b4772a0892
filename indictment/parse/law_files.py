"""offences/ of the matter and of the tool -> their files by name, each read once when it is asked for."""

from collections.abc import Iterable
from typing import TypeVar

from indictment.model.offence import Liability, Offence
from indictment.model.source import Document
from indictment.parse.reading import Reader

D = TypeVar("D", bound=Document)

OFFENCES = "offences/"
LIABILITY = "offences/liability/"
"""The folder that holds modes of liability."""


class Files:
    """The files by name, read once; one of the matter stands in place of one of the tool."""

    def __init__(
        self, own: Reader, own_files: frozenset[str], shipped: Reader, shipped_files: frozenset[str]
    ) -> None:
        self._own, self._shipped = own, shipped
        self._own_files, self._shipped_files = own_files, shipped_files
        every = own_files | shipped_files
        self._names = {folder: _names(folder, every) for folder in (OFFENCES, LIABILITY)}
        self._offences: dict[str, Offence | None] = {}
        self._liabilities: dict[str, Liability | None] = {}

    def names(self, folder: str) -> frozenset[str]:
        """The names of the files in a folder."""
        return self._names[folder]

    def of_the_matter(self, folder: str) -> list[str]:
        """The names of the files that the matter has, and the tool has not, or not with that text."""
        found = []
        for name in sorted(_names(folder, self._own_files)):
            path = f"{folder}{name}.yaml"
            same = self._shipped.folder.read(path) if path in self._shipped_files else None
            if same is None or same != self._own.folder.read(path):
                found.append(name)
        return found

    def offence(self, name: str) -> Offence | None:
        """The file of an offence as it is written; None where it cannot be read."""
        return self._once(self._offences, Offence, OFFENCES, name)

    def liability(self, name: str) -> Liability | None:
        """A file of modes of liability; None where it cannot be read."""
        return self._once(self._liabilities, Liability, LIABILITY, name)

    def _once(self, known: dict[str, D | None], model: type[D], folder: str, name: str) -> D | None:
        if name not in known:
            path = f"{folder}{name}.yaml"
            reader = self._own if path in self._own_files else self._shipped
            known[name] = reader.yaml(model, path)
        return known[name]


def is_law(path: str) -> bool:
    """True for a file of modes of liability."""
    return bool(_names(LIABILITY, (path,)))


def _names(folder: str, paths: Iterable[str]) -> frozenset[str]:
    return frozenset(
        path.removeprefix(folder).removesuffix(".yaml")
        for path in paths
        if path.startswith(folder)
        and path.endswith(".yaml")
        and path.count("/") == folder.count("/")
    )
