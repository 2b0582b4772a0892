"""A page and its page numbers -> the Word file, or what there is to say of why it cannot be written."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from indictment.diagnostics import Outcome
from indictment.folder import DiskFolder, Folder, bases
from indictment.folder.digest import digest as digest_of
from indictment.folder.output import Unwritable
from indictment.value import dataclass

if TYPE_CHECKING:
    from indictment.model.origin import Origin


@dataclass(frozen=True, slots=True)
class WordText:
    """What a Word file is written of. `court` is the folder in templates/ with its reference.docx, `font`
    that of the text; `pages` are page numbers of the PDF by anchor, `page_count` how many there are (None
    for both where there is no PDF).
    """

    page: str
    court: str
    font: str
    pages: Mapping[str, int] | None
    page_count: int | None


def written(
    text: WordText, folder: Folder, origin: "Callable[[], Origin] | None"
) -> Outcome[bytes]:
    """The bytes of the Word file. `origin` gives what it says of itself; None for one that is filed, which
    bears no labels either.
    """
    from indictment.render import rules, word
    from indictment.render.page.lookup import TemplateFolder
    from indictment.render.page.mistakes import LinkToNowhere, OutsideVocabulary, StyleMissing

    templates = TemplateFolder(text.court, folder.read)
    reference, of_page = templates.data("reference.docx"), templates.data("page.html")
    assert reference is not None, "the shipped form of a court has a reference.docx"
    assert of_page is not None, "the shipped form of a court has a page.html"
    try:
        content = word.write(
            text.page,
            reference=reference[1],
            images=lambda path: folder.read(path) or b"",
            pages=text.pages,
            page_count=text.page_count,
            font=text.font,
            origin=origin,
            labels=origin is not None,
        )
    except StyleMissing as fault:
        return Outcome(None, (rules.unusable_reference(reference[0], str(fault)),))
    except (OutsideVocabulary, LinkToNowhere) as fault:
        return Outcome(None, (rules.not_for_word(of_page[0], str(fault)),))
    return Outcome(content)


def origin_of(root: Path, title: str, commit: Callable[[], str]) -> "Origin":
    """What a Word file says that it was made from; sources that were not committed are kept.

    `title` is that of the matter; `commit` gives the one that holds its sources, "" where none does. Raises
    Unwritable where they cannot be kept.
    """
    from indictment.model.origin import Origin

    folder = DiskFolder(root)
    revision = commit()
    if revision:
        digest = digest_of(folder)
    else:
        try:
            digest = bases.keep(root, folder)
        except OSError as error:
            raise Unwritable(f"{root / '.indict'} cannot be written: {error.strerror}") from error
    return Origin(title, digest, revision)
