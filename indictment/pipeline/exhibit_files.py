"""Exhibits of two versions -> what must be known of their files for a redline, without reading more than is needed.

A file that is not in git is read once, and again when its size or one of its times differs. Of a
revision a file is read only where git gives it another id than the other version's.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from indictment import examine
from indictment.folder import DiskFolder, Folder
from indictment.folder.revision import RevisionFolder, placeholder_of
from indictment.machine.cache import Cache
from indictment.model.facts import ExhibitFacts
from indictment.model.matter import ListedExhibit
from indictment.value import dataclass

_COARSE = 2_000_000_000
"""Nanoseconds within which some disks give two writings of a file the same time."""
_WORTH = 8_000_000
"""Bytes: what is read in a moment is read again rather than that a folder for it is put into the matter."""
_PIECE = 1 << 20
_LINES = (".csv", ".tsv", ".txt", ".md", ".html", ".htm", ".svg", ".xml", ".json", ".eml")
"""Files whose line ends git may write otherwise on the disk than it keeps them."""

Told = Mapping[str, ExhibitFacts]
"""What is known of the content of each file, by its path."""


@dataclass(frozen=True, slots=True)
class Held:
    """The exhibits of one version and the folder in which their files are."""

    exhibits: Sequence[ListedExhibit]
    folder: DiskFolder | RevisionFolder

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that the list names and that are there."""
        files = self.folder.files()
        return tuple(dict.fromkeys(one.path for one in self.exhibits if one.path in files))

    @property
    def bare(self) -> frozenset[str]:
        """The files for which the list has no SHA-256."""
        return frozenset(one.path for one in self.exhibits if not one.entry.sha256)


def contents(old: Held, new: Held, cache: Cache) -> tuple[Told, Told]:
    """The content of each file of both versions: its SHA-256, or git's id where that tells enough."""
    found: dict[int, Told] = {}
    sides = (old, new)
    for at, side in enumerate(sides):
        if isinstance(side.folder, DiskFolder):
            found[at] = dict(_on_disk(side, side.folder, cache))
    for at, side in enumerate(sides):
        if isinstance(side.folder, RevisionFolder):
            other = sides[1 - at]
            found[at] = dict(_at_revision(side, side.folder, other, found.get(1 - at, {}), cache))
    return found[0], found[1]


def known(
    exhibits: Iterable[ListedExhibit], folder: Folder, told: Told, cache: Cache | None
) -> dict[str, ExhibitFacts]:
    """Which files are missing, and what is `told` of the others, by the label of the exhibit.

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
        elif each.path in told:
            found[each.label] = told[each.path]
        if each.path in files and cache is not None and not each.entry.pages:
            to_examine.append(each)
    if to_examine and cache is not None:
        paths = {each.label: each.path for each in to_examine}
        examined = examine.facts(tuple(to_examine), folder.read, cache).value or {}
        for label, facts in examined.items():
            content = told.get(paths[label])
            if content is not None:
                facts = replace(facts, sha256=content.sha256 or facts.sha256, blob=content.blob)
            found[label] = facts
    return found


# --- on the disk -----------------------------------------------------------------------------------


def _on_disk(side: Held, folder: DiskFolder, cache: Cache) -> Iterator[tuple[str, ExhibitFacts]]:
    """Each file by its path; what was worked out before is taken while the file looks the same."""
    name = f"files-1-{hashlib.sha256(str(folder.root).encode()).hexdigest()[:16]}.json"
    before, written = _kept(cache, name), cache.kept_at(name)
    seen: dict[str, list[object]] = {}
    read = 0
    for path in side.paths:
        full = folder.path(path)
        if full is None:
            continue
        try:
            about = full.stat()
            looks = [about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino]
            last = max(about.st_mtime_ns, about.st_ctime_ns)
            kept = before.get(path, [])
            if kept[:4] != looks or len(kept) != 6 or last + _COARSE > written:
                kept = [*looks, *_read(full, about.st_size)]
                read += about.st_size
        except OSError:
            continue
        seen[path] = kept
        yield path, ExhibitFacts("other", str(kept[4]), about.st_size, blob=str(kept[5]))
    if read > _WORTH:
        cache.put(name, json.dumps(seen).encode())


def _kept(cache: Cache, name: str) -> dict[str, list[object]]:
    with suppress(ValueError):
        found = json.loads(cache.get(name) or b"{}")
        if isinstance(found, dict):
            return {path: entry for path, entry in found.items() if isinstance(entry, list)}
    return {}


def _read(path: Path, size: int) -> tuple[str, str]:
    """The SHA-256 of a file and the id that git gives it; of a placeholder of Git LFS what it says."""
    sum, blob, head = hashlib.sha256(), _blob(size), b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            head = head or piece
            sum.update(piece)
            blob.update(piece)
    return placeholder_of(head[:size]) or sum.hexdigest(), blob.hexdigest()


def _blob(size: int) -> "hashlib._Hash":
    """What git hashes, begun: SHA-1 names a content here, and guards nothing."""
    return hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)


# --- in a commit -----------------------------------------------------------------------------------


def _at_revision(
    side: Held, folder: RevisionFolder, other: Held, there: Told, cache: Cache
) -> Iterator[tuple[str, ExhibitFacts]]:
    """Each file by its path. What the other version has too is not read."""
    ids = {facts.blob: facts for facts in there.values()}
    if isinstance(other.folder, RevisionFolder):
        both = {other.folder.blob(path) for path in other.paths}
    else:
        both = set(ids)
    bare = side.bare | other.bare
    for path in side.paths:
        if not (blob := folder.blob(path)):
            continue
        if blob in ids:
            yield path, ids[blob]
        elif blob in both and path not in bare:
            yield path, ExhibitFacts("other", blob=blob)
        elif (same := there.get(path)) is not None and _is_as_checked_out(folder, path, same):
            yield path, same
        elif sha256 := _sha256(folder, path, blob, cache):
            yield path, ExhibitFacts("other", sha256, blob=blob)


def _is_as_checked_out(folder: RevisionFolder, path: str, there: ExhibitFacts) -> bool:
    """True where a file of text on the disk differs from the commit's by its line ends alone."""
    if not path.lower().endswith(_LINES):
        return False
    data = folder.read(path) or b""
    return hashlib.sha256(data.replace(b"\n", b"\r\n")).hexdigest() == there.sha256


def _sha256(folder: RevisionFolder, path: str, blob: str, cache: Cache) -> str:
    if sha256 := folder.placeholders.get(path, ""):
        return sha256
    name = f"blob-1-{blob}.txt"
    if (kept := cache.get(name)) is not None:
        return kept.decode("ascii")
    data = folder.read(path)
    if data is None:
        return ""
    sha256 = hashlib.sha256(data).hexdigest()
    if len(data) > _WORTH:
        cache.put(name, sha256.encode())
    return sha256
