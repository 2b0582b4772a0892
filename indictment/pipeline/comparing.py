"""Two versions of a matter -> the redline, and all that is to be said before there can be one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from indictment import compare, parse, resolve
from indictment.compare import facts
from indictment.diagnostics import Diagnostic
from indictment.folder import DiskFolder, Folder
from indictment.folder.paired import Either, WithForms
from indictment.folder.revision import RevisionFolder
from indictment.machine.cache import Cache, cache_of
from indictment.model.indictment import Indictment
from indictment.model.redline import Redline, Revision
from indictment.pipeline import authorship, exhibit_files
from indictment.pipeline.reading import Progress, Read, read_folder
from indictment.pipeline.versions import Finding, Version
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Compared:
    """The redline (None where one of the versions cannot be read), and what is to be said.

    `files` are those from which the redline is drawn: of both versions, with the new one's forms.
    """

    redline: Redline | None
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, Sequence[str]]
    files: Folder
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Side:
    """One version, as far as it could be read."""

    version: Version
    folder: Folder
    read: Read
    printed: compare.Printed | None = None
    said: tuple[Diagnostic, ...] = ()


def compared(
    root: Path, here: Path, asked: Sequence[str], *, filed: bool, pages: bool, progress: Progress
) -> Compared:
    """Compare the two versions that are `asked` for, of the matter in `root`.

    With `filed` the old one is what was filed last, and one that is named is the new one. With
    `pages` exhibits' files are opened where only they say how many pages they have. Raises Unfound
    (pipeline.versions) and GitFault (folder.git).
    """
    progress("read", "")
    finding = Finding(root, here)
    new = finding.new(["", *asked] if filed else asked)
    known = parse.Known()
    read = read_folder(new.folder, known)
    if filed:
        if read.matter is None:
            return _refused((_Side(new, new.folder, read),))
        old = finding.filed(read.matter.caption.filed or _filed(root))
    else:
        old = finding.old(asked)
    as_new = WithForms(old.folder, new.folder)
    cache = cache_of(root)
    progress("resolve", "")
    read_old = read_folder(as_new, known)
    told = exhibit_files.contents(_held(read_old, old.folder), _held(read, new.folder), cache)
    sides = [
        _printed(side, content, cache, pages=pages, progress=progress)
        for side, content in zip(
            (_Side(old, as_new, read_old), _Side(new, new.folder, read)), told, strict=True
        )
    ]
    before, after = sides[0].printed, sides[1].printed
    if before is None or after is None:
        return _refused(sides)
    progress("compare", "")
    who = authorship.between(old, new, before.indictment.matter, after.indictment.matter)
    forms_changed = facts.templates(dict(_forms(old.folder)), dict(_forms(new.folder)))
    found = compare.redline(before, after, who, templates=forms_changed)
    pictures = _pictures(found.before, found.after, old.folder, new.folder)
    found = replace(found, uncompared=(*found.uncompared, *pictures))
    files = Either(new.folder, old.folder)
    return Compared(found, (), {}, files, _remarks(sides))


def _filed(root: Path) -> tuple[str, ...]:
    """What the matter on the disk says was filed: an earlier version of it may not say it yet."""
    matter = read_folder(DiskFolder(root)).matter
    return matter.caption.filed if matter else ()


def _held(read: Read, folder: DiskFolder | RevisionFolder) -> exhibit_files.Held:
    return exhibit_files.Held(read.matter.exhibits if read.matter else (), folder)


def _printed(
    side: _Side, told: exhibit_files.Told, cache: Cache, *, pages: bool, progress: Progress
) -> _Side:
    """The side with its page, or with what hinders it: only that matters here, not the rules."""
    from indictment.render.page import html

    said = side.read.diagnostics
    matter = side.read.matter
    if matter is None or _hindrances(said):
        return replace(side, said=_hindrances(said))
    known = exhibit_files.known(matter.exhibits, side.folder, told, cache if pages else None)
    bound = resolve.indictment(matter, known)
    if bound.value is None or _hindrances(bound.diagnostics):
        return replace(side, said=_hindrances(bound.diagnostics))
    progress("page", side.version.revision.name)
    page = html.page(bound.value, side.folder.read)
    if page.value is None:
        return replace(side, said=tuple(d for d in page.diagnostics if d.is_error))
    named = side.version.revision
    revision = Revision(named.name, named.commit, str(matter.caption.date))
    return replace(side, printed=compare.Printed(revision, bound.value, page.value))


def _hindrances(said: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys(d for d in said if d.rule.form and d.is_error))


def _refused(sides: Sequence[_Side]) -> Compared:
    """What hinders, each file with the version that it is of; the working tree's as they are."""
    said: list[Diagnostic] = []
    texts: dict[str, Sequence[str]] = {}
    for side in sides:
        here = side.version.is_working_tree or len(sides) == 1
        name = "" if here else f"{side.version.revision.name}:"
        texts.update((name + file, lines) for file, lines in side.read.texts.items())
        for d in side.said or (() if side.printed else _hindrances(side.read.diagnostics)):
            span = replace(d.span, file=name + d.span.file)
            related = tuple(
                replace(one, span=replace(one.span, file=name + one.span.file)) for one in d.related
            )
            said.append(replace(d, span=span, related=related))
    order = tuple(sorted(said, key=lambda d: (d.span, d.rule.code)))
    return Compared(None, order, texts, sides[-1].folder, _remarks(sides))


def _remarks(sides: Sequence[_Side]) -> tuple[str, ...]:
    return tuple(side.version.remark for side in sides if side.version.remark)


def _forms(folder: Folder) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.files()):
        if path.startswith("templates/") and (content := folder.read(path)) is not None:
            yield path, content


def _pictures(before: Indictment, after: Indictment, old: Folder, new: Folder) -> Iterator[str]:
    """Pictures that are others under the same name: the page does not show it."""
    from indictment.render.page import images

    for path in sorted(images.figures(after).keys() & images.figures(before).keys()):
        if old.read(path) != new.read(path):
            yield f"the picture {path} is another one"
