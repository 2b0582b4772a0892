"""Two versions of an indictment -> the names that neither of them may print any more, and a text without them."""

import re

from indictment.model.indictment import Indictment
from indictment.model.people import Person
from indictment.value import dataclass

_SHORTEST = 3
"""Letters of a last name that is withheld where it stands alone."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Names of persons who are protected in one version and were named in the other.

    Calling it gives a text in which each of them is `instead`.
    """

    names: tuple[str, ...]
    instead: str

    def __call__(self, text: str) -> str:
        """The text without the names, however their words are spaced."""
        if not self.names:
            return text
        forms = (r"\s+".join(re.escape(word) for word in name.split()) for name in self.names)
        return re.sub(
            rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", self.instead, text, flags=re.IGNORECASE
        )


def withheld(before: Indictment, after: Indictment) -> Withheld:
    """What a comparison of two versions withholds: it would tell who a protected person is."""
    old, new = _persons(before), _persons(after)
    names: set[str] = set()
    for label in {*old, *new}:
        both = [one for one in (old.get(label), new.get(label)) if one]
        if any(one.protected for one in both):
            pseudonyms = {one.printed for one in both if one.protected}
            for one in both:
                if not one.protected:
                    names |= set(_names(one)) - pseudonyms
    # the longest first, so that no part of a name is left
    return Withheld(tuple(sorted(names, key=lambda n: (-len(n), n))), after.court.words.redacted)


def _persons(indictment: Indictment) -> dict[str, Person]:
    persons = indictment.matter.persons
    return dict(persons.persons) if persons else {}


def _names(person: Person) -> tuple[str, ...]:
    whole = tuple(name for name in (person.printed, person.native, *person.aliases) if name)
    last = tuple(name.split()[-1] for name in (person.printed, person.native) if name.split())
    return (*whole, *(one for one in last if len(one) >= _SHORTEST))
