"""What is found once of a state of a document, however many edits are tried: which paragraph is which, and what
each is to become.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from indictment.absorb.comparing import Comparing
from indictment.absorb.pairing import Pairs
from indictment.absorb.target import Lost, Target


@dataclass(slots=True)
class Compared:
    """For one state of a document against one base; `pairs` and `targets` are filled as they are found."""

    pairs: Pairs | None = None
    targets: dict[int, tuple[Target, bool, tuple[Lost, ...]]] = field(default_factory=dict)

    def target(
        self, entry: int, comparing: Comparing, found: Callable[[], Target]
    ) -> tuple[Target, bool]:
        """What the paragraph of an entry of the new state is to become, and whether that is what it was.

        What is lost by it is told to `comparing`.
        """
        if entry not in self.targets:
            before = len(comparing.lost)
            target = found()
            self.targets[entry] = (target, target.is_kept, tuple(comparing.lost[before:]))
        else:
            comparing.lost += self.targets[entry][2]
        target, is_kept, _ = self.targets[entry]
        return target, is_kept
