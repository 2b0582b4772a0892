"""The notes of a laid-out document: what is printed must be what the text says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from indictment.render.page.mistakes import NumbersDiffer
from indictment.render.pdf.divide import open_numbers

if TYPE_CHECKING:
    from weasyprint.document import Document


def check(document: "Document", numbers: Sequence[str]) -> list[list[str]]:
    """The numbers of the notes of `document` as printed on each page; together they are `numbers`.

    A number that is left open is known by its slot. Raises NumbersDiffer unless each is printed once, in order, with its number, on the page of its
    mark or the next one. In a redline an old note may have the number of a new one.
    """
    expected = list(numbers)
    marks: dict[int, int] = {}
    notes: dict[int, int] = {}
    marked: list[str] = []
    by_page: list[list[str]] = []
    for number, sheet in enumerate(document.pages, start=1):
        printed: list[str] = []
        by_page.append(printed)
        for box in sheet._page_box.descendants():
            tag = box.element_tag if box.element is not None else ""
            if not hasattr(box, "text") or not tag:
                continue
            note = id(box.element)
            if tag.endswith("::footnote-call"):
                if note not in marks:
                    marked.append(_number(box))
                marks.setdefault(note, number)
            elif tag.endswith("::footnote-marker"):
                notes.setdefault(note, number)
                printed.append(_number(box))
    if marked != expected:
        raise NumbersDiffer(difference("the marks of the notes", expected, marked))
    every = [number for printed in by_page for number in printed]
    if every != expected:
        raise NumbersDiffer(difference("the notes", expected, every))
    for name, (mark, sheet_number) in zip(marked, marks.items(), strict=True):
        if not sheet_number <= notes.get(mark, 0) <= sheet_number + 1:
            where = f"its mark on page {sheet_number}, the note on page {notes.get(mark, 0)}"
            raise NumbersDiffer(f"note {name} stands far from its mark: {where}")
    return by_page


def counts(document: "Document") -> list[int]:
    """How many notes are printed on each page."""
    return [
        sum(
            hasattr(box, "text") and (box.element_tag or "").endswith("::footnote-marker")
            for box in page._page_box.descendants()
        )
        for page in document.pages
    ]


def _number(box: Any) -> str:
    """The number of a note, or its slot where that is left open."""
    text: str = box.text
    if text.strip() != box.element.get("data-number"):
        wanted = box.element.get("data-number")
        raise NumbersDiffer(f"note {wanted} is printed with the number {text.strip()}")
    return str(box.element.get(open_numbers.SLOT) or text.strip())


def difference(what: str, expected: list[str], printed: list[str]) -> str:
    """What to say where the numbers `printed` are not those `expected`."""
    pairs = zip([*expected, "none"], [*printed, "none"], strict=False)
    wanted, found = next((pair for pair in pairs if pair[0] != pair[1]), ("none", "none"))
    return f"{what} are printed out of order: {found} where {wanted} belongs"
