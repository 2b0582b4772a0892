"""Where links and bookmarks of a PDF lead: its named destinations and outline, as plain data."""

from collections.abc import Iterator
from typing import Any

import pikepdf

Where = list[Any]
"""A page (its position, from 0) and how it is shown: [4, "/XYZ", 72, 700, None]."""

Item = list[Any]
"""A bookmark: [title, Where or None, [Item, …]]."""

_DEEPEST = 12
_MOST = 5_000
"""No more bookmarks or names are taken from one exhibit; trees in circles end here too."""

_FITS = {
    "/XYZ": 3, "/Fit": 0, "/FitH": 1, "/FitV": 1, "/FitR": 4, "/FitB": 0, "/FitBH": 1, "/FitBV": 1,
}  # fmt: skip


class Destinations:
    """The destinations of one PDF. Those that lead nowhere are None."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._root = pdf.Root
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self.named: dict[str, Where] = {}
        for name, target in _names(pdf.Root):
            where = self._explicit(target)
            if where is not None:
                self.named[name] = where

    def of(self, target: Any) -> Where | None:
        """Where a /Dest (or an action's /D) leads: a name, or a page itself."""
        if isinstance(target, (pikepdf.String, pikepdf.Name)):
            return self.named.get(_words(target))
        return self._explicit(target)

    def of_link(self, holder: pikepdf.Dictionary) -> Where | None:
        """Where a link annotation or a bookmark leads inside its own file."""
        if "/Dest" in holder:
            return self.of(holder.Dest)
        action = holder.get("/A")
        if isinstance(action, pikepdf.Dictionary) and action.get("/S") == pikepdf.Name.GoTo:
            return self.of(action.get("/D"))
        return None

    def outline(self) -> list[Item]:
        """The bookmarks, each with those below it."""
        root = self._root.get("/Outlines")
        seen: set[tuple[int, int]] = set()
        return self._items(root, seen, 0) if isinstance(root, pikepdf.Dictionary) else []

    def _items(
        self, parent: pikepdf.Dictionary, seen: set[tuple[int, int]], depth: int
    ) -> list[Item]:
        items: list[Item] = []
        at = parent.get("/First")
        while isinstance(at, pikepdf.Dictionary) and at.objgen not in seen and len(seen) < _MOST:
            if at.objgen != (0, 0):
                seen.add(at.objgen)
            below = self._items(at, seen, depth + 1) if depth < _DEEPEST else []
            title = _words(at.get("/Title")).strip()[:500]
            if title:
                items.append([title, self.of_link(at), below])
            else:
                items.extend(below)
            at = at.get("/Next") if at.objgen != (0, 0) else None
        return items

    def _explicit(self, target: Any) -> Where | None:
        if isinstance(target, pikepdf.Dictionary):
            target = target.get("/D")
        if not isinstance(target, pikepdf.Array) or not len(target):
            return None
        page: Any = target[0]
        if isinstance(page, int):
            index: int | None = page if 0 <= page < len(self._pages) else None
        else:
            index = self._pages.get(getattr(page, "objgen", (0, 0)))
        if index is None:
            return None
        fit = str(target[1]) if len(target) > 1 and isinstance(target[1], pikepdf.Name) else "/Fit"
        if fit not in _FITS:
            fit = "/Fit"
        numbers = [_number(n) for n in list(target)[2 : 2 + _FITS[fit]]]
        return [index, fit, *numbers, *[None] * (_FITS[fit] - len(numbers))]


def _names(root: pikepdf.Object) -> Iterator[tuple[str, Any]]:
    """The named destinations of both kinds (ISO 32000-1, 12.3.2.3)."""
    old = root.get("/Dests")
    if isinstance(old, pikepdf.Dictionary):
        yield from ((_plain(name), target) for name, target in list(old.items())[:_MOST])
    names = root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
    waiting, visited, given = [tree], 0, 0
    while waiting and visited < _MOST and given < _MOST:
        node = waiting.pop(0)
        visited += 1
        if not isinstance(node, pikepdf.Dictionary):
            continue
        pairs = node.get("/Names")
        if isinstance(pairs, pikepdf.Array):
            flat = list(pairs)
            for name, target in zip(flat[0::2], flat[1::2], strict=False):
                given += 1
                yield _words(name), target
        kids = node.get("/Kids")
        if isinstance(kids, pikepdf.Array):
            waiting.extend(kids)


def _words(value: Any) -> str:
    if isinstance(value, pikepdf.Name):
        return _plain(str(value))
    return str(value) if isinstance(value, pikepdf.String) else ""


def _plain(name: str) -> str:
    return name.removeprefix("/")


def _number(value: Any) -> float | None:
    try:
        return None if value is None else float(value)
    except (TypeError, ValueError, OverflowError):
        return None
