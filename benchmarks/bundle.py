"""A number of pages -> a matter whose exhibits have as many, and what is timed of its bundle: ours, and qpdf's merge.

Ours sets dividers and an index, stamps each page, checks each file against its hash and links citations; qpdf puts
the same files into one. Exhibits that were prepared once are kept, so ours is timed with them kept.
"""

import hashlib
import random
from pathlib import Path

from benchmarks.checking import page_of_record, printed
from benchmarks.matters import Size, matter
from benchmarks.pages import Work
from benchmarks.running import INDICT, Run, run

PAGES = 5
"""Pages of an exhibit."""


def exhibited(folder: Path, wanted: int, seed: int = 5) -> list[Path]:
    """Write a short matter that cites each of its exhibits; their files."""
    chance = random.Random(seed)
    matter(Size(20, 400, 0, exhibits=1, references=0, files=1)).write(folder)
    listed, cited, files = ["exhibits:"], [], []
    for number in range(1, wanted // PAGES + 1):
        data = printed([page_of_record(chance, at) for at in range(PAGES)])
        files.append(folder / "exhibits" / f"record-{number:03}.pdf")
        files[-1].write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        listed.append(f"  record-{number}: {{title: Record {number}, author: Council, date: 2019-03-02, file: {files[-1].name}, sha256: {digest}}}")  # fmt: skip
        cited.append(f"The record was read [@record-{number}, p. {chance.randint(1, PAGES)}].")
    (folder / "exhibits" / "exhibits.yaml").write_text("\n".join(listed) + "\n")
    text = "---\ntitle: What was read\nkind: context\n---\n\n" + "\n\n".join(cited) + "\n"
    (folder / "facts" / "99-read.md").write_text(text)
    return files


def warm(folder: Path, files: list[Path], *, qpdf: bool) -> Work:
    """Ours again, with what was prepared kept; qpdf merging our PDF and the exhibits' files."""
    build = [*INDICT, "build", "--only", "bundle", "--again", "--format", "short"]
    run([*INDICT, "build", "--only", "pdf", "--only", "bundle", "--format", "short"], folder)

    def ours() -> Run:
        return run(build, folder)

    if not qpdf:
        return {"bundle": ours}
    merged = [str(file) for file in (folder / "build" / "indictment.pdf", *files)]
    copy = folder.parent / "indictment.pdf"
    copy.write_bytes(Path(merged[0]).read_bytes())
    command = ["qpdf", "--empty", "--pages", str(copy), *merged[1:], "--", "merged.pdf"]
    return {"bundle": ours, "qpdf": lambda: run(command, folder.parent)}
