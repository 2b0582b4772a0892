"""Prints how long the redline of a large matter takes, and how much memory, against a comparer of Word files.

    .venv/bin/python -m benchmarks.redlines [--runs 5] [--peer-runs 2] [--peer-python PYTHON]

README.md says what is measured. The peer is python-redlines[docxodus], in a Python of its own:
`python -m venv peer && peer/bin/pip install "python-redlines[docxodus]"`, then `--peer-python peer/bin/python`.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

from lxml import etree

from benchmarks.matters import Size, edited, matter
from benchmarks.running import INDICT, ROOT, Run, interleaved, middle, run, said

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = re.compile(r"\w+(?:[-’'.(]\w+\)?)*")
GOALS = {"comparison": 1.5, "docx": 4.0, "html": 4.0}
PEER = """
import sys
from pathlib import Path
from python_redlines import DocxodusEngine
old, new, out = map(Path, sys.argv[1:])
Path(out).write_bytes(DocxodusEngine().run_redline("Reviewer", old, new)[0])
"""


# --- what a child process measures -----------------------------------------------------------------


def stages(folder: Path) -> dict[str, float]:
    """CPU seconds of the stages alone, in a process that has read both versions already."""
    import gc
    import resource
    import time

    from indictment import compare, parse, resolve
    from indictment.folder import DiskFolder
    from indictment.machine.shipped import shipped
    from indictment.model.redline import Revision
    from indictment.render.page import html
    from indictment.render.redline import web
    from indictment.render.word import write

    # As the command does: it lives for one redline.
    gc.disable()
    tool = DiskFolder(shipped("templates").parent)
    spent: dict[str, float] = {}
    sides = []
    for name in ("old", "new"):
        files = DiskFolder(folder / name)
        began = time.process_time()
        read = parse.matter(files, tool)
        assert read.value is not None
        bound = resolve.indictment(read.value, {})
        assert bound.value is not None
        page = html.page(bound.value, files.read)
        assert page.value is not None
        spent[f"reading {name}"] = time.process_time() - began
        sides.append(compare.Printed(Revision(name), bound.value, page.value))
    reference = shipped("templates/international/reference.docx").read_bytes()

    def none(path: str) -> bytes:
        raise FileNotFoundError(path)

    for side, name in zip(sides, ("old", "new"), strict=True):
        (folder / f"{name}.docx").write_bytes(write(side.page, reference=reference, images=none))
    began = time.process_time()
    old, new = sides
    redline = compare.redline(old, new)
    spent["comparison"] = time.process_time() - began
    began = time.process_time()
    document = write(redline.page, reference=reference, images=none)
    spent["docx"] = time.process_time() - began
    began = time.process_time()
    shown = web.html(redline, files.read)
    spent["html"] = time.process_time() - began
    (folder / "redline.docx").write_bytes(document)
    (folder / "redline.html").write_text(shown, encoding="utf-8")
    spent["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent["marked"] = sum(asdict(redline.marked).values()) - redline.marked.moved
    return spent


# --- what the parent does --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in tracked changes of a Word file; what moved is counted apart, at both of its places."""

    inserted: int
    deleted: int
    moved: int


def marked(document: Path) -> Marked:
    """Count the marked words of a Word file, with those of its notes."""
    counts = {"ins": 0, "del": 0, "moveFrom": 0, "moveTo": 0}
    with zipfile.ZipFile(document) as package:
        for part in ("word/document.xml", "word/footnotes.xml"):
            if part not in package.namelist():
                continue
            for paragraph in etree.fromstring(package.read(part)).iter(f"{W}p"):
                texts = dict.fromkeys(counts, "")
                for run_ in paragraph.iter(f"{W}r"):
                    around = {up.tag for up in run_.iterancestors()}
                    kind = next((k for k in (*counts,)[::-1] if W + k in around), None)
                    # A run of a row that was put in has no mark of its own.
                    if kind is None:
                        kind = _row(run_)
                    if kind:
                        texts[kind] += "".join(
                            t.text or "" for t in run_.iter(f"{W}t", f"{W}delText")
                        )
                for kind, text in texts.items():
                    counts[kind] += len(WORD.findall(text))
    return Marked(counts["ins"], counts["del"], counts["moveFrom"] + counts["moveTo"])


