"""The structure of the tagged PDF: notes, contents and languages as ISO 14289-1 wants them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from indictment.render.pdf import open_numbers


@contextmanager
def tagging() -> Iterator[None]:
    """Inside the block, WeasyPrint writes better structure elements than it does by itself.

    WeasyPrint 70 tags a footnote as a Span, the contents as a list, and passes over `lang`. Its
    tree is built by one recursive function; the elements it gives back are completed here.
    """
    import pydyf
    from weasyprint.pdf import tags

    build = tags._build_box_tree

    def build_and_complete(box: Any, *rest: Any) -> Iterator[Any]:
        for element in build(box, *rest):
            source = getattr(getattr(box, "_box", box), "element", None)
            if source is not None:
                _complete(element, getattr(box, "_box", box), source, pydyf)
            yield element

    tags._build_box_tree = build_and_complete
    try:
        yield
    finally:
        tags._build_box_tree = build


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
