import io
import zipfile
from dataclasses import dataclass

import pytest
from lxml import etree

from indictment.render.page.mistakes import NumbersDiffer, OutsideVocabulary
from indictment.render.word import document
from tests.unit.render.docx_pages import REFERENCE, numbered, page, sub, word, write
from tests.unit.render.word_reader import NS, W, Word

TABLE = (
    '<table class="plain"><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
)


def test_numbers_in_a_quotation_are_those_of_the_original() -> None:
    more = '<div class="attached"><p class="continues">More</p></div>'
    quoted = [
        f'<li><p class="sub"><span class="number">{n}.</span> Words</p>{more}</li>' for n in (3, 4)
    ]
    made = word(
        numbered(1)
        + sub(["(a)", "(b)"])
        + f'<blockquote><ol class="sub" data-depth="1">{"".join(quoted)}</ol></blockquote>'
        + numbered(2)
        + sub(["(a)"])
    )
    found = [p for p in made.paragraphs if p.style == "Quotation"]
    assert [p.number for p in found] == [""] * 4
    assert [p.text for p in found] == ["3. Words", "More", "4. Words", "More"]
    assert [p.number for p in made.paragraphs[-2:]] == ["2.", "(a)"]


def test_what_is_said_of_a_charge_is_indented_below_its_accused() -> None:
    detail = '<p class="charge-detail">Mode</p>'
    made = word(f'<p class="charge">A</p><div class="attached">{detail}</div>{detail}')
    attached, alone = made.paragraphs[-2:]
    indents = [one.node.find("w:pPr/w:ind", NS) for one in (attached, alone)]
    assert indents[0] is not None
    assert indents[0].get(f"{W}left") == "709"
    assert indents[1] is None


def test_a_detail_stands_below_a_term_that_leaves_no_room_beside_it() -> None:
    long = "Counsel for the Defence of Ansel Tollan"
    made = word(
        f'<dl class="particulars"><dt>Before</dt><dd>A<br>B</dd><dt>{long}</dt><dd>C</dd></dl>'
    )
    before, counsel = made.paragraphs[-2:]
    assert (before.text, counsel.text) == ("Before A B", f"{long} C")
    assert [len(before.node.findall(f".//{W}{sign}")) for sign in ("tab", "br")] == [1, 1]
    assert [len(counsel.node.findall(f".//{W}{sign}")) for sign in ("tab", "br")] == [0, 1]


@dataclass
class Parts:
    """A page whose parts are given whole."""

    parts: str

    def word(self) -> Word:
        start, end = page("|").split('<section class="part facts"><h1 id="h">Facts</h1>|</section>')
        whole = start + self.parts + end
        return Word(document.write(whole, reference=REFERENCE.read_bytes(), images=lambda _: b""))


def properties(node: etree._Element) -> list[str]:
    return [etree.QName(one).localname for one in node.iterfind("w:pPr/*", NS)]


@pytest.mark.parametrize(
    ("block", "style"),
    [
        ("<h2 id='a'>A</h2>", "heading 2"),
        ("<h4 id='a'>A</h4>", "heading 4"),
        ('<p class="unnumbered">A</p>', "Unnumbered"),
        ('<div class="attached"><p class="continues">A</p></div>', "Continuing"),
        ('<blockquote><p class="quoted">A</p></blockquote>', "Quotation"),
        ('<ul class="bullets" data-depth="2"><li><p class="bullet">A</p></li></ul>', "Bullet 2"),
        ('<div class="notice"><p>A</p></div>', "Notice"),
        ('<p class="count-citation">A</p>', "Count Citation"),
        ('<section class="signature"><p class="signatory-name">A</p></section>', "Signatory Name"),
        ('<dl class="particulars"><dt>A</dt></dl>', "Particulars Term"),
    ],
)
def test_a_block_has_its_style(block: str, style: str) -> None:
    assert word(block).paragraphs[-1].style == style


@pytest.mark.parametrize(
    "block",
    [
        "<section><p>no class</p></section>",
        '<p class="other">A</p>',
        "<div>A</div>",
        "<pre>A</pre>",
        "loose words",
        '<ol class="toc"><li>A</li></ol>',
        '<p class="numbered">without a number</p>',
        '<ol class="sub" data-depth="4"><li><p class="sub">A</p></li></ol>',
        '<table class="other"><tbody><tr><td>A</td></tr></tbody></table>',
        TABLE.replace("<td>2</td>", ""),
        TABLE.replace('<table class="plain">', '<table class="plain"><colgroup><col></colgroup>'),
        '<figure><p class="unnumbered">A</p></figure>',
        '<p class="unnumbered moved">A</p>',
    ],
)
def test_what_is_outside_the_vocabulary_is_refused_by_name(block: str) -> None:
    with pytest.raises(OutsideVocabulary, match="<"):
        word(block)


