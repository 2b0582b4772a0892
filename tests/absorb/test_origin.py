"""What indictment.docx says of itself: written, kept, read; and what a filed one does not say."""

import re
from io import BytesIO

import docx as python_docx
import pytest
from lxml import etree

from indictment.absorb.word import digest
from indictment.model.origin import Origin
from tests.absorb.documents import ORIGIN, changed, docx, indictment, packed, parts, seen
from tests.absorb.edits import Edited
from tests.readers import ooxml
from tests.unit.render.docx_pages import numbered, word

ITEM = "customXml/item1.xml"


def test_a_document_says_what_it_was_made_from() -> None:
    origin = seen(docx()).origin
    assert origin is not None
    assert (origin.title, origin.digest, origin.revision) == (
        ORIGIN.title,
        ORIGIN.digest,
        ORIGIN.revision,
    )


def test_one_that_was_not_committed_says_no_revision() -> None:
    origin = seen(docx(origin=Origin("A v. B", "0" * 64))).origin
    assert origin is not None
    assert origin.revision == ""


def test_without_an_origin_it_says_nothing() -> None:
    assert seen(docx(origin=None)).origin is None
    assert not any(name.startswith("customXml/") for name in parts(docx(origin=None)))


def test_an_origin_changes_only_bookmarks_and_its_own_part() -> None:
    with_it, without = parts(docx()), parts(docx(origin=None))
    assert set(with_it) - set(without) == {
        ITEM,
        "customXml/itemProps1.xml",
        "customXml/_rels/item1.xml.rels",
    }
    same = set(without) - {
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    assert all(with_it[name] == without[name] for name in same)
    unmarked = [
        re.sub(rb"<w:bookmark[^>]*>| w14:paraId=\"\w+\"", b"", made["word/document.xml"])
        for made in (with_it, without)
    ]
    assert unmarked[0] == unmarked[1]


@pytest.mark.parametrize("matter", ["small", "republic"])
def test_each_bookmark_of_the_table_is_found_with_its_words(matter: str) -> None:
    document = seen(docx(matter))
    assert document.origin is not None
    digests = {anchor: sha for _, anchor, sha in document.origin.labels}
    found = {anchor: digest(one) for one in document.paragraphs for anchor in one.anchors}
    assert len(found) > 20
    assert found == {anchor: digests[anchor] for anchor in found}
    in_notes = {anchor for note in document.notes for one in note for anchor in one.anchors}
    assert set(digests) == set(found) | in_notes
    labels = {f"x-{label}" for label in _labels(matter)}
    assert labels & set(digests), "the matter has labels"


def _labels(matter: str) -> set[str]:
    """The labels of the pieces that are numbered, and of exhibits."""
    return {piece.label for piece in indictment(matter).numbered if piece.label}


def test_each_numbered_paragraph_has_its_bookmark() -> None:
    for one in seen(docx("republic")).paragraphs:
        if one.style == "Indictment Paragraph":
            assert one.anchors


def test_the_digest_is_of_the_words_that_the_drafter_wrote() -> None:
    edited = Edited(docx())
    at = edited.find("By the conduct described in")
    before = seen(docx()).paragraphs[at.paragraph]
    reference = edited.computed(at.paragraph)[0]
    edited.tracked = False
    edited.replace(at.paragraph, reference.start + 1, reference.end, "aragraph 99")
    renumbered = seen(edited.save()).paragraphs[at.paragraph]
    assert digest(renumbered) == digest(before)
    edited.insert(at.paragraph, 3, "all ")
    assert digest(seen(edited.save()).paragraphs[at.paragraph]) != digest(before)


def test_the_part_is_found_under_another_name() -> None:
    entries = parts(docx())
    relations = entries.pop("word/_rels/document.xml.rels")
    entries["word/_rels/document.xml.rels"] = relations.replace(b"item1.xml", b"item77.xml")
    entries["customXml/item77.xml"] = entries.pop(ITEM)
    assert seen(packed(entries)).origin == seen(docx()).origin


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"urn:indictment:origin:1", b"urn:indictment:origin:2"),
        (b'digest="5', b'digest="x'),
        (b'revision="a', b'revision="HEAD'),
    ],
)
def test_one_that_cannot_be_used_counts_as_none(old: bytes, new: bytes) -> None:
    document = seen(changed(docx(), ITEM, lambda xml: xml.replace(old, new)))
    assert document.origin is None
    assert any("x-removal" in one.anchors for one in document.paragraphs), "the names still say it"


