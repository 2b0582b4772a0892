"""A YAML text with faults -> what of it can be used, so that the rest of the matter is checked too.

The faults themselves are reported by `validate`. Nothing is built from what is salvaged, because
they stand.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from indictment.model.source import Document
from indictment.parse import yaml_wanted
from indictment.parse.yaml_compose import compose

D = TypeVar("D", bound=Document)
_ROUNDS = 5


def salvaged(
    model: type[D], text: str, file: str, depth: int, stand_ins: Mapping[str, Any]
) -> tuple[D | None, frozenset[str]]:
    """The document without its faulty entries, and the names of those at `depth` that were dropped.

    `depth` says how far down entries are dropped: 1 for the keys of the document, 2 for the entries
    of a list of exhibits. `stand_ins` take the place of keys of the document that are missing or
    faulty. None where nothing can be used.
    """
    composed = compose(text, file).value
    if composed is None or not isinstance(composed.data, dict):
        return None, frozenset()
    data = yaml_wanted.without_empty(model, composed.data)
    dropped: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            value = model.model_validate(data)
        except ValidationError as refused:
            for error in refused.errors(include_url=False):
                path = tuple(str(step) for step in error["loc"])[:depth]
                _drop(data, path, stand_ins)
                dropped.update(path[depth - 1 :])
        else:
            value.place_at(file, composed.values, composed.keys, composed.allowances)
            return value, frozenset(dropped)
    return None, frozenset(dropped)


def _drop(data: dict[str, Any], path: tuple[str, ...], stand_ins: Mapping[str, Any]) -> None:
    held: Any = data
    for step in path[:-1]:
        held = held.get(step) if isinstance(held, dict) else None
    if isinstance(held, dict) and path:
        held.pop(path[-1], None)
    if len(path) == 1 and path[0] in stand_ins:
        data[path[0]] = stand_ins[path[0]]
