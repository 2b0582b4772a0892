"""The texts below the fields of the models: the help that an editor and a diagnostic give.

They are read from the source only when somebody asks, because reading them for every model at each
start costs more time than checking a small matter.
"""

import ast
import inspect
import textwrap
from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel


@cache
def explanations(model: type[BaseModel]) -> Mapping[str, str]:
    """The text below each field of `model`, by the key that a drafter writes; the fields of the
    models it is built on come first. Empty where a field has none.
    """
    texts: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if part is not BaseModel and isinstance(part, type) and issubclass(part, BaseModel):
            texts |= _below_fields(part)
    return {
        str(field.alias or name): texts.get(name, "") for name, field in model.model_fields.items()
    }


def _below_fields(model: type[BaseModel]) -> dict[str, str]:
    """The string that stands directly below each annotated name of one class (PEP 257)."""
    (written,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(written, ast.ClassDef)
    found: dict[str, str] = {}
    for field, below in zip(written.body, written.body[1:], strict=False):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        text = below.value if isinstance(below, ast.Expr) else None
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            found[field.target.id] = inspect.cleandoc(text.value)
    return found
