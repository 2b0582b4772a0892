"""The changed sources, printed -> what does not read as the Word document does. Nothing is written unless
this finds nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from indictment.absorb.changing import Change, Expected, Unit
from indictment.absorb.line import Sign
from indictment.absorb.printed import Printed
from indictment.absorb.seen import SPLIT
from indictment.absorb.source_map import plain, signs
from indictment.absorb.target import Item, Target
from indictment.absorb.tokens import hunks
from indictment.value import dataclass

Symbol = tuple[object, ...]
_BESIDE_A_MARK = ".,;:!?…\"'"


@dataclass(frozen=True, slots=True)
class Missed:
    """A line that the changed sources print otherwise: what Word shows, what would be printed."""

    word: str
    printed: str
    units: tuple[Unit, ...] = ()
    """Whose fault it may be."""


def missed(change: Change, pages: Mapping[str, str], after: Printed) -> tuple[Missed, ...]:
    """What the changed sources print otherwise than they must; `pages` are those before the change."""
    wanted = [(*line, one.unit) for one in change.expected for line in _wanted(one, pages)]
    stays = Counter(line[0] for one in change.stays for line in _wanted(one, pages))
    made = [
        (_close(_symbols(signs(line, after.pages[line.page]), after.pages[line.page], after.pages)), line.text)
        for line in after.lines
    ]  # fmt: skip
    made = [one for one in made if one[0]]
    wanted = [one for one in wanted if one[0]]
    out: list[Missed] = []
    for same, i, j, k, n in hunks([one[0] for one in wanted], [one[0] for one in made]):
        if same:
            continue
        words = [text for _, text, _ in wanted[i:j]]
        printed: list[str] = []
        for symbols, text in made[k:n]:
            if stays[symbols] > 0:
                stays[symbols] -= 1
            else:
                printed.append(text)
        beside = [unit for _, _, unit in wanted[max(i - 1, 0) : j + 1] if unit is not None]
        out += [Missed(*pair, tuple(beside)) for pair in zip_longest(words, printed, fillvalue="")]
    return tuple(out)


def _wanted(one: Expected, pages: Mapping[str, str]) -> Iterator[tuple[tuple[Symbol, ...], str]]:
    target = one.target
    part: list[Item] = []
    parts = [part]
    for item in target.items:
        if item.text == SPLIT:
            parts.append(part := [])
        else:
            part.append(item)
    for items in parts:
        text = "".join(item.text for item in items)
        yield _close(_of_items(target, items, pages)), text.strip()


def _of_items(target: Target, items: Sequence[Item], pages: Mapping[str, str]) -> Iterator[Symbol]:
    source = pages[target.line.page] if target.line is not None else ""
    trimmed = list(items)
    while trimmed and trimmed[0].text == " ":
        trimmed.pop(0)
    while trimmed and trimmed[-1].text == " ":
        trimmed.pop()
    last = begun = -1
    space = False
    for item in trimmed:
        if item.old is None:
            if item.note is not None:
                yield ("note", tuple(_of_target(item.note, pages)))
                space = False
            else:
                if item.text == " " and space:
                    continue
                space = item.text == " "
                yield _letter(item.text, item.emphasis)
            last = -1
            continue
        sign = target.signs[item.old]
        space = sign.text == " "
        if sign.note is not None:
            kept = item.note if item.note is not None and item.note.signs else None
            note = _of_target(kept, pages) if kept else _symbols(signs(sign.note, source), source, pages)  # fmt: skip
            yield ("note", tuple(note))
        elif sign.source == "atom":
            if sign.piece != last or sign.begin != begun:
                yield ("atom", _named(source[sign.begin : sign.end]))
            last, begun = sign.piece, sign.begin
            continue
        else:
            yield _letter(sign.text, item.emphasis if sign.source == "typed" else frozenset())
        last = -1


def _of_target(target: Target, pages: Mapping[str, str]) -> Iterator[Symbol]:
    if target.line is not None and not target.signs:
        source = pages[target.line.page]
        yield from _symbols(signs(target.line, source), source, pages)
    else:
        yield from _of_items(target, target.items, pages)


def _symbols(every: Sequence[Sign], source: str, pages: Mapping[str, str]) -> Iterator[Symbol]:
    last = begun = -1
    for sign in every:
        if sign.note is not None:
            yield ("note", tuple(_symbols(signs(sign.note, source), source, pages)))
        elif sign.source == "atom":
            if sign.piece != last or sign.begin != begun:
                yield ("atom", _named(source[sign.begin : sign.end]))
            last, begun = sign.piece, sign.begin
            continue
        else:
            emphasis = sign.emphasis if sign.source == "typed" else frozenset()
            yield _letter(sign.text, emphasis)
        last = -1


def _close(symbols: Iterable[Symbol]) -> tuple[Symbol, ...]:
    """Without spaces before the mark of a note and the punctuation there: none is printed."""
    out: list[Symbol] = []
    at_mark = False
    for symbol in reversed(list(symbols)):
        if symbol[0] == "note":
            at_mark = True
        elif at_mark and symbol[0] == " ":
            continue
        elif str(symbol[0]) not in _BESIDE_A_MARK:
            at_mark = False
        elif at_mark:
            symbol = (symbol[0], frozenset())
        out.append(symbol)
    return tuple(reversed(out))


def _named(typed: str) -> str:
    """What was typed for what the tool writes, however a label is ended."""
    return " ".join(typed.replace("{", "").replace("}", "").split())


def _letter(text: str, emphasis: frozenset[str]) -> Symbol:
    return (plain(text), frozenset() if text.isspace() else emphasis)
