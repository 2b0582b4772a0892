"""Only a rule that can be broken can be allowed.

While the text cannot be read or bound, nothing can be built, so the rules of form (FRM, XRF and
some of CIT) cannot be allowed. A code that no rule has allows nothing.

For example, `allow: {FRM003: we need this key}` or `allow: {CIT040: no pages}`.

Mend the fault, or write the code that the message of the fault shows in square brackets.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Rule, Severity, Span

RULE = rule(__name__, __doc__, Severity.WARNING)

_FAMILIES = (
    "ALW",
    "CIT",
    "CLS",
    "CNT",
    "DEF",
    "ELM",
    "EVD",
    "EXH",
    "FCT",
    "LAW",
    "LNG",
    "MOD",
    "QUO",
    "SIG",
    "TMP",
    "TRM",
    "TXT",
    "TYP",
    "VER",
)
_LATER = ("BND", "OUT")
"""Families of rules that are broken only when documents are made."""
_OF_FORM = ("FRM", "TPL", "XRF")


def looks_wrong(code: str, *, complete: bool) -> bool:
    """True for an unknown code of which it is certain that it allows nothing.

    `complete`: the rules of all stages that have been run are known.
    """
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code):
        return True
    return code[:3] not in _LATER and (complete or code[:3] not in _FAMILIES)


def say(code: str, span: Span, wanted: Rule | None, known: Iterable[str]) -> Diagnostic:
    """The diagnostic for an allowance of `code`; `wanted` is its rule, if there is one."""
    if wanted is not None or code[:3] in _OF_FORM:
        name = f" ({wanted.name})" if wanted else ""
        return RULE.at(
            span,
            f"{code}{name} cannot be allowed, because nothing can be built while it is broken",
            help="remove this and mend the fault",
        )
    return unknown(RULE, code, span, known)


def unknown(said_by: Rule, code: str, span: Span, known: Iterable[str]) -> Diagnostic:
    """The diagnostic, of `said_by`, for a code that no rule has; `known` are those that rules have."""
    near = next(iter(get_close_matches(code.upper(), sorted(known), 1, 0.5)), "")
    return said_by.at(
        span,
        f"no rule has the code “{code}”",
        help=f"write {near}, or remove it" if near else "write the code of a rule, such as CIT004",
    )
