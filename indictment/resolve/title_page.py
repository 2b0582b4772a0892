"""matter.yaml -> the title page as printed."""

from indictment.model.blocks import Break, Inline
from indictment.model.caption import Caption, Lines
from indictment.model.court import Court
from indictment.model.indictment import CaptionLines, TitlePage
from indictment.model.prose import Prose, ProseParagraph
from indictment.resolve import dates
from indictment.resolve.inlines import Binder, Owner
from indictment.resolve.typography import set_words


def instrument(caption: Caption, court: Court) -> str:
    """The instrument's name: "Indictment", at the second amendment "Second Amended Indictment".

    A form without words for that amendment is reported by `forms`.
    """
    ordinal = caption.version.ordinal
    form = court.amended[ordinal - 1] if 0 < ordinal <= len(court.amended) else "{}"
    return set_words(form.replace("{}", caption.instrument))


def notice(prose: Prose | None, binder: Binder) -> tuple[Inline, ...]:
    """The notice, its paragraphs parted by line breaks."""
    binder.owner = Owner(place=("title page",))
    return passage(prose, binder)


def passage(prose: Prose | None, binder: Binder) -> tuple[Inline, ...]:
    """A text of a few words that stands in YAML."""
    out: list[Inline] = []
    for block in prose.blocks if prose else ():
        if isinstance(block, ProseParagraph):
            if out:
                out.append(Break())
            out += binder.text(block.content)
    return tuple(out)


def title_page(
    caption: Caption, court: Court, words: tuple[Inline, ...], confidential: bool
) -> TitlePage:
    """The title page. What is not public says so even where matter.yaml does not."""
    classification = caption.classification.replace("-", " ").capitalize()
    if confidential and caption.classification == "public":
        classification = "Confidential"
    parties = caption.parties
    version = caption.version
    name = instrument(caption, court)
    return TitlePage(
        title=set_words(caption.title),
        short_title=set_words(caption.short_title or caption.title),
        instrument=name,
        amended=name if version.ordinal else "",
        amends=set_words(version.amends) if version.ordinal else "",
        leave=set_words(version.leave) if version.ordinal else "",
        tribunal=set_words(caption.tribunal),
        case_number=caption.case_number,
        prosecution=set_words(parties.prosecution),
        on_behalf_of=set_words(parties.on_behalf_of),
        authority=set_words(parties.authority),
        date=dates.date(caption.date, court),
        place=set_words(caption.place),
        status=set_words(caption.status),
        classification=classification,
        notice=words,
        language=caption.language,
        caption=_lines(caption.caption),
        recipients=_lines(caption.recipients),
    )


def _lines(written: tuple[Lines, ...]) -> tuple[CaptionLines, ...]:
    return tuple(
        CaptionLines(set_words(one.name), tuple(map(set_words, one.lines))) for one in written
    )
