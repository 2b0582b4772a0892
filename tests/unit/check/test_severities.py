"""How grave a fault is: the rule, the court's form, matter.yaml, and a final check."""

import pytest

from indictment.diagnostics import Diagnostic, Severity
from indictment.folder import MemoryFolder
from indictment.pipeline.reading import check_folder
from tests.rule_pages import FOLDER, OF_A_WHOLE_MATTER, read

MATTER = read(FOLDER / "README.md").sections[0].files
UNPLEADED = "The Granary was entered [@order-14, p. 1].\n"
FORM = """name: Harbour Tribunal
units:
  page: {write: [p., pp.], one: p., many: pp., counts: pages}
severities: {ELM001: note}
"""


def said(*, final: bool = False, **files: str) -> list[tuple[str, Severity]]:
    """What is said of the small matter of the rules, in which no paragraph pleads an element."""
    count = (
        (MATTER["counts/01-pillage.md"] or b"")
        .decode()
        .replace('{#removal elements="taking"}\n', "")
    )
    made = {**MATTER, "counts/01-pillage.md": count.encode()}
    made |= {path.replace("__", "/"): text.encode() for path, text in files.items()}
    folder = MemoryFolder({path: data for path, data in made.items() if data is not None})
    found: tuple[Diagnostic, ...] = check_folder(folder, final=final).diagnostics
    heard = (d for d in found if d.rule.code not in OF_A_WHOLE_MATTER)
    return [(d.rule.code, d.severity) for d in heard]


HEAD = "title: T\ndate: 2021-05-04\n"
OWN = f"{HEAD}court: harbour\n"


def test_a_draft_is_forgiven_what_must_not_be_filed() -> None:
    assert said() == [("ELM001", Severity.WARNING)]
    assert said(final=True) == [("ELM001", Severity.ERROR)]


@pytest.mark.parametrize("final", [False, True])
def test_matter_yaml_goes_before_the_rule(final: bool) -> None:
    head = f"{HEAD}severities: {{ELM001: note}}\n"
    assert said(final=final, **{"matter.yaml": head}) == [("ELM001", Severity.NOTE)]


def test_the_court_goes_before_the_rule_and_matter_yaml_before_the_court() -> None:
    files = {"matter.yaml": OWN, "templates__harbour__court.yaml": FORM}
    assert said(**files) == [("ELM001", Severity.NOTE)]
    files["matter.yaml"] = f"{OWN}severities: {{ELM001: error}}\n"
    assert said(**files) == [("ELM001", Severity.ERROR)]


def test_what_is_no_severity_is_a_fault_of_form() -> None:
    assert said(**{"matter.yaml": f"{HEAD}severities: {{ELM001: grave}}\n"})[0] == (
        "FRM007",
        Severity.ERROR,
    )
