"""The pieces of a line -> HTML. The filter `inline` of the templates."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from indictment.model.blocks import (
    Break,
    CrossReference,
    ExhibitCitation,
    Foreign,
    Inline,
    Name,
    Note,
    NoteCall,
    Redacted,
    Run,
    Styled,
    Target,
)

if TYPE_CHECKING:
    from markupsafe import Markup

_named = lru_cache(maxsize=1 << 14)(escape)
"""Labels, anchors and numbers, which stand again and again."""
_STYLES = {
    "emphasis": ("<em>", "</em>"),
    "strong": ("<strong>", "</strong>"),
    "term": ('<span class="term">', "</span>"),
}


def inline(pieces: Iterable[Inline]) -> "Markup":
    """The pieces as HTML of the vocabulary, escaped."""
    from markupsafe import Markup

    return Markup(_line(pieces))


def reference(crossing: CrossReference) -> "Markup":
    """A cross-reference as HTML: one link, in which each number is marked."""
    from markupsafe import Markup

    return Markup(_reference(crossing))


def target(place: Target) -> "Markup":
    """One number of a list of places ("cited in 32, 41"), as a link."""
    from markupsafe import Markup

    return Markup(_link("ref", place.anchor, _number(place)))


def mark(place: Target) -> "Markup":
    """An exhibit's mark, or an authority's short title, as a link to its line in the list."""
    from markupsafe import Markup

    return Markup(_link("mark", place.anchor, escape(place.text, quote=False)))


def plain(pieces: Iterable[Inline]) -> str:
    """The words of a line without notes and marks."""
    return "".join(_plain(piece) for piece in pieces)


def _line(pieces: Iterable[Inline], linked: bool = False) -> str:
    """`linked`: the line stands in a link, and a link holds no other."""
    return "".join(_piece(piece, linked) for piece in pieces)


def _piece(piece: Inline, linked: bool) -> str:
    match piece:
        case Run(text):
            return escape(text, quote=False)
        case Styled(style, content):
            before, after = _STYLES[style]
            return f"{before}{_line(content, linked)}{after}"
        case Break():
            return "<br>"
        case Foreign(lang, content):
            return f'<span lang="{escape(lang)}">{_line(content, linked)}</span>'
        case Redacted(code, content):
            reason = f' data-code="{escape(code)}"' if code else ""
            return f'<span class="redaction"{reason}>{_line(content, linked)}</span>'
        case Name():
            return _name(piece, linked)
        case CrossReference():
            return _reference(piece, linked)
        case ExhibitCitation():
            return _citation(piece, linked)
        case NoteCall(note):
            return _note(note)


def _name(name: Name, linked: bool) -> str:
    kind = "name accused" if name.accused else "name"
    words = f'<span class="{kind}" data-label="{_named(name.label)}">{escape(name.text)}</span>'
    return _link("name-link", name.anchor, words) if name.anchor and not linked else words


def _reference(crossing: CrossReference, linked: bool = False) -> str:
    words = "".join(
        _number(piece) if isinstance(piece, Target) else escape(piece.text, quote=False)
        for piece in crossing.pieces
    )
    first = next((piece for piece in crossing.pieces if isinstance(piece, Target)), None)
    return _link("ref", first.anchor, words) if first and not linked else words


def _number(place: Target) -> str:
    return (
        f'<span class="ref-number" data-kind="{place.kind}" '
        f'data-target="{_named(place.anchor)}">{_named(place.text)}</span>'
    )


def _citation(cited: ExhibitCitation, linked: bool) -> str:
    words = _line(cited.content, True)
    if linked:
        return words
    return (
        f'<a class="cite" href="#exhibit-{_named(cited.label)}" '
        f'data-exhibit="{_named(cited.label)}" data-cite="{cited.number}" '
        f'data-page="{cited.page}">{words}</a>'
    )


def _note(note: Note) -> str:
    return (
        f'<span class="footnote" id="{_named(note.anchor)}" data-number="{note.number}">'
        f"{_line(note.content)}</span>"
    )


def _link(kind: str, anchor: str, words: str) -> str:
    return f'<a class="{kind}" href="#{_named(anchor)}">{words}</a>'


def _plain(piece: Inline) -> str:
    match piece:
        case Run(text) | Name(text=text):
            return text
        case Break():
            return " "
        case CrossReference(pieces):
            return "".join(part.text for part in pieces)
        case NoteCall():
            return ""
        case _:
            return plain(piece.content)
