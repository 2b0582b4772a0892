"""Figures -> docs/benchmarks.md: the goals and whether they are met, the seconds, the method, the machine."""

from collections.abc import Iterator

from benchmarks.figures import BREAKS, RUNS_ON, Figures, Measured, ratio
from benchmarks.goals import GOALS, verdict

OPENING = """\
<!-- Written by ./start bench from docs/benchmarks.json. Do not change it by hand. -->

# Benchmarks

How long `indict` takes, and how much memory, beside programs that do comparable work with the same text.
All was measured in one run on one machine. The ratios mean something elsewhere too, the seconds do not.

![Seconds by number of pages, both on logarithmic axes, for indict cold, after an edit and with nothing changed, for \
WeasyPrint, Typst, and pandoc with XeLaTeX](benchmarks.svg)
"""
PROGRAMS = {
    "cold": "`indict build --only pdf`, cold",
    "edited": "the same, words of one count changed",
    "inserted": "the same, a paragraph put in before count 1",
    "unchanged": "the same, nothing changed",
    "mistaken": "the same, a page cited that the exhibit has not",
    "everything": "`indict build`: PDF, Word file and bundle, words of one count changed",
    "weasyprint": "`weasyprint`, the same HTML",
    "typst": "Typst, cold",
    "xelatex": "pandoc with XeLaTeX",
    "word cold": "`indict build --only docx`, cold",
    "word built": "the same, of a text of which the PDF was built",
    "word": "the same, read, bound and checked anew, the pages of the PDF kept",
    "word alone": "our Word file of a page that is there",
    "page": "`indict build --only html --again`: read, bound, checked",
    "pandoc to docx": "pandoc, Word file",
    "libreoffice": "LibreOffice, our Word file to PDF",
    "bundle": "`indict build --only bundle --again`",
    "qpdf": "qpdf, the same files merged",
    "preview": "`indict serve`, an edit until its page is new",
}
OTHERS = (
    ("cold", "xelatex", "our PDF, cold, over pandoc with XeLaTeX"),
    ("cold", "typst", "our PDF, cold, over Typst cold"),
    ("cold", "libreoffice", "our PDF, cold, over LibreOffice printing our Word file"),
    ("word", "pandoc to docx", "our Word file, read, bound and checked anew, over pandoc's"),
    ("word alone", "pandoc to docx", "our Word file of a page that is there, over pandoc's"),
    (
        "page",
        "pandoc to docx",
        "the matter read, bound and checked, and no document, over pandoc's Word file",
    ),
    ("bundle", "qpdf", "our bundle, exhibits kept, over qpdf merging the same files"),
)
METHOD = """\
## How it was measured

- The matters are invented (`benchmarks/matters.py`): 3.36 numbered paragraphs a page, of about 95 words; two notes to each paragraph, three
  quarters of them citations; a cross-reference in every third; a contents page, a list of exhibits, a table of elements.
  Each count is charged on a day of its own, and no word stands twice in a row: the rules have 750 remarks on 500 pages, as on a draft.
  In the first form each count begins a page; in the second one text runs on from beginning to end.
- Each figure is that of a whole process, from its start to its end, on the clock. In each round every program of a group runs once, in
  turn; a ratio is the median of the ratios of the rounds. Seconds are medians.
- *Cold*: `.indict/cache` and `build/` were deleted. *Words changed*: a word in the last count, or in the middle of the facts where they run on, after a cold build. *Paragraph put in*: before
  count 1, with a citation, so that the number of each later paragraph and note moves on by one; where it grows from 99 to 100 it has
  a digit more. *Nothing changed*: the same command again. *A page cited that the exhibit has not*: the first error of the draft, which each page then
  says at its head. *PDF, Word file and bundle*: after a build of all three; the exhibits have no files, so that the bundle has a slip sheet
  for each. Compiled modules of Python, and our templates as code beside them, are kept for all.
- Our PDF, that of WeasyPrint and that of Typst are tagged and PDF/A-2a; that of XeLaTeX is neither, that of LibreOffice is as it comes.
- WeasyPrint is its own command, on the page and the style sheets from which our PDF is set. Typst compiles the same words as plain
  paragraphs with real headings, notes, links and contents, from the Python package, in a new process each time; it is given fonts, page and
  spacing like ours, and no automatic hyphenation, as our form has none. Pandoc reads its own Markdown with real notes, links and contents.
- *Word file*: its contents have the page numbers of the PDF, so that cold the PDF is set too. The goal compares the Word file that follows a PDF: a
  word was changed, `indict build --only pdf` has read, bound, checked and set the text, and `indict build --only docx`, which is timed, writes the
  whole Word file of it. That is also what pandoc does with its Markdown, for which nothing is bound or checked, and whose contents have no page numbers. What the
  same takes where all is read, bound and checked anew (`--again`), what that takes alone (`--only html --again`), and the writing alone, in a process that
  does nothing else (`benchmarks/word_alone.py`), stand beside it.
- *`indict serve`*: Chromium without a window shows the paragraph; the clock runs from saving its file until its words and the new picture of its
  page are in the window, which looks every 10 ms by itself. In the same rounds Typst compiles the text.
- *Bundle*: exhibits of five pages, together as many pages as the column says, cited once each by a short indictment; what was prepared of the exhibits is
  kept. Ours sets dividers and an index, stamps pages, checks hashes and links citations; qpdf puts the files into one.
- Memory is that of the largest process, by the system's own count, which is never below what the measuring program itself has (some 55 MB).

`./start bench` measures all this again; `benchmarks/README.md` has the other benchmarks: checking, redlines, start.
"""


