"""A PDF of ours as a screen shows it: words, links and anchors where the page has them."""

import pypdfium2
import pytest

from indictment.render import screen
from tests.built import example

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return example().path("indictment.pdf").read_bytes()


@pytest.fixture(scope="module")
def leaves(pdf: bytes) -> screen.Leaves:
    return screen.leaves(pdf)


def test_every_numbered_piece_is_on_a_page(leaves: screen.Leaves) -> None:
    for piece in example().indictment.numbered:
        page, top = leaves.anchors[piece.anchor]
        assert 1 <= page <= len(leaves.pages)
        assert 0 < top < leaves.pages[page - 1].height


def test_every_citation_is_a_link_and_every_link_leads_somewhere(leaves: screen.Leaves) -> None:
    links = [link for leaf in leaves.pages for link in leaf.links]
    assert {one.number for one in example().indictment.citations} == {
        link.citation for link in links if link.citation
    }
    assert all(link.anchor in leaves.anchors for link in links)
    assert any(link.goes_on for link in links)


def test_the_words_are_those_of_the_page_in_their_order(pdf: bytes, leaves: screen.Leaves) -> None:
    with pypdfium2.PdfDocument(pdf) as opened:
        for number, page in enumerate(opened):
            boxes = [
                (x.left, x.top, x.left + x.width, x.top + x.height)
                for x in leaves.pages[number].links
            ]
            lines = screen.lines(page, boxes)
            words = "".join("".join(line.text.split()) for line in lines)
            whole = "".join(page.get_textpage().get_text_range().replace("\ufffe", "-").split())
            assert words == whole
            for line in lines:
                assert 0 <= line.left < line.right <= leaves.pages[number].width + 1
                assert 0 <= line.top < line.bottom <= leaves.pages[number].height + 1


def test_a_link_has_the_words_that_stand_under_it(pdf: bytes, leaves: screen.Leaves) -> None:
    at = next(n for n, leaf in enumerate(leaves.pages) if any(x.citation for x in leaf.links))
    boxes = [(x.left, x.top, x.left + x.width, x.top + x.height) for x in leaves.pages[at].links]
    with pypdfium2.PdfDocument(pdf) as opened:
        lines = screen.lines(opened[at], boxes)
    for number, link in enumerate(leaves.pages[at].links):
        words = "".join(line.text for line in lines if line.link == number).split()
        assert words
        assert "".join(words).rstrip("-") in "".join(link.words.split())


def test_pages_that_differ_have_names_of_their_own(leaves: screen.Leaves) -> None:
    names = [leaf.name for leaf in leaves.pages]
    assert len(set(names)) == len(names)


def test_a_picture_has_as_many_pixels_as_it_was_asked_for(pdf: bytes) -> None:
    with pypdfium2.PdfDocument(pdf) as opened:
        assert screen.png(opened, 1, 1.0).startswith(b"\x89PNG")
        huge = screen.png(opened, 1, 400.0)
    width, height = (int.from_bytes(huge[16 + i : 20 + i], "big") for i in (0, 4))
    assert width * height < 25_000_000
