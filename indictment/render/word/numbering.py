"""Printed numbers of paragraphs -> Word's own numbering, which must print the same.

One multilevel list numbers all paragraphs (level 0) and sub-paragraphs (levels 1 to 3), another the
headings where the form numbers them. Word counts
a level on through the document and begins it again below each paragraph of a higher level; where
the page begins again elsewhere (an annex, a second list under one paragraph), the paragraphs get a
`w:num` of their own with a start override. Numbers that were put in after filing (32A) have lists of
their own (`suffixed`). Everything else that differs is an error.
"""

import re
from dataclasses import dataclass

from indictment.render.page.mistakes import NumbersDiffer, StyleMissing
from indictment.render.word.suffixed import Suffixed, follows
from indictment.render.word.xml import Element, W, child, element

NUMBER = re.compile(r"(?P<before>.*?)(?P<core>[0-9]+|[A-Za-z]+)(?P<after>\W*)", re.DOTALL)
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
         (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
FORMATS = ("decimal", "lowerRoman", "lowerLetter", "upperRoman", "upperLetter")
"""In the order in which a first number is tried: a list that begins with (i) counts in Roman."""


def formatted(form: str, number: int) -> str:
    """A number as Word prints it in one of `FORMATS`: z is followed by aa, bb, cc.

    ISO/IEC 29500-1, 17.18.59.
    """
    if form == "decimal":
        return str(number)
    if form.endswith("Letter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    else:
        letters, rest = "", number
        for value, sign in ROMAN:
            letters += sign * (rest // value)
            rest %= value
    return letters if form.startswith("lower") else letters.upper()


@dataclass(frozen=True, slots=True)
class Form:
    """How one level is printed: ("(", "lowerLetter", ")")."""

    before: str
    format: str
    after: str

    def printed(self, number: int) -> str:
        """The whole number, with its brackets."""
        return f"{self.before}{formatted(self.format, number)}{self.after}"


def form_of_first(text: str) -> Form:
    """The form of a level whose first printed number is `text`.

    Raises:
        NumbersDiffer: `text` is not the first number of any form.
    """
    found = NUMBER.fullmatch(text)
    for form in FORMATS if found else ():
        if found and formatted(form, 1) == found["core"]:
            return Form(found["before"], form, found["after"])
    raise NumbersDiffer(
        f"the first number of a list is printed as {text!r}; Word would begin at 1, a, i or A"
    )


@dataclass(frozen=True, slots=True)
class Native:
    r"""What Word knows of a numbered paragraph.

    `own` is its number without the full stop at its end, as the field REF with the switch \n
    yields it; `above` are the numbers and paragraphs above it, the highest first.
    """

    own: str
    above: "tuple[tuple[str, Element], ...]" = ()

    @property
    def full(self) -> str:
        """The number with those above it: 32(a)(i)."""
        return self.joined("")

    def joined(self, sign: str) -> str:
        """The number with those above it and `sign` between them: with a full stop, II.A.1."""
        return sign.join((*(own for own, _ in self.above), self.own))


class Numbering:
    """The lists of one document; `lists` is the root of numbering.xml."""

    def __init__(self, lists: Element, abstract: Element) -> None:
        self._lists = lists
        self._abstract = abstract
        self._base = number_of(lists, abstract)
        self._forms: dict[int, Form] = {}
        self._counts: dict[int, int] = {}
        self._used: dict[int, int] = {0: self._base}
        self._placed: dict[int, tuple[str, Element]] = {}
        self._suffixed = Suffixed(lists, abstract)
        self._beside = ""
        """The number of the last paragraph, where Word does not count to it: 32A."""

    def follow(self, level: int, text: str) -> int:
        """The `w:numId` under which Word prints `text` for the next paragraph of `level`.

        Raises:
            NumbersDiffer: Word would print another number.
        """
        if level == 0 and follows(text, self._counts.get(0, 0)):
            # its list is its own: this one goes on behind it as if it were not there
            self._beside = text.rstrip(".")
            return self._suffixed.number(text)
        self._beside = ""
        form = self._forms.get(level) or self._learn(level, text)
        expected = self._counts.get(level, 0) + 1
        # LibreOffice takes what stands above the first paragraph, below 0A, for a part of 1
        begins = level == 0 and expected == 1 and bool(self._counts)
        if text == form.printed(expected) and not begins:
            number, used = expected, self._used.get(level, self._used[0])
        elif text == form.printed(1):
            number, used = 1, self._restart(level)
        else:
            printed = form.printed(expected)
            raise NumbersDiffer(f"the page prints {text!r} where Word prints {printed!r}")
        self._counts = {upper: n for upper, n in self._counts.items() if upper < level} | {
            level: number
        }
        self._used = {upper: n for upper, n in self._used.items() if upper < level} | {level: used}
        for deeper in range(level + 1, 4):
            self._used[deeper] = used
        self._used.setdefault(0, self._base)
        return used

    def place(self, paragraph: Element) -> Native:
        """Note the paragraph that `follow` numbered last."""
        level = 0 if self._beside else max(self._counts)
        own = self._beside or self._forms[level].printed(self._counts[level]).rstrip(".")
        self._placed = {upper: known for upper, known in self._placed.items() if upper < level}
        native = Native(own, tuple(known for _, known in sorted(self._placed.items())))
        self._placed[level] = (own, paragraph)
        return native

    def _learn(self, level: int, text: str) -> Form:
        form = form_of_first(text)
        self._forms[level] = form
        shape = next(
            (one for one in self._abstract.iter(f"{W}lvl") if one.get(f"{W}ilvl") == str(level)),
            None,
        )
        if shape is None:
            raise StyleMissing(f"its numbering has no level {level}")
        for name, value in (
            ("numFmt", form.format),
            ("lvlText", f"{form.before}%{level + 1}{form.after}"),
        ):
            for setting in shape.iter(W + name):
                setting.set(f"{W}val", value)
        return form

    def _restart(self, level: int) -> int:
        used = max(int(one.get(f"{W}numId") or 0) for one in self._lists.iter(f"{W}num")) + 1
        made = child(self._lists, "num", numId=used)
        child(made, "abstractNumId", val=self._abstract.get(f"{W}abstractNumId") or "")
        child(child(made, "lvlOverride", ilvl=level), "startOverride", val=1)
        return used


def tied_to(lists: Element, style: str) -> Element:
    """The abstract numbering of a style.

    Raises:
        StyleMissing: reference.docx has none.
    """
    for abstract in lists.iter(f"{W}abstractNum"):
        if any(tie.get(f"{W}val") == style for tie in abstract.iter(f"{W}pStyle")):
            return abstract
    raise StyleMissing(f"no numbering is tied to the style “{style}”")


def number_of(lists: Element, abstract: Element) -> int:
    """The first `w:numId` that uses an abstract numbering.

    Raises:
        StyleMissing: no list of reference.docx uses it.
    """
    wanted = abstract.get(f"{W}abstractNumId")
    for number in lists.iter(f"{W}num"):
        if any(tie.get(f"{W}val") == wanted for tie in number.iter(f"{W}abstractNumId")):
            return int(number.get(f"{W}numId") or 0)
    raise StyleMissing("one of its numberings is used by no list")


def for_headings(lists: Element) -> Numbering:
    """A list of four levels for headings: the number stands in the line, a space before the words.

    ISO/IEC 29500-1, 17.9: `w:abstractNum` stands before every `w:num`.
    """
    known = list(lists.iter(f"{W}abstractNum"))
    made = element(
        "abstractNum", abstractNumId=1 + max(int(a.get(f"{W}abstractNumId") or 0) for a in known)
    )
    child(made, "multiLevelType", val="multilevel")
    for level in range(4):
        shape = child(made, "lvl", ilvl=level)
        child(shape, "start", val=1)
        child(shape, "numFmt", val="decimal")
        child(shape, "suff", val="space")
        child(shape, "lvlText", val=f"%{level + 1}.")
        child(shape, "lvlJc", val="left")
        child(child(shape, "pPr"), "ind", left=0, firstLine=0)
    known[-1].addnext(made)
    used = 1 + max(int(one.get(f"{W}numId") or 0) for one in lists.iter(f"{W}num"))
    child(child(lists, "num", numId=used), "abstractNumId", val=made.get(f"{W}abstractNumId") or "")
    return Numbering(lists, made)
