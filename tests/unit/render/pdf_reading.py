"""What stands in a PDF: letters with their places, links, structure, bookmarks, destinations."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pypdfium2


def letters(content: bytes) -> list[list[tuple[str, tuple[float, ...]]]]:
    """Each letter of each page and the box in which it stands, in points."""
    pages = []
    for sheet in pypdfium2.PdfDocument(content):
        text = sheet.get_textpage()
        boxes = [tuple(round(x, 1) for x in text.get_charbox(n)) for n in range(text.count_chars())]
        pages.append([(text.get_text_range(n, 1), box) for n, box in enumerate(boxes)])
    return pages


def read(content: bytes, what: Callable[[pikepdf.Pdf], Any]) -> Any:
    with pikepdf.open(io.BytesIO(content)) as opened:
        return what(opened)


def numbers(opened: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    return {sheet.objgen: number for number, sheet in enumerate(opened.pages, start=1)}


def links(opened: pikepdf.Pdf) -> list[Any]:
    of_page = numbers(opened)
    found = []
    for sheet in opened.pages:
        for link in sheet.get("/Annots", ()):
            place = link.get("/Dest")
            where = (
                str(link.A.URI)
                if place is None
                else (of_page[place[0].objgen], *(round(float(x), 1) for x in list(place)[2:]))
            )
            area = tuple(round(float(x), 1) for x in link.Rect)
            found.append((area, str(link.Contents), str(link.get("/NM")), where))
    return found


def elements(opened: pikepdf.Pdf) -> list[tuple[int, str, int | None]]:
    of_page = numbers(opened)

    def below(element: Any, depth: int) -> Iterator[tuple[int, str, int | None]]:
        for kid in element.get("/K", ()):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                on = of_page[kid.Pg.objgen] if "/Pg" in kid else None
                yield depth, str(kid.S), on
                yield from below(kid, depth + 1)

    return list(below(opened.Root.StructTreeRoot, 0))


def bookmarks(opened: pikepdf.Pdf) -> list[tuple[int, str, bool]]:
    def below(items: Any, depth: int) -> Iterator[tuple[int, str, bool]]:
        for item in items:
            yield depth, item.title, item.is_closed
            yield from below(item.children, depth + 1)

    with opened.open_outline() as outline:
        return list(below(outline.root, 0))


def destinations(opened: pikepdf.Pdf) -> list[tuple[str, int]]:
    of_page = numbers(opened)
    table = pikepdf.NameTree(opened.Root.Names.Dests)
    return [(str(name), of_page[place[0].objgen]) for name, place in table.items()]
