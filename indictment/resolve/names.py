"""The accused and other persons -> their names as the court prints them."""

from collections.abc import Mapping

from indictment.model.blocks import Inline, Name, Run
from indictment.model.court import Court
from indictment.model.matter import Defendant, Matter
from indictment.resolve.series import by_name
from indictment.resolve.typography import set_words
from indictment.value import dataclass


def styled(name: str, court: Court) -> str:
    """A name of an accused in the style of the court."""
    printed = set_words(name)
    return printed.upper() if court.accused_style == "capitals" else printed


def short(accused: Defendant) -> str:
    """The short form of an accused as written."""
    return accused.head.short or accused.head.name


def accused_in_order(matter: Matter) -> list[Defendant]:
    """The accused in the order of their files."""
    return sorted(matter.defendants, key=lambda defendant: by_name(defendant.prose.file))


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a matter by label."""

    known: Mapping[str, Name]

    @staticmethod
    def of(matter: Matter) -> "Names":
        """Names of accused link to the part on them, where the form prints it."""
        court = matter.court
        linked = "accused" in court.order
        known: dict[str, Name] = {}
        for accused in matter.defendants:
            anchor = f"x-{accused.label}" if linked else ""
            known.setdefault(
                accused.label, Name(accused.label, styled(short(accused), court), True, anchor)
            )
        for label, person in (matter.persons.persons if matter.persons else {}).items():
            known.setdefault(label, Name(label, set_words(person.printed), False))
        return Names(known)

    def joined(self, labels: tuple[str, ...], last: str) -> tuple[Inline, ...]:
        """The names in a row, with the word `last` before the last: "A, B and C"."""
        out: list[Inline] = []
        for i, label in enumerate(labels):
            if i:
                out.append(Run(f" {last} " if i == len(labels) - 1 else ", "))
            out.append(self.known[label])
        return tuple(out)


def listed(words: tuple[str, ...], last: str) -> str:
    """Words in a row, with the word `last` before the last: "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def alternatives(words: tuple[str, ...], last: str) -> str:
    """Words of which each may be the one proved: "A", "A and/or B", "A, B, and/or C"."""
    if len(words) < 3:
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"
