"""`{#label elements="…" .continues}` -> Attributes, or the faults in it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from indictment.diagnostics import Diagnostic, Rule, Span
from indictment.model import languages
from indictment.model.prose import Attributes
from indictment.parse import prose_rules

SpanOf = Callable[[int, int], Span]

LABEL = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
BLOCK_KEYS = ("elements", "defendants", "kind", "lang")
BLOCK_CLASSES = ("unnumbered", "continues")
SPAN_KEYS = ("lang", "code")
SPAN_CLASSES = ("term", "redact")
_TOKEN = re.compile(
    r"""\#(?P<label>[^\s{}]*) | \.(?P<class>[^\s{}]*)
      | (?P<key>[^\s={}"]+)=(?:"(?P<value>[^"]*)"|(?P<bare>[^\s"{}]*))""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Braces:
    """What stands between braces, piece by piece, each with its span."""

    label: str | None = None
    label_span: Span | None = None
    classes: set[str] = field(default_factory=set)
    values: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)


def read(
    text: str,
    span: SpanOf,
    rule: Rule,
    keys: tuple[str, ...],
    classes: tuple[str, ...],
    *,
    labels: bool,
) -> tuple[Braces, list[Diagnostic]]:
    """Read `text` (with its braces). `span` gives the span of an offset range in `text`."""
    found, faults = Braces(), []

    def fault(begin: int, end: int, message: str, help: str = "") -> None:
        allowed = [*(["#label"] if labels else []), *keys, *(f".{name}" for name in classes)]
        known = f"use only {', '.join(allowed)}"
        faults.append(rule.at(span(begin, end), message, help=help or known))

    at, end = 1, len(text) - 1
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        token = _TOKEN.match(text, at, end)
        if not token:
            stop = at + len(re.match(r"\S+", text[at:end])[0])  # type: ignore[index]
            fault(at, stop, f"“{text[at:stop]}” is not understood between braces")
            at = stop
            continue
        begin, at = token.span()
        if (label := token["label"]) is not None:
            if not labels:
                fault(begin, at, "a label does not belong here")
            elif not LABEL.fullmatch(label) or len(label) > 35:
                fault(begin, at, f"“{label}” cannot be a label", LABEL_FORM)
            elif found.label:
                fault(begin, at, "this already has a label", "keep one label")
            else:
                found.label, found.label_span = label, span(begin + 1, at)
        elif (name := token["class"]) is not None:
            if name not in classes:
                fault(begin, at, f"“.{name}” is not known here")
            found.classes.add(name)
        else:
            key = token["key"]
            value = token["value"]
            if key not in keys:
                fault(begin, begin + len(key), f"“{key}” is not known here")
            elif value is None:
                fault(
                    begin,
                    at,
                    f"the value of “{key}” stands without straight quotation marks",
                    f'write {key}="{token["bare"].strip("“”")}"',
                )
            elif key in found.values:
                fault(begin, at, f"“{key}” is given twice", "keep one")
            elif not value.strip():
                fault(begin, at, f"“{key}” is empty", f"give “{key}” a value or remove it")
            elif key == "lang" and not languages.is_tag(value):
                tag = languages.suggestion(value)
                fault(
                    begin,
                    at,
                    f"“{value}” is not a language tag",
                    f'write lang="{tag}"' if tag else 'write a tag such as lang="uk" or lang="fr"',
                )
            else:
                found.values[key] = value
                found.spans[key] = span(begin + len(key) + 2, at - 1)
    return found, faults


LABEL_FORM = "use lower-case letters a to z, digits and single hyphens, begin with a letter, at most 35 characters"


def block(text: str, span: SpanOf) -> tuple[Attributes, list[Diagnostic]]:
    """The attribute line `text` -> Attributes."""
    braces, faults = read(
        text, span, prose_rules.ATTRIBUTES, BLOCK_KEYS, BLOCK_CLASSES, labels=True
    )
    if text[1:-1].strip() == "":
        faults.append(
            prose_rules.ATTRIBUTES.at(
                span(0, len(text)), "the braces are empty", help="remove the line"
            )
        )

    def names(key: str) -> tuple[str, ...]:
        return (
            tuple(re.split(r"[\s,]+", braces.values[key].strip())) if key in braces.values else ()
        )

    attributes = Attributes(
        span=span(0, len(text)),
        label=braces.label,
        label_span=braces.label_span,
        elements=names("elements"),
        defendants=names("defendants"),
        kind=braces.values.get("kind", ""),
        lang=braces.values.get("lang", ""),
        unnumbered="unnumbered" in braces.classes,
        continues="continues" in braces.classes,
        spans=tuple(braces.spans.items()),
    )
    return attributes, faults
