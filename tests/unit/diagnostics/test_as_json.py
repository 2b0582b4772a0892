"""JSON holds every value of a diagnostic."""

import json
from dataclasses import replace

from indictment.diagnostics import as_json
from tests.unit.diagnostics.making import full, warning


def test_every_value_is_there() -> None:
    (written,) = json.loads(as_json.write([full()]))
    assert written == {
        "code": "ABC001",
        "name": "missing-thing",
        "severity": "error",
        "message": "the thing is missing",
        "span": {
            "file": "counts/01.md",
            "line": 2,
            "column": 5,
            "end_line": 2,
            "end_column": 8,
        },
        "label": "here",
        "place": ["Count 1", "paragraph 3"],
        "related": [
            {
                "span": {
                    "file": "exhibits/list a.yaml",
                    "line": 10,
                    "column": 1,
                    "end_line": 10,
                    "end_column": 5,
                },
                "label": "listed here",
            }
        ],
        "notes": ["a first note", "a second note"],
        "rule": "Rule 1(a)",
        "help": "put it there",
    }


def test_the_order_is_kept_and_a_departing_severity_is_written() -> None:
    written = json.loads(as_json.write([full(), warning()]))
    assert [one["severity"] for one in written] == ["error", "warning"]


def test_nothing_is_an_empty_list() -> None:
    assert as_json.write([]) == "[]\n"


def test_it_is_set_as_the_json_module_sets_it() -> None:
    odd = replace(full(), message='a "quoted" \\ word,\n\ta line\u2028and \x01 “é”', notes=())
    written = as_json.write([full(), odd, warning()])
    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2) + "\n"
    assert json.loads(written)[1]["message"] == odd.message
