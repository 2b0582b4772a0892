"""What goes wrong while a template runs -> a diagnostic at the template's line."""

import re
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any

from indictment.diagnostics import Diagnostic, Rule, Span
from indictment.render import rules

if TYPE_CHECKING:
    from jinja2 import Environment

_ATTRIBUTE = re.compile(r"has no (?:attribute|element) '?([^']+?)'?$")
_NAME = re.compile(r"^'([^']+)' is undefined$")
_BREAKS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What an expression that makes no sense raises inside a template."""


_BETWEEN = ("environment.py", "blocks_before.py")
"""Modules of ours through which templates call what they are given."""


class TemplateFault(Exception):
    """A template could not run. Carries the diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def run(env: "Environment", name: str, given: Mapping[str, Any]) -> str:
    """What the template `name` writes. Raises TemplateFault."""
    import jinja2
    from jinja2.exceptions import SecurityError

    try:
        return env.get_template(name).render(given)
    except jinja2.TemplateSyntaxError as error:
        span = _line(error.filename or error.name or name, error.lineno)
        raise _fault(
            rules.TEMPLATE_SYNTAX, span, error.message or "", "mend the braces and blocks here"
        ) from error
    except jinja2.TemplateNotFound as error:
        message = f"there is no template “{error.name}”"
        raise _fault(
            rules.MISSING_TEMPLATE, _at(error, name), message, "name a file of templates/"
        ) from error
    except SecurityError as error:
        message = "this expression reaches into the program"
        remedy = "print only what docs/templates.md lists"
        raise _fault(rules.REFUSED, _at(error, name), message, remedy, str(error)) from error
    except jinja2.UndefinedError as error:
        remedy = "write one of the names in docs/templates.md"
        raise _fault(
            rules.UNDEFINED_NAME, _at(error, name), _undefined(str(error.message)), remedy
        ) from error
    except _BREAKS as error:
        if _is_ours(error):
            raise
        message = "the template includes itself without end"
        if not isinstance(error, RecursionError):
            message = "an expression cannot be worked out"
        remedy = "mend the expression"
        raise _fault(rules.FAILED, _at(error, name), message, remedy, str(error)) from error


def _fault(rule: Rule, span: Span, message: str, remedy: str, note: str = "") -> TemplateFault:
    message = message[:1].lower() + message[1:].rstrip(".")
    return TemplateFault(rule.at(span, message, help=remedy, notes=[note] if note else []))


def _undefined(message: str) -> str:
    if found := _NAME.search(message):
        return f"the name “{found[1]}” does not exist"
    if found := _ATTRIBUTE.search(message):
        return f"there is no “{found[1]}” here"
    return message


def _line(file: str, line: int) -> Span:
    return Span(file, line, 1, line, 1)


def _at(error: BaseException, name: str) -> Span:
    """The innermost line of a template that the error passed through."""
    found = _line(f"templates/international/{name}", 1)
    for file, line in _frames(error.__traceback__):
        if file.startswith("templates/"):
            found = _line(file, line)
    return found


def _is_ours(error: BaseException) -> bool:
    """True where our own code failed, not the template's expression."""
    files = [file for file, _ in _frames(error.__traceback__)]
    inside = [at for at, file in enumerate(files) if file.startswith("templates/")]
    if isinstance(error, RecursionError) and inside:
        return False
    after = files[inside[-1] + 1 :] if inside else files
    after = [file for file in after if not file.endswith(_BETWEEN)]
    return not inside or any(f"indictment{sep}render" in file for file in after for sep in "/\\")


def _frames(trace: TracebackType | None) -> list[tuple[str, int]]:
    frames = []
    while trace is not None:
        frames.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    return frames
