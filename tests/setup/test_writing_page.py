"""docs/writing.md: its examples are read as it says, and it leaves no key out."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from indictment.folder import DiskFolder, MemoryFolder
from indictment.model.annexes import AnnexFile, Column, FactsFile, ScheduleFile
from indictment.model.caption import Caption, Parties, Signatory, Version
from indictment.model.charges import Charge, CountFile, CountHead
from indictment.model.court import Citations, Court, Unit
from indictment.model.dates import Period
from indictment.model.exhibits import Custody, ExhibitEntry
from indictment.model.numbers import FiledSection, FiledSeries, NumbersFile
from indictment.model.offence import Choice, Element, Offence
from indictment.model.people import DefendantFile, Office, Person
from indictment.pipeline.reading import Checked, check_folder

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "writing.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
SECTIONS = {
    "YAML: the lines of keys": (Period,),
    "matter.yaml": (Caption, Parties, Signatory, Version),
    "defendants/*.md": (DefendantFile, Office),
    "facts/*.md": (FactsFile,),
    "counts/*.md": (CountFile, CountHead, Charge),
    "annexes/*.md": (AnnexFile,),
    "schedules/": (ScheduleFile, Column),
    "persons.yaml": (Person,),
    "exhibits/*.yaml": (ExhibitEntry, Custody),
    "Amended instruments": (NumbersFile, FiledSeries, FiledSection),
    "offences/*.yaml": (Offence, Element, Choice),
    "templates/<court>/court.yaml": (Court, Unit, Citations),
}


def example(words: str) -> str:
    """The example on the page that has these words."""
    found = [text for _, text in EXAMPLES if words in text]
    assert len(found) == 1, words
    return str(found[0])


def count(head: str, body: str) -> str:
    return f"---\n{head}---\n\n{body}"


def written(references: str = "") -> Checked:
    """The small matter of `indict new`, written over with the examples of the page."""
    folder = DiskFolder(ROOT / "templates" / "new-matter")
    files: dict[str, bytes | str] = {path: folder.read(path) or b"" for path in folder.files()}
    listed = (folder.read("exhibits/exhibits.yaml") or b"").decode()
    cited = "[@letter, p. 1]"
    law = (
        example("leaving-open")
        .replace("conduct:\n", "conduct:\n  - {id: opening, printed: opening}\n")
        .replace("modes:\n", "modes:\n  - {id: ordering, printed: ordering}\n")
    )
    files |= {f"offences/{name}.yaml": law for name in ("endangerment", "false-record")}
    files["offences/false-report.yaml"] = law
    files["counts/01-endangerment.md"] = (
        f'{example("@Orders was obeyed")}\n{{#knowledge elements="knowledge"}}\n@doe knew {cited}.\n'
        f"\n{example('{#demands}')}"
    )
    files["counts/02-falsity.md"] = count(
        f"{example('id: false-record')}relies-on: [events]\nincorporates: [endangerment]\n",
        f'{{#fr elements="danger"}}\nA {cited}.\n\n{{#fk elements="knowledge"}}\nB {cited}.\n',
    )
    files["counts/03-more.md"] = count(
        f"title: More\noffence: endangerment\n{example('- defendants: [moe]')}"
        "period: {from: 2019-05}\nplaces: [Exampleton]\n",
        f'{{#third elements="danger knowledge"}}\nA {cited}.\n',
    )
    files["defendants/01-doe.md"] = example("native: Джон")
    files["defendants/02-moe.md"] = f"---\nname: Richard Moe\n---\n\n@moe came {cited}.\n"
    files["persons.yaml"] = example("printed: Witness K-7")
    files["schedules/incidents.yaml"] = example("row: incident")
    files["schedules/incidents.csv"] = example("id,day,what")
    files["annexes/01-names.md"] = "---\ntitle: Names\n---\n\nName.\n"
    files["exhibits/timeline.png"] = (ROOT / "exhibits" / "timeline.png").read_bytes()
    files["exhibits/exhibits.yaml"] = (
        listed.partition("  letter:")[0]
        + example("sha256: 77").removeprefix("exhibits:\n")
        + "    pages: 9\n"
        + "  minutes: {title: Minutes, date: 2019, pages: 400, paras: {'3': 3}}\n"
        + "  code: {title: Code, role: authority}\n"
    )
    files["facts/02-events.md"] = (
        "---\ntitle: The events\n---\n\n{#first-report}\n## First report\n\n"
        f"{example('He refused [see')}\n{example('[^deck]: The')}\n{example('| Day')}\n"
        "It was told.^[A note.]{#my-note}\n\n"
        f"{example('allow CIT002')}\n{references}\n"
    )
    return check_folder(MemoryFolder(files))


def test_its_examples_are_read_and_bound() -> None:
    checked = written()
    said = [f"{d.span.start}: {d.rule.code} {d.message}" for d in checked.diagnostics if d.is_error]
    assert said == []
    assert checked.indictment is not None


def test_the_labels_in_its_tables_are_those_of_its_examples() -> None:
    typed = set(re.findall(r"`(@\{?[A-Za-z][\w-]*\}?(?:-led)?)`", PAGE)) - {"@label"}
    assert len(typed) > 10
    checked = written(f"See {', '.join(sorted(typed))} [@letter, p. 1].")
    assert [d.message for d in checked.diagnostics if d.is_error] == []


@pytest.mark.parametrize(
    ("section", "model"), [(name, model) for name, models in SECTIONS.items() for model in models]
)
def test_it_names_each_key(section: str, model: type[BaseModel]) -> None:
    text = re.split(r"^## ", PAGE.split(f"\n## {section}\n")[1], flags=re.MULTILINE)[0]
    keys = [field.alias or name for name, field in model.model_fields.items()]
    missing = [key for key in keys if not re.search(rf"(?<![\w-]){re.escape(key)}(?=[`:])", text)]
    assert keys
    assert missing == []


def test_the_daily_part_fits_on_a_screen() -> None:
    daily = PAGE.split("\n## The daily part\n")[1].split("\n## ")[0]
    assert daily.count("\n") < 55
