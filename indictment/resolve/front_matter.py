"""Labels in front matters and in the exhibit list: each must name what its key asks for."""

from collections.abc import Iterable, Sequence

from indictment.diagnostics import Related
from indictment.resolve.charges import PlannedCount
from indictment.resolve.labels import IN_WORDS
from indictment.resolve.lookup import Lookup
from indictment.resolve.names import listed
from indictment.resolve.parts import INCORPORATED, RELIED_ON
from indictment.resolve.rules import CIRCULAR_REFERENCE, WRONG_KIND


def check(planned: Sequence[Sequence[PlannedCount]], lookup: Lookup) -> None:
    """Report every label that does not fit, and counts that refer to each other in a circle."""
    _counts(planned, lookup)
    _circles(planned, lookup)
    _facts(lookup)
    _exhibits(lookup)


def _counts(planned: Sequence[Sequence[PlannedCount]], lookup: Lookup) -> None:
    said = set()
    for group in planned:
        for count in group:
            if count.alternative_to and count.alternative_span not in said:
                said.add(count.alternative_span)
                lookup.wanted(
                    count.alternative_to, count.alternative_span, "a count", "count", "counts"
                )
        head = group[0].source.head
        for i, label in enumerate(head.relies_on):
            named = lookup.wanted(label, head.at("relies-on", i), "a heading", *RELIED_ON)
            if named and not named.targets:
                lookup.faults.append(
                    WRONG_KIND.at(
                        head.at("relies-on", i),
                        f"“{label}” names {IN_WORDS[named.kind]} with no paragraphs:"
                        f" {named.why_none}",
                        help="name a heading with numbered paragraphs below it",
                    )
                )
        for i, label in enumerate(head.incorporates):
            lookup.wanted(
                label,
                head.at("incorporates", i),
                "a heading, a count or a paragraph",
                *INCORPORATED,
            )


def _circles(planned: Sequence[Sequence[PlannedCount]], lookup: Lookup) -> None:
    counts = {count.label: count for group in planned for count in group}
    alternatives = {
        label: [count.alternative_to]
        for label, count in counts.items()
        if count.alternative_to in counts
    }
    for circle in _found(alternatives):
        _say(circle, "alternative-to", counts, lookup)
    incorporated = {
        label: [x for x in count.source.head.incorporates if x in counts]
        for label, count in counts.items()
    }
    for circle in _found(incorporated):
        _say(circle, "incorporates", counts, lookup)


def _found(edges: dict[str, list[str]]) -> Iterable[tuple[str, ...]]:
    """Each circle once, beginning with the first of its counts."""
    done: set[str] = set()
    for start in edges:
        path = [start]
        if start in done:
            continue
        stack = [iter(edges.get(start, ()))]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                done.add(path.pop())
                stack.pop()
            elif following in path:
                yield tuple(path[path.index(following) :])
            elif following not in done:
                path.append(following)
                stack.append(iter(edges.get(following, ())))


_SAYS = {
    "alternative-to": ("is charged in the alternative to", "are charged in the alternative to"),
    "incorporates": ("incorporates", "incorporate"),
}


def _say(circle: Sequence[str], key: str, counts: dict[str, PlannedCount], lookup: Lookup) -> None:
    spans = [
        counts[label].alternative_span
        if key == "alternative-to"
        else counts[label].source.head.at("incorporates")
        for label in circle
    ]
    one, many = _SAYS[key]
    message = f"the count “{circle[0]}” {one} itself"
    if len(circle) > 1:
        names = listed(tuple(f"“{label}”" for label in circle), "and")
        message = f"the counts {names} {many} each other in a circle"
    related = [
        Related(span, f"{key} of “{label}”")
        for span, label in zip(spans[1:], circle[1:], strict=True)
    ]
    lookup.faults.append(
        CIRCULAR_REFERENCE.at(
            spans[0], message, related=related, help=f"take `{key}:` out of one of these counts"
        )
    )


def _facts(lookup: Lookup) -> None:
    for facts in lookup.matter.facts:
        for i, label in enumerate(facts.head.defendants):
            lookup.wanted(label, facts.head.at("defendants", i), "an accused", "accused")


def _exhibits(lookup: Lookup) -> None:
    for exhibit in lookup.exhibits.values():
        entry = exhibit.listed.entry
        if entry.translation_of:
            lookup.wanted(
                entry.translation_of, exhibit.listed.at("translation-of"), "an exhibit", "exhibit"
            )
        if entry.witness:
            lookup.wanted(
                entry.witness, exhibit.listed.at("witness"), "a person in persons.yaml", "person"
            )
