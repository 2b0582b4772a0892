"""The facts of every exhibit's file, worked out once for each content."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping

from indictment.diagnostics import Diagnostic, Outcome
from indictment.examine import kinds, reading
from indictment.examine.rules import MENDED, UNREADABLE
from indictment.machine.cache import Cache
from indictment.machine.confined import Json
from indictment.machine.libreoffice import kept
from indictment.model.facts import ExhibitFacts
from indictment.model.matter import ListedExhibit

_FORM = "3"
"""Counts up when what is kept in the cache changes its meaning."""


def facts(
    exhibits: Iterable[ListedExhibit],
    read: Callable[[str], bytes | None],
    cache: Cache,
    *,
    with_text: bool = False,
    progress: Callable[[str, str], None] | None = None,
) -> Outcome[Mapping[str, ExhibitFacts]]:
    """The facts of each exhibit that has a file, by label; an error for each unreadable one.

    `read` gives a file's bytes by its path, None where there is none. `with_text` also reads the
    text of PDF files, page by page. The pages of a Word document are known once it has been
    converted for a bundle and its PDF is in the cache. `progress` is told the stage and the
    exhibit's label before each file that takes time.
    """
    found: dict[str, ExhibitFacts] = {}
    said: list[Diagnostic] = []
    for exhibit in exhibits:
        if not exhibit.path:
            continue
        data = read(exhibit.path)
        if data is None:
            found[exhibit.label] = ExhibitFacts("missing")
            continue

        def tell(label: str = exhibit.label) -> None:
            if progress is not None:
                progress("examine", label)

        facts_of_it, held = _of(data, exhibit.path, cache, with_text, tell)
        found[exhibit.label] = facts_of_it
        if facts_of_it.kind == "unreadable":
            said.append(_unreadable(exhibit, facts_of_it, held.get("detail", "")))
        elif held.get("mended") and facts_of_it.kind == "pdf":
            said.append(_mended(exhibit, facts_of_it))
    return Outcome(found, tuple(said))


def _of(
    data: bytes,
    path: str,
    cache: Cache,
    with_text: bool,
    tell: Callable[[], None],
) -> tuple[ExhibitFacts, Json]:
    sha256 = hashlib.sha256(data).hexdigest()
    what = kinds.recognise(data, path)
    held: Json = {"reason": what.reason} if what.kind == "unreadable" else {}
    kind = what.kind
    if what.kind == "pdf" or (what.kind == "image" and what.form != "svg"):
        held = _held(what.kind, data, sha256, cache, with_text, tell)
    elif what.form == "svg":
        held = {"pages": 1}
    elif what.kind == "docx":
        earlier = kept(sha256, what.form, cache)
        if earlier is not None:
            name = hashlib.sha256(earlier.pdf).hexdigest()
            held = _held("pdf", earlier.pdf, name, cache, with_text, tell)
            held = {} if "reason" in held else held
    if "reason" in held:
        kind = "unreadable"
    text = held.get("text")
    return ExhibitFacts(
        kind=kind,
        sha256=sha256,
        size=len(data),
        pages=held.get("pages"),
        text=None if text is None else tuple(text),
        reason=held.get("reason", ""),
        form=what.form,
    ), held


def _held(
    kind: str, data: bytes, sha256: str, cache: Cache, with_text: bool, tell: Callable[[], None]
) -> Json:
    """What the file holds, from the cache or from the file itself."""
    name = f"facts-{_FORM}{'t' if with_text else ''}-{kind}-{sha256}.json"
    earlier = cache.get(name)
    if earlier is not None:
        try:
            held = json.loads(earlier)
        except ValueError:
            held = None
        if isinstance(held, dict):
            return held
    tell()
    held = reading.read(kind, data, with_text=with_text)
    cache.put(name, json.dumps(held).encode())
    return held


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
