"""Which piece of the indictment stands on which page of the bundle, kept from the last build."""

import hashlib
import json
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from indictment.machine.cache import Cache
from indictment.model.indictment import Indictment

if TYPE_CHECKING:
    from indictment.model.bundle import BundlePlan

_KINDS = ("heading", "count", "paragraph", "annex")


def keep(
    cache: Cache, indictment: Indictment, pages: Mapping[str, int], plan: "BundlePlan"
) -> None:
    """Keep what stands on each page: for a page of the indictment the first piece that begins on
    it, or the last one before it; for a page of an exhibit the exhibit.
    """
    found: dict[int, str] = {}
    begins = sorted(
        ((pages[n.anchor], order, n.anchor) for order, n in enumerate(indictment.numbered)
         if n.kind in _KINDS and n.anchor in pages),
    )  # fmt: skip
    for page, _, anchor in reversed(begins):
        found[page] = anchor
    known = sorted(found)
    for page, following in pairwise([*known, plan.indictment_pages + 1]):
        last = next(a for p, _, a in reversed(begins) if p == page)
        found.update(dict.fromkeys(range(page + 1, following), last))
    marks = {n.label: n.anchor for n in indictment.numbered if n.kind == "exhibit"}
    for exhibit in plan.exhibits:
        span = range(exhibit.divider, exhibit.last + 1)
        found.update(dict.fromkeys(span, marks.get(exhibit.label, "")))
    cache.put(_name(indictment), json.dumps({str(p): a for p, a in sorted(found.items())}).encode())


def kept(cache: Cache, indictment: Indictment) -> Mapping[int, str] | None:
    """What `keep` kept for the same sources; None where they were changed since."""
    data = cache.get(_name(indictment))
    return (
        None if data is None else {int(page): anchor for page, anchor in json.loads(data).items()}
    )


def _name(indictment: Indictment) -> str:
    sources = hashlib.sha256()
    for file, lines in sorted(indictment.matter.texts.items()):
        sources.update("\n".join((file, *lines, "")).encode("utf-8", "surrogatepass"))
    for label, facts in sorted(indictment.exhibit_facts.items()):
        sources.update(f"{label} {facts.sha256}\n".encode())
    return f"bundle-pages-{sources.hexdigest()}.json"
