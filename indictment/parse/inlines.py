"""Inline tokens -> pieces of prose, each with its source span."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from indictment.diagnostics import Diagnostic, Rule, Span
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
from indictment.parse import attributes, citations, prose_rules
from indictment.parse.positions import Positions
from indictment.parse.quotation_marks import curl

Inlines = tuple[ProseInline, ...]

_OPEN = {
    "open-note": (prose_rules.NOTE, "the note is not closed", "close it with ] before the paragraph ends"),
    "open-citation": (prose_rules.CITATION, "the square bracket before this citation is not closed", "close it with ] before the paragraph ends, or write \\["),
    "open-span": (prose_rules.SPAN, "the braces after ] cannot be read", 'close them with }, as in [«…»]{lang="uk"}, or write \\{ to print the sign'),
    "stray-braces": (
        prose_rules.ATTRIBUTES,
        "an attribute line stands alone above what it marks, not in or behind the text",
        "move the braces to a line of their own above; to print a brace write \\{",
    ),
    "open-comment": (prose_rules.COMMENT, "the comment is not closed", "close it with --> before the next blank line"),
}  # fmt: skip


@dataclass(slots=True)
class NoteDefinition:
    """A note written elsewhere in the file: `[^name]: …`."""

    name: str
    content: Inlines
    span: Span
    called: bool = False


@dataclass(slots=True)
class InlineReader:
    """Reads the inline content of one file's blocks; collects faults and comments."""

    markdown: MarkdownIt
    faults: list[Diagnostic] = field(default_factory=list)
    comments: list[tuple[str, Span]] = field(default_factory=list)
    notes: dict[str, NoteDefinition] = field(default_factory=dict)

    def read(
        self,
        content: str,
        positions: Positions,
        begin: int = 0,
        end: int | None = None,
        *,
        in_note: bool = False,
    ) -> Inlines:
        """The pieces of `content[begin:end]`; `positions` knows where `content` stands.

        `in_note`: what is read will stand in a note, where no other note can be called.
        """
        text = content[begin : len(content) if end is None else end]
        if not text:
            return ()
        tokens: list[Token] = []
        self.markdown.inline.parse(text, self.markdown, {}, tokens)
        return _Block(self, content, positions, begin, in_note=in_note).pieces(tokens)


