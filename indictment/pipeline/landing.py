"""One state of a Word document -> the sources that print it. What cannot be printed so is held back, and told."""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indictment import absorb
from indictment.absorb import Base, Line, Missed, Printed, Refusal, Unit
from indictment.diagnostics import Diagnostic
from indictment.folder import Folder
from indictment.folder.overlay import OverlayFolder
from indictment.model.word import WordDocument
from indictment.pipeline import patches
from indictment.pipeline.reading import Checked, cache_of, check_folder


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the sources are with some of the edits; they may be written where nothing is wrong."""

    change: absorb.Change
    files: Mapping[str, bytes]
    checked: Checked
    after: Printed | None
    diagnostics: tuple[Diagnostic, ...] = ()
    missed: tuple[Missed, ...] = ()

    @property
    def is_right(self) -> bool:
        """True where the sources have no new error of form and print what Word shows."""
        return not self.diagnostics and not self.missed and self.after is not None


@dataclass(slots=True)
class Landing:
    """Tries edits in the sources in `folder`, of which `checked` is known."""

    root: Path
    folder: Folder
    checked: Checked
    base: Base
    texts: Mapping[str, bytes]
    tried: dict[tuple[int, frozenset[Unit]], Attempt] = field(default_factory=dict)
    settled: dict[Unit, Refusal] = field(default_factory=dict)
    """What is held back whatever is tried: the sources were changed there since the base."""

    def land(self, view: WordDocument) -> Attempt:
        """As many of the edits of `view` as can be: those that cannot are among what is lost.

        The whole is tried first. Where it fails, those who may be at fault are put aside, and tried
        one by one on top of the others.
        """
        whole = self._try(view, {})
        if whole.is_right or not set(whole.change.units) - self.settled.keys():
            return whole
        units = tuple(unit for unit in whole.change.units if unit not in self.settled)
        suspects = self._suspects(whole)
        rest = [unit for unit in units if unit not in suspects]
        held = dict.fromkeys(units, Refusal("gate"))
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
        held = {**held, **self.settled}
        key = (id(view), frozenset(held))
        change = absorb.change(self.base, view, held)
        files = {path: patches.encoded(self.texts[path], text) for path, text in change.files.items()}  # fmt: skip
        if (known := self.tried.get(key)) is not None and known.files == files:
            return Attempt(change, files, known.checked, known.after, known.diagnostics, known.missed)  # fmt: skip
        self.tried[key] = made = self._tried(change, files)
        return made

    def _tried(self, change: absorb.Change, files: Mapping[str, bytes]) -> Attempt:
        folder = OverlayFolder(self.folder, dict(files))
        checked = check_folder(folder, cache_of(self.root)) if files else self.checked
        wrong = new_faults(checked, self.checked)
        if wrong or checked.indictment is None:
            return Attempt(change, files, checked, None, wrong)
        after = absorb.printed(checked.indictment)
        missed = absorb.missed(change, self.base.printed.pages, after)
        return Attempt(change, files, checked, after, missed=missed)

    def settle(self, made: Attempt, paths: Iterable[str], mine: Mapping[str, bytes]) -> bool:
        """Hold back from now on what changes a paragraph of `paths` that the sources `mine` do not have as it
        was in the base; True where there is such a change.
        """
        found: dict[Unit, Refusal] = {}
        texts = {path: patches.decoded(mine[path]) for path in paths if path in mine}
        was = {path: patches.decoded(self.texts[path]).split("\n") for path in texts}
        for unit in made.change.units:
            line = self.base.lines[unit[1]] if unit[0] == "old" else None
            path = line.page.partition(":")[0] if line is not None else ""
            if line is None or unit in self.settled or path not in texts:
                continue
            block = "\n".join(was[path][line.held.first - 1 : line.held.last])
            if f"\n{block}\n" not in f"\n{texts[path]}\n":
                found[unit] = Refusal("sources", _now(line, texts[path]))
        self.settled |= found
        return bool(found)

    def _suspects(self, made: Attempt) -> set[Unit]:
        """Whose fault it may be: what stands beside a line that is printed otherwise, or bears a label
        that an error names.
        """
        found = {unit for one in made.missed for unit in one.units}
        named = " ".join(d.message for d in made.diagnostics)
        for unit in made.change.units:
            line = self.base.lines[unit[1]] if unit[0] == "old" else None
            if line is not None and line.label and line.label in named:
                found.add(unit)
        return found & set(made.change.units)

    def _refusal(self, made: Attempt) -> Refusal:
        if not made.diagnostics:
            return Refusal("gate", " ".join(one.printed for one in made.missed if one.printed))
        said = []
        for one in made.diagnostics:
            file, line = one.span.file, one.span.line
            if file in made.files:
                line = patches.line_before(self.texts[file], made.files[file], line)
            said.append(f"{one.message} ({file}:{line})")
        return Refusal("form", "; ".join(dict.fromkeys(said)))


def _now(line: Line, text: str) -> str:
    """What the sources say by now in the paragraph of a label; "" where it cannot be found."""
    if not line.label:
        return ""
    lines = text.split("\n")
    at = next((n for n, each in enumerate(lines) if f"{{#{line.label}" in each), None)
    if at is None:
        return ""
    words = itertools.takewhile(str.strip, lines[at + 1 :])
    return " ".join(" ".join(words).split())


def new_faults(checked: Checked, before: Checked) -> tuple[Diagnostic, ...]:
    """The errors of form that were not there before."""
    known = Counter((d.rule.code, d.message) for d in before.diagnostics)
    out = []
    for d in checked.diagnostics:
        if d.rule.form and d.is_error:
            if known[d.rule.code, d.message] > 0:
                known[d.rule.code, d.message] -= 1
            else:
                out.append(d)
    return tuple(out)
