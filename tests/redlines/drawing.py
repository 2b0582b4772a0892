"""A number -> a matter, and versions of it in which a few things were edited: always the same for a number.

The generator knows what each piece is (`uid`) whatever it says and wherever it stands, so that what the
redline pairs can be held against it.
"""

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

KINDS = (
    "word replaced",
    "words put in",
    "words taken out",
    "sentence put in or taken out",
    "paragraph put in",
    "paragraph taken out",
    "paragraph moved",
    "paragraph moved and edited",
    "paragraph divided or joined",
    "note put in or taken out, citation changed",
    "sub-paragraph or row put in or taken out",
    "emphasis or heading changed",
)
"""The twelve kinds of edit."""

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
    "not",
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
    "destroyed",
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


@dataclass
class Note:
    """A note or a citation at the end of a sentence. `source` is what stands in the file."""

    uid: int
    source: str


@dataclass
class Sentence:
    """Words as they are typed (with emphasis and references), and the notes at its end."""

    words: list[str]
    notes: list[Note] = field(default_factory=list)

    def written(self) -> str:
        return " ".join(self.words) + "." + "".join(f" {note.source}" for note in self.notes)


@dataclass
class Part:
    """A sub-paragraph, or a row of a table (its cells)."""

    uid: int
    label: str
    cells: list[str]


@dataclass
class Para:
    """A numbered paragraph with its sub-paragraphs, or its table."""

    uid: int
    label: str
    sentences: list[Sentence]
    subs: list[Part] = field(default_factory=list)
    rows: list[Part] = field(default_factory=list)

    @property
    def is_plain(self) -> bool:
        return not self.subs and not self.rows

    def written(self) -> str:
        lines = [f"{{#{self.label}}}"] if self.label else []
        lines.append(" ".join(one.written() for one in self.sentences))
        if self.subs:
            lines.append("")
        for number, sub in enumerate(self.subs, start=1):
            lead = f"{number}. "
            if sub.label:
                lines.append(f"{lead}{{#{sub.label}}}")
                lead = "   "
            lines.append(lead + sub.cells[0])
        if self.rows:
            lines += ["", "| Place | Day | What was found |", "|:--|--:|:--|"]
            lines += [f"| {' | '.join(row.cells)} |" for row in self.rows]
        return "\n".join(lines) + "\n"


@dataclass
class Head:
    """A heading: of a file, or inside it."""

    uid: int
    words: list[str]


@dataclass
class Written:
    """A file: its heading, then paragraphs and headings."""

    name: str
    head: Head
    blocks: list[Para | Head]


@dataclass
class Drawn:
    """A version of a matter."""

    labelled: bool
    files: list[Written]
    exhibits: int
    next_uid: int = 0
    divided: dict[int, int] = field(default_factory=dict)
    """The rest of a paragraph that was divided -> the paragraph."""
    joined: dict[int, int] = field(default_factory=dict)
    """A paragraph that is gone -> the one that goes on in its words."""
    moved: set[int] = field(default_factory=set)

    def uid(self) -> int:
        self.next_uid += 1
        return self.next_uid

    def label(self, uid: int, kind: str = "para") -> str:
        return f"{kind}-{uid}" if self.labelled else ""

    def paragraphs(self) -> list[Para]:
        """All of them in the order of the document."""
        return [one for file in self.files for one in file.blocks if isinstance(one, Para)]

    def headings(self) -> list[Head]:
        return [
            one for file in self.files for one in (file.head, *file.blocks) if isinstance(one, Head)
        ]

    def sources(self) -> dict[str, str]:
        """The files of the matter that the generator writes."""
        found = {}
        for file in self.files:
            front = f"---\ntitle: {' '.join(file.head.words)}\n"
            if file.name.startswith("counts/"):
                front += "offence: pillage\ndefendants: [tollan, casavant]\nmodes: [commission]\n"
                front += "period: 2019-03-02\nplaces: [Calderhaven]\n"
            text = "\n".join(
                one.written() if isinstance(one, Para) else f"## {' '.join(one.words)}\n"
                for one in file.blocks
            )
            found[file.name] = f"{front}---\n\n{text}"
        listed = "".join(
            f"  ex-{n}: {{title: Report {n} of the office, short: Report {n}, date: 2019-04-02, pages: 90}}\n"
            for n in range(1, self.exhibits + 1)
        )
        found["exhibits/exhibits.yaml"] = f"exhibits:\n{listed}"
        return found


