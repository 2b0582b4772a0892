"""Where git alone merges words of two sides, so do we, with the same outcome; and where it cannot, we mostly can."""

import random
import re
import subprocess
from pathlib import Path

import pytest

from indictment.merge import merged
from tests.built import GOLDEN, ROOT

FOLDERS = ("counts", "facts", "exhibits", "defendants", "schedules", "offences", "annexes", ".")
FILES = [
    path
    for root in (ROOT, GOLDEN / "republic")
    for folder in FOLDERS
    for path in sorted((root / folder).glob("*"))
    if path.suffix in (".md", ".yaml", ".csv") and path.name not in ("README.md", "CHANGELOG.md")
]
WORD = re.compile(r"[a-zA-Z]{4,}")


def reworded(text: str, rnd: random.Random, mark: str) -> str:
    """One to three words replaced, anywhere but in keys, labels and marks."""
    places = [m for m in WORD.finditer(text) if text[m.end() : m.end() + 1] in (" ", ".", ",")]
    for found in sorted(rnd.sample(places, min(len(places), rnd.randrange(1, 4))), key=lambda m: -m.start()):  # fmt: skip
        text = f"{text[: found.start()]}{mark}{rnd.randrange(1000)}{text[found.end() :]}"
    return text


@pytest.mark.slow
def test_words_of_two_sides_in_the_files_of_two_matters(tmp_path: Path) -> None:
    rnd = random.Random(1)
    files = [rnd.choice(FILES) for _ in range(400)]
    clean = alone = 0
    for path in files:
        base = path.read_text(encoding="utf-8")
        ours, theirs = reworded(base, rnd, "our"), reworded(base, rnd, "their")
        found = merged(base, ours, theirs, path=path.name)
        for name, text in (("o", base), ("a", ours), ("b", theirs)):
            (tmp_path / name).write_text(text, encoding="utf-8")
        command = ["git", "merge-file", "-p", "-q", *(str(tmp_path / name) for name in "aob")]
        git = subprocess.run(command, capture_output=True, check=False)
        if git.returncode == 0:
            clean += 1
            assert found.conflicts == (), path
            assert found.text == git.stdout.decode(), path
        else:
            alone += not found.conflicts
    assert clean > 200
    assert alone > 0.6 * (len(files) - clean)
