"""What the reader reads of the XML that Word and LibreOffice write."""

from dataclasses import replace

import pytest

from indictment.absorb.word.authorship import instant
from indictment.model.redline import Authorship
from indictment.model.word import Cell, WordComment, WordParagraph, WordRun
from tests.absorb.documents import changed, docx, indictment, packed, parts, seen, with_body, words
from tests.absorb.edits import Edited, InNote

ANN = Authorship("Ann Lee", "2024-05-02T09:30:00Z")
BO = Authorship("Bo Ek", "2024-05-03T10:00:00Z")
BY = 'w:id="1" w:author="Ann Lee" w:date="2024-05-02T09:30:00Z"'
BY_BO = 'w:id="2" w:author="Bo Ek" w:date="2024-05-03T10:00:00Z"'


def run(text: str, properties: str = "", tag: str = "t") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def field(code: str, *result: str) -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText> {code} </w:instrText></w:r>"
    return sign("begin") + instruction + sign("separate") + "".join(result) + sign("end")


def of(inner: str) -> tuple[WordParagraph, ...]:
    return seen(with_body(inner)).paragraphs


def runs(inner: str) -> tuple[WordRun, ...]:
    (paragraph,) = of(f"<w:p>{inner}</w:p>")
    return paragraph.runs


# --- the document that the tool writes --------------------------------------------------------------


@pytest.mark.parametrize("name", ["small", "republic"])
def test_each_numbered_paragraph_of_the_indictment_is_there_with_its_label(name: str) -> None:
    document = seen(docx(name))
    assert document.unread == ()
    assert document.comments == ()
    found = {anchor for one in document.paragraphs for anchor in one.anchors}
    labels = {
        piece.anchor
        for piece in indictment(name).numbered
        if piece.label and not piece.anchor.startswith("fn-")
    }
    assert len(labels) > 3
    assert labels <= found


def test_citations_references_and_names_are_the_tool_s_words() -> None:
    document = seen(docx())
    at = next(one for one in document.paragraphs if words(one).startswith("By the conduct"))
    computed = [one.text for one in at.runs if one.computed]
    assert computed == ["paragraph\u00a04", "paragraph\u00a04(b)"]
    at = next(one for one in document.paragraphs if "has been Comptroller" in words(one))
    assert at.runs[0] == WordRun("MIRNE CASAVANT", computed=True)
    assert [one.computed for one in document.notes[0][0].runs] == [True, True, True, False]
    assert document.notes[0][0].runs[1].emphasis == {"em"}


def test_a_term_is_a_term_and_a_passage_in_another_language_has_its_language() -> None:
    found = [one for each in seen(docx()).paragraphs for one in each.runs]
    assert {one.text for one in found if one.emphasis == {"term"}} == {"“the Granary”"}
    assert {one.lang for one in found} == {"", "uk-UA"}


def test_a_table_has_its_cells() -> None:
    table = [one for one in seen(docx()).paragraphs if one.cell and one.cell.table == 0]
    assert [(one.cell, words(one)) for one in table][:4] == [
        (Cell(0, 0, 0), "Office"),
        (Cell(0, 0, 1), "Body"),
        (Cell(0, 0, 2), "Period"),
        (Cell(0, 1, 0), "Captain of the Harbour Guard[0]"),
    ]


# --- words ---------------------------------------------------------------------------------------


def test_signs_between_words() -> None:
    inner = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:softHyphen/><w:t>e</w:t><w:cr/><w:br w:type="page"/><w:t xml:space="preserve"> f</w:t></w:r>'
    )
    assert runs(inner) == (WordRun("a\tb\nc\u2011d\u00ade\n f"),)


def test_spaces_that_are_not_preserved_are_none() -> None:
    assert runs("<w:r><w:t> a </w:t></w:r><w:r><w:t>b</w:t></w:r>") == (WordRun("ab"),)


def test_words_in_whatever_stands_around_them() -> None:
    for name in ("smartTag", "customXml", "hyperlink", "dir", "bdo"):
        assert runs(f"<w:{name}>{run('a')}</w:{name}>") == (WordRun("a"),), name
    assert runs(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>") == (
        WordRun("a"),
    )
    block = f"<w:sdt><w:sdtContent><w:p>{run('a')}</w:p></w:sdtContent></w:sdt>"
    assert [words(one) for one in of(block)] == ["a"]


