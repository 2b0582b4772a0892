"""The page read as XML is the page that an HTML parser reads."""

from pathlib import Path
from typing import Any

import pytest
import weasyprint

from indictment.render.page import html
from indictment.render.pdf import tree
from indictment.render.pdf.fetcher import BASE, fetcher
from indictment.render.pdf.prepared import prepared
from tests.unit.render import fixture

SAMPLES = Path(__file__).parents[2] / "golden" / "vocabulary"


def flat(element: Any) -> list[tuple[str, dict[str, str], str, str]]:
    return [
        (
            str(one.tag),
            dict(one.attrib),
            "".join((one.text or "").split()),
            "".join((one.tail or "").split()),
        )
        for one in element.iter()
    ]


@pytest.mark.parametrize("name", ["sample.html", "redline.html", "indictment"])
def test_both_parsers_read_the_same(name: str) -> None:
    text = html.page(fixture.indictment(), fixture.load).value if name == "indictment" else None
    page = prepared(text or (SAMPLES / name).read_text("utf-8"))
    access = fetcher(fixture.load)
    fast = tree.document(page, BASE, access)
    slow = weasyprint.HTML(string=page, base_url=BASE, url_fetcher=access)
    assert flat(fast.etree_element) == flat(slow.etree_element)


def test_a_page_that_is_not_xml_is_left_to_the_html_parser() -> None:
    access = fetcher(fixture.load)
    made = tree.document("<html lang=en><p>a<p>b", BASE, access)
    assert [one.text for one in made.etree_element.iter("p")] == ["a", "b"]
