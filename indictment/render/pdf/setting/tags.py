"""The structure of the tagged PDF: notes, contents and languages as ISO 14289-1 wants them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from indictment.render.pdf.divide import open_numbers

_HOLD_TEXT = frozenset({
    "/P", "/H1", "/H2", "/H3", "/H4", "/Span", "/TD", "/TH", "/Lbl", "/LBody", "/Note", "/Reference", "/Caption", "/Link",
})  # fmt: skip
"""Elements that may hold text (ISO 32000-1, 14.8.4.3 and 14.8.4.4)."""
_PLAIN = {"Type", "S", "K", "Pg", "P"}
"""What is said of an element of which there is nothing to say."""


@contextmanager
def tagging() -> Iterator[None]:
    """Inside the block, WeasyPrint writes better structure elements than it does by itself.

    WeasyPrint 70 tags a footnote as a Span, the contents as a list, each line of text as a Span of
    its own, and passes over `lang`. Its tree is built by one recursive function; the elements it gives back are completed here.
    """
    import pydyf
    from weasyprint.pdf import tags

    build = tags._build_box_tree

    def build_and_complete(box: Any, *rest: Any) -> Iterator[Any]:
        _, pdf, _, marks, *_ = rest
        for element in build(box, *rest):
            _join_lines(element, pdf, marks)
            source = getattr(getattr(box, "_box", box), "element", None)
            if source is not None:
                _complete(element, getattr(box, "_box", box), source, pydyf)
            yield element

    tags._build_box_tree = build_and_complete
    try:
        yield
    finally:
        tags._build_box_tree = build


def _join_lines(element: Any, pdf: Any, marks: dict[int, bytes]) -> None:
    """Let what holds text hold its lines directly, so that they are read as one.

    `marks` are the elements of the page's marked content by its number.
    """
    if element["S"] not in _HOLD_TEXT:
        return
    for place, kid in enumerate(element["K"]):
        if isinstance(kid, int):
            continue
        inner = pdf.objects[int(kid.split()[0])]
        if inner.get("S") == "/Span" and inner.keys() == _PLAIN and len(inner["K"]) == 1:
            (mark,) = inner["K"]
            if isinstance(mark, int):
                element["K"][place] = mark
                marks[mark] = element.reference
                inner.free = "f"


def _complete(element: Any, box: Any, source: Any, pydyf: Any) -> None:
    pseudo = box.element_tag.partition("::")[2]
    classes = (source.get("class") or "").split()
    if source.get("lang") and source.tag != "html":
        element["Lang"] = pydyf.String(source.get("lang"))
    if "footnote" in classes:
        _note(element, pseudo, source, pydyf)
    elif "toc" in classes and element["S"] == "/L":
        element["S"] = "/TOC"
    elif any(name.startswith("toc-") for name in classes) and source.tag == "li":
        element["S"] = "/TOCI" if element["S"] == "/LI" else "/Reference"


def _note(element: Any, pseudo: str, source: Any, pydyf: Any) -> None:
    number = source.get("data-number")
    if pseudo == "footnote-call":
        element["S"] = "/Reference"
    elif pseudo == "footnote-marker":
        element["S"] = "/Lbl"
    elif not pseudo and element["S"] == "/Span":
        # ISO 14289-1, 7.9: each note has an ID of its own.
        element["S"] = "/Note"
        old = "was-" if source.get("data-old") else ""
        slot = source.get(open_numbers.SLOT)
        shown = number if slot is None else open_numbers.whole(slot)
        element["ID"] = pydyf.String(f"note-{old}{shown}")