def test_text_below_a_number_is_indented_with_it() -> None:
    text = '<div class="attached"><p class="continues">below (a)</p></div>'
    found = word(numbered(1) + sub(["(a)"], 1, text) + '<p class="continues">below 1</p>')
    lefts = [one.node.find("w:pPr/w:ind", NS) for one in found.paragraphs[-2:]]
    assert [left.get(f"{W}left") for left in lefts if left is not None] == ["1276", "709"]


def test_a_paragraph_stays_with_the_list_that_it_announces() -> None:
    found = word(numbered(1, "He:") + sub(["(a)"]) + numbered(2))
    assert [("keepNext" in properties(one.node)) for one in found.paragraphs[1:]] == [
        True,
        False,
        False,
    ]


def test_a_signature_block_is_kept_on_one_page() -> None:
    found = word(
        '<section class="signature"><p class="signature-date">11 March 2024</p>'
        '<div class="signatory"><p class="signature-line"></p><p class="signatory-name">A</p>'
        '<p class="signatory-title">B</p></div></section>'
    )
    assert all("keepNext" in properties(one.node) for one in found.paragraphs[1:])


def test_a_labelled_paragraph_has_a_bookmark_around_its_text_and_an_identity() -> None:
    found = word(numbered(1, "The text.", "x-the-text"))
    paragraph, text = found.bookmarks()["_ind_the_text"]
    assert text == "The text."
    identity = paragraph.get("{http://schemas.microsoft.com/office/word/2010/wordml}paraId") or ""
    assert 0 < int(identity, 16) < 0x80000000


def test_an_anchor_without_a_label_has_a_bookmark_only_where_something_links_to_it() -> None:
    body = numbered(1, anchor="p-1") + numbered(2, anchor="p-2")
    linked = '<p class="unnumbered"><a class="mark" href="#p-2">it</a></p>'
    assert sorted(word(body + linked).bookmarks()) == ["_at_p_2"]


# --- parts, pages, sections -----------------------------------------------------------------


def test_a_part_begins_a_page_where_it_asks_for_one() -> None:
    parts = (
        '<section class="part facts" data-page="new"><h1 id="a">A</h1></section>'
        '<section class="part count" data-page="new"><h1 id="b">B</h1></section>'
        '<section class="part count"><h1 id="c">C</h1></section>'
    )
    found = Parts(parts).word()
    breaks = ["pageBreakBefore" in properties(one.node) for one in found.paragraphs]
    assert breaks == [False, True, False]


def test_only_a_title_page_is_without_running_heads() -> None:
    title = '<section class="part title-page" id="title-page"><p class="tribunal">T</p></section>'
    facts = '<section class="part facts" data-page="new"><h1 id="a">A</h1></section>'
    assert len(list(Parts(title + facts).word().body.iter(f"{W}titlePg"))) == 1
    assert not list(Parts(facts).word().body.iter(f"{W}titlePg"))


def sizes(found: Word) -> list[tuple[str | None, str | None]]:
    return [(size.get(f"{W}w"), size.get(f"{W}orient")) for size in found.body.iter(f"{W}pgSz")]


def test_a_long_status_between_short_words_has_the_room_it_needs() -> None:
    running = (
        '<footer class="running"><p class="running-left">11 March 2024</p>'
        '<p class="running-center">Model indictment, not filed, the accused are presumed innocent</p>'
        '<p class="running-right">page <span class="page-number"></span></p></footer>'
    )
    found = Parts(running + '<section class="part facts"><h1 id="a">A</h1></section>').word()
    (foot,) = (
        part for name, part in found.parts.items() if "/footer" in name and "rels" not in name
    )
    left, centre, right = (int(one.get(f"{W}w") or 0) for one in foot.iter(f"{W}gridCol"))
    assert left == right
    assert centre > 2 * left


def test_a_turned_part_has_its_own_section_with_its_own_running_heads() -> None:
    running = '<header class="running"><p class="running-left">Left</p></header>'
    parts = (
        '<section class="part facts"><h1 id="a">A</h1></section>'
        '<section class="part schedule" data-page="new" data-orientation="landscape">'
        f'<h1 id="b">B</h1>{TABLE}</section><section class="part annex"><h1 id="c">C</h1></section>'
    )
    found = Parts(running + parts).word()
    assert sizes(found) == [("11906", None), ("16838", "landscape"), ("11906", None)]
    heads = [one.attrib.values()[-1] for one in found.body.iter(f"{W}headerReference")]
    assert heads[0] == heads[2] != heads[1]
    widths = [one.get(f"{W}w") for one in found.body.iter(f"{W}tblW")]
    assert widths == [str(16838 - 2 * 1417)]