@dataclass(slots=True)
class _Block:
    reader: InlineReader
    content: str
    positions: Positions
    base: int
    before: str = ""
    in_note: bool = False

    def span(self, token: Token) -> Span:
        return self.positions.span(self.base + token.meta["at"], self.base + token.meta["end"])

    def fault(self, rule: Rule, span: Span, message: str, help: str) -> None:
        self.reader.faults.append(rule.at(span, message, help=help))

    def pieces(self, tokens: Sequence[Token]) -> Inlines:
        out: list[ProseInline] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.nesting == 1:
                close = _closing(tokens, at)
                self.container(token, tokens[close], tokens[at + 1 : close], out)
                at = close + 1
                continue
            self.single(token, out)
            at += 1
        return _tidy(out)

    def single(self, token: Token, out: list[ProseInline]) -> None:
        if token.type == "citation":
            self.citation(token, out)
            return
        span = self.span(token)
        if token.type == "text":
            if token.content:
                out.append(Words(curl(token.content, self.before), span))
                self.before = token.content[-1]
        elif token.type == "break":
            out.append(LineBreak(span))
            self.before = " "
        elif token.type in ("mention", "mention_number"):
            out.append(_mention(token, span))
            self.before = "x"
        elif token.type == "note_call":
            self.note_call(token, out)
        elif token.type == "comment":
            self.reader.comments.append((token.content, span))
        elif token.type == "refused":
            self.refuse(token.content, span)

    def refuse(self, what: str, span: Span) -> None:
        if what in _OPEN:
            self.fault(_OPEN[what][0], span, _OPEN[what][1], _OPEN[what][2])
        else:
            message, help = prose_rules.REFUSALS[what]
            self.fault(prose_rules.UNSUPPORTED, span, message, help)

    def citation(self, token: Token, out: list[ProseInline]) -> None:
        begin = self.base + token.meta["at"] + 1

        def span(at: int, end: int) -> Span:
            return self.positions.span(begin + at, begin + end)

        def inlines(at: int, end: int) -> Inlines:
            return self.reader.read(
                self.content, self.positions, begin + at, begin + end, in_note=True
            )

        cites, faults = citations.read(token.content, span, inlines)
        self.reader.faults.extend(faults)
        if cites:
            out.append(Citation(cites, self.span(token)))

    def note_call(self, token: Token, out: list[ProseInline]) -> None:
        span = self.span(token)
        written = self.reader.notes.get(token.content)
        if not written:
            self.fault(
                prose_rules.NOTE,
                span,
                f"the note “{token.content}” is called but not written in this file",
                f"write a line that begins with [^{token.content}]: and the text of the note",
            )
            return
        if written.called:
            self.fault(
                prose_rules.NOTE,
                span,
                f"the note “{token.content}” is called twice",
                "write the second note on its own; refer to the first by its label",
            )
            return
        written.called = True
        self.nested(span)
        label = token.content if attributes.LABEL.fullmatch(token.content) else None
        out.append(WrittenNote(written.content, written.span, label))

    def nested(self, span: Span) -> None:
        """Report a note that is called inside a note: it would have no mark of its own."""
        if self.in_note:
            self.fault(
                prose_rules.NOTE,
                span,
                "a note stands inside a note",
                "write its words in the note itself, or call it in the text",
            )

    def container(
        self, opening: Token, closing: Token, inner: Sequence[Token], out: list[ProseInline]
    ) -> None:
        kind = opening.type.removesuffix("_open")
        if kind in ("em", "strong"):
            content = self.pieces(inner)
            span = self.positions.span(
                self.base + opening.meta["at"], self.base + closing.meta["end"]
            )
            out.append(Stressed(kind == "strong", content, span))
            return
        span = self.span(opening)
        if kind == "note":
            self.nested(span)
            outer, self.before, self.in_note = (self.before, self.in_note), "", True
            content = self.pieces(inner)
            self.before, self.in_note = outer
            if not content:
                self.fault(
                    prose_rules.NOTE, span, "the note is empty", "write its text or remove it"
                )
            label = self.note_label(closing) if closing.content else None
            out.append(WrittenNote(content, span, label))
        else:
            out.append(self.marked(closing, self.pieces(inner), span))

    def note_label(self, closing: Token) -> str | None:
        end = self.base + closing.meta["end"]
        begin = end - len(closing.content)
        braces, faults = attributes.read(
            closing.content,
            lambda at, stop: self.positions.span(begin + at, begin + stop),
            prose_rules.NOTE, (), (), labels=True,
        )  # fmt: skip
        self.reader.faults.extend(faults)
        return braces.label

    def marked(self, closing: Token, content: Inlines, span: Span) -> ProseInline:
        begin = self.base + closing.meta["marks"]
        braces, faults = attributes.read(
            closing.content,
            lambda at, stop: self.positions.span(begin + at, begin + stop),
            prose_rules.SPAN, attributes.SPAN_KEYS, attributes.SPAN_CLASSES, labels=False,
        )  # fmt: skip
        self.reader.faults.extend(faults)
        redact = "redact" in braces.classes
        if not faults and not (braces.values or braces.classes):
            self.fault(
                prose_rules.SPAN,
                span,
                "the braces say nothing",
                'write {lang="uk"}, {.term} or {.redact code="B.2"}',
            )
        elif redact != ("code" in braces.values):
            self.fault(
                prose_rules.SPAN,
                span,
                "a redaction and its code belong together",
                'write {.redact code="B.2"}',
            )
        elif not content:
            self.fault(
                prose_rules.SPAN,
                span,
                "the brackets are empty",
                "write the passage between the brackets",
            )
        return Marked(
            content, span, braces.values.get("lang", ""), "term" in braces.classes, redact,
            braces.values.get("code", ""),
        )  # fmt: skip


def _mention(token: Token, span: Span) -> Mention:
    label = token.content
    if token.type == "mention_number":
        return Mention(label, "number", span)
    if label[:1].isupper() and not any(sign.isupper() for sign in label[1:]):
        return Mention(label[0].lower() + label[1:], "capital", span)
    return Mention(label, "words", span)


def _closing(tokens: Sequence[Token], at: int) -> int:
    depth = 0
    for step in range(at, len(tokens)):
        depth += tokens[step].nesting
        if depth == 0:
            return step
    return len(tokens) - 1


def _tidy(pieces: list[ProseInline]) -> Inlines:
    """Join neighbouring words that were typed as they print; drop the double space that a comment
    leaves, and spaces at both ends.
    """
    out: list[ProseInline] = []
    for piece in pieces:
        if isinstance(piece, Words):
            last = out[-1] if out else None
            if (last is None or isinstance(last, LineBreak)) or (
                isinstance(last, Words) and last.text.endswith(" ")
            ):
                piece = _without_lead(piece)
            if not piece.text:
                continue
            if isinstance(last, Words) and _joins(last, piece):
                out[-1] = Words(last.text + piece.text, last.span.to(piece.span))
                continue
        out.append(piece)
    if out and isinstance(out[-1], Words):
        bare = out[-1].text.rstrip(" ")
        out[-1:] = [Words(bare, out[-1].span)] if bare else []
    return tuple(out)


def _without_lead(words: Words) -> Words:
    bare, span = words.text.lstrip(" "), words.span
    dropped = len(words.text) - len(bare)
    if dropped and span.line == span.end_line:
        span = Span(span.file, span.line, span.column + dropped, span.end_line, span.end_column)
    return Words(bare, span)


def _joins(first: Words, second: Words) -> bool:
    if first.span.line != first.span.end_line or second.span.line != second.span.end_line:
        return False
    typed = first.span.end_column - first.span.column == len(first.text)
    also = second.span.end_column - second.span.column == len(second.text)
    touching = (first.span.end_line, first.span.end_column) == (
        second.span.line,
        second.span.column,
    )
    return typed and also and touching
