"""What is to be said and the page, each made while the other is, are those that are made one after the other."""

import sys
from dataclasses import replace

import pytest

from indictment.check import typ001_doubled_word
from indictment.diagnostics import Diagnostic, Outcome
from indictment.folder import MemoryFolder
from indictment.machine.cache import Cache
from indictment.model.indictment import Indictment
from indictment.pipeline.drafting import drafting
from indictment.pipeline.reading import Checked, bind_folder, check_folder
from indictment.render.page import html
from tests.rule_pages import FOLDER, read

MATTER = read(FOLDER / "README.md").sections[0].files
COUNT = "counts/01-pillage.md"
HEAD = "title: T\ndate: 2021-05-04\n"
DOUBLED = "They took the the sacks [@order-14, p. 1].\n"
NO_CACHE = Cache(None)


def folder(paragraph: str = "", head: str = "") -> MemoryFolder:
    files = {path: data for path, data in MATTER.items() if data is not None}
    files[COUNT] += f"\n{paragraph}".encode()
    files["matter.yaml"] = (HEAD + head).encode()
    return MemoryFolder(files)


def made(matter: MemoryFolder, errors: int, *, final: bool = False) -> tuple[Checked, Outcome[str]]:
    bound = bind_folder(matter, NO_CACHE)
    with drafting(bound, matter, NO_CACHE, lambda *told: None, errors=errors, final=final) as draft:
        return draft.settled()


def in_order(matter: MemoryFolder, *, final: bool = False) -> tuple[Checked, Outcome[str]]:
    checked = check_folder(matter, NO_CACHE, final=final)
    if not checked.can_be_built or checked.indictment is None:
        return checked, Outcome(None)
    return checked, html.page(replace(checked.indictment, draft_errors=checked.errors), matter.read)


@pytest.fixture(params=["beside", "afterwards"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that can copy a process, and one that cannot."""
    if request.param == "afterwards":
        monkeypatch.setattr(sys, "platform", "elsewhere")


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("before", [0, 1, 7])
@pytest.mark.parametrize("head", ["", "severities: {TYP001: error}\n"])
def test_a_draft_is_headed_with_its_errors_however_many_there_were_before(
    before: int, head: str
) -> None:
    matter = folder(DOUBLED, head)
    checked, page = made(matter, before)
    expected, written = in_order(matter)
    assert (checked.diagnostics, page) == (expected.diagnostics, written)
    assert checked.errors == bool(head)
    assert ("DRAFT: 1 error" in (page.value or "")) == bool(head)


def test_a_final_check_is_final_here_too() -> None:
    matter = folder("They took various sacks [@order-14, p. 1].\n")
    assert made(matter, 0, final=True)[0].diagnostics == in_order(matter, final=True)[0].diagnostics
    assert made(matter, 0, final=True)[0].errors > made(matter, 0)[0].errors


@pytest.mark.parametrize("paragraph", ["They took @nothing.\n", "{#a\nThey took it.\n"])
def test_what_cannot_be_bound_has_no_page_and_all_is_said(paragraph: str) -> None:
    matter = folder(DOUBLED + "\n" + paragraph)
    checked, page = made(matter, 0)
    assert page == Outcome(None)
    assert not checked.can_be_built
    assert checked.diagnostics == in_order(matter)[0].diagnostics
    assert "TYP001" in {d.rule.code for d in checked.diagnostics}


@pytest.mark.usefixtures("system")
def test_a_mistake_of_ours_in_a_rule_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(indictment: Indictment) -> list[Diagnostic]:
        raise ZeroDivisionError("a rule")

    monkeypatch.setattr(typ001_doubled_word, "check", fails)
    with pytest.raises(ZeroDivisionError, match="a rule"):
        made(folder(), 0)
