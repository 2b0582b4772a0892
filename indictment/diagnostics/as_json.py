"""Diagnostics -> JSON, the same values field for field."""

import json
from collections.abc import Iterable
from typing import Any

from indictment.diagnostics.diagnostic import Diagnostic
from indictment.diagnostics.span import Span


def write(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON array, one object a diagnostic, in the order given; ends with a line feed."""
    return json.dumps([_object(d) for d in diagnostics], ensure_ascii=False, indent=2) + "\n"


def _object(d: Diagnostic) -> dict[str, Any]:
    return {
        "code": d.rule.code,
        "name": d.rule.name,
        "severity": str(d.severity),
        "message": d.message,
        "span": _span(d.span),
        "label": d.label,
        "place": list(d.place),
        "related": [{"span": _span(r.span), "label": r.label} for r in d.related],
        "notes": list(d.notes),
        "rule": d.rule.authority,
        "help": d.help,
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
