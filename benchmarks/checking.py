"""Prints what `indict check` costs on a large matter, how it grows, and what quotations cost.

    .venv/bin/python -m benchmarks.checking [--runs 5]

4,000 paragraphs, 8,000 citations, 1,000 exhibits listed; a quarter of that for the growth; and 1,000 quotations from
10,000 pages of exhibits, first with an empty cache, then with nothing changed. README.md says what is measured.
"""

import argparse
import hashlib
import io
import random
import shutil
import tempfile
from pathlib import Path

import pikepdf

from benchmarks.matters import WORDS, Size, matter
from benchmarks.running import INDICT, Run, interleaved, middle, run, said

LARGE = Size(4000, 280_000, 8000, exhibits=1000)
QUARTER = Size(1000, 70_000, 2000, exhibits=250, references=100, files=10)
FILES, PAGES, QUOTATIONS = 100, 100, 1000
GOALS = {"cpu": 3.0, "memory": 300.0, "growth": 5.0, "cold": 60.0, "again": 3.0}


def quoting(folder: Path, seed: int = 3) -> Path:
    """A matter with QUOTATIONS quotations, each from one of FILES exhibits of PAGES pages."""
    chance = random.Random(seed)
    matter(Size(20, 400, 0, exhibits=1, references=0, files=1)).write(folder)
    listed = ["exhibits:"]
    quoted = []
    for number in range(FILES):
        pages = [page_of_record(chance, at) for at in range(PAGES)]
        data = printed(pages)
        path = folder / "exhibits" / f"record-{number}.pdf"
        path.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        listed.append(f"  record-{number}: {{title: Record {number}, author: Council, date: 2019-03-02, file: record-{number}.pdf, sha256: {digest}}}")  # fmt: skip
        for _ in range(QUOTATIONS // FILES):
            at = chance.randrange(PAGES)
            words = " ".join(pages[at][1:]).split()
            begin = chance.randrange(len(words) - 20)
            text = " ".join(words[begin : begin + 15])
            quoted.append(f'The record says "{text}" [@record-{number}, p. {at + 1}].')
    (folder / "exhibits" / "exhibits.yaml").write_text("\n".join(listed) + "\n")
    text = "---\ntitle: What was said\nkind: context\n---\n\n" + "\n\n".join(quoted) + "\n"
    (folder / "facts" / "99-quoted.md").write_text(text)
    return folder


def page_of_record(chance: random.Random, number: int) -> list[str]:
    """The lines of a page of an exhibit."""
    head = f"Record of the Council {number + 1}"
    return [head, *(" ".join(chance.choice(WORDS) for _ in range(11)) for _ in range(45))]


def printed(pages: list[list[str]]) -> bytes:
    """A PDF file with these lines."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for lines in pages:
        page = made.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        page.obj.Contents = made.make_stream(f"BT /F 11 Tf 14 TL 60 800 Td {shown} ET".encode())
    out = io.BytesIO()
    made.save(out, deterministic_id=True)
    return out.getvalue()


def check(folder: Path, *, cold: bool = False) -> Run:
    """One check. `cold`: nothing is known from before."""
    if cold:
        shutil.rmtree(folder / ".indict", ignore_errors=True)
    return run([*INDICT, "check", "--format", "json"], folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        large = matter(LARGE).write(Path(place, "large"))
        quarter = matter(QUARTER).write(Path(place, "quarter"))
        quotes = quoting(Path(place, "quotes"))
        found = interleaved(
            {"large": lambda: check(large), "quarter": lambda: check(quarter)}, asked.runs
        )
        cpu, small = middle(found["large"], "cpu"), middle(found["quarter"], "cpu")
        said("check, 4,000 paragraphs, CPU", cpu, GOALS["cpu"], "s")
        said("check, memory", middle(found["large"], "memory"), GOALS["memory"], "MB")
        said("growth for 4 times the matter", cpu / small, GOALS["growth"], f"{small:.2f} s for a quarter")  # fmt: skip
        first = check(quotes, cold=True)
        said("10,000 pages quoted, cold", first.wall, GOALS["cold"], f"s; {first.memory:.0f} MB")
        again = [check(quotes) for _ in range(asked.runs)]
        said("the same, nothing changed", middle(again, "wall"), GOALS["again"], "s")


if __name__ == "__main__":
    main()
