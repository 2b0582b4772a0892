"""Files of two versions of a matter, read as one folder."""

from indictment.folder.reading import Folder
from indictment.value import dataclass

FORMS = "templates/"


@dataclass(frozen=True)
class WithForms:
    """The files of `matter`, but for templates/, which is that of `forms`.

    So two versions are printed alike, and only what they say differs.
    """

    matter: Folder
    forms: Folder

    def _of(self, path: str) -> Folder:
        return self.forms if f"{path}/".startswith(FORMS) else self.matter

    def files(self) -> frozenset[str]:
        """The paths of all files."""
        own = {path for path in self.matter.files() if self._of(path) is self.matter}
        return frozenset(
            own | {path for path in self.forms.files() if self._of(path) is self.forms}
        )

    def hindrance(self, path: str) -> str:
        """Why `read` gives None for one of `files()`."""
        return self._of(path).hindrance(path)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, else None."""
        return self._of(path).read(path)


@dataclass(frozen=True)
class Either:
    """The files of `first`, and those that only `second` has: a redline shows pictures of both."""

    first: Folder
    second: Folder

    def files(self) -> frozenset[str]:
        """The paths of all files."""
        return self.first.files() | self.second.files()

    def hindrance(self, path: str) -> str:
        """Why `read` gives None for one of `files()`."""
        return "" if self.read(path) is not None else self.first.hindrance(path)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, else None."""
        found = self.first.read(path)
        return self.second.read(path) if found is None else found
