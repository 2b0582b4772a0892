"""The index and the dividers as their reader sees them."""

from functools import partial

import pypdfium2
import pytest

from indictment.bundle import plan
from indictment.folder import DiskFolder
from indictment.machine.cache import Cache
from indictment.machine.shipped import shipped
from indictment.model.bundle import BundlePlan, Counted, FrontPages
from indictment.model.indictment import Indictment
from indictment.render.bundle.pages import Front
from indictment.render.page.template_errors import TemplateFault
from tests.unit.resolve.building import count, resolved

pytestmark = pytest.mark.slow

SHIPPED = DiskFolder(shipped("templates").parent)


def matter(exhibits: str, text: str) -> Indictment:
    return resolved({"exhibits/exhibits.yaml": "exhibits:\n" + exhibits}, count(text))


def front(
    indictment: Indictment, reasons: object = None, **counts: int
) -> tuple[BundlePlan, FrontPages]:
    made = partial(plan.make, indictment, reasons or {})
    return plan.settled(
        made, Front(indictment, lambda path: None, Cache(None)), Counted(4, 1, {}, counts)
    )  # type: ignore[arg-type]


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as held:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in held]


def test_the_index_lists_each_exhibit_with_its_pages() -> None:
    made, pages = front(
        matter(
            "  order: {title: Order, author: Harbour Guard, symbol: HG/7,"
            " date: 2019-03-02, file: o.pdf}\n"
            "  slip: {title: Letter}\n  law: {title: Charter, role: authority}\n",
            "Text [@order; @slip; @law].\n",
        ),
        order=12,
    )
    (index,) = texts(pages.index)
    assert "P001 Harbour Guard, Order, HG/7 2 March 2019 12 6" in index
    assert "P002 Letter – not reproduced undated – 19" in index
    assert "Charter" not in index
    assert made.exhibits[1].divider == 19


def test_a_matter_without_exhibits_has_an_index_that_says_so() -> None:
    made, pages = front(matter("  law: {title: Charter, role: authority}\n", "Text [@law].\n"))
    assert made.exhibits == ()
    assert texts(pages.index)[0].endswith("No exhibits are listed.")
    assert [page.source for page in made.pages] == ["indictment"] * 4 + ["index"]


def test_a_long_index_prints_the_numbers_of_its_own_bundle() -> None:
    lines = "".join(
        f"  e{n}: {{title: A title of some length for exhibit number {n}}}\n" for n in range(70)
    )
    made, pages = front(matter(lines, "Text [@e0].\n"))
    index = " ".join(texts(pages.index))
    assert made.index_pages == len(texts(pages.index)) > 2
    for n, exhibit in enumerate(made.exhibits):
        assert exhibit.divider == 4 + made.index_pages + 1 + n
        assert f"exhibit number {n} – not reproduced undated – {exhibit.divider}" in index


def test_a_divider_says_what_the_exhibit_is_and_who_cites_it() -> None:
    _, pages = front(
        matter(
            "  order: {title: Order, author: Harbour Guard, symbol: HG/7,"
            " date: 2019-03-02, file: o.pdf, vote: 3-0-1}\n",
            "One [@order].\n\nTwo [@order, p. 2] and more [@order, p. 3].\n",
        ),
        order=3,
    )
    (sheet,) = texts(pages.dividers)
    assert pages.divider_pages == {"order": (0,)}
    for words in ("P001 Order", "Author Harbour Guard", "Date 2 March 2019", "Symbol HG/7",
                  "Pages 3",
                  "paragraph 1 (footnote 1); paragraph 2 (footnotes 2, 3)"):  # fmt: skip
        assert words in sheet
    assert "not reproduced" not in sheet.lower()


def test_a_slip_sheet_says_where_the_original_is() -> None:
    _, pages = front(
        matter(
            "  slip: {title: Letter, held: State Archive,"
            " url: 'https://example.org/a', captured: 2022-05-04}\n",
            "Text [@slip].\n",
        )
    )
    (sheet,) = texts(pages.dividers)
    for words in (
        "Not reproduced",
        "Held State Archive",
        "https://example.org/a (read 4 May 2022)",
    ):
        assert words in sheet


@pytest.mark.parametrize(
    ("content", "reason", "words"),
    [
        (
            "unreadable",
            "it is locked with a password",
            "cannot be read: it is locked with a password.",
        ),
        (
            "unconverted",
            "LibreOffice is not installed",
            "Word document that was not turned into pages",
        ),
        ("no-pages", "it is a film", "a file that is not printed: it is a film."),
    ],
)
def test_a_placeholder_says_why(content: str, reason: str, words: str) -> None:
    made, pages = front(
        matter("  order: {title: Order, file: o.pdf}\n", "Text [@order].\n"),
        {"order": (content, reason)},
    )
    sheets = texts(pages.dividers)
    assert len(sheets) == 2
    assert words in sheets[pages.placeholders["order"]]
    assert "File: exhibits/o.pdf" in sheets[pages.placeholders["order"]]
    assert made.exhibits[0].first == made.exhibits[0].divider + 1


def test_an_exhibit_that_is_cited_on_every_page_gets_as_many_sheets_as_it_needs() -> None:
    text = "\n\n".join("Text [@order] and [@order] and [@order]." for _ in range(180))
    made, pages = front(matter("  order: {title: Order}\n  next: {title: Next}\n", text))
    assert len(pages.divider_pages["order"]) > 1
    assert made.exhibits[1].divider == made.exhibits[0].divider + len(pages.divider_pages["order"])
    assert "Exhibit P002" in texts(pages.dividers)[pages.divider_pages["next"][0]]


def test_the_lowest_centimetre_is_left_to_the_stamp() -> None:
    from indictment.bundle.geometry import STRIP

    _, pages = front(matter("  order: {title: Order}\n", "Text [@order].\n"))
    for pdf in (pages.index, pages.dividers):
        with pypdfium2.PdfDocument(pdf) as held:
            for page in held:
                drawn = page.render(grayscale=True).to_pil()
                foot = drawn.crop((0, drawn.height - int(STRIP[1]) - 3, drawn.width, drawn.height))
                assert foot.getextrema() == (255, 255)


def test_a_court_may_have_its_own_divider() -> None:
    indictment = matter("  order: {title: Order}\n", "Text [@order].\n")
    own = SHIPPED.read("templates/international/bundle-dividers.html")
    assert own is not None
    changed = own.replace(b"Not reproduced.", b"Held by the Registry.")
    files = {"templates/test/bundle-dividers.html": changed}
    made = Front(indictment, files.get, Cache(None))
    pages, _ = made(plan.make(indictment, {}, Counted(1)), Counted(1))
    assert "Held by the Registry." in texts(pages.dividers)[0]


def test_a_broken_template_is_a_fault_at_its_line() -> None:
    indictment = matter("  order: {title: Order}\n", "Text [@order].\n")
    files = {"templates/test/bundle-index.html": b"<html>\n{{ exhibits.nothing.here }}\n</html>"}
    with pytest.raises(TemplateFault) as raised:
        Front(indictment, files.get, Cache(None))(plan.make(indictment, {}, Counted(1)), Counted(1))
    assert raised.value.diagnostic.span.start == "templates/test/bundle-index.html:2:1"


def test_every_template_of_the_bundle_is_explained() -> None:
    root = shipped("templates")
    text = (root.parent / "docs" / "templates.md").read_text("utf-8")
    section = text[text.index("## The pages of the bundle") :]
    for file in (root / "international").glob("bundle*"):
        assert f"`{file.name}`" in section, file.name