def test_of_two_versions_of_a_content_the_first_is_read() -> None:
    inner = (
        '<mc:AlternateContent><mc:Choice Requires="w">' + run("new") + "</mc:Choice>"
        "<mc:Fallback>" + run("old") + "</mc:Fallback></mc:AlternateContent>"
    )
    assert runs(inner) == (WordRun("new"),)


def test_a_sign_of_a_font_of_signs_is_said() -> None:
    document = seen(with_body('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'))
    assert words(document.paragraphs[0]) == "\uf0fc"
    assert document.unread == ("a sign of the font Wingdings",)


def test_hidden_words_are_said_and_not_read() -> None:
    document = seen(with_body(f"<w:p>{run('a')}{run('secret', '<w:vanish/>')}</w:p>"))
    assert words(document.paragraphs[0]) == "a"
    assert document.unread == ("hidden words: “secret”",)


# --- changes of words ------------------------------------------------------------------------------


def test_insertions_and_deletions_with_who_and_when() -> None:
    inner = f"<w:ins {BY}>{run('a')}</w:ins><w:del {BY_BO}>{run('b', tag='delText')}</w:del>"
    assert runs(inner) == (WordRun("a", inserted=ANN), WordRun("b", deleted=BO))


def test_a_deletion_in_an_insertion_has_both() -> None:
    inner = f"<w:ins {BY}><w:del {BY_BO}>{run('a', tag='delText')}</w:del></w:ins>"
    assert runs(inner) == (WordRun("a", inserted=ANN, deleted=BO),)


def test_changes_in_a_link_and_around_one() -> None:
    inner = f"<w:hyperlink><w:ins {BY}>{run('a')}</w:ins></w:hyperlink>"
    around = f"<w:ins {BY}><w:hyperlink>{run('b')}</w:hyperlink></w:ins>"
    assert runs(inner + around) == (WordRun("ab", inserted=ANN),)


@pytest.mark.parametrize(
    ("properties", "emphasis"),
    [
        ("<w:i/>", {"em"}),
        ("<w:b/>", {"strong"}),
        ('<w:b w:val="1"/><w:i w:val="true"/>', {"em", "strong"}),
        ('<w:i w:val="0"/><w:b w:val="false"/>', set()),
        ('<w:rStyle w:val="Term"/>', {"term"}),
        ('<w:rStyle w:val="Leaning"/>', {"em"}),
        ('<w:rStyle w:val="Leaning"/><w:i w:val="0"/>', set()),
        ('<w:rStyle w:val="Heavier"/>', {"em", "strong"}),
        ('<w:rStyle w:val="ParticularsLabel"/>', set()),
    ],
)
def test_emphasis(properties: str, emphasis: set[str]) -> None:
    styles = (
        b'<w:style w:type="character" w:styleId="Leaning"><w:name w:val="Emphasis"/>'
        b'<w:rPr><w:i/></w:rPr></w:style><w:style w:type="character" w:styleId="Heavier">'
        b'<w:name w:val="Heavier"/><w:basedOn w:val="Leaning"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    data = changed(
        with_body(f"<w:p>{run('a', properties)}</w:p>"),
        "word/styles.xml",
        lambda xml: xml.replace(b"</w:styles>", styles + b"</w:styles>"),
    )
    assert seen(data).paragraphs[0].runs[0].emphasis == emphasis


def test_a_change_of_emphasis_has_what_it_was() -> None:
    properties = f"<w:i/><w:rPrChange {BY}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    (one,) = runs(run("a", properties))
    assert one.emphasis == {"em"}
    assert one.was == (ANN, frozenset({"strong"}))


def test_another_change_of_look_is_said() -> None:
    properties = f'<w:sz w:val="40"/><w:rPrChange {BY}><w:rPr/></w:rPrChange>'
    document = seen(with_body(f"<w:p>{run('a', properties)}</w:p>"))
    assert document.paragraphs[0].runs == (WordRun("a"),)
    assert document.unread == ("a change of the look of words (font, size, colour), by Ann Lee",)


# --- fields and citations ------------------------------------------------------------------------------


def test_the_result_of_a_field_is_the_tool_s_and_its_instruction_is_no_word() -> None:
    inner = run("see ") + field("REF _ind_a \\n \\h", run("12")) + run(".")
    assert runs(inner) == (WordRun("see "), WordRun("12", computed=True), WordRun("."))


