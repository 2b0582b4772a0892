"""The notes of a block: taken out of its lines, they stand below it, each with a way back."""

from indictment.render.redline.web.elements import Element, classes, made


def below(block: Element) -> None:
    """Take the notes out of the lines of a block; they stand below it, each with a way back."""
    for note in [one for one in block.iter("span") if "footnote" in classes(one)]:
        number, anchor = note.get("data-number") or "", note.get("id") or ""
        whole = made("div", {"class": "note", "id": anchor, "role": "doc-footnote"})
        back = {"class": "back", "href": f"#call-{anchor}", "role": "doc-backlink"}
        whole.append(made("a", back | {"aria-label": f"note {number}, back to the text"}, number))
        whole[0].tail = " "
        inner: Element = whole
        for above in note.iterancestors("ins", "del"):
            inner = made(
                str(above.tag), {str(k): str(v) for k, v in above.attrib.items() if k != "class"}
            )
            whole.append(inner)
            whole.set("class", "note put-in" if above.tag == "ins" else "note taken-out")
            break
        _move_content(note, inner)
        call = {
            "class": "call",
            "id": f"call-{anchor}",
            "href": f"#{anchor}",
            "role": "doc-noteref",
        }
        sign = made("sup", {})
        sign.append(made("a", call | {"aria-label": f"note {number}"}, number))
        sign.tail = note.tail
        cell = next(note.iterancestors("td", "th"), None)
        parent = note.getparent()
        assert parent is not None, "a note stands in a line"
        parent.replace(note, sign)
        _notes_of(block if cell is None else cell).append(whole)


def _move_content(source: Element, target: Element) -> None:
    if source.text:
        if len(target):
            target[-1].tail = (target[-1].tail or "") + source.text
        else:
            target.text = source.text
    for one in list(source):
        target.append(one)


def _notes_of(block: Element) -> Element:
    """Where the notes of a block stand: behind a paragraph, inside a cell or an item."""
    inside = block.tag in ("td", "th", "dd", "dt", "li", "figure", "caption")
    last = next(reversed(block), None) if inside else block.getnext()
    if last is not None and "notes" in classes(last):
        return last
    notes = made("div", {"class": "notes"})
    if inside:
        block.append(notes)
    else:
        for name in ("data-c", "data-k"):
            if value := block.get(name):
                notes.set(name, value)
        marked = {"inserted", "deleted", "moved"} & set(classes(block))
        if marked:
            notes.set("class", " ".join(("notes", *sorted(marked))))
        notes.tail, block.tail = block.tail, None
        block.addnext(notes)
    return notes
