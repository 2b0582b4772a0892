"""The JSON schemas that editors use are those of the models, and accept what the models accept."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from indictment.model import schemas
from indictment.parse.validate import read

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", schemas.MODELS)
def test_the_files_are_fresh(name: str) -> None:
    written = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert written == schemas.text(name), "run: python -m indictment.model.schemas"


def test_no_file_is_left_over() -> None:
    assert {p.name for p in (ROOT / "schemas").glob("*.json")} == {
        f"{n}.schema.json" for n in schemas.MODELS
    }


@pytest.mark.parametrize("name", schemas.MODELS)
def test_every_key_is_explained(name: str) -> None:
    schema = schemas.schema(name)
    Draft7Validator.check_schema(schema)
    for holder in (schema, *schema.get("definitions", {}).values()):
        if "properties" in holder and holder.get("title") != "Words":
            assert holder["additionalProperties"] is False
            assert not [
                key
                for key, value in holder["properties"].items()
                if not {"description", "$ref"} & set(value)
            ]
            assert not [key for key in holder["properties"] if "_" in key]


GOOD = {
    "count": "title: 1984\nperiod: 2022\nalternative-to: x\ncharges:\n  - {modes: [a], period: {from: 2022-02, to: 2023}}\n",
    "exhibits": "exhibits:\n  a: {title: x, pages: 3, paras: {12: 4}, date: 2022-02, symbol: 007}\n",
    "matter": "title: x\ndate: 2022-05-09\nversion: {ordinal: 2}\nallow: {CIT004: no pages}\n",
    "defendant": "name: x\nborn: 1952\noffices:\n  - {title: y, from: 2012-05}\n",
    "persons": "persons:\n  k-7: {printed: Witness K-7, protected: true}\n",
}
BAD = {
    "count": [
        "places: [x]\n",
        "title: x\nperiod: soon\n",
        "title: x\nrelies_on: [a]\n",
        "title: x\nmodes: a\n",
    ],
    "exhibits": [
        "exhibits:\n  a: {role: x, title: y}\n",
        "exhibits:\n  A b: {title: x}\n",
        "exhibits:\n  a: {title: x, pages: 0}\n",
    ],
    "matter": ["title: x\n", "title: x\ndate: 2022\nclassification: secret\n"],
}


def editor(text: str) -> Any:
    """The text as an editor reads it: numbers are numbers, dates are words."""
    loader = type("Editor", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {
        first: [(tag, form) for tag, form in forms if not tag.endswith("timestamp")]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }})  # fmt: skip
    return yaml.load(text, loader)


@pytest.mark.parametrize("name", GOOD)
def test_an_editor_accepts_what_we_accept(name: str) -> None:
    assert read(schemas.MODELS[name], GOOD[name], "a.yaml").diagnostics == ()
    data = {str(k): v for k, v in editor(GOOD[name]).items()}
    if name == "exhibits":
        data["exhibits"]["a"]["paras"] = {"12": 4}
    assert list(Draft7Validator(schemas.schema(name)).iter_errors(data)) == []


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in BAD.items() for text in texts]
)
def test_an_editor_refuses_what_we_refuse(name: str, text: str) -> None:
    assert read(schemas.MODELS[name], text, "a.yaml").diagnostics
    assert list(Draft7Validator(schemas.schema(name)).iter_errors(editor(text)))
