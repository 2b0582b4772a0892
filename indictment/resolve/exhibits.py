"""The exhibit list -> exhibits by label, in order, with their marks."""

from collections.abc import Iterator, Mapping, Set

from indictment.diagnostics import Diagnostic, Related
from indictment.model.facts import ExhibitFacts
from indictment.model.matter import ListedExhibit, Matter
from indictment.resolve.filed import is_frozen
from indictment.resolve.rules import DUPLICATE_MARK, UNUSABLE_FORM
from indictment.resolve.series import by_name
from indictment.resolve.typography import set_words
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An entry of the list; `mark` is "" for an authority, `pages` None where not known."""

    listed: ListedExhibit
    mark: str
    pages: int | None
    has_file: bool

    @property
    def label(self) -> str:
        """The label that citations use."""
        return self.listed.label

    @property
    def anchor(self) -> str:
        """The anchor of its line in the list."""
        return f"exhibit-{self.listed.label}"

    @property
    def short(self) -> str:
        """The short form; the title where there is none."""
        return set_words(self.listed.entry.short or self.listed.entry.title)


def in_order(matter: Matter) -> list[ListedExhibit]:
    """The entries in the order of the lists' names, and of each list."""
    lists = {x.listed_in.file: x.listed_in for x in matter.exhibits}
    files = {file: by_name(file) for file in lists}
    positions = {
        (file, label): i
        for file, listed in lists.items()
        for i, label in enumerate(listed.exhibits)
    }

    def position(x: ListedExhibit) -> tuple[tuple[tuple[int, int, str], ...], int]:
        file = x.listed_in.file
        return files[file], positions[file, x.label]

    return sorted(matter.exhibits, key=position)


def exhibits(
    matter: Matter, facts: Mapping[str, ExhibitFacts], faults: list[Diagnostic]
) -> dict[str, Exhibit]:
    """Every exhibit by label. A mark that is frozen is kept, the others are given in order."""
    listed = in_order(matter)
    frozen: dict[str, ListedExhibit] = {}
    for each in listed:
        mark = _kept_mark(matter, each)
        if not mark or each.entry.role == "authority":
            continue
        first = frozen.setdefault(mark, each)
        if first is not each:
            faults.append(
                DUPLICATE_MARK.at(
                    each.at("mark"),
                    f"the mark {mark} is given to two exhibits, “{first.label}” and “{each.label}”",
                    label="given again",
                    related=[Related(first.at("mark"), "given first")],
                    help=f"keep {mark} for one, and take `mark:` out of the other",
                )
            )
    # a mark that was filed is not given to another exhibit, even where its own is gone
    free = _free_marks(matter, {*frozen, *_filed_marks(matter).values()}, faults)
    found: dict[str, Exhibit] = {}
    for each in listed:
        if each.label in found:
            continue
        mark = ""
        if each.entry.role == "evidence":
            mark = _kept_mark(matter, each) or next(free)
        known = facts.get(each.label)
        pages = (known.pages if known else None) or each.entry.pages
        has_file = bool(each.path) and (known is None or known.kind != "missing")
        found[each.label] = Exhibit(each, mark, pages, has_file)
    return found


def _filed_marks(matter: Matter) -> Mapping[str, str]:
    """The marks under which exhibits were filed, by label, where the court wants them kept."""
    return matter.numbers.marks if matter.numbers and is_frozen(matter) else {}


def _kept_mark(matter: Matter, listed: ListedExhibit) -> str:
    """The mark that an exhibit has already; "" where it has none."""
    return listed.entry.mark or _filed_marks(matter).get(listed.label, "")


def _free_marks(matter: Matter, taken: Set[str], faults: list[Diagnostic]) -> Iterator[str]:
    """Marks in the court's form, in order, without those that are taken."""
    form = matter.court.citations.mark
    try:
        works = form.format(1) != form.format(2)
    except (ValueError, IndexError, KeyError):
        works = False
    if not works:
        faults.append(
            UNUSABLE_FORM.at(
                matter.court.at("citations", "mark"),
                f"marks cannot be counted in the form “{form}”",
                help="write {} or {:03d} where the number stands, as in P{:03d}",
            )
        )
        form = "P{:03d}"
    number = 0
    while True:
        number += 1
        if (mark := form.format(number)) not in taken:
            yield mark
