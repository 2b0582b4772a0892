"""Indictment -> diagnostics: one module is one rule, and the folder is the registry.

A module `<code>_<name>.py` has `RULE` and `check(indictment)`; its docstring is what
`indict explain` prints. Rules read the indictment and nothing else. A rule that says of something
that it is nowhere sets `NEEDS_WHOLE`: while anything in the matter cannot be read or bound, it is
silent, because what it misses may stand there.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from indictment.check import allowances, severities
from indictment.diagnostics import Diagnostic, Rule
from indictment.machine.cache import Cache
from indictment.model.indictment import Indictment

__all__ = ["all_rules", "indictment", "remaining"]

_RULE = re.compile(r"[a-z]{3}\d{3}_[a-z0-9_]+$")
_NO_CACHE = Cache(None)


def all_rules() -> tuple[Rule, ...]:
    """Every rule of this stage, by code."""
    return tuple(module.RULE for module in _modules())


def indictment(
    indictment: Indictment,
    said: Iterable[Diagnostic] = (),
    others: Iterable[Rule] = (),
    *,
    final: bool = False,
    cache: Cache = _NO_CACHE,
) -> tuple[Diagnostic, ...]:
    """Everything there is to say about `indictment`, by file and line, without what is allowed.

    That is what earlier stages `said` and what the rules find.
    `others` are the rules of the stages that were run before: an allowance may name them.
    In a `final` check, what a draft is forgiven is an error. `cache` knows sentences from before.
    """
    # Who binds a matter and leaves the rules to another process does not need their patterns.
    from indictment.check.known import sentences_kept

    said = tuple(said)
    is_whole = not any(d.rule.form and d.is_error for d in said)
    with sentences_kept(cache):
        found = [*said, *_found(indictment, is_whole)]
    known = {rule.code: rule for rule in (*others, *(d.rule for d in found), *all_rules())}
    found += severities.faults(indictment, known, complete=bool(others))
    found = list(severities.settled(indictment, found, final=final))
    kept = allowances.apply(indictment.matter, found, known, complete=bool(others))
    if not is_whole:
        kept = (d for d in kept if d.rule is not allowances.UNUSED)
    return tuple(sorted(dict.fromkeys(kept), key=lambda d: (d.span.order, d.rule.code, d.message)))


def remaining(
    indictment: Indictment, said: Iterable[Diagnostic], *, final: bool = False
) -> tuple[Diagnostic, ...]:
    """What stages that make documents `said`, as grave as it is here, without what the matter allows."""
    grave = tuple(severities.settled(indictment, said, final=final))
    return tuple(allowances.remaining(indictment.matter, grave))


def _found(indictment: Indictment, is_whole: bool) -> Iterator[Diagnostic]:
    for module in _modules():
        if hasattr(module, "check") and (is_whole or not getattr(module, "NEEDS_WHOLE", False)):
            yield from module.check(indictment)


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(m.name for m in iter_modules(__path__) if _RULE.fullmatch(m.name))
    return tuple(import_module(f"{__name__}.{name}") for name in names)
