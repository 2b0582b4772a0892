"""The facts of every exhibit's file, worked out once for each content."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from indictment.diagnostics import Diagnostic, Outcome
from indictment.examine import kinds, reading, together
from indictment.examine.rules import MENDED, UNREADABLE
from indictment.examine.together import Small
from indictment.machine.cache import Cache
from indictment.machine.confined import Json
from indictment.machine.libreoffice import kept
from indictment.model.facts import ExhibitFacts
from indictment.model.matter import ListedExhibit
from indictment.value import dataclass

_FORM = "4"
"""Counts up when what is kept in the cache changes its meaning."""


def facts(
    exhibits: Iterable[ListedExhibit],
    read: Callable[[str], bytes | None],
    cache: Cache,
    *,
    progress: Callable[[str, str], None] | None = None,
) -> Outcome[Mapping[str, ExhibitFacts]]:
    """The facts of each exhibit that has a file, by label; an error for each unreadable one.

    `read` gives a file's bytes by its path, None where there is none. The pages of a Word document are known once it has been
    converted for a bundle and its PDF is in the cache. `progress` is told the stage and the
    exhibit's label before each file that takes time.
    """
    found: dict[str, ExhibitFacts] = {}
    said: list[Diagnostic] = []
    listed = [exhibit for exhibit in exhibits if exhibit.path]
    files = _Files(read, cache, progress or (lambda stage, label: None))
    looks = files.read_small(listed)
    for exhibit in listed:
        look = looks.get(exhibit.label)
        if look is not None and not files.is_known(look):
            look = files.look_at(exhibit)  # its bytes are wanted once more
        if look is None:
            found[exhibit.label] = ExhibitFacts("missing")
            continue
        facts_of_it, held = files.facts_of(look, exhibit.label)
        found[exhibit.label] = facts_of_it
        if facts_of_it.kind == "unreadable":
            said.append(_unreadable(exhibit, facts_of_it, held.get("detail", "")))
        elif held.get("mended") and facts_of_it.kind == "pdf":
            said.append(_mended(exhibit, facts_of_it))
    return Outcome(found, tuple(said))


@dataclass(frozen=True, slots=True)
class _Look:
    """What a file shows by itself. Its bytes are not kept longer than they are wanted."""

    sha256: str
    size: int
    what: kinds.Recognised
    data: bytes = b""


class _Files:
    """What files hold: from the cache, from the child that read the small ones, or from the file."""

    def __init__(
        self,
        read: Callable[[str], bytes | None],
        cache: Cache,
        progress: Callable[[str, str], None],
    ) -> None:
        self._read, self._cache = read, cache
        self._progress = progress
        self._known: dict[str, Json] = {}

    def read_small(self, exhibits: Iterable[ListedExhibit]) -> Mapping[str, _Look]:
        """Look at the file of each of `exhibits`, by label, and read the small ones among those
        that the cache does not know. A file that is not there is left out.
        """
        looks: dict[str, _Look] = {}
        found = together.read(self._small(exhibits, looks))
        for name, held in found.items():
            self._keep(name, held)
        return looks

    def look_at(self, exhibit: ListedExhibit) -> _Look | None:
        """The file of `exhibit`; None where there is none."""
        data = self._read(exhibit.path)
        if data is None:
            return None
        digest = hashlib.sha256(data).hexdigest()
        return _Look(digest, len(data), kinds.recognise(data, exhibit.path), data)

    def is_known(self, look: _Look) -> bool:
        """True where nothing more has to be read from the file."""
        name = self._name(look.what.kind, look.sha256)
        return not _is_read(look.what) or self._kept(name) is not None

    def facts_of(self, look: _Look, label: str) -> tuple[ExhibitFacts, Json]:
        """The facts of the file of the exhibit `label`, and what else was found."""
        sha256, what = look.sha256, look.what
        held: Json = {"reason": what.reason} if what.kind == "unreadable" else {}
        kind = what.kind
        if _is_read(what):
            held = self._held(what.kind, look.data, sha256, label)
        elif what.form == "svg":
            held = {"pages": 1}
        elif what.kind == "docx":
            earlier = kept(sha256, what.form, self._cache)
            if earlier is not None:
                name = hashlib.sha256(earlier.pdf).hexdigest()
                held = self._held("pdf", earlier.pdf, name, label)
                held = {} if "reason" in held else held
        if "reason" in held:
            kind = "unreadable"
        return ExhibitFacts(
            kind=kind,
            sha256=sha256,
            size=look.size,
            pages=held.get("pages"),
            has_letters=held.get("letters"),
            reason=held.get("reason", ""),
            form=what.form,
        ), held

    def _small(self, exhibits: Iterable[ListedExhibit], looks: dict[str, _Look]) -> Iterator[Small]:
        seen: set[str] = set()
        for exhibit in exhibits:
            look = self.look_at(exhibit)
            if look is None:
                continue
            looks[exhibit.label] = replace(look, data=b"")
            name = self._name(look.what.kind, look.sha256)
            is_small = look.size <= together.LARGEST
            if is_small and name not in seen and not self.is_known(look):
                seen.add(name)
                self._progress("examine", exhibit.label)
                yield Small(name, look.what.kind, look.data)

    def _held(self, kind: str, data: bytes, sha256: str, label: str) -> Json:
        name = self._name(kind, sha256)
        held = self._kept(name)
        if held is None:
            self._progress("examine", label)
            held = reading.read(kind, data)
            self._keep(name, held)
        return held

    def _name(self, kind: str, sha256: str) -> str:
        return f"facts-{_FORM}-{kind}-{sha256}.json"

    def _kept(self, name: str) -> Json | None:
        if name not in self._known and (earlier := self._cache.get(name)) is not None:
            with suppress(ValueError):
                held = json.loads(earlier)
                if isinstance(held, dict):
                    self._known[name] = held
        return self._known.get(name)

    def _keep(self, name: str, held: Json) -> None:
        self._known[name] = held
        self._cache.put(name, json.dumps(held).encode())


def _is_read(what: kinds.Recognised) -> bool:
    return what.kind == "pdf" or (what.kind == "image" and what.form != "svg")


def _unreadable(exhibit: ListedExhibit, facts_of_it: ExhibitFacts, detail: str) -> Diagnostic:
    return UNREADABLE.at(
        exhibit.at("file"),
        f"{exhibit.path} cannot be read: {facts_of_it.reason}",
        label="this file",
        notes=(f"the program that reads it says: {detail}",) if detail else (),
        help="put a readable copy in its place, or allow EXH020 at the entry and say why not",
    )


def _mended(exhibit: ListedExhibit, facts_of_it: ExhibitFacts) -> Diagnostic:
    pages = facts_of_it.pages or 0
    return MENDED.at(
        exhibit.at("file"),
        f"{exhibit.path} is damaged; {pages} page{'s were' if pages > 1 else ' was'} found in it, "
        "and what stands on them may be incomplete",
        label="this file",
        help="put a sound copy in its place, or compare its pages in the bundle with the original "
        "and allow EXH021 at the entry",
    )
