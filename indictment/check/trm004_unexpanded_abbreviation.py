"""An abbreviation should be written out where it is first used, or in a glossary.

A judge is not bound to know what three letters stand for. "Federal Security Service (FSB)", "FSB (Federal Security
Service)", a defined term, or a line of a table in an annex is enough. Left out are abbreviations that every lawyer reads
(UN, EU, NATO, USA, UK, ICC and a few more), numerals, symbols and marks of documents, words in quotations, and what
the exhibit list prints.

For example, "The OSCE reported …" where no paragraph says what the OSCE is.

Write the name in full at the first use, with the abbreviation in brackets behind it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from indictment.check.declare import rule
from indictment.check.passages import Passage
from indictment.check.terms import printed, terms
from indictment.diagnostics import Diagnostic, Related, Severity, Span
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)
NEEDS_WHOLE = True

_KNOWN = frozenset(
    re.findall(
        r"\w+",
        """UN EU UK US USA USSR NATO ICC ICJ NGO UTC GMT CET CEST BC AD AM PM TV ID IT OK PDF SMS GPS DNA CCTV URL USB VAT
        CEO HIV AIDS SOS VIP USD EUR GBP RUB UAH UNESCO UNICEF CV PO PS NB ООН ЄС НАТО США СРСР ЕС СССР ONU UE OTAN
        LLC LLP PLC JSC OJSC AG SA NV BV COUNT COUNTS ANNEX PART THE AND NOT OF""",
    )
)
_UNFINISHED = frozenset({"TODO", "TBC", "TBD", "TBA", "TBS", "FIXME"})
"""Marks of which TXT002 speaks."""
_SKIPPED = _KNOWN | _UNFINISHED
_TOKEN = re.compile(r"(?<![\w./&@-])(?P<word>[^\W\d_a-z]{2,6})(?P<plural>s?)(?![\w/&]|[-.]\w)")
_MAY_BE = re.compile(r"[^\x00-@\[-\x7f][^\x00-@\[-\x7f]")
"""Two signs that may be capitals: any but those of ASCII that are none. Looked for first, because it is quick."""
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_INTRODUCED = r"(?:(?:hereinafter|hereafter|collectively|abbreviated|referred\s+to|known|in\s+\w+|as|or|the|its|short)[\s:,]+)*"


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each abbreviation at its first use, if it is written out nowhere or only later."""
    every = printed(indictment)
    found: dict[str, list[tuple[int, int]]] = {}
    for number, passage in enumerate(every):
        for match in _TOKEN.finditer(passage.text) if _MAY_BE.search(passage.text) else ():
            if match["word"] not in _SKIPPED and _is_abbreviation(match, passage):
                found.setdefault(match["word"], []).append((number, match.start()))
    if not found:
        return
    names = _names(indictment)
    defined = {term.key for term in terms(indictment)}
    lower = _lower_words(indictment, frozenset(word.lower() for word in found))
    for word, places in found.items():
        if word in names or word in defined or word.lower() in lower:
            continue
        if _is_surname(word, places, every):
            continue
        if not any(every[number].kind != "quotation" for number, _ in places):
            continue
        number, begin = places[0]
        span = every[number].at(begin, begin + len(word))
        expanded = _expanded(word, every, sorted({number for number, _ in places}))
        if expanded is None:
            yield RULE.at(
                span,
                f"“{word}” is an abbreviation that is written out nowhere",
                help=f"write the name in full here, and ({word}) behind it",
            )
        elif expanded[:2] > (number, begin) and every[number].kind not in ("heading", "note"):
            yield _late(word, span, every[expanded[0]].at(*expanded[1:]))


def _late(word: str, span: Span, later: Span) -> Diagnostic:
    return RULE.at(
        span,
        f"“{word}” is written out only after its first use",
        related=[Related(later, "written out here")],
        help="write the name in full here, and the abbreviation alone afterwards",
    )


_PERSON_BEFORE = re.compile(
    r"(?:\b(?!(?:The|An?|In|On|By|At|From|For|To|Of|As|When|Both|This|That)\b)[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]+|\b(?:General|Colonel|Major|Captain|Lieutenant|Minister|President|Judge|Mr|Mrs|Ms|Dr)\.?)\s+$"
)


def _is_surname(word: str, places: list[tuple[int, int]], every: tuple[Passage, ...]) -> bool:
    """True if it stands somewhere behind given names or a rank: "Hlib Tarasovych ZUB"."""
    return any(
        _PERSON_BEFORE.search(every[number].text, max(0, begin - 60), begin)
        for number, begin in places
    )


def _is_abbreviation(match: re.Match[str], passage: Passage) -> bool:
    """True for capitals that stand alone among other words, outside quotation marks, and are no numeral."""
    word, text = match["word"], passage.text
    if not word.isupper() or _ROMAN.match(word) or passage.kind == "quotation":
        return False
    if passage.is_in_marks(match.start()):
        return False
    before, after = (
        text[: match.start()].rsplit(None, 1)[-1:],
        text[match.end() :].split(None, 1)[:1],
    )
    return not any(_is_capitals(each) for each in (*before, *after))


def _is_capitals(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    return (
        len(letters) > 1 and all(map(str.isupper, letters)) and word.strip(".,;:()[]") not in _KNOWN
    )


def _names(indictment: Indictment) -> set[str]:
    """Words of names, in capitals: drafters type them so."""
    people = [defendant.head.name for defendant in indictment.matter.defendants]
    people += [a for d in indictment.matter.defendants for a in (d.head.short, *d.head.aliases)]
    if indictment.matter.persons:
        people += [person.printed for person in indictment.matter.persons.persons.values()]
    marks = [row.mark for row in indictment.exhibits]
    return {word.upper() for name in (*people, *marks) for word in re.findall(r"[^\W\d_]+", name)}


def _lower_words(indictment: Indictment, wanted: frozenset[str]) -> set[str]:
    """Those of `wanted` that the text has as words in small letters: capitals are then emphasis."""
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, wanted))})\b")
    return {word for passage in printed(indictment) for word in pattern.findall(passage.text)}


@lru_cache(maxsize=512)
def _ways(word: str) -> re.Pattern[str]:
    it = rf"[“\"]?{re.escape(word)}s?[”\"]?"
    return re.compile(
        rf"""\(\s*{_INTRODUCED}{it}\s*(?:[,;][^()]*)?\)          # Federal Security Service (FSB)
          | (?<!\w){it}\s*(?:\(|[–—:=-]\s)\s*(?:the\s+)?[^\W\d_a-z]\w+\s+\w+   # FSB (Federal Security Service)
          | (?<!\w){it}\s+(?:stands?\s+for|means|is\s+short\s+for|is\s+the\s+abbreviation)\b
          | [,(]\s*or\s+{it}(?!\w)
          | \bknown\s+(?:as|by)\s+(?:the\s+)?{it}(?!\w)""",
        re.VERBOSE,
    )


def _expanded(
    word: str, every: tuple[Passage, ...], places: list[int]
) -> tuple[int, int, int] | None:
    """The passage that writes an abbreviation out first, and where; one in a glossary stands before all."""
    first: tuple[int, int, int] | None = None
    for number in places:
        passage = every[number]
        if (
            passage.part in ("annexes", "schedules")
            and passage.kind == "cell"
            and passage.text.strip(' “”"') == word
        ):
            return -1, 0, 0
        if found := _ways(word).search(passage.text):
            if passage.part in ("annexes", "schedules"):
                return -1, 0, 0
            first = first or (number, *found.span())
    return first
