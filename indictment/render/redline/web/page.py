"""Redline -> redline.html, put together of its parts."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from indictment.model.redline import Redline
from indictment.render.page import lookup
from indictment.render.page.lookup import TemplateFolder
from indictment.render.redline import wording
from indictment.render.redline.amendment import ATTRIBUTE, colour_of
from indictment.render.redline.web.concerned import concerned
from indictment.render.redline.web.schedule import schedule
from indictment.render.redline.web.text import Load, text
from indictment.render.redline.web.units import Unit

_VIEWS = (("full", "Full text"), ("changes", "Changes only"), ("sides", "Side by side"))


def html(redline: Redline, load: Load) -> str:
    """The whole file: one page without a request to anywhere. `load` gives the matter's pictures.

    The same redline gives the same bytes.
    """
    body, units = text(redline.page, redline.changes, load)
    style, script = _own("redline.css") + _amendments(redline, load), _own("redline.js")
    caption = redline.after.title_page
    title = f"{caption.short_title or caption.title}: {redline.old.name} → {redline.new.name}"
    entries = list(_entries(redline, units))
    anchors = {
        u.change.number: u.block.get("id") or "" for u in units if u.change and not u.is_left
    }
    old = escape(wording.version(redline.old, redline.before))
    new = escape(wording.version(redline.new, redline.after))
    return f"""<!DOCTYPE html>
<html lang="{escape(redline.after.matter.caption.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#text">To the text</a>
<header class="head" lang="en">
<p class="matter">{escape(caption.title)}</p>
<h1>Changes from the {old} to the {new}</h1>
{_classification(redline)}<p class="totals">{escape(wording.totals(redline))}</p>
{_legend(redline)}
</header>
<div class="controls" lang="en">
{_views()}
{_filters(redline, units)}
{_steps()}
</div>
<div class="columns-of-page">
<nav class="list" aria-label="Changes" lang="en"><details open><summary>{wording.counted(len(entries), "change")}</summary>
<ol>
{"".join(entries)}</ol></details></nav>
<main>
<article id="text" class="text" tabindex="-1">
{body}
</article>
<div id="sides" class="text" role="table" aria-label="Old and new, side by side" data-old="{old}" data-new="{new}" hidden></div>
<div class="schedule" lang="en">
{schedule(redline, anchors)}
</div>
</main>
</div>
<script>{script}</script>
</body>
</html>
"""


def _legend(redline: Redline) -> str:
    """What the marks mean, in the looks that they have."""
    after = redline.after
    how, ordinal = after.court.amendment_colours, after.matter.caption.version.ordinal
    instrument = escape(after.title_page.instrument)
    by = f' {ATTRIBUTE}="{ordinal}"' if how == "colours" and ordinal else ""
    told = ""
    if by:
        told = f"\n<ins{by}>in {colour_of(ordinal, '').name}: by the {instrument}</ins>"
    elif how == "code" and ordinal:
        told = f"\n<span>[{ordinal} … {ordinal}] by the {instrument}</span>"
    return f"""<p class="legend"><span>Legend:</span> <ins{by}>put in</ins> <del{by}>taken out</del> <span class="moved inserted"{by}>moved here</span>
<span class="moved deleted"{by}>moved away</span> <span class="formatted"{by}>in another emphasis</span> <ins data-kind="computed">following from another change</ins>
<span class="old-number">[8.] the number it had</span>{told}</p>"""


def _amendments(redline: Redline, load: Load) -> str:
    """The looks of amendments, where the page is marked by them."""
    name = lookup.amendments(redline.page)
    if not name:
        return ""
    sheet = TemplateFolder(redline.after.matter.caption.court, load).data(name)
    return sheet[1].decode("utf-8") if sheet else ""


def _own(name: str) -> str:
    """One of the two files beside this module that become a part of the page."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing is loaded from anywhere, and no style or script runs but the page's own."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _classification(redline: Redline) -> str:
    if not (redline.before.confidential or redline.after.confidential):
        return ""
    return '<p class="classification">CONFIDENTIAL: one of the two versions may not be published.</p>\n'


