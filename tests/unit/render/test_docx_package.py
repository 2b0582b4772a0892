import importlib.util
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from indictment.render.page.mistakes import StyleMissing
from indictment.render.word import document
from tests.readers import ooxml
from tests.unit.render.docx_pages import REFERENCE, numbered, page, word, write
from tests.unit.render.word_reader import NS, W, Word

CI = Path(__file__).parents[3] / "ci"


def rewritten(change: dict[str, tuple[bytes, bytes]]) -> bytes:
    """The reference with bytes of some parts changed, as a court might have saved its own."""
    packed = BytesIO()
    with zipfile.ZipFile(REFERENCE) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            for old, new in [change[name]] if name in change else []:
                assert old in data
                data = data.replace(old, new)
            after.writestr(name, data)
    return packed.getvalue()


def test_the_reference_is_what_its_parts_say(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location(
        "make_reference_docx", CI / "make_reference_docx.py"
    )
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.write(tmp_path / "reference.docx")
    assert (tmp_path / "reference.docx").read_bytes() == REFERENCE.read_bytes()


def test_the_package_is_in_order_and_has_no_time_of_its_own() -> None:
    with zipfile.ZipFile(BytesIO(write(numbered(1)))) as package:
        names = package.namelist()
        assert names == sorted(names)
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(package.read(name) for name in names)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    assert b"rsid" not in everything
    assert b"python-docx" not in everything
    assert b"Macintosh" not in everything


def test_the_properties_are_the_matters() -> None:
    about = word(numbered(1)).parts["docProps/core.xml"]
    found = {str(one.tag).rpartition("}")[2]: one.text for one in about}
    assert found == {
        "title": "A v. B",
        "creator": "The Prosecutor",
        "subject": "Indictment",
        "lastModifiedBy": "The Prosecutor",
        "created": "2024-03-11T00:00:00Z",
        "modified": "2024-03-11T00:00:00Z",
        "language": "en",
    }


def test_the_font_of_the_court_takes_the_place_of_the_references() -> None:
    styles = word(numbered(1), font="Liberation Serif").parts["word/styles.xml"]
    fonts = {value for one in styles.iter(f"{W}rFonts") for value in one.attrib.values()}
    assert fonts == {"Liberation Serif"}


def test_styles_are_found_by_name_because_word_translates_ids() -> None:
    reference = rewritten(
        {"word/styles.xml": (b'w:styleId="Heading1"', 'w:styleId="Überschrift1"'.encode())}
    )
    found = Word(document.write(page(""), reference=reference, images=lambda _: b""))
    (heading,) = found.paragraphs
    assert heading.style == "heading 1"


@pytest.mark.parametrize(
    ("part", "old", "new", "named"),
    [
        (
            "word/styles.xml",
            b'w:val="Indictment Paragraph"',
            b'w:val="Other"',
            "Indictment Paragraph",
        ),
        (
            "word/numbering.xml",
            b'w:pStyle w:val="IndictmentParagraph"',
            b'w:pStyle w:val="O"',
            "numbering",
        ),
        ("word/document.xml", b"w:pgMar", b"w:cols", "margins"),
    ],
)
def test_a_reference_that_lacks_something_is_refused_by_what_it_lacks(
    part: str, old: bytes, new: bytes, named: str
) -> None:
    with pytest.raises(StyleMissing, match=named):
        document.write(page(""), reference=rewritten({part: (old, new)}), images=lambda _: b"")


@pytest.mark.slow
@pytest.mark.reader_ooxml
def test_the_reference_is_valid_by_itself() -> None:
    assert ooxml.validate(REFERENCE) == ()


def test_a_line_of_the_contents_has_one_tab_stop_however_short_it_is() -> None:
    """A hanging indent is a tab stop of its own: a short heading would lose its leader to it."""
    with zipfile.ZipFile(REFERENCE) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    hanging = styles.xpath(
        "//w:style[starts-with(w:name/@w:val, 'toc ')]/w:pPr/w:ind/@w:hanging", namespaces=NS
    )
    assert hanging == []
