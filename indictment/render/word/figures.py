"""figure -> a picture in the text with its description, and its caption."""

from typing import TYPE_CHECKING

from lxml import etree

from indictment.render.page.mistakes import PictureUnreadable
from indictment.render.word.inline import Line
from indictment.render.word.look import Look, within
from indictment.render.word.xml import Element, child, elements, outside

if TYPE_CHECKING:
    from indictment.render.word.blocks import Place
    from indictment.render.word.story import Story

EMU_A_TWIP = 635
SHARE = 0.8
"""The most of a page's height that a picture takes: its caption stands below it."""

PICTURE = """\
<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/>
<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>
<pic:blipFill>
<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>
<a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline>"""
"""ISO/IEC 29500-1, 20.4.2.8 and 20.2."""

_PARSER = etree.XMLParser(remove_blank_text=True)


def write(story: "Story", node: Element, place: "Place") -> None:
    """The picture, no larger than the text, then the caption.

    Where the image cannot be read its description stands in its place, as in the PDF.
    """
    look = within(node, place.look)
    story.desk.anchors.wait(node.get("id"), look)
    for piece in elements(node):
        if piece.tag == "img":
            made = story.fill(piece, "Figure", look)
            line = Line(story.desk, story.desk.package.part, made)
            run = line.run(Look(mark=look.mark))
            try:
                picture = _picture(story, piece)
            except PictureUnreadable:
                # what is wrong with the file was said when the page was made
                child(run, "t").text = piece.get("alt") or ""
            else:
                child(run, "drawing").append(picture)
        elif piece.tag == "figcaption":
            story.fill(piece, "caption", look)
        else:
            raise outside(piece, "in a figure")


def _picture(story: "Story", image: Element) -> Element:
    source = image.get("src") or ""
    relation, width, height = story.desk.package.add_picture(story.desk.images(source))
    scale = min(
        1.0,
        story.width * EMU_A_TWIP / width,
        story.height * SHARE * EMU_A_TWIP / height,
    )
    number = str(story.desk.next_drawing())
    picture: Element = etree.fromstring(PICTURE, _PARSER)
    for one in picture.iter():
        match etree.QName(one).localname:
            case "extent" | "ext":
                one.set("cx", str(round(width * scale)))
                one.set("cy", str(round(height * scale)))
            case "docPr" | "cNvPr":
                one.set("id", number)
                one.set("name", f"Figure {number}")
                one.set("descr", image.get("alt") or "")
            case "blip":
                embed = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
                one.set(embed, relation)
    return picture
