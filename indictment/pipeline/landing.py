"""One state of a Word document -> the sources that print it. What cannot be printed so is held back, and told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from indictment import absorb
from indictment.absorb import Base, Missed, Printed, Refusal, Unit
from indictment.diagnostics import Diagnostic
from indictment.folder import Folder
from indictment.folder.overlay import OverlayFolder
from indictment.machine.cache import cache_of
from indictment.model.word import WordDocument
from indictment.pipeline import faults, patches
from indictment.pipeline.moved_on import Clash, MovedOn
from indictment.pipeline.reading import Checked, check_folder


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the sources are with some of the edits; they may be written where nothing is wrong.

    `files` are those of the base, changed; `merged` those on disk. `held`: what was put aside.
    """

    change: absorb.Change
    files: Mapping[str, bytes]
    checked: Checked
    after: Printed | None
    diagnostics: tuple[Diagnostic, ...] = ()
    missed: tuple[Missed, ...] = ()
    merged: Mapping[str, bytes] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()
    held: Mapping[Unit, Refusal] = field(default_factory=dict)

    @property
    def is_right(self) -> bool:
        """True where the sources have no new error of form, print what Word shows, and changed nowhere
        else than there meanwhile.
        """
        wrong = self.diagnostics or self.missed or self.clashes
        return not wrong and self.after is not None


@dataclass(slots=True)
class Landing:
    """Tries edits in the sources in `folder`, of which `checked` is known."""

    root: Path
    folder: Folder
    checked: Checked
    base: Base
    texts: Mapping[str, bytes]
    moved_on: MovedOn
    compared: dict[int, absorb.Compared] = field(default_factory=dict)
    tried: dict[tuple[int, frozenset[Unit]], Attempt] = field(default_factory=dict)

    def land(
        self, view: WordDocument, never: Mapping[Unit, Refusal] = MappingProxyType({})
    ) -> Attempt:
        """As many of the edits of `view` as can be: those that cannot are among what is lost. Those of
        `never` are not tried.

        The whole is tried first. Where it fails, those who may be at fault are put aside, and tried
        one by one on top of the others.
        """
        whole = self._try(view, never)
        units = [unit for unit in whole.change.units if unit not in never]
        if whole.is_right or not units:
            return whole
        suspects = self._suspects(whole)
        rest = [unit for unit in units if unit not in suspects]
        held = {**never, **dict.fromkeys(units, Refusal("gate"))}
        if suspects and rest and self._keep(view, held, rest).is_right:
            for unit in rest:
                del held[unit]
            left: Sequence[Unit] = [unit for unit in units if unit in suspects]
        else:
            left = units
        while True:
            before = len(held)
            self._add(view, held, left)
            # what failed for want of another edit may do now
            left = [unit for unit in units if unit in held]
            if not left or len(held) == before:
                break
        return self._try(view, held)

    def _add(self, view: WordDocument, held: dict[Unit, Refusal], units: Sequence[Unit]) -> None:
        """Let go as many of `units` as can be printed with what is let go already."""
        if not units:
            return
        made = self._keep(view, held, units)
        if made.is_right:
            for unit in units:
                del held[unit]
        elif len(units) == 1:
            held[units[0]] = self._refusal(made)
        else:
            middle = len(units) // 2
            self._add(view, held, units[:middle])
            self._add(view, held, units[middle:])

    def _keep(
        self, view: WordDocument, held: Mapping[Unit, Refusal], units: Iterable[Unit]
    ) -> Attempt:
        among = set(units)
        return self._try(view, {unit: why for unit, why in held.items() if unit not in among})

    def _try(self, view: WordDocument, held: Mapping[Unit, Refusal]) -> Attempt:
        key = (id(view), frozenset(held))
        compared = self.compared.setdefault(id(view), absorb.Compared())
        change = absorb.change(self.base, view, held, compared)
        files = {path: patches.encoded(self.texts[path], text) for path, text in change.files.items()}  # fmt: skip
        if (known := self.tried.get(key)) is not None and known.files == files:
            return replace(known, change=change, held=dict(held))
        self.tried[key] = made = replace(self._tried(change, files), held=dict(held))
        return made

    def _tried(self, change: absorb.Change, files: Mapping[str, bytes]) -> Attempt:
        merged, clashes = self.moved_on.merged(files)
        if clashes:
            return Attempt(change, files, self.checked, None, merged=merged, clashes=clashes)
        folder = OverlayFolder(self.folder, dict(files))
        checked = self._check(folder) if files else self.checked
        wrong = faults.new(checked, self.checked)
        if wrong or checked.indictment is None:
            return Attempt(change, files, checked, None, wrong)
        after = absorb.printed(checked.indictment)
        missed = absorb.missed(change, self.base.printed.pages, after)
        if not missed:
            wrong = self.moved_on.new_faults(merged)
        return Attempt(change, files, checked, after, wrong, missed, merged)

    def _check(self, folder: Folder) -> Checked:
        return check_folder(folder, cache_of(self.root), known=self.moved_on.known)

    def _suspects(self, made: Attempt) -> set[Unit]:
        """Whose fault it may be: what stands beside a line that is printed otherwise, bears a label that
        an error names, or was changed meanwhile.
        """
        found = {unit for one in made.missed for unit in one.units}
        named = " ".join(d.message for d in made.diagnostics)
        for unit in made.change.units:
            line = self.base.lines[unit[1]] if unit[0] == "old" else None
            if line is None:
                continue
            if line.label and line.label in named:
                found.add(unit)
            page = self.base.printed.pages[line.page]
            for one in made.clashes:
                begin = page.find(one.base) if one.base and one.path == line.page else -1
                if begin <= line.begin < begin + len(one.base):
                    found.add(unit)
        return found & set(made.change.units)

    def _refusal(self, made: Attempt) -> Refusal:
        if made.clashes:
            return _meanwhile(made.clashes)
        if not made.diagnostics:
            return Refusal("gate", " ".join(one.printed for one in made.missed if one.printed))
        said = []
        # what prints as Word shows it makes an error in the sources on disk alone
        there = made.after is not None
        before, after = (self.moved_on.texts, made.merged) if there else (self.texts, made.files)
        for one in made.diagnostics:
            file, line = one.span.file, one.span.line
            if file in after:
                line = patches.line_before(before[file], after[file], line)
            said.append(f"{one.message} ({file}:{line})")
        return Refusal("form", "; ".join(dict.fromkeys(said)))


def _meanwhile(clashes: Sequence[Clash]) -> Refusal:
    """What the sources on disk say where the document has something else."""
    there = " … ".join(
        absorb.differing(_words(one.base), _words(one.ours))[1] for one in clashes if one.ours
    )
    first = next((one for one in clashes if one.line), clashes[0])
    return Refusal("meanwhile", there, f"{first.path}:{first.line}" if first.line else first.path)


def _words(typed: str) -> str:
    """A block without what stands in braces above it."""
    return " ".join(_BRACES.sub("", typed).split())


_BRACES = re.compile(r"^\s*\{[^{}]*\}\s*")
