"""Link annotations of the PDF: their words, their names for the bundle, the pages they open."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from indictment.render.pdf.divide import open_numbers

if TYPE_CHECKING:
    import pydyf
    from weasyprint.document import Document


def one_each(document: "Document") -> None:
    """Leaves each link one annotation a line.

    WeasyPrint gives every element inside a link an annotation of its own, over that of the link.
    """
    for page in document.pages:
        page.links = [link for link in page.links if link[3].element_tag == "a"]


@contextmanager
def across(anchors: Collection[str]) -> Iterator[None]:
    """Inside the block, WeasyPrint keeps a link that leads to one of `anchors` in another file.

    It leaves such a link out otherwise, because it does not find what it leads to.
    """
    from weasyprint import pdf

    resolve = pdf.resolve_links

    def resolved(pages: list[Any]) -> Iterator[Any]:
        elsewhere = set(anchors).difference(*(page.anchors for page in pages))
        every = [page.links for page in pages]
        for page in pages:
            page.links = [link for link in page.links if not _leads_to(elsewhere, link)]
        for (own, names), links in zip(resolve(pages), every, strict=True):
            kept = {id(link) for link in own}
            yield [x for x in links if id(x) in kept or _leads_to(elsewhere, x)], names

    pdf.resolve_links = resolved
    try:
        yield
    finally:
        pdf.resolve_links = resolve


def _leads_to(anchors: Collection[str], link: Any) -> bool:
    return link[0] == "internal" and link[1] in anchors


def finish(document: "Document", pdf: "pydyf.PDF") -> None:
    """Completes the links of a PDF that is about to be written. A WeasyPrint finisher.

    - /Contents says the words of the link (ISO 14289-1, 7.18.5).
    - /NM of an exhibit's citation is `cite-N`, N being the citation's number, by which the bundle
      finds and retargets it. A citation broken over lines has an annotation on each, `cite-N`
      and then `cite-N.2`, `cite-N.3`: the names of a page's annotations are unique.
    - /Dest of an inner link is a token for the place of its anchor, which may stand in another part.
    """
    import pydyf

    parts: dict[str, int] = {}
    for box in _linked(document):
        link: dict[str, Any] = box.link_annotation
        link["Contents"] = pydyf.String(" ".join(open_numbers.words(box.element).split()))
        if number := box.element.get("data-cite"):
            parts[number] = parts.get(number, 0) + 1
            part = f".{parts[number]}" if parts[number] > 1 else ""
            shown = open_numbers.cited(number)
            link["NM"] = pydyf.String(f"cite-{shown}{part}")
        if "Dest" in link:
            link["Dest"] = open_numbers.place(link["Dest"].string).encode()
    # The bookmarks are shown when the file is opened.
    pdf.catalog["PageMode"] = "/UseOutlines"


def _linked(document: "Document") -> Iterator[Any]:
    for page in document.pages:
        for box in page._page_box.descendants():
            if getattr(box, "link_annotation", None) and box.element is not None:
                yield box