def test_a_field_in_a_field() -> None:
    inner = field("IF", run("a"), field("PAGE", run("3")), run("b")) + run("c")
    assert runs(inner) == (WordRun("a3b", computed=True), WordRun("c"))
    nested = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + field("PAGE", run("3"))
    nested += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("a")
    nested += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert runs(nested) == (WordRun("a", computed=True),)


def test_a_simple_field() -> None:
    assert runs(f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>') == (
        WordRun("3", computed=True),
    )


def test_a_link_that_is_a_field_has_words_that_somebody_typed() -> None:
    assert runs(field('HYPERLINK "https://example.org"', run("a"))) == (WordRun("a"),)


def test_a_field_over_two_paragraphs() -> None:
    whole = field("TOC", run("a"), "</w:p><w:p>", run("b"))
    assert [one.runs for one in of(f"<w:p>{whole}{run('c')}</w:p>")] == [
        (WordRun("a", computed=True),),
        (WordRun("b", computed=True), WordRun("c")),
    ]


def test_edits_in_the_result_of_a_field_are_kept_as_such() -> None:
    result = f"<w:del {BY}>{run('12', tag='delText')}</w:del><w:ins {BY}>{run('13')}</w:ins>"
    assert runs(field("REF x", result)) == (
        WordRun("12", computed=True, deleted=ANN),
        WordRun("13", computed=True, inserted=ANN),
    )


def test_words_typed_behind_a_citation_are_no_part_of_it() -> None:
    cited = '<w:rStyle w:val="ExhibitCitation"/>'
    inner = run("P001", cited) + f"<w:ins {BY}>{run(' and more', cited)}</w:ins>" + run(".")
    assert [one.computed for one in runs(inner)] == [True, False, False]


def test_words_typed_in_a_citation_are_in_it() -> None:
    cited = '<w:rStyle w:val="ExhibitCitation"/>'
    inner = run("P0", cited) + f"<w:ins {BY}>{run('9', cited)}</w:ins>" + run("01", cited)
    assert [one.computed for one in runs(inner)] == [True, True, True]


def test_a_citation_that_was_pasted_is_the_tool_s() -> None:
    cited = '<w:rStyle w:val="ExhibitCitation"/>'
    inner = f'<w:hyperlink w:anchor="_exh_a"><w:ins {BY}>{run("P001", cited)}</w:ins></w:hyperlink>'
    assert runs(run("see ") + inner)[1] == WordRun("P001", inserted=ANN, computed=True)


# --- paragraphs, moves, rows -----------------------------------------------------------------------------


def test_the_mark_of_a_paragraph() -> None:
    inner = (
        f"<w:p><w:pPr><w:rPr><w:ins {BY}/><w:del {BY_BO}/></w:rPr></w:pPr>{run('a')}</w:p>"
        f"<w:p>{run('b')}</w:p>"
    )
    first, second = of(inner)
    assert (first.mark_inserted, first.mark_deleted) == (ANN, BO)
    assert (second.mark_inserted, second.mark_deleted) == (None, None)


def test_styles_are_known_by_name() -> None:
    data = changed(
        changed(docx(), "word/styles.xml", lambda xml: xml.replace(b'"heading 2"', b'"Heading 2"')),
        "word/document.xml",
        lambda xml: xml.replace(b'w:val="IndictmentParagraph"', b'w:val="Indictment0"'),
    )
    data = changed(
        data, "word/styles.xml", lambda xml: xml.replace(b'"IndictmentParagraph"', b'"Indictment0"')
    )
    assert [one.style for one in seen(data).paragraphs] == [
        one.style for one in seen(docx()).paragraphs
    ]


def test_a_move_is_paired_by_its_name() -> None:
    edited = Edited(docx())
    at, after = edited.find("commanded the Harbour Guard"), edited.find("an armed conflict")
    edited.move(at.paragraph, after.paragraph)
    found = [one for one in seen(edited.save()).paragraphs if one.moved_from or one.moved_to]
    assert [(one.moved_from, one.moved_to) for one in found] == [
        ("move48000001", ""),
        ("", "move48000001"),
    ]
    assert found[0].mark_deleted == found[1].mark_inserted == ANN
    assert all(one.deleted == ANN for one in found[0].runs)
    assert all(one.inserted == ANN for one in found[1].runs)
    assert found[0].anchors == ("x-office-tollan",)


