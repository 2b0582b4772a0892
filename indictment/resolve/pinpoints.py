"""Pinpoints as typed -> pinpoints as the court prints them, and the page each stands on."""

import re
from collections.abc import Sequence

from indictment.diagnostics import Diagnostic
from indictment.model.blocks import Place
from indictment.model.court import Court, Unit
from indictment.model.exhibits import ExhibitEntry
from indictment.model.prose import Pinpoint
from indictment.resolve.labels import nearest
from indictment.resolve.rules import UNKNOWN_UNIT
from indictment.resolve.typography import NBSP

_TIME = re.compile(r"\d{1,2}(?::\d{2}){1,2}(?:[-–]\d{1,2}(?::\d{2}){1,2})?")
_RANGE = re.compile(r"(?<=[\w)])\s*[-–]\s*(?=\w)")
_NUMBER = re.compile(r"\d+")


class Units:
    """The units of a court's form, by what is typed."""

    def __init__(self, court: Court) -> None:
        self.court = court
        self.typed: dict[str, tuple[str, Unit]] = {}
        for name, unit in court.units.items():
            for written in unit.write:
                self.typed.setdefault(written, (name, unit))
        for written, found in list(self.typed.items()):
            self.typed.setdefault(written.casefold(), found)

    def find(self, pinpoint: Pinpoint, faults: list[Diagnostic]) -> tuple[str, Unit | None]:
        """The unit's name and form.

        The form is None for a time, and for an unknown unit, which is reported.
        """
        found = self.typed.get(pinpoint.unit) or self.typed.get(pinpoint.unit.casefold())
        if found:
            return found
        if not pinpoint.unit and all(_TIME.fullmatch(v) for v in pinpoint.values):
            return "time", None
        printed = ", ".join(dict.fromkeys(u.write[0] for u in self.court.units.values()))
        values = ", ".join(pinpoint.values)
        near = nearest(pinpoint.unit, self.typed)
        if pinpoint.unit:
            message = f"“{pinpoint.unit}” is not a unit of pinpoints in this court's form"
            help = "write one of these units, or put the words in round brackets"
            if near:
                help = f"write {near} {values}"
        else:
            message = f"the pinpoint “{values}” does not say what it counts"
            help = "write one of these units before it"
        faults.append(
            UNKNOWN_UNIT.at(
                pinpoint.span,
                message,
                label="no such unit" if pinpoint.unit else "no unit",
                notes=[f"the units are: {printed}"],
                help=help,
            )
        )
        return pinpoint.unit, None


def bind(
    pinpoints: Sequence[Pinpoint], entry: ExhibitEntry, units: Units, faults: list[Diagnostic]
) -> tuple[str, tuple[Place, ...]]:
    """The printed words ("pp. 2, 5–7, para. 3"; "" for none) and the places."""
    printed, places = [], []
    for pinpoint in pinpoints:
        name, unit = units.find(pinpoint, faults)
        values = [_RANGE.sub("–", value) for value in pinpoint.values]
        several = len(values) > 1 or "–" in values[0]
        word = (unit.many if several else unit.one) if unit else pinpoint.unit
        listed = ", ".join(value.replace(" ", NBSP) for value in values)
        printed.append(f"{word}{NBSP}{listed}" if word else listed)
        for value in values:
            places.append(Place(name, value, _page(value, unit, entry), pinpoint.span))
    return ", ".join(printed), tuple(places)


def _page(value: str, unit: Unit | None, entry: ExhibitEntry) -> int | None:
    """The page of the file on which `value` (or the beginning of its range) stands."""
    if unit is None or unit.counts == "other":
        return None
    first = value.split("–")[0].strip()
    is_roman = not first[:1].isdigit()
    if first in entry.paras and (unit.counts == "paras" or is_roman):
        return entry.paras[first]
    number = _NUMBER.match(first)
    if not number:
        return None
    if unit.counts == "pages":
        return int(number[0]) - entry.first_page + 1
    known = {int(key): page for key, page in entry.paras.items() if key.isdigit()}
    below = [para for para in known if para <= int(number[0])]
    return known[max(below)] if below else None
