"""The notes of a laid-out document: what is printed must be what the text says."""

from typing import TYPE_CHECKING, Any

from indictment.render.page.mistakes import NumbersDiffer

if TYPE_CHECKING:
    from weasyprint.document import Document


def check(document: "Document", first: int, count: int) -> list[str]:
    """The numbers of the notes of `document` as printed, which are `count` from `first` on.

    Raises NumbersDiffer unless each is printed once, in order, with its number, on the page of its
    mark or the next one.
    """
    expected = [str(number) for number in range(first, first + count)]
    marks: dict[str, int] = {}
    notes: dict[str, int] = {}
    printed: list[str] = []
    for number, sheet in enumerate(document.pages, start=1):
        for box in sheet._page_box.descendants():
            tag = box.element_tag if box.element is not None else ""
            if not hasattr(box, "text") or not tag:
                continue
            if tag.endswith("::footnote-call"):
                marks.setdefault(_number(box), number)
            elif tag.endswith("::footnote-marker"):
                notes.setdefault(_number(box), number)
                printed.append(_number(box))
    if list(marks) != expected:
        raise NumbersDiffer(_difference("the marks of the notes", expected, list(marks)))
    if printed != expected:
        raise NumbersDiffer(_difference("the notes", expected, printed))
    for mark, sheet_number in marks.items():
        if not sheet_number <= notes[mark] <= sheet_number + 1:
            where = f"its mark on page {sheet_number}, the note on page {notes[mark]}"
            raise NumbersDiffer(f"note {mark} stands far from its mark: {where}")
    return printed


def _number(box: Any) -> str:
    text: str = box.text
    if text.strip() != box.element.get("data-number"):
        wanted = box.element.get("data-number")
        raise NumbersDiffer(f"note {wanted} is printed with the number {text.strip()}")
    return text.strip()


def _difference(what: str, expected: list[str], printed: list[str]) -> str:
    pairs = zip([*expected, "none"], [*printed, "none"], strict=False)
    wanted, found = next((pair for pair in pairs if pair[0] != pair[1]), ("none", "none"))
    return f"{what} are printed out of order: {found} where {wanted} belongs"
