"""SARIF 2.1.0 with the members that the standard and code hosts require."""

import json
from dataclasses import replace
from typing import Any

from indictment.diagnostics import as_sarif
from tests.unit.diagnostics.making import at, full, warning


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


def test_paths_count_from_the_root_of_the_repository() -> None:
    log = json.loads(as_sarif.write([full()], "1.2.3", "cases/doe/"))
    (result,) = log["runs"][0]["results"]
    places = [*result["locations"], *result["relatedLocations"]]
    uris = [place["physicalLocation"]["artifactLocation"]["uri"] for place in places]
    assert uris == ["cases/doe/counts/01.md", "cases/doe/exhibits/list%20a.yaml"]


def test_a_fault_keeps_its_identity_when_lines_are_put_in_above_it() -> None:
    lower = replace(full(), span=at(9, 5, 3))
    other = replace(full(), message="another thing is missing")
    first, second, third = (
        result["partialFingerprints"]["indict/v1"]
        for result in run(full(), lower, other)["results"]
    )
    assert first == second != third


def test_a_rule_says_its_authority_and_how_grave_it_is() -> None:
    (rule,) = run(full())["tool"]["driver"]["rules"]
    assert rule["help"]["text"] == "A thing must be there.\n\nIt is needed.\n\nAuthority: Rule 1(a)"
    assert rule["defaultConfiguration"] == {"level": "error"}
