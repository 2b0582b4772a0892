"""What LibreOffice does otherwise than the standard, each shown by the smallest Word file, written by hand.

Nothing of the tool is in these files: what is excused by them elsewhere is no fault of ours. A test that
fails here says that LibreOffice does better now, and that its excuse can go.
"""

import zipfile
from io import BytesIO

import pytest

from tests.readers.libreoffice_changes import Answer, settled
from tests.unit.render.word_changes import accepted, read, rejected

pytestmark = [pytest.mark.slow, pytest.mark.reader_libreoffice]

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("footnotes", "footnotes"),
        )
    )
    + "</Types>"
)
RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
    for name in ("Normal", "First", "Second")
)
NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>'
)
BY = 'w:author="A" w:date="2024-01-01T00:00:00Z"'


def file(body: str) -> bytes:
    def related(number: int, kind: str, target: str) -> str:
        return f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'

    beside = related(1, "styles", "styles.xml") + related(2, "footnotes", "footnotes.xml")
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONSHIPS.format(related(1, "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": RELATIONSHIPS.format(beside),
        "word/styles.xml": f"<w:styles {NAMESPACE}>{STYLES}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {NAMESPACE}>{NOTES}</w:footnotes>",
        "word/document.xml": f"<w:document {NAMESPACE}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def paragraph(content: str, style: str = "First", change: str = "") -> str:
    mark = f'<w:rPr><w:{change} w:id="1" {BY}/></w:rPr>' if change else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{mark}</w:pPr>{content}</w:p>'


def words(text: str, change: str = "", behind: str = "") -> str:
    name = "delText" if change == "del" else "t"
    run = f"<w:r><w:{name}>{text}</w:{name}></w:r>{behind}"
    return f'<w:{change} w:id="2" {BY}>{run}</w:{change}>' if change else run


NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def by_libreoffice(body: str, answer: Answer) -> list[str]:
    return [one.text for one in read(settled(file(body), answer))]


def test_it_leaves_an_empty_paragraph_where_that_of_the_first_note_goes() -> None:
    gone = paragraph(words("Gone.", "del", NOTE), change="del")
    body = paragraph(words("Before.")) + gone + paragraph(words("After."))
    assert [one.text for one in accepted(file(body))] == ["Before.", "After."]
    assert by_libreoffice(body, "accept") == ["Before.", "", "After."]
    without = body.replace(NOTE, "")
    assert by_libreoffice(without, "accept") == ["Before.", "After."]


def test_it_joins_what_follows_inserted_words_and_a_new_paragraph_of_another_style() -> None:
    new = paragraph(words("New.", "ins"), "Second", change="ins")
    body = paragraph(words("One") + words(":", "ins")) + new + paragraph(words("End."))
    assert [one.text for one in rejected(file(body))] == ["One", "End."]
    assert by_libreoffice(body, "reject") == ["OneEnd."]


def test_it_settles_no_change_in_the_code_of_a_field() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:{0}> QUOTE &quot;{1}&quot; </w:{0}></w:r>"
    codes = (
        f'<w:ins w:id="3" {BY}>{code.format("instrText", "8")}</w:ins>'
        f'<w:del w:id="4" {BY}>{code.format("delInstrText", "7")}</w:del>'
    )
    body = paragraph(sign("begin") + codes + sign("separate") + words("8") + sign("end"))
    assert [one.text for one in rejected(file(body))] == ["7"]
    with zipfile.ZipFile(BytesIO(settled(file(body), "reject"))) as package:
        saved = package.read("word/document.xml").decode()
    assert saved.count("QUOTE") == 2
    assert [one.text for one in read(settled(file(body), "reject"), first_codes=True)] == ["8"]
