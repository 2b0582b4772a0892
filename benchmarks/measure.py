"""Prints how long indict takes, and how much memory, against programs that do comparable work.

    .venv/bin/python benchmarks/measure.py [--runs 5] [--matter tests/golden/republic]

README.md says what is measured. Only ratios of one run on one machine mean anything.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from text_for_pandoc import document

ROOT = Path(__file__).parents[1]
INDICT = [sys.executable, "-m", "indictment"]
_CONVERSION = re.compile(r"(docx|odt|rtf)-[0-9a-f]{64}-")
"""Names of conversions by LibreOffice in the cache."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock, seconds of CPU, and MB of the largest of its processes."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run `command` in `folder`. Fails where the command does."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    # Python keeps compiled modules, as it does for a reader of the README.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        if process.returncode not in (0, 1):
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def text_for_xelatex(matter: Path, target: Path) -> None:
    """Write the text of the matter's own page as Markdown with notes, for pandoc."""
    run([*INDICT, "build", "--only", "html"], matter)
    page = next((matter / "build").glob("*.html"))
    empty = subprocess.run(["pandoc", "-t", "json"], input=b"", capture_output=True, check=True)
    version = json.loads(empty.stdout)["pandoc-api-version"]
    made = json.dumps(document(page.read_text("utf-8"), version))
    command = ["pandoc", "-f", "json", "-t", "markdown", "--wrap=none", "-o", str(target)]
    subprocess.run(command, input=made.encode(), check=True)


def forget(matter: Path, *, conversions: bool) -> None:
    """Delete what earlier runs kept; LibreOffice's conversions only if asked."""
    for kept in (matter / ".indict" / "cache").glob("*"):
        if conversions or not _CONVERSION.match(kept.name):
            kept.unlink()
    shutil.rmtree(matter / "build", ignore_errors=True)


def pages(pdf: Path) -> int:
    """The number of pages of a PDF."""
    import pikepdf

    with pikepdf.open(pdf) as opened:
        return len(opened.pages)


def interleaved(work: dict[str, Callable[[], Run]], runs: int) -> dict[str, list[Run]]:
    """Each piece of work `runs` times, in turn, so that all meet the same machine."""
    found: dict[str, list[Run]] = {name: [] for name in work}
    for _ in range(runs):
        for name, each in work.items():
            found[name].append(each())
    return found


def middle(runs: list[Run], of: str) -> float:
    return statistics.median(getattr(one, of) for one in runs)


def said(name: str, ratio: float, goal: float, detail: str) -> None:
    mark = "met" if ratio <= goal else "MISSED"
    print(f"{name:<44} {ratio:6.2f}   goal {goal:g}   {mark:<6}   {detail}", flush=True)


def documents(matter: Path, work: Path, runs: int) -> None:
    """The PDF, and the whole build, against pandoc with xelatex; the memory of both."""
    text, pdf = work / "text.md", work / "text.pdf"
    text_for_xelatex(matter, text)
    latex = [
        "pandoc", str(text), "-o", str(pdf), "--pdf-engine=xelatex", "--toc", "--toc-depth=3",
        "-V", "papersize=a4", "-V", "fontsize=12pt", "-V", "geometry:margin=2.5cm",
        "-V", "linestretch=1.15", "-V", "mainfont=Liberation Serif",
        "-V", "sansfont=Liberation Sans", "-V", "monofont=Liberation Mono",
    ]  # fmt: skip

    def built(*options: str) -> Callable[[], Run]:
        def once() -> Run:
            forget(matter, conversions=False)
            return run([*INDICT, "build", *options], matter)

        return once

    # Once unmeasured: what the system reads from the disk is then in memory for both.
    run(latex, work)
    forget(matter, conversions=True)
    converting = run([*INDICT, "build"], matter).wall
    found = interleaved(
        {"latex": lambda: run(latex, work), "pdf": built("--only", "pdf"), "whole": built()}, runs
    )
    made = {path.name: pages(path) for path in (matter / "build").glob("*.pdf")}
    rows = {name: (middle(r, "wall"), middle(r, "cpu")) for name, r in found.items()}
    print(f"pages: {pages(pdf)} by xelatex; {', '.join(f'{n} in {k}' for k, n in made.items())}")
    for name, (wall, cpu) in rows.items():
        every = " ".join(f"{one.wall:.1f}" for one in found[name])
        print(f"  {name:<6} wall {wall:5.1f} s, CPU {cpu:5.1f} s   (runs: {every})")
    print(f"  the first build, with LibreOffice's conversions: {converting:.1f} s")
    for name, goal, title in (("pdf", 1.0, "--only pdf"), ("whole", 1.5, "build")):
        by_cpu = rows[name][1] / rows["latex"][1]
        ratio = rows[name][0] / rows["latex"][0]
        said(f"indict {title} / pandoc + xelatex", ratio, goal, f"by CPU {by_cpu:.2f}")
    largest = max(one.memory for name in ("pdf", "whole") for one in found[name])
    said("largest process of ours, MB", largest, 300, "")


def start(matter: Path, runs: int) -> None:
    """CPU of `check` and `--help` against importing the libraries that they cannot do without."""

    def python(code: str) -> Callable[[], Run]:
        return lambda: run([sys.executable, "-c", code], matter)

    def checked(*, kept: bool) -> Callable[[], Run]:
        def once() -> Run:
            if not kept:
                forget(matter, conversions=False)
            return run([*INDICT, "check"], matter)

        return once

    run([*INDICT, "check"], matter)
    found = interleaved(
        {
            "imports": python("import click, pydantic, yaml, markdown_it"),
            "check": checked(kept=False),
            "check again": checked(kept=True),
            "click": python("import click"),
            "help": lambda: run([*INDICT, "--help"], matter),
        },
        runs,
    )
    cpu = {name: middle(r, "cpu") for name, r in found.items()}
    for name in ("check", "check again"):
        title = f"indict {name} / importing four libraries"
        detail = f"CPU {cpu[name]:.2f} s / {cpu['imports']:.2f} s"
        said(title, cpu[name] / cpu["imports"], 6, detail)
    detail = f"CPU {cpu['help']:.3f} s / {cpu['click']:.3f} s"
    said("indict --help / importing click", cpu["help"] / cpu["click"], 4, detail)


def main() -> None:
    """Measure a copy of the matter, so that nothing of it changes."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--matter", type=Path, default=ROOT / "tests" / "golden" / "republic")
    asked.add_argument("--only", choices=["start", "documents"])
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="indict-benchmark-") as folder:
        work = Path(folder)
        matter = work / "matter"
        leave = shutil.ignore_patterns(".indict", "build", ".git", ".venv")
        shutil.copytree(options.matter, matter, ignore=leave)
        if options.only != "documents":
            start(matter, options.runs)
        if options.only != "start":
            if not (shutil.which("pandoc") and shutil.which("xelatex")):
                sys.exit(
                    "pandoc and xelatex are missing: apt-get install --no-install-recommends "
                    "pandoc texlive-xetex texlive-latex-recommended "
                    "texlive-fonts-recommended lmodern"
                )
            documents(matter, work, options.runs)


if __name__ == "__main__":
    main()
