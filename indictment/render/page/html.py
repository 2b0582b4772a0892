"""Indictment -> page.html: the legal text, written once, through the court's templates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any, get_args

from indictment.diagnostics import Diagnostic, Outcome
from indictment.model.court import Part
from indictment.model.indictment import Indictment
from indictment.render.page import (
    checking,
    columns,
    glyphs,
    images,
    inline,
    left_out,
    printed_numbers,
)
from indictment.render.page.blocks_before import BlocksBefore
from indictment.render.page.compiled import Compiled
from indictment.render.page.contents import Entry, entries
from indictment.render.page.dead_links import ANCHOR, without_dead_links
from indictment.render.page.environment import Origins, environment
from indictment.render.page.lookup import Load, TemplateFolder
from indictment.render.page.template_errors import TemplateFault, run

if TYPE_CHECKING:
    from jinja2 import Environment

PARTS: tuple[str, ...] = get_args(Part)


@dataclass(frozen=True, slots=True)
class PartView:
    """What a template knows of the part it writes: its name and whether it begins a page."""

    name: str
    begins_page: bool


@dataclass(slots=True)
class _Page:
    """The parts written so far, in the order of the court."""

    env: "Environment"
    given: dict[str, Any]
    faults: list[Diagnostic] = field(default_factory=list)

    def write(self, template: str, **more: Any) -> str:
        try:
            return run(self.env, template, {**self.given, **more})
        except TemplateFault as fault:
            self.faults.append(fault.diagnostic)
            return ""


@dataclass(frozen=True, slots=True)
class Written:
    """A page as the templates have written it, which nobody has checked yet.

    `text` is the page, None where a template failed; `marked` the same with the origin of each element.
    """

    indictment: Indictment
    load: Load
    folder: TemplateFolder
    text: str | None
    marked: str
    ids: frozenset[str]
    origins: Origins
    faults: tuple[Diagnostic, ...]


def page(indictment: Indictment, load: Load) -> Outcome[str]:
    """The page of `indictment`, in the vocabulary of docs/vocabulary.md.

    `load` gives the bytes of a file of the matter by its path from the root, None where there is
    none; the matter's own templates come first. Faults of a template are diagnostics with the
    template's file and line; the value is None where the page could not be written. Images and
    characters that cannot be printed are said where they are written.
    """
    return checked(written(indictment, load))


def written(indictment: Indictment, load: Load) -> Written:
    """As `page`, before anything is said about what the templates wrote."""
    folder = TemplateFolder(indictment.matter.caption.court, load)
    origins = Origins()
    _blocks.begin()
    env = environment(folder, _FILTERS, origins, _compiled, _blocks)
    writer = _Page(env, _given(indictment))
    order = indictment.court.order
    parts: dict[str, str] = {
        name: writer.write(f"{name}.html", part=_view(indictment, name))
        for name in order
        if name != "contents"
    }
    if "contents" in order:
        lines: tuple[Entry, ...] = tuple(entries("".join(parts.values())))
        parts["contents"] = writer.write(
            "contents.html", part=_view(indictment, "contents"), entries=lines
        )
    whole = writer.write("page.html", parts=_safe("".join(parts[name] for name in order)))
    ids = frozenset(ANCHOR.findall(whole))
    text = without_dead_links(checking.without_origins(whole), ids)
    faults = tuple(dict.fromkeys(writer.faults))
    return Written(indictment, load, folder, None if faults else text, whole, ids, origins, faults)


def checked(page: Written) -> Outcome[str]:
    """The page that was written, and what there is to say about it; its value is None where it
    cannot be used.
    """
    if page.text is None:
        return Outcome(None, page.faults)
    indictment = page.indictment
    lost = tuple(left_out.check(indictment, frozenset(map(unescape, page.ids)), page.folder))
    found = checking.check(page.marked, page.origins, printed_numbers.of(indictment))
    if lost or found:
        return Outcome(None, (*lost, *found))
    said = (*images.check(indictment, page.load), *glyphs.check(indictment, page.text))
    return Outcome(page.text, said)


def _given(indictment: Indictment) -> dict[str, Any]:
    """The names that every template may use (docs/templates.md)."""
    return {
        "title_page": indictment.title_page,
        "court": indictment.court,
        "words": indictment.court.words,
        "headings": indictment.headings,
        "heading_numbers": dict.fromkeys(PARTS, "") | dict(indictment.heading_numbers),
        "accused": indictment.accused,
        "charged": indictment.charged,
        "opening": tuple(s for s in indictment.statement if s.part == "opening"),
        "statement": tuple(s for s in indictment.statement if s.part not in ("opening", "closing")),
        "closing": tuple(s for s in indictment.statement if s.part == "closing"),
        "counts": indictment.counts,
        "annexes": indictment.annexes,
        "schedules": indictment.schedules,
        "exhibits": indictment.exhibits,
        "exhibit_widths": columns.exhibits(indictment.exhibits),
        "elements": indictment.elements,
        "signatories": indictment.signatories,
        "date": str(indictment.matter.caption.date),
        "draft": _draft(indictment),
    }


def _view(indictment: Indictment, name: str) -> PartView:
    return PartView(name, name in indictment.court.new_page)


def _draft(indictment: Indictment) -> str:
    """The words that head a draft which still has errors; empty where there are none."""
    words = indictment.court.words
    match indictment.draft_errors:
        case 0:
            return ""
        case 1:
            return words.draft_with_error
        case number:
            return words.draft_with_errors.replace("{}", str(number))


def _kind(block: object) -> str:
    """What a block is called in the templates: "Paragraph", "Table" and so on."""
    return type(block).__name__


_FILTERS: Mapping[str, Callable[..., Any]] = {
    "inline": inline.inline,
    "reference": inline.reference,
    "target": inline.target,
    "mark": inline.mark,
    "plain": inline.plain,
    "kind": _kind,
}
_compiled = Compiled()
"""Templates of pages that were printed before: both versions of a redline have the same ones."""
_blocks = BlocksBefore()


def _safe(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)
