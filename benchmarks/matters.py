"""Large invented matters for the benchmarks, and versions of them: for the same numbers always the same text.

    .venv/bin/python -m benchmarks.matters FOLDER [--paragraphs 4000] [--words 280000] [--notes 2000] [--edits 200]

writes the matter into FOLDER/old and a version with so many edits into FOLDER/new.
"""

import argparse
import random
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

SMALL = [
    "the",
    "the",
    "the",
    "the",
    "of",
    "of",
    "of",
    "to",
    "and",
    "in",
    "a",
    "was",
    "were",
    "by",
    "that",
    "on",
    "with",
    "at",
    "from",
    "for",
    "had",
    "his",
    "their",
    "it",
]
WORDS = [
    "harbour",
    "granary",
    "guard",
    "captain",
    "comptroller",
    "ledger",
    "barge",
    "quay",
    "sacks",
    "wheat",
    "grain",
    "bakers",
    "guild",
    "keeper",
    "door",
    "key",
    "night",
    "morning",
    "market",
    "tower",
    "bridge",
    "river",
    "village",
    "road",
    "soldiers",
    "officers",
    "prisoners",
    "villagers",
    "witnesses",
    "children",
    "houses",
    "church",
    "school",
    "hospital",
    "station",
    "railway",
    "factory",
    "orders",
    "report",
    "letter",
    "minutes",
    "meeting",
    "council",
    "deputy",
    "commander",
    "brigade",
    "battalion",
    "company",
    "unit",
    "patrol",
    "column",
    "convoy",
    "artillery",
    "shells",
    "fire",
    "smoke",
    "windows",
    "roofs",
    "walls",
    "cellar",
    "courtyard",
    "garden",
    "fields",
    "forest",
    "hill",
    "valley",
    "border",
    "crossing",
    "camp",
    "barracks",
    "warehouse",
    "workshop",
    "office",
    "archive",
    "register",
    "stamp",
    "signature",
    "witnessed",
    "ordered",
    "carried",
    "removed",
    "counted",
    "loaded",
    "burned",
    "destroyed",
    "seized",
    "detained",
    "questioned",
    "beaten",
    "released",
    "transferred",
    "recorded",
    "signed",
    "reported",
    "denied",
    "confirmed",
    "observed",
    "entered",
    "left",
    "returned",
    "surrounded",
    "occupied",
    "shelled",
    "blocked",
    "opened",
    "closed",
    "guarded",
    "watched",
    "heard",
    "followed",
    "warned",
    "refused",
    "accepted",
    "demanded",
    "collected",
    "distributed",
    "armed",
    "unarmed",
    "several",
    "twelve",
    "forty",
    "hundred",
    "early",
    "late",
    "first",
    "second",
    "third",
    "northern",
    "southern",
    "eastern",
    "western",
    "upper",
    "lower",
    "old",
    "new",
    "empty",
    "heavy",
    "open",
    "public",
    "military",
    "civilian",
    "local",
    "senior",
    "former",
    "known",
    "unknown",
    "written",
    "oral",
    "daily",
    "sudden",
    "repeatedly",
    "immediately",
    "later",
    "again",
    "openly",
    "secretly",
    "together",
    "separately",
    "nearly",
    "almost",
    "already",
    "still",
    "never",
]

MATTER = """\
title: The Prosecutor against Edric Tollan
short-title: Tollan
tribunal: The Harbour Tribunal
parties: {prosecution: The Prosecutor}
date: 2021-05-04
"""
ACCUSED = "---\nname: Edric Tollan\n---\n\n@tollan commanded the Harbour Guard.\n"
OFFENCE = """\
title: Pillage
instrument: Charter of the Harbour Tribunal
provision: article 5(c)
citation: Charter of the Harbour Tribunal, article 5(c)
source: invented
modes:
  - {id: commission, printed: commission, provision: article 8(a)}
elements:
  - {id: taking, text: Property was taken., kind: conduct}
"""
COUNT = """\
---
title: Pillage of store {}
offence: pillage
defendants: [tollan]
modes: [commission]
period: {}
places: [Calderhaven]
---
"""
FIRST_DAY = date(2019, 1, 1)
"""Before the day of the first count: each is charged on a day of its own."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a matter is. Words count those of paragraphs and of notes that are no citation."""

    paragraphs: int = 4000
    words: int = 280_000
    notes: int = 2000
    """Of them three quarters are citations."""
    exhibits: int = 200
    references: int = 400
    """Cross-references to other paragraphs."""
    files: int = 40
    """Parts of the facts; a fifth as many counts stand behind them."""
    labelled: bool = True
    counts: int | None = None
    """Files of counts; a fifth of those of the facts, where it is None."""


@dataclass
class Large:
    """A matter: of each file the paragraphs, each a label and its sentences."""

    size: Size
    files: dict[str, list[tuple[str, list[str]]]]
    done: dict[str, int] = field(default_factory=dict)
    """How often each kind of edit was made."""

    def sources(self) -> dict[str, str]:
        """The files of the matter by path."""
        found = {
            "matter.yaml": MATTER,
            "defendants/01-tollan.md": ACCUSED,
            "offences/pillage.yaml": OFFENCE,
            "exhibits/exhibits.yaml": "exhibits:\n"
            + "".join(
                f"  ex-{n}: {{title: Report {n} of the office, short: Report {n}, date: 2019-04-02, pages: 90}}\n"
                for n in range(1, self.size.exhibits + 1)
            ),
        }
        for at, (name, paragraphs) in enumerate(self.files.items(), start=1):
            front = (
                COUNT.format(at, FIRST_DAY + timedelta(at))
                if name.startswith("counts/")
                else f"---\ntitle: Part {at}\n---\n"
            )
            found[name] = front + "".join(
                (f"\n{{#{label}}}\n" if self.size.labelled else "\n") + " ".join(sentences) + "\n"
                for label, sentences in paragraphs
            )
        return found

    def write(self, folder: Path) -> Path:
        """Write the files into a folder."""
        for name, text in self.sources().items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return folder


