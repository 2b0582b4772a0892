"""Page HTML (docs/vocabulary.md) -> indictment.docx.

The writing is spread over the modules beside this one, from the package (package.py) and what its writers share
(desk.py) over blocks, tables, figures, contents, sections and notes down to the runs of a line
(inline.py). What the file holds and why: docs/analysis/word.md.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lxml import etree

from indictment.render.word import ends, marks
from indictment.render.word.anchors import Anchors
from indictment.render.word.blocks import Place, block
from indictment.render.word.desk import Desk
from indictment.render.word.language import is_right_to_left
from indictment.render.word.look import Look
from indictment.render.word.moves import MOVE, leave_pairs
from indictment.render.word.origin import NeutralAnchors, TracedAnchors, forget, put
from indictment.render.word.package import Package
from indictment.render.word.sections import Sections
from indictment.render.word.story import Story
from indictment.render.word.xml import Element, elements, has_class, outside

if TYPE_CHECKING:
    from indictment.model.origin import Origin


def write(
    page: str,
    *,
    reference: bytes,
    images: Callable[[str], bytes],
    pages: Mapping[str, int] | None = None,
    page_count: int | None = None,
    font: str = "Times New Roman",
    origin: "Callable[[], Origin] | None" = None,
    labels: bool = True,
    told: Callable[[str], None] = lambda words: None,
) -> bytes:
    """The Word document of a page.

    Args:
        page: The whole page as HTML.
        reference: The court's reference.docx, from which styles, numbering and page size come.
        images: Gives the bytes of an image by its `src`, as PNG, JPEG, GIF, BMP or TIFF.
        pages: Page numbers of the PDF by anchor, cached in the contents. None where there is no
            PDF: the lines of the contents then have no page numbers.
        page_count: The number of pages of the PDF, cached in the running foot.
        font: The font of the text, put in the place of the reference's own.
        origin: Gives what the document says of itself; its `labels` are filled in here. None for a
            document that does not say what it was made from.
        labels: Whether bookmarks bear the labels of the sources. Without them the file has
            only the bookmarks that its links need, under names that say nothing.
        told: Hears, of a redline, each number of the old version that Word will print otherwise
            once all changes are rejected.

    Returns:
        The bytes of the file: the same for the same arguments.

    Raises:
        PageMistake: The page has an element outside the vocabulary, a link to nowhere, or a number
            that Word would print otherwise; or the reference lacks a style.
    """
    # Elements of lxml.html have a class of their own, which is asked for each time that one is met.
    root: Element = etree.fromstring(page, parser=etree.HTMLParser(remove_comments=True))
    if MOVE in page:
        leave_pairs(root)
    package = Package(reference)
    forget(package)
    kind = (Anchors if origin is None else TracedAnchors) if labels else NeutralAnchors
    desk = Desk(package, _anchors(root, kind), images, pages, page_count)
    lang = root.get("lang") or "en"
    package.speak(lang)
    package.print_in(font)
    package.describe(
        title=(root.findtext("head/title") or "").strip(),
        author=_meta(root, "author"),
        subject=_meta(root, "subject"),
        date=_date(_meta(root, "date")),
        lang=lang,
    )
    _body(desk, root)
    desk.fields.settle(desk.natives, desk.carriers)
    desk.anchors.check()
    desk.moves.settle()
    ends.settle(package.body, package.styles["Section End"])
    marks.count(package.stories)
    for words in desk.differences:
        told(words)
    if origin is not None:
        put(desk, origin)
    return package.save()


def _body(desk: Desk, root: Element) -> None:
    body = root.find("body")
    if body is None:
        raise outside(root, "without a body")
    pieces = list(elements(body))
    running = {str(piece.tag): piece for piece in pieces if has_class(piece, "running")}
    # Word marks each paragraph and run that is written from right to left, whatever the default.
    lang = root.get("lang") or ""
    look = Look(lang=lang if is_right_to_left(lang) else "")
    story = Story(desk, Sections(desk, running, look))
    for piece in pieces:
        if not has_class(piece, "running"):
            block(story, piece, Place(look))
    story.finish()


def _anchors(root: Element, kind: type[Anchors]) -> Anchors:
    """The ids of the page, and those that a link or a reference names."""
    wanted = {
        target[1:] for link in root.iter("a") if (target := link.get("href") or "").startswith("#")
    }
    for span in root.iter("span"):
        places = (span.get("data-target"), span.get("data-was-target"))
        wanted |= {place for place in places if place}
    return kind((anchor for piece in root.iter() if (anchor := piece.get("id"))), wanted)


def _meta(root: Element, name: str) -> str:
    metas = (meta for meta in root.iter("meta") if meta.get("name") == name)
    return next((meta.get("content") or "" for meta in metas), "").strip()


def _date(day: str) -> datetime:
    """Midnight of the matter's date; of the earliest date that ZIP knows where it has none."""
    return datetime.fromisoformat(day or "1980-01-01").replace(tzinfo=UTC)
