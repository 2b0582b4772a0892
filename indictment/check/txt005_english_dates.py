"""The dates of an indictment should be printed in its language.

The names of the months come from the court's form. Where the form has none they are English, also
in a matter whose `language:` is another.

For example, `language: uk` with a form without `months:`: 24 February 2022 in a Ukrainian text.

Add `months:` to the form's court.yaml, with the twelve names as they stand with a day, and
`months-alone:` where they have another form without one.
"""

from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """A language other than English with a form that names no months."""
    caption = indictment.matter.caption
    if caption.language.split("-")[0] != "en" and not indictment.court.months:
        yield RULE.at(
            caption.at("language"),
            f"the form “{indictment.court.name}” prints dates in English, "
            f"and the text is in “{caption.language}”",
            help=f"add `months:` to templates/{caption.court}/court.yaml",
        )