def matter(size: Size, seed: int = 1) -> Large:
    """A matter of that size."""
    chance = random.Random(seed)
    counts = max(1, size.files // 5) if size.counts is None else size.counts
    names = [f"facts/{n:02}-part-{n}.md" for n in range(1, size.files + 1)]
    names += [f"counts/{n:02}-count-{n}.md" for n in range(1, counts + 1)]
    noted = set(chance.sample(range(size.paragraphs * 3), size.notes))
    referring = set(chance.sample(range(size.paragraphs), min(size.references, size.paragraphs)))
    length = size.words / size.paragraphs / 3
    files: dict[str, list[tuple[str, list[str]]]] = {name: [] for name in names}
    for n in range(size.paragraphs):
        sentences = []
        for at in range(3):
            words = _words(chance, max(4, round(length * chance.uniform(0.7, 1.3))))
            if at == 0 and n in referring and size.labelled:
                words[2:2] = ["in", f"@para-{chance.randrange(size.paragraphs)}", "and"]
            sentences.append(
                _sentence(words) + (_note(chance, size) if n * 3 + at in noted else "")
            )
        files[names[n * len(names) // size.paragraphs]].append((f"para-{n}", sentences))
    return Large(size, files)


def _words(chance: random.Random, number: int) -> list[str]:
    """So many words, none of which stands twice in a row: in a draft that would be a fault each time."""
    words: list[str] = []
    while len(words) < number:
        word = chance.choice(SMALL if chance.random() < 0.38 else WORDS)
        if words[-1:] != [word]:
            words.append(word)
    return words


def _sentence(words: list[str]) -> str:
    return " ".join([words[0].capitalize(), *words[1:]]) + "."


def _note(chance: random.Random, size: Size) -> str:
    cite = f"[@ex-{chance.randint(1, size.exhibits)}, p. {chance.randint(1, 90)}]"
    if chance.random() < 0.75:
        return f" {cite}"
    return f" ^[{' '.join(_words(chance, 8)).capitalize()}; see {cite}.]"


EDITS = (
    ("word replaced", 60),
    ("words put in", 35),
    ("words taken out", 25),
    ("sentence put in", 15),
    ("citation changed", 15),
    ("paragraph put in", 20),
    ("paragraph taken out", 15),
    ("paragraph moved", 15),
)
"""Of 200 edits so many of each kind."""


def edited(old: Large, edits: int = 200, seed: int = 2) -> Large:
    """A version with so many edits, spread over the whole matter."""
    chance = random.Random(seed)
    new = Large(old.size, deepcopy(old.files))
    kinds = [kind for kind, often in EDITS for _ in range(often)]
    kinds = [kinds[n * len(kinds) // edits] for n in range(edits)]
    chance.shuffle(kinds)
    referred = "\n".join(old.sources().values())
    settled: set[str] = set()
    for number, kind in enumerate(kinds):
        while not _edit(new, kind, chance, number, referred, settled):
            pass
        new.done[kind] = new.done.get(kind, 0) + 1
    return new


def _edit(
    new: Large, kind: str, chance: random.Random, number: int, referred: str, settled: set[str]
) -> bool:
    name = chance.choice(list(new.files))
    paragraphs = new.files[name]
    if kind == "paragraph put in":
        sentences = [_sentence(_words(chance, 22)) for _ in range(3)]
        paragraphs.insert(chance.randint(0, len(paragraphs)), (f"new-{number}", sentences))
        settled.add(f"new-{number}")
        return True
    at = chance.randrange(len(paragraphs))
    label, sentences = paragraphs[at]
    if label in settled or len(paragraphs) < 3:
        return False
    settled.add(label)
    which = chance.randrange(len(sentences))
    words = sentences[which].split(" ")
    places = [n for n, word in enumerate(words) if n > 0 and word.isalpha()]
    if kind == "paragraph taken out":
        if f"@{label} " in referred:
            return False
        del paragraphs[at]
    elif kind == "paragraph moved":
        del paragraphs[at]
        home = new.files[chance.choice(list(new.files))]
        home.insert(chance.randint(0, len(home)), (label, sentences))
    elif kind == "sentence put in":
        sentences.insert(which, _sentence(_words(chance, 14)))
    elif kind == "citation changed":
        if ", p. " not in sentences[which] or "^[" in sentences[which]:
            return False
        lead, _, _ = sentences[which].rpartition(", p. ")
        sentences[which] = f"{lead}, p. {chance.randint(1, 90)}]"
    else:
        spot = chance.choice(places)
        if kind == "word replaced":
            words[spot] = "altogether"
        elif kind == "words put in":
            words[spot:spot] = _words(chance, 3)
        else:
            del words[spot : spot + 2]
            if not words[-1].endswith((".", "]")):
                words[-1] += "."
        sentences[which] = " ".join(words)
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--paragraphs", type=int, default=4000)
    parser.add_argument("--words", type=int, default=280_000)
    parser.add_argument("--notes", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--unlabelled", action="store_true")
    asked = parser.parse_args()
    size = Size(asked.paragraphs, asked.words, asked.notes, labelled=not asked.unlabelled)
    old = matter(size)
    new = edited(old, asked.edits)
    old.write(asked.folder / "old")
    new.write(asked.folder / "new")
    for kind, often in new.done.items():
        print(f"{often:4} {kind}")


if __name__ == "__main__":
    main()
