"""The text of exhibits whose words are quoted, by page, read once for each content.

A file is read again only where its text is not in the cache, which knows it by its hash.
"""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from indictment.examine import reading
from indictment.examine.together import batches
from indictment.machine.cache import Cache
from indictment.machine.confined import Died, Json, Limits, Running
from indictment.machine.libreoffice import kept
from indictment.model.facts import ExhibitFacts
from indictment.model.matter import ListedExhibit, Matter

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FORM = "2"
"""Counts up when what is kept in the cache changes its meaning."""
_MARKS = re.compile('["“”„«»‘]')
_BLOCK = re.compile(r"^\s*>", re.MULTILINE)
_SINGLE = re.compile(r"(?<!\w)'")
_NAMED = re.compile(r"@\{?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")
_AT_ONCE = 2
"""Children that read side by side."""
_MOST_BYTES, _MOST_FILES = 8 << 20, 50
"""What one child reads, unless one file is larger."""
_LIMITS = Limits(cpu=120, wall=240.0)
_MOST_TEXT = 64 << 20
"""Bytes of XML that are read of a Word document."""


def quoted(matter: Matter) -> tuple[ListedExhibit, ...]:
    """The exhibits whose text may be wanted: named in a paragraph with quotation marks, or translations of one."""
    named: set[str] = set()
    for lines in matter.texts.values():
        for paragraph in "\n".join(lines).split("\n\n"):
            if "@" in paragraph and _has_quotes(paragraph):
                named.update(_NAMED.findall(paragraph))
    return tuple(
        exhibit
        for exhibit in matter.exhibits
        if exhibit.label in named or exhibit.entry.translation_of in named
    )


def _has_quotes(paragraph: str) -> bool:
    """True of a paragraph with quotation marks, or with lines that begin with ">".

    The two patterns that try every sign are asked only where theirs is there.
    """
    return (
        _MARKS.search(paragraph) is not None
        or (">" in paragraph and _BLOCK.search(paragraph) is not None)
        or ("'" in paragraph and _SINGLE.search(paragraph) is not None)
    )


def texts(
    exhibits: Iterable[ListedExhibit],
    facts: Mapping[str, ExhibitFacts],
    read: Callable[[str], bytes | None],
    cache: Cache,
    *,
    progress: Callable[[str, str], None] | None = None,
) -> Mapping[str, ExhibitFacts]:
    """The facts of `exhibits` that have text, by label, with their text by page.

    A table, a text file and a Word document that was not converted have one page. `facts` are known
    of each exhibit; `read` gives a file's bytes by its path. What has no text is left out.
    """
    tell = progress or (lambda stage, label: None)
    listed = {e.label: e for e in exhibits if e.label in facts}
    known: dict[str, list[str] | None] = {}
    wanted: dict[str, tuple[str, str, bytes]] = {}
    for label, exhibit in listed.items():
        of_it = facts[label]
        name = _name(of_it)
        if not name or name in known or name in wanted:
            continue
        held = cache.get(name)
        if held is not None:
            with suppress(ValueError):
                known[name] = json.loads(held)["text"]
                continue
        data = read(exhibit.path)
        if data is None:
            continue
        tell("examine", label)
        if of_it.kind in ("text", "csv"):
            known[name] = [data.decode("utf-8-sig", "replace")]
            continue
        earlier = kept(of_it.sha256, of_it.form, cache) if of_it.kind == "docx" else None
        wanted[name] = ("pdf", "", earlier.pdf) if earlier else (of_it.kind, of_it.form, data)
    for name, text in _read(wanted):
        known[name] = text
        cache.put(name, json.dumps({"text": text}).encode())
    found = {label: known.get(_name(facts[label])) for label in listed}
    return {
        label: replace(facts[label], text=tuple(text))
        for label, text in found.items()
        if text is not None
    }


def _name(facts: ExhibitFacts) -> str:
    """What the text is kept under; "" where the file has none that is read."""
    if facts.kind not in ("pdf", "docx", "text", "csv"):
        return ""
    return f"text-{_FORM}-{facts.kind}-{facts.sha256}.json"


def _read(wanted: Mapping[str, tuple[str, str, bytes]]) -> Iterator[tuple[str, list[str] | None]]:
    """The text of each file by its name, several children at once.

    Nothing is said of a file that ended its reader: what takes too long today may not tomorrow.
    """
    waiting = list(batches(wanted, lambda name: len(wanted[name][2]), _MOST_BYTES, _MOST_FILES))
    running: list[tuple[list[str], Running]] = []
    while waiting or running:
        while waiting and len(running) < _AT_ONCE:
            batch = waiting.pop(0)
            work = partial(_batch, {name: wanted[name] for name in batch})
            running.append((batch, Running(work, _LIMITS)))
        names, child = running.pop(0)
        result = child.result()
        if not isinstance(result, Died):
            yield from ((name, result.get(name)) for name in names)
        elif len(names) > 1:  # one of them took the others with it: each alone
            waiting += [[name] for name in names]


def _batch(files: Mapping[str, tuple[str, str, bytes]]) -> Json:
    return {
        name: reading.text(data) if kind == "pdf" else _of_word(data, form)
        for name, (kind, form, data) in files.items()
    }


def _of_word(data: bytes, form: str) -> list[str] | None:
    """The paragraphs of a Word or OpenDocument file as one page; None where it has none."""
    from lxml import etree

    parts = {"odt": ("content.xml",)}.get(
        form, ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
    )
    lines: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in parts:
            if part not in archive.namelist() or archive.getinfo(part).file_size > _MOST_TEXT:
                continue
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            root = etree.fromstring(archive.read(part), parser)
            for paragraph in root.iter("{*}p", "{*}h"):
                lines.append("".join(_pieces(paragraph)))
    text = "\n".join(lines)
    return [text] if text.strip() else None


def _pieces(paragraph: "Element") -> Iterator[str]:
    for element in paragraph.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in ("tab", "br", "cr", "s", "line-break"):
            yield " "
        if name in ("t", "p", "h", "span", "a"):
            yield element.text or ""
        if name in ("span", "a", "s", "tab", "line-break"):
            yield element.tail or ""
