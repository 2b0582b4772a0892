"""Everything in the matter that has a label -> one set of names, and what is wrong with it."""

import difflib
from collections.abc import Iterable, Iterator
from typing import Literal

from indictment.diagnostics import Diagnostic, Related, Span
from indictment.model.blocks import Run, Target
from indictment.resolve.rules import AMBIGUOUS_LABEL, DUPLICATE_LABEL
from indictment.value import dataclass

Kind = Literal[
    "paragraph", "subparagraph", "heading", "part", "count", "counts", "annex", "schedule",
    "row", "note", "accused", "person", "exhibit",
]  # fmt: skip

IN_WORDS: dict[Kind, str] = {
    "paragraph": "a paragraph",
    "subparagraph": "a sub-paragraph",
    "heading": "a heading",
    "part": "a part of the statement of facts",
    "count": "a count",
    "counts": "a file of counts",
    "annex": "an annex",
    "schedule": "a schedule",
    "row": "a row of a schedule",
    "note": "a footnote",
    "accused": "an accused",
    "person": "a person",
    "exhibit": "an exhibit",
}


_LIKE = 0.7
"""How like a label must be to be suggested, from 0 to 1: a slip of a letter or two."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A series of paragraph numbers.

    `words` are printed after "of" when a paragraph of the series is named from outside it
    ("paragraph 3 of Annex A"); empty for the document's main series. `name` is its name in
    numbers.yaml, which stays when counts and annexes are numbered otherwise.
    """

    key: str = ""
    words: tuple[Run | Target, ...] = ()
    name: str = "indictment"


MAIN = Scope()


@dataclass(frozen=True, slots=True)
class Named:
    """What a label names.

    `targets`: the numbers to print: one, first and last of a range, every count of a file, or none
    where it has no number. `why_none` says, in a lawyer's words, why there is none.
    """

    label: str
    kind: Kind
    span: Span
    targets: tuple[Target, ...] = ()
    scope: Scope = MAIN
    text: str = ""
    """A name or a short title: for names, authorities and suggestions."""
    of: "Named | None" = None
    """The schedule of a row."""
    printed: bool = True
    """False where the court's form leaves the part out."""
    why_none: str = ""
    is_file_name: bool = False
    """True where no one wrote the label: it is the name of the file."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a matter."""

    known: dict[str, Named]
    unread: frozenset[str] = frozenset()
    """Labels that seem to stand in files that could not be read: nothing is said about them."""

    def find(self, label: str) -> Named | None:
        """What `label` names; None where it names nothing."""
        return self.known.get(label)

    def of_kind(self, *kinds: Kind) -> Iterator[str]:
        """The labels that name things of these kinds."""
        return (label for label, named in self.known.items() if named.kind in kinds)

    def nearest(self, label: str, *kinds: Kind) -> str:
        """The label most like `label` (of these kinds, or of any); "" where none is like it."""
        return nearest(label, self.of_kind(*kinds) if kinds else self.known)


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate most like `word`; "" where none is like it. The order given does not matter."""
    return next(iter(difflib.get_close_matches(word, sorted(candidates), 1, _LIKE)), "")


def gather(named: Iterable[Named], unread: frozenset[str], faults: list[Diagnostic]) -> Labels:
    """One set of names; a label that is given twice keeps its first meaning.

    The name of a file with several counts gives way to any other label, because each of its counts
    has a label of its own.
    """
    known: dict[str, Named] = {}
    for each in sorted(named, key=lambda n: n.kind == "counts"):
        if each.kind == "counts" and each.label in known:
            continue
        first = known.setdefault(each.label, each)
        if first is each:
            continue
        if first.kind == each.kind:
            faults.append(
                DUPLICATE_LABEL.at(
                    each.span,
                    f"the label “{each.label}” is given to {IN_WORDS[each.kind]} a second time",
                    label="given again",
                    related=[Related(first.span, "given first")],
                    help="give one of them another label",
                )
            )
        else:
            faults.append(
                AMBIGUOUS_LABEL.at(
                    each.span,
                    f"“{each.label}” names {IN_WORDS[first.kind]} and {IN_WORDS[each.kind]}",
                    label=f"names {IN_WORDS[each.kind]}",
                    related=[Related(first.span, f"names {IN_WORDS[first.kind]}")],
                    help=_parted(first, each),
                )
            )
    return Labels(known, unread)


def _parted(first: Named, second: Named) -> str:
    """How to give the two different labels."""
    for named in (first, second):
        if named.is_file_name:
            return f"give one of them another label; in {named.span.file} add `id:`"
    return "give one of them another label"
