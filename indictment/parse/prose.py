"""Markdown of one file -> Prose: blocks, each piece with its source span."""

import re
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from indictment.diagnostics import Diagnostic, Outcome, Span
from indictment.model.prose import (
    Attributes,
    Prose,
    ProseBlock,
    ProseFigure,
    ProseHeading,
    ProseInline,
    ProseItem,
    ProseList,
    ProseParagraph,
    ProseQuotation,
)
from indictment.parse import attributes, prose_rules, tables
from indictment.parse.block_rules import DEEPEST, parser
from indictment.parse.comments import allowances
from indictment.parse.inline_rules import STRAY
from indictment.parse.inlines import InlineReader, NoteDefinition
from indictment.parse.positions import CellPositions, Positions

_FIGURE = re.compile(
    r'!\[(?P<alt>[^\[\]]*)\]\(\s*(?P<path>[^\s()"]+)(?:\s+"(?P<caption>[^"]*)")?\s*\)$'
)
_NEARLY = (
    ("tight-heading", "#", re.compile(r"^#{1,6}(?=[^\s#])", re.MULTILINE)),
    ("broken-table", "--", re.compile(r"^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t:-]*)+$", re.MULTILINE)),
)
_MARKDOWN = parser()
DEEPEST_LIST = 3
"""Lists stand in one another this deep: (a), (i), (A)."""


def read(text: str, file: str, first_line: int = 1) -> Outcome[Prose]:
    """Read the Markdown `text`, which begins at line `first_line` of `file`. Never raises."""
    lines = text.split("\n")
    reader = _Reader(file, lines, first_line)
    try:
        tokens = _MARKDOWN.parse(text)
        too_deep = any(token.level >= DEEPEST - 1 for token in tokens)
        reader.define_notes(tokens)
        blocks = reader.blocks(tokens)
    except RecursionError:
        too_deep, blocks = True, []
    if too_deep:
        span = Span(file, first_line, 1, first_line, 2)
        message = "lists, quotations or emphasis are nested too deeply to be read"
        reader.faults.append(prose_rules.UNSUPPORTED.at(span, message, help="split the passage"))
    for note in reader.inlines.notes.values():
        if not note.called:
            message = f"the note “{note.name}” is never called"
            help = f"call it with [^{note.name}] or remove it"
            reader.faults.append(prose_rules.NOTE.at(note.span, message, help=help))
    allowed, faults = allowances(reader.inlines.comments, [_extent(block) for block in blocks])
    prose = Prose(file, tuple(blocks), tuple(allowed), tuple(lines))
    return Outcome(prose, (*reader.faults, *faults))


def inline(text: str, file: str, line: int, column: int) -> Outcome[tuple[ProseInline, ...]]:
    """Read one line of Markdown that stands in another file: a cell, an office's source."""
    reader = InlineReader(_MARKDOWN)
    pieces = reader.read(text, CellPositions(file, line, column, text))
    return Outcome(pieces, tuple(reader.faults))


def passage(text: str, file: str, line: int, column: int) -> Outcome[Prose]:
    """Read a value of a YAML file as prose that begins at `line` and `column`: a paragraph for each
    stretch between blank lines.
    """
    blocks: list[ProseParagraph] = []
    faults: list[Diagnostic] = []
    for found in re.finditer(r"\S(?:[^\n]|\n(?![ \t]*\n))*", text):
        words = " ".join(found[0].split())
        first = line + text.count("\n", 0, found.start())
        pieces = inline(words, file, first, column)
        faults.extend(pieces.diagnostics)
        if pieces.value:
            span = Span.on_line(file, first, column, len(words))
            blocks.append(ProseParagraph(pieces.value, span))
    return Outcome(Prose(file, tuple(blocks)), tuple(faults))


def _extent(block: ProseBlock) -> Span:
    """The block's span, from its attribute line on."""
    return block.attributes.span.to(block.span) if block.attributes else block.span


