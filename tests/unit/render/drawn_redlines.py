"""Redlines drawn at random: pages with marks that obey docs/analysis/redline.md."""

from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from tests.unit.render.docx_pages import page

AUTHORS = ("A. Weir", "B. Osei")
TAGS = {"new": "ins", "old": "del"}
CLASSES = {"new": "inserted", "old": "deleted"}


@dataclass
class Token:
    """A word, a note or a reference of a line; `version` is both, new or old."""

    kind: str
    version: str
    text: str
    space: str
    author: str


@dataclass
class Piece:
    """A block. `rest` is what follows a divided or joined paragraph; `items` a list's."""

    kind: str
    version: str
    tokens: list[Token]
    author: str
    items: "list[Piece]" = field(default_factory=list)
    rest: "Piece | None" = None
    move: str = ""
    label: str = ""
    new: str = ""
    old: str = ""

    @property
    def by(self) -> str:
        return f'data-author="{self.author}" data-date="2024-03-12T09:00:00Z"'


VERSIONS = st.sampled_from(("both", "both", "both", "new", "old"))
TOKENS = st.builds(
    Token,
    st.sampled_from(("word", "word", "em", "term", "formatted", "note", "ref")),
    VERSIONS,
    st.sampled_from(("one", "two,", "three.", "(four)")),
    st.sampled_from(("in", "out", "both")),
    st.sampled_from(AUTHORS),
)
LINES = st.lists(TOKENS, min_size=1, max_size=4)


def pieces(*kinds: str) -> st.SearchStrategy[Piece]:
    return st.builds(Piece, st.sampled_from(kinds), VERSIONS, LINES, st.sampled_from(AUTHORS))


def _stays(piece: Piece) -> Piece:
    """It is in both versions, and so is its first word: else it is an inserted or a deleted one."""
    word = Token("word", "both", "both", "out", AUTHORS[0])
    return replace(piece, version="both", tokens=[word, *piece.tokens])


ITEMS = st.lists(pieces("item"), max_size=3)
BLOCKS = st.one_of(
    pieces("numbered", "unnumbered", "heading", "quoted"),
    pieces("annex").map(_stays),
    st.builds(lambda piece, items: replace(piece, items=items), pieces("numbered"), ITEMS),
    st.builds(
        lambda piece, rows: replace(piece, items=rows),
        pieces("table"),
        st.lists(pieces("row", "cells"), min_size=1, max_size=3),
    ),
    st.builds(
        lambda piece, rest: replace(piece, rest=rest),
        pieces("divided", "joined").map(_stays),
        pieces("numbered").map(_stays),
    ),
    st.builds(lambda piece: replace(piece, version="both", move="to draw"), pieces("numbered")),
)


@st.composite
def redlines(draw: st.DrawFn) -> str:
    """A page with marks."""
    blocks = draw(st.lists(BLOCKS, min_size=1, max_size=7))
    placed = [block for block in blocks if not block.move]
    for number, block in enumerate((one for one in blocks if one.move), start=1):
        for version in draw(st.permutations(("new", "old"))):
            at = draw(st.integers(0, len(placed)))
            # a move into the midst of a divided paragraph is none of the page
            placed.insert(at, replace(block, version=version, move=f"m{number}"))
    return page(_Writing(placed).written())


