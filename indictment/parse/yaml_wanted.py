"""What a model wants at a path: the kind of value, what it is for, which values it may have."""

from dataclasses import field
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from indictment.model.dates import WrittenDate
from indictment.model.explained import explanations
from indictment.model.source import Path
from indictment.value import dataclass

Kind = Literal["text", "list", "entries", "date", "number", "choice", "yes-no"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted at one path.

    `about` says what it is for; `keys` the entries it may have, with what each is for, and
    `required` those it must have (of a list: its items); `holder` is the name of the model that
    the path leads to, or into; `of_entries` is true of a list whose items have entries.
    """

    kind: Kind
    about: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    holder: str = ""
    of_entries: bool = False


def at(model: type[BaseModel], path: Path) -> Wanted:
    """What `model` wants at `path` (keys as written). A path it does not know wants text."""
    annotation: Any = model
    about, holder = model.__doc__ or "", model.__name__
    for step in path:
        annotation = _bare(annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            holder = annotation.__name__
            found = next((f for f in annotation.model_fields.values() if f.alias == step), None)
            if found is None:
                return Wanted("text", holder=holder)
            about = explanations(annotation)[str(step)]
            annotation = found.annotation
        elif get_origin(annotation) is tuple:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) is dict:
            annotation = get_args(annotation)[1]
        else:
            return Wanted("text", holder=holder)
    return _describe(_bare(annotation), about, holder)


def _describe(annotation: Any, about: str, holder: str) -> Wanted:
    origin = get_origin(annotation)
    if origin is tuple:
        item = _describe(_bare(get_args(annotation)[0]), about, holder)
        return Wanted(
            "list",
            about,
            item.keys,
            item.required,
            holder=holder,
            of_entries=item.kind == "entries",
        )
    if origin is dict:
        return Wanted("entries", about, holder=holder)
    if origin is Literal:
        return Wanted(
            "choice", about, choices=tuple(c for c in get_args(annotation) if c), holder=holder
        )
    if annotation is bool:
        return Wanted("yes-no", about, choices=("true", "false"), holder=holder)
    if annotation is int:
        return Wanted("number", about, holder=holder)
    if annotation is WrittenDate:
        return Wanted("date", about, holder=holder)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.values()
        keys = dict(explanations(annotation))
        required = tuple(str(f.alias) for f in fields if f.is_required())
        return Wanted("entries", about, keys, required, holder=annotation.__name__)
    return Wanted("text", about, holder=holder)


def without_empty(model: type[BaseModel], data: Any) -> Any:
    """`data` without the keys that have nothing after their colon.

    An entry of a list by label keeps its place, empty.
    """
    return _pruned(model, data)


def _pruned(annotation: Any, data: Any) -> Any:
    annotation = _bare(annotation)
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    if is_model and isinstance(data, dict):
        types = {f.alias: f.annotation for f in annotation.model_fields.values()}
        return {
            key: _pruned(types.get(key), value)
            for key, value in data.items()
            if value is not None or key not in types
        }
    if get_origin(annotation) is tuple and isinstance(data, list):
        return [_pruned(get_args(annotation)[0], item) for item in data]
    if get_origin(annotation) is dict and isinstance(data, dict):
        return {key: _pruned(get_args(annotation)[1], value) for key, value in data.items()}
    return {} if is_model and data is None else data


def _bare(annotation: Any) -> Any:
    """The annotation without constraints and without the permission to be left out."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(a for a in get_args(annotation) if a is not NoneType)
        else:
            return annotation
