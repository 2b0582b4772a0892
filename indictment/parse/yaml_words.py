"""What pydantic says about a value -> words for the drafter."""

import calendar
import re
import unicodedata
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from indictment.diagnostics import Diagnostic, Span
from indictment.model.source import Path
from indictment.parse import rules
from indictment.parse.yaml_wanted import Wanted
from indictment.value import dataclass

_THINGS = {
    "Caption": "the matter", "Parties": "the parties", "Signatory": "a signatory",
    "Version": "the version", "DefendantFile": "an accused", "Office": "an office",
    "Person": "a person", "PersonsFile": "the list of persons", "FactsFile": "a part of the facts",
    "AnnexFile": "an annex", "ScheduleFile": "a schedule", "Column": "a column",
    "CountFile": "a count", "CountHead": "a count", "Charge": "a charge", "Period": "a period",
    "ExhibitList": "the exhibit list", "ExhibitEntry": "an exhibit",
    "Custody": "a step of custody", "Offence": "an offence", "Element": "an element",
    "Choice": "a form of conduct", "Mode": "a mode of liability", "ElementPart": "a part of an element",
    "ModeElement": "an element of a mode of liability",
    "Liability": "a file of modes of liability", "Court": "the court's form",
    "Words": "the list of words", "Unit": "a unit", "Citations": "the form of citations",
}  # fmt: skip

_OTHER_WORDS = {
    "until": "to", "since": "from", "accused": "defendants", "defendant": "defendants",
    "charged": "defendants", "crime": "offence", "law": "offence", "where": "places",
    "when": "period", "link": "url", "path": "file", "spelling": "aliases", "born-on": "born",
    "mode": "modes", "number": "mark", "source-url": "url", "hash": "sha256",
}  # fmt: skip


_MARKS = "“”„‟‘’‚«»"
"""Quotation marks that a word processor makes; in YAML they are letters like others."""


