"""The forms of numbers in court.yaml -> faults: each must say where its number stands."""

from indictment.diagnostics import Diagnostic
from indictment.model.caption import Caption
from indictment.model.court import Court
from indictment.resolve.rules import UNNAMED_AMENDMENT, UNUSABLE_FORM

COUNTED = ("{1}", "{a}", "{A}", "{i}", "{I}")
"""What stands for a number that Word counts as well."""
WRITTEN = (*COUNTED, "{one}", "{One}", "{ONE}")
"""What stands for a number that is only printed."""


_STANDS = {"amended": "what the instrument calls itself", "words": "the reference"}


def check(court: Court, faults: list[Diagnostic]) -> None:
    """Report each form that holds not exactly one of the signs for a number."""
    for i, form in enumerate(court.sub_numbering):
        _check(court, form, ("sub-numbering", i), COUNTED, faults)
    for i, form in enumerate(court.heading_numbering):
        if form:
            _check(court, form, ("heading-numbering", i), COUNTED, faults)
    for i, form in enumerate(court.amended):
        _check(court, form, ("amended", i), ("{}",), faults)
    _check(court, court.words.moved, ("words", "moved"), ("{}",), faults)
    _check(court, court.count_numbering, ("count-numbering",), WRITTEN, faults)
    _check(court, court.annex_numbering, ("annex-numbering",), WRITTEN, faults)


def check_version(caption: Caption, court: Court, faults: list[Diagnostic]) -> None:
    """Report an instrument that was amended more often than the form has words for."""
    ordinal = caption.version.ordinal
    if ordinal > len(court.amended):
        faults.append(
            UNNAMED_AMENDMENT.at(
                caption.at("version", "ordinal"),
                f"the form “{court.name}” has no words for amendment {ordinal}",
                help=f"add them to `amended:` in templates/{caption.court}/court.yaml",
            )
        )


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
                f"“{form}” does not say once where {_STANDS.get(str(key[0]), 'the number')} stands",
                help=f"write {'one of ' * (len(signs) > 1)}{', '.join(signs)} in it",
            )
        )
