"""SARIF 2.1.0 with the members that the standard and code hosts require."""

import json
from typing import Any

from indictment.diagnostics import as_sarif
from tests.unit.diagnostics.making import full, warning


def run(*diagnostics: Any) -> dict[str, Any]:
    log = json.loads(as_sarif.write(diagnostics, "1.2.3"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (only,) = log["runs"]
    found: dict[str, Any] = only
    return found


def test_the_tool_names_itself_and_each_rule_once() -> None:
    driver = run(full(), warning())["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("indict", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["ABC001"]
    assert driver["rules"][0]["shortDescription"]["text"] == "A thing must be there."


def test_a_result_says_where_what_and_how_to_mend_it() -> None:
    (result,) = run(full())["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("ABC001", 0, "error")
    assert result["message"]["text"] == (
        "the thing is missing\nIn: Count 1 › paragraph 3\nHelp: put it there"
    )
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "counts/01.md"
    assert place["region"] == {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 8}


def test_a_second_place_is_a_related_location_with_its_address_quoted() -> None:
    (related,) = run(full())["results"][0]["relatedLocations"]
    assert related["message"]["text"] == "listed here"
    uri = related["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "exhibits/list%20a.yaml"


def test_columns_are_said_to_be_code_points() -> None:
    assert run(warning())["columnKind"] == "unicodeCodePoints"


def test_a_clean_matter_is_a_run_without_results() -> None:
    assert run()["results"] == []
