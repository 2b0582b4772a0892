"""Prints how long indict takes, and how much memory, against programs that do comparable work.

    .venv/bin/python -m benchmarks.measure [--runs 5] [--matter tests/golden/republic]

README.md says what is measured. Only ratios of one run on one machine mean anything.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.running import INDICT, ROOT, Run, forget, interleaved, middle, pages, run, said
from benchmarks.text_for_pandoc import by_xelatex, write_markdown


def text_for_xelatex(matter: Path, target: Path) -> None:
    """Write the text of the matter's own page as Markdown with notes, for pandoc."""
    run([*INDICT, "build", "--only", "html"], matter)
    page = next((matter / "build").glob("*.html"))
    write_markdown(page.read_text("utf-8"), target)


def documents(matter: Path, work: Path, runs: int) -> None:
    """The PDF, and the whole build, against pandoc with xelatex; the memory of both."""
    text, pdf = work / "text.md", work / "text.pdf"
    text_for_xelatex(matter, text)
    latex = by_xelatex(text, pdf)

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
