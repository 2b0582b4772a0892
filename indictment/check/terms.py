"""Indictment -> its defined terms, and its passages in the order in which they are printed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from indictment.check.passages import Passage, passages
from indictment.diagnostics import Span
from indictment.model.indictment import Indictment
from indictment.value import dataclass

_QUOTES = "“”\"„«»‘’'"
_HEREINAFTER = re.compile(
    rf"""\((?:hereinafter|hereafter|henceforth|collectively|together|jointly|(?:in\s+)?the\s+following)
        (?:\s*,?\s*(?:collectively|together|jointly|referred\s+to|called|as))*\s*[,:]?\s*
        (?P<term>(?:the\s+)?[{_QUOTES}][^{_QUOTES}()]{{1,60}}[{_QUOTES}])\s*\)""",
    re.VERBOSE | re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term: `key` is its words without quotation marks and article.

    `number` is the place of its passage among the printed ones; its words stand there at `text[begin:end]`.
    """

    key: str
    has_article: bool
    number: int
    passage: Passage
    begin: int
    end: int

    @property
    def span(self) -> Span:
        """Where it is defined."""
        return self.passage.at(self.begin, self.end)

    def uses(self, text: str) -> Iterator[re.Match[str]]:
        """Where a text uses it; one that is no name is used with its article only."""
        return _uses(self.key, self.has_article).finditer(text)


@lru_cache(maxsize=2)
def printed(indictment: Indictment) -> tuple[Passage, ...]:
    """The passages in the order in which the court's form prints their parts."""
    order: dict[str, int] = {part: number for number, part in enumerate(indictment.court.order)}
    parts = {section.file: section.part for section in indictment.statement}

    def place(passage: Passage) -> int:
        part = parts.get(passage.span.file, "facts") if passage.part == "facts" else passage.part
        return order.get(part, len(order))

    return tuple(sorted(passages(indictment), key=place))


@lru_cache(maxsize=2)
def terms(indictment: Indictment) -> tuple[Term, ...]:
    """The definitions, in the order in which they are printed."""
    return tuple(
        term
        for number, passage in enumerate(printed(indictment))
        for term in sorted(_of(number, passage), key=lambda term: term.begin)
    )


def _of(number: int, passage: Passage) -> Iterator[Term]:
    places = [*passage.terms]
    if "(" in passage.text:
        found = (m.span("term") for m in _HEREINAFTER.finditer(passage.text))
        places += [p for p in found if not any(b < p[1] and p[0] < e for b, e in places)]
    for begin, end in places:
        words = " ".join(passage.text[begin:end].split())
        bare = _ARTICLE.sub("", words).strip(_QUOTES + " ,")
        key = _ARTICLE.sub("", bare)
        if key:
            has_article = bool(_ARTICLE.match(words.strip(_QUOTES))) or key != bare
            yield Term(key, has_article, number, passage, begin, end)


@lru_cache(maxsize=256)
def _uses(key: str, has_article: bool) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, key.split()))
    if key[0].islower() and has_article:
        return re.compile(rf"(?<![\w-])[Tt]he\s+(?P<word>{words})(?!\w)")
    return re.compile(rf"(?<![\w-])(?P<word>{words})(?:e?s)?(?!\w)")