@dataclass(frozen=True, slots=True)
class Faulty:
    """One value that pydantic refused.

    `wanted` is what is wanted there; `around` what is wanted of the entry that holds it.
    """

    kind: str
    path: Path
    span: Span
    value: Any
    said: str
    context: dict[str, Any]
    wanted: Wanted
    around: Wanted

    @property
    def name(self) -> str:
        """The key of the value, or of the list in which it stands."""
        return next((str(step) for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def what(self) -> str:
        """What a message calls the value."""
        return (
            f"“{self.name}”"
            if self.path and isinstance(self.path[-1], str)
            else f"an item of “{self.name}”"
        )


def say(fault: Faulty) -> Diagnostic:
    """The diagnostic for a refused value."""
    return _READINGS.get(fault.kind, _other)(fault)


def thing(model: str) -> str:
    """What a lawyer calls the entry that a model describes."""
    return _THINGS.get(model, "this entry")


def missing(key: str, span: Span, around: Wanted, *, is_empty: bool) -> Diagnostic:
    """The diagnostic for something that must be written."""
    holder = re.sub(r"^an? ", "the ", thing(around.holder))
    about = around.keys.get(key, "")
    message = f"there is nothing behind “{key}:”" if is_empty else f"{holder} has no “{key}”"
    help = f"write it behind the colon of `{key}:`" if is_empty else f"add a line `{key}: …`"
    return rules.MISSING_KEY.at(
        span, message, notes=(f"{key}: {about}",) if about else (), help=help
    )


def nearest(key: str, known: tuple[str, ...]) -> str:
    """The known key that `key` is meant to be, or ""."""
    plain = key.strip().lower().replace("_", "-").replace(" ", "-")
    other = _OTHER_WORDS.get(plain, "")
    if plain in known or other in known:
        return plain if plain in known else other
    return next(iter(get_close_matches(plain, known, 1, 0.65)), "")


def _unknown(f: Faulty) -> Diagnostic:
    known = tuple(sorted(f.around.keys))
    name = f.name.strip(_MARKS)
    near = nearest(name, known)
    here = thing(f.around.holder)
    if name != f.name and near:
        return rules.UNKNOWN_KEY.at(
            f.span,
            f"the name “{near}” stands in curled quotation marks",
            label="not known here",
            help=f"write `{near}:` without them",
        )
    return rules.UNKNOWN_KEY.at(
        f.span,
        f"{here} has no “{name or f.name}”",
        label="not known here",
        notes=(f"{here} may have: {', '.join(known)}",),
        help=f"write `{near}:`" if near else "remove it, or use one of those",
    )


def _list_wanted(f: Faulty) -> Diagnostic:
    if isinstance(f.value, str) and f.wanted.of_entries:
        first = next(iter(f.wanted.required or f.wanted.keys))
        return rules.WRONG_FORM.at(
            f.span,
            f"{f.what} takes a list of entries, and one value stands here",
            help=f"begin each on a line of its own below it: - {first}: …",
        )
    if isinstance(f.value, str):
        items = ", ".join(item.strip() for item in f.value.split(",") if item.strip())
        plain = len(items) <= 60 and not re.search(r"[\[\]{}:#]", items)
        return rules.WRONG_FORM.at(
            f.span,
            f"{f.what} takes a list, and one value stands here",
            help=f"write [{items}]" if plain and items else "put it in square brackets",
        )
    return rules.WRONG_FORM.at(
        f.span,
        f"{f.what} takes a list, and its entries are not marked as items",
        help="begin each item with a hyphen and a space",
    )


def _text_wanted(f: Faulty) -> Diagnostic:
    if f.value is None:
        return _empty(f)
    if isinstance(f.value, list):
        only = f.value[0] if len(f.value) == 1 and isinstance(f.value[0], str) else ""
        if isinstance(f.path[-1] if f.path else "", int):
            message = f"{f.what} is one value, and a list stands here"
        else:
            message = f"{f.what} has one value, and a list stands here"
        return rules.WRONG_FORM.at(
            f.span,
            message,
            help=f"write it without brackets: {only}"
            if only
            else "write one value without brackets or hyphens",
        )
    return rules.WRONG_FORM.at(
        f.span,
        f"{f.what} has one value, and entries with colons stand here",
        help="put the value in quotation marks if the colon or brace is part of it",
    )


def _entries_wanted(f: Faulty) -> Diagnostic:
    if f.value is None:
        return _empty(f)
    names = f.wanted.required or tuple(f.wanted.keys)
    shown = ", ".join(f"`{n}:`" for n in names[:5])
    what = (
        f"{f.what} has entries of its own"
        if f.path
        else "this file has entries with a name and a colon"
    )
    if isinstance(f.value, list):
        return rules.WRONG_FORM.at(
            f.span,
            f"{what}, and a list stands here",
            help="write the entries without hyphens or brackets",
        )
    help = (
        "write them on the lines below it, indented by two spaces"
        if f.path
        else "write a name, a colon and a value on each line"
    )
    return rules.WRONG_FORM.at(
        f.span, f"{what}, and one value stands here", help=f"{help}: {shown}" if shown else help
    )


def _pattern(f: Faulty) -> Diagnostic:
    if f.context.get("pattern", "").startswith("^[a-z]"):
        return _label(f)
    return rules.BAD_VALUE.at(
        f.span,
        f"“{_short(f.value)}” is not a SHA-256",
        help="write its 64 digits (0 to 9, a to f), or leave `sha256` out",
    )


def _label(f: Faulty) -> Diagnostic:
    written = f.path[-1] if f.kind == "key" else f.value
    folded = unicodedata.normalize("NFKD", str(written)).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:35].strip("-")
    fits = re.match(r"^[a-z]", slug)
    return rules.BAD_LABEL.at(
        f.span,
        f"“{_short(written)}” is not a label",
        notes=(
            "a label has the letters a to z, digits and single hyphens, and begins with a letter",
        ),
        help=f"write {slug}"
        if fits and slug != written
        else "give it a label that begins with a letter",
    )


def _too_long(f: Faulty) -> Diagnostic:
    written = str(f.path[-1] if f.kind == "key" else f.value)
    most = f.context.get("max_length", 35)
    return rules.BAD_LABEL.at(
        f.span,
        f"the label “{_short(written)}” has {len(written)} characters",
        help=f"shorten it to {most} characters or fewer",
    )


def _empty(f: Faulty) -> Diagnostic:
    words = "the list is empty" if isinstance(f.value, list) else f"{f.what} is empty"
    return rules.EMPTY_VALUE.at(
        f.span, words, notes=_about(f), help="write its value, or remove the line"
    )


def _choice(f: Faulty) -> Diagnostic:
    if not isinstance(f.value, str):
        return _text_wanted(f)
    choices = f.wanted.choices
    near = get_close_matches(f.value.lower().replace(" ", "-").replace("_", "-"), choices, 1, 0.6)
    if f.value == "":
        return _empty(f)
    return rules.UNKNOWN_CHOICE.at(
        f.span,
        f"“{_short(f.value)}” is not a value of {f.what}",
        notes=(f"the values are: {', '.join(choices)}",),
        help=f"write {near[0]}" if near else "write one of them",
    )


def _yes_no(f: Faulty) -> Diagnostic:
    if not isinstance(f.value, str):
        return _text_wanted(f)
    return rules.UNKNOWN_CHOICE.at(
        f.span, f"“{_short(f.value)}” is neither true nor false", help="write true or false"
    )


def _number(f: Faulty) -> Diagnostic:
    if not isinstance(f.value, str):
        return _text_wanted(f)
    digits = re.findall(r"\d+", f.value)
    return rules.BAD_NUMBER.at(
        f.span,
        f"“{_short(f.value)}” is not a whole number",
        help=f"write {digits[0]}" if len(digits) == 1 else "write digits alone",
    )


def _bound(f: Faulty) -> Diagnostic:
    if "ge" in f.context:
        return rules.BAD_NUMBER.at(
            f.span,
            f"{f.what} is {f.value}, and {f.context['ge']} is the least",
            help=f"write {f.context['ge']} or more",
        )
    return rules.BAD_NUMBER.at(
        f.span,
        f"{f.what} is {f.value}, and {f.context.get('le')} is the most",
        help=f"write {f.context.get('le')} or less",
    )


def _value(f: Faulty) -> Diagnostic:
    if f.wanted.kind == "date" and not isinstance(f.value, str):
        return _text_wanted(f)
    fault, _, remedy = str(f.context.get("error", "")).partition("; ")
    if f.wanted.kind == "date" or (isinstance(f.value, str) and f.wanted.holder == "Period"):
        iso = _iso(str(f.value))
        return rules.BAD_DATE.at(
            f.span,
            fault,
            help=f"write {iso}" if iso else remedy or "write a day that exists, such as 2022-02-24",
        )
    return rules.BAD_VALUE.at(f.span, fault, help=remedy)


def _other(f: Faulty) -> Diagnostic:
    return rules.BAD_VALUE.at(
        f.span,
        f"the value of {f.what} cannot be used",
        notes=_about(f),
        help="write it in the form that the note describes",
    )


def _about(f: Faulty) -> tuple[str, ...]:
    return (f"{f.name}: {f.wanted.about}",) if f.wanted.about else ()


def _iso(text: str) -> str:
    """A date in another common form, as we want it; "" where its day and month could be swapped."""
    months = {m.lower(): n for n, m in enumerate(calendar.month_name) if m} | {
        m.lower(): n for n, m in enumerate(calendar.month_abbr) if m
    }
    for form in (
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\.? (?P<m>[A-Za-z]+)\.?,? (?P<y>\d{4})",
        r"(?P<m>[A-Za-z]+)\.? (?P<d>\d{1,2}),? (?P<y>\d{4})",
        r"(?P<m>[A-Za-z]+) (?P<y>\d{4})",
    ):
        if (found := re.fullmatch(form, text.strip())) and (
            month := months.get(found["m"].lower())
        ):
            return _day(found["y"], month, found.groupdict().get("d"))
    if found := re.fullmatch(r"(\d{4})[./](\d{1,2})[./](\d{1,2})", text.strip()):
        return _day(found[1], int(found[2]), found[3])
    if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text.strip()):
        return _day(found[3], int(found[2]), found[1])
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text.strip()):
        return _day(found[1], int(found[2]), found[3])
    return ""


def _day(year: str, month: int, day: str | None) -> str:
    if not 1 <= month <= 12 or (
        day and not 1 <= int(day) <= calendar.monthrange(int(year), month)[1]
    ):
        return ""
    return f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def _short(value: object) -> str:
    words = " ".join(str(value).split())
    return words if len(words) <= 40 else words[:39] + "…"


_READINGS: dict[str, Callable[[Faulty], Diagnostic]] = {
    "extra_forbidden": _unknown,
    "tuple_type": _list_wanted,
    "string_type": _text_wanted,
    "model_type": _entries_wanted,
    "dict_type": _entries_wanted,
    "string_pattern_mismatch": _pattern,
    "key": _label,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "too_short": _empty,
    "literal_error": _choice,
    "bool_parsing": _yes_no,
    "bool_type": _yes_no,
    "int_parsing": _number,
    "int_type": _number,
    "int_from_float": _number,
    "int_parsing_size": _number,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
    "value_error": _value,
}
