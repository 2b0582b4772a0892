"""A Word document that came back -> what changes in the source files of its matter, author by author."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from indictment import absorb, parse
from indictment.absorb import Conflict, Lost, Refusal, Step, Unit
from indictment.folder import DiskFolder, Folder
from indictment.machine.cache import cache_of
from indictment.model.indictment import Indictment
from indictment.model.origin import Origin
from indictment.model.word import WordComment, WordDocument
from indictment.pipeline import bases, patches
from indictment.pipeline.absorbed import Absorbed, Landed
from indictment.pipeline.bases import FoundBase, Refused
from indictment.pipeline.landing import Attempt, Landing
from indictment.pipeline.moved_on import Clash, MovedOn
from indictment.pipeline.reading import Checked, check_folder

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
    known = parse.Known()
    now = check_folder(current, cache_of(root), known=known)
    if (other := _other_matter(document.origin, now, root, base)) is not None:
        return Absorbed(refused=other)
    found = bases.find(root, document.origin, base)
    if isinstance(found, Refused):
        return Absorbed(refused=found)
    checked = now
    if not found.is_current:
        checked = check_folder(found.folder, cache_of(root), known=known)
    if not checked.can_be_built or checked.indictment is None:
        return Absorbed(
            refused=Refused(f"{found.name}: what the document is to be compared with cannot be read"),
            diagnostics=tuple(d for d in checked.diagnostics if d.rule.form and d.is_error),
            texts=checked.texts,
        )  # fmt: skip
    return _Run(root, document, found, checked, checked.indictment, current, now, known).done()


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
    now: Checked
    read_before: parse.Known
    said: list[str] = field(default_factory=list)
    landed: list[Landed] = field(default_factory=list)
    pages: Mapping[str, str] = field(default_factory=dict)
    stands: Callable[[str, int], int] = lambda file, line: line

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
        original = bases.texts(self.found.folder)
        mine = original if self.found.is_current else bases.texts(self.current)
        moved_on = MovedOn(self.root, self.current, self.now, original, mine, self.read_before)
        landing = Landing(self.root, self.found.folder, self.checked, base, original, moved_on)
        self.pages, self.stands = printed.pages, moved_on.line
        known: Counter[Lost] = Counter()
        comments: list[tuple[int, ...]] = []
        fields: list[Lost] = []
        steps = absorb.steps(self.document)
        last = landing.land(steps[-1].document)
        before = mine
        for step in steps:
            made = last if step is steps[-1] else _of_one(landing, step, last)
            comments.append(step.comments)
            if not made.is_right:
                return self._nothing(step, made, known)
            merged, more = self._commented(step, made, moved_on, comments)
            fields += [
                Lost("field", words, "", number)
                for author, number, words in absorb.edited_fields(self.document)
                if author == step.author
            ]
            lost = Counter((*made.change.lost, *more, *fields))
            new = tuple((lost - known).elements())
            known |= lost
            after = {**mine, **merged}
            files = {
                path: (before[path], content)
                for path, content in sorted(after.items())
                if content != before[path]
            }
            before = after
            if files or new:
                told = tuple(self._told(one) for one in new)
                self.landed.append(Landed(step.author, step.date, files, told, len(step.comments)))
            if step.author == absorb.UNTRACKED and (files or new):
                self.said.append(
                    "some edits were made without tracking; they come first, as “untracked”"
                )
        return Absorbed(tuple(self.landed), said=tuple(self.said), texts=self.checked.texts)

    def _nothing(self, step: Step, made: Attempt, known: Counter[Lost]) -> Absorbed:
        """Why no file is changed, with all that is to be told up to `step`."""
        places = ", ".join(f"{one.path}:{one.line}" for one in made.clashes)
        return Absorbed(
            missed=made.missed, diagnostics=made.diagnostics, texts=made.checked.texts,
            said=tuple(self.said), listed=self._listed(step, made.change.lost, known),
            refused=Refused(f"the sources were changed in the same places ({places})") if places else None,
        )  # fmt: skip

    def _told(self, lost: Lost) -> Conflict:
        return absorb.conflict(lost, self.indictment, self.pages, self.stands)

    def _listed(
        self, step: Step, lost: Sequence[Lost], known: Counter[Lost]
    ) -> tuple[tuple[str, Conflict], ...]:
        """All conflicts up to a step that is refused."""
        before = [(one.author, c) for one in self.landed for c in one.conflicts]
        new = (Counter(lost) - known).elements()
        told = [(step.author, self._told(one)) for one in new]
        return (*before, *told)

    def _commented(
        self, step: Step, made: Attempt, moved_on: MovedOn, comments: Sequence[tuple[int, ...]]
    ) -> tuple[Mapping[str, bytes], tuple[Lost, ...]]:
        """The files on disk after a step, with all comments so far; those that have no place are told."""
        assert made.after is not None, "what is right was read"
        after, change = made.after, made.change
        all_of_them = [step.document.comments[n] for own in comments for n in own]
        if not all_of_them:
            return made.merged, ()

        def tried(
            wanted: Sequence[WordComment],
        ) -> tuple[Mapping[str, bytes], tuple[Lost, ...], tuple[Clash, ...]]:
            placed, lost = absorb.place(wanted, step.document, after, change)
            files = {path: patches.encoded(moved_on.original[path], text) for path, text in placed.items()}  # fmt: skip
            merged, clashes = moved_on.merged({**made.files, **files})
            return merged, lost, clashes

        merged, lost, clashes = tried(all_of_them)
        if not clashes:
            return merged, lost
        wanted: list[WordComment] = []
        told: list[Lost] = []
        for comment in all_of_them:
            _, _, clashes = tried([*wanted, comment])
            if clashes:
                told.append(absorb.unplaced(comment, step.document, clashes[0].path))
            else:
                wanted.append(comment)
        merged, lost, _ = tried(wanted)
        return merged, (*lost, *told)


def _of_one(landing: Landing, step: Step, last: Attempt) -> Attempt:
    """The sources after one of the steps. A paragraph that cannot land once all is said and done does not land
    before: it would go back to what it was with the edits of the next author.
    """
    made = landing.land(step.document)
    never: dict[Unit, Refusal] = {}
    for unit, why in last.held.items():
        for member in last.change.members.get(unit, (unit,)):
            if member[0] == "old":
                later = why if why.why == "meanwhile" else Refusal("later")
                never[member] = made.held.get(member, later)
    if all(unit in made.held for unit in never if unit in made.change.units):
        return made
    return landing.land(step.document, never)
