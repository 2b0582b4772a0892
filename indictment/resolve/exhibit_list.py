"""Exhibits and where they are cited -> the lines of the exhibit list."""

from collections import defaultdict
from collections.abc import Sequence

from indictment.model.blocks import ExhibitCitation, Target
from indictment.model.court import Court
from indictment.model.indictment import ListedExhibitRow, Numbered
from indictment.resolve import dates
from indictment.resolve.exhibits import Exhibit
from indictment.resolve.inlines import Used
from indictment.resolve.typography import set_words


def rows(
    exhibits: Sequence[Exhibit], used: Sequence[Used], court: Court
) -> tuple[ListedExhibitRow, ...]:
    """The list, in its order; each line says in which paragraphs and notes it is cited."""
    cited_in: dict[str, dict[Target, None]] = defaultdict(dict)
    cited_at: dict[str, list[ExhibitCitation]] = defaultdict(list)
    for use in used:
        if use.target:
            cited_in[use.label][use.target] = None
        if use.citation:
            cited_at[use.label].append(use.citation)
    return tuple(
        _row(x, tuple(cited_in[x.label]), tuple(cited_at[x.label]), court) for x in exhibits
    )


def _row(
    exhibit: Exhibit,
    cited_in: tuple[Target, ...],
    cited_at: tuple[ExhibitCitation, ...],
    court: Court,
) -> ListedExhibitRow:
    entry = exhibit.listed.entry
    is_authority = entry.role == "authority"
    date = dates.date(entry.date, court)
    return ListedExhibitRow(
        label=exhibit.label,
        anchor=exhibit.anchor,
        mark=exhibit.mark,
        title=set_words(entry.title),
        author=set_words(entry.author),
        kind=entry.kind,
        symbol=set_words(entry.symbol),
        date=date if date or is_authority else court.words.undated,
        vote=entry.vote.replace("-", "–"),
        url=entry.url,
        captured=dates.date(entry.captured, court),
        ern=set_words(entry.ern),
        held=set_words(entry.held),
        language=entry.language,
        pages=exhibit.pages,
        classification=entry.classification,
        is_authority=is_authority,
        has_file=exhibit.has_file,
        cited_in=cited_in,
        cited_at=cited_at,
        span=exhibit.listed.at(),
    )


def index(exhibits: Sequence[Exhibit], heading: str) -> list[Numbered]:
    """The exhibits as things that a reader names: by mark, or an authority by its short title."""
    return [
        Numbered(
            "exhibit",
            x.mark or x.short,
            x.anchor,
            x.label,
            x.listed.at(),
            (heading, x.mark or x.short),
        )
        for x in exhibits
    ]
