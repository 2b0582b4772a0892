"""The list of exhibits -> how wide its columns are: those in which it is shortest."""

from collections.abc import Sequence

from indictment.model.indictment import ListedExhibitRow

_NUMBER, _DATE, _PAGES = 8, 18, 10
_CITED_IN = 14, 22, 30, 38
"""Shares of the last column, in per cent; what the others leave is that of the document."""
_SIGNS = 0.95
"""Signs on a line for each per cent of the text's width: sixteen centimetres in ten points."""
_GAIN = 0.8
"""A wider column has to make the list as short as that, or the first of them is kept."""


def exhibits(rows: Sequence[ListedExhibitRow]) -> tuple[int, ...]:
    """The widths of number, document, date, pages and "cited in", in per cent of the text's.

    An exhibit that thirty paragraphs cite would take half a page in a narrow column.
    """
    listed = [row for row in rows if not row.is_authority]
    narrow, *wider = _CITED_IN
    best, least = narrow, _GAIN * _lines(listed, narrow)
    for share in wider:
        if (lines := _lines(listed, share)) < least:
            best, least = share, lines
    return _NUMBER, _document(best), _DATE, _PAGES, best


def _document(cited_in: int) -> int:
    return 100 - _NUMBER - _DATE - _PAGES - cited_in


def _lines(rows: Sequence[ListedExhibitRow], cited_in: int) -> int:
    """About how many lines the list has."""
    return sum(
        max(
            _of(len(f"{row.author}, {row.title}, {row.symbol}"), _document(cited_in)),
            _of(sum(len(place.text) + 2 for place in row.cited_in), cited_in),
        )
        for row in rows
    )


def _of(signs: int, share: int) -> int:
    return 1 + int(signs / (_SIGNS * share))
