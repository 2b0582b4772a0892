"""Where it happened, and what a count rests on: places, alternatives, what it relies on and takes in."""

from collections.abc import Iterator, Mapping, Sequence

from indictment.compare.facts import called
from indictment.compare.facts.new_charges import may_be
from indictment.compare.facts.pleaded import Pleaded
from indictment.compare.facts.versions import Versions, listed
from indictment.model.blocks import CrossReference
from indictment.model.redline import Amendment


def amendments(versions: Versions) -> Iterator[Amendment]:
    """The amendments of places, alternatives and references, count by count."""
    for was, now in versions.counts:
        if was is not None and now is not None:
            yield from _places(was, now)
            yield from _alternative(versions, was, now)
            yield from _references(versions, was, now)


def _places(was: Pleaded, now: Pleaded) -> Iterator[Amendment]:
    for place in now.file.places:
        if place not in was.file.places:
            yield Amendment(
                "added",
                "place",
                f"{now.name} is now alleged to have been committed in {place} too",
                was.count.places,
                now.count.places,
                (now.label,),
                tuple(now.against),
                possible_new_charge=True,
                reason=may_be(f"the place {place} was not pleaded in this count before"),
            )
    for place in was.file.places:
        if place not in now.file.places:
            yield Amendment(
                "withdrawn",
                "place",
                f"{now.name} is no longer alleged to have been committed in {place}",
                was.count.places,
                now.count.places,
                (now.label,),
                tuple(now.against),
            )


def _alternative(versions: Versions, was: Pleaded, now: Pleaded) -> Iterator[Amendment]:
    before = versions.count_now.get(was.alternative_to, was.alternative_to)
    if before == now.alternative_to:
        return
    old, new = _printed(was.count.alternative_to), _printed(now.count.alternative_to)
    counts, accused = (now.label,), tuple(now.against)
    if not now.alternative_to:
        yield Amendment(
            "widened",
            "alternative",
            f"{now.name} is no longer charged in the alternative to {old}",
            old,
            "",
            counts,
            accused,
            possible_new_charge=True,
            reason=may_be("a conviction on this count beside the other was not sought before"),
        )
    elif not before:
        words = f"{now.name} is now charged in the alternative to {new}"
        yield Amendment("narrowed", "alternative", words, "", new, counts, accused)
    else:
        words = f"{now.name} is now charged in the alternative to {new}, not to {old}"
        yield Amendment("replaced", "alternative", words, old, new, counts, accused)


def _references(versions: Versions, was: Pleaded, now: Pleaded) -> Iterator[Amendment]:
    for before, after, printed, verbs in (
        (
            was.file.relies_on,
            now.file.relies_on,
            (was.count.relies_on, now.count.relies_on),
            ("is also based on", "is no longer based on"),
        ),
        (
            was.file.incorporates,
            now.file.incorporates,
            (was.count.incorporates, now.count.incorporates),
            ("also takes in", "no longer takes in"),
        ),
    ):
        yield from _of_labels(
            versions,
            now,
            _renamed(versions, before),
            after,
            (_printed(printed[0]), _printed(printed[1])),
            verbs,
        )


def _of_labels(
    versions: Versions,
    now: Pleaded,
    before: Sequence[str],
    after: Sequence[str],
    printed: tuple[str, str],
    verbs: tuple[str, str],
) -> Iterator[Amendment]:
    counts, accused = (now.label,), tuple(now.against)
    added = [label for label in after if label not in before]
    gone = [label for label in before if label not in after]
    if added:
        words = f"{now.name} {verbs[0]} {_named(added, called.passages(versions.after))}"
        them = "these allegations" if len(added) > 1 else "this allegation"
        reason = may_be(f"the count did not rest on {them} before")
        yield Amendment("added", "incorporation", words, *printed, counts, accused,
                        possible_new_charge=True, reason=reason)  # fmt: skip
    if gone:
        old = called.passages(versions.before).items()
        known = {one: f"{words} of the old version" for one, words in old}
        known |= called.passages(versions.after)
        words = f"{now.name} {verbs[1]} {_named(gone, known)}"
        yield Amendment("withdrawn", "incorporation", words, *printed, counts, accused)


def _named(labels: Sequence[str], known: Mapping[str, str]) -> str:
    return listed([known.get(label, f"“{label}”") for label in labels])


def _renamed(versions: Versions, labels: Sequence[str]) -> tuple[str, ...]:
    return tuple(versions.count_now.get(label, label) for label in labels)


def _printed(reference: CrossReference | None) -> str:
    """A reference as it is printed: "paragraphs 4 to 6"."""
    if reference is None:
        return ""
    return "".join(piece.text for piece in reference.pieces)
