"""A small matter is filed, its numbers are frozen, and it is amended twice: what its pages say.

Title page, foot of the pages and numbers, in the PDF and in the Word file.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from indictment import pipeline
from indictment.diagnostics import Severity
from indictment.edit import freeze
from indictment.pipeline import building
from tests.built import GOLDEN, texts
from tests.readers import libreoffice, ooxml, poppler
from tests.unit.render.word_reader import Word

pytestmark = pytest.mark.slow

FORM = "name: The Harbour Tribunal\namended-numbering: frozen\nheadings: {accused: THE ACCUSED, facts: FACTS}\n"
COUNT = """\
---
title: {title}
offence: pillage
defendants: [tollan]
modes: [ordering]
period: 2019-03-02
places: [Calderhaven]
allow:
  ELM001: only what is needed here
  CNT009: only what is needed here
---

{{#{label}-one elements="{element}"}}
The {label} was ordered by @tollan [@order-14, p. 1]{more}.
"""
ARSON = COUNT.format(
    title="Destruction of the quay", label="arson", element="appropriation", more=""
)
THEFT = COUNT.format(
    title="Theft of the ledger", label="theft", element="appropriation", more=", as @pillage"
)
FIRST = {
    "matter.yaml": [
        ("date: 2021-05-04", "date: 2021-06-01"),
        (
            "classification: public",
            "version:\n  ordinal: 1\n  amends: the Indictment of 4 May 2021\n"
            "  leave: the Decision of 28 May 2021",
        ),
    ],
    "facts/01-granary.md": [
        ("[@photo-granary; see also @order-14].", "[@photo-granary; see also @order-14].\n\n{#bakers}\n"
         "The bakers complained [@ledger, l. 4]:\n\n1. of the noise;\n2. {#losses}\n   of their losses.\n"),
    ],
    "defendants/02-casavant.md": [("{#office-casavant defendants", "{#keys defendants")],
    "counts/01-pillage.md": [("By the conduct described in @removal", "By the conduct described in @removal, @losses")],
}  # fmt: skip
SECOND = {
    "matter.yaml": [
        ("date: 2021-06-01", "date: 2021-09-01"),
        ("ordinal: 1", "ordinal: 2"),
        ("the Indictment of 4 May", "the Amended Indictment of 1 June"),
        ("28 May", "30 August"),
    ],
    "facts/01-granary.md": [
        ("{#bakers}", "{#guild kind=\"context\"}\nThe guild wrote [@ledger, l. 4].\n\n{#bakers}"),
        ("of their losses.\n", "of their losses.\n\n{#mayor kind=\"context\"}\nThe mayor answered [@ledger, l. 5].\n"),
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Instrument:
    """What was built: the texts of the PDF's pages, the Word file, and both as files."""

    pages: tuple[str, ...]
    word: Word
    pdf: Path
    docx: Path
    numbers: str


def change(root: Path, changes: dict[str, list[tuple[str, str]]]) -> None:
    for name, pairs in changes.items():
        text = (root / name).read_text("utf-8")
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        (root / name).write_text(text, "utf-8")


def built(root: Path) -> Instrument:
    made = building.build(root, ("pdf", "docx"), progress=lambda stage, detail: None)
    assert [d.message for d in made.diagnostics if d.severity is not Severity.NOTE] == []
    pdf, docx = root / "build" / "indictment.pdf", root / "build" / "indictment.docx"
    kept = shutil.copy(pdf, root / f"{len(list(root.glob('*.pdf')))}.pdf")
    word = shutil.copy(docx, Path(kept).with_suffix(".docx"))
    return Instrument(
        texts(Path(kept)), Word(docx.read_bytes()), Path(kept), Path(word), frozen(root)
    )


def frozen(root: Path) -> str:
    """numbers.yaml as `indict freeze` writes it now."""
    indictment = pipeline.check(root).indictment
    assert indictment is not None
    assert freeze.unlabelled(indictment) == ()
    return freeze.written(indictment)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Instrument]:
    root = tmp_path_factory.mktemp("amended") / "matter"
    shutil.copytree(GOLDEN / "small", root, ignore=shutil.ignore_patterns("expected", "making"))
    (root / "templates" / "international").mkdir(parents=True)
    (root / "templates" / "international" / "court.yaml").write_text(FORM, "utf-8")
    (root / "counts" / "02-arson.md").write_text(ARSON, "utf-8")
    (root / "counts" / "03-theft.md").write_text(THEFT, "utf-8")
    instruments = [built(root)]
    for changes in (FIRST, SECOND):
        (root / "numbers.yaml").write_text(instruments[-1].numbers, "utf-8")
        if changes is SECOND:
            (root / "counts" / "02-arson.md").unlink()
        change(root, changes)
        instruments.append(built(root))
    return instruments


def numbers(instrument: Instrument) -> list[str]:
    """The numbers of paragraphs in the Word file."""
    return [one.number for one in instrument.word.paragraphs if re.match(r"\d", one.number)]


def test_the_title_page_names_the_instrument_what_it_amends_and_by_whose_leave(
    made: list[Instrument],
) -> None:
    first, amended, second = (one.pages[0] for one in made)
    assert " INDICTMENT Calderhaven, 4 May 2021" in first
    assert "AMENDED" not in first
    assert "amending" not in first
    assert (
        " AMENDED INDICTMENT amending the Indictment of 4 May 2021 "
        "by leave granted in the Decision of 28 May 2021 Calderhaven, 1 June 2021"
    ) in amended
    assert (
        "SECOND AMENDED INDICTMENT amending the Amended Indictment of 1 June 2021 "
        "by leave granted in the Decision of 30 August 2021"
    ) in second
    words = [" ".join(one.text.split()) for one in made[2].word.paragraphs[:12]]
    assert "SECOND AMENDED INDICTMENT" in words
    assert "amending the Amended Indictment of 1 June 2021" in words


def test_the_foot_of_each_page_names_an_amended_instrument(made: list[Instrument]) -> None:
    said = ("draft", "Amended Indictment – draft", "Second Amended Indictment – draft")
    for instrument, words in zip(made, said, strict=True):
        foot = re.compile(rf"\d May 2021 {words} page|\d (?:June|September) 2021 {words} page")
        assert len(instrument.pages) > 5
        assert [n for n, text in enumerate(instrument.pages[1:], 2) if not foot.search(text)] == []
        parts = instrument.word.parts
        feet = [
            [str(words) for words in parts[part].itertext()] for part in parts if "footer" in part
        ]
        assert any(words in foot for foot in feet)


def test_numbers_stay_as_they_were_filed(made: list[Instrument]) -> None:
    assert [numbers(one) for one in made] == [
        ["1.", "2.", "3.", "4.", "5.", "6.", "7."],
        ["1.", "2.", "2A.", "3.", "3A.", "4.", "5.", "6.", "7."],
        ["1.", "2.", "2A.", "3.", "3.1.", "3A.", "3B.", "4.", "5.", "6.", "7."],
    ]


@pytest.mark.reader_poppler
def test_the_pdf_prints_them_and_what_refers_to_them(made: list[Instrument]) -> None:
    text = "".join(poppler.text(made[2].pdf, layout=True))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "2. [withdrawn]" in lines
    for number, words in (
        ("2A.", "MIRNE CASAVANT"),
        ("3.1.", "The guild wrote"),
        ("3B.", "The mayor"),
    ):
        assert any(line.startswith(f"{number} {words}") for line in lines), number
    assert any("described in paragraph 4, paragraph 3A(b)," in line for line in lines)


def test_word_would_compute_what_its_fields_keep(made: list[Instrument]) -> None:
    fields = list(made[2].word.fields())
    assert [one for one in fields if one.computed not in (None, one.kept)] == []
    assert "3A" in [one.kept for one in fields]


@pytest.mark.reader_ooxml
def test_the_open_xml_validator_finds_no_fault(made: list[Instrument]) -> None:
    assert [ooxml.validate(one.docx) for one in made] == [(), (), ()]


@pytest.mark.reader_libreoffice
@pytest.mark.reader_poppler
def test_libreoffice_prints_the_same_numbers(made: list[Instrument], tmp_path: Path) -> None:
    text = "".join(poppler.text(libreoffice.to_pdf(made[2].docx, tmp_path), layout=True))
    found = re.findall(r"^(\d+[A-Z]*(?:\.\d+)?\.) ", text, re.MULTILINE)
    assert found == numbers(made[2])


def test_what_a_second_amendment_files_holds_all_that_was_filed_before(
    made: list[Instrument],
) -> None:
    last = made[2].numbers
    assert 'instrument: "Second Amended Indictment"' in last
    assert re.findall(r"^ {10}[a-z-]+: (\d\S*)$", last, re.MULTILINE) == [
        "1", "2A", "3", "3.1", "3A", "3B", "4", "5", "7",
    ]  # fmt: skip
    assert "- {number: 2, label: arson, withdrawn: true}" in last
    assert "withdrawn: [6]" in last
    assert "withdrawn: [2]" in last


def test_a_withdrawn_count_keeps_its_heading_in_the_body_and_in_the_contents(
    made: list[Instrument],
) -> None:
    heads = [
        [
            one.text
            for one in instrument.word.paragraphs
            if re.match(r"Count \d", one.text.replace("\u00a0", " "))
        ]
        for instrument in made
    ]
    last = [" ".join(one.replace("\u00a0", " ").split()) for one in heads[2]]
    assert [one for one in last if one.startswith("Count 2")][-1] == "Count 2 [withdrawn]"
    assert any(one.startswith("Count 3: Theft of the ledger") for one in last)
    contents = " ".join(made[2].pages[1].split())
    assert re.search(r"Count 2 \[withdrawn\][ .]*\d+ Count 3: Theft of the ledger", contents)
    body = " ".join(" ".join(made[2].pages[2:]).split())
    assert re.search(r"Count 2 \[withdrawn\] 6\. \[withdrawn\] .*Count 3: Theft", body)
