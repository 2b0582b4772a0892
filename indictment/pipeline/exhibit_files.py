"""Exhibits -> what must be known of their files for a redline, without opening more than is needed."""

import hashlib
from collections.abc import Iterable

from indictment import examine
from indictment.folder import Folder
from indictment.machine.cache import Cache
from indictment.model.facts import ExhibitFacts
from indictment.model.matter import ListedExhibit


def known(
    exhibits: Iterable[ListedExhibit], folder: Folder, cache: Cache | None
) -> dict[str, ExhibitFacts]:
    """Which files are missing, and the hash of those for which the list has none.

    With a `cache`, files for which the list gives no number of pages are examined: the list of
    exhibits prints it. Without, they are left alone.
    """
    files = folder.files()
    found: dict[str, ExhibitFacts] = {}
    to_examine: list[ListedExhibit] = []
    for each in exhibits:
        if not each.path:
            continue
        if each.path not in files:
            found[each.label] = ExhibitFacts("missing")
        elif cache is not None and not each.entry.pages:
            to_examine.append(each)
        elif not each.entry.sha256 and (data := folder.read(each.path)) is not None:
            found[each.label] = ExhibitFacts("other", hashlib.sha256(data).hexdigest(), len(data))
    if to_examine and cache is not None:
        found.update(examine.facts(tuple(to_examine), folder.read, cache).value or {})
    return found
