"""Redline -> JSON, the same values field for field: for programs that read what changed.

One object. New keys may come; those that are here keep their names and their meaning while
`format` is 1.

`format`        1
`old`, `new`    the versions: `name`, `commit`, `date`, and of the text without the tool's numbers
                `words` (how many) and `sha256` (of the words, one space between, as UTF-8)
`marked`        how many words are marked: `inserted`, `deleted`, `moved` by somebody; `following`: words of
                the tool that follow from another change
`changes`       in the order of the page, each with `number`, `kind` (inserted, deleted, changed,
                moved, split, joined, formatting, computed), `what`, `anchor`, `old_anchor`,
                `old_number`, `new_number`, `label`, `place` (headings, outermost first), `file`,
                `line`, `authorship` (`author`, `date`; null where it is not known) and `passages`:
                `kind` (kept, inserted, deleted, formatted, computed), `text`, `authorship`,
                `note` (the number of the footnote in which the words stand, "" in the text), `follows`
                (whether these words are marked only because something else was changed)
`renumbered`    `kind`, `old`, `new`, `label`, `moved`; `old` is "" for what is new, `new` for what is gone
`amendments`    `kind`, `subject`, `words`, `old`, `new`, `counts` and `accused` (labels),
                `paragraphs`, `possible_new_charge`, `reason`, `changes` (numbers of changes), `elements` (labels)
`unsupported`   paragraphs that lost their last support: `old_number`, `new_number`, `label`, `exhibits`
`templates`     files of templates/ that differ
`uncompared`    sentences on what differs and is not drawn
"""

import json
from dataclasses import asdict
from typing import Any

from indictment.model.redline import Redline, Revision
from indictment.render.redline import views

FORMAT = 1


def write(redline: Redline) -> str:
    """The JSON object; ends with a line feed. The two indictments and the page are not in it."""
    value = {
        "format": FORMAT,
        "old": _version(redline.old, redline.page, "old"),
        "new": _version(redline.new, redline.page, "new"),
        "marked": asdict(redline.marked),
        "changes": [asdict(one) for one in redline.changes],
        "renumbered": [asdict(one) for one in redline.renumbered],
        "amendments": [asdict(one) for one in redline.amendments],
        "unsupported": [asdict(one) for one in redline.unsupported],
        "templates": redline.templates,
        "uncompared": redline.uncompared,
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _version(revision: Revision, page: str, side: views.Side) -> dict[str, Any]:
    counted = views.counted(page, side)
    return {**asdict(revision), "words": counted.number, "sha256": counted.sha256}
