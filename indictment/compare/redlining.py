"""Two printed versions -> the redline: the order of the work."""

from lxml import html

from indictment.compare import anchors, layout, listing, renumbering
from indictment.compare.authors import Authors, OneAuthor
from indictment.compare.drawing import Drawing
from indictment.compare.facts import facts, renamed
from indictment.compare.ground import Ground
from indictment.compare.matching import Matching
from indictment.compare.page import Printed, Side
from indictment.model.redline import Authorship, Redline


def redline(
    old: Printed,
    new: Printed,
    authors: Authors | None = None,
    *,
    templates: tuple[str, ...] = (),
    tidy: bool = True,
) -> Redline:
    """Compare two versions.

    `authors` says who changed what; without it all changes are the prosecution's, on the date of
    the new version. `templates` are the files of forms that differ. `tidy` joins and moves marks so that they are easier to read; without it as few
    words are marked as can be.
    """
    before, after = Side(old, renamed=renamed(old.indictment, new.indictment)), Side(new)
    matching = Matching(before, after).run()
    uncompared = layout.differences(matching)
    ground = Ground(matching, authors or _prosecution(new), tidy)
    root = Drawing(ground).run()
    places = {
        ours.get("id") or "": theirs.get("id") or ""
        for theirs, ours in matching.pairs.items()
        if ours.get("id") and theirs.get("id")
    }
    anchors.settle(after.body, ground.deleted, places)
    found = listing.changes(ground, after.body)
    known = facts(old.indictment, new.indictment, found)
    renumbering.note(ground, after.body)
    page: str = html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")
    return Redline(
        old=old.revision,
        new=new.revision,
        before=old.indictment,
        after=new.indictment,
        page=page,
        changes=found,
        renumbered=known.renumbered,
        amendments=known.amendments,
        unsupported=known.unsupported,
        templates=templates,
        marked=listing.marked(found),
        uncompared=uncompared,
    )


def _prosecution(new: Printed) -> OneAuthor:
    date = new.indictment.matter.caption.date
    return OneAuthor(
        Authorship(new.indictment.title_page.prosecution, f"{date}T00:00:00Z" if date else "")
    )
