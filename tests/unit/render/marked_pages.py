"""The redline's page -> the page with all accepted, or all rejected (docs/analysis/redline.md)."""

from lxml import html

from tests.unit.render.word_reader import Element

EMPTY = ("ol", "ul", "li", "blockquote", "dl", "tbody", "thead", "figure")
WAS = {"em": ("em", ""), "strong": ("strong", ""), "term": ("span", "term")}


def accepted_page(page: str) -> str:
    return _settled(page, keep="inserted", drop="deleted")


def rejected_page(page: str) -> str:
    return _settled(page, keep="deleted", drop="inserted")


def _settled(page: str, keep: str, drop: str) -> str:
    root = html.document_fromstring(page)
    _numbers(root, keep)
    for node in root.xpath(f"//{'del' if drop == 'deleted' else 'ins'}"):
        node.drop_tree()
    for node in root.xpath("//ins | //del"):
        node.drop_tag()
    for node in [one for one in root.iter() if drop in _classes(one)]:
        if node.getparent() is not None:
            node.drop_tree()
    for node in root.xpath("//*[@data-was][@class='renumbered' or @class='ref-number']"):
        if keep == "deleted":
            node.text = node.get("data-was")
        del node.attrib["data-was"]
    for node in root.xpath("//*[@class='renumbered']"):
        node.drop_tag()
    for node in root.xpath("//*[@data-was-target]"):
        place = node.attrib.pop("data-was-target")
        if keep == "deleted":
            node.set("data-target", place.removeprefix("was-"))
    for node in root.xpath("//*[@class='formatted']"):
        _format(node, keep)
    for node in root.xpath("//p[@data-mark]"):
        if node.getparent() is not None:
            _end(node, joins=node.get("data-mark") == drop)
    _clean(root)
    if keep == "deleted":
        _old_names(root)
    return html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")


def _classes(node: Element) -> list[str]:
    return (node.get("class") or "").split()


def _numbers(root: Element, keep: str) -> None:
    for node in root.xpath("//*[@class='old-number']"):
        if keep == "deleted":
            node.getprevious().text = (node.text or "")[1:-1]
        node.drop_tree()


def _format(node: Element, keep: str) -> None:
    if keep == "deleted":
        for inner in node.xpath(".//em | .//strong | .//span[@class='term']"):
            inner.drop_tag()
        for name in (node.get("data-was") or "").split():
            tag, kind = WAS[name]
            inner = html.Element(tag)
            if kind:
                inner.set("class", kind)
            inner.text, node.text = node.text, ""
            inner.extend(list(node))
            node.append(inner)
    node.drop_tag()


def _end(node: Element, joins: bool) -> None:
    del node.attrib["data-mark"]
    if not joins:
        return
    rest = _next_paragraph(node)
    for number in rest.xpath("./*[@class='number']"):
        number.drop_tree()
    last = node[-1] if len(node) else None
    if last is None:
        node.text = f"{node.text or ''} {rest.text or ''}"
    else:
        last.tail = f"{last.tail or ''} {rest.text or ''}"
    node.extend(list(rest))
    rest.getparent().remove(rest)


def _next_paragraph(node: Element) -> Element:
    paragraphs = list(node.getroottree().iter("p"))
    return paragraphs[paragraphs.index(node) + 1]


def _clean(root: Element) -> None:
    """Take away what holds nothing any more, the marks, and the contents of the new version."""
    for node in root.xpath("//nav/ol"):
        node.drop_tree()
    for node in reversed(list(root.iter(*EMPTY, "div"))):
        if not len(node) and not (node.text or "").strip():
            node.drop_tree()
    for node in root.xpath("//table[not(.//tr)]"):
        node.drop_tree()
    for node in root.iter():
        if left := [one for one in _classes(node) if one not in ("inserted", "deleted", "moved")]:
            node.set("class", " ".join(left))
        elif "class" in node.attrib:
            del node.attrib["class"]
        for name in ("data-author", "data-date", "data-move", "data-from", "data-to"):
            node.attrib.pop(name, None)


def _old_names(root: Element) -> None:
    """The anchors, and the numbers of notes and references, as the old version had them."""
    names = {node.get("id") for node in root.iter() if node.get("id")}
    for node in root.iter():
        name = (node.get("id") or "").removeprefix("was-")
        if node.get("id") and name not in names:
            node.set("id", name)
    for number, note in enumerate(root.xpath("//*[@class='footnote']"), start=1):
        note.set("data-number", str(number))
    named = {node.get("id"): node for node in root.iter() if node.get("id")}
    for reference in root.xpath("//*[@class='ref-number']"):
        if number := _number(named.get(reference.get("data-target"))):
            reference.text = number


def _number(node: Element | None) -> str:
    if node is None:
        return ""
    if _classes(node) == ["footnote"]:
        return node.get("data-number") or ""
    own = next((one for one in node.iter() if _classes(one) == ["number"]), None)
    if own is None:
        return ""
    number = (own.text or "").strip().rstrip(".")
    if node.tag != "li":
        return number
    attached = next(one for one in node.iterancestors("div") if "attached" in _classes(one))
    above = next(node.iterancestors("li"), None)
    return _number(above if above is not None else attached.getprevious()) + number
