"""A Word document that came back -> what changes in the source files of its matter, author by author."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from indictment import absorb, merge
from indictment.absorb import Conflict, Lost, Missed, Step
from indictment.diagnostics import Diagnostic
from indictment.edit.change import line_end
from indictment.folder import DiskFolder, Folder, git
from indictment.folder.git import GitFault
from indictment.folder.overlay import OverlayFolder
from indictment.model.indictment import Indictment
from indictment.model.word import Origin, WordComment, WordDocument
from indictment.pipeline import bases, patches
from indictment.pipeline.bases import FoundBase, Refused
from indictment.pipeline.patches import Stale
from indictment.pipeline.reading import Checked, cache_of, check_folder

_OTHER = 0.3
"""Less of its words than this in the matter: a document of another one."""


@dataclass(frozen=True, slots=True)
class Landed:
    """What one author changed: `files` before and after, `comments` how many were put in.

    `conflicts` are edits that have no place in the sources.
    """

    author: str
    date: str
    files: Mapping[str, tuple[bytes, bytes]]
    conflicts: tuple[Conflict, ...] = ()
    comments: int = 0

    @property
    def is_untracked(self) -> bool:
        """True for what nobody tracked."""
        return self.author == absorb.UNTRACKED and not self.date

    @property
    def patch(self) -> str:
        """The change as `git apply` takes it."""
        return patches.patch(self.files)

    @property
    def lines(self) -> int:
        """How many lines of the sources are other or new."""
        return patches.size(self.files)


@dataclass(frozen=True, slots=True)
class Absorbed:
    """All that a document changes, in the order of its authors, or why nothing is changed.

    `missed`: what would not have read as in Word. `diagnostics`: errors of form that the edits would
    make. `merging`: places that were changed meanwhile. `said`: sentences for the reader.
    """

    landed: tuple[Landed, ...] = ()
    refused: Refused | None = None
    missed: tuple[Missed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    merging: tuple[tuple[str, int, str, str], ...] = ()
    said: tuple[str, ...] = ()
    listed: tuple[tuple[str, Conflict], ...] = ()
    """Conflicts, with their author, of a document that is refused."""

    @property
    def conflicts(self) -> tuple[tuple[str, Conflict], ...]:
        """Edits that have no place in the sources, each with its author."""
        return self.listed or tuple((one.author, c) for one in self.landed for c in one.conflicts)

    @property
    def is_refused(self) -> bool:
        """True where nothing may be written."""
        return bool(self.refused or self.missed or self.diagnostics or self.merging)


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


def written(folder: Folder, indictment: Indictment, origin: Origin | None) -> bytes:
    """The Word document of a matter, without the page numbers of a PDF."""
    from indictment.render import word
    from indictment.render.page import html
    from indictment.render.page.lookup import TemplateFolder

    page = html.page(indictment, folder.read)
    templates = TemplateFolder(indictment.matter.caption.court, folder.read)
    reference = templates.data("reference.docx")
    assert page.value is not None, "what was built once has a page"
    assert reference is not None, "the shipped form of a court has a reference.docx"
    return word.write(
        page.value,
        reference=reference[1],
        images=lambda path: folder.read(path) or b"",
        font=indictment.court.word_font,
        origin=origin,
    )


def word_document(folder: Folder, indictment: Indictment) -> WordDocument:
    """The Word document that a matter gives, as it is read back."""
    read = absorb.read(written(folder, indictment, Origin(indictment.title_page.title, "0" * 64)))
    assert isinstance(read, WordDocument), "what we write is read"
    return read


def write(root: Path, found: Absorbed) -> None:
    """Put what was absorbed into the source files: all of it, or nothing. Raises Stale, Unwritable."""
    patches.write(root, patches.together([one.files for one in found.landed]))


def make_sure_it_is_clean(root: Path) -> None:
    """Raise GitFault unless the matter is in a repository, and committed as it stands."""
    held = git.repository(root)
    if held is None:
        raise GitFault("the matter is in no git repository", "leave --commit out")
    if not git.last_commit_of_sources(root):
        raise GitFault(
            "the matter has changes that are not committed",
            "commit them first, so that each commit holds the edits of one author",
        )


def commit(root: Path, name: str, found: Absorbed) -> None:
    """Write and commit what was absorbed from the file `name`, a commit for each author.

    Raises Stale, Unwritable, GitFault; then nothing is other than it was.
    """
    held = git.repository(root)
    assert held is not None, "what is clean is in a repository"
    patches.commit(held, [_draft(held, name, one) for one in found.landed if one.files])


def _draft(held: git.Repository, name: str, landed: Landed) -> patches.Draft:
    author = "" if landed.is_untracked else _NOT_IN_NAMES.sub(" ", landed.author).strip() or "unknown"  # fmt: skip
    whose = f"Edits of {author}" if author else "Untracked edits"
    files = "\n".join(f"- {path}" for path in landed.files)
    message = f"{whose} in {name}\n\n{landed.lines} line{'s' * (landed.lines != 1)}, brought back from Word by indict absorb:\n\n{files}\n"
    date = landed.date if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", landed.date) else ""
    email = patches.address(held, author) if author else ""
    return patches.Draft(landed.files, message, author, email, date if author else "")


_NOT_IN_NAMES = re.compile(r"[<>\x00-\x1f\x7f]+")


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
        exported = word_document(self.found.folder, replace(self.indictment, draft_errors=errors))
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
        before = bases.texts(self.found.folder)
        mine = before if self.found.is_current else bases.texts(self.current)
        self.pages = printed.pages
        known: Counter[Lost] = Counter()
        comments: list[tuple[int, ...]] = []
        fields: list[Lost] = []
        for step in absorb.steps(self.document):
            made = absorb.change(base, step.document)
            comments.append(step.comments)
            result = self._checked(step, made, before, comments)
            if isinstance(result, Absorbed):
                return replace(result, listed=self._listed(step, made.lost, known))
            after, more = result
            fields += [
                Lost("field", words, "", number)
                for author, number, words in absorb.edited_fields(self.document)
                if author == step.author
            ]
            lost = Counter((*made.lost, *more, *fields))
            new = tuple((lost - known).elements())
            known |= lost
            merged = self._merged(step, before, after, mine)
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

    def _checked(
        self, step: Step, made: absorb.Change, before: Mapping[str, bytes],
        comments: Sequence[tuple[int, ...]],
    ) -> tuple[dict[str, bytes], tuple[Lost, ...]] | Absorbed:  # fmt: skip
        """The files of the base after a step, with comments; or why they are refused."""
        original = bases.texts(self.found.folder)
        files = {path: _as(original[path], text) for path, text in made.files.items()}
        folder = OverlayFolder(self.found.folder, files)
        checked = check_folder(folder, cache_of(self.root)) if files else self.checked
        if (wrong := _form(checked, self.checked)) or checked.indictment is None:
            return Absorbed(diagnostics=wrong, texts=checked.texts, said=tuple(self.said))  # fmt: skip
        after = absorb.printed(checked.indictment)
        if missed := absorb.missed(made, self.pages, after):
            return Absorbed(missed=missed, said=tuple(self.said))
        wanted: list[WordComment] = [step.document.comments[n] for own in comments for n in own]
        placed, lost = absorb.place(wanted, step.document, after, made)
        files |= {path: _as(original[path], text) for path, text in placed.items()}
        whole = {path: files.get(path, content) for path, content in original.items()}
        return whole, lost

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
                _text(was), _text(mine[path]), _text(content),
                names=("the sources", step.author), path=path,
            )  # fmt: skip
            conflicts += [(path, c.line, c.ours, c.theirs) for c in merged.conflicts]
            out[path] = _as(mine[path], _text(merged.text.encode()))
        return Absorbed(merging=tuple(conflicts), said=tuple(self.said)) if conflicts else out

    def _together(self, mine: Mapping[str, bytes]) -> Absorbed | None:
        """Why the sources on disk cannot have the changes: errors of form that they would make."""
        if self.found.is_current:
            return None
        folder = OverlayFolder(self.current, mine)
        now = check_folder(self.current, cache_of(self.root))
        checked = check_folder(folder, cache_of(self.root))
        if wrong := _form(checked, now):
            return Absorbed(diagnostics=wrong, texts=checked.texts, said=tuple(self.said))
        return None


def _form(checked: Checked, before: Checked) -> tuple[Diagnostic, ...]:
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


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _as(like: bytes, text: str) -> bytes:
    """`text` with the line ends and the byte order mark of a file."""
    mark = b"\xef\xbb\xbf" if like.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.replace("\n", line_end(like)).encode("utf-8")


__all__ = [
    "Absorbed",
    "Landed",
    "Stale",
    "absorbed",
    "commit",
    "make_sure_it_is_clean",
    "word_document",
    "write",
]
