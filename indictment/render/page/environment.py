"""Jinja, shut in: strict names, no way into the program, each element knows its template's line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from indictment.render.page.lookup import TemplateFolder

if TYPE_CHECKING:
    from jinja2 import Environment

OPENING = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s>])")


@dataclass(slots=True)
class Origins:
    """Where each element was written: `data-t` on an element is a position in `places`."""

    places: list[tuple[str, int]] = field(default_factory=list)

    def add(self, file: str, line: int) -> int:
        """Remembers a place; returns its position."""
        self.places.append((file, line))
        return len(self.places) - 1


def environment(
    folder: TemplateFolder, filters: dict[str, Callable[..., Any]], origins: Origins
) -> "Environment":
    """An environment in which the templates of `folder` run without trust.

    Undefined names are errors, everything printed is escaped, and what could differ from one
    build to the next (`random`, `lipsum`) is not there.
    """
    import jinja2
    from jinja2.ext import Extension
    from jinja2.lexer import Token, TokenStream
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class MarkOrigins(Extension):
        """Writes on each element where its template opened it."""

        def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
            file = stream.filename or stream.name or ""
            for token in stream:
                if token.type != "data":
                    yield token
                    continue
                text, line = token.value, token.lineno

                def mark(found: re.Match[str], text: str = text, line: int = line) -> str:
                    at = line + text.count("\n", 0, found.start())
                    return f'{found[0]} data-t="{origins.add(file, at)}"'

                yield Token(line, "data", OPENING.sub(mark, text))

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        found = folder.find(name)
        if found is None:
            raise jinja2.TemplateNotFound(name)
        if found.text is None:
            message = "the file is not plain text in UTF-8"
            raise jinja2.TemplateSyntaxError(message, 1, name, found.path)
        return found.text, found.path, lambda: True

    made = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[MarkOrigins],
    )
    del made.globals["lipsum"]
    del made.filters["random"]
    made.filters.update(filters)
    return made
