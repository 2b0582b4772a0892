"""Jinja, shut in: strict names, no way into the program, each element knows its template's line."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType
from typing import TYPE_CHECKING, Any

from indictment.render.page.lookup import TemplateFolder

if TYPE_CHECKING:
    from jinja2 import Environment

OPENING = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s>])")


_LINES = 1_000_000
_MOST = 200


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


@dataclass(slots=True)
class Compiled:
    """Templates that were compiled, by their path and text, for pages that have the same filters.

    It holds no more than code: what a template sets while it runs is gone with its page.
    """

    codes: dict[tuple[str, str], CodeType] = field(default_factory=dict)

    def keep(self, key: tuple[str, str], code: CodeType) -> None:
        """Keep the code of a template; the oldest goes where there is no more room."""
        self.codes[key] = code
        if len(self.codes) > _MOST:
            del self.codes[next(iter(self.codes))]


def environment(
    folder: TemplateFolder,
    filters: Mapping[str, Callable[..., Any]],
    origins: Origins,
    compiled: Compiled | None = None,
) -> "Environment":
    """An environment in which the templates of `folder` run without trust.

    Undefined names are errors, everything printed is escaped, and what could differ from one
    build to the next (`random`, `lipsum`) is not there. `compiled` may be shared by pages whose
    filters are the same functions, because constants that are filtered become part of the code.
    """
    import jinja2
    from jinja2.bccache import Bucket, BytecodeCache
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
                    return f'{found[0]} data-t="{_number(file) * _LINES + at}"'

                yield Token(line, "data", OPENING.sub(mark, text))

    class Kept(BytecodeCache):
        """Jinja's way to what was compiled before."""

        def __init__(self, kept: Compiled) -> None:
            self.kept = kept

        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = self.kept.codes.get((bucket.key, bucket.checksum))

        def dump_bytecode(self, bucket: Bucket) -> None:
            if bucket.code is not None:
                self.kept.keep((bucket.key, bucket.checksum), bucket.code)

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        found = folder.find(name)
        if found is None:
            raise jinja2.TemplateNotFound(name)
        if found.text is None:
            message = "the file is not plain text in UTF-8"
            raise jinja2.TemplateSyntaxError(message, 1, name, found.path)
        origins.add(found.path)
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

    made = Sandbox(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[MarkOrigins],
        bytecode_cache=Kept(compiled) if compiled is not None else None,
    )
    del made.globals["lipsum"]
    del made.filters["random"]
    made.filters.update(filters)
    return made
