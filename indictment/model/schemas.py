"""The models of what a drafter writes -> JSON schemas, with which an editor completes and explains.

`python -m indictment.model.schemas FOLDER` writes them all; a test holds the folder schemas/ fresh.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from indictment.model.annexes import AnnexFile, FactsFile, ScheduleFile
from indictment.model.caption import Caption
from indictment.model.charges import CountFile
from indictment.model.court import Court
from indictment.model.exhibits import ExhibitList
from indictment.model.explained import explanations
from indictment.model.numbers import NumbersFile
from indictment.model.offence import Liability, Offence
from indictment.model.people import DefendantFile, PersonsFile
from indictment.model.source import Document, Written

Schema = dict[str, Any]

MODELS: dict[str, type[Document]] = {
    "matter": Caption,
    "defendant": DefendantFile,
    "count": CountFile,
    "facts": FactsFile,
    "annex": AnnexFile,
    "schedule": ScheduleFile,
    "persons": PersonsFile,
    "exhibits": ExhibitList,
    "offence": Offence,
    "liability": Liability,
    "court": Court,
    "numbers": NumbersFile,
}
"""The model of each schema, by the schema's name."""


def _below(model: type[Written]) -> dict[str, type[Written]]:
    found = {model.__name__: model}
    for child in model.__subclasses__():
        found |= _below(child)
    return found


_MODELS_BY_NAME = _below(Written)


def schema(name: str) -> Schema:
    """The JSON schema (draft 7, which every editor knows) of one kind of file."""
    model = MODELS[name]
    raw = model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    _explain(raw, model)
    definitions = raw.pop("$defs", {})
    for key, value in definitions.items():
        _explain(value, _MODELS_BY_NAME[key])
    raw = _plain(raw)
    assert isinstance(raw, dict)
    if model.needs_one_of:
        raw["anyOf"] = [{"required": [key]} for key in model.needs_one_of]
    head: Schema = {"$schema": "http://json-schema.org/draft-07/schema#"}
    if definitions:
        raw["definitions"] = {
            key: _definition(key, _plain(value)) for key, value in definitions.items()
        }
    return head | raw


def _explain(made: Schema, model: type[Written]) -> None:
    """Put the text below each field of `model` into its schema."""
    for key, about in explanations(model).items():
        if about:
            made["properties"][key]["description"] = about


def text(name: str) -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def _definition(name: str, made: Schema) -> Schema:
    """A period may be written as one day."""
    if name != "Period":
        return made
    day = made["properties"]["on"]
    return {
        "description": made["description"],
        "anyOf": [{k: v for k, v in day.items() if k != "description"}, made],
    }


def _plain(node: Any) -> Any:
    """The schema without what an editor does not need, and as lenient as the reader of the files.

    An editor takes `1984` and `2022` for numbers where we read text and dates.
    """
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {
        key: _plain(value) if key != "properties" else _properties(value)
        for key, value in node.items()
    }
    choices = [choice for choice in node.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1 and len(choices) < len(node["anyOf"]):
        del node["anyOf"]
        node = choices[0] | node
    if "patternProperties" in node:
        node["additionalProperties"] = False
    if node.get("default", ...) in (None, "", [], {}):
        del node["default"]
    if (
        node.get("type") == "string"
        and "enum" not in node
        and "const" not in node
        and not _is_label(node)
    ):
        node["type"] = ["string", "number"]
    if "$ref" in node and len(node) > 1:
        node = {"allOf": [{"$ref": node.pop("$ref")}]} | node
    return node


def _properties(properties: Schema) -> Schema:
    """The properties without titles that only repeat their keys."""
    return {
        key: {k: v for k, v in _plain(value).items() if k != "title"}
        for key, value in properties.items()
    }


def _is_label(node: Schema) -> bool:
    return str(node.get("pattern", "")).startswith("^[a-z]")


def write(folder: Path, say: Callable[[str], object]) -> None:
    """Write every schema into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in MODELS:
        path = folder / f"{name}.schema.json"
        path.write_text(text(name), encoding="utf-8")
        say(f"{path}\n")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "schemas"), sys.stdout.write)
