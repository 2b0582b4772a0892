"""What a file was bound to before -> the same again, where nothing that it depends on has changed.

For a process that stays: of a long indictment an edit changes one file, and what the others print follows
from their own text, from what labels name, and from how many notes and citations stand before them.
"""

from collections.abc import Callable, Sequence

from indictment.diagnostics import Diagnostic
from indictment.model.blocks import Block, ExhibitCitation, Note, Place
from indictment.model.indictment import Numbered
from indictment.model.matter import Matter
from indictment.resolve.exhibits import Exhibit
from indictment.resolve.inlines import Binder, Used
from indictment.resolve.labels import Labels, Named
from indictment.resolve.names import Names
from indictment.resolve.pieces import Piece
from indictment.resolve.pleads import Pleads
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class _Entry:
    """How far the document is where a file begins."""

    notes: int
    citations: int
    sole: tuple[str, tuple[Place, ...]] | None
    cited: frozenset[str]

    @staticmethod
    def of(binder: Binder) -> "_Entry":
        citer = binder.citer
        return _Entry(len(binder.written), len(citer.written), binder.sole, frozenset(citer.cited))


@dataclass(frozen=True, slots=True)
class _Of:
    """All of a file that what comes of it depends on: its lines, its text as it was numbered, and what stands
    around it.
    """

    lines: Sequence[str]
    pieces: Sequence[Piece]
    asked: object
    entry: _Entry


@dataclass(frozen=True, slots=True)
class _Bound:
    """A file as it was bound: of what, and all that came of it."""

    of: _Of
    blocks: tuple[Block, ...]
    faults: Sequence[Diagnostic]
    notes: Sequence[Note]
    citations: Sequence[ExhibitCitation]
    used: Sequence[Used]
    index: Sequence[Numbered]
    pleads: Sequence[Pleads]
    referring: frozenset[str]
    cited: frozenset[str]
    sole: tuple[str, tuple[Place, ...]] | None
    has_redactions: bool


class Before:
    """The files of one matter as they were bound the last time."""

    def __init__(self) -> None:
        self._same: object = None
        self._files: dict[str, _Bound] = {}
        self._now: dict[str, _Bound] = {}

    def begin(
        self, matter: Matter, labels: Labels, exhibits: dict[str, Exhibit], names: Names
    ) -> None:
        """The matter is bound once more. What labels name counts, not where they stand."""
        self._files, self._now = self._now, {}
        named = [_meaning(one) for one in labels.known.values()]
        same = (
            matter.court, matter.caption, matter.numbers, named, labels.unread, exhibits, names.known,
        )  # fmt: skip
        if same != self._same:
            self._same, self._files = same, {}

    def bound(
        self,
        binder: Binder,
        pleads: list[Pleads],
        pieces: Sequence[Piece],
        asked: object,
        bind: Callable[[], tuple[Block, ...]],
    ) -> tuple[Block, ...]:
        """The blocks of a file of which the text is `pieces`; `asked` is what else they depend on."""
        if not pieces:
            return bind()
        file = pieces[0].prose.span.file
        of = _Of(binder.matter.texts.get(file, ()), pieces, asked, _Entry.of(binder))
        known = self._files.get(file)
        if known is not None and known.of == of:
            _again(binder, pleads, known)
        else:
            known = _first(binder, pleads, of, bind)
        self._now[file] = known
        return known.blocks


def _meaning(named: Named) -> tuple[object, ...]:
    """What a label names, without the place where it was given."""
    of = _meaning(named.of) if named.of else None
    return (
        named.label, named.kind, named.targets, named.scope, named.text, of, named.printed, named.why_none,
    )  # fmt: skip


def _first(
    binder: Binder, pleads: list[Pleads], of: _Of, bind: Callable[[], tuple[Block, ...]]
) -> _Bound:
    """Bind a file, and note all that comes of it."""
    citer = binder.citer
    faults, index, used = len(binder.faults), len(binder.index), len(binder.used)
    own = len(pleads)
    referring, had_redactions = binder.referring, binder.has_redactions
    binder.referring, binder.has_redactions = set(), False
    blocks = bind()
    bound = _Bound(
        of=of,
        blocks=blocks,
        faults=binder.faults[faults:],
        notes=binder.written[of.entry.notes :],
        citations=citer.written[of.entry.citations :],
        used=binder.used[used:],
        index=binder.index[index:],
        pleads=pleads[own:],
        referring=frozenset(binder.referring),
        cited=frozenset(citer.cited - of.entry.cited),
        sole=binder.sole,
        has_redactions=binder.has_redactions,
    )
    binder.referring |= referring
    binder.has_redactions |= had_redactions
    return bound


def _again(binder: Binder, pleads: list[Pleads], known: _Bound) -> None:
    """What came of a file comes of it once more."""
    binder.faults += known.faults
    binder.written += known.notes
    binder.citer.written += known.citations
    binder.used += known.used
    binder.index += known.index
    pleads += known.pleads
    binder.referring |= known.referring
    binder.citer.cited |= known.cited
    binder.sole = known.sole
    binder.has_redactions |= known.has_redactions
