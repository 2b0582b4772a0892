"""A paragraph of the corpus -> a matter in the tool's own format, and what the tool says about it.

The accused of the paragraph's matter become defendants, and their names mentions. Where the
paragraph stands, and with which attributes, follows from its part: `own-conduct` is marked with
the accused, `charging` with an element, a `count` stands in counts/, and background has no mark.
"""

import re
from dataclasses import dataclass

from indictment.diagnostics import Diagnostic
from indictment.folder import MemoryFolder
from indictment.pipeline.reading import check_folder
from tests.pleading_corpus.reading import Defect, Kind, Paragraph

CODES: dict[str, Kind] = {
    "LNG001": "open-ended",
    "LNG002": "hedge",
    "LNG003": "agentless",
    "LNG004": "surplusage",
    "DEF010": "group",
}

_OFFENCE = """\
title: Breach of the peace
instrument: Charter of a tribunal
provision: article 1
citation: Charter of a tribunal, article 1
source: invented
modes:
  - {id: commission, printed: commission, provision: article 2}
elements:
  - {id: act, text: A breach of the peace., kind: conduct}
"""
_SIGNS = re.compile(r"[\\`*_\[\]{}<>^~#@$|]")


@dataclass(frozen=True)
class Report:
    """Something that the tool says: `begin` and `end` are those of the words in the paragraph's text."""

    kind: Kind
    begin: int
    end: int


def reports(paragraph: Paragraph) -> tuple[Report, ...]:
    """What the text rules say about the paragraph."""
    typed, offsets = _typed(paragraph)
    files, where = _matter(paragraph, typed)
    checked = check_folder(MemoryFolder({path: text.encode() for path, text in files.items()}))
    assert not [d for d in checked.diagnostics if d.is_error], paragraph.id
    line = next(n for n, row in enumerate(files[where].split("\n"), 1) if row == typed)
    return tuple(
        _report(d, offsets)
        for d in checked.diagnostics
        if d.rule.code in CODES and (d.span.file, d.span.line) == (where, line)
    )


def _report(diagnostic: Diagnostic, offsets: list[int]) -> Report:
    span = diagnostic.span
    assert span.line == span.end_line
    begin, end = offsets[span.column - 1], offsets[min(span.end_column, len(offsets)) - 1]
    return Report(CODES[diagnostic.rule.code], begin, max(end, begin + 1))


def overlaps(report: Report, defect: Defect) -> bool:
    """True where the report is about the defect."""
    is_there = report.begin < defect.end and defect.begin < report.end
    return report.kind == defect.kind and is_there


def _typed(paragraph: Paragraph) -> tuple[str, list[int]]:
    """The text as a drafter types it, and for each of its signs the offset in the paragraph's text."""
    names = {name: f"@{label}" for label, name in _labels(paragraph).items()}
    for label, name in _labels(paragraph).items():
        names |= {_surname(name): f"@{label}"}
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pieces = re.compile(rf"(?P<name>\b(?:{known})\b)|(?P<sign>{_SIGNS.pattern})")
    typed, at = "", 0
    offsets: list[int] = []
    for found in pieces.finditer(paragraph.text):
        typed += paragraph.text[at : found.start()]
        offsets += range(at, found.start())
        put = names[found[0]] if found["name"] else "\\" + found[0]
        typed += put
        offsets += [found.start()] * len(put)
        at = found.end()
    typed += paragraph.text[at:]
    offsets += range(at, len(paragraph.text) + 1)
    return typed, offsets


def _surname(name: str) -> str:
    """The name in capitals, or the last of several; all of it where all is in capitals."""
    words = name.split()
    capitals = [word for word in words if word.isupper()]
    return words[-1] if len(capitals) == len(words) else " ".join(capitals)


def _labels(paragraph: Paragraph) -> dict[str, str]:
    return {
        re.sub(r"[^a-z]+", "-", _surname(name).lower()).strip("-"): name for name in paragraph.names
    }


def _matter(paragraph: Paragraph, typed: str) -> tuple[dict[str, str], str]:
    labels = list(_labels(paragraph))
    files = {
        "matter.yaml": "title: The Prosecutor against the accused\ndate: 2021-05-04\n",
        "offences/breach.yaml": _OFFENCE,
        "facts/01-facts.md": "---\ntitle: Facts\n---\n\nThe facts are these.\n",
    }
    for number, (label, name) in enumerate(_labels(paragraph).items(), 1):
        files[f"defendants/{number:02}-{label}.md"] = (
            f"---\nname: {name}\nshort: {_surname(name)}\n---\n\n@{label} lived in the city.\n"
        )
    head = (
        "---\ntitle: Breach\noffence: breach\n"
        f"defendants: [{', '.join(labels)}]\nmodes: [commission]\n"
        "period: {from: 1990-01-01, to: 2020-12-31}\nplaces: [the city]\n---\n\n"
    )
    files["counts/01-breach.md"] = head + '{elements="act"}\nThe peace was broken.\n'
    if paragraph.part == "count":
        where = "counts/01-breach.md"
        files[where] = head + '{elements="act"}\n' + typed + "\n"
    else:
        where = "facts/02-more.md"
        attributes = {
            "own-conduct": f'{{#here defendants="{" ".join(labels)}"}}\n',
            "charging": '{#here elements="breach:act"}\n',
            "facts/context": "",
        }[paragraph.part]
        files[where] = "---\ntitle: More\n---\n\n" + attributes + typed + "\n"
    return files, where
