"""Printed numbers of paragraphs -> Word's own numbering, which must print the same.

One multilevel list numbers all paragraphs (level 0) and sub-paragraphs (levels 1 to 3), another the
headings where the form numbers them. Word counts
a level on through the document and begins it again below each paragraph of a higher level; where
the page begins again elsewhere (an annex, a second list under one paragraph), the paragraphs get a
`w:num` of their own with a start override. Numbers that were put in after filing (32A) have lists of
their own (`suffixed`). Everything else that differs is an error.

A redline is counted twice: once without what is deleted, once without what is inserted. A list of
its own begins again in each of the two where it is used first there, so that one `w:num` for a
paragraph mostly serves both.
"""

import re
from collections.abc import Iterable, Mapping

from indictment.render.page.mistakes import NumbersDiffer, StyleMissing
from indictment.render.word.counting import Count
from indictment.render.word.marks import BOTH, Mark, Version, versions
from indictment.render.word.suffixed import Suffixed, follows
from indictment.render.word.xml import Element, W, child, element, has_class, words
from indictment.value import dataclass

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


def numbers(node: Element, mark: Mark | None, divided: Mark | None) -> dict[Version, str]:
    """The number that a numbered element of the page has in each version that has it.

    `mark` is the change of the whole element. `divided` is that of the mark of the paragraph
    before, where that alone is marked: the version in which both are one does not count this one.
    """
    printed = words(node[0])
    had = node[1] if len(node) > 1 and has_class(node[1], "old-number") else None
    texts: dict[Version, str] = {
        "new": printed,
        "old": words(had)[1:-1] if had is not None else printed,
    }
    theirs = versions(mark)
    if mark is None and divided is not None:
        theirs = versions(divided)
    return {version: text for version, text in texts.items() if version in theirs}


class Numbering:
    """The lists of one document; `lists` is the root of numbering.xml."""

    def __init__(self, lists: Element, abstract: Element) -> None:
        self._lists = lists
        self._abstract = abstract
        self._base = number_of(lists, abstract)
        self._forms: dict[int, Form] = {}
        self._counts: dict[Version, Count] = {version: Count() for version in BOTH}
        self._restarts: dict[int, int] = {}
        self._used: dict[int, int] = {0: self._base}
        self._level = 0
        self._suffixed = Suffixed(lists, abstract)
        self._beside = ""
        """The number of the last paragraph, where Word does not count to it: 32A."""
        self.differences: list[str] = []
        """Numbers of the old version that Word will print otherwise once all is rejected."""

    def follow(self, level: int, text: str | Mapping[Version, str]) -> int:
        """The `w:numId` under which Word prints `text` for the next paragraph of `level`.

        `text` has the number in each version that has the paragraph. Where no list serves both,
        the new version is served, and `differences` has the number of the old one.

        Raises:
            NumbersDiffer: Word would print another number.
        """
        texts: Mapping[Version, str] = dict.fromkeys(BOTH, text) if isinstance(text, str) else text
        if level == 0 and (used := self._put_beside(texts)):
            return used
        self._beside = ""
        form = self._forms.get(level) or self._learn(level, next(iter(texts.values())))
        used = self._list_for(level, texts, form)
        for version, wanted in texts.items():
            count = self._counts[version]
            number = count.next(level, used, self._restarts.get(used))
            printed = form.printed(number)
            if printed != wanted and version == "new":
                raise NumbersDiffer(f"the page prints {wanted!r} where Word prints {printed!r}")
            if printed != wanted:
                self.differences.append(f"{wanted!r} is printed as {printed!r}")
            if len(texts) == len(BOTH):
                count.go_on(level, used, number)
                count.steps.clear()
            else:
                count.step(level, used, number, wanted)
        self._used = {upper: n for upper, n in self._used.items() if upper < level} | {level: used}
        for deeper in range(level + 1, 4):
            self._used[deeper] = used
        self._used.setdefault(0, self._base)
        self._level = level
        return used

    def place(
        self, paragraph: Element, versions: Iterable[Version] = BOTH
    ) -> dict[Version, Native]:
        """Note the paragraph that `follow` numbered last, and give its number in each version: one and the
        same where it is the same.
        """
        natives: dict[Version, Native] = {}
        for version in versions:
            count = self._counts[version]
            own = self._beside
            if not own:
                own = self._forms[self._level].printed(count.levels[self._level]).rstrip(".")
            above = tuple(known for _, known in sorted(count.placed.items()))
            native = Native(own, above)
            known = next(iter(natives.values()), native)
            natives[version] = known if known == native else native
            count.place(paragraph, self._level, own)
        return natives

    def _put_beside(self, texts: Mapping[Version, str]) -> int:
        """The list of a paragraph that Word cannot count to, which is its own; 0 for any other.

        The list of all paragraphs goes on behind it as if it were not there.
        """
        leading, text = next(iter(texts.items()))
        if not follows(text, self._counts[leading].levels.get(0, 0)):
            return 0
        self._beside, self._level = text.rstrip("."), 0
        for version, wanted in texts.items():
            self._counts[version].placed = {}
            if wanted != text:
                self.differences.append(f"{wanted!r} is printed as {text!r}")
        return self._suffixed.number(text)

    def _list_for(self, level: int, texts: Mapping[Version, str], form: Form) -> int:
        """The list that goes on, one that begins again, or the one that serves the new version."""
        current = self._used.get(level, self._used[0])

        def serves(used: int | None, version: Version) -> bool:
            if used is None:
                return texts[version] == form.printed(1)
            count = self._counts[version]
            if level == 0 and count.levels and 0 not in count.levels:
                # LibreOffice takes what stands above the first paragraph, below 0A, for a part of 1
                return self._restarts.get(used) == 0 and texts[version] == form.printed(1)
            number = count.next(level, used, self._restarts.get(used))
            return texts[version] == form.printed(number)

        # A paragraph that only one version has may have left another list behind it.
        before = [self._counts[version].lists.get(level) for version in texts]
        for used in dict.fromkeys((current, *(one for one in before if one is not None), None)):
            if all(serves(used, version) for version in texts):
                return self._restart(level) if used is None else used
        earlier = self._from_earlier(level, texts, form) if len(texts) == len(BOTH) else None
        if earlier is not None:
            return earlier
        leading = next(iter(texts))
        if not serves(current, leading) and serves(None, leading):
            return self._restart(level)
        return current

    def _from_earlier(self, level: int, texts: Mapping[Version, str], form: Form) -> int | None:
        """A list that begins again for a version some paragraphs before, and here for the other."""

        def printed(at: int, number: int) -> str:
            return self._forms[at].printed(number)

        for version, other in (BOTH, BOTH[::-1]):
            fresh = self._next_list()
            made = self._counts[version].with_list(level, fresh, printed)
            if (
                made is not None
                and form.printed(made.levels.get(level, 0) + 1) == texts[version]
                and form.printed(1) == texts[other]
            ):
                self._counts[version] = made
                made.rewrite()
                return self._restart(level)
        return None

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

    def _next_list(self) -> int:
        return max(int(one.get(f"{W}numId") or 0) for one in self._lists.iter(f"{W}num")) + 1

    def _restart(self, level: int) -> int:
        used = self._next_list()
        made = child(self._lists, "num", numId=used)
        child(made, "abstractNumId", val=self._abstract.get(f"{W}abstractNumId") or "")
        child(child(made, "lvlOverride", ilvl=level), "startOverride", val=1)
        self._restarts[used] = level
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
