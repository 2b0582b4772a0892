"""What an allowance reaches, and what is not said while something cannot be read."""

from dataclasses import replace

from indictment import check
from indictment.diagnostics import Diagnostic, Rule, Severity, Span
from indictment.folder import MemoryFolder
from indictment.pipeline.reading import Checked, check_folder
from tests.rule_pages import FOLDER, OF_A_WHOLE_MATTER, read

MATTER = read(FOLDER / "README.md").sections[0].files


def checked(**files: str) -> Checked:
    written = {path: data for path, data in MATTER.items() if data is not None}
    found = check_folder(MemoryFolder(written | {p: t.encode() for p, t in files.items()}))
    heard = tuple(d for d in found.diagnostics if d.rule.code not in OF_A_WHOLE_MATTER)
    return replace(found, diagnostics=heard)


def codes(**files: str) -> list[str]:
    return [d.rule.code for d in checked(**files).diagnostics]


LIST = "exhibits:\n  ledger:\n    title: Ledger\n    pages: 9\n"
CITED = "The mill burned [@ledger].\n"


def test_what_an_exhibit_allows_reaches_its_citations() -> None:
    files = {"exhibits/more.yaml": LIST, "facts/02-mill.md": CITED}
    assert codes(**files) == ["CIT004"]
    files["exhibits/more.yaml"] += "    allow: {CIT004: the pages are loose}\n"
    assert codes(**files) == []


def test_what_one_exhibit_allows_does_not_reach_another() -> None:
    other = "  chart: {title: Chart, pages: 3, allow: {CIT004: a chart}}\n"
    files = {"exhibits/more.yaml": LIST + other, "facts/02-mill.md": CITED[:-3] + "; @chart].\n"}
    assert codes(**files) == ["CIT004"]


def test_what_matter_yaml_allows_reaches_everything() -> None:
    caption = "title: x\ndate: 2021-05-04\nallow:\n  CIT002: no proof is needed\n"
    files = {"facts/02-mill.md": "The mill burned.\n", "facts/03-quay.md": "The quay too.\n"}
    assert codes(**files) == ["CIT002", "CIT002"]
    assert codes(**files, **{"matter.yaml": caption}) == []


def test_what_a_file_allows_reaches_that_file_only() -> None:
    head = "---\ntitle: Mill\nallow: {CIT002: an introduction}\n---\n\n"
    files = {"facts/02-mill.md": head + "The mill burned.\n", "facts/03-quay.md": "The quay too.\n"}
    assert [d.span.file for d in checked(**files).diagnostics] == ["facts/03-quay.md"]


def test_what_a_schedule_allows_reaches_its_table() -> None:
    form = "title: Sacks\ncolumns: [{key: mill, heading: Mill}]\n"
    files = {"schedules/sacks.yaml": form, "schedules/sacks.csv": "mill\nTBC\n"}
    assert codes(**files) == ["TXT002"]
    files["schedules/sacks.yaml"] += "allow: {TXT002: the clerk wrote so}\n"
    assert codes(**files) == []


def test_nothing_is_missed_while_something_cannot_be_read() -> None:
    lost = "---\ntitle: Mill: burned\n---\n\nThe mill burned [@ledger, p. 1].\n"
    files = {"exhibits/more.yaml": LIST, "facts/02-mill.md": lost}
    assert codes(**files) == ["FRM001"]
    files["facts/02-mill.md"] = "The mill burned [@leger, p. 1].\n"
    assert codes(**files) == ["CIT001"]


def test_a_fault_of_form_cannot_be_allowed() -> None:
    text = "<!-- indict: allow CIT001: it will come -->\n\nThe mill burned [@leger, p. 1].\n"
    assert sorted(codes(**{"facts/02-mill.md": text})) == ["ALW002", "CIT001"]


def test_what_later_stages_say_can_be_allowed() -> None:
    rule = Rule("BND002", "unprinted-exhibit", Severity.WARNING, "…")
    entry = "    reserve: kept\n    allow: {BND002: a film}\n"
    found = checked(**{"exhibits/more.yaml": LIST + entry})
    assert found.indictment is not None
    assert found.diagnostics == ()
    at_entry: Diagnostic = rule.at(Span("exhibits/more.yaml", 3, 5, 3, 10), "cannot be printed")
    elsewhere = rule.at(Span("exhibits/exhibits.yaml", 3, 5, 3, 10), "cannot be printed")
    assert check.remaining(found.indictment, [at_entry, elsewhere]) == (elsewhere,)


def test_codes_that_no_rule_has_are_named_when_all_rules_are_known() -> None:
    caption = "title: x\ndate: 2021-05-04\nallow: {CIT099: why, BND009: why not}\n"
    found = checked(**{"matter.yaml": caption}).indictment
    assert found is not None
    said = check.indictment(found, (), check.all_rules())
    named = [d.message for d in said if d.rule.code == "ALW002"]
    assert named == ["no rule has the code “CIT099”"]
