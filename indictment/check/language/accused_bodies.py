"""A sentence -> the accused as a body: "the Accused" of several, "both men", "all three"."""

import re
from collections.abc import Collection, Iterator

from indictment.check.language import AnyCase, Exact, keys, listed, triggers
from indictment.check.language.subjects import NAMED_AFTER, acts, is_settled, is_verb

_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_BODY = listed("accused co-accused coaccused")
ACCUSED = AnyCase(
    rf"""\b(?P<det>(?:all|both|most|some|several|many|certain)\s(?:of\s)?(?:the\s|these\s|those\s)?(?:{_COUNT}\s|\w+\s)?
          |(?:his|her|their|these|those)\s|the\s(?:{_COUNT}\s|above-named\s|aforesaid\s|aforementioned\s|said\s|same\s|remaining\s)?)
        (?P<head>accused\spersons|accused\sofficers|(?<=said\s)(?:persons|individuals|men|officers)|(?<=aforementioned\s)persons|(?<=above-named\s)persons|accused(?!\s(?:person|party|state|of\b))|defendants|suspects|co-?accused|co-?defendants|indictees|co-?perpetrators|perpetrators|conspirators|co-?conspirators|offenders|culprits|accomplices|wrongdoers|plotters)
        (?P<with>\s(?:and\s(?:(?:their\s|his\s|certain\s|unnamed\s|various\s)?(?:\w+\s)?(?:others|associates|accomplices|subordinates|followers|men|confederates|co-?conspirators|supporters|forces|agents|collaborators|members\sof\s\w+(?:\s\w+)?)))
          |,\s(?:individually|jointly|acting|together|alone)[^.;]{{0,60}}?\bothers,?)?(?![\w-]|['’]s\s\w+\s(?:was|were|is|are)\b)"""
)
_PAIR = AnyCase(
    rf"""\b(?:both|the\s{_COUNT}|all\s(?:{_COUNT}|of)|(?:all|both|most|some)\sof|some\sof|these)\s(?:of\s)?
        (?:them|men|women|officers|officials|brothers|ministers|generals|commanders|directors|leaders|partners|colleagues|persons|colonels|these|co-\w+)(?![\w-])
      | \b(?:the\s(?:pair|duo|trio|quartet|{_COUNT})|both|all\s{_COUNT})
        (?=\s(?:(?:then|also|again|later|thus|thereupon|\w+ly)\s)*(?P<verb>[a-z]+)\b)"""
)
_NAMES = Exact(r"\b[Tt]he\s(?:[A-Z]{3,}(?:[Ss]|ES)|\ufffcs)(?![\w-])")
_OF_ACCUSED = triggers(
    "accused defendants suspects coaccused codefendants indictees perpetrators conspirators coperpetrators"
    " coconspirators offenders culprits accomplices wrongdoers plotters"
) | {"co"}
_OF_PAIR = triggers("both pair duo trio quartet some most these", _COUNT) | {"all", "two"}
"""First letters without which a sentence names no such group."""


def of_accused(
    text: str, named: Collection[int], accused: int, *, is_of_one: bool
) -> Iterator[tuple[int, int]]:
    """Where "the Accused" and the like act, and the sentence does not say who did what."""
    if _OF_ACCUSED.isdisjoint(keys(text)):
        return
    for found in ACCUSED.finditer(text):
        if not found["with"] and _is_of_one(found, accused, is_of_one=is_of_one):
            continue
        begin, end = found.span()
        if found["with"] and NAMED_AFTER.match(text, end):
            end = found.end("head")  # the others are named, or are those of a conspiracy count
        if not is_settled(text, begin, end, named) and acts(text, begin, end):
            yield begin, end


def _is_of_one(found: re.Match[str], accused: int, *, is_of_one: bool) -> bool:
    """True where "the accused" is one person; where there is one, nobody else is a defendant."""
    if found["head"] in _BODY and not found["det"].startswith(("all", "both")):
        return accused < 2 or (is_of_one and found["det"].startswith("the"))
    return accused < 2 and found["head"] in ("defendants", "suspects")


def of_names(text: str) -> Iterator[tuple[int, int]]:
    """Where a family of accused acts under its name: "the ASHCOMBES"."""
    for found in _NAMES.finditer(text):
        if acts(text, *found.span()):
            yield found.span()


def of_pairs(
    text: str, named: Collection[int], *, follows_several: bool
) -> Iterator[tuple[int, int]]:
    """Where "both men", "the pair", "all three" act; of whom is said in the sentence before."""
    if _OF_PAIR.isdisjoint(keys(text)):
        return
    for found in _PAIR.finditer(text):
        begin, end = found.span()
        if not follows_several and found[0] not in ("the pair", "the duo", "the trio"):
            continue
        if found["verb"] and not is_verb(found["verb"]):
            continue
        is_said = any(at < begin for at in named) or is_settled(text, begin, end, named)
        if not is_said and acts(text, begin, end):
            yield begin, end
