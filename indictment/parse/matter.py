"""Folder -> Matter: every file of a matter read, and all faults of form reported at once."""

from collections.abc import Iterable, Iterator

from indictment.diagnostics import Diagnostic, Outcome, Span
from indictment.folder import PARTS, Folder
from indictment.model.annexes import AnnexFile, FactsFile
from indictment.model.caption import Caption
from indictment.model.charges import CountFile
from indictment.model.court import Court
from indictment.model.exhibits import ExhibitList
from indictment.model.matter import Annex, Defendant, Facts, ListedExhibit, Matter, Particulars
from indictment.model.numbers import NumbersFile
from indictment.model.people import DefendantFile, PersonsFile
from indictment.parse import matter_rules, schedules
from indictment.parse.law import Law
from indictment.parse.law_files import is_law
from indictment.parse.reading import Known, Reader
from indictment.parse.validate import LOSSES

_FOLDERS = {
    "defendants": (".md",),
    "facts": (".md",),
    "counts": (".md",),
    "annexes": (".md",),
    "schedules": (".csv", ".yaml"),
    "offences": (".yaml",),
}


_FALLBACK = "templates/international/court.yaml"
"""The form with which a matter is checked whose own form cannot be read."""

_STAND_INS = {"title": "…", "date": "9999-12-31", "classification": "confidential"}
"""What stands for a faulty key of matter.yaml while the rest of the matter is checked."""


def matter(folder: Folder, shipped: Folder, known: Known | None = None) -> Outcome[Matter]:
    """Read the matter in `folder`; `shipped` holds the templates/ and offences/ of the tool.

    `known` is what was read of another version of the matter; what is read is added to it. The value is None only where matter.yaml or the court's form cannot be read.
    """
    known = known or Known()
    reader = Reader(folder, known)
    diagnostics: list[Diagnostic] = []
    files = folder.files()
    if "matter.yaml" not in files:
        missing = matter_rules.NO_MATTER.at(
            Span("matter.yaml"),
            "there is no matter.yaml in this folder",
            help="run the command inside a matter, or make one with `indict new DIR`",
        )
        return Outcome(None, (missing,))
    caption = reader.yaml_or_rest(Caption, "matter.yaml", 1, _STAND_INS)
    court = _court(reader, Reader(shipped, known), caption) if caption else None
    persons = reader.yaml(PersonsFile, "persons.yaml") if "persons.yaml" in files else None
    numbers = reader.yaml(NumbersFile, "numbers.yaml") if "numbers.yaml" in files else None
    defendants = tuple(
        Defendant(label, head, text)
        for label, head, text in reader.with_prose(DefendantFile, _in("defendants", files))
    )
    facts = tuple(
        Facts(head.id or label, head, text)
        for label, head, text in reader.with_prose(FactsFile, _in("facts", files))
    )
    counts = tuple(
        Particulars(head.id or label, head, text)
        for label, head, text in reader.with_prose(CountFile, _in("counts", files))
    )
    annexes = tuple(
        Annex(head.id or label, head, text)
        for label, head, text in reader.with_prose(AnnexFile, _in("annexes", files))
    )
    tables = tuple(schedules.read(reader, files))
    exhibits = tuple(_exhibits(reader, files))
    law = Law(reader, files, Reader(shipped, known), shipped.files())
    offences = law.read(_charged(counts))
    diagnostics.extend(law.faults)
    diagnostics.extend(_unread(folder, files))
    if caption is None or court is None:
        return Outcome(None, (*reader.diagnostics, *diagnostics))
    notice = reader.passage(caption.notice, caption.at("notice")) if caption.notice else None
    sources = {
        (d.label, n): reader.passage(
            f"[{office.source}]", d.head.at("offices", n, "source"), shift=-1
        )
        for d in defendants
        for n, office in enumerate(d.head.offices)
        if office.source
    }
    everything = Matter(
        caption=caption,
        court=court,
        defendants=defendants,
        facts=facts,
        counts=counts,
        annexes=annexes,
        schedules=tables,
        persons=persons,
        numbers=numbers,
        exhibits=exhibits,
        offences=offences,
        offence_labels=law.available(),
        notice=notice,
        office_sources=sources,
        allowances=tuple(reader.allowances),
        files=files,
        texts=reader.texts,
        unread=frozenset(reader.unread),
    )
    return Outcome(everything, (*reader.diagnostics, *diagnostics))


