"""What acts by itself is gone from an exhibit; what it shows, says and links to is not."""

import json
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from indictment.bundle.pages import NOTES
from tests.unit.bundle import making, seeing

TEXT = b"BT /F 12 Tf 72 400 Td (Text of the page) Tj ET"
FULL = b"0.6 g 0 0 595 842 re f"


def annotated(*annotations: Dictionary, content: bytes = TEXT) -> pikepdf.Pdf:
    made = making.stranger(content, content)
    made.pages[0].obj.Annots = Array([made.make_indirect(a) for a in annotations])
    return made


def link(rect: list[int], **entries: Any) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(rect), **entries)


def notes(path: Path) -> dict[str, Any]:
    with pikepdf.open(path) as held:
        return json.loads(held.Root[NOTES].read_bytes())


def armed() -> pikepdf.Pdf:
    """A PDF with everything that a court's filing system refuses."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('SCRIPT')"))
    launch = Dictionary(S=Name.Launch, F=String("LAUNCHED.exe"))
    made = annotated(
        link([0, 0, 50, 50], A=script),
        link([0, 0, 50, 50], A=launch),
        link(
            [0, 0, 50, 50],
            A=Dictionary(S=Name.GoToR, F=String("REMOTE.pdf"), D=Array([0, Name.Fit])),
        ),
        link([0, 0, 50, 50], A=Dictionary(S=Name.URI, URI=String("javascript:SCRIPT()"))),
        link([0, 0, 50, 50], A=Dictionary(S=Name.URI, URI=String("file:///etc/SECRET"))),
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.FileAttachment,
            Rect=Array([0, 0, 9, 9]),
            FS=String("ATTACHED"),
        ),
        Dictionary(
            Type=Name.Annot, Subtype=Name.Screen, Rect=Array([0, 0, 9, 9]), AA=Dictionary(PO=script)
        ),
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=Array([0, 0, 9, 9]),
            A=launch,
            Contents=String("kept"),
        ),
    )
    made.Root.OpenAction = script
    made.Root.AA = Dictionary(WC=script)
    made.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), script])),
        EmbeddedFiles=Dictionary(
            Names=Array([String("a"), Dictionary(EF=Dictionary(F=made.make_stream(b"EMBEDDED")))])
        ),
    )
    made.Root.AcroForm = Dictionary(Fields=Array([]), XFA=made.make_stream(b"XFA-FORM"))
    made.pages[0].obj.AA = Dictionary(O=script)
    made.pages[0].obj.Thumb = made.make_stream(b"THUMBNAIL")
    made.docinfo["/Author"] = String("AUTHOR")
    outside = made.make_stream(b"0 0 1 1 re f")
    outside.F = String("OUTSIDE.txt")
    made.pages[1].obj.Contents = outside
    return made


def test_nothing_that_acts_is_left(tmp_path: Path) -> None:
    pdf = making.bundled({"order": making.prepared(armed(), tmp_path)})
    with making.opened(pdf) as held:
        held.save(tmp_path / "plain.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable,
                  stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
                  compress_streams=False)  # fmt: skip
        assert held.Root.OpenAction[1] == Name.XYZ
        subtypes = [str(a.Subtype) for page in held.pages for a in page.obj.get("/Annots", [])]
    assert subtypes == ["/Text"]
    plain = (tmp_path / "plain.pdf").read_bytes()
    for word in ("SCRIPT", "LAUNCHED", "REMOTE", "SECRET", "ATTACHED", "EMBEDDED", "XFA-FORM",
                 "THUMBNAIL", "AUTHOR", "OUTSIDE", "/JavaScript", "/AA", "/AcroForm",
                 "/EmbeddedFiles"):  # fmt: skip
        assert word.encode() not in plain, word
    assert b"(kept)" in plain


def test_links_to_web_addresses_stay(tmp_path: Path) -> None:
    address = Dictionary(S=Name.URI, URI=String("https://example.org/a"))
    ready = making.prepared(annotated(link([72, 390, 200, 410], A=address)), tmp_path)
    with making.opened(making.bundled({"order": ready})) as pdf:
        (kept,) = pdf.pages[3].obj.Annots
        assert str(kept.A.URI) == "https://example.org/a"
        assert making.numbers(kept.Rect) == [72, 390, 200, 410]


@pytest.mark.parametrize("how", ["page", "number", "name", "string", "action"])
def test_links_inside_the_file_lead_to_the_same_page_in_the_bundle(
    tmp_path: Path, how: str
) -> None:
    made = annotated()
    second = made.pages[1].obj
    place = Array([second, Name.XYZ, 10, 500, 0])
    made.Root.Dests = Dictionary(Old=place)
    made.Root.Names = Dictionary(
        Dests=Dictionary(Names=Array([String("new"), Dictionary(D=place)]))
    )
    lead = {
        "page": {"Dest": place},
        "number": {"Dest": Array([1, Name.XYZ, 10, 500, 0])},
        "name": {"Dest": Name.Old},
        "string": {"Dest": String("new")},
        "action": {"A": Dictionary(S=Name.GoTo, D=String("new"))},
    }[how]
    made.pages[0].obj.Annots = Array([link([72, 390, 200, 410], **lead)])
    ready = making.prepared(made, tmp_path)
    with making.opened(making.bundled({"a": ready, "b": ready})) as pdf:
        for first in (3, 6):
            (kept,) = pdf.pages[first].obj.Annots
            assert "/A" not in kept
            assert kept.Dest[0].objgen == pdf.pages[first + 1].obj.objgen
            assert kept.Dest[1] == Name.XYZ
            assert making.numbers(list(kept.Dest)[2:4]) == [10, 500]
            assert kept.P.objgen == pdf.pages[first].obj.objgen


def test_names_of_two_exhibits_do_not_meet(tmp_path: Path) -> None:
    made = annotated()
    made.Root.Names = Dictionary(
        Dests=Dictionary(Names=Array([String("chapter"), Array([made.pages[1].obj, Name.Fit])]))
    )
    ready = making.prepared(made, tmp_path)
    with making.opened(making.bundled({"a": ready, "b": ready})) as pdf:
        names = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
        assert names["P001:chapter"][0].objgen == pdf.pages[4].obj.objgen
        assert names["P002:chapter"][0].objgen == pdf.pages[7].obj.objgen
        assert names["P002.2"][0].objgen == pdf.pages[7].obj.objgen
        assert names["P002"][0].objgen == pdf.pages[5].obj.objgen


def test_where_content_moves_links_comments_and_places_move_with_it(tmp_path: Path) -> None:
    mark = Dictionary(
        Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([100, 700, 200, 720]),
        QuadPoints=Array([100, 720, 200, 720, 100, 700, 200, 700]), Contents=String("see"),
    )  # fmt: skip
    ink = Dictionary(
        Type=Name.Annot, Subtype=Name.Ink, Rect=Array([100, 700, 200, 720]),
        InkList=Array([Array([100, 700, 200, 720])]),
    )  # fmt: skip
    made = annotated(mark, ink, content=FULL)
    made.pages[1].obj.Annots = Array(
        [link([0, 0, 9, 9], Dest=Array([made.pages[0].obj, Name.XYZ, 100, 720, 0]))]
    )
    ready = making.prepared(made, tmp_path)
    with pikepdf.open(ready) as held:
        moved = re.search(rb"q\n(.*) cm", held.pages[0].obj.Contents[0].read_bytes())
        assert moved is not None
        scale, _, _, _, x, y = (float(n) for n in moved[1].split())
        expected = [100 * scale + x, 700 * scale + y, 200 * scale + x, 720 * scale + y]
        first, second = held.pages[0].obj.Annots
        assert making.numbers(first.Rect) == pytest.approx(expected, abs=0.01)
        left, low, right, high = expected
        quads = [left, high, right, high, left, low, right, low]
        assert making.numbers(first.QuadPoints) == pytest.approx(quads, abs=0.01)
        assert making.numbers(second.InkList[0]) == pytest.approx(expected, abs=0.01)
        back = held.pages[1].obj.Annots[0]["/IndictLeadsTo"]
        assert float(back[2]) == pytest.approx(left, abs=0.01)
        assert float(back[3]) == pytest.approx(high, abs=0.01)


def test_a_comment_that_hangs_over_the_edge_becomes_content_and_leaves_the_stamp_alone(
    tmp_path: Path,
) -> None:
    made = annotated()
    look = made.make_stream(
        b"1 0 0 rg 0 0 999 999 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 999, 999]),
    )
    over = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Stamp,
        Rect=Array([-200, -100, 799, 899]),
        AP=Dictionary(N=look),
    )
    made.pages[0].obj.Annots = Array([made.make_indirect(over)])
    ready = making.prepared(made, tmp_path)
    drawn = seeing.picture(ready.read_bytes(), 0)
    assert drawn.crop((0, 842 - 25, 595, 842)).getextrema() == (255, 255)
    assert drawn.getpixel((300, 400)) < 100


def test_a_filled_form_keeps_its_look(tmp_path: Path) -> None:
    made = annotated()
    look = made.make_stream(
        b"0 g 0 0 100 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 100, 20])
    )
    field = made.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("Tollan"),
            Rect=Array([72, 600, 172, 620]), AP=Dictionary(N=look), F=4,
        )
    )  # fmt: skip
    made.pages[0].obj.Annots = Array([field])
    made.Root.AcroForm = Dictionary(Fields=Array([field]))
    ready = making.prepared(made, tmp_path)
    drawn = seeing.picture(ready.read_bytes(), 0)
    assert drawn.getpixel((100, 842 - 610)) < 50
    with pikepdf.open(ready) as held:
        assert "/Annots" not in held.pages[0].obj
        assert "/AcroForm" not in held.Root


def test_bookmarks_are_kept_below_the_exhibits_own(tmp_path: Path) -> None:
    made = annotated()
    with made.open_outline() as outline:
        chapter = pikepdf.OutlineItem("Chapter", 0, "Fit")
        chapter.children.append(pikepdf.OutlineItem("Section", 1, "Fit"))
        outline.root.append(chapter)
    ready = making.prepared(made, tmp_path)
    with making.opened(making.bundled({"order": ready})) as pdf, pdf.open_outline() as outline:
        top = [item.title for item in outline.root]
        assert top == ["Indictment (p. 1)", "Index (p. 2)", "P001 Order (p. 3)"]
        (found,) = outline.root[2].children
        assert found.title == "Chapter"
        assert found.children[0].title == "Section"
        assert found.children[0].destination[0].objgen == pdf.pages[4].obj.objgen


def test_bookmarks_in_a_circle_end(tmp_path: Path) -> None:
    made = annotated()
    item = made.make_indirect(
        Dictionary(Title=String("Round"), Dest=Array([made.pages[0].obj, Name.Fit]))
    )
    item.Next = item
    item.First = item
    made.Root.Outlines = made.make_indirect(Dictionary(First=item, Last=item))
    assert notes(making.prepared(made, tmp_path))["outline"] == [["Round", [0, "/Fit"], []]]


def test_names_in_a_circle_end(tmp_path: Path) -> None:
    made = annotated()
    node = made.make_indirect(Dictionary())
    node.Kids = Array([node, node])
    made.Root.Names = Dictionary(Dests=node)
    assert notes(making.prepared(made, tmp_path))["named"] == {}


def test_a_hidden_layer_stays_hidden(tmp_path: Path) -> None:
    made = making.stranger(b"/OC /Layer BDC 0 g 100 300 200 200 re f EMC")
    group = made.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    made.pages[0].obj.Resources.Properties = Dictionary(Layer=group)
    made.Root.OCProperties = Dictionary(
        OCGs=Array([group]), D=Dictionary(BaseState=Name.ON, OFF=Array([group]))
    )
    ready = making.prepared(made, tmp_path)
    pdf = making.bundled(
        {"a": ready, "b": making.prepared(making.stranger(TEXT), tmp_path, "other")}
    )
    assert seeing.picture(pdf, 3).crop((0, 0, 595, 800)).getextrema()[0] == 255


def test_inherited_entries_are_kept(tmp_path: Path) -> None:
    made = making.stranger(TEXT)
    page, parent = made.pages[0].obj, made.Root.Pages
    parent.MediaBox, parent.Rotate, parent.Resources = Array([0, 0, 400, 300]), 90, page.Resources
    for key in ("/MediaBox", "/Resources"):
        del page[key]
    pdf = making.bundled({"a": making.prepared(made, tmp_path)})
    assert seeing.picture(pdf, 3).size == (300, 400)
    assert "Text of the page" in seeing.text(pdf, 3)


def test_text_is_kept_word_for_word(tmp_path: Path) -> None:
    made = making.stranger(
        *[
            b"BT /F 9 Tf 20 %d Td (Line %d of the order) Tj ET" % (10 + n, n)
            for n in range(0, 800, 90)
        ]
    )
    before = making.saved(made)
    ready = making.prepared(made, tmp_path).read_bytes()
    for page in range(len(made.pages)):
        assert seeing.text(ready, page) == seeing.text(before, page)