class Drawing:
    """One source of chance for a matter and its versions."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def matter(self) -> Drawn:
        """20 to 60 paragraphs in four files; every second matter has labels."""
        drawn = Drawn(self.chance.random() < 0.5, [], 8)
        number = self.chance.randint(20, 60)
        names = [
            "facts/01-first.md",
            "facts/02-second.md",
            "facts/03-third.md",
            "counts/01-count.md",
        ]
        for at, name in enumerate(names):
            head = Head(drawn.uid(), self._heading())
            blocks: list[Para | Head] = []
            for n in range(number * (at + 1) // 4 - number * at // 4):
                if n in (3, 8) and self.chance.random() < 0.7:
                    blocks.append(Head(drawn.uid(), self._heading()))
                blocks.append(self.paragraph(drawn))
            drawn.files.append(Written(name, head, blocks))
        for para in drawn.paragraphs():
            if self.chance.random() < 0.15:
                self._refer(drawn, para)
        return drawn

    def _heading(self) -> list[str]:
        return ["The", *self.chance.sample(WORDS, self.chance.randint(2, 5))]

    def words(self, number: int) -> list[str]:
        """Words as in prose: every third is a small one."""
        found: list[str] = []
        while len(found) < number:
            small = self.chance.random() < 0.38
            word = self.chance.choice(SMALL if small else WORDS)
            if not found or word != found[-1].rstrip(","):
                comma = not small and self.chance.random() < 0.06 and len(found) + 1 < number
                found.append(word + ("," if comma else ""))
        return found

    def sentence(self, drawn: Drawn) -> Sentence:
        words = self.words(self.chance.randint(6, 18))
        if self.chance.random() < 0.08:
            words[1:1] = [f"{self.chance.randint(2, 28)} March 2019", "at"]
            words[1:2] = words[1].split()
        words[0] = words[0].capitalize()
        notes = [self.note(drawn)] if self.chance.random() < 0.3 else []
        return Sentence(words, notes)

    def note(self, drawn: Drawn) -> Note:
        cite = f"[@ex-{self.chance.randint(1, drawn.exhibits)}, p. {self.chance.randint(1, 60)}]"
        if self.chance.random() < 0.25:
            words = self.words(self.chance.randint(5, 12))
            return Note(drawn.uid(), f"^[{' '.join(words).capitalize()}; see {cite}.]")
        return Note(drawn.uid(), cite)

    def paragraph(self, drawn: Drawn) -> Para:
        uid = drawn.uid()
        sentences = [self.sentence(drawn) for _ in range(self.chance.randint(2, 6))]
        para = Para(uid, drawn.label(uid), sentences)
        kind = self.chance.random()
        if kind < 0.12:
            para.subs = [self.sub(drawn) for _ in range(self.chance.randint(2, 5))]
        elif kind < 0.2:
            para.rows = [self.row(drawn) for _ in range(self.chance.randint(2, 6))]
        return para

    def sub(self, drawn: Drawn) -> Part:
        uid = drawn.uid()
        words = self.words(self.chance.randint(7, 14))
        return Part(uid, drawn.label(uid, "sub"), [" ".join(words) + ";"])

    def row(self, drawn: Drawn) -> Part:
        what = " ".join(self.words(self.chance.randint(4, 9)))
        place = self.chance.choice(WORDS).capitalize()
        return Part(drawn.uid(), "", [place, str(self.chance.randint(1, 31)), what])

    def _refer(self, drawn: Drawn, para: Para) -> None:
        target = self.chance.choice(drawn.paragraphs()).label if drawn.labelled else "second"
        sentence = self.chance.choice(para.sentences)
        sentence.words[2:2] = ["in", f"@{target}", "and"]

    # --- edits ---------------------------------------------------------------------------------

    def version(self, base: Drawn, edits: int) -> tuple[Drawn, list[str]]:
        """A version with so many edits, and their kinds."""
        new = deepcopy(base)
        editing = _Editing(self, new)
        done: list[str] = []
        while len(done) < edits:
            kind = self.chance.choice(KINDS)
            if editing.edit(kind):
                done.append(kind)
        return new, done


class _Editing:
    """The edits of one version. What was moved, divided or joined is left alone afterwards."""

    def __init__(self, drawing: Drawing, drawn: Drawn) -> None:
        self.by = drawing
        self.chance = drawing.chance
        self.drawn = drawn
        self.settled: set[int] = set()
        text = "\n".join(drawn.sources().values())
        self.referred = {p.uid for p in drawn.paragraphs() if p.label and f"@{p.label} " in text}

    def edit(self, kind: str) -> bool:
        """One edit; False where none of that kind can be made."""
        return bool(getattr(self, "_" + kind.split(",")[0].replace(" ", "_").replace("-", "_"))())

    def _para(self, *, gone: bool = False, plain: bool = False) -> Para | None:
        free = [
            p
            for p in self.drawn.paragraphs()
            if p.uid not in self.settled
            and not (gone and p.uid in self.referred)
            and (p.is_plain or not plain)
        ]
        return self.chance.choice(free) if free else None

    def _home(self, para: Para) -> tuple[Written, int]:
        return next(
            (file, at)
            for file in self.drawn.files
            for at, one in enumerate(file.blocks)
            if one is para
        )

    def _spot(self) -> tuple[Sentence, list[int]] | None:
        """A sentence, and where in it words stand that are only words."""
        para = self._para()
        if para is None:
            return None
        sentence = self.chance.choice(para.sentences)
        plain = [n for n, word in enumerate(sentence.words) if word.isalpha() and n > 0]
        return (sentence, plain) if len(plain) > 4 else None

    def _word_replaced(self) -> bool:
        if not (spot := self._spot()):
            return False
        sentence, places = spot
        at = self.chance.choice(places)
        old = sentence.words[at]
        sentence.words[at] = self.chance.choice([word for word in WORDS if word != old])
        return True

    def _words_put_in(self) -> bool:
        if not (spot := self._spot()):
            return False
        sentence, places = spot
        at = self.chance.choice(places)
        sentence.words[at:at] = self.by.words(self.chance.randint(1, 4))
        return True

    def _words_taken_out(self) -> bool:
        if not (spot := self._spot()):
            return False
        sentence, places = spot
        runs = [n for n in places if n + 1 in places and len(sentence.words) > 7]
        if not runs:
            return False
        at = self.chance.choice(runs)
        del sentence.words[at : at + self.chance.randint(1, 2)]
        return True

    def _sentence_put_in_or_taken_out(self) -> bool:
        para = self._para()
        if para is None:
            return False
        spare = [s for s in para.sentences if not any("@" in word for word in s.words)]
        if self.chance.random() < 0.5 and len(para.sentences) > 2 and spare:
            para.sentences.remove(self.chance.choice(spare))
        else:
            at = self.chance.randint(0, len(para.sentences))
            para.sentences.insert(at, self.by.sentence(self.drawn))
        return True

    def _paragraph_put_in(self) -> bool:
        file = self.chance.choice(self.drawn.files)
        para = self.by.paragraph(self.drawn)
        file.blocks.insert(self.chance.randint(0, len(file.blocks)), para)
        self.settled.add(para.uid)
        return True

    def _paragraph_taken_out(self) -> bool:
        para = self._para(gone=True)
        if para is None:
            return False
        file, at = self._home(para)
        if sum(isinstance(one, Para) for one in file.blocks) < 3:
            return False
        del file.blocks[at]
        return True

    def _paragraph_moved(self) -> Para | None:
        para = self._para()
        if para is None:
            return None
        file, at = self._home(para)
        if sum(isinstance(one, Para) for one in file.blocks) < 3:
            return None
        del file.blocks[at]
        where = self.chance.choice(self.drawn.files)
        places = [n for n in range(len(where.blocks) + 1) if where is not file or abs(n - at) > 2]
        where.blocks.insert(self.chance.choice(places or [0]), para)
        self.settled.add(para.uid)
        self.drawn.moved.add(para.uid)
        return para

    def _paragraph_moved_and_edited(self) -> bool:
        para = self._paragraph_moved()
        if para is None:
            return False
        sentence = max(para.sentences, key=lambda one: len(one.words))
        places = [n for n, word in enumerate(sentence.words) if word.isalpha() and n > 0]
        for at in self.chance.sample(places, min(2, len(places))):
            sentence.words[at] = self.chance.choice(WORDS)
        return True

    def _paragraph_divided_or_joined(self) -> bool:
        if self.chance.random() < 0.5:
            para = self._para(plain=True)
            if para is None or len(para.sentences) < 2:
                return False
            file, at = self._home(para)
            cut = self.chance.randint(1, len(para.sentences) - 1)
            uid = self.drawn.uid()
            rest = Para(uid, self.drawn.label(uid), para.sentences[cut:])
            para.sentences = para.sentences[:cut]
            file.blocks.insert(at + 1, rest)
            self.drawn.divided[uid] = para.uid
            self.settled |= {para.uid, uid}
            return True
        first = self._para(plain=True)
        if first is None:
            return False
        file, at = self._home(first)
        following = file.blocks[at + 1] if at + 1 < len(file.blocks) else None
        if (
            not isinstance(following, Para)
            or following.uid in self.settled | self.referred
            or not following.is_plain
        ):
            return False
        first.sentences += following.sentences
        del file.blocks[at + 1]
        self.drawn.joined[following.uid] = first.uid
        self.settled |= {first.uid, following.uid}
        return True

    def _note_put_in_or_taken_out(self) -> bool:
        para = self._para()
        if para is None:
            return False
        noted = [s for s in para.sentences if s.notes]
        way = self.chance.choice(("in", "out", "changed"))
        if way == "in":
            bare = [s for s in para.sentences if not s.notes]
            if bare:
                self.chance.choice(bare).notes.append(self.by.note(self.drawn))
            return bool(bare)
        if not noted:
            return False
        sentence = self.chance.choice(noted)
        if way == "out":
            sentence.notes.pop()
            return True
        note = sentence.notes[0]
        before, _, _ = note.source.partition("[@")
        page = f"{self.chance.randint(61, 89)}]"
        exhibit = self.chance.randint(1, self.drawn.exhibits)
        ending = ".]" if before.startswith("^") else ""
        sentence.notes[0] = Note(note.uid, f"{before}[@ex-{exhibit}, p. {page}{ending}")
        return True

    def _sub_paragraph_or_row_put_in_or_taken_out(self) -> bool:
        having = [
            p for p in self.drawn.paragraphs() if not p.is_plain and p.uid not in self.settled
        ]
        if not having:
            return False
        para = self.chance.choice(having)
        parts, new = (para.subs, self.by.sub) if para.subs else (para.rows, self.by.row)
        if self.chance.random() < 0.5 and len(parts) > 2:
            del parts[self.chance.randrange(len(parts))]
        else:
            parts.insert(self.chance.randint(0, len(parts)), new(self.drawn))
        return True

    def _emphasis_or_heading_changed(self) -> bool:
        if self.chance.random() < 0.4:
            head = self.chance.choice(self.drawn.headings())
            head.words[self.chance.randrange(1, len(head.words))] = self.chance.choice(WORDS)
            return True
        if not (spot := self._spot()):
            return False
        sentence, places = spot
        at = self.chance.choice(places)
        sign = self.chance.choice(("*", "**"))
        sentence.words[at] = f"{sign}{sentence.words[at]}{sign}"
        return True


def versions(seed: int, number: int, most: int = 8) -> Iterator[tuple[Drawn, Drawn, list[str]]]:
    """A drawn matter, and so many versions of it, each with 1 to `most` edits."""
    drawing = Drawing(seed)
    base = drawing.matter()
    for _ in range(number):
        new, kinds = drawing.version(base, drawing.chance.randint(1, most))
        yield base, new, kinds
