"""The name of a person should be spelt everywhere as it is listed.

Two spellings look like two persons, to a reader and to a search. The caption and persons.yaml settle the spelling; aliases
list the others that sources use. A quotation keeps that of its source. Names are best written by their label: @matviyenko.

For example, "Matvienko" in a matter whose accused is "Valentina Matviyenko".

Write the label or the spelling that is listed, or list the other one under `aliases:`.
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.passages import Passage, passages
from indictment.check.spelling import is_near
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_WITHOUT_CASES = ("en", "fr", "es", "it", "pt", "nl")
"""Languages in which a name has one form. In others, a changed ending is grammar."""
_ONE_SOUND = ("EYIJ", "VWF", "HGK", "CTZS", "FP", "UO")
"""Initials for which transliterations write one another."""
_GIVEN_BEFORE = re.compile(
    r"(?<=[^.!?:] )(?!(?:Mr|Mrs|Ms|Dr|General|Colonel|Major|Captain|Lieutenant|Minister|President|Judge|Chair|Governor|"
    r"Secretary|Director|Commander|Prosecutor|Witness|Accused|Sir|Lady|Lord)\b)(?P<given>[A-Z][^\W\d_’']{2,})\s+$"
)
_ARTICLE = re.compile(r"\b(?:the|an?|this|that|each|every|no)\s+$", re.IGNORECASE)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each word that is nearly the surname of somebody listed, and each given name that is, before the surname."""
    if indictment.matter.caption.language.split("-")[0] not in _WITHOUT_CASES:
        return
    surnames, given, known = _listed(indictment)
    if not surnames:
        return
    pattern = _words(
        {name[0] for name in (*surnames, *(n for each in given.values() for n in each))}
    )
    judged: dict[str, str] = {}
    hits: dict[str, list[tuple[Passage, int, str]]] = {}
    others: set[str] = set()
    for passage in passages(indictment):
        if passage.kind == "quotation":
            continue
        for found in pattern.finditer(passage.text):
            word = found[0]
            if word not in judged:
                judged[word] = _meant(word, surnames, known)
            if meant := judged[word]:
                if _is_another(passage.text, found.start(), given[meant]):
                    others.add(word)
            else:
                meant = _given(word, passage.text, found.end(), given, known)
            if meant and not _is_no_name(passage, found.start()):
                hits.setdefault(word, []).append((passage, found.start(), meant))
    for word, places in hits.items():
        for passage, begin, meant in places if word not in others else ():
            yield RULE.at(
                passage.at(begin, begin + len(word)),
                f"“{word}” is listed as “{meant}”",
                help="write the label or the spelling that is listed, or list this one under `aliases:`",
            )


def _words(initials: set[str]) -> re.Pattern[str]:
    """The words that may be one of the names by their first letter."""
    letters = initials.union(*(group for group in _ONE_SOUND if initials & set(group)))
    # the sign before it is looked at after the initial, because most letters are none: this is quicker
    return re.compile(rf"[{re.escape(''.join(sorted(letters)))}](?<!\w.)[^\W\d_’']{{4,}}")


def _listed(indictment: Indictment) -> tuple[dict[str, str], dict[str, set[str]], set[str]]:
    """Surnames by their spelling, given names by the surname behind them, and every word that is a listed spelling."""
    names: list[str] = []
    aliases: list[str] = []
    for defendant in indictment.matter.defendants:
        names += [defendant.head.name, defendant.head.short]
        aliases += defendant.head.aliases
    if indictment.matter.persons:
        for person in indictment.matter.persons.persons.values():
            if not person.protected:
                names.append(person.printed)
                aliases += person.aliases
    surnames: dict[str, str] = {}
    given: dict[str, set[str]] = {}
    for name in names:
        words = [word for word in name.split() if word[:1].isupper()]
        if len(words) > 1:
            surnames[words[-1]] = words[-1]
            given.setdefault(words[-1], set()).update(words[:-1])
    known = {word.strip(",.()") for name in (*names, *aliases) for word in re.split(r"[\s-]", name)}
    return surnames, given, known


def _meant(word: str, surnames: dict[str, str], known: set[str]) -> str:
    if word in known or (word.isupper() and word.title() in known):
        return ""
    written = word.title() if word.isupper() else word
    return next((name for name in surnames if is_near(written, name)), "")


def _given(word: str, text: str, end: int, given: dict[str, set[str]], known: set[str]) -> str:
    """The given name that is meant by one before a listed surname."""
    behind = re.match(r"\s+([^\W\d_]+)", text[end : end + 40])
    if not behind or behind[1] not in given or word in known:
        return ""
    return next((name for name in given[behind[1]] if is_near(word, name)), "")


def _is_another(text: str, begin: int, given: set[str]) -> bool:
    """True behind a given name that is not one of the person's: "Sava Tollin" is not Edric Tollan."""
    found = _GIVEN_BEFORE.search(text, max(0, begin - 40), begin)
    return found is not None and not any(
        found["given"] == name or is_near(found["given"], name) for name in given
    )


def _is_no_name(passage: Passage, begin: int) -> bool:
    """True in a quotation, which keeps its source's spelling, and behind an article: "the Charter"."""
    return passage.is_in_marks(begin) or bool(
        _ARTICLE.search(passage.text, max(0, begin - 12), begin)
    )
