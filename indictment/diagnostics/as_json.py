"""Diagnostics -> JSON, the same values field for field.

What is written is put together here line by line: the json module indents three times as slowly, and a large
matter has thousands of diagnostics.
"""

from collections.abc import Iterable, Mapping, Sequence
from json import JSONEncoder

from indictment.diagnostics.diagnostic import Diagnostic
from indictment.diagnostics.span import Span

_json = JSONEncoder(ensure_ascii=False).encode
_STEP = "  "


def write(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON array, one object a diagnostic, in the order given; ends with a line feed."""
    return _array([_diagnostic(d, _STEP) for d in diagnostics], "") + "\n"


def _diagnostic(d: Diagnostic, indent: str) -> str:
    inner, innermost = indent + _STEP, indent + 2 * _STEP
    related = [
        _object({"span": _span(r.span, innermost + _STEP), "label": _json(r.label)}, innermost)
        for r in d.related
    ]
    return _object(
        {
            "code": _json(d.rule.code),
            "name": _json(d.rule.name),
            "severity": _json(str(d.severity)),
            "message": _json(d.message),
            "span": _span(d.span, inner),
            "label": _json(d.label),
            "place": _array([_json(part) for part in d.place], inner),
            "related": _array(related, inner),
            "notes": _array([_json(note) for note in d.notes], inner),
            "rule": _json(d.rule.authority),
            "help": _json(d.help),
        },
        indent,
    )


def _span(span: Span, indent: str) -> str:
    return _object(
        {
            "file": _json(span.file),
            "line": str(span.line),
            "column": str(span.column),
            "end_line": str(span.end_line),
            "end_column": str(span.end_column),
        },
        indent,
    )


def _object(values: Mapping[str, str], indent: str) -> str:
    """An object whose values are JSON already."""
    lines = f",\n{indent}{_STEP}".join([f'"{key}": {value}' for key, value in values.items()])
    return f"{{\n{indent}{_STEP}{lines}\n{indent}}}"


def _array(values: Sequence[str], indent: str) -> str:
    """An array whose values are JSON already."""
    lines = f",\n{indent}{_STEP}".join(values)
    return f"[\n{indent}{_STEP}{lines}\n{indent}]" if values else "[]"
