"""Marks of a redline by amendment: the attribute on each, and the number as text."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import tinycss2
from lxml import html

from indictment.render import pdf
from indictment.render.page import lookup
from indictment.render.page.checking import check
from indictment.render.page.lookup import TemplateFolder
from indictment.render.pdf.style import Style, find
from indictment.render.pdf.style_check import check as check_style
from indictment.render.redline.amendment import marked_by_amendment
from tests.unit.render.docx_pages import page, word

ROOT = Path(__file__).parents[3]
REDLINE = (ROOT / "tests" / "golden" / "vocabulary" / "redline.html").read_text("utf-8")
SHEET = (ROOT / "templates" / "international" / "amendments.css").read_text("utf-8")
BY = 'data-author="A. Weir" data-date="2024-03-12T09:00:00Z"'


def shown(body: str, ordinal: int = 2) -> str:
    """The words of the page with the code, one line for each block."""
    root = html.fragment_fromstring(
        marked_by_amendment(f"<section>{body}</section>", ordinal, code=True)
    )
    lines = root.xpath(".//p | .//li[not(p)] | .//td[not(p)] | .//th | .//h2 | .//dd | .//dt")
    return "\n".join(" ".join(line.text_content().split()) for line in lines)


def test_each_mark_carries_its_amendment_and_nothing_else_does() -> None:
    made = marked_by_amendment(REDLINE, 3, code=False)
    assert made.replace(' data-amendment="3"', "") == REDLINE
    before, after = (html.document_fromstring(one) for one in (REDLINE, made))
    marks = "//ins | //del | //*[contains(@class, 'inserted') or contains(@class, 'deleted')]"
    found = before.xpath(
        f"{marks} | //*[@data-mark] | //span[@class='formatted' or @class='old-number']"
    )
    assert len(after.xpath("//*[@data-amendment='3']")) == len(found) > 5


def test_a_page_without_marks_stays_as_it_is() -> None:
    plain = (ROOT / "tests" / "golden" / "vocabulary" / "sample.html").read_text("utf-8")
    assert marked_by_amendment(plain, 1, code=True) == plain


def test_a_mark_of_an_earlier_amendment_keeps_it() -> None:
    body = (
        f'<p class="unnumbered">He <del {BY} data-amendment="1">went</del> <ins {BY}>ran</ins>.</p>'
    )
    assert marked_by_amendment(body, 2, code=False).count('data-amendment="2"') == 1
    assert shown(body) == "He [1went1] [2ran2]."


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f'<p class="unnumbered">He <ins {BY}>ran <em>fast</em></ins>.</p>', "He [2ran fast2]."),
        (
            f'<p class="numbered inserted" {BY}><span class="number">32.</span> New <em>words</em></p>',
            "32. [2New words2]",
        ),
        (
            f'<p class="numbered deleted" {BY}><span class="number">32.</span> '
            f'<span class="old-number">[31.]</span> <em>Old</em> words</p>',
            "32. [31.] [2Old words2]",
        ),
        (f'<div class="attached inserted" {BY}>\n<p class="continues">One</p>\n<p class="continues">'
         "Two<br>three</p>\n</div>", "[2One\nTwothree2]"),
        (f'<table class="plain"><tbody><tr class="inserted" {BY}><td>a</td><td><p class="cell">b</p></td>'
         "<td></td></tr></tbody></table>", "[2a\nb2]\n"),
        (f'<ol class="sub inserted" data-depth="1" {BY}><li><p class="sub"><span class="number">(a)</span>'
         ' one</p></li><li><p class="sub"><span class="number">(b)</span> two</p></li></ol>',
         "(a) [2one\n(b) two2]"),
        (f'<p class="unnumbered">One<ins {BY}><span class="footnote" id="fn-1" data-number="1">Note.</span>'
         "</ins></p>", "One[2Note.2]"),
        (f'<p class="unnumbered inserted" {BY}><span class="footnote" id="fn-1" data-number="1">Note.</span>'
         " x</p>", "[2Note. x2]"),
        (f'<p class="unnumbered"><span class="formatted" data-was="em" {BY}>word</span></p>', "[2word2]"),
        (f'<p class="unnumbered" data-mark="inserted" {BY}>One</p>', "One"),
        (f'<p class="signature-line inserted" {BY}></p>', ""),
    ],
)  # fmt: skip
def test_the_number_stands_before_and_behind_what_was_amended(body: str, lines: str) -> None:
    assert shown(body) == lines


def test_what_is_left_of_the_whole_page_without_the_code_is_the_page() -> None:
    made = marked_by_amendment(REDLINE, 2, code=True)
    codes = re.findall(r'<span class="amendment-code">([^<]*)</span>', made)
    assert codes[::2] == ["[2"] * (len(codes) // 2)
    assert codes[1::2] == ["2]"] * (len(codes) // 2)
    without = re.sub(r'<span class="amendment-code">[^<]*</span>', "", made)
    assert without == marked_by_amendment(REDLINE, 2, code=False)
    known = {one.message for one in check(REDLINE, ())}
    assert {one.message for one in check(made, ())} == known


def test_the_number_is_no_part_of_what_was_put_in_or_taken_out_of_a_line() -> None:
    made = marked_by_amendment(f"<p>He <del {BY}>went</del></p>", 2, code=True)
    code = '<span class="amendment-code">{}</span>'.format
    assert made == f'<p>He {code("[2")}<del {BY} data-amendment="2">went</del>{code("2]")}</p>'


def test_word_leaves_the_code_out() -> None:
    body = f'<p class="unnumbered">He <ins {BY}>ran</ins>.</p>'
    made = marked_by_amendment(page(body), 2, code=True)
    inner = made.split("</h1>")[1].split("</section>")[0]
    assert word(inner).paragraphs[-1].text == word(body).paragraphs[-1].text == "He ran."


def test_the_style_sheet_has_a_colour_for_each_amendment_that_can_be_read_on_paper() -> None:
    assert list(check_style(Style("templates/international/amendments.css", SHEET))) == []
    found: dict[str, list[str]] = {}
    for rule in tinycss2.parse_stylesheet(SHEET, skip_comments=True, skip_whitespace=True):
        text = tinycss2.serialize(rule.content)
        for number in re.findall(r'data-amendment="(\d+)"', tinycss2.serialize(rule.prelude)):
            found.setdefault(number, []).append(text.strip())
    assert sorted(found, key=int) == [str(n) for n in range(1, 21)]
    looks = {tuple(sorted(one)) for one in found.values()}
    assert len(looks) == 20
    for rules in found.values():
        (colour,) = re.findall(r"(?<!-)color: #([0-9a-f]{6}) !important", " ".join(rules))
        assert _contrast_with_white(colour) >= 4.5


def test_the_pdf_of_a_page_by_amendment_is_set_with_its_style_sheet_and_no_other_page_is() -> None:
    folder = TemplateFolder("international", lambda path: None)
    colours = lookup.amendments(marked_by_amendment(REDLINE, 2, code=False))
    assert find(folder, amendments=colours).text == f"{find(folder).text}\n{SHEET}"
    assert "data-amendment" not in find(folder, amendments=lookup.amendments(REDLINE)).text


def test_where_the_number_tells_amendments_apart_no_mark_has_a_colour() -> None:
    folder = TemplateFolder("international", lambda path: None)
    name = lookup.amendments(marked_by_amendment(REDLINE, 2, code=True))
    sheet = find(folder, amendments=name)
    assert list(check_style(sheet)) == []
    made = marked_by_amendment(
        page(f'<p class="unnumbered">He <ins {BY}>ran</ins>.</p>'), 2, code=True
    )
    printed = pdf.write(made, "international", lambda path: None).value
    assert printed is not None
    with pikepdf.open(BytesIO(printed.content)) as file:
        inks = {
            tuple(float(one) for one in operands)
            for sheet in file.pages
            for operands, operator in pikepdf.parse_content_stream(sheet)
            if str(operator) in ("rg", "RG")
        }
    assert all(len(set(ink)) == 1 for ink in inks)


def test_the_number_of_an_amendment_is_not_taken_for_a_part_of_a_date() -> None:
    """[2 before "1 September" would read as 21 September, were it as large as the date."""
    body = page(f'<p class="unnumbered">On <ins {BY}>1 September</ins> 2021.</p>')
    made = marked_by_amendment(body, 2, code=True)
    printed = pdf.write(made, "international", lambda path: None).value
    assert printed is not None
    text = pypdfium2.PdfDocument(printed.content)[0].get_textpage()
    whole = text.get_text_range()
    date = whole.index("1 September")
    code = whole.rindex("[2", 0, date)
    code_box, date_box = text.get_charbox(code + 1), text.get_charbox(date)
    assert code_box[3] - code_box[1] < 0.8 * (date_box[3] - date_box[1])
    assert code_box[1] > date_box[1]


def _contrast_with_white(colour: str) -> float:
    """WCAG 2.2, contrast ratio."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
