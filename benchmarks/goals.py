"""The figures that the benchmarks are made for: ours over a peer's, and what it is to be at most."""

from dataclasses import dataclass

from benchmarks.figures import BREAKS, Figures, ratio


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio of two programs on the matter of so many pages. `before` compares ours with itself on a smaller one."""

    title: str
    pages: int
    ours: str
    peer: str
    most: float
    of: str = "wall"
    before: int = 0

    def ratio(self, figures: Figures, form: str = BREAKS, of: str = "") -> float | None:
        """What was measured; nothing where one of the two was not. `of` compares something else of the same runs."""
        one = figures.of(self.pages, form)
        other = figures.of(self.before or self.pages, form)
        if not one or not other or self.ours not in one.runs or self.peer not in other.runs:
            return None
        return ratio(one.runs[self.ours], other.runs[self.peer], of or self.of)


GOALS = (
    Goal("cold, over the `weasyprint` command", 100, "cold", "weasyprint", 0.33),
    Goal("cold, over the `weasyprint` command", 500, "cold", "weasyprint", 0.22),
    Goal("words of one count changed, over Typst cold", 500, "edited", "typst", 0.5),
    Goal("a paragraph put in before count 1, over Typst cold", 500, "inserted", "typst", 0.8),
    Goal("nothing changed, over Typst cold", 500, "unchanged", "typst", 0.08),
    Goal("`indict serve`: a paragraph edited, its page in the browser new, over Typst cold", 500, "preview", "typst beside preview", 0.25),
    Goal("Word file of a text of which the PDF was built, over pandoc's", 500, "word built", "pandoc to docx", 0.2),
    Goal("memory of the largest process, over that of WeasyPrint", 500, "cold", "weasyprint", 0.3, of="memory"),
    Goal("cold, over cold with 100 pages", 500, "cold", "cold", 5.2, before=100),
)  # fmt: skip


def verdict(goal: Goal, figures: Figures) -> str:
    """Whether it is met; why it was not measured."""
    found = goal.ratio(figures)
    if found is not None:
        return "met" if found <= goal.most else "**not met**"
    sizes = {goal.pages, goal.before or goal.pages}
    if not sizes <= set(figures.sizes()):
        return "no matter of that size in this run"
    return "a peer was missing"
