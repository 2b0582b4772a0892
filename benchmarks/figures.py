"""What was measured: every single run by pages, form and program; to and from docs/benchmarks.json."""

import json
import re
import statistics
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.running import Run, middle

BREAKS, RUNS_ON = "breaks", "runs on"
"""The two forms: each count begins a page; facts that run on."""
_NUMBERS = re.compile(r"\[\s+([\d.,\s]+?)\s+\]")
"""A list of numbers over several lines."""


@dataclass(slots=True)
class Measured:
    """The runs on one matter: those of the same place in two lists met the same minute."""

    wanted: int
    form: str
    pages: dict[str, int] = field(default_factory=dict)
    """Pages of the PDF, by program; "indict" is ours."""
    runs: dict[str, list[Run]] = field(default_factory=dict)

    def middle(self, program: str, of: str = "wall") -> float | None:
        """The median of a program's runs; nothing where it was not measured."""
        runs = self.runs.get(program)
        return middle(runs, of) if runs else None


@dataclass(slots=True)
class Figures:
    """All that one run of the benchmarks found out."""

    date: str
    runs: int
    machine: dict[str, str]
    programs: dict[str, str]
    """Versions by name."""
    missing: dict[str, str]
    """Peers that were not here, and where they come from."""
    measured: list[Measured] = field(default_factory=list)

    def of(self, wanted: int, form: str = BREAKS) -> Measured | None:
        """What was measured on the matter of so many pages."""
        return next((m for m in self.measured if (m.wanted, m.form) == (wanted, form)), None)

    def sizes(self, form: str = BREAKS) -> list[int]:
        """The numbers of pages that were asked for."""
        return [m.wanted for m in self.measured if m.form == form]


def ratio(ours: list[Run], theirs: list[Run], of: str = "wall") -> float:
    """The median of the ratios of pairs."""
    pairs = zip(ours, theirs, strict=True)
    return float(statistics.median(getattr(one, of) / getattr(other, of) for one, other in pairs))


def to_json(figures: Figures) -> str:
    """The figures as a file: each run is [seconds, seconds of CPU, MB]."""
    tree = asdict(figures)
    for measured in tree["measured"]:
        measured["runs"] = {
            name: [[round(x, 3) for x in (one["wall"], one["cpu"], one["memory"])] for one in runs]
            for name, runs in measured["runs"].items()
        }
    text = json.dumps(tree, indent=1, ensure_ascii=False)
    return _NUMBERS.sub(lambda found: f"[{' '.join(found[1].split())}]", text) + "\n"


def from_json(text: str) -> Figures:
    """The figures in a file."""
    tree: dict[str, Any] = json.loads(text)
    measured = [
        Measured(
            each["wanted"],
            each["form"],
            each["pages"],
            {name: [Run(*one) for one in runs] for name, runs in each["runs"].items()},
        )
        for each in tree.pop("measured")
    ]
    return Figures(**tree, measured=measured)
