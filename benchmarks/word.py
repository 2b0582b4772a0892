"""A matter -> what is timed of its Word file: ours and pandoc's of the same text, and LibreOffice printing ours."""

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.pages import BUILD, Work
from benchmarks.running import INDICT, Run, forget, run
from benchmarks.sized import Sized
from benchmarks.text_for_pandoc import write_markdown


def ours(matter: Sized) -> Work:
    """The Word file with its notes, numbers and fields: from nothing; of a text of which the PDF was built before, after
    words of a count changed; all anew, with the pages kept. Then what is done before any document is made: the matter
    read, bound and checked, its page written.

    From nothing the pages of the PDF are set too, because the contents give their numbers.
    """
    build = [*INDICT, "build", "--only", "docx", "--format", "short"]

    def cold() -> Run:
        matter.restore()
        forget(matter.root, conversions=True)
        return run(build, matter.root)

    def of_built() -> Run:
        matter.reword()
        run(BUILD, matter.root)
        return run(build, matter.root)

    page = [*INDICT, "build", "--only", "html", "--format", "short", "--again"]
    return {
        "word cold": cold,
        "word built": of_built,
        "word": lambda: run([*build, "--again"], matter.root),
        "page": lambda: run(page, matter.root),
    }


def alone(page: str, work: Path) -> Callable[[], Run]:
    """Our Word file of a page that is there, as pandoc's is made of Markdown that is there."""
    (work / "alone.html").write_text(page, "utf-8")
    command = [sys.executable, "-m", "benchmarks.word_alone", "alone.html", "alone.docx"]
    return lambda: run(command, work)


def pandoc(page: str, work: Path) -> Callable[[], Run]:
    """Pandoc's Word file of the same text, with real notes; its paragraph numbers are typed."""
    write_markdown(page, work / "text.md")
    return lambda: run(["pandoc", "text.md", "-o", "text.docx", "--toc", "--toc-depth=3"], work)


def libreoffice(matter: Sized, work: Path) -> Callable[[], Run]:
    """LibreOffice printing our Word file, with a profile of its own that is made before it is timed."""
    profile = (work / "profile").as_uri()
    command = [
        "soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
        "--outdir", str(work), str(work / "indictment.docx"),
    ]  # fmt: skip
    ours(matter)["word cold"]()
    built = matter.root / "build" / "indictment.docx"
    (work / "indictment.docx").write_bytes(built.read_bytes())
    run(command, work)
    return lambda: run(command, work)
