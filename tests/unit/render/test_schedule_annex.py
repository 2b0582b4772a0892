"""The schedule of amendments and the cover as parts of the redline's page, in the PDF and in Word."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree, html

from indictment.model.redline import Amendment, Change, Marked, Passage, Renumbered, Revision
from indictment.render import pdf, word
from indictment.render.page import checking
from indictment.render.page.lookup import TemplateFolder
from indictment.render.redline import annex
from indictment.render.redline.excerpt import excerpt
from indictment.render.redline.markdown import markdown
from indictment.render.redline.schedule import rows
from indictment.render.redline.workbook import workbook
from tests.readers import ooxml, verapdf
from tests.unit.render import redline_fixture as fixture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HASHES = ("a1" * 32, "b2" * 32)


def nothing(path: str) -> bytes | None:
    return None


def part(given: object = None) -> str:
    redline = given if given is not None else fixture.redline()
    outcome = annex.annex(redline, nothing, HASHES)  # type: ignore[arg-type]
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def cover() -> str:
    outcome = annex.cover(fixture.redline(), nothing)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def cells(table: html.HtmlElement) -> list[list[str]]:
    return [[" ".join(c.text_content().split()) for c in row] for row in table.iter("tr")]


def below(text: str, heading: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    root = html.fragment_fromstring(text, create_parent=True)
    title = next(h for h in root.iter("h2") if h.text_content() == heading)
    table = title.getnext()
    assert table is not None
    return cells(table)


def test_the_page_with_cover_and_annex_is_in_the_vocabulary() -> None:
    whole = annex.bound(fixture.redline().page, cover(), part())
    assert checking.check(whole, ()) == ()
    assert whole.index('id="part-comparison"') < whole.index('id="title-page"')
    assert 'id="title-page" data-page="new"' in whole
    assert whole.index('id="part-exhibit-list"') < whole.index('id="part-amendments"')


def test_the_annex_says_for_each_count_and_accused_what_is_amended() -> None:
    lines = below(part(), "Count 1: Pillage")
    assert lines[0] == ["Kind", "Accused", "Amendment", "Before", "Now", "Paragraphs"]
    assert lines[1][:2] == ["added", "Mirel Casavant"]
    assert lines[1][2] == (
        "Possible new charge. Mirel Casavant is charged in Count 1 (Pillage) "
        "Mirel Casavant was not charged in this count before"
    )
    assert lines[-1] == ["reworded", "–", "Paragraph 3 is reworded", "–", "–", "3"]


def test_both_versions_are_named_as_a_lawyer_names_them() -> None:
    named = (
        "Indictment of 1 March 2021 (filed-2021-03-01, 1f3c5a7e9b)",
        "Second Amended Indictment of 4 May 2021 (main, 0a2b4c6d8e)",
    )
    said = f"The {named[0]} is compared with the {named[1]}."
    assert said in part().replace("\N{NO-BREAK SPACE}", " ")
    assert "dated 2021" not in part() + cover()
    last, now = Revision("last commit", "0a2b4c6d8e" * 4), Revision("working tree")
    given = replace(fixture.redline(), old=last, new=now)
    assert "(as last committed, 0a2b4c6d8e)" in part(given)
    assert "(as it stands on the disk)" in part(given)


def test_behind_a_cover_the_marks_and_the_totals_are_not_said_again() -> None:
    behind = annex.annex(fixture.redline(), nothing, HASHES, has_cover=True).value
    assert behind is not None
    for said in ("What the marks mean", "How many"):
        assert said in cover()
        assert said in part()
        assert said not in behind


def test_the_totals_have_no_row_of_nothing_and_one_for_each_kind_of_words() -> None:
    given = fixture.redline()
    text = annex.cover(replace(given, marked=Marked(1200, 0, 0)), nothing).value
    assert text is not None
    rows = dict(cells(html.fragment_fromstring(text, create_parent=True).xpath(".//table")[1]))
    assert rows["Words put in"] == "1,200"
    assert "0" not in rows.values()


def test_a_count_that_moved_as_a_whole_has_one_row_of_numbers() -> None:
    moved = [Renumbered("paragraph", str(n), str(n + 16), moved=True) for n in range(130, 138)]
    after = Renumbered("paragraph", "138", "154")
    assert [(r.old, r.old_last, r.new, r.new_last, r.moved) for r in rows([*moved, after])] == [
        ("130", "137", "146", "153", True),
        ("138", "", "154", "", False),
    ]


def test_each_change_is_numbered_with_both_numbers_its_text_author_and_evidence() -> None:
    lines = below(part(), "Changes of the text")
    assert lines[1] == [
        "1", "3", "3", "paragraph: reworded",
        "The granary at Hallen had twothree stores, of which the northern one held the …",
        "A. Weir, 3 May 2021", "P002",
    ]  # fmt: skip
    assert lines[2][4] == (
        "The seal was that of the mayor. [footnote 4: Film of the store, 5 March 2019, P003.]"
    )
    assert lines[4][1:4] == ["5", "6", "paragraph: moved"]
    text = part()
    assert '<span class="taken-out">two</span><span class="put-in">three</span>' in text
    assert '<a class="ref" href="#x-stores">3</a>' in text


def test_no_tracked_change_stands_in_the_annex() -> None:
    for text in (part(), cover()):
        assert not re.search(r"<(ins|del)\b", text)


def test_numbers_exhibits_support_and_what_is_not_drawn_have_lists_of_their_own() -> None:
    text = part()
    assert ["Paragraph, moved", "5", "6"] in below(text, "Old and new numbers")
    assert ["Exhibit", "new", "P003"] in below(text, "Old and new numbers")
    assert below(text, "Exhibits")[1][2:5] == [
        "P001 (Order 7) is dated otherwise", "2 March 2019", "20 March 2019",
    ]  # fmt: skip
    assert below(text, "Paragraphs that lost their last citation")[1] == ["4", "5", "P001"]
    assert "the form of the court: templates/international/style.css" in text
    assert "The annexes are turned, and were not" in text


def test_what_the_text_is_can_be_checked_by_commit_and_hash() -> None:
    text = part()
    assert f"commit {fixture.OLD_COMMIT}" in text
    assert f"SHA-256 of its words {HASHES[1]}" in text
    assert "SHA-256 of its words" not in cover()


def test_a_version_compared_with_itself_has_a_short_annex() -> None:
    text = part(fixture.empty())
    assert "Nothing that is printed differs, and nothing that is charged." in text
    assert "<h2" not in text


def test_what_the_matter_says_is_never_markup() -> None:
    words = '<script>alert(1)</script> & {{ 7*7 }} "quoted"'
    amendment = Amendment("added", "paragraph", words, words, words, reason=words)
    passages = (Passage("inserted", words), Passage("kept", words), Passage("deleted", words))
    change = Change(1, "changed", words, passages, 'x"a', old_number=words, new_number="1")
    text = part(fixture.changed(amendments=(amendment,), changes=(change,), uncompared=(words,)))
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }}" in text


def test_a_number_is_a_link_only_where_the_page_has_its_place() -> None:
    change = Change(1, "deleted", "paragraph", (Passage("deleted", "x"),), "was-gone", "gone", "9")
    assert "#gone" not in part(fixture.changed(changes=(change,)))


def test_a_form_may_have_the_schedule_in_its_own_words() -> None:
    own = (Path(__file__).parents[3] / "templates/international/schedule.html").read_text("utf-8")
    french = own.replace("Schedule of amendments", "Tableau des modifications").encode()

    def load(path: str) -> bytes | None:
        return french if path == "templates/international/schedule.html" else None

    outcome = annex.annex(fixture.redline(), load)
    assert outcome.value is not None
    assert "Tableau des modifications</h1>" in outcome.value


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        (b"<p>\n{{ nothing.here }}</p>", "TPL002", 2),
        (b'<section class="part annex" id="a">\n<h1 id="b">A</h1><blink>x</blink></section>', "TPL006", 2),
        (b"{% if %}", "TPL001", 1),
    ],
)  # fmt: skip
def test_a_fault_of_the_form_is_said_at_its_line(template: bytes, code: str, line: int) -> None:
    def load(path: str) -> bytes | None:
        return template if path == "templates/international/schedule.html" else None

    outcome = annex.annex(fixture.redline(), load)
    assert outcome.value is None
    assert outcome.diagnostics[0].span.line == line
    assert outcome.diagnostics[0].span.file == "templates/international/schedule.html"
    assert outcome.diagnostics[0].rule.code == code


def test_words_far_from_a_change_are_left_out_and_those_beside_it_are_not() -> None:
    many = " ".join(f"w{n}" for n in range(40))
    change = Change(1, "changed", "paragraph",
                    (Passage("kept", f"{many} "), Passage("inserted", "new"), Passage("kept", f" {many} "),
                     Passage("deleted", "old"), Passage("kept", f" {many}")), "x-a")  # fmt: skip
    text = "".join(one.text for one in excerpt(change))
    assert text.startswith("… w32 w33")
    assert "w38 w39 new w0 w1" in text
    assert "w7 … w32" in text
    assert text.endswith("w39 old w0 w1 w2 w3 w4 w5 w6 w7 …")


def test_numbers_that_move_by_one_step_are_one_row() -> None:
    moved = Renumbered("paragraph", "3", "20", "x", moved=True)
    found = list(
        rows(
            (
                Renumbered("paragraph", "9", "10"),
                Renumbered("paragraph", "10", "11"),
                moved,
                Renumbered("paragraph", "", "12"),
                Renumbered("paragraph", "", "13"),
                Renumbered("exhibit", "P009", "P010"),
                Renumbered("exhibit", "P010", "P011"),
                Renumbered("heading", "II.", "III."),
                Renumbered("heading", "III.", "IV."),
            )
        )
    )
    assert [(r.old, r.old_last, r.new, r.new_last, r.moved) for r in found] == [
        ("9", "10", "10", "11", False),
        ("3", "", "20", "", True),
        ("", "", "12", "13", False),
        ("P009", "P010", "P010", "P011", False),
        ("II.", "", "III.", "", False),
        ("III.", "", "IV.", "", False),
    ]


def test_no_form_of_the_schedule_has_the_name_of_a_protected_person() -> None:
    given = fixture.protected()
    texts = [
        part(given),
        markdown(given),
        "".join(
            member.decode("utf-8", "replace")
            for member in zip_parts(workbook(given))
        ),
    ]  # fmt: skip
    for text in texts:
        assert "Danko" not in text
        assert "Данько" not in text
    assert "Witness K-7" in texts[0]
    assert '<span class="taken-out">[redacted]</span>' in texts[0]


def zip_parts(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return [file.read(name) for name in file.namelist()]


# --- files ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page() -> str:
    return annex.bound(fixture.redline().page, cover(), part())


def document(page: str) -> bytes:
    reference = TemplateFolder("international", nothing).data("reference.docx")
    assert reference is not None
    return word.write(page, reference=reference[1], images=lambda source: b"")


@pytest.mark.slow
def test_the_pdf_has_the_cover_first_and_the_schedule_last_on_pages_turned(page: str) -> None:
    outcome = pdf.write(page, "international", nothing)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    with pypdfium2.PdfDocument(outcome.value.content) as file:
        texts = [sheet.get_textpage().get_text_range() for sheet in file]
        sizes = [sheet.get_size() for sheet in file]
    assert "Comparison" in texts[0]
    assert "SECOND AMENDED INDICTMENT" in texts[1]
    first = outcome.value.pages["schedule-of-amendments"] - 1
    assert "Schedule of amendments" in texts[first]
    assert all(width > height for width, height in sizes[first:])
    assert all(width < height for width, height in sizes[:first])
    assert "Possible new charge." in "".join(texts[first:])


@pytest.mark.slow
@pytest.mark.reader_verapdf
def test_the_pdf_breaks_no_rule(page: str, tmp_path: Path) -> None:
    outcome = pdf.write(page, "international", nothing)
    assert outcome.value is not None
    target = tmp_path / "redline.pdf"
    target.write_bytes(outcome.value.content)
    assert verapdf.judge([target])[target] == {"2a": (), "ua1": ()}


@pytest.mark.slow
def test_in_word_the_words_are_underlined_and_struck_and_no_change_is_tracked(page: str) -> None:
    with zipfile.ZipFile(io.BytesIO(document(page))) as file:
        body = etree.fromstring(file.read("word/document.xml"))
    assert list(body.iter(f"{W}ins", f"{W}del")) == []
    looks = {
        "".join(run.itertext(f"{W}t")): [child.tag.removeprefix(W) for child in run.find(f"{W}rPr")]
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr") is not None
    }
    assert looks["three"] == ["color", "u"]
    assert looks["two"] == ["strike", "color"]
    turned = [s for s in body.iter(f"{W}pgSz") if s.get(f"{W}orient") == "landscape"]
    assert turned


@pytest.mark.slow
@pytest.mark.reader_ooxml
def test_the_word_file_is_sound(page: str, tmp_path: Path) -> None:
    target = tmp_path / "redline.docx"
    target.write_bytes(document(page))
    assert ooxml.validate(target) == ()


def test_two_accused_of_one_amendment_are_both_named() -> None:
    one = Amendment("added", "conduct", "x", accused=("tollan", "casavant"), counts=("pillage",))
    text = part(fixture.changed(amendments=(one,)))
    assert below(text, "Count 1: Pillage")[1][1] == "Edric Tollan, Mirel Casavant"


def test_a_withdrawn_count_is_named_by_its_old_number() -> None:
    given = fixture.redline()
    one = Amendment("withdrawn", "count", "Count 1 (Pillage) is withdrawn", counts=("pillage",))
    text = part(replace(given, after=replace(given.after, counts=()), amendments=(one,)))
    assert below(text, "Count 1: Pillage (old number)")[1][2] == "Count 1 (Pillage) is withdrawn"


def in_colours(how: str) -> str:
    given = fixture.redline()
    court = given.after.court.model_copy(update={"amendment_colours": how})
    return annex.cover(replace(given, after=replace(given.after, court=court)), nothing).value or ""


def test_the_cover_explains_the_colour_of_the_amendment_in_that_colour() -> None:
    text = in_colours("colours")
    (marks, _) = html.fragment_fromstring(text, create_parent=True).xpath(".//table")
    assert ["in green", "by the Second Amended Indictment"] in cells(marks)
    assert {one.get("data-amendment") for one in marks.iter("span")} == {"2"}
    for how in ("none", "code"):
        assert "in green" not in in_colours(how)
        assert "data-amendment" not in in_colours(how)


def test_the_schedule_shows_words_in_the_colour_of_the_amendment() -> None:
    given = fixture.redline()
    court = given.after.court.model_copy(update={"amendment_colours": "colours"})
    text = part(replace(given, after=replace(given.after, court=court)))
    shown = html.fragment_fromstring(text, create_parent=True).xpath(
        ".//td//span[@class='put-in' or @class='taken-out']"
    )
    assert shown
    assert {one.get("data-amendment") for one in shown} == {"2"}
    assert "data-amendment" not in part()
