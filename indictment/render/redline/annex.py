"""Redline -> the cover and the annex "Schedule of amendments", in the vocabulary of the page."""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from typing import Any

from indictment.diagnostics import Outcome
from indictment.model.dates import WrittenDate
from indictment.model.redline import Change, Redline
from indictment.render.page import checking
from indictment.render.page.dead_links import ANCHOR
from indictment.render.page.environment import Origins, environment
from indictment.render.page.lookup import Load, TemplateFolder
from indictment.render.page.template_errors import TemplateFault, run
from indictment.render.redline import schedule
from indictment.render.redline.amendment import NO_COLOUR, colour_of
from indictment.render.redline.excerpt import excerpt

_LINKED = re.compile(r'<a [^>]*href="#([^"]+)"')
_FIRST = re.compile(r"<(section|nav)\b[^>]*>")
_LONGEST = 120
"""How many words a stretch of new or withdrawn text has in the table of changes at most."""


def annex(
    redline: Redline, load: Load, hashes: tuple[str, str] = ("", ""), *, has_cover: bool = False
) -> Outcome[str]:
    """The schedule of amendments as a part of the redline's page.

    Behind a cover it does not say again what the cover says: the marks, the totals.
    `load` gives the bytes of a file of the matter; `hashes` are the SHA-256 of the text with all
    changes rejected and with all accepted, said in the line on what may be trusted where they are given.
    Faults of a template are diagnostics at its line; the value is then None.
    """
    return _written("schedule.html", redline, load, hashes, has_cover=has_cover)


def cover(redline: Redline, load: Load, hashes: tuple[str, str] = ("", "")) -> Outcome[str]:
    """The first part of a redline: what was compared with what, the marks, the totals."""
    return _written("schedule-cover.html", redline, load, hashes)


def bound(page: str, cover: str, annex: str) -> str:
    """The redline's page with the cover before its first part and the annex behind its last."""
    first = _FIRST.search(page)
    if cover and first is not None:
        # what stood first begins a page now
        opening = first[0]
        if first[1] == "section" and "data-page=" not in opening:
            opening = opening.removesuffix(">") + ' data-page="new">'
        page = f"{page[: first.start()]}{cover}{opening}{page[first.end() :]}"
    before, end, after = page.rpartition("</body>")
    return f"{before}{annex}{end}{after}" if end else page + annex


def _written(
    template: str,
    redline: Redline,
    load: Load,
    hashes: tuple[str, str],
    *,
    has_cover: bool = False,
) -> Outcome[str]:
    after = redline.after
    folder = TemplateFolder(after.matter.caption.court, load)
    origins = Origins()
    anchors = frozenset(unescape(anchor) for anchor in ANCHOR.findall(redline.page))
    evidence = schedule.evidence_of(redline)

    def cited(change: Change) -> tuple[str, ...]:
        return schedule.cited_at(change, evidence)

    filters: dict[str, Callable[..., Any]] = {
        "excerpt": lambda change: excerpt(change, longest=_LONGEST),
        "cited": cited,
        "day": lambda instant: after.court.printed_date(WrittenDate.read(instant[:10])),
        "there": lambda anchor: anchor in anchors,
    }
    ordinal = after.matter.caption.version.ordinal
    is_coded = after.court.amendment_colours == "code"
    given: Mapping[str, Any] = {
        "schedule": schedule.schedule(redline),
        "title_page": after.title_page,
        "court": after.court,
        "words": after.court.words,
        "old_hash": hashes[0],
        "new_hash": hashes[1],
        "has_cover": has_cover,
        "amended": ordinal if is_coded else 0,
        "colour": colour_of(ordinal, after.title_page.instrument)
        if after.court.amendment_colours == "colours"
        else NO_COLOUR,
    }
    try:
        part = run(environment(folder, filters, origins), template, given)
    except TemplateFault as fault:
        return Outcome(None, (fault.diagnostic,))
    found = checking.check(_whole(part), origins)
    if found:
        return Outcome(None, found)
    return Outcome(checking.without_origins(part))


def _whole(part: str) -> str:
    """A page that holds the part, and everything of the redline's page that it leads to."""
    own = set(ANCHOR.findall(part))
    lead = "".join(
        f'<p class="unnumbered" id="{escape(unescape(anchor))}"></p>'
        for anchor in dict.fromkeys(_LINKED.findall(part))
        if anchor not in own
    )
    return f"<html><head></head><body>{part}{lead}</body></html>"
