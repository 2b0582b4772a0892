"""Prints how long the PDF of an indictment takes by its pages, cold and after a change, against peers that are there.

    .venv/bin/python benchmarks/pages.py [--runs 5] [--pages 20 100 500] [--typst PYTHON]

Peers: the `weasyprint` command on the same page, and Typst (`--typst` names a Python that has its package) on the
same text. A peer that is missing is named. README.md says what is measured; ratios of one run on one machine mean
anything, seconds do not.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from matters import Size, matter
from measure import INDICT, ROOT, Run, forget, interleaved, middle, pages, run
from text_for_typst import document

SHIPPED = ROOT / "templates" / "international" / "style.css"
MECHANICS = ROOT / "indictment" / "render" / "pdf" / "mechanics.css"
COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)"


def size(wanted: int, *, runs_on: bool) -> Size:
    """A matter of about so many pages: counts that each begin one, or facts that run on."""
    paragraphs = round(wanted * 3.36)
    files = max(2, paragraphs // 24)
    return Size(
        paragraphs, paragraphs * 95, paragraphs * 2, exhibits=max(20, wanted // 5),
        references=paragraphs // 3, files=files if runs_on else 1, counts=1 if runs_on else files,
    )  # fmt: skip


def changed(folder: Path, number: int) -> None:
    """Write another word into the last count."""
    file = sorted((folder / "counts").glob("*.md"))[-1]
    text = file.read_text("utf-8")
    marked = text.replace(" harbour", f" harbour-{number}", 1)
    file.write_text(marked if number else text, "utf-8")


def measured(folder: Path, work: Path, typst: str, runs: int) -> tuple[dict[str, list[Run]], int]:
    """The runs of ours and of the peers on the matter in `folder`, and the pages of ours."""
    run([*INDICT, "build", "--only", "html"], folder)
    page = folder / "build" / "indictment.html"
    (work / "page.html").write_text(page.read_text("utf-8"), "utf-8")
    shutil.copytree(ROOT / "templates", work / "templates", dirs_exist_ok=True)
    style = work / "templates" / "international" / "style.css"
    weasyprint = [
        sys.executable, "-m", "weasyprint", "page.html", "page.pdf", "-s", str(MECHANICS), "-s", str(style),
        "--pdf-variant", "pdf/a-2a",
    ]  # fmt: skip
    build = [*INDICT, "build", "--only", "pdf", "--format", "short"]

    def cold() -> Run:
        forget(folder, conversions=True)
        return run(build, folder)

    done = 0

    def edited() -> Run:
        nonlocal done
        done += 1
        changed(folder, done)
        return run(build, folder)

    each: dict[str, Callable[[], Run]] = {
        "weasyprint": lambda: run(weasyprint, work),
        "cold": cold,
        "edited": edited,
        "unchanged": lambda: run(build, folder),
    }
    if typst:
        (work / "text.typ").write_text(document(page.read_text("utf-8")), "utf-8")
        fonts = str(ROOT / "templates" / "fonts")
        each["typst"] = lambda: run([typst, "-c", COMPILE, "text.typ", "text.pdf", fonts], work)
    return interleaved(each, runs), pages(folder / "build" / "indictment.pdf")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, nargs="+", default=[20, 100, 500])
    parser.add_argument("--typst", default="")
    asked = parser.parse_args()
    if not asked.typst:
        print("Typst is not measured: name a Python that has it with --typst")
    for peer in ("pandoc", "xelatex"):
        if not shutil.which(peer):
            print(f"{peer} is not here: measure.py compares with it")
    for wanted in asked.pages:
        for runs_on in (False, True):
            with tempfile.TemporaryDirectory() as place:
                folder = matter(size(wanted, runs_on=runs_on)).write(Path(place, "matter"))
                found, made = measured(folder, Path(place), asked.typst, asked.runs)
            what = "facts that run on" if runs_on else "counts that each begin a page"
            print(f"\n{made} pages, {what}")
            for name, runs in found.items():
                print(
                    f"  {name:<11} {middle(runs, 'wall'):7.2f} s, CPU {middle(runs, 'cpu'):7.2f} s,"
                    f" {middle(runs, 'memory'):5.0f} MB"
                )
            whole = middle(found["weasyprint"], "wall")
            print(f"  cold / weasyprint {middle(found['cold'], 'wall') / whole:.2f}")
            memory = middle(found["cold"], "memory") / middle(found["weasyprint"], "memory")
            print(f"  largest process / weasyprint's {memory:.2f}")
            if "typst" in found:
                cold = middle(found["typst"], "wall")
                for name in ("edited", "unchanged"):
                    print(f"  {name} / typst cold {middle(found[name], 'wall') / cold:.2f}")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
