"""Diagnostics -> SARIF 2.1.0 (OASIS), which code hosts show on a pull request."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from indictment.diagnostics.diagnostic import Diagnostic, Severity
from indictment.diagnostics.span import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write(diagnostics: Iterable[Diagnostic], version: str) -> str:
    """One run of the tool in `version`; ends with a line feed."""
    listed = list(diagnostics)
    rules = {d.rule.code: d.rule for d in listed}
    codes = sorted(rules)
    run = {
        "tool": {
            "driver": {
                "name": "indict",
                "version": version,
                "rules": [
                    {
                        "id": code,
                        "name": rules[code].name,
                        "shortDescription": {"text": rules[code].summary},
                        "fullDescription": {"text": rules[code].explanation or rules[code].summary},
                    }
                    for code in codes
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, codes.index(d.rule.code)) for d in listed],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(d: Diagnostic, index: int) -> dict[str, Any]:
    text = d.message + (f"\nIn: {' › '.join(d.place)}" if d.place else "")
    text += f"\nHelp: {d.help}" if d.help else ""
    result: dict[str, Any] = {
        "ruleId": d.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[d.severity],
        "message": {"text": text},
        "locations": [_location(d.span)],
    }
    if d.related:
        result["relatedLocations"] = [
            {**_location(r.span), "id": n, "message": {"text": r.label or "see here"}}
            for n, r in enumerate(d.related, start=1)
        ]
    return result


def _location(span: Span) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(span.file)},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.end_line,
                "endColumn": span.end_column,
            },
        }
    }