def test_a_document_never_ends_with_a_table() -> None:
    body = word(TABLE).body[0]
    assert [etree.QName(one).localname for one in body][-2:] == ["p", "sectPr"]


# --- tables ---------------------------------------------------------------------------------


def test_a_table_repeats_its_head_and_keeps_short_rows_whole() -> None:
    long = TABLE.replace("<td>2</td>", f"<td>{'long ' * 300}</td>")
    head, row = word(long).body.iter(f"{W}tr")
    assert [etree.QName(one).localname for one in head[0]] == ["cantSplit", "tblHeader"]
    assert row.find("w:trPr", NS) is None


def test_columns_are_as_wide_as_the_page_says_unless_a_word_is_wider() -> None:
    group = '<colgroup><col style="width:3%"><col style="width:97%"></colgroup>'
    found = word(TABLE.replace('"plain">', f'"plain">{group}').replace("<td>1<", "<td>Pseudonym<"))
    first, second = (int(one.get(f"{W}w") or 0) for one in found.body.iter(f"{W}gridCol"))
    assert first + second == 11906 - 2 * 1417
    assert 1000 < first < 1500


def test_two_tables_do_not_become_one() -> None:
    body = word(TABLE + TABLE).body[0]
    assert [etree.QName(one).localname for one in body] == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_columns_of_a_caption_have_no_lines_and_the_size_of_the_text() -> None:
    caption = '<table class="columns"><tbody><tr><td>A v. B</td><td>No. 7</td></tr></tbody></table>'
    found = word(caption)
    (table,) = found.body.iter(f"{W}tblStyle")
    assert table.get(f"{W}val") == "TableColumns"
    styles = {
        one.get(f"{W}val") for cell in found.body.iter(f"{W}tc") for one in cell.iter(f"{W}pStyle")
    }
    assert styles == {"ColumnText"}


def test_a_table_says_what_it_is_to_those_who_cannot_see_it() -> None:
    found = word(TABLE.replace("<thead>", "<caption>Stores</caption><thead>"))
    (caption,), (about,) = found.body.iter(f"{W}tblCaption"), found.body.iter(f"{W}tblDescription")
    assert (caption.get(f"{W}val"), about.get(f"{W}val")) == ("Stores", "A, B")


# --- figures and notes ----------------------------------------------------------------------

FIGURE = '<figure><img src="chart.png" alt="A chart"><figcaption>Chart</figcaption></figure>'
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def test_a_figure_has_its_description_and_fits_the_text() -> None:
    found = word(FIGURE)
    (about,) = found.body.iter(f"{EXTENT}docPr")
    (extent,) = found.body.iter(f"{EXTENT}extent")
    assert about.get("descr") == "A chart"
    assert int(extent.get("cx") or 0) <= (11906 - 2 * 1417) * 635


def test_in_the_place_of_a_file_that_is_no_image_stands_its_description() -> None:
    content = document.write(
        page(FIGURE), reference=REFERENCE.read_bytes(), images=lambda _: b"not an image"
    )
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        text = made.read("word/document.xml").decode()
    assert ">A chart</w:t>" in text
    assert "drawing" not in text.split("<w:body>")[1]


def note(number: int) -> str:
    return f'<span class="footnote" id="fn-{number}" data-number="{number}">Note {number}.</span>'


def test_notes_are_counted_through_text_and_tables() -> None:
    body = (
        numbered(1, f"A.{note(1)}")
        + TABLE.replace(">2<", f">2{note(2)}<")
        + numbered(2, f"B.{note(3)}")
    )
    found = word(body)
    assert [one.text for one in found.notes] == ["Note 1.", "Note 2.", "Note 3."]
    assert [one.text for one in found.paragraphs if "[" in one.text] == ["A.[1]", "2[2]", "B.[3]"]


def test_a_note_that_word_would_number_otherwise_is_refused() -> None:
    with pytest.raises(NumbersDiffer, match="note '2' where Word prints 1"):
        word(numbered(1, f"A.{note(2)}"))


def test_a_note_in_a_note_is_refused() -> None:
    with pytest.raises(OutsideVocabulary, match="inside a note"):
        word(numbered(1, f"A.{note(1).replace('Note 1.', note(2))}"))


def test_a_page_with_everything_repeated_gives_the_same_bytes() -> None:
    body = numbered(1, f"A.{note(1)}", "x-a") + TABLE + FIGURE
    assert write(body) == write(body)
