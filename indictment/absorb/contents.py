"""The lines of the contents -> what somebody typed among them. They follow from the headings."""

from collections.abc import Iterator

from indictment.absorb.seen import bare, is_contents, kind_of, text
from indictment.absorb.source_map import plain
from indictment.model.word import WordDocument


def typed_among(base: WordDocument, view: WordDocument) -> Iterator[str]:
    """The lines of the contents of `view` that are neither those of `base` nor its own headings."""
    # The base has no page numbers: its lines end with their own words, also with figures.
    known = {words for p in base.paragraphs for words in (bare(p), plain(text(p)))}
    known |= {bare(p) for p in view.paragraphs if kind_of(p) == "heading"}
    for paragraph in view.paragraphs:
        if is_contents(paragraph) and bare(paragraph) and bare(paragraph) not in known:
            yield text(paragraph)
