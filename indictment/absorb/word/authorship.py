"""Who made a tracked change, and when: the attributes of `w:ins`, `w:del` and their like.

A date is given as an instant in UTC. Word writes its own clock's time and puts a Z behind it; newer
versions add the true instant (`w16du:dateUtc`), which is taken where it is there. A date without a
zone (LibreOffice, Google Docs) is taken as it stands. 1970-01-01 is what LibreOffice writes where it
was told to leave dates out, so it counts as none.
"""

from datetime import UTC, datetime

from indictment.absorb.word.ooxml import W16DU, Element, val
from indictment.model.redline import Authorship


def authorship(mark: Element) -> Authorship:
    """The author of a mark, "" where it has none, and its date."""
    return Authorship(
        " ".join(val(mark, "author").split()),
        instant(mark.get(f"{W16DU}dateUtc") or val(mark, "date")),
    )


def instant(written: str) -> str:
    """An instant in UTC (2022-05-09T10:00:00Z); "" for what is no date."""
    try:
        found = datetime.fromisoformat(written.strip())
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return "" if found.year <= 1970 else found.strftime("%Y-%m-%dT%H:%M:%SZ")
