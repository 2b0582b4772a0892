"""YAML text -> a model of what the drafter wrote, each value with its place."""

from typing import Any, TypeVar

from pydantic import ValidationError

from indictment.diagnostics import Diagnostic, Outcome, Span
from indictment.model.source import Document, Path
from indictment.parse import rules, yaml_wanted, yaml_words
from indictment.parse.yaml_compose import Composed, compose

D = TypeVar("D", bound=Document)
LOSSES = (rules.UNREADABLE_YAML, rules.REFUSED_YAML)
"""Rules whose faults leave lines out: what stood in them is not known."""


def read(model: type[D], text: str, file: str, first_line: int = 1) -> Outcome[D]:
    """Read `text`, which begins at line `first_line` of `file`, as `model`. Never raises.

    The value is None where something cannot be read or used, or is missing that the model needs;
    all mistakes are reported, but none that only follows from another.
    """
    outcome = compose(text, file, first_line)
    composed = outcome.value
    assert composed is not None
    is_lossy = any(d.rule in LOSSES for d in outcome.diagnostics)
    if composed.data is None and is_lossy:
        return Outcome(None, outcome.diagnostics)
    data = yaml_wanted.without_empty(model, {} if composed.data is None else composed.data)
    reader = _Reader(model, file, first_line, composed, outcome.diagnostics)
    faults = reader.alternatives(data)
    value: D | None = None
    try:
        value = model.model_validate(data)
    except ValidationError as refused:
        faults += [
            found
            for error in refused.errors(include_url=False)
            if (found := reader.fault(error, data))
        ]
    if is_lossy:
        value = None
    if value is not None:
        value.place_at(file, composed.values, composed.keys, composed.allowances)
    return Outcome(value, (*outcome.diagnostics, *faults))


class _Reader:
    def __init__(
        self,
        model: type[Document],
        file: str,
        first_line: int,
        composed: Composed,
        said: tuple[Diagnostic, ...],
    ) -> None:
        self._model = model
        self._top = Span.on_line(file, first_line, 1, 1)
        self._composed = composed
        self._said = said

    def alternatives(self, data: Any) -> list[Diagnostic]:
        """What is missing because none of several keys was written."""
        wanted = self._model.needs_one_of
        if not wanted or not isinstance(data, dict) or any(key in data for key in wanted):
            return []
        found = self._missing((), wanted[0])
        return [found] if found else []

    def fault(self, error: Any, data: Any) -> Diagnostic | None:
        """The diagnostic for one of pydantic's errors; None where it follows from another."""
        kind: str = error["type"]
        path: Path = tuple(error["loc"])
        if path[-1:] == ("[key]",):
            path = path[:-1]
            kind = "string_too_long" if kind == "string_too_long" else "key"
            error = {**error, "type": kind}
        if kind == "missing":
            return self._missing(path[:-1], str(path[-1]))
        is_key = kind in ("extra_forbidden", "key") or error["loc"][-1:] == ("[key]",)
        span = self._span(path, is_key=is_key)
        if any(
            d.span.covers(span) or (d.rule in LOSSES and d.span.line == span.line)
            for d in self._said
        ):
            return None
        return yaml_words.say(
            yaml_words.Faulty(
                kind="key" if kind == "key" else kind,
                path=path,
                span=span,
                value=error.get("input"),
                said=error["msg"],
                context=error.get("ctx") or {},
                wanted=yaml_wanted.at(self._model, path),
                around=yaml_wanted.at(self._model, path[:-1]),
            )
        )

    def _missing(self, holder: Path, key: str) -> Diagnostic | None:
        around = yaml_wanted.at(self._model, holder)
        path = (*holder, key)
        if path in self._composed.keys:
            span = self._composed.keys[path]
            is_empty = True
        else:
            span = self._first_key(holder)
            is_empty = False
        whole = self._composed.values.get(holder, span)
        unknown = [
            str(p[-1]) for p in self._composed.keys if p[:-1] == holder and p[-1] not in around.keys
        ]
        if any(yaml_words.nearest(other, tuple(around.keys)) == key for other in unknown):
            return None
        near = range(min(span.line, whole.line) - 1, whole.end_line + 2)
        if any(d.rule in LOSSES and d.span.line in near for d in self._said):
            return None
        return yaml_words.missing(key, span, around, is_empty=is_empty)

    def _first_key(self, holder: Path) -> Span:
        """The key of the entry that lacks something; the first key of the file for the file."""
        if holder and holder in self._composed.keys:
            return self._composed.keys[holder]
        inner = [
            span for path, span in self._composed.keys.items() if path[:-1] == holder and span.line
        ]
        return min(inner, default=self._composed.values.get(holder, self._top))

    def _span(self, path: Path, *, is_key: bool) -> Span:
        if is_key and path in self._composed.keys:
            return self._composed.keys[path]
        while path:
            if path in self._composed.values:
                return self._composed.values[path]
            if path in self._composed.keys:
                return self._composed.keys[path]
            path = path[:-1]
        return self._composed.values.get((), self._top)
