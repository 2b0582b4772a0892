"""A value in a YAML file should not stand in curled quotation marks.

Straight quotation marks round a value belong to YAML and are not printed. Curled ones, which
word processors and telephones put in their place, belong to the value: the title is printed with
them.

For example, `title: “War”`, which is printed “War” and not War.

Write straight marks, or none. A value that is to be printed in quotation marks stands in straight
ones besides: `title: "“War”"`.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.check.written import typed, typed_from
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_PAIRS = ("“”", "„“", "„”", "‘’", "‚‘")


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each value that stands whole between two curled marks and no straight ones."""
    for _, text, span in typed(indictment):
        if _is_wrapped(text) and typed_from(indictment.matter, span)[:1] == text[0]:
            inner = text[1:-1]
            yield RULE.at(
                span,
                f"the curled quotation marks of {_short(text)} are printed with it",
                help=f'write "{inner}"; to print the marks write "{text}"'
                if len(inner) <= 40 and '"' not in inner
                else "remove them, or put the whole value in straight ones",
            )


def _is_wrapped(text: str) -> bool:
    """True where the marks at both ends are one pair: not in “this” and “that”."""
    ends = text[:1] + text[-1:]
    return len(text) > 2 and ends in _PAIRS and not set(ends) & set(text[1:-1])


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…{text[-1]}"
