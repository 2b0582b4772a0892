"""matter.yaml at a glance: for who wants to make ready for a matter before it is read."""

import re

from indictment.folder import Folder
from indictment.model.caption import Caption

_COURT = re.compile(rb"""^court:[ \t]*["']?([A-Za-z0-9_-]+)["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_NAMES_COURT = re.compile(rb"^[ \t\"'{]*court\b", re.MULTILINE)
_USUAL: str = Caption.model_fields["court"].default


def court(folder: Folder) -> str | None:
    """The folder in templates/ that the matter's form lies in; None where that is not seen at a glance.

    It may be another, and the matter may have faults: that is found out when it is read.
    """
    text = folder.read("matter.yaml") or b""
    if found := _COURT.search(text):
        return found[1].decode()
    return None if _NAMES_COURT.search(text) else _USUAL
