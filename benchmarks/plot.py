"""Figures -> docs/benchmarks.svg: seconds by pages, on logarithmic axes. The only module that needs matplotlib.

The paper is white whatever the reader's screen is, so that the lines can be told apart on a dark one too.
"""

from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from benchmarks.figures import BREAKS, Figures

LINES = (
    ("weasyprint", "WeasyPrint", "#8a5a00", "s", "--"),
    ("xelatex", "pandoc + XeLaTeX", "#6b4c9a", "D", "--"),
    ("typst", "Typst", "#00736b", "^", "--"),
    ("cold", "indict, cold", "#7a0c1f", "o", "-"),
    ("edited", "indict, one count edited", "#b3213f", "o", "-"),
    ("unchanged", "indict, nothing changed", "#cc5a72", "o", "-"),
)
"""Program, label, colour, mark, line: ours are solid and red, peers are broken."""
_SECONDS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)
_APART = 0.062
"""The least distance of two labels, in heights of the plot."""


def draw(figures: Figures, target: Path) -> None:
    """Draw the plot. The same figures give the same bytes."""
    settings: Any = {
        "svg.hashsalt": "indict",
        "font.family": "DejaVu Sans",
        "font.size": 10,
        "figure.constrained_layout.w_pad": 0.12,
        "figure.constrained_layout.h_pad": 0.1,
    }
    with mpl.rc_context(settings):
        figure = Figure(figsize=(8, 4.8), facecolor="white", layout="constrained")
        axes = figure.subplots()
        ends = _lines(axes, figures)
        figure.draw_without_rendering()
        _labels(axes, sorted(ends))
        figure.savefig(target, metadata={"Date": None, "Creator": None})


def _lines(axes: Axes, figures: Figures) -> list[tuple[float, str, str]]:
    """Draw the lines; the right end of each, its name and its colour."""
    sizes = [m for m in figures.measured if m.form == BREAKS]
    ends: list[tuple[float, str, str]] = []
    for name, label, colour, mark, line in LINES:
        points = [
            (m.pages["indict"], seconds) for m in sizes if (seconds := m.middle(name)) is not None
        ]
        if not points:
            continue
        across, up = zip(*points, strict=True)
        axes.plot(across, up, color=colour, marker=mark, linestyle=line, linewidth=1.8, markersize=5)  # fmt: skip
        ends.append((up[-1], label, colour))
    _scales(axes, [m.pages["indict"] for m in sizes])
    return ends


def _scales(axes: Axes, pages: list[int]) -> None:
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlim(min(pages) / 1.25, max(pages) * 1.08)
    axes.xaxis.set_major_locator(FixedLocator(pages))
    axes.yaxis.set_major_locator(FixedLocator(_SECONDS))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_minor_locator(NullLocator())
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.set_xlabel("pages of the indictment (logarithmic)")
    axes.set_ylabel("seconds on the clock (logarithmic)")
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def _labels(axes: Axes, ends: list[tuple[float, str, str]]) -> None:
    """The name of each line at its right end, moved up where it would lie on the one below."""
    last = -1.0
    for seconds, label, colour in ends:
        _, display = axes.transData.transform((1, seconds))
        height = axes.transAxes.inverted().transform((0, display))[1]
        last = max(height, last + _APART)
        axes.annotate(
            label, (1.0, last), xycoords="axes fraction", xytext=(4, 0), textcoords="offset points",
            va="center", color=colour, annotation_clip=False,
        )  # fmt: skip
