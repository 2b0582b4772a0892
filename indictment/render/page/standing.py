"""An element of the page, as it begins -> what is wrong with it where it stands."""

from functools import lru_cache
from html import unescape

from indictment.render.page.node import keeps_anchor
from indictment.render.page.vocabulary import ELEMENTS, EVERYWHERE
from indictment.render.page.walk import Walk
from indictment.render.rules import LINK_TO_NOWHERE, MISPLACED, NOTES_IN_DISORDER


def linked(walk: Walk) -> None:
    """Links of the templates that lead nowhere; anchors that Word cannot keep."""
    anchors = {unescape(anchor): node for anchor, node in walk.anchors.items()}
    kept = {anchor for anchor, node in anchors.items() if keeps_anchor(node)}
    for target, link, by_template in walk.links:
        home = anchors.get(target)
        if home is None and by_template:
            message = f"nothing on the page has the anchor “{target}”"
            remedy = "give the element that it leads to this id, or take the link out"
            walk.report(LINK_TO_NOWHERE, link.place, message, remedy)
        elif home is not None and target not in kept:
            message = f"something leads to “{target}”, but Word keeps no anchor of <{home.name}>"
            remedy = "give the id to the paragraph, the heading, the row or the part"
            walk.report(LINK_TO_NOWHERE, home.place, message, remedy)


@lru_cache(maxsize=1024)
def foreign(name: str, classes: str, attributes: tuple[str, ...]) -> tuple[str, ...]:
    """The classes and attributes that the element has not; a page has the same ones over and over."""
    element = ELEMENTS[name]
    words = [word for word in classes.split() if word not in element.classes]
    others = [one for one in attributes if one not in EVERYWHERE | element.attributes]
    return (
        *(f"<{name}> has no class “{word}” on the page" for word in words),
        *(f"<{name}> has no attribute “{one}” on the page" for one in others),
    )


def placed(walk: Walk, name: str, place: tuple[str, int]) -> None:
    """Whether it may stand in what is open."""
    if not walk.stack:
        if name != "html":
            walk.report(MISPLACED, place, f"<{name}> stands outside the page")
        return
    around = walk.stack[-1]
    is_wrong = not _may_stand(name, around.name, around.element.holds)
    if name == "a":
        is_wrong |= "a" in [outer.name for outer in walk.stack]
    if is_wrong:
        walk.report(MISPLACED, place, f"<{name}> cannot stand in <{around.name}>")


@lru_cache(maxsize=1024)
def _may_stand(name: str, around: str, holds: str) -> bool:
    """True where an element `name` may stand in one called `around`, which holds this."""
    element = ELEMENTS[name]
    if element.inside and around not in element.inside:
        return False
    if element.kind == "inline":
        return holds in ("text", "both")
    return element.kind != "block" or holds in ("blocks", "both") or around == "body"


def heading(walk: Walk, name: str, attributes: dict[str, str], place: tuple[str, int]) -> None:
    """Whether a heading leaves out a level."""
    if _is_deleted(walk, attributes):
        return
    level = int(name[1])
    if level > walk.heading + 1:
        above = f"<h{walk.heading}>" if walk.heading else "no heading"
        message = f"a heading of level {level} follows {above}: a level is skipped"
        walk.report(MISPLACED, place, message, f"write <h{walk.heading + 1}>")
    walk.heading = level


def _is_deleted(walk: Walk, attributes: dict[str, str]) -> bool:
    """True in what a redline shows as deleted: it has the numbers of the old version."""
    if "deleted" in attributes.get("class", "").split():
        return True
    return any(one.name == "del" or one.node.is_deleted for one in walk.stack)


def note(walk: Walk, attributes: dict[str, str], place: tuple[str, int]) -> None:
    """Whether a note comes in its turn."""
    if _is_deleted(walk, attributes):
        return
    walk.note += 1
    if attributes.get("data-number") != str(walk.note):
        number = attributes.get("data-number", "")
        message = f"note {number} is printed where note {walk.note} belongs"
        remedy = "print each passage once, in the order of court.yaml"
        walk.report(NOTES_IN_DISORDER, place, message, remedy)
        walk.note = int(number) if number.isdecimal() else walk.note
