"""A matter that holds what must not be published should not be classified as public.

Exhibits that are not public, protected persons and redacted passages make the whole matter
confidential: its documents are named so and say so on each page. The classification on the title
page should agree.

For example, `classification: public` in matter.yaml and `classification: confidential` in an
entry of the exhibit list.

Write `classification: confidential` in matter.yaml, or take out what must not be published.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """The classification of the matter, where it is too open."""
    matter = indictment.matter
    if not indictment.confidential or matter.caption.classification != "public":
        return
    reasons = [
        Related(
            exhibit.at("classification"),
            f"exhibit {exhibit.label} is {exhibit.entry.classification}",
        )
        for exhibit in matter.exhibits
        if exhibit.entry.classification != "public"
    ]
    persons = matter.persons
    if persons is not None:
        reasons += [
            Related(persons.key_at("persons", label), f"{label} is protected")
            for label, person in persons.persons.items()
            if person.protected
        ]
    yield RULE.at(
        matter.caption.at("classification"),
        "the matter is classified as public, but holds what must not be published",
        related=reasons[:3],
        notes=() if reasons else ("the text has passages marked .redact",),
        help="write `classification: confidential`",
    )
