"""A sentence -> the groups in it that act, decide or know, where the act of each must be pleaded.

Three sorts: the accused as a body ("the defendants"), others beside an accused ("with others"), and
bodies without a face ("the leadership"). "They" is read together with what stands before it.
"""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from indictment.check.language import Exact, apart
from indictment.check.language.accused_bodies import ACCUSED, of_accused, of_names, of_pairs
from indictment.check.language.bodies import bodies
from indictment.check.language.others import others
from indictment.check.language.they import PERSONS, They, they

_OF_THEM = Exact(r"^(?:[Tt]he\s\w+|[Bb]oth|[Aa]ll)\sof\sthem\b")
Sort = Literal["accused", "others", "body", "they"]


class Group(NamedTuple):
    """A group as an actor: where the words stand, and of which sort it is."""

    begin: int
    end: int
    sort: Sort


def groups(
    text: str,
    named: Collection[int],
    *,
    accused: int,
    is_of_one: bool,
    before: str = "",
    before_named: Collection[int] = (),
) -> Iterator[Group]:
    """The groups that act in a sentence, in order.

    `named` is where the names of accused stand in it, `accused` how many the matter has. `is_of_one`
    is true where its paragraph is about one of them. `before` is the sentence before.
    """
    found: dict[tuple[int, int], Sort] = {}
    if accused > 1:
        follows_several = (
            len(before_named) > 1
            or ACCUSED.search(before) is not None
            or (_OF_THEM.search(text) is not None and not PERSONS.search(before))
        )
        found |= dict.fromkeys(of_pairs(text, named, follows_several=follows_several), "accused")
    found |= dict.fromkeys(of_accused(text, named, accused, is_of_one=is_of_one), "accused")
    if accused > 1:
        found |= dict.fromkeys(of_names(text), "accused")
    found |= dict.fromkeys(others(text, named), "others")
    found |= dict.fromkeys(bodies(text), "body")
    those = They(text, named, before, before_named, accused)
    found |= dict.fromkeys(they(those, list(found), _acting(those)), "they")
    for begin, end in apart(found):
        yield Group(begin, end, found[begin, end])


def _acting(those: They) -> bool:
    """True where a group acts at the end of the sentence before."""
    if not those.is_asked:
        return False
    before = those.before
    return any(
        group.end > len(before) // 3 or group.sort != "others"
        for group in groups(
            before, those.before_named, accused=those.accused, is_of_one=those.accused < 2
        )
    )
