"""Redline -> what stands below the text of redline.html: facts, numbers, lost support, the trust line."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from indictment.model.redline import Amendment, Redline, Renumbered
from indictment.render.redline import views, wording


def schedule(redline: Redline, anchors: Mapping[int, str]) -> str:
    """The sections of the schedule as HTML; those that would be empty are left out.

    `anchors` say where on the page a change stands, by its number.
    """
    return "\n".join(
        part
        for part in (
            _amendments(redline, anchors),
            _concordance(redline),
            _listed("support", "Paragraphs that lost their last support", _lost(redline)),
            _listed("templates", "Templates that changed, and are not drawn", redline.templates),
            _listed("uncompared", "What was not compared", redline.uncompared),
            _trust(redline),
        )
        if part
    )


def _section(name: str, heading: str, inside: str) -> str:
    anchor = f"redline-{name}"
    return (
        f'<section class="facts" aria-labelledby="{anchor}"><h2 id="{anchor}">{escape(heading)}</h2>\n'
        f"{inside}</section>"
    )


def _listed(name: str, heading: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>\n" for line in lines)
    return _section(name, heading, f"<ul>{items}</ul>\n") if items else ""


def _lost(redline: Redline) -> Iterator[str]:
    for one in redline.unsupported:
        yield (
            f"Paragraph {one.new_number} (was {one.old_number}) cited {', '.join(one.exhibits)} "
            "and cites nothing now."
        )


def _amendments(redline: Redline, anchors: Mapping[int, str]) -> str:
    inside = ""
    for heading, listed in wording.amendments(redline):
        items = "".join(f"<li>{_amendment(one, anchors)}</li>\n" for one in listed)
        inside += f"<h3>{escape(heading)}</h3>\n<ul>{items}</ul>\n"
    return _section("amendments", "Schedule of amendments", inside) if inside else ""


def _amendment(one: Amendment, anchors: Mapping[int, str]) -> str:
    said = f'<span class="done">{escape(one.kind)}</span> {escape(one.words)}.'
    if one.old and one.new:
        said += f" <del>{escape(one.old)}</del> <ins>{escape(one.new)}</ins>"
    said += escape(wording.paragraphs(one))
    if one.changes:
        links = ", ".join(
            f'<a href="#{escape(anchors[n])}">{n}</a>' if n in anchors else str(n)
            for n in one.changes
        )
        said += f' <span class="shows">change{"s" * (len(one.changes) > 1)} {links}</span>'
    if flag := wording.flag(one):
        head, _, why = flag.partition(": ") if one.possible_new_charge else ("", "", flag)
        said += f' <strong class="flag">{head}</strong>' if head else ""
        said += f" <em>{escape(why)}</em>" if why else ""
    return said


def _concordance(redline: Redline) -> str:
    rows = "".join(_row(one) for one in redline.renumbered)
    if not rows:
        return ""
    said = "".join(f"<li>{escape(line)}</li>\n" for line in wording.renumbering(redline))
    summary = f"<ul>{said}</ul>\n" if said else ""
    head = '<tr><th scope="col">What</th><th scope="col">Old</th><th scope="col">New</th><th scope="col">Remark</th></tr>'
    table = f'<table class="numbers"><thead>{head}</thead>\n<tbody>{rows}</tbody></table>'
    number = wording.counted(len(redline.renumbered), "number")
    return _section(
        "numbers", "Numbers, old and new",
        f"{summary}<details><summary>Concordance: {number}</summary>{table}</details>\n",
    )  # fmt: skip


def _row(one: Renumbered) -> str:
    remark = "new" if not one.old else "gone" if not one.new else "moved" if one.moved else ""
    cells = (one.old or "–", one.new or "–", remark)
    return (
        f'<tr><th scope="row">{escape(one.kind)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + "</tr>\n"
    )


def _trust(redline: Redline) -> str:
    lines = []
    for does, side, revision in (("accept", "new", redline.new), ("reject", "old", redline.old)):
        found = views.counted(redline.page, "new" if side == "new" else "old")
        lines.append(
            f"<li>All changes {does}ed, this page has the text of {escape(revision.printed)}: "
            f"{found.number:,} words, SHA-256 <code>{found.sha256}</code>.</li>\n"
        )
    said = (
        "<p>The hash is that of the words as this page shows them, one space between, without numbers "
        "of paragraphs and notes and without the contents. Other numbers that the tool gives (marks of "
        "exhibits, numbers of counts and annexes in headings, of rows) are each side’s own, and are not "
        "marked where they alone differ. Everything that is printed was compared, but for what is named above.</p>\n"
    )
    return _section(
        "trust", "What this page can be trusted for", f"<ul>{''.join(lines)}</ul>\n{said}"
    )
