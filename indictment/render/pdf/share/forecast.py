"""Parts of the page -> where those will stand that can be finished before all pages are counted.

A part that is laid out is held in memory until it is finished, sixty times as large as its PDF. All
that it waits for is how many digits its page numbers have; of most parts of a long indictment that is
known as soon as one knows roughly how long the parts before them are. What comes out otherwise is
set once more.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from indictment.render.pdf.divide.parts import Part
from indictment.render.pdf.laid_out import LaidOut, Placed

_SIGNS_A_PAGE = 5000
"""Signs of HTML on a page of text with notes."""
_LEAST, _MOST = 0.7, 1.4
"""How far the number of pages may be from what the signs say."""


def forecast(signs: Sequence[int], known: Mapping[int, int]) -> dict[int, tuple[int, int]]:
    """For each part of which the number of digits is certain: about how many pages stand before it,
    and how many pages there are. `signs` are those of the parts' HTML, `known` the pages of those
    parts that were laid out before, and of others as they were then.
    """
    least, most = (_before(signs, known, share) for share in (_LEAST, _MOST))
    if _digits(least[-1]) != _digits(most[-1]):
        return {}
    return {
        n: place
        for n, place in likely(signs, known).items()
        if _digits(least[n] + 1) == _digits(most[n + 1] + 1) or (n in known and least[n] == most[n])
    }


def likely(signs: Sequence[int], known: Mapping[int, int]) -> dict[int, tuple[int, int]]:
    """As `forecast`, for each part, of which nothing is certain."""
    before = _before(signs, known, 1)
    return {n: (round(before[n]), round(before[-1])) for n in range(len(signs))}


def _before(signs: Sequence[int], known: Mapping[int, int], share: float) -> list[float]:
    pages = [known.get(n, max(1, share * s / _SIGNS_A_PAGE)) for n, s in enumerate(signs)]
    return list(accumulate(pages, initial=0))


def _digits(number: float) -> int:
    return len(str(int(number)))


def foretold(
    numbers: Sequence[int],
    parts: Sequence[Part],
    html: Sequence[str],
    laid_out: Mapping[int, LaidOut],
    pages_before: Mapping[int, int],
    *,
    bare: bool = False,
) -> dict[int, Placed]:
    """Where those of the parts `numbers` will stand of which that is certain enough; `html` is that of
    all parts, `laid_out` how some of them are laid out; `pages_before` are the pages that others had, when
    they were set with other words. A part that prints page numbers of others, or
    whose own cannot be left open, has no such place. Parts that are `bare` do not print the numbers of their
    pages, so that their places need not be certain.
    """
    known = {**pages_before, **{n: one.page_count for n, one in laid_out.items()}}
    signs = [len(one) for one in html]
    counted = likely(signs, known) if bare else forecast(signs, known)
    own = [
        frozenset(laid_out[n].anchors if n in laid_out else part.own_names())
        for n, part in enumerate(parts)
    ]
    called = [part.anchors for part in parts]
    anchors = {names.get(n, n) for names, held in zip(called, own, strict=True) for n in held}
    found: dict[int, Placed] = {}
    for number in numbers:
        part = parts[number]
        if number not in counted or part.opened is None or part.asks:
            continue
        pages, total = counted[number]
        led_to = part.links() - own[number]
        there = frozenset(name for name in led_to if part.anchors.get(name, name) in anchors)
        found[number] = Placed(number, pages, total, there, part.numbers({}), part.anchors)
    return found
