import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from indictment.render.page.mistakes import OutsideVocabulary
from tests.unit.render.docx_pages import word
from tests.unit.render.word_reader import W, page_words


def line(inner: str) -> etree._Element:
    return word(f'<p class="unnumbered">{inner}</p>').paragraphs[-1].node


def runs(inner: str) -> list[tuple[str, str]]:
    """The text of each run with the names of its properties."""
    return [
        (
            "".join(text.text or "" for text in run.iter(f"{W}t")),
            " ".join(
                etree.QName(one).localname + "".join(f"={value}" for value in one.attrib.values())
                for one in run.iterfind(f"{W}rPr/*")
            ),
        )
        for run in line(inner).iter(f"{W}r")
    ]


def test_white_space_is_folded_as_in_html() -> None:
    assert runs("\n  One \n two <em> three</em> \n") == [("One two ", ""), ("three", "i iCs")]


def test_a_space_is_never_printed_twice_nor_at_the_ends() -> None:
    shown = word('<p class="unnumbered"> A <em> b </em> c <br> d </p>').paragraphs[-1].text
    assert shown == "A b c d"


def test_a_no_break_space_is_kept() -> None:
    assert runs("24\u00a0February") == [("24\u00a0February", "")]


@pytest.mark.parametrize(
    ("inner", "properties"),
    [
        ("<em>a</em>", "i iCs"),
        ("<strong>a</strong>", "b bCs"),
        ("<strong><em>a</em></strong>", "b bCs i iCs"),
        ('<span class="term">a</span>', "rStyle=Term"),
        ('<span class="name">a</span>', "rStyle=Name"),
        ('<span class="name accused" data-label="a">a</span>', "rStyle=NameAccused"),
        ('<span class="redaction" data-code="B.2">a</span>', "rStyle=Redaction"),
        ('<span lang="uk">a</span>', "lang=uk-UA"),
        ('<span lang="fr-CA">a</span>', "lang=fr-CA"),
        ('<span lang="ja">a</span>', "lang=ja-JP"),
        ('<span lang="ar">a</span>', "rtl lang=ar-SA"),
        ('<a class="name-link" href="#h"><span class="name">a</span></a>', "rStyle=Name"),
        ('<a class="cite" href="#h">a</a>', "rStyle=ExhibitCitation"),
        ('<a class="mark" href="#h">a</a>', "rStyle=ExhibitMark"),
    ],
)
def test_the_look_of_a_run(inner: str, properties: str) -> None:
    assert runs(inner) == [("a", properties)]


def test_a_link_inside_the_page_names_a_bookmark() -> None:
    (link,) = line('<a class="mark" href="#h">P001</a>').iter(f"{W}hyperlink")
    assert link.get(f"{W}anchor") == "_at_h"


def test_an_address_is_a_relationship_that_word_can_read() -> None:
    address = "https://example.org/п а?x=1&amp;y=%20"
    found = word(f'<p class="unnumbered"><a class="url" href="{address}">x</a></p>')
    targets = [
        one.get("Target") for one in found.parts["word/_rels/document.xml.rels"]
        if one.get("TargetMode") == "External"
    ]  # fmt: skip
    assert targets == ["https://example.org/%D0%BF%20%D0%B0?x=1&y=%20"]


def test_an_address_in_a_note_belongs_to_the_notes() -> None:
    found = word(
        '<p class="unnumbered">A.<span class="footnote" id="fn-1" data-number="1">'
        '<a class="url" href="https://example.org/">x</a></span></p>'
    )
    (link,) = found.parts["word/_rels/footnotes.xml.rels"]
    assert link.get("Target") == "https://example.org/"


@pytest.mark.parametrize(
    "inner",
    [
        "<u>a</u>",
        '<span class="smallcaps">a</span>',
        '<span style="x">a</span>',
        '<a class="other" href="#h">a</a>',
        'text <span class="number">1.</span>',
    ],
)
def test_what_is_outside_the_vocabulary_is_refused_by_name(inner: str) -> None:
    with pytest.raises(OutsideVocabulary, match="<"):
        line(inner)


def test_the_language_of_the_document() -> None:
    defaults = word("<p class='unnumbered'>A</p>", lang="fr").parts["word/styles.xml"]
    (lang,) = defaults.iterfind(f"{W}docDefaults//{W}lang")
    assert lang.get(f"{W}val") == "fr-FR"


def test_a_document_in_arabic_runs_from_right_to_left() -> None:
    (paragraph,) = word('<p class="unnumbered">نص</p>', lang="ar").paragraphs[1:]
    assert paragraph.node.find(f"{W}pPr/{W}bidi") is not None
    assert paragraph.node.find(f"{W}r/{W}rPr/{W}rtl") is not None


WORDS = st.text(st.sampled_from("ab \n\t\u00a0"), min_size=1, max_size=6)


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        inner.map("<em>{}</em>".format),
        inner.map("<strong>{}</strong>".format),
        inner.map('<span class="term">{}</span>'.format),
        inner.map('<span lang="uk">{}</span>'.format),
        inner.map("{}<br>".format),
    )


@given(st.recursive(WORDS, wrapped, max_leaves=12))
def test_no_word_is_lost_and_no_space_is_doubled(inner: str) -> None:
    shown = word(f'<p class="unnumbered">a{inner}</p>').paragraphs[-1]
    (expected, *_), _ = page_words(f"<p>a{inner}</p>")
    assert " ".join(shown.text.split()) == expected
    lines = "".join(
        (one.text or "") if one.tag == f"{W}t" else "|"
        for one in shown.node.iter(f"{W}t", f"{W}br")
    ).split("|")
    for text in lines:
        assert "  " not in text
        assert text == text.strip(" \n\t")
