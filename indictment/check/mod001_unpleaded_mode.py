"""A mode of liability that is charged should be pleaded with what it consists of.

That an accused ordered, aided or failed to prevent is not said by naming the mode: the order, the help, the
subordinates must be in the text. The elements of each mode stand in offences/liability/.

For example, `modes: [superior-responsibility]`, and no paragraph with `elements="superior-control"`.

Plead the element for the accused whom the message names, or do not charge the mode.
"""

from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment
from indictment.model.pleading import PleadedElement

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)
NEEDS_WHOLE = True


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each mode of each accused of which an element is not pleaded: one message a mode."""
    names = written.names(indictment)
    for count, elements in written.elements(indictment):
        missing: dict[tuple[str, str], list[PleadedElement]] = {}
        for each in elements:
            if each.mode and not each.paragraphs:
                missing.setdefault((each.accused, each.mode), []).append(each)
        for (accused, mode), several in missing.items():
            labels = [each.element.id for each in several]
            listed = ", ".join(f"“{label}”" for label in labels)
            who = names.get(accused, accused)
            alternative = " (in the alternative)" if several[0].is_alternative else ""
            yield RULE.at(
                count.span,
                f"{count.name} charges {who} with {mode}{alternative}, and no paragraph pleads {listed}",
                notes=tuple(each.element.text for each in several),
                help=f'write {{elements="{labels[0]}" defendants="{accused}"}} '
                "above the paragraph that pleads it, or do not charge the mode",
            )
