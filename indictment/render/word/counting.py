"""How far Word has counted a list in one version of a redline.

A paragraph has one `w:num` for both versions. Which one serves may show only at a later paragraph:
then those that a single version has, since the last that both have, are given another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from indictment.render.word.xml import Element, W


@dataclass(frozen=True, slots=True)
class Step:
    """A numbered paragraph that only one version has: its level, its number, the list it uses.

    `levels` and `begun` are what was counted before it.
    """

    level: int
    text: str
    used: int
    levels: Mapping[int, int]
    begun: frozenset[int]
    paragraph: Element | None = None


@dataclass(slots=True)
class Count:
    """How far Word has counted in one version: by level, and the lists that it has begun.

    `placed` are the numbers and paragraphs above what comes next; `steps` the paragraphs that only
    this version has, since the last one that both have.
    """

    levels: Mapping[int, int] = field(default_factory=dict)
    begun: frozenset[int] = frozenset()
    placed: dict[int, tuple[str, Element]] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    lists: dict[int, int] = field(default_factory=dict)
    """The list that its last paragraph of a level used."""

    def next(self, level: int, used: int, restarts: int | None) -> int:
        """The number that Word gives next at `level` under the list `used`.

        `restarts` is the level at which that list begins again where it is used first.
        """
        return 1 if restarts == level and used not in self.begun else self.levels.get(level, 0) + 1

    def go_on(self, level: int, used: int, number: int) -> None:
        """A paragraph of `level` has that number."""
        if used not in self.begun:
            self.begun |= {used}
        self.lists[level] = used
        kept = {upper: n for upper, n in self.levels.items() if upper < level}
        self.levels = kept | {level: number}
        self.placed = {upper: known for upper, known in self.placed.items() if upper < level}

    def step(self, level: int, used: int, number: int, text: str) -> None:
        """A paragraph of `level`, which only this version has, has that number."""
        self.steps.append(Step(level, text, used, self.levels, self.begun))
        self.go_on(level, used, number)

    def place(self, paragraph: Element, level: int, own: str) -> None:
        """The last paragraph is written."""
        self.placed[level] = (own, paragraph)
        if self.steps and self.steps[-1].paragraph is None:
            self.steps[-1] = replace(self.steps[-1], paragraph=paragraph)

    def with_list(
        self, level: int, fresh: int, printed: Callable[[int, int], str]
    ) -> "Count | None":
        """The count as if the list `fresh`, which begins again at `level`, had been used earlier.

        It is used from the last of the steps on that has the first number of that level. None where
        there is none, or where Word would then print another number. `printed` is the number of a
        level as it is printed.
        """
        first = printed(level, 1)
        at = max(
            (n for n, step in enumerate(self.steps) if (step.level, step.text) == (level, first)),
            default=None,
        )
        if at is None:
            return None
        begun = self.steps[at]
        made = Count(begun.levels, begun.begun, self.placed, self.steps[:at], dict(self.lists))
        for number, step in enumerate(self.steps[at:]):
            counted = 1 if number == 0 else made.levels.get(step.level, 0) + 1
            if printed(step.level, counted) != step.text:
                return None
            made.steps.append(replace(step, used=fresh, levels=made.levels, begun=made.begun))
            made.go_on(step.level, fresh, counted)
        made.placed = self.placed
        return made

    def rewrite(self) -> None:
        """Write the lists of the steps into their paragraphs."""
        for step in self.steps:
            if step.paragraph is not None:
                for used in step.paragraph.iterfind(f"{W}pPr/{W}numPr/{W}numId"):
                    used.set(W + "val", str(step.used))
