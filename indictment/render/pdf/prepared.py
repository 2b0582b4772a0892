"""page.html -> the same page as WeasyPrint reads it."""

import re
from html import escape, unescape

from indictment.render.page.contents import HEADING_LINE, words

_DATE = re.compile(r'<meta name="date" content="([^"]*)">')
_SUBJECT = '<meta name="subject"'
_SPAN = re.compile(r"<(/?)span\b[^>]*>")
_NOTE = '<span class="footnote"'
_ADJACENT = f"</span>{_NOTE}"
_NUMBER = re.compile(r'(<span class="number"[^>]*>[^<]*)</span> ')

_REFERENCE = re.compile(
    r'<a class="ref" href="([^"]*)"><span class="ref-number"([^>]*)>([^<]*)</span></a>'
)

_LONG = re.compile(r'<span class="number">(?=[^<]{6,}</span> )')
"""A number that may need more room than its column has: 132AA."""
_LONG_NOTE = re.compile(r'<span class="footnote"(?= id="[^"]*" data-number="([^"]{4,})")')
"""The number of a note from the thousandth on: 1000, 1000A."""


def prepared(page: str) -> str:
    """`page` with the metadata that becomes the PDF's title, author, subject and dates.

    The dates come from the matter alone, so that the same matter gives the same bytes. The space
    after a paragraph's number goes into the number's box, where justified lines do not stretch it.
    A long number says so, that its box may be wider than the others; that of a note says how long it is.
    A note whose mark follows another mark says so, that the two numbers may stand apart.
    A heading with a note gets the words of its bookmark, without the note.
    """

    def dates(found: re.Match[str]) -> str:
        return (
            f'<meta name="dcterms.created" content="{found[1]}">'
            f'<meta name="dcterms.modified" content="{found[1]}">'
        )

    def bookmark(found: re.Match[str]) -> str:
        if 'class="footnote"' not in found[3]:
            return found[0]
        label = escape(unescape(re.sub(r"<[^>]*>", "", words(found[3]))))
        level, attributes, inner = found.groups()
        return f'<h{level}{attributes} data-bookmark="{label}">{inner}</h{level}>'

    page = _LONG_NOTE.sub(lambda found: f'{found[0]} data-long="{len(found[1])}"', page)
    page = _apart(page)
    page = HEADING_LINE.sub(bookmark, page)
    page = _DATE.sub(dates, page, count=1).replace(_SUBJECT, '<meta name="description"', 1)
    return _NUMBER.sub(r"\1 </span>", _LONG.sub('<span class="number" data-long="1">', page))


def plain_references(page: str) -> str:
    """`page`, in which a reference that is nothing but a number is one element, and not two: a list of
    exhibits of twelve pages has three thousand.
    """
    return _REFERENCE.sub(r'<a class="ref ref-number" href="\1"\2>\3</a>', page)


def _apart(page: str) -> str:
    """Marks each note that directly follows another with `data-follows-note`."""
    if _ADJACENT not in page:
        return page
    pieces: list[str] = []
    is_note: list[bool] = []
    end = ended_note = 0
    for tag in _SPAN.finditer(page):
        if tag[1]:
            ended_note = tag.end() if is_note.pop() else ended_note
            continue
        is_note.append(tag[0].startswith(_NOTE))
        if is_note[-1] and ended_note == tag.start() > 0:
            pieces += [page[end : tag.start()], _NOTE, ' data-follows-note="1"']
            end = tag.start() + len(_NOTE)
    return "".join((*pieces, page[end:]))
