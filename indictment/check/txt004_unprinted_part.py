"""What is written in the matter should be printed.

A court's form prints the parts that `order:` in its court.yaml names. A text in a part that is
left out stands in the matter and reaches nobody.

For example, a file in facts/ in a form with `order: [title, counts, signature]`.

Add the part to `order:`, remove the text, or allow the rule and say why it is kept.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity, Span
from indictment.model.indictment import Indictment
from indictment.model.matter import Matter

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each text that belongs to a part without a place in the court's form."""
    court = indictment.court
    for part, span, what in _texts(indictment.matter):
        if part not in court.order:
            yield RULE.at(
                span,
                f"{what} is not printed: the form “{court.name}” has no part “{part}”",
                help=f"add {part} to `order:` in court.yaml, or remove the text",
            )


def _texts(matter: Matter) -> Iterator[tuple[str, Span, str]]:
    """Every text outside the front matters: its part, its place, what it is."""
    caption = matter.caption
    if matter.notice:
        yield "title", caption.at("notice"), "the notice"
    for defendant in matter.defendants:
        if defendant.prose.blocks:
            what = f"what is said of {defendant.head.name}"
            yield "accused", defendant.prose.blocks[0].span, what
        elif defendant.head.offices:
            yield "accused", defendant.head.key_at("offices"), "the list of offices"
    for facts in matter.facts:
        yield facts.head.part, _beginning(facts.head.at("title"), facts.prose.file), "this file"
    for count in matter.counts:
        yield "counts", _beginning(count.head.at("title"), count.prose.file), "this file"
    for annex in matter.annexes:
        yield "annexes", annex.head.at("title"), "this file"
    for schedule in matter.schedules:
        yield "schedules", schedule.head.at("title"), "this schedule"
    if caption.signatories:
        yield "signature", caption.key_at("signatories"), "the signature block"


def _beginning(title: Span, file: str) -> Span:
    return title if title.file else Span(file, 1, 1, 1, 2)