def test_a_bookmark_with_a_name_of_its_own_is_found_by_the_table() -> None:
    def renamed(xml: bytes) -> bytes:
        return xml.replace(b"_ind_removal", b"_ind_0f1e2d3c")

    data = changed(changed(docx(), ITEM, renamed), "word/document.xml", renamed)
    assert any("x-removal" in one.anchors for one in seen(data).paragraphs)


def test_a_copied_bookmark_is_found_at_both_places() -> None:
    edited = Edited(docx())
    at = edited.find("removed 312 sacks").paragraph
    for node in edited.paragraph(at + 3).iter("{*}bookmarkStart"):
        node.getparent().remove(node)  # type: ignore[union-attr]
    mark = next(edited.paragraph(at).iter("{*}bookmarkStart"))
    copy = etree.fromstring(etree.tostring(mark))
    for key in copy.attrib:
        copy.set(key, {"id": "7777"}.get(str(key).rpartition("}")[2], f"{copy.get(key)} Copy 1"))
    edited.paragraph(at + 3).insert(1, copy)
    found = [one.anchors for one in seen(edited.save()).paragraphs]
    assert sum("x-removal" in anchors for anchors in found) == 2


def test_the_same_arguments_give_the_same_bytes() -> None:
    docx.cache_clear()
    first = docx()
    docx.cache_clear()
    assert docx() == first


# --- what is filed ------------------------------------------------------------------------------


@pytest.mark.parametrize("matter", ["small", "republic"])
def test_a_filed_document_has_no_label_anywhere(matter: str) -> None:
    named = {*_labels(matter), *(exhibit.label for exhibit in _exhibits(matter))}
    assert len(named) > 5
    signs = {label.replace("-", "_") for label in named} | named
    for name, content in parts(docx(matter, origin=None, labels=False)).items():
        if not name.endswith((".xml", ".rels")):
            continue
        for node in etree.fromstring(content).iter():
            if etree.QName(node).localname in ("tblCaption", "tblDescription"):
                continue  # words of the page
            attributes = [
                str(value)
                for key, value in node.attrib.items()
                if etree.QName(str(key)).localname not in ("descr", "Target")
            ]
            codes = [node.text or ""] if str(node.tag).endswith("}instrText") else []
            for value in (*attributes, *codes):
                bookmarks = re.findall(r"_[a-z]+_([\w-]+)", value)
                assert not signs & {value, *value.split(), *bookmarks}, (name, node.tag, value)
        assert not re.search(rb"paraId|_ind_|_exh_|_num_|_at_|urn:indictment", content), name


def _exhibits(matter: str) -> list[object]:
    return list(indictment(matter).matter.exhibits)


def test_a_filed_document_has_the_same_words_and_working_links() -> None:
    final, with_labels = docx(origin=None, labels=False), docx(origin=None)
    for one, other in zip(seen(final).paragraphs, seen(with_labels).paragraphs, strict=True):
        assert (one.runs, one.style, one.cell) == (other.runs, other.style, other.cell)
    root = etree.fromstring(parts(final)["word/document.xml"])
    names = [str(one.get(one.keys()[-1])) for one in root.iter("{*}bookmarkStart")]
    assert len(names) == len(set(names)) > 5
    assert all(re.fullmatch(r"_Ref\d+", name) for name in names)
    linked = {
        str(value)
        for link in root.iter("{*}hyperlink")
        for key, value in link.attrib.items()
        if str(key).endswith("}anchor")
    }
    named = {
        word
        for code in root.iter("{*}instrText")
        for word in (code.text or "").split()
        if word.startswith("_Ref")
    }
    assert linked | named == set(names)


def test_a_reference_that_was_an_indictment_itself_hands_nothing_on() -> None:
    from indictment.render.word import document
    from tests.unit.render.docx_pages import page

    made = document.write(page(numbered(1)), reference=docx(), images=lambda _: b"")
    assert b"urn:indictment" not in b"".join(parts(made).values())
    assert seen(made).origin is None


def test_a_court_s_own_custom_part_stays() -> None:
    opened = python_docx.Document(BytesIO(docx()))
    saved = BytesIO()
    opened.save(saved)
    assert ITEM in parts(saved.getvalue())


def test_without_an_origin_only_labels_and_links_have_bookmarks() -> None:
    body = numbered(1, "One.", "x-one") + numbered(2, "Two.", "p-2")
    assert set(word(body).bookmarks()) == {"_ind_one"}


@pytest.mark.slow
@pytest.mark.reader_ooxml
def test_the_part_and_the_bookmarks_are_sound(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name, data in {
        "origin": docx(),
        "republic": docx("republic"),
        "final": docx(origin=None, labels=False),
    }.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        assert ooxml.validate(path) == (), name
