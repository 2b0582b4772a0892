"""The text of a line, bound: labels become references, citations become footnotes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from indictment.diagnostics import Diagnostic, Span
from indictment.model.blocks import (
    Break,
    CrossReference,
    ExhibitCitation,
    Foreign,
    Inline,
    Note,
    NoteCall,
    Place,
    Redacted,
    Run,
    Styled,
    Target,
)
from indictment.model.indictment import Numbered
from indictment.model.matter import Matter
from indictment.model.prose import (
    Citation,
    LineBreak,
    Marked,
    Mention,
    ProseInline,
    Stressed,
    Words,
    WrittenNote,
)
from indictment.resolve import notes
from indictment.resolve.citations import Citer
from indictment.resolve.exhibits import Exhibit
from indictment.resolve.faults import part
from indictment.resolve.labels import MAIN, Labels, Named, Scope
from indictment.resolve.lookup import Lookup
from indictment.resolve.names import Names
from indictment.resolve.references import refer
from indictment.resolve.rules import TYPED_REFERENCE
from indictment.resolve.typed import back_references
from indictment.resolve.typography import NBSP, set_spaces


@dataclass(frozen=True, slots=True)
class Owner:
    """Where text stands.

    `target`: its paragraph, None outside paragraphs. `anchors`: those of the paragraph and the
    sub-paragraphs around it. `place`: the address in the law's terms. `scope`: its series. `within`:
    the annex or schedule, which is named instead of what stands in it.
    """

    target: Target | None = None
    anchors: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    scope: Scope = MAIN
    within: Target | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """An exhibit cited or named in the text; `citation` is None where it is only named."""

    label: str
    owner: Owner
    target: Target | None
    citation: ExhibitCitation | None


@dataclass(slots=True)
class Binder:
    """Binds the text of one document, in reading order: notes and citations count as they come."""

    matter: Matter
    lookup: Lookup
    names: Names
    exhibits: dict[str, Exhibit]
    citer: Citer
    faults: list[Diagnostic]
    owner: Owner = field(default_factory=Owner)
    written: list[Note] = field(default_factory=list)
    used: list[Used] = field(default_factory=list)
    index: list[Numbered] = field(default_factory=list)
    referring: set[str] = field(default_factory=set)
    """Anchors of what holds a cross-reference."""
    has_redactions: bool = False
    sole: tuple[str, tuple[Place, ...]] | None = None
    """The exhibit and places that the last note cites alone."""

    @property
    def labels(self) -> Labels:
        """The labels of the matter."""
        return self.lookup.labels

    # --- text ----------------------------------------------------------------------------------

    def text(self, pieces: Iterable[ProseInline]) -> tuple[Inline, ...]:
        """A line of the document: its citations and notes become footnotes."""
        out: list[Inline] = []
        for piece in pieces:
            match piece:
                case Citation():
                    notes.place(out, self._cited_note(piece))
                case WrittenNote():
                    notes.place(out, self._written_note(piece))
                case Stressed(strong, content):
                    out.append(Styled("strong" if strong else "emphasis", self.text(content)))
                case Marked():
                    out += self._marked(piece, self.text(piece.content))
                case _:
                    out += self._plain(piece, in_note=False)
        if self.matter.court.citations.mark_after_punctuation:
            return notes.after_punctuation(out)
        return tuple(out)

    def _note_text(self, pieces: Iterable[ProseInline]) -> list[Inline]:
        """Text inside a note: citations stand in the text."""
        out: list[Inline] = []
        for piece in pieces:
            match piece:
                case Citation():
                    out += self._cites(piece, None)
                case WrittenNote():
                    out += self._note_text(piece.content)
                case Stressed(strong, content):
                    words = tuple(self._note_text(content))
                    out.append(Styled("strong" if strong else "emphasis", words))
                case Marked():
                    out += self._marked(piece, tuple(self._note_text(piece.content)))
                case _:
                    out += self._plain(piece, in_note=True)
        return out

    def _plain(self, piece: Words | LineBreak | Mention, *, in_note: bool) -> Sequence[Inline]:
        match piece:
            case Words(text, span):
                self._check_typed(text, span, in_note=in_note)
                return (Run(set_spaces(text), span),)
            case LineBreak():
                return (Break(),)
            case Mention():
                return self._mention(piece)

    def _marked(self, marked: Marked, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if marked.term:
            content = (Styled("term", content),)
        if marked.lang:
            content = (Foreign(marked.lang, content),)
        if marked.redact:
            self.has_redactions = True
            content = (Redacted(marked.code, content),)
        return content

    def _check_typed(self, text: str, span: Span, *, in_note: bool) -> None:
        for typed in back_references(text, in_note=in_note):
            at = part(span, text, typed.begin, typed.end, self.matter.texts)
            self.faults.append(
                TYPED_REFERENCE.at(at, f"“{typed.words}” is typed by hand", help=typed.help)
            )

    # --- labels --------------------------------------------------------------------------------

    def _mention(self, mention: Mention) -> Sequence[Inline]:
        as_typed = (Run(f"@{mention.label}", mention.span),)
        named = self.lookup.mentioned(mention)
        if named is None:
            return as_typed
        if named.kind in ("accused", "person"):
            name = self.names.known[named.label]
            return (replace(name, span=mention.span),)
        if named.kind == "exhibit":
            return self._named_exhibit(named, mention)
        pieces = refer(named, mention.form, self.matter.court.words, self.owner.scope)
        self.referring.update(self.owner.anchors)
        return (CrossReference(pieces, mention.span),)

    def _named_exhibit(self, named: Named, mention: Mention) -> Sequence[Inline]:
        exhibit = self.exhibits[named.label]
        self.used.append(Used(named.label, self.owner, self._where(), None))
        target = Target(exhibit.anchor, exhibit.mark or exhibit.short, "exhibit")
        pieces: tuple[Run | Target, ...] = (target,)
        if exhibit.mark and mention.form != "number":
            pieces = (Run(f"{self.matter.court.words.exhibit}{NBSP}"), target)
        self.referring.update(self.owner.anchors)
        return (CrossReference(pieces, mention.span),)

    # --- notes ---------------------------------------------------------------------------------

    def _where(self) -> Target | None:
        return self.owner.within or self.owner.target or self._note_target

    @property
    def _note_target(self) -> Target:
        number = str(len(self.written) + 1)
        return Target(f"fn-{number}", number, "note")

    def _cited_note(self, citation: Citation) -> NoteCall:
        alone = len(citation.cites) == 1
        content = self._cites(citation, self.sole if alone else None)
        return self._note(notes.sentence(content), citation.span, None)

    def _written_note(self, note: WrittenNote) -> NoteCall:
        return self._note(tuple(self._note_text(note.content)), note.span, note.label)

    def _note(self, content: tuple[Inline, ...], span: Span, label: str | None) -> NoteCall:
        target = self._note_target
        note = Note(int(target.text), target.anchor, content, span, label)
        cited = [piece for piece in content if isinstance(piece, ExhibitCitation)]
        self.sole = (cited[0].label, cited[0].places) if len(cited) == 1 else None
        self.written.append(note)
        place = (*self.owner.place, f"{self.matter.court.words.footnote} {target.text}")
        self.index.append(Numbered("note", target.text, target.anchor, label, span, place))
        return NoteCall(note)

    def _cites(
        self, citation: Citation, before: tuple[str, tuple[Place, ...]] | None
    ) -> list[Inline]:
        out: list[Inline] = []
        for cite in citation.cites:
            exhibit = self.lookup.exhibit(cite.label, cite.label_span)
            lead = self._note_text(cite.before)
            if out:
                out.append(Run("; "))
            out += notes.spaced_after(lead)
            if exhibit is None:
                out.append(Run(f"@{cite.label}", cite.label_span))
            else:
                found = self.citer.cite(cite, self.exhibits[exhibit], before)
                self.used.append(Used(exhibit, self.owner, self._where(), found))
                out.append(found)
            out += notes.spaced_before(self._note_text(cite.after))
        return out
