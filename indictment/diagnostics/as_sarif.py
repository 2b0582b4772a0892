"""Diagnostics -> SARIF 2.1.0 (OASIS), which code hosts show on a pull request."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from indictment.diagnostics.diagnostic import Diagnostic, Rule, Severity
from indictment.diagnostics.span import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write(diagnostics: Iterable[Diagnostic], version: str, prefix: str = "") -> str:
    """One run of the tool in `version`; ends with a line feed.

    `prefix` leads from the root of the repository to the matter.
    """
    listed = list(diagnostics)
    rules = {d.rule.code: d.rule for d in listed}
    codes = sorted(rules)
    run = {
        "tool": {
            "driver": {
                "name": "indict",
                "version": version,
                "rules": [_rule(rules[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, codes.index(d.rule.code), prefix) for d in listed],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    explained = [rule.summary, rule.explanation]
    explained += [f"Authority: {rule.authority}"] if rule.authority else []
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation or rule.summary},
        "help": {"text": "\n\n".join(part for part in explained if part)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(d: Diagnostic, index: int, prefix: str) -> dict[str, Any]:
    text = d.message + (f"\nIn: {' › '.join(d.place)}" if d.place else "")
    text += f"\nHelp: {d.help}" if d.help else ""
    result: dict[str, Any] = {
        "ruleId": d.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[d.severity],
        "message": {"text": text},
        "locations": [_location(d.span, prefix)],
        # Without the line: a paragraph put in above it makes no new fault of an old one.
        "partialFingerprints": {"indict/v1": _fingerprint(d, prefix)},
    }
    if d.related:
        result["relatedLocations"] = [
            {**_location(r.span, prefix), "id": n, "message": {"text": r.label or "see here"}}
            for n, r in enumerate(d.related, start=1)
        ]
    return result


def _fingerprint(d: Diagnostic, prefix: str) -> str:
    told = "\0".join((d.rule.code, prefix + d.span.file, d.message))
    return sha256(told.encode()).hexdigest()[:32]


def _location(span: Span, prefix: str) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(prefix + span.file)},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.end_line,
                "endColumn": span.end_column,
            },
        }
    }
