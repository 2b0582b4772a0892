"""Jinja, shut in: strict names, no way into the program, each element knows its template's line."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from indictment.render.page.blocks_before import BlocksBefore
from indictment.render.page.compiled import Compiled, kept
from indictment.render.page.lookup import TemplateFolder

if TYPE_CHECKING:
    from jinja2 import Environment

_BLOCKS = "blocks.html"
_AROUND = frozenset({"_loop_vars", "_block_vars"})
"""What Jinja gives with a call, and macros of another template do not see."""
OPENING = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s>])")


_LINES = 1_000_000


@dataclass(slots=True)
class Origins:
    """Where each element was written: `data-t` on an element is the number of its file and line.

    The number follows from both alone, so that what is compiled once serves every page.
    """

    files: dict[int, str] = field(default_factory=dict)

    def add(self, file: str) -> None:
        """Remember a file whose elements may stand on the page."""
        self.files[_number(file)] = file

    def __getitem__(self, number: int) -> tuple[str, int]:
        """The file and the line of `data-t`."""
        file, line = divmod(number, _LINES)
        return self.files[file], line


def _number(file: str) -> int:
    return zlib.crc32(file.encode())


def environment(
    folder: TemplateFolder,
    filters: Mapping[str, Callable[..., Any]],
    origins: Origins,
    compiled: Compiled | None = None,
    before: BlocksBefore | None = None,
) -> "Environment":
    """An environment in which the templates of `folder` run without trust.

    Undefined names are errors, everything printed is escaped, and what could differ from one
    build to the next (`random`, `lipsum`) is not there. `compiled` may be shared by pages whose
    filters are the same functions, because constants that are filtered become part of the code; so
    may `before`, what the shipped macros made of blocks.
    """
    import jinja2
    from jinja2.ext import Extension
    from jinja2.lexer import Token, TokenStream
    from jinja2.runtime import Context, Macro
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
                    return f'{found[0]} data-t="{_number(file) * _LINES + at}"'

                yield Token(line, "data", OPENING.sub(mark, text))

    shipped: set[str] = set()
    own_blocks = True
    """Whether a matter has macros for blocks of its own."""
    held = kept(compiled, shipped) if compiled is not None else None

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        found = folder.find(name)
        if found is None:
            raise jinja2.TemplateNotFound(name)
        if found.text is None:
            message = "the file is not plain text in UTF-8"
            raise jinja2.TemplateSyntaxError(message, 1, name, found.path)
        origins.add(found.path)
        if name == _BLOCKS:
            nonlocal own_blocks
            own_blocks = not found.is_shipped
        if held is not None and found.is_shipped:
            shipped.add(held.get_cache_key(name, found.path))
        return found.text, found.path, lambda: True

    class Sandbox(ImmutableSandboxedEnvironment):
        """Whether an attribute is safe follows from its name and from the type that has it."""

        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self.safe: dict[tuple[type, str], bool] = {}

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            asked = type(obj), attr
            if asked not in self.safe:
                self.safe[asked] = super().is_safe_attribute(obj, attr, value)
            return self.safe[asked]

        def call(self, context: Context, obj: Any, *args: Any, **named: Any) -> Any:
            if (
                before is not None
                and type(obj) is Macro
                and args
                and type(args[0]) is tuple
                and not own_blocks
                and named.keys() <= _AROUND
                and obj._func.__globals__["__jinja_template__"].name == _BLOCKS
                and all(type(one) is str for one in args[1:])
            ):
                ask = partial(super().call, context, obj, *args, **named)
                return before.written(obj.name, args[0], args[1:], ask)
            return super().call(context, obj, *args, **named)

    made = Sandbox(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[MarkOrigins],
        bytecode_cache=held,
    )
    del made.globals["lipsum"]
    del made.filters["random"]
    made.filters.update(filters)
    return made