def _row(node: etree._Element) -> str | None:
    row = next(node.iterancestors(f"{W}tr"), None)
    about = row.find(f"{W}trPr") if row is not None else None
    for kind in ("ins", "del"):
        if about is not None and about.find(W + kind) is not None:
            return kind
    return None


def ours(folder: Path, runs: int) -> dict[str, list[float]]:
    """The stages alone, each time in a new process."""
    found: dict[str, list[float]] = {}
    for _ in range(runs):
        command = [sys.executable, "-m", "benchmarks.redlines", "--stages", str(folder)]
        answer = subprocess.run(
            command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT)}
        )
        for name, value in json.loads(answer.stdout).items():
            found.setdefault(name, []).append(value)
    return found


def whole(folder: Path, *options: str) -> Run:
    """The whole command."""
    versions = [str(folder / "old"), str(folder / "new")]
    return run([*INDICT, "diff", *versions, *options, "--matter", versions[1]], folder)


def median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peer-runs", type=int, default=2)
    parser.add_argument("--peer-python", type=Path)
    parser.add_argument("--paragraphs", type=int, default=4000)
    parser.add_argument("--words", type=int, default=280_000)
    parser.add_argument("--notes", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--stages", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.stages:
        print(json.dumps(stages(asked.stages)))
        return
    with tempfile.TemporaryDirectory(prefix="indict-redlines-") as place:
        measured(Path(place), asked)


def measured(folder: Path, asked: argparse.Namespace) -> None:
    old = matter(Size(asked.paragraphs, asked.words, asked.notes))
    old.write(folder / "old")
    edited(old, asked.edits).write(folder / "new")
    size = f"{asked.paragraphs} paragraphs, {asked.words} words, {asked.notes} notes, {asked.edits} edits"
    print(size, flush=True)
    spent = ours(folder, asked.runs)
    for name, goal in GOALS.items():
        values = spent[name]
        said(f"{name}, s of CPU", median(values), goal, f"{min(values):.2f} to {max(values):.2f}")
    said("memory of all three, MB", max(spent["memory"]), 600, "largest process")
    read = median(spent["reading old"]) + median(spent["reading new"])
    print(f"reading and printing both versions: {read:.2f} s of CPU (not part of the above)")
    work = {"diff": lambda: whole(folder), "html": lambda: whole(folder, "--output", "html")}
    for name, runs in interleaved(work, asked.runs).items():
        print(
            f"indict diff, {name}: {middle(runs, 'cpu'):.2f} s of CPU, {middle(runs, 'wall'):.2f} s "
            f"on the clock, {max(one.memory for one in runs):.0f} MB"
        )
    mine = marked(folder / "redline.docx")
    print(f"our redline.docx: {mine.inserted} words in, {mine.deleted} out, {mine.moved} moved")
    against_the_peer(folder, asked, spent, mine)


def against_the_peer(
    folder: Path, asked: argparse.Namespace, spent: dict[str, list[float]], mine: Marked
) -> None:
    """The same two texts as Word files, compared by the peer."""
    if not asked.peer_python:
        print(
            "MISSING: the peer python-redlines[docxodus]; see --help. Nothing was compared with it."
        )
        return
    command = [str(asked.peer_python), "-c", PEER]
    files = [str(folder / name) for name in ("old.docx", "new.docx", "peer.docx")]
    runs = [run([*command, *files], folder) for _ in range(asked.peer_runs)]
    theirs = marked(folder / "peer.docx")
    print(
        f"python-redlines[docxodus]: {middle(runs, 'cpu'):.2f} s of CPU, "
        f"{middle(runs, 'wall'):.2f} s on the clock, {max(r.memory for r in runs):.0f} MB; "
        f"{theirs.inserted} words in, {theirs.deleted} out, {theirs.moved} moved"
    )
    # From the two texts to a Word file with marks, which is what the peer does from two Word files.
    own = median(spent["comparison"]) + median(spent["docx"])
    reading = median(spent["reading old"]) + median(spent["reading new"])
    said("our comparison and docx, of the peer's CPU", own / middle(runs, "cpu"), 0.2, "")
    said("with reading, resolving and printing", (own + reading) / middle(runs, "cpu"), 0.2, "")
    words = (mine.inserted + mine.deleted) / max(1, theirs.inserted + theirs.deleted)
    said("words that we mark, of those that it marks", words, 1, "")


if __name__ == "__main__":
    main()
