"""Frozen pydantic models that remember where each value was written."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, PrivateAttr, StringConstraints

from indictment.diagnostics import Span
from indictment.model.prose import Allowance

Path = tuple[str | int, ...]
"""Keys and positions from the top of a YAML document to a value."""

Label = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=35)]
"""Lower-case ASCII letters, digits and single inner hyphens; begins with a letter; at most 35
characters, because a Word bookmark holds 40 and ours carry a prefix."""

Text = Annotated[str, StringConstraints(min_length=1)]
"""Words that must not be empty."""


def kebab(name: str) -> str:
    """The key that stands for a Python name: `from_` -> `from`, `case_number` -> `case-number`."""
    return name.rstrip("_").replace("_", "-")


class Written(BaseModel):
    """Something a drafter wrote in YAML. Unknown keys are refused; values never change."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=kebab,
        validate_by_alias=True,
        validate_by_name=False,
        str_strip_whitespace=False,
        # A model that is only a part of others needs no validator of its own.
        defer_build=True,
    )


class Document(Written):
    """The top of a YAML document or of a front matter: a model with the places of its values."""

    needs_one_of: ClassVar[tuple[str, ...]] = ()
    """Keys of which at least one must be written."""

    _file: str = PrivateAttr(default="")
    _values: Mapping[Path, Span] = PrivateAttr(default_factory=dict)
    _keys: Mapping[Path, Span] = PrivateAttr(default_factory=dict)
    _allowances: tuple[Allowance, ...] = PrivateAttr(default=())

    def place_at(
        self,
        file: str,
        values: Mapping[Path, Span],
        keys: Mapping[Path, Span],
        allowances: tuple[Allowance, ...] = (),
    ) -> None:
        """Remember where the values and keys stand, and the allowances written in comments.

        Called once, by the parser that read them.
        """
        self._file = file
        self._values = values
        self._keys = keys
        self._allowances = allowances

    @property
    def file(self) -> str:
        """The file it was written in, relative to the matter's root."""
        return self._file

    @property
    def allowances(self) -> tuple[Allowance, ...]:
        """What the comments of the YAML allow (`# indict: allow …`), not what `allow:` does."""
        return self._allowances

    @property
    def spans_of_values(self) -> Mapping[Path, Span]:
        """Where each value that was written stands, by its path."""
        return self._values

    def at(self, *path: str | int) -> Span:
        """The span of the value at `path` (keys as written), or of its nearest parent."""
        return self._nearest(self._values, path)

    def key_at(self, *path: str | int) -> Span:
        """The span of the key at `path`, or of the nearest parent's key or value."""
        return self._keys.get(path) or self._nearest(self._values, path)

    def has(self, *path: str | int) -> bool:
        """True if the drafter wrote a value at `path`."""
        return path in self._values

    def _nearest(self, spans: Mapping[Path, Span], path: Path) -> Span:
        while path and path not in spans:
            path = path[:-1]
        return spans.get(path, Span(self._file))
