"""A matter's folder -> what it says, and all that is to be said about it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from indictment import check as rule_book
from indictment import examine, parse, resolve
from indictment.diagnostics import Diagnostic, Rule
from indictment.folder import DiskFolder, Folder
from indictment.machine.cache import Cache, cache_of
from indictment.machine.shipped import shipped
from indictment.model.indictment import Indictment
from indictment.model.matter import Matter
from indictment.resolve.places import Places
from indictment.value import dataclass

Progress = Callable[[str, str], None]
"""Told before each piece of long work: the stage, and what it is working on."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the drafter wrote; `texts` are the lines of each file, for excerpts."""

    matter: Matter | None
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Bound:
    """The indictment (None where so much is unreadable that there is none), before the rules are asked.

    `said` is what was to be said of its files until then.
    """

    indictment: Indictment | None
    said: tuple[Diagnostic, ...]
    texts: Mapping[str, Sequence[str]]

    @property
    def court(self) -> str | None:
        """The folder in templates/ that the form of the indictment lies in."""
        return None if self.indictment is None else self.indictment.matter.caption.court


@dataclass(frozen=True, slots=True)
class Checked:
    """The indictment (None where so much is unreadable that there is none), and what is to be said."""

    indictment: Indictment | None
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, Sequence[str]]

    @property
    def can_be_built(self) -> bool:
        """True unless something cannot be read or bound."""
        return self.indictment is not None and not any(
            d.rule.form and d.is_error for d in self.diagnostics
        )

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(d.is_error for d in self.diagnostics)


def read(root: Path) -> Read:
    """The matter in the folder `root`."""
    return read_folder(DiskFolder(root))


def read_folder(folder: Folder, known: parse.Known | None = None) -> Read:
    """The matter in any folder: on disk or in memory. `known` is what was read of another version."""
    tool = DiskFolder(shipped("templates").parent)
    outcome = parse.matter(folder, tool, known)
    texts = outcome.value.texts if outcome.value else _texts(folder, outcome.diagnostics)
    return Read(outcome.value, outcome.diagnostics, texts)


def check(
    root: Path,
    progress: Progress | None = None,
    known: parse.Known | None = None,
    *,
    final: bool = False,
) -> Checked:
    """Read, bind and check the matter in `root`. `final`: as it would be filed."""
    return check_folder(DiskFolder(root), cache_of(root), progress, known, final=final)


def check_folder(
    folder: Folder,
    cache: Cache | None = None,
    progress: Progress | None = None,
    known: parse.Known | None = None,
    *,
    final: bool = False,
) -> Checked:
    """Read, bind and check the matter in any folder. `known` is what was read of another version."""
    cache = cache or Cache(None)
    bound = bind_folder(folder, cache, progress, known)
    return Checked(bound.indictment, ruled(bound, cache, final=final), bound.texts)


def bind_folder(
    folder: Folder,
    cache: Cache,
    progress: Progress | None = None,
    known: parse.Known | None = None,
    before: resolve.Before | None = None,
) -> Bound:
    """Read and bind the matter in any folder. `known` is what was read of another version, `before` what
    was bound the last time.
    """
    found = read_folder(folder, known)
    if found.matter is None:
        return Bound(None, found.diagnostics, found.texts)
    facts = examine.facts(found.matter.exhibits, folder.read, cache, progress=progress)
    examined = dict(facts.value or {})
    quoted = examine.quoted(found.matter)
    examined |= examine.texts(quoted, examined, folder.read, cache, progress=progress)
    bound = resolve.indictment(found.matter, examined, before)
    said = (*found.diagnostics, *facts.diagnostics, *bound.diagnostics)
    return Bound(bound.value, said, found.texts)


def ruled(bound: Bound, cache: Cache, *, final: bool = False) -> tuple[Diagnostic, ...]:
    """All that is to be said of a matter, with what the rules find in it. `final`: as it would be filed."""
    if bound.indictment is None:
        return _sorted(bound.said)
    others = (*parse.RULES, *resolve.RULES, *examine.RULES)
    said = rule_book.indictment(bound.indictment, bound.said, others, final=final, cache=cache)
    return _sorted(placed(bound.indictment, said))


def placed(indictment: Indictment, said: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics with their address in the law's terms."""
    places = Places(indictment)

    def known(d: Diagnostic) -> bool:
        # An entry of the exhibit list that cannot be read stands on no line of the list.
        return bool(d.place) or (d.rule.form and d.span.file.startswith("exhibits/"))

    return tuple(d if known(d) else replace(d, place=places.of(d.span)) for d in said)


def _sorted(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.span.order, d.rule.code)))


def _texts(folder: Folder, diagnostics: Sequence[Diagnostic]) -> Mapping[str, Sequence[str]]:
    files = {d.span.file for d in diagnostics}
    read_files = {file: folder.read(file) for file in files}
    return {
        file: tuple(content.decode("utf-8-sig", "replace").splitlines())
        for file, content in read_files.items()
        if content is not None and b"\0" not in content
    }


def prefix(root: Path) -> str:
    """What leads from the root of the git repository to the matter in `root`: "" or "cases/doe/"."""
    from indictment.folder import git

    try:
        held = git.repository(root)
    except git.GitFault:
        return ""
    return held.prefix if held else ""


def rules() -> tuple[Rule, ...]:
    """Every rule of every stage, by code."""
    from indictment import bundle, render

    form = (parse.RULES, resolve.RULES, examine.RULES, render.RULES, bundle.RULES)
    every = [rule for stage in form for rule in stage] + list(rule_book.all_rules())
    return tuple(sorted(every, key=lambda rule: rule.code))


def described(checked: Checked) -> str:
    """One line on a matter about which nothing is to be said."""
    indictment = checked.indictment
    if indictment is None:
        return ""
    counted = (
        (sum(len(group.charged) for group in indictment.counts), "count"),
        (sum(n.kind == "paragraph" for n in indictment.numbered), "paragraph"),
        (len(indictment.notes), "note"),
        (len(indictment.citations), "citation"),
    )
    listed = ", ".join(f"{number} {word}{'s' * (number != 1)}" for number, word in counted)
    exhibits = sum(not row.is_authority for row in indictment.exhibits)
    authorities = len(indictment.exhibits) - exhibits
    return (
        f"Nothing to report: {len(indictment.accused)} accused, {listed}, "
        f"{exhibits} exhibit{'s' * (exhibits != 1)}, "
        f"{authorities} {'authority' if authorities == 1 else 'authorities'}."
    )
