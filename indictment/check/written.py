"""What stands in front matters and YAML files: words with their places, and counts made whole."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from indictment.diagnostics import Span
from indictment.model.charges import Charge, CountFile, CountHead
from indictment.model.dates import Period
from indictment.model.indictment import Indictment
from indictment.model.matter import Matter
from indictment.model.pleading import PleadedElement
from indictment.model.source import Document, Path
from indictment.value import dataclass


def typed_from(matter: Matter, span: Span) -> str:
    """The source line from where `span` begins, as it was typed; "" where it is not known."""
    lines = matter.texts.get(span.file, ())
    return lines[span.line - 1][span.column - 1 :] if 0 < span.line <= len(lines) else ""


def documents(matter: Matter) -> Iterator[Document]:
    """Every front matter and YAML file of the matter itself, once."""
    yield matter.caption
    yield from (chapter.head for chapter in matter.chapters)
    yield from (schedule.head for schedule in matter.schedules)
    if matter.persons:
        yield matter.persons
    seen: set[str] = set()
    for exhibit in matter.exhibits:
        if exhibit.listed_in.file not in seen:
            seen.add(exhibit.listed_in.file)
            yield exhibit.listed_in


def words(document: Document) -> Iterator[tuple[str, Span]]:
    """Every text that a drafter wrote in `document`, with its place."""
    places = document.spans_of_values
    for text, path in _texts(document, ()):
        if span := places.get(path):
            yield text, span


@lru_cache(maxsize=2)
def typed(indictment: Indictment) -> tuple[tuple[Document, str, Span], ...]:
    """Every text of every front matter and YAML file, with its file and place. Kept for the next rule that asks."""
    return tuple(
        (document, text, span)
        for document in documents(indictment.matter)
        for text, span in words(document)
    )


def _texts(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    if isinstance(value, str):
        yield value, path
    elif isinstance(value, BaseModel):
        written = value.model_fields_set
        for name, about in type(value).model_fields.items():
            if name in written:
                yield from _texts(getattr(value, name), (*path, about.alias or name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))


@dataclass(frozen=True, slots=True)
class WrittenCharge:
    """A charge with what its file says for all charges filled in.

    `path` is where it is written, () where the count has no charges of its own.
    """

    charge: Charge
    defendants: tuple[str, ...]
    modes: tuple[str, ...]
    period: Period | None
    path: Path


@dataclass(frozen=True, slots=True)
class WrittenCount:
    """A count as its file writes it. `name` is what a reader calls it: "count 2 (Pillage)"."""

    label: str
    name: str
    offence: str
    file: CountFile
    charges: tuple[WrittenCharge, ...]
    span: Span

    @property
    def defendants(self) -> tuple[str, ...]:
        """Everyone charged in it, each once."""
        return tuple(dict.fromkeys(d for charge in self.charges for d in charge.defendants))


def counts(indictment: Indictment) -> Iterator[WrittenCount]:
    """The counts as they are written, named with their numbers."""
    # While a file cannot be read, a count may be missing and the numbers are not those to come.
    groups = () if indictment.matter.unread else indictment.counts
    numbers = {c.label: c for group in groups for c in group.charged}

    def written(file: CountFile, head: CountHead | None, label: str, path: Path) -> WrittenCount:
        known = numbers.get(label)
        title = (head or file).title or label
        return WrittenCount(
            label=label,
            name=f"count {known.number} ({known.title})" if known else f"the count “{title}”",
            offence=(head and head.offence) or file.offence or "",
            file=file,
            charges=tuple(_charges(file, head.charges if head else (), path)),
            span=file.at(*path, "title"),
        )

    for particulars in indictment.matter.counts:
        file = particulars.head
        for number, head in enumerate(file.counts):
            yield written(file, head, head.id, ("counts", number))
        if not file.counts:
            yield written(file, None, file.id or particulars.label, ())


def elements(
    indictment: Indictment,
) -> Iterator[tuple[WrittenCount, tuple[PleadedElement, ...]]]:
    """The counts with their elements and those of their modes; none where a count is not bound."""
    for count in counts(indictment):
        pleaded = indictment.pleadings.count(count.label)
        yield count, pleaded.elements if pleaded else ()


def names(indictment: Indictment) -> dict[str, str]:
    """What each accused is called in short, by label."""
    return {accused.label: accused.short for accused in indictment.accused}


def _charges(file: CountFile, own: tuple[Charge, ...], path: Path) -> Iterator[WrittenCharge]:
    written, place = (own, (*path, "charges")) if own else (file.charges, ("charges",))
    for number, charge in enumerate(written or (Charge(),)):
        yield WrittenCharge(
            charge=charge,
            defendants=charge.defendants or file.defendants,
            modes=charge.modes or file.modes,
            period=charge.period or file.period,
            path=(*place, number) if written else (),
        )