def test_rows_and_cells_in_cells() -> None:
    inner_table = f"<w:tbl><w:tr><w:tc><w:p>{run('in')}</w:p></w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc><w:p>{run('a')}</w:p>{inner_table}<w:p/></w:tc></w:tr>"
    gone = f"<w:tr><w:trPr><w:del {BY_BO}/></w:trPr><w:tc><w:p>{run('b')}</w:p></w:tc></w:tr>"
    found = of(f"<w:tbl>{row}{gone}</w:tbl><w:p/>")
    assert [(words(one), one.cell) for one in found] == [
        ("a", Cell(0, 0, 0)),
        ("in", Cell(1, 0, 0)),
        ("", Cell(0, 0, 0)),
        ("b", Cell(0, 1, 0)),
        ("", None),
    ]
    assert [one.row_inserted for one in found] == [ANN, ANN, ANN, None, None]
    assert [one.row_deleted for one in found] == [None, None, None, BO, None]


def test_a_label_stays_with_the_first_half_and_with_the_words() -> None:
    edited = Edited(docx())
    at = edited.find("commanded the Harbour Guard")
    edited.split(at.paragraph, at.start)
    found = seen(edited.save()).paragraphs
    assert found[at.paragraph].anchors == ("x-office-tollan",)
    assert found[at.paragraph + 1].anchors == ()
    assert found[at.paragraph].mark_inserted == ANN

    begun = '<w:bookmarkStart w:id="9" w:name="_ind_a"/>'
    before = f"<w:p>{begun}</w:p><w:p>{run('a')}<w:bookmarkEnd w:id='9'/></w:p>"
    assert [one.anchors for one in of(before)] == [(), ("x-a",)]


def test_a_bookmark_without_words_belongs_where_it_begins() -> None:
    begun = '<w:bookmarkStart w:id="9" w:name="_ind_a"/><w:bookmarkEnd w:id="9"/>'
    assert [one.anchors for one in of(f"<w:p>{begun}</w:p><w:p/>")] == [("x-a",), ()]
    assert [one.anchors for one in of(f"<w:p/>{begun}<w:p/>")] == [(), ("x-a",)]


# --- notes and comments --------------------------------------------------------------------------------


def test_a_note_that_is_put_in_or_taken_out_has_that_at_its_mark() -> None:
    edited = Edited(docx())
    at = edited.find("removed 312 sacks")
    edited.insert_note(at.paragraph, at.end, "See the ledger.")
    edited.author, edited.date = BO.author, BO.date
    edited.delete_note(0)
    document = seen(edited.save())
    assert len(document.notes) == len(seen(docx()).notes) + 1
    marks = {
        one.note: one for each in document.paragraphs for one in each.runs if one.note is not None
    }
    assert list(marks) == sorted(marks)
    assert marks[0].deleted == BO
    (new,) = [one for one in marks.values() if one.inserted]
    assert new.note is not None
    (paragraph,) = document.notes[new.note]
    assert paragraph.runs == (WordRun("See the ledger.", inserted=ANN),)


def test_an_edit_in_a_note() -> None:
    edited = Edited(docx())
    edited.insert(InNote(0), 0, "Cf. ")
    (paragraph,) = seen(edited.save()).notes[0]
    assert paragraph.runs[0] == WordRun("Cf. ", inserted=ANN)


def test_the_label_of_a_note_is_the_note_s() -> None:
    inner = (
        f"<w:p>{run('a')}"
        '<w:bookmarkStart w:id="9" w:name="_ind_source"/><w:r><w:footnoteReference w:id="1"/></w:r>'
        '<w:bookmarkEnd w:id="9"/></w:p>'
    )
    document = seen(with_body(inner))
    assert document.paragraphs[0].anchors == ()
    assert document.notes[0][0].anchors == ("x-source",)


def test_comments_with_their_replies_and_places() -> None:
    edited = Edited(docx())
    at = edited.find("for private use")
    first = edited.comment(at.paragraph, at.start, at.end, "Source?")
    edited.author, edited.date = BO.author, BO.date
    edited.comment(at.paragraph, at.start, at.end, "The ledger.", reply_to=first)
    edited.comment(at.paragraph, 0, 2, "Style.")
    document = seen(edited.save())
    assert document.comments == (
        WordComment("Ann Lee", ANN.date, "Source?\nBo Ek: The ledger.", at.paragraph),
        WordComment("Bo Ek", BO.date, "Style.", at.paragraph),
    )
    found = document.paragraphs[at.paragraph].runs
    assert [(one.text, one.comments) for one in found if one.comments] == [
        ("By", (1,)),
        ("for private use", (0,)),
    ]


