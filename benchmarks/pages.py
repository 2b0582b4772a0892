"""A matter -> what is timed of its PDF: ours cold, after a change and unchanged, and each peer on the same text."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.running import INDICT, ROOT, Run, forget, pages, run
from benchmarks.sized import Sized
from benchmarks.text_for_pandoc import by_xelatex, write_markdown
from benchmarks.text_for_typst import document

Work = dict[str, Callable[[], Run]]
ALL = [*INDICT, "build", "--format", "short"]
BUILD = [*ALL, "--only", "pdf"]
_MECHANICS = ROOT / "indictment" / "render" / "pdf" / "setting" / "mechanics.css"
_COMPILE = (
    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]],"
    " ignore_system_fonts=True, pdf_standards=['a-2a'])"
)


def page_of(matter: Sized) -> str:
    """The HTML from which our PDF is set."""
    run([*INDICT, "build", "--only", "html"], matter.root)
    return (matter.root / "build" / "indictment.html").read_text("utf-8")


def ours(matter: Sized) -> Work:
    """Five builds in this order: from nothing, words of a count changed, a paragraph put in, nothing changed; the
    first error of a draft. Then all documents, after words of a count changed.
    """

    def cold() -> Run:
        matter.restore()
        forget(matter.root, conversions=True)
        return run(BUILD, matter.root)

    def edited() -> Run:
        matter.reword()
        return run(BUILD, matter.root)

    def inserted() -> Run:
        matter.insert()
        return run(BUILD, matter.root)

    def mistaken() -> Run:
        matter.miscite()
        return run(BUILD, matter.root)

    def everything() -> Run:
        matter.restore()
        run(ALL, matter.root)
        matter.reword()
        return run(ALL, matter.root)

    return {
        "cold": cold,
        "edited": edited,
        "inserted": inserted,
        "unchanged": lambda: run(BUILD, matter.root),
        "mistaken": mistaken,
        "everything": everything,
    }


def weasyprint(page: str, work: Path) -> Work:
    """The `weasyprint` command on the same page with the same style sheets, as PDF/A-2a."""
    (work / "page.html").write_text(page, "utf-8")
    shutil.copytree(ROOT / "templates", work / "templates", dirs_exist_ok=True)
    command = [
        sys.executable, "-m", "weasyprint", "page.html", "page.pdf", "-s", str(_MECHANICS),
        "-s", str(work / "templates" / "international" / "style.css"), "--pdf-variant", "pdf/a-2a",
    ]  # fmt: skip
    return {"weasyprint": lambda: run(command, work)}


def typst(page: str, work: Path, python: str) -> Callable[[], Run]:
    """Typst on the same text, as PDF/A-2a. Each time a new process, which knows nothing from before."""
    (work / "text.typ").write_text(document(page), "utf-8")
    fonts = str(ROOT / "templates" / "fonts")
    return lambda: run([python, "-c", _COMPILE, "text.typ", "typst.pdf", fonts], work)


def xelatex(page: str, work: Path) -> Callable[[], Run]:
    """Pandoc with XeLaTeX on the same text: as many passes as it makes. Its PDF is neither tagged nor PDF/A."""
    write_markdown(page, work / "text.md")
    return lambda: run(by_xelatex(work / "text.md", work / "xelatex.pdf"), work)


def counted(matter: Sized, work: Path) -> dict[str, int]:
    """Pages of each PDF that was made."""
    made = {"indict": matter.root / "build" / "indictment.pdf"}
    made |= {name: work / f"{name}.pdf" for name in ("typst", "xelatex")}
    return {name: pages(file) for name, file in made.items() if file.is_file()}
