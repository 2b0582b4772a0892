"""Bytes of a .docx -> WordDocument, or why there is none."""

from dataclasses import replace

from indictment.absorb.word import elsewhere
from indictment.absorb.word.archive import AGAIN, DAMAGED, NotRead, RefusedError
from indictment.absorb.word.comments import Comments
from indictment.absorb.word.desk import Desk
from indictment.absorb.word.ooxml import Element, W, val
from indictment.absorb.word.origin import anchors, origin
from indictment.absorb.word.package import Package
from indictment.absorb.word.story import Story
from indictment.absorb.word.styles import Styles
from indictment.absorb.word.unread import Unread
from indictment.model.origin import Origin
from indictment.model.word import WordDocument, WordParagraph


def read(data: bytes) -> WordDocument | NotRead:
    """The document in the bytes of a file, with all its tracked changes.

    Never raises: what is no Word document, or is not to be opened, is a `NotRead`.
    """
    try:
        return _read(Package(data))
    except RefusedError as refused:
        return refused.why


def _read(package: Package) -> WordDocument:
    root = package.xml(package.main)
    body = root.find(f"{W}body") if root is not None and root.tag == f"{W}document" else None
    if body is None:
        raise RefusedError(DAMAGED, AGAIN)
    made_from = origin(package)
    desk = Desk(
        Styles(package.the("styles")),
        Comments(package.the("comments"), package.the("commentsExtended")),
        anchors(made_from),
        _notes(package.the("footnotes")),
        _notes(package.the("endnotes")),
        Unread(),
    )
    paragraphs = _without_notes(Story(desk, body).paragraphs, made_from)
    elsewhere.say(package, desk.unread)
    for position, found in desk.note_anchors.items():
        note = desk.notes[position]
        if note:
            first = replace(note[0], anchors=tuple(dict.fromkeys((*found, *note[0].anchors))))
            desk.notes[position] = (first, *note[1:])
    return WordDocument(
        paragraphs,
        notes=tuple(desk.notes),
        comments=desk.comments.finished(len(paragraphs)),
        origin=made_from,
        unread=desk.unread.sentences(),
    )


def _without_notes(
    paragraphs: tuple[WordParagraph, ...], made_from: Origin | None
) -> tuple[WordParagraph, ...]:
    """The paragraphs without the anchors of notes: a note that is gone may leave its bookmark."""
    in_notes = {
        anchor for _, anchor, sha256 in (made_from.labels if made_from else ()) if not sha256
    }
    return tuple(
        replace(one, anchors=tuple(anchor for anchor in one.anchors if anchor not in in_notes))
        if in_notes.intersection(one.anchors)
        else one
        for one in paragraphs
    )


def _notes(root: Element | None) -> dict[str, Element]:
    """The notes of a part by their ids, without the lines that separate them from the text."""
    if root is None:
        return {}
    return {val(note, "id"): note for note in root if val(note, "type") in ("", "normal")}
