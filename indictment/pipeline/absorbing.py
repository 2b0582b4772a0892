"""A Word document that came back -> what changes in the source files of its matter, author by author."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from indictment import absorb, merge
from indictment.absorb import Conflict, Lost, Step
from indictment.folder import DiskFolder, Folder
from indictment.folder.overlay import OverlayFolder
from indictment.model.indictment import Indictment
from indictment.model.word import Origin, WordComment, WordDocument
from indictment.pipeline import bases, patches
from indictment.pipeline.absorbed import Absorbed, Landed
from indictment.pipeline.bases import FoundBase, Refused
from indictment.pipeline.landing import Attempt, Landing, new_faults
from indictment.pipeline.reading import Checked, cache_of, check_folder

_OTHER = 0.3
"""Less of its words than this in the matter: a document of another one."""


def absorbed(root: Path, data: bytes, base: str = "") -> Absorbed:
    """What the Word document `data` changes in the matter in `root`; nothing is written.

    Raises NoGit where git is needed and not on this machine.
    """
    document = absorb.read(data)
    if isinstance(document, absorb.NotRead):
        return Absorbed(refused=Refused(document.reason, document.help))
    current = DiskFolder(root)
    now = check_folder(current, cache_of(root))
    if (other := _other_matter(document.origin, now, root, base)) is not None:
        return Absorbed(refused=other)
    found = bases.find(root, document.origin, base)
    if isinstance(found, Refused):
        return Absorbed(refused=found)
    checked = now if found.is_current else check_folder(found.folder, cache_of(root))
    if not checked.can_be_built or checked.indictment is None:
        return Absorbed(
            refused=Refused(f"{found.name}: what the document is to be compared with cannot be read"),
            diagnostics=tuple(d for d in checked.diagnostics if d.rule.form and d.is_error),
            texts=checked.texts,
        )  # fmt: skip
    return _Run(root, document, found, checked, checked.indictment, current).done()


def _other_matter(origin: Origin | None, now: Checked, root: Path, base: str) -> Refused | None:
    """Why a document is one of another matter; None where it is not, or cannot be told."""
    if origin is None or now.indictment is None or base:
        return None
    title = now.indictment.title_page.title
    if origin.title == title or not origin.title:
        return None
    found = bases.find(root, origin, "")
    if isinstance(found, FoundBase):
        return None
    return Refused(
        f"this is a document of “{origin.title}”, and the matter here is “{title}”",
        "go into the folder of its matter, or name it with --matter",
    )


@dataclass(slots=True)
class _Run:
    root: Path
    document: WordDocument
    found: FoundBase
    checked: Checked
    indictment: Indictment
    current: Folder
    said: list[str] = field(default_factory=list)
    landed: list[Landed] = field(default_factory=list)
    pages: Mapping[str, str] = field(default_factory=dict)

    def done(self) -> Absorbed:
        errors = sum(d.is_error for d in self.checked.diagnostics)
        printed = absorb.printed(self.indictment)
        exported = bases.word_document(
            self.found.folder, replace(self.indictment, draft_errors=errors)
        )
        base = absorb.base(printed, exported)
        if self.found.said:
            self.said.append(self.found.said)
        if absorb.likeness(exported, self.document) < _OTHER:
            return Absorbed(
                refused=Refused(
                    "the words of this document are not those of the matter here",
                    "go into the folder of its matter, or name the state it was made from with --base",
                )
            )
        self.said += [f"not read: {sentence}" for sentence in self.document.unread]
        before = original = bases.texts(self.found.folder)
        landing = Landing(self.root, self.found.folder, self.checked, base, original)
        mine = before if self.found.is_current else bases.texts(self.current)
        self.pages = printed.pages
        known: Counter[Lost] = Counter()
        comments: list[tuple[int, ...]] = []
        fields: list[Lost] = []
        for step in absorb.steps(self.document):
            comments.append(step.comments)
            while True:
                made = landing.land(step.document)
                if not made.is_right:
                    return Absorbed(
                        missed=made.missed, diagnostics=made.diagnostics, texts=made.checked.texts,
                        said=tuple(self.said), listed=self._listed(step, made.change.lost, known),
                    )  # fmt: skip
                after, more = self._commented(step, made, original, comments)
                merged = self._merged(step, before, after, mine)
                # what the sources have otherwise by now is told, and the rest lands
                if not isinstance(merged, Absorbed) or not landing.settle(
                    made, {path for path, *_ in merged.merging}, mine
                ):
                    break
            fields += [
                Lost("field", words, "", number)
                for author, number, words in absorb.edited_fields(self.document)
                if author == step.author
            ]
            lost = Counter((*made.change.lost, *more, *fields))
            new = tuple((lost - known).elements())
            known |= lost
            if isinstance(merged, Absorbed):
                return merged
            files = {
                path: (mine[path], content)
                for path, content in sorted(merged.items())
                if content != mine.get(path)
            }
            mine = {**mine, **merged}
            before = {**before, **after}
            if files or new:
                told = tuple(absorb.conflict(one, self.indictment, self.pages) for one in new)
                self.landed.append(Landed(step.author, step.date, files, told, len(step.comments)))
            if step.author == absorb.UNTRACKED and (files or new):
                self.said.append(
                    "some edits were made without tracking; they come first, as “untracked”"
                )
        return self._together(mine) or Absorbed(
            tuple(self.landed), said=tuple(self.said), texts=self.checked.texts
        )

    def _listed(
        self, step: Step, lost: Sequence[Lost], known: Counter[Lost]
    ) -> tuple[tuple[str, Conflict], ...]:
        """All conflicts up to a step that is refused."""
        before = [(one.author, c) for one in self.landed for c in one.conflicts]
        new = (Counter(lost) - known).elements()
        told = [(step.author, absorb.conflict(one, self.indictment, self.pages)) for one in new]
        return (*before, *told)

    def _commented(
        self, step: Step, made: Attempt, before: Mapping[str, bytes],
        comments: Sequence[tuple[int, ...]],
    ) -> tuple[dict[str, bytes], tuple[Lost, ...]]:  # fmt: skip
        """The files of the base after a step, with all comments so far."""
        assert made.after is not None, "what is right was read"
        wanted: list[WordComment] = [step.document.comments[n] for own in comments for n in own]
        placed, lost = absorb.place(wanted, step.document, made.after, made.change)
        files = {path: patches.encoded(before[path], text) for path, text in placed.items()}
        return {**before, **made.files, **files}, lost

    def _merged(
        self, step: Step, before: Mapping[str, bytes], after: Mapping[str, bytes],
        mine: Mapping[str, bytes],
    ) -> dict[str, bytes] | Absorbed:  # fmt: skip
        """The files on disk with what the step changed."""
        out: dict[str, bytes] = {}
        conflicts: list[tuple[str, int, str, str]] = []
        for path, content in after.items():
            was = before.get(path, b"")
            if content == was:
                continue
            if path not in mine:
                conflicts.append((path, 1, "", "the file is no longer there"))
                continue
            if mine[path] == was:
                out[path] = content
                continue
            merged = merge.merged(
                patches.decoded(was), patches.decoded(mine[path]), patches.decoded(content),
                names=("the sources", step.author), path=path,
            )  # fmt: skip
            conflicts += [(path, c.line, c.ours, c.theirs) for c in merged.conflicts]
            out[path] = patches.encoded(mine[path], patches.decoded(merged.text.encode()))
        return Absorbed(merging=tuple(conflicts), said=tuple(self.said)) if conflicts else out

    def _together(self, mine: Mapping[str, bytes]) -> Absorbed | None:
        """Why the sources on disk cannot have the changes: errors of form that they would make."""
        if self.found.is_current:
            return None
        folder = OverlayFolder(self.current, mine)
        now = check_folder(self.current, cache_of(self.root))
        checked = check_folder(folder, cache_of(self.root))
        if wrong := new_faults(checked, now):
            return Absorbed(diagnostics=wrong, texts=checked.texts, said=tuple(self.said))
        return None