def report(figures: Figures) -> str:
    """The whole page."""
    parts = [
        OPENING,
        "\n".join(_goals(figures)),
        "\n".join(_seconds(figures)),
        "\n".join(_others(figures)),
        METHOD,
        "\n".join(_machine(figures)),
    ]
    return "\n".join(parts) + "\n"


def _goals(figures: Figures) -> Iterator[str]:
    yield "## Goals\n"
    yield "Ratios of seconds on the clock, on the matter whose counts each begin a page. Those of CPU, and those of facts that run on, stand beside them.\n"
    yield "| pages | figure | goal | measured | | by CPU | facts that run on |"
    yield "|---|---|---|---|---|---|---|"
    for goal in GOALS:
        here, beside = (_number(goal.ratio(figures, form)) for form in (BREAKS, RUNS_ON))
        # A preview and a browser are no process that is waited for, and memory has no CPU.
        by_cpu = goal.of == "wall" and goal.ours != "preview"
        cpu = _number(goal.ratio(figures, of="cpu") if by_cpu else None)
        yield f"| {goal.pages} | {goal.title} | {goal.most:g} | {here} | {verdict(goal, figures)} | {cpu} | {beside} |"
    yield ""


def _seconds(figures: Figures) -> Iterator[str]:
    yield "## Seconds\n"
    for form, words in ((BREAKS, "Counts that each begin a page"), (RUNS_ON, "Facts that run on")):
        found = [m for m in figures.measured if m.form == form]
        if not found:
            continue
        heads = [f"{m.wanted} pages" for m in found]
        yield f"| {words} | {' | '.join(heads)} | MB |"
        yield f"|---|{'---|' * len(found)}---|"
        for name, title in PROGRAMS.items():
            if any(name in m.runs for m in found):
                cells = [_number(m.middle(name)) for m in found]
                yield f"| {title} | {' | '.join(cells)} | {_megabytes(found[-1], name)} |"
        yield f"| *pages of the PDF* | {' | '.join(map(_pages, found))} | |\n"
    yield "MB: the largest process on the largest matter.\n"


def _others(figures: Figures) -> Iterator[str]:
    sizes = figures.sizes()
    rows = []
    for one, other, title in OTHERS:
        cells = []
        for wanted in sizes:
            runs = figures.of(wanted).runs  # type: ignore[union-attr] # the size comes from there
            both = one in runs and other in runs
            cells.append(_number(ratio(runs[one], runs[other])) if both else "–")
        if set(cells) != {"–"}:
            rows.append(f"| {title} | {' | '.join(cells)} |")
    if rows:
        yield "## Other ratios\n"
        yield "These have no goal.\n"
        yield f"| | {' | '.join(f'{wanted} pages' for wanted in sizes)} |"
        yield f"|---|{'---|' * len(sizes)}"
        yield from rows
        yield ""


def _machine(figures: Figures) -> Iterator[str]:
    had = figures.machine
    yield "## The machine\n"
    rounds = f"{figures.runs} rounds" if figures.runs > 1 else "one round"
    yield f"{figures.date}, {rounds}. {had['cores']} cores of {had['processor']}, {had['memory']} of memory, {had['system']}.\n"
    if load := had.get("load"):
        yield f"Load of the machine in the minute before: {load}; 0 is a machine at rest.\n"
    yield ", ".join(f"{name} {version}" for name, version in figures.programs.items()) + ".\n"
    if figures.missing:
        named = "; ".join(f"{name} ({source})" for name, source in figures.missing.items())
        yield f"Missing, so that nothing was compared with it: {named}."
    else:
        yield "No peer was missing."


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def _megabytes(measured: Measured, name: str) -> str:
    found = measured.middle(name, "memory")
    return f"{found:.0f}" if found else "–"


def _pages(measured: Measured) -> str:
    made = measured.pages
    theirs = ", ".join(f"{name} {made[name]}" for name in made if name != "indict")
    return f"{made.get('indict', '–')}{f' ({theirs})' if theirs else ''}"
