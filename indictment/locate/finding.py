"""A printed number -> the pieces of the indictment that bear it."""

from collections.abc import Callable, Mapping

from indictment.locate.asked import Asked, read
from indictment.model.indictment import Indictment, Numbered

BundlePages = Callable[[int], str | None] | Mapping[int, str]
"""What stands on a page of the bundle: its anchor in the indictment, or None."""


def find(indictment: Indictment, printed: str, bundle: BundlePages | None = None) -> list[Numbered]:
    """What is printed as `printed`, in the order of the document; empty where nothing is.

    Several answers are given where a number is used more than once: paragraph 3 of the text and of
    an annex. A label (invasion, @invasion) is understood as well. A page of the bundle needs
    `bundle`, which says what stands on it.
    """
    asked = read(printed, indictment.court.words)
    if asked.kind == "bundle":
        anchor = _on_page(bundle, asked.number)
        return [n for n in indictment.numbered if anchor and n.anchor == anchor]
    found = [n for n in indictment.numbered if _answers(n, asked)]
    if asked.kind == "annex":
        # an annex and a schedule may have the same letter
        found = [n for n in found if n.place[0].casefold().startswith(asked.word)] or found
    if asked.of:
        found = [n for n in found if _stands_in(n, asked.of)]
    if not found:
        label = printed.strip().removeprefix("@").casefold()
        found = [n for n in indictment.numbered if n.label and n.label == label]
    return found


def hint(indictment: Indictment) -> str:
    """What could be asked: the numbers that this indictment has."""
    said = []
    for kind, lead in (("paragraph", ""), ("note", "fn "), ("count", "count ")):
        numbers = [n.printed for n in indictment.numbered if n.kind == kind and n.printed.isdigit()]
        if numbers:
            said.append(" to ".join(dict.fromkeys((f"{lead}1", f"{lead}{max(numbers, key=int)}"))))
    marks = [row.mark for row in indictment.exhibits if row.mark]
    if marks:
        said.append(" to ".join(dict.fromkeys((marks[0], marks[-1]))))
    return f"ask for one of: {'; '.join(said)}" if said else "nothing in it has a number yet"


def _on_page(bundle: BundlePages | None, number: str) -> str | None:
    if bundle is None or not number.isdigit():
        return None
    return bundle(int(number)) if callable(bundle) else bundle.get(int(number))


def _answers(numbered: Numbered, asked: Asked) -> bool:
    if asked.kind == "paragraph":
        kinds = ("paragraph", "subparagraph")
        return numbered.kind in kinds and _same(numbered.printed, asked.number)
    if asked.kind != "any":
        return numbered.kind == asked.kind and _same(numbered.printed, asked.number)
    # "incident 7": a row's address ends with the words of its schedule
    row = numbered.kind == "row" and _same(numbered.place[-1], asked.number)
    return row or _same(numbered.printed, asked.number)


def _stands_in(numbered: Numbered, number: str) -> bool:
    """True for what stands in the annex, schedule, count or counts with this number."""
    first = numbered.place[0] if numbered.place else ""
    named = first.split(":")[0].split(" (")[0].replace(",", " ").casefold()
    return number.casefold() in named.split(" ")[1:]


def _same(printed: str, asked: str) -> bool:
    return printed.replace("\u00a0", " ").casefold() == asked.casefold()
