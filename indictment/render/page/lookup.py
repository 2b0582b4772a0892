"""Which file a template, a style sheet or a font is: the matter's own first, then the shipped."""

from collections.abc import Callable

from indictment.machine.shipped import shipped
from indictment.value import dataclass

Load = Callable[[str], bytes | None]
"""The bytes of a file of the matter by its path from the root; None where there is none."""

FALLBACK = "international"
"""The court whose templates stand in for those that a court does not have."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file of templates/: its path as the drafter would name it, and its text.

    The text is None where the file is not UTF-8. `is_shipped` where it came with the tool.
    """

    path: str
    text: str | None
    is_shipped: bool = False


@dataclass(frozen=True, slots=True)
class TemplateFolder:
    """The templates of one court, looked up file by file.

    `court` is the name of a folder in templates/. A file is looked for in the matter's
    templates/COURT/, in the shipped templates/COURT/, and in the shipped templates/international/.
    """

    court: str
    load: Load

    def find(self, name: str) -> Found | None:
        """The file `name` ("count.html", "style.css"), or None. The text is UTF-8."""
        own = self._own(name)
        found = own or self._shipped(name)
        return Found(found[0], _text(found[1]), is_shipped=own is None) if found else None

    def data(self, name: str) -> tuple[str, bytes] | None:
        """The path and the bytes of the file `name` ("reference.docx"), or None."""
        return self._own(name) or self._shipped(name)

    def _own(self, name: str) -> tuple[str, bytes] | None:
        path = f"templates/{self.court}/{name}"
        data = self.load(path)
        return None if data is None else (path, data)

    def _shipped(self, name: str) -> tuple[str, bytes] | None:
        for court in dict.fromkeys((self.court, FALLBACK)):
            path = f"templates/{court}/{name}"
            data = shipped_file(path)
            if data is not None:
                return path, data
        return None


def amendments(page: str) -> str:
    """The sheet of a redline whose marks are told apart by amendment: in colours, or by number; else ""."""
    if "data-amendment=" not in page:
        return ""
    return "amendments-code.css" if 'class="amendment-code"' in page else "amendments.css"


def shipped_file(path: str) -> bytes | None:
    """The bytes of a shipped file by its path ("templates/fonts/LiberationSerif-Regular.ttf")."""
    kind, _, rest = path.partition("/")
    if kind != "templates" or not rest or ".." in rest.split("/"):
        return None
    file = shipped("templates") / rest
    return file.read_bytes() if file.is_file() else None


def _text(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