# --- what is not read ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (f"<w:p><w:pPr><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr></w:p>" * 2,
         "2 changes of layout (indents, spacing, numbering, columns), by Ann Lee"),
        (f'<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:pPrChange {BY}><w:pPr>'
         '<w:pStyle w:val="IndictmentParagraph"/></w:pPr></w:pPrChange></w:pPr></w:p>',
         "a paragraph of style “Indictment Paragraph” given the style “heading 2”, by Ann Lee"),
        (f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns {BY}/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
         "a change of layout (indents, spacing, numbering, columns), by Ann Lee"),
        (f"<w:tbl><w:tblPr><w:tblPrChange {BY}><w:tblPr/></w:tblPrChange></w:tblPr></w:tbl><w:p/>",
         "a change of layout (indents, spacing, numbering, columns), by Ann Lee"),
        (f"<w:p/><w:sectPr><w:sectPrChange {BY}><w:sectPr/></w:sectPrChange></w:sectPr>",
         "a change of layout (indents, spacing, numbering, columns), by Ann Lee"),
        (f"<w:p><w:ins {BY}><w:r><w:drawing/></w:r></w:ins></w:p>", "a picture put in, by Ann Lee"),
        (f"<w:p><w:del {BY}><w:r><w:drawing/></w:r></w:del></w:p>", "a picture taken out, by Ann Lee"),
        ("<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
         "</w:pict></w:r></w:p>", "a text box: “In a box”"),
        (f"<w:p><w:ins {BY}><m:oMath/></w:ins></w:p>", "a formula, by Ann Lee"),
        ('<w:altChunk r:id="rId1"/><w:p/>', "a whole file put in"),
        (f'<w:p><w:ins {BY}><w:r><w:endnoteReference w:id="3"/></w:r></w:ins></w:p>',
         "an endnote: “”, by Ann Lee"),
    ],
)  # fmt: skip
def test_what_has_no_place_is_named(inner: str, said: str) -> None:
    document = seen(with_body(inner))
    assert document.unread == (said,)
    assert all(words(one) == "" for one in document.paragraphs)


def test_edits_in_running_heads_are_named() -> None:
    data = changed(
        docx(),
        "word/header1.xml",
        lambda xml: xml.replace(b"<w:r>", f"<w:ins {BY_BO}><w:r>".encode(), 1).replace(
            b"</w:r>", b"</w:r></w:ins>", 1
        ),
    )
    assert seen(data).unread == ("changes in the running head, by Bo Ek",)


def test_an_endnote_is_named_with_its_words() -> None:
    entries = parts(
        with_body(f'<w:p><w:ins {BY}><w:r><w:endnoteReference w:id="3"/></w:r></w:ins></w:p>')
    )
    entries["word/endnotes.xml"] = (
        b'<w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:endnote w:id="3"><w:p><w:r><w:t>At the end.</w:t></w:r></w:p></w:endnote></w:endnotes>'
    )
    entries["word/_rels/document.xml.rels"] = entries["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdE" Target="endnotes.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/endnotes"/></Relationships>',
    )
    assert seen(packed(entries)).unread == ("an endnote: “At the end.”, by Ann Lee",)


# --- dates -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-05-02T09:30:00Z", "2024-05-02T09:30:00Z"),
        ("2024-05-02T09:30:00", "2024-05-02T09:30:00Z"),
        ("2024-05-02T11:30:00+02:00", "2024-05-02T09:30:00Z"),
        ("2024-05-02T09:30:00.250Z", "2024-05-02T09:30:00Z"),
        ("2024-05-02", "2024-05-02T00:00:00Z"),
        ("1970-01-01T00:00:00Z", ""),
        ("0-00-00T00:00:00Z", ""),
        ("yesterday", ""),
        ("", ""),
        ("9999-12-31T23:59:59-14:00", ""),
    ],
)
def test_a_date_is_an_instant_in_utc(written: str, read: str) -> None:
    assert instant(written) == read


def test_the_true_instant_is_taken_where_word_gives_it() -> None:
    utc = 'w16du:dateUtc="2024-05-02T07:30:00Z"'
    (one,) = runs(f"<w:ins {BY} {utc}>{run('a')}</w:ins>")
    assert one.inserted == replace(ANN, date="2024-05-02T07:30:00Z")
