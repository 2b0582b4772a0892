"""offences/ -> the offences that the counts charge, whole: with what they extend and their modes.

The library holds many offences; only those are read that the matter names, and its own files.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from indictment.diagnostics import Diagnostic
from indictment.model.offence import Offence
from indictment.parse.law_binding import Binding
from indictment.parse.law_files import LIABILITY, OFFENCES, Files
from indictment.parse.reading import Reader


@dataclass(slots=True)
class Law:
    """The law of a matter: its own files, and below them those that come with the tool."""

    own: Reader
    own_files: frozenset[str]
    shipped: Reader
    shipped_files: frozenset[str]
    faults: list[Diagnostic] = field(default_factory=list)
    files: Files = field(init=False)

    def __post_init__(self) -> None:
        self.files = Files(self.own, self.own_files, self.shipped, self.shipped_files)

    def available(self) -> frozenset[str]:
        """The labels of all offences that a count may name."""
        return self.files.names(OFFENCES)

    def read(self, wanted: Iterable[str]) -> dict[str, Offence]:
        """The offences `wanted`, and those of the matter's own that the tool has not, by label."""
        for name in self.files.of_the_matter(LIABILITY):
            self.files.liability(name)
        binding = Binding(self.files)
        found: dict[str, Offence] = {}
        known = (each for each in wanted if each in self.available())
        for label in sorted({*self.files.of_the_matter(OFFENCES), *known}):
            offence = binding.whole(label)
            if offence is None:
                self.own.unread.add(label)
            else:
                found[label] = offence
        self.faults.extend(dict.fromkeys(binding.faults))
        self.own.diagnostics.extend(self.shipped.diagnostics)
        self.own.texts.update(self.shipped.texts)
        return found
