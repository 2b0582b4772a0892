"""Paragraphs that cited something in the old version and cite nothing in the new."""

from collections.abc import Iterator

from indictment.compare.facts.versions import Versions
from indictment.model.redline import LostSupport


def lost(versions: Versions) -> Iterator[LostSupport]:
    """Each such paragraph, in the new order, with what it cited as printed."""
    printed = {row.label: row.mark or row.title for row in versions.before.exhibits}
    short = {one.label: one.entry.short for one in versions.before.matter.exhibits}
    marked = {row.label for row in versions.before.exhibits if row.mark}
    for old, new in versions.paragraphs.both:
        if old.cited and not new.cited:
            exhibits = tuple(
                (printed.get(label, label) if label in marked else short.get(label, ""))
                or printed.get(label, label)
                for label in old.cited
            )
            yield LostSupport(old.number, new.number, new.label or old.label, exhibits)