def _views() -> str:
    inside = "".join(
        f'<label><input type="radio" name="view" value="{name}"{" checked" * (name == "full")}> {words}</label>\n'
        for name, words in _VIEWS
    )
    return f'<fieldset class="views"><legend>View</legend>\n{inside}</fieldset>'


def _filters(redline: Redline, units: Sequence[Unit]) -> str:
    changes = [unit for unit in units if not unit.is_left or unit.change is None]
    kinds = Counter(unit.kind for unit in changes)
    boxes = "".join(
        _box("kind", kind, wording.SAID[kind], kinds[kind]) for kind in wording.KINDS if kinds[kind]
    )
    if old_numbers := redline.page.count('class="old-number"'):
        boxes += _box("numbers", "numbers", "renumbered", old_numbers)
    authors = Counter(author for unit in changes for author in unit.authors)
    parts = Counter(unit.part for unit in changes if unit.part)
    names = {one.label: one.heading for one in (*redline.before.accused, *redline.after.accused)}
    found = concerned(redline)
    accused = [(label, name) for label, name in names.items() if label in found.all_accused()]
    titles = wording.count_names(redline).items()
    counts = [(label, title) for label, title in titles if label in found.all_counts()]
    choices = "".join(
        (
            _choice("part", "Where", [(part, part) for part in parts]),
            _choice("author", "Author", [(author, author) for author in sorted(authors)]),
            _choice("count", "Count", counts),
            _choice("accused", "Accused", accused),
        )
    )
    return (
        f'<fieldset class="kinds"><legend>Show as changes</legend>\n{boxes}</fieldset>\n'
        f'<fieldset class="choices"><legend>Only those</legend>\n{choices}</fieldset>'
    )


def _box(name: str, value: str, words: str, number: int) -> str:
    return (
        f'<label><input type="checkbox" name="{name}" value="{value}" checked> {words} '
        f'<span class="number-of">({number})</span></label>\n'
    )


def _choice(name: str, words: str, values: Sequence[tuple[str, str]]) -> str:
    """A choice of one of several; none where there is nothing to choose."""
    if not values or (len(values) < 2 and name not in ("count", "accused")):
        return ""
    options = "".join(f'<option value="{escape(v)}">{escape(w)}</option>' for v, w in values)
    return f'<label>{words} <select name="{name}"><option value="">all</option>{options}</select></label>\n'


def _steps() -> str:
    return """<div class="steps">
<button type="button" id="previous">Previous change</button>
<button type="button" id="next">Next change</button>
<label><input type="checkbox" id="keys" checked> keys: n or j next, p or k previous, 1 2 3 views</label>
<p id="said" role="status" aria-live="polite"></p>
</div>"""


def _entries(redline: Redline, units: Sequence[Unit]) -> Iterator[str]:
    """The list of changes: in the order of the page, each a link to its block."""
    found = concerned(redline)
    for unit in units:
        if unit.is_left and unit.change is not None:
            continue
        change = unit.change
        if change is not None:
            words = wording.piece(change)
            where = " › ".join(wording.place(change))
            counts = " ".join(sorted(found.counts.get(change.number, ())))
            accused = " ".join(sorted(found.accused.get(change.number, ())))
        else:
            words, where, counts, accused = "block", unit.part, "", ""
        anchor = unit.block.get("id") or ""
        data = {
            "data-for": unit.block.get("data-c") or "", "data-kind": unit.kind, "data-part": unit.part,
            "data-author": "\n".join(unit.authors), "data-count": counts,
            "data-accused": accused,
        }  # fmt: skip
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in data.items())
        yield (
            f'<li{attributes}><a href="#{escape(anchor)}"><span class="done">{wording.SAID[unit.kind]}</span> '
            f'{escape(words)}<span class="where">{escape(where)}</span></a></li>\n'
        )
