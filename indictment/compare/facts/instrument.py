"""What holds for the whole instrument: its title, court, date, version, classification, parties."""

from collections.abc import Iterator

from indictment.compare.facts.versions import Versions
from indictment.model.caption import Lines, Parties, Signatory
from indictment.model.redline import Amendment

_REWORDED = (
    ("title", "title"),
    ("short_title", "short title"),
    ("instrument", "name of the instrument"),
    ("tribunal", "court"),
    ("case_number", "case number"),
    ("court", "form of the court"),
    ("caption", "list of those whom the title page names"),
    ("recipients", "list of recipients"),
    ("parties", "charging authority"),
    ("place", "place"),
    ("language", "language"),
    ("signatories", "list of signatories"),
    ("notice", "notice"),
)
_REPLACED = (("status", "status"), ("classification", "classification"))


def amendments(versions: Versions) -> Iterator[Amendment]:
    """The amendments of matter.yaml that the reader sees."""
    old, new = versions.before.matter.caption, versions.after.matter.caption
    was, now = versions.before.title_page, versions.after.title_page
    for keys, kind in ((_REWORDED, "reworded"), (_REPLACED, "replaced")):
        for key, called in keys:
            before, after = getattr(old, key), getattr(new, key)
            if before != after:
                words = f"The {called} of the instrument is {_changed(before, after)}"
                yield Amendment(
                    "reworded" if kind == "reworded" else "replaced",
                    "instrument",
                    words,
                    _plain(before),
                    _plain(after),
                )
    if old.date != new.date:
        yield Amendment(
            "re-dated", "instrument", "The instrument is dated otherwise", was.date, now.date
        )
    if old.version.ordinal != new.version.ordinal:
        words = f"The instrument is now the {now.instrument}"
        yield Amendment("replaced", "instrument", words, was.instrument, now.instrument)
    if old.version.amends != new.version.amends:
        shown = old.version.amends, new.version.amends
        words = f"The instrument that this one amends is {_changed(*shown)}"
        yield Amendment("replaced", "instrument", words, *shown)
    if old.version.leave != new.version.leave:
        words = f"The order that grants leave to amend is {_changed(old.version.leave, new.version.leave)}"
        yield Amendment("replaced", "instrument", words, old.version.leave, new.version.leave)


def _changed(before: object, after: object) -> str:
    if not before:
        return "given now"
    return "another" if after else "left out"


def _plain(value: object) -> str:
    match value:
        case tuple():
            return "; ".join(_plain(one) for one in value)
        case Lines(name=name, lines=lines):
            return f"{name}: {', '.join(lines)}" if name else ", ".join(lines)
        case Signatory(name=name, title=title, place=place):
            return ", ".join(part for part in (name, title, place) if part)
        case Parties(prosecution=who, on_behalf_of=whose, authority=power):
            return ", ".join(part for part in (who, whose, power) if part)
        case _:
            return str(value)
