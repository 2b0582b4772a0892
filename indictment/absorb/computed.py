"""Paragraphs that the tool wrote, and how Word shows them now -> what is told of them. None is written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from indictment.absorb.grouping import Group
from indictment.absorb.seen import note_words, text, without_fields
from indictment.absorb.source_map import plain
from indictment.absorb.target import Lost
from indictment.model.word import WordParagraph

if TYPE_CHECKING:
    from indictment.absorb.absorbing import Absorbing


def paired(work: "Absorbing", group: Group, shown: Sequence[WordParagraph]) -> None:
    """Tell of what was changed in words that the tool wrote."""
    was = "\n".join(work.pairs.old[old].key for old in group.old)
    now = "\n".join(plain(text(paragraph)) for paragraph in shown)
    if was != now and not _same_fields(work, group, shown):
        old = work.base.document.paragraphs[work.pairs.old[group.old[0]].paragraphs[0]]
        work.lose(Lost("computed", text(old), "\n".join(text(p) for p in shown)))
    elif group.moved:
        old = work.base.document.paragraphs[work.pairs.old[group.old[0]].paragraphs[0]]
        work.lose(Lost("structure", text(old), text(shown[0]), how="moved"))
    else:
        _notes(work, group, shown)


def _same_fields(work: "Absorbing", group: Group, shown: Sequence[WordParagraph]) -> bool:
    """True where only the cached results of fields differ, which Word works out itself."""
    old = [work.base.document.paragraphs[work.pairs.old[n].paragraphs[0]] for n in group.old]
    return [without_fields(p) for p in old] == [without_fields(p) for p in shown]


def _notes(work: "Absorbing", group: Group, shown: Sequence[WordParagraph]) -> None:
    old = [work.base.document.paragraphs[work.pairs.old[n].paragraphs[0]] for n in group.old]
    mine = [note_words(work.base.document, p) for p in old]
    theirs = [note_words(work.view, p) for p in shown]
    if mine != theirs:
        before = "; ".join(n for one in mine for n in one)
        after = "; ".join(n for one in theirs for n in one)
        work.lose(Lost("computed", before, after))
