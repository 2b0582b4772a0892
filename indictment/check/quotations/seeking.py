"""A quotation and an exhibit's pages -> whether the words stand there, and if not, what does."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz.fuzz import partial_ratio_alignment

from indictment.check.quotations.pages import Pages
from indictment.check.quotations.wanted import Fragment
from indictment.check.quotations.words import Word, Words
from indictment.value import dataclass

_LIKE = 70.0
"""Likeness, of 100, from which a passage is taken for the one that was meant."""
_FEWEST, _LIKE_FEW = 4, 85.0
"""Of fewer words than this, more must be alike."""
_COMPACT = 24
"""Letters from which words that stand together without spaces are found in a page that lost them."""
_RUN_TOGETHER = 16
"""Letters of a word from which it is taken for several that lost their spaces."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`same`: the words stand where they are cited. `elsewhere`: on `page`. `altered`: `page` reads
    `reads` in the place of `quoted`. `absent`: nothing like them. `blank`: `page` holds no text.

    Pages count from 0.
    """

    kind: Literal["same", "elsewhere", "altered", "absent", "blank"]
    page: int = 0
    quoted: str = ""
    reads: str = ""


def seek(fragments: Sequence[Fragment], pages: Pages, cited: Sequence[int]) -> Verdict:
    """Look for a quotation on the pages `cited`, or on all where none is, then elsewhere."""
    everywhere = range(len(pages))
    where = [page for page in cited if page in everywhere] or list(everywhere)
    if any(_stand(fragments, text) for text in _stretches(pages, where)):
        return Verdict("same")
    if cited and all(pages.is_blank(page) for page in where):
        return Verdict("blank", where[0])
    others = [page for page in everywhere if page not in where]
    for page in others:
        if _stand(fragments, pages.page(page)):
            return Verdict("elsewhere", page)
    return _nearest(fragments, pages, where, others)


def _stretches(pages: Pages, where: Sequence[int]) -> Iterator[Words]:
    """The pages, then each with the one after it, where a sentence may run on."""
    yield from (pages.page(page) for page in where)
    yield from (pages.over(page) for page in where if page + 1 < len(pages))


def _stand(fragments: Sequence[Fragment], text: Words) -> bool:
    """True if the fragments stand in `text`, one after the other, and begin on its first page."""
    return (
        _in_order(fragments, text.spaced, text, text.counting)
        or _in_order(fragments, text.all_spaced, text, text.words)
        or all(_stands_compact(fragment, text) for fragment in fragments)
    )


def _in_order(
    fragments: Sequence[Fragment], spaced: str, text: Words, words: Sequence[Word]
) -> bool:
    at = 0
    for number, fragment in enumerate(fragments):
        if fragment.is_literal:
            begin = spaced.find(fragment.spaced, at)
            at = begin + len(fragment.spaced) - 1
        else:
            found = fragment.pattern.search(spaced, at)
            begin, at = (found.start(), found.end() - 1) if found else (-1, 0)
        if begin < 0:
            return False
        if number == 0 and not _begins_before(text, words[spaced.count(" ", 0, begin)]):
            return False
    return True


def _begins_before(text: Words, word: Word) -> bool:
    """True unless the word stands on the page after the one that is cited."""
    return text.turns_at is None or word.begin < text.turns_at


def _stands_compact(fragment: Fragment, text: Words) -> bool:
    """True if the letters stand in `text`, whatever spaces its file lost or put in."""
    wanted = "".join(fragment.words)
    if not fragment.is_literal or len(wanted) < _COMPACT:
        return False
    begin = text.compact.find(wanted)
    if begin < 0:
        return False
    ends, at = {}, 0
    for word in text.counting:
        if at <= begin < at + len(word.text) and not _begins_before(text, word):
            return False
        ends[at] = at + len(word.text)
        at = ends[at]
    return _is_edge(begin, ends) and _is_edge(begin + len(wanted), ends)


def _is_edge(at: int, ends: dict[int, int]) -> bool:
    """True between two words, or inside one that is several run together."""
    if at in ends or at in ends.values():
        return True
    begin = max(start for start in ends if start < at)
    return ends[begin] - begin >= _RUN_TOGETHER


def _nearest(
    fragments: Sequence[Fragment], pages: Pages, where: Sequence[int], others: Sequence[int]
) -> Verdict:
    """What stands in the place of the first fragment that is not there."""
    for fragment in fragments:
        if any(_stand([fragment], text) for text in _stretches(pages, where)):
            continue
        if len(fragment.words) == 1:
            break
        best = _best(fragment, [(p, t) for p in where for t in _both(pages, p)])
        if best is None:
            best = _best(fragment, [(p, pages.page(p)) for p in others])
        if best is None:
            break
        _, page, text, begin, end = best
        return _decided(fragment, page, text, begin, end)
    else:
        # each fragment stands there, but not in this order
        quoted = " … ".join(fragment.written for fragment in fragments)
        return Verdict("altered", where[0], quoted, "the same words in another order")
    return Verdict("absent", where[0], fragment.written)


def _both(pages: Pages, page: int) -> Iterator[Words]:
    yield pages.page(page)
    if page + 1 < len(pages):
        yield pages.over(page)


Found = tuple[float, int, Words, int, int]


def _best(fragment: Fragment, texts: Sequence[tuple[int, Words]]) -> Found | None:
    """The passage most like the fragment, if any is like enough: its likeness, page, text, and place
    in the spaced words.
    """
    best: Found | None = None
    needle = fragment.spaced
    enough = _LIKE if len(fragment.words) >= _FEWEST else _LIKE_FEW
    for page, text in texts:
        if len(text.spaced) < 2:
            continue
        least = max(enough, best[0] + 0.01 if best else 0)
        found = partial_ratio_alignment(needle, text.spaced, score_cutoff=least)
        if found is not None and (best is None or found.score > best[0]):
            best = (found.score, page, text, found.dest_start, found.dest_end)
    return best


def _decided(fragment: Fragment, page: int, text: Words, begin: int, end: int) -> Verdict:
    """What the exhibit reads, from the first to the last word that answers to one of the quotation."""
    counting = text.counting
    first = text.spaced.count(" ", 0, begin + 1) - 1
    last = text.spaced.count(" ", 0, end) - 1
    margin = max(len(fragment.words) // 3, 3)
    first, last = max(first - margin, 0), min(last + margin, len(counting) - 1)
    there = [word.text for word in counting[first : last + 1]]
    matcher = SequenceMatcher(None, fragment.words, there, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return Verdict("absent", page, fragment.written)
    # words before the first and after the last that answer: as many as the quotation has there
    head, tail = blocks[0], blocks[-1]
    begin = max(head.b - head.a, 0)
    rest = len(fragment.words) - (tail.a + tail.size)
    end = min(tail.b + tail.size + rest, len(there)) - 1
    if rest == 0 and head.a == 0 and end - begin + 1 == len(fragment.words) == head.size:
        return Verdict("same", page)
    return Verdict("altered", page, fragment.written, text.excerpt(first + begin, first + end))
