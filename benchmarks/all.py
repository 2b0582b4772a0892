"""All that is measured by pages, in one run, with the peers that are here -> docs/benchmarks.json, .md and .svg.

    ./start bench                               # what docs/benchmarks.md is made from: about an hour
    ./start bench --runs 1 --pages 20 --into DIR    # a look: some minutes
    .venv/bin/python -m benchmarks.all --again  # the page and the plot anew, from the figures that are there

A peer that is missing is named, here and on the page. README.md says what else is measured.
"""

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from benchmarks import bundle, machine, pages, preview, word
from benchmarks.figures import BREAKS, RUNS_ON, Figures, Measured, from_json, to_json
from benchmarks.goals import GOALS, verdict
from benchmarks.peers import peers
from benchmarks.report import report
from benchmarks.running import ROOT, interleaved
from benchmarks.sized import written
from indictment import __version__

DOCS = ROOT / "docs"


def measured(wanted: int, form: str, runs: int, here: set[str], typst: str) -> Measured:
    """Everything on a matter of so many pages that breaks at each count; on one that runs on, the PDF alone."""
    found = Measured(wanted, form)
    with tempfile.TemporaryDirectory(prefix="indict-benchmark-") as folder:
        work = Path(folder)
        matter = written(work / "matter", wanted, runs_on=form == RUNS_ON)
        page = pages.page_of(matter)
        todo = pages.weasyprint(page, work) | pages.ours(matter)
        if "typst" in here:
            todo["typst"] = pages.typst(page, work, typst)
        if form == BREAKS and {"pandoc", "xelatex"} <= here:
            todo["xelatex"] = pages.xelatex(page, work)
        found.runs |= interleaved(todo, runs)
        found.pages = pages.counted(matter, work)
        if form == RUNS_ON:
            return found
        todo = word.ours(matter) | {"word alone": word.alone(page, work)}
        if "pandoc" in here:
            todo["pandoc to docx"] = word.pandoc(page, work)
        if "soffice" in here:
            todo["libreoffice"] = word.libreoffice(matter, work)
        found.runs |= interleaved(todo, runs)
        files = bundle.exhibited(work / "exhibited", wanted)
        todo = bundle.warm(work / "exhibited", files, qpdf="qpdf" in here)
        found.runs |= interleaved(todo, runs)
        if "chromium" in here:
            with preview.edited(matter) as once:
                todo = {"preview": once}
                if "typst" in here:
                    todo["typst beside preview"] = pages.typst(page, work, typst)
                found.runs |= interleaved(todo, runs)
    return found


def said(one: Measured) -> None:
    """Print the medians, so that whoever waits sees something."""
    made = ", ".join(f"{number} by {name}" for name, number in one.pages.items())
    print(f"\n{one.wanted} pages, {one.form} ({made})")
    for name in one.runs:
        wall, cpu, memory = (one.middle(name, of) for of in ("wall", "cpu", "memory"))
        print(f"  {name:<22} {wall:8.2f} s, CPU {cpu:8.2f} s, {memory:5.0f} MB", flush=True)


def write(figures: Figures, into: Path) -> None:
    """The figures and the page."""
    into.mkdir(parents=True, exist_ok=True)
    kept = to_json(figures)
    (into / "benchmarks.json").write_text(kept, "utf-8")
    figures = from_json(kept)  # which rounds: the page is made of what anybody can read there
    (into / "benchmarks.md").write_text(report(figures), "utf-8")


def draw(figures: Figures, into: Path) -> None:
    """The plot, where matplotlib is here."""
    if find_spec("matplotlib") is None:
        print("MISSING: matplotlib; the plot was not drawn anew", file=sys.stderr)
        return
    from benchmarks import plot

    plot.draw(figures, into / "benchmarks.svg")


def main() -> None:
    asked = argparse.ArgumentParser(prog="./start bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    asked.add_argument("--runs", type=int, default=5, help="rounds; the figures are medians (5)")
    asked.add_argument("--pages", type=int, nargs="+", default=[20, 100, 500], help="sizes (20 100 500)")  # fmt: skip
    asked.add_argument(
        "--into", type=Path, default=DOCS, help="where the files are written (docs/)"
    )
    asked.add_argument("--typst", default=sys.executable, help="a Python that has the package of Typst")  # fmt: skip
    asked.add_argument("--again", action="store_true", help="measure nothing; write page and plot anew")  # fmt: skip
    options = asked.parse_args()
    if options.again:
        figures = from_json((options.into / "benchmarks.json").read_text("utf-8"))
        write(figures, options.into)
        draw(figures, options.into)
        return
    versions = {peer: peer.version() for peer in peers(options.typst)}
    missing = {peer.title: peer.source for peer, version in versions.items() if not version}
    for title, source in missing.items():
        print(f"MISSING: {title} ({source}); nothing is compared with it", file=sys.stderr)
    figures = Figures(
        date=datetime.now(UTC).date().isoformat(),
        runs=options.runs,
        machine=machine.described(),
        programs={"indict": __version__}
        | machine.versions()
        | {peer.title: version for peer, version in versions.items() if version},
        missing=missing,
    )
    here = {peer.name for peer, version in versions.items() if version}
    for wanted in options.pages:
        for form in (BREAKS, RUNS_ON):
            figures.measured.append(measured(wanted, form, options.runs, here, options.typst))
            said(figures.measured[-1])
            # What was found so far is not lost with a run that is interrupted. The plot comes last: what this
            # program has in memory is counted as that of those it starts.
            write(figures, options.into)
    print()
    for goal in GOALS:
        found = goal.ratio(figures)
        shown = "   -  " if found is None else f"{found:6.3f}"
        print(f"{shown}  goal {goal.most:<5g} {verdict(goal, figures).strip('*')}: {goal.pages} pages, {goal.title}")  # fmt: skip
    draw(figures, options.into)


if __name__ == "__main__":
    main()
