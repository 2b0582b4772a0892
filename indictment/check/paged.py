"""The pages of an exhibit: how many its file has, and which numbers are printed on them."""

from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Paged:
    """An exhibit with a known number of pages. `first` and `last` are printed page numbers."""

    listed: ListedExhibit
    name: str
    pages: int

    @property
    def first(self) -> int:
        """The number printed on the first page of the file."""
        return self.listed.entry.first_page

    @property
    def last(self) -> int:
        """The number printed on the last page of the file."""
        return self.first + self.pages - 1


def paged(indictment: Indictment) -> dict[str, Paged]:
    """The exhibits whose number of pages is known, by label: from the file, else as stated."""
    names = {row.label: row.mark or row.title for row in indictment.exhibits}
    found: dict[str, Paged] = {}
    for listed in indictment.matter.exhibits:
        facts = indictment.exhibit_facts.get(listed.label)
        pages = facts.pages if facts and facts.pages is not None else listed.entry.pages
        if pages is not None:
            found[listed.label] = Paged(listed, names.get(listed.label, listed.label), pages)
    return found
