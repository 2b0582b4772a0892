"""Quotations and the text of their exhibits -> what is to be said of each."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from indictment.check.quotations.listed import Quoted, quotations
from indictment.check.quotations.pages import Pages
from indictment.check.quotations.seeking import Verdict, seek
from indictment.model.blocks import ExhibitCitation, Place
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit
from indictment.value import dataclass

_RANGE = re.compile(r"(\d+)–(\d+)$")
_GRAVITY = ("same", "altered", "elsewhere", "unread", "blank", "absent")
"""What a quotation with several citations is judged by: where it stands, else the first of these."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A quotation, the exhibit by which it is judged, and the verdict.

    `verdict` is None where the exhibit has no text; `reason` says why, unless that is an error of its
    own. `page` is the number that
    is printed on the page of the verdict.
    """

    quoted: Quoted
    citation: ExhibitCitation
    exhibit: ListedExhibit
    name: str
    verdict: Verdict | None
    reason: str = ""

    @property
    def kind(self) -> str:
        """What was found: one of _GRAVITY."""
        return self.verdict.kind if self.verdict else "unread"

    @property
    def page(self) -> int:
        """The number printed on the page of the verdict."""
        return (self.verdict.page if self.verdict else 0) + self.exhibit.entry.first_page


@lru_cache(maxsize=2)
def judged(indictment: Indictment) -> tuple[Judged, ...]:
    """Every quotation whose words do not stand where they are cited. Kept for the next rule that asks."""
    judge = _Judge(indictment)
    found = (judge.judge(quoted) for quoted in quotations(indictment))
    return tuple(each for each in found if each is not None and each.kind != "same")


class _Judge:
    """The exhibits of one indictment, and their pages."""

    def __init__(self, indictment: Indictment) -> None:
        self.indictment = indictment
        self.exhibits: Mapping[str, ListedExhibit] = {
            exhibit.label: exhibit for exhibit in indictment.matter.exhibits
        }
        self.names = {row.label: row.mark or row.title for row in indictment.exhibits}
        self.units = {
            name for name, unit in indictment.court.units.items() if unit.counts == "pages"
        }
        self.pages: dict[str, Pages] = {}
        self.translations: dict[str, list[str]] = {}
        for exhibit in indictment.matter.exhibits:
            if original := exhibit.entry.translation_of:
                self.translations.setdefault(original, []).append(exhibit.label)

    def judge(self, quoted: Quoted) -> Judged | None:
        """The verdict on one quotation, by the citation that serves it best."""
        all_found = [j for citation in quoted.citations for j in self._by(quoted, citation)]
        return min(all_found, key=lambda j: _GRAVITY.index(j.kind), default=None)

    def _by(self, quoted: Quoted, citation: ExhibitCitation) -> Iterator[Judged]:
        for label in (citation.label, *self.translations.get(citation.label, ())):
            exhibit = self.exhibits.get(label)
            if exhibit is None:
                continue
            name = self.names.get(label, label)
            pages = self._pages(label)
            if pages is None:
                yield Judged(quoted, citation, exhibit, name, None, self._why(exhibit))
                continue
            cited = self._cited(citation, len(pages)) if label == citation.label else []
            verdict = seek(quoted.fragments, pages, cited)
            if verdict.kind == "absent" and self._is_foreign(exhibit):
                yield Judged(quoted, citation, exhibit, name, None, "it is in another language")
                continue
            yield Judged(quoted, citation, exhibit, name, verdict)

    def _pages(self, label: str) -> Pages | None:
        facts = self.indictment.exhibit_facts.get(label)
        if facts is None or facts.text is None:
            return None
        if label not in self.pages:
            self.pages[label] = Pages(facts.text)
        return self.pages[label]

    def _why(self, exhibit: ListedExhibit) -> str:
        facts = self.indictment.exhibit_facts.get(exhibit.label)
        if facts is None:
            return "there is no file of it"
        if facts.kind in ("missing", "unreadable"):
            return ""  # which is said of the file
        if facts.kind == "image":
            return "it is an image"
        return (
            "its pages hold no text, only images" if facts.kind == "pdf" else "its text is not read"
        )

    def _is_foreign(self, exhibit: ListedExhibit) -> bool:
        own = self.indictment.title_page.language.split("-")[0]
        return exhibit.entry.language.split("-")[0] not in ("", own)

    def _cited(self, citation: ExhibitCitation, pages: int) -> list[int]:
        """The pages of the file that are cited, from 0; none where one place is not known."""
        found: dict[int, None] = {}
        for place in citation.places:
            if place.page is None:
                return []
            for page in range(place.page - 1, min(self._last(place), pages)):
                found[page] = None
        return list(found)

    def _last(self, place: Place) -> int:
        """The last page of the file of a pinpoint. A paragraph may run on over a page."""
        page = place.page or 1
        if place.unit not in self.units:
            return page + 1
        found = _RANGE.match(place.value)
        return page + max(int(found[2]) - int(found[1]), 0) if found else page