@dataclass(slots=True)
class _Reader:
    file: str
    lines: list[str]
    offset: int
    inlines: InlineReader = field(init=False)
    depth: int = 0
    """How many lists stand around what is read."""

    def __post_init__(self) -> None:
        self.inlines = InlineReader(_MARKDOWN)

    @property
    def faults(self) -> list[Diagnostic]:
        return self.inlines.faults

    def line_span(self, begin: int, end: int) -> Span:
        """The span of the lines with indexes `begin` to `end` (exclusive), without outer blanks."""
        while end > begin + 1 and not self.lines[end - 1].strip():
            end -= 1
        first = self.lines[begin] if begin < len(self.lines) else ""
        last = self.lines[end - 1] if end - 1 < len(self.lines) else ""
        column = len(first) - len(first.lstrip()) + 1
        return Span(
            self.file, begin + self.offset, column, end - 1 + self.offset, len(last.rstrip()) + 1
        )

    def token_span(self, token: Token) -> Span:
        begin, end = token.map or [0, 1]
        return self.line_span(begin, end)

    def positions(self, token: Token) -> Positions:
        return Positions(
            self.file, self.lines, self.offset, (token.map or [0, 1])[0], token.content
        )

    def define_notes(self, tokens: list[Token]) -> None:
        for at, token in enumerate(tokens):
            if token.type != "note_definition":
                continue
            content, span = tokens[at + 1], self.token_span(token)
            if token.info in self.inlines.notes:
                self.faults.append(
                    prose_rules.NOTE.at(
                        span,
                        f"the note “{token.info}” is written twice",
                        help="give one of them another name",
                    )
                )
                continue
            pieces = self.inlines.read(content.content, self.positions(content), in_note=True)
            if not pieces:
                self.faults.append(
                    prose_rules.NOTE.at(
                        span, "the note is empty", help="write its text or remove it"
                    )
                )
            self.inlines.notes[token.info] = NoteDefinition(token.info, pieces, span)

    def blocks(self, tokens: list[Token]) -> list[ProseBlock]:
        """The blocks of a run of tokens on one level, each with the attribute line above it."""
        out: list[ProseBlock] = []
        pending: Attributes | None = None
        at = 0
        while at < len(tokens):
            token = tokens[at]
            end = _end(tokens, at)
            inner = tokens[at + 1 : end]
            at = end + 1
            if token.type == "attributes":
                self.unused(pending)
                pending = self.attributes(token)
                continue
            if token.type in ("comment", "refused", "note_definition"):
                self.aside(token)
                at += token.type == "note_definition"
                continue
            block = self.block(token, inner, pending)
            if block is not None:
                out.append(block)
                pending = None
        self.unused(pending)
        return out

    def block(
        self, token: Token, inner: list[Token], above: Attributes | None
    ) -> ProseBlock | None:
        span = self.token_span(token)
        if token.type == "heading_open":
            content = self.inlines.read(inner[0].content, self.positions(inner[0]))
            if not content:
                self.faults.append(
                    prose_rules.UNSUPPORTED.at(
                        span, "the heading has no words", help="write the heading or remove the #"
                    )
                )
            return ProseHeading(int(token.tag[1:]), content, span, above)
        if token.type == "paragraph_open":
            return self.paragraph(inner[0], span, above)
        if token.type in ("ordered_list_open", "bullet_list_open"):
            return self.items(token, inner, span, above)
        if token.type == "blockquote_open":
            around, self.depth = self.depth, 0
            quoted = tuple(self.blocks(inner))
            self.depth = around
            return ProseQuotation(quoted, span, above)
        if token.type == "table_open":
            table = tables.read(inner, self.inlines, self.file, self.lines, self.offset)
            return replace(table, span=span, attributes=above)
        return None

    def paragraph(self, content: Token, span: Span, above: Attributes | None) -> ProseBlock | None:
        text = content.content
        if figure := _FIGURE.match(text.strip()):
            positions = self.positions(content)
            alt, path = figure["alt"].strip(), figure["path"]
            path_span = positions.span(figure.start("path"), figure.end("path"))
            if not alt:
                self.faults.append(
                    prose_rules.UNSUPPORTED.at(
                        span,
                        "the image has no description",
                        help="describe between the square brackets what it shows, for readers who cannot see it",
                    )
                )
            return ProseFigure(alt, path, figure["caption"] or "", span, path_span, above)
        if text.startswith("{") and not text.startswith("{}") and not STRAY.match(text):
            first = self.lines[span.line - self.offset]
            self.faults.append(
                prose_rules.ATTRIBUTES.at(
                    Span.on_line(self.file, span.line, span.column, len(first.strip())),
                    "this line begins like an attribute line but does not stand alone in its braces",
                    help="close the braces and put the text on the next line; to print a brace write \\{",
                )
            )
        self.nearly(content)
        pieces = self.inlines.read(text, self.positions(content))
        return ProseParagraph(pieces, span, above) if pieces else None

    def nearly(self, content: Token) -> None:
        """Report what was meant as a heading or a table and would be printed as it stands."""
        text = content.content
        for what, sign, form in _NEARLY:
            if sign in text and (found := form.search(text)):
                span = self.positions(content).span(found.start(), found.end())
                message, help = prose_rules.REFUSALS[what]
                self.faults.append(prose_rules.UNSUPPORTED.at(span, message, help=help))

    def items(
        self, token: Token, inner: list[Token], span: Span, above: Attributes | None
    ) -> ProseList:
        items: list[ProseItem] = []
        at = 0
        self.depth += 1
        if self.depth == DEEPEST_LIST + 1:
            first = (token.map or [0, 1])[0]
            self.faults.append(
                prose_rules.UNSUPPORTED.at(
                    self.line_span(first, first + 1),
                    "lists stand in one another four deep, and the page has three levels",
                    help="write it as text of what it belongs to, or one level higher",
                )
            )
        while at < len(inner):
            end = _end(inner, at)
            item_span, content = self.token_span(inner[at]), inner[at + 1 : end]
            mark = None
            if content and content[0].type == "attributes":
                mark, content = self.attributes(content[0]), content[1:]
            blocks = tuple(self.blocks(content))
            if not blocks:
                self.faults.append(
                    prose_rules.UNSUPPORTED.at(
                        item_span, "the item is empty", help="write its text or remove the line"
                    )
                )
            if items and item_span.column != items[0].span.column:
                self.faults.append(
                    prose_rules.UNSUPPORTED.at(
                        item_span,
                        "this item stands neither under the one before it nor in line with it",
                        help="indent it by three spaces more than the item it belongs to, or as far as the items beside it",
                    )
                )
            number = int(inner[at].info) if inner[at].info.isdigit() else None
            items.append(ProseItem(blocks, item_span, mark, number))
            at = end + 1
        self.depth -= 1
        ordered = token.type == "ordered_list_open"
        start = int(token.attrs.get("start", 1)) if ordered else 1
        return ProseList(ordered, tuple(items), span, start, above)

    def attributes(self, token: Token) -> Attributes:
        line = (token.map or [0, 1])[0]
        source = self.lines[line]
        column = source.find("{") + 1
        read, faults = attributes.block(
            token.content,
            lambda at, end: Span.on_line(
                self.file, line + self.offset, column + at, max(end - at, 1)
            ),
        )
        self.faults.extend(faults)
        return read

    def unused(self, above: Attributes | None) -> None:
        if above is not None:
            self.faults.append(
                prose_rules.ATTRIBUTES.at(
                    above.span,
                    "there is nothing below this attribute line to mark",
                    help="put it directly above the paragraph or heading it belongs to, or remove it",
                )
            )

    def aside(self, token: Token) -> None:
        span = self.token_span(token)
        if token.type == "comment":
            self.inlines.comments.append((token.content, span))
        elif token.type == "refused":
            message, help = prose_rules.REFUSALS[token.content]
            self.faults.append(prose_rules.UNSUPPORTED.at(span, message, help=help))


def _end(tokens: list[Token], at: int) -> int:
    """The index of the token that closes the one at `at`; `at` itself where nothing opens."""
    depth = 0
    for step in range(at, len(tokens)):
        depth += tokens[step].nesting
        if depth == 0:
            return step
    return len(tokens) - 1
