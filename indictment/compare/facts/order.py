"""Accused and counts that both versions have, in another order: said, and never a new charge."""

from collections.abc import Iterator, Sequence

from indictment.compare.facts.versions import Versions, listed
from indictment.model.redline import Amendment


def amendments(versions: Versions) -> Iterator[Amendment]:
    """The order of the accused, of the counts, and of the accused in each count."""
    both = [(was, now) for was, now in versions.accused if was and now]
    before = [one.label for one in versions.before.accused]
    if _differs([before.index(was.label) for was, _ in both]):
        kept = {was.label for was, _ in both}
        yield Amendment(
            "reworded",
            "instrument",
            "The accused are named in another order",
            listed([one.heading for one in versions.before.accused if one.label in kept]),
            listed([now.heading for _, now in both]),
        )
    counts = [(was, now) for was, now in versions.counts if was and now]
    places = {
        count.label: at
        for at, count in enumerate(c for group in versions.before.counts for c in group.counts)
    }
    if _differs([places[was.label] for was, _ in counts]):
        old = sorted((was for was, _ in counts), key=lambda was: places[was.label])
        yield Amendment(
            "reworded",
            "instrument",
            "The counts stand in another order",
            "; ".join(was.name for was in old),
            "; ".join(now.name for _, now in counts),
        )
    for was, now in counts:
        here = [versions.now.get(label, label) for label in was.against]
        charged = [label for label in now.against if label in here]
        if _differs([here.index(label) for label in charged]):
            old_order = [label for label in here if label in now.against]
            words = f"The accused are named in another order in {now.name}"
            shown = versions.names(old_order), versions.names(charged)
            yield Amendment("reworded", "count", words, *shown, (now.label,))


def _differs(places: Sequence[int]) -> bool:
    """Whether what both versions have stands otherwise; `places` are the old ones in the new order."""
    return list(places) != sorted(places)