@dataclass
class _Writing:
    blocks: list[Piece]
    notes: dict[str, int] = field(default_factory=lambda: {"new": 0, "old": 0})

    def written(self) -> str:
        self._number()
        return "".join(self._block(block) for block in self.blocks)

    def _number(self) -> None:
        counts = {"new": 0, "old": 0}
        for at, block in enumerate(self.blocks):
            block.label = f"x-{block.move or at}"
            if block.move and block.version == "old":
                block.label = f"was-x-{block.move}"
            if block.kind == "annex":
                # paragraphs are counted anew in the versions that have the annex
                for version in _versions(block):
                    counts[version] = 0
            if block.kind in ("numbered", "divided", "joined"):
                _count(block, counts)
                items = {"new": 0, "old": 0}
                for item in block.items:
                    item.version = item.version if block.version == "both" else block.version
                    _count(item, items, letters=True)
            if block.rest is not None:
                block.rest.label = f"{block.label}-rest"
                block.rest.version = "new" if block.kind == "divided" else "old"
                _count(block.rest, counts)

    def _block(self, block: Piece) -> str:
        marked = _marked(block)
        line = self._line(block)
        match block.kind:
            case "heading" | "annex":
                tag = "h2" if block.kind == "heading" else "h1"
                return f'<{tag} id="{block.label}"{marked("")}>{line}</{tag}>'
            case "unnumbered":
                return f"<p{marked('unnumbered')}>{line}</p>"
            case "quoted":
                return f'<div class="attached"><blockquote{marked("")}><p class="quoted">{line}</p></blockquote></div>'
            case "table":
                rows = "".join(self._row(row, block) for row in block.items)
                return f"<table{marked('plain')}><caption>{line}</caption><tbody>{rows}<tr><td>z</td><td>z</td></tr></tbody></table>"
        if block.rest is None:
            items = "".join(self._item(item, block) for item in block.items)
            below = f'<div class="attached"><ol class="sub" data-depth="1">{items}</ol></div>'
            written = f'<p id="{block.label}"{marked("numbered")}>{_numbers(block)} {line}</p>'
            if items and block.version != "both":
                below = below.replace('class="attached"', marked("attached").strip(), 1)
            return written + (below if items else "")
        end = "inserted" if block.kind == "divided" else "deleted"
        rest = self._line(block.rest)
        return (
            f'<p class="numbered" id="{block.label}" data-mark="{end}" {block.by}>'
            f"{_numbers(block)} {line}</p>"
            f'<p class="numbered" id="{block.rest.label}">{_numbers(block.rest)} {rest}</p>'
        )

    def _item(self, item: Piece, above: Piece) -> str:
        marked = _marked(item)("") if above.version == "both" else ""
        line = self._line(item, above.version)
        return f'<li{marked}><p class="sub">{_numbers(item)} {line}</p></li>'

    def _row(self, row: Piece, table: Piece) -> str:
        line = self._line(row, table.version)
        if row.kind == "row":
            marked = _marked(row)("") if table.version == "both" else ""
            return f"<tr{marked}><td>{line}</td><td>x</td></tr>"
        cells = f'<p class="cell">{line}</p>'
        if table.version == "both":
            cells = f"<p{_marked(row)('cell')}>{line}</p>"
            other = replace(row, version={"new": "old", "old": "new"}.get(row.version, "both"))
            cells += f"<p{_marked(other)('cell')}>other</p>"
        return f"<tr><td>y</td><td>{cells}</td></tr>"

    def _line(self, piece: Piece, around: str = "both") -> str:
        whole = around if around != "both" else piece.version
        if piece.rest is None and piece.label.endswith("-rest"):
            whole = "both"
        written = ""
        for token in piece.tokens:
            version = token.version if whole == "both" else whole
            inner = self._token(token, version)
            after = {"in": " ", "out": "", "both": " "}[token.space]
            behind = {"in": "", "out": " ", "both": " "}[token.space]
            if whole == "both" and token.kind != "formatted" and version != "both":
                tag = TAGS[version]
                by = f'data-author="{token.author}" data-date="2024-03-12T09:00:00Z"'
                written += f"<{tag} {by}>{inner}{after}</{tag}>{behind}"
            else:
                written += f"{inner} "
        return written

    def _token(self, token: Token, version: str) -> str:
        match token.kind:
            case "em":
                return f"<em>{token.text}</em>"
            case "term":
                return f'<span class="term">{token.text}</span>'
            case "formatted" if version == "both":
                by = f'data-author="{token.author}" data-date="2024-03-12T09:00:00Z"'
                was, inner = {
                    "in": ("em", token.text),
                    "out": ("", f"<strong>{token.text}</strong>"),
                    "both": ("strong term", f"<em>{token.text}</em>"),
                }[token.space]
                return f'<span class="formatted" data-was="{was}" {by}>{inner}</span>'
            case "note":
                for one in ("new", "old") if version == "both" else (version,):
                    self.notes[one] += 1
                number = self.notes["old" if version == "old" else "new"]
                anchor = f"{'was-' if version == 'old' else ''}fn-{number}"
                return (
                    f'{token.text}<span class="footnote" id="{anchor}" data-number="{number}">'
                    f"A note on {token.text}</span>"
                )
            case "ref":
                return self._reference(token, version)
        return token.text

    def _reference(self, token: Token, version: str) -> str:
        targets = [
            block
            for block in self.blocks
            if block.kind in ("numbered", "divided", "joined")
            and (block.version in (version, "both") or block.move)
            and not block.label.startswith("was-")
        ]
        if not targets:
            return token.text
        target = targets[len(token.text) % len(targets)]
        number = target.new
        if version == "old":
            places = [block for block in self.blocks if target.move and block.move == target.move]
            number = next((one.old for one in places if one.old), target.old)
        return (
            f'<a class="ref" href="#{target.label}">paragraph <span class="ref-number" '
            f'data-kind="paragraph" data-target="{target.label}">{number.rstrip(".")}</span></a>'
        )


def _versions(piece: Piece) -> tuple[str, ...]:
    return ("new", "old") if piece.version == "both" else (piece.version,)


def _count(piece: Piece, counts: dict[str, int], *, letters: bool = False) -> None:
    for version in _versions(piece):
        counts[version] += 1
        number = counts[version]
        printed = f"({chr(ord('a') + number - 1)})" if letters else f"{number}."
        setattr(piece, version, printed)


def _numbers(piece: Piece) -> str:
    number = piece.new or piece.old
    had = ""
    if piece.new and piece.old and piece.new != piece.old:
        had = f'<span class="old-number">[{piece.old}]</span>'
    return f'<span class="number">{number}</span>{had}'


def _marked(piece: Piece):  # type: ignore[no-untyped-def]
    def attributes(kind: str) -> str:
        if piece.version == "both":
            return f' class="{kind}"' if kind else ""
        names = f"{kind} {CLASSES[piece.version]}".strip()
        move = f' data-move="{piece.move}"' if piece.move else ""
        return f' class="{names}{" moved" if piece.move else ""}"{move} {piece.by}'

    return attributes
