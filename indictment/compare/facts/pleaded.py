"""A count of an indictment -> what it charges against each accused, with everything filled in."""

from collections.abc import Iterator, Mapping

from indictment.model.charges import Charge, CountFile, CountHead
from indictment.model.dates import Period
from indictment.model.indictment import Count, Indictment
from indictment.model.offence import Choice, Offence
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Basis:
    """One way in which an accused may be convicted: a form of conduct by a mode of liability.

    Each is the label that the count file uses; "" where the count names none.
    """

    conduct: str
    mode: str
    alternative: bool = False
    """Whether the mode is charged in the alternative."""


@dataclass(frozen=True, slots=True)
class Alleged:
    """A period as it is written and as it is printed."""

    period: Period | None
    printed: str


@dataclass(frozen=True, slots=True)
class Pleaded:
    """A count: as printed, as written, its offence, and what it charges by the accused's label."""

    count: Count
    file: CountFile
    alternative_to: str
    offence: Offence | None
    against: Mapping[str, Mapping[Basis, tuple[Alleged, ...]]]

    @property
    def label(self) -> str:
        """The count's label."""
        return self.count.label

    @property
    def name(self) -> str:
        """What a reader calls it: "Count 1 (Pillage)"."""
        return f"Count {self.count.printed} ({self.count.title})"

    def conduct(self, accused: str) -> tuple[str, ...]:
        """The forms of conduct charged against an accused, in order, each once."""
        return tuple(dict.fromkeys(b.conduct for b in self.against.get(accused, ()) if b.conduct))

    def modes(self, accused: str, *, alternative: bool) -> tuple[str, ...]:
        """The modes charged against an accused, plainly or in the alternative."""
        bases = self.against.get(accused, ())
        return tuple(
            dict.fromkeys(b.mode for b in bases if b.mode and b.alternative is alternative)
        )

    def conduct_printed(self, label: str) -> str:
        """A form of conduct in the words of the court."""
        choice = _choice(self.offence.conduct if self.offence else (), label)
        return choice.printed if choice else label

    def mode_provision(self, label: str) -> str:
        """The provision on which a mode of liability rests."""
        choice = _choice(self.offence.modes if self.offence else (), label)
        return choice.provision if choice else ""

    def mode_printed(self, label: str) -> str:
        """A mode of liability in the words of the court, with its provision."""
        choice = _choice(self.offence.modes if self.offence else (), label)
        if choice is None:
            return label
        return f"{choice.printed} ({choice.provision})" if choice.provision else choice.printed


def counts(indictment: Indictment) -> tuple[Pleaded, ...]:
    """The counts of the indictment, in order."""
    written = {label: (file, head) for label, file, head in _written(indictment)}
    return tuple(
        _pleaded(indictment, count, *written[count.label])
        for group in indictment.counts
        for count in group.charged
        if count.label in written
    )


def _written(indictment: Indictment) -> Iterator[tuple[str, CountFile, CountHead | None]]:
    for particulars in indictment.matter.counts:
        file = particulars.head
        for head in file.counts:
            yield head.id, file, head
        if not file.counts:
            yield file.id or particulars.label, file, None


def _pleaded(
    indictment: Indictment, count: Count, file: CountFile, head: CountHead | None
) -> Pleaded:
    alternative = (head and head.alternative_to) or file.alternative_to or ""
    against: dict[str, dict[Basis, tuple[Alleged, ...]]] = {}
    charges = (head and head.charges) or file.charges or (Charge(),)
    # resolve prints the charges one for one, so each has its line
    for charge, line in zip(charges, count.charges, strict=True):
        alleged = Alleged(charge.period or file.period, line.period or count.period)
        for accused in line.labels:
            known = against.setdefault(accused, {})
            for basis in _bases(charge, file):
                had = known.get(basis, ())
                known[basis] = had if alleged in had else (*had, alleged)
    return Pleaded(
        count=count,
        file=file,
        alternative_to=alternative if alternative != count.label else "",
        offence=indictment.matter.offences.get(count.offence),
        against=against,
    )


def _bases(charge: Charge, file: CountFile) -> Iterator[Basis]:
    modes = [(mode, False) for mode in charge.modes or file.modes]
    modes += [(mode, True) for mode in charge.alternative_modes or file.alternative_modes]
    for conduct in charge.conduct or file.conduct or ("",):
        for mode, alternative in modes or [("", False)]:
            yield Basis(conduct, mode, alternative)


def _choice(choices: tuple[Choice, ...], label: str) -> Choice | None:
    return next((choice for choice in choices if choice.id == label), None)
