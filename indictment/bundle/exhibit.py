"""A prepared exhibit -> its pages in the bundle's PDF, with what is known of their links."""

import json
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from indictment.bundle.destinations import Item, Where
from indictment.bundle.pages import NOTES


@dataclass(slots=True)
class Copied:
    """The pages of an exhibit, copied; its bookmarks, its named destinations, its layers."""

    pages: list[pikepdf.Object]
    outline: list[Item] = field(default_factory=list)
    named: dict[str, Where] = field(default_factory=dict)
    layers: list[pikepdf.Object] = field(default_factory=list)
    hidden: list[pikepdf.Object] = field(default_factory=list)
    """The layers that are not shown."""


def copied(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> Copied:
    """Copy all pages of a prepared file into `pdf`; they are not yet in its page tree."""
    pages = copy_pages(pdf, source)
    notes: dict[str, Any] = json.loads(source.Root[NOTES].read_bytes())
    made = Copied(pages, notes["outline"], notes["named"])
    settings = source.Root.get("/OCProperties")
    if isinstance(settings, pikepdf.Dictionary):
        _copy_layers(pdf, settings, made)
    return made


def copy_pages(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Copies in `pdf` of all pages of `source`, outside the page tree; `source` is used up by it.

    They are copied as plain dictionaries: putting one page after the other into a page tree takes
    a time that grows with the square of their number.
    """
    originals = [page.obj for page in source.pages]
    for page in originals:
        del page["/Type"]
        if "/Parent" in page:
            del page["/Parent"]
    copies = [pdf.copy_foreign(page) for page in originals]
    for copy in copies:
        copy.Type = pikepdf.Name.Page
    return copies


def _copy_layers(pdf: pikepdf.Pdf, settings: pikepdf.Dictionary, made: Copied) -> None:
    listed = _indirect(settings.get("/OCGs"))
    default: Any = settings.get("/D")
    if not isinstance(default, pikepdf.Dictionary):
        default = pikepdf.Dictionary()
    if default.get("/BaseState") == pikepdf.Name.OFF:
        on = {group.objgen for group in _indirect(default.get("/ON"))}
        off = {group.objgen for group in listed} - on
    else:
        off = {group.objgen for group in _indirect(default.get("/OFF"))}
    for group in listed:
        new = pdf.copy_foreign(group)
        made.layers.append(new)
        if group.objgen in off:
            made.hidden.append(new)


def _indirect(held: Any) -> list[pikepdf.Object]:
    if not isinstance(held, pikepdf.Array):
        return []
    return [item for item in held if isinstance(item, pikepdf.Dictionary) and item.is_indirect]
