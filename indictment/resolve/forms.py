"""The forms of numbers in court.yaml -> faults: each must say where its number stands."""

from indictment.diagnostics import Diagnostic
from indictment.model.court import Court
from indictment.resolve.rules import UNUSABLE_FORM

COUNTED = ("{1}", "{a}", "{A}", "{i}", "{I}")
"""What stands for a number that Word counts as well."""
WRITTEN = (*COUNTED, "{one}", "{One}", "{ONE}")
"""What stands for a number that is only printed."""


def check(court: Court, faults: list[Diagnostic]) -> None:
    """Report each form that holds not exactly one of the signs for a number."""
    for i, form in enumerate(court.sub_numbering):
        _check(court, form, ("sub-numbering", i), COUNTED, faults)
    for i, form in enumerate(court.heading_numbering):
        if form:
            _check(court, form, ("heading-numbering", i), COUNTED, faults)
    _check(court, court.count_numbering, ("count-numbering",), WRITTEN, faults)
    _check(court, court.annex_numbering, ("annex-numbering",), WRITTEN, faults)


def _check(
    court: Court,
    form: str,
    key: tuple[str | int, ...],
    signs: tuple[str, ...],
    faults: list[Diagnostic],
) -> None:
    without = form
    for sign in signs:
        without = without.replace(sign, "")
    if sum(form.count(sign) for sign in signs) != 1 or set(without) & set("{}"):
        faults.append(
            UNUSABLE_FORM.at(
                court.at(*key),
                f"“{form}” does not say once what stands for the number",
                help=f"write one of {', '.join(signs)} in it",
            )
        )
