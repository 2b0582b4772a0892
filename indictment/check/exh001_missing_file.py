"""The file of an exhibit must exist.

`file:` is a path from the folder in which the exhibit list stands. An exhibit without `file:`
gets a slip sheet that says what it is and where it is held; an exhibit whose file is missing gets
nothing.

For example, `file: order-7.pdf` where exhibits/ holds order-07.pdf.

Correct the name (capitals count), put the file into its place, or remove `file:`.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.folder import is_safe
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit

RULE = rule(__name__, __doc__, Severity.ERROR)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each file in the list that is not there."""
    for exhibit in indictment.matter.exhibits:
        facts = indictment.exhibit_facts.get(exhibit.label)
        if exhibit.path and facts and facts.kind == "missing":
            if not is_safe(exhibit.path):
                yield RULE.at(
                    exhibit.at("file"),
                    f"“{exhibit.entry.file}” leads out of the folder of the exhibit list",
                    help="put the file into exhibits/ and write its name: nothing outside the matter is read",
                )
                continue
            near = _nearest(exhibit, indictment)
            yield RULE.at(
                exhibit.at("file"),
                f"there is no file {exhibit.path}",
                help=f"write {near}" if near else "put the file there, or remove `file:`",
            )


def _nearest(exhibit: ListedExhibit, indictment: Indictment) -> str:
    """The file that is probably meant, as it would be written in the list; "" for none."""
    base = exhibit.listed_in.file.rsplit("/", 1)[0] + "/"
    taken = {other.path for other in indictment.matter.exhibits}
    there = [p for p in indictment.matter.files if p.startswith(base) and p not in taken]
    names = {p.removeprefix(base): p for p in sorted(there) if not p.endswith((".yaml", ".md"))}
    lowered = {name.casefold(): name for name in names}
    near = get_close_matches(exhibit.entry.file.casefold(), lowered, 1, 0.75)
    return lowered[near[0]] if near else ""