def _in(part: str, files: Iterable[str], ending: str = ".md") -> list[str]:
    """The files of one folder, in the order in which they are printed."""
    return sorted(
        path
        for path in files
        if path.startswith(f"{part}/")
        and path.count("/") == 1
        and path.endswith(ending)
        and not path.endswith("/README.md")
    )


def _court(reader: Reader, shipped: Reader, caption: Caption) -> Court | None:
    path = f"templates/{caption.court}/court.yaml"
    for source in (reader, shipped):
        if path in source.folder.files():
            court = source.yaml(Court, path)
            if source is shipped:
                reader.diagnostics.extend(source.diagnostics)
            return _with_units(court, shipped) if court else shipped.yaml(Court, _FALLBACK)
    names = sorted(
        p.split("/")[1]
        for p in shipped.folder.files() | reader.folder.files()
        if p.startswith("templates/") and p.endswith("/court.yaml")
    )
    reader.diagnostics.append(
        matter_rules.NO_COURT.at(
            caption.at("court"),
            f"there is no form for the court “{caption.court}”",
            help=f"write one of: {', '.join(dict.fromkeys(names))}; or add {path}",
        )
    )
    return shipped.yaml(Court, _FALLBACK)


def _with_units(court: Court, shipped: Reader) -> Court:
    """The form; units of pinpoints that it does not set are those of the shipped form."""
    if court.has("units") or _FALLBACK not in shipped.folder.files():
        return court
    whole = shipped.yaml(Court, _FALLBACK)
    return court.model_copy(update={"units": whole.units}) if whole else court


def _exhibits(reader: Reader, files: Iterable[str]) -> Iterator[ListedExhibit]:
    for path in sorted(p for p in files if p.startswith("exhibits/") and p.endswith(".yaml")):
        said = len(reader.diagnostics)
        listed = reader.yaml_or_rest(ExhibitList, path, 2, {})
        if listed is None or any(d.rule in LOSSES for d in reader.diagnostics[said:]):
            reader.unread.add("exhibits")
        if listed is None:
            continue
        base = path.rsplit("/", 1)[0]
        for label, entry in listed.exhibits.items():
            yield ListedExhibit(label, entry, listed, f"{base}/{entry.file}" if entry.file else "")


def _charged(counts: Iterable[Particulars]) -> Iterator[str]:
    """The offences that the counts name."""
    for particulars in counts:
        named = (particulars.head.offence, *(head.offence for head in particulars.head.counts))
        yield from (label for label in named if label)


def _unread(folder: Folder, files: Iterable[str]) -> Iterator[Diagnostic]:
    for path in sorted(files):
        part, _, rest = path.partition("/")
        if path in PARTS:
            yield matter_rules.NOT_OPENED.at(
                Span(path),
                f"this is {folder.hindrance(path) or 'a file'}, so nothing of it is read",
                help=f"{path}/ is a folder of the matter; make it one that can be opened",
            )
        wanted = _FOLDERS.get(part)
        if not rest or wanted is None or rest.rsplit("/", 1)[-1] == "README.md" or is_law(path):
            continue
        if "/" in rest or not rest.endswith(wanted):
            yield matter_rules.NOT_READ.at(
                Span(path),
                "this file is not read and nothing of it is printed",
                help=f"{part}/ holds {' and '.join(wanted)} files, not in folders below it; rename or move the file",
            )
