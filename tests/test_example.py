"""The example matter: what it holds, what it says of itself, and that it is clean."""

import io
import re
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from indictment import pipeline
from indictment.folder import DiskFolder
from indictment.pipeline import Checked
from tests import built
from tests.built import ROOT, BuiltMatter

MODEL_WORDS = re.compile(r"\bmodel\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def checked() -> Checked:
    return pipeline.check(ROOT)


@pytest.fixture(scope="module")
def example() -> BuiltMatter:
    return built.example()


def sources() -> list[str]:
    """The text files of the matter, without those that come with the tool."""
    return sorted(
        name
        for name in DiskFolder(ROOT).files()
        if name.endswith((".md", ".yaml"))
        and not name.startswith("templates/")
        and not name.endswith("README.md")
    )


def test_what_was_not_verified_is_said_and_nothing_else(checked: Checked) -> None:
    """Article 437 as amended; quotations from sources of which no file is kept."""
    assert [(str(d.severity), d.rule.code, d.span.file) for d in checked.diagnostics] == [
        ("note", "EVD001", "counts/01-aggression.md"),
        ("note", "LAW001", "counts/02-article-437.md"),
        ("note", "QUO004", "defendants/04-naryshkin.md"),
    ]


def test_it_has_the_shape_of_a_serious_indictment(checked: Checked) -> None:
    indictment = checked.indictment
    assert indictment is not None
    assert len(indictment.accused) == 8
    assert len([count for group in indictment.counts for count in group.counts]) == 2
    assert sum(one.kind == "paragraph" for one in indictment.numbered) >= 60
    assert len(indictment.citations) >= 90
    assert len(indictment.exhibits) >= 22
    assert len({row.label for row in indictment.exhibits if row.has_file}) >= 6


def test_the_second_count_is_charged_in_the_alternative(checked: Checked) -> None:
    assert checked.indictment is not None
    first, second = (count for group in checked.indictment.counts for count in group.counts)
    assert first.alternative_to is None
    assert second.alternative_to is not None


def test_each_accused_has_offices_each_with_a_source_and_paragraphs(checked: Checked) -> None:
    assert checked.indictment is not None
    for accused in checked.indictment.accused:
        assert accused.offices, accused.short
        assert all(office.source for office in accused.offices), accused.short
        assert accused.blocks, accused.short


def test_a_citation_has_a_pinpoint_or_its_entry_says_why_there_is_none(checked: Checked) -> None:
    assert checked.indictment is not None
    reasons = {e.label: e.entry.no_pinpoint for e in checked.indictment.matter.exhibits}
    for citation in checked.indictment.citations:
        assert citation.places or reasons[citation.label], citation.label


@pytest.mark.parametrize("name", sources())
def test_each_file_names_its_schema(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    first = text.splitlines()[1 if name.endswith(".md") else 0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found, f"{name} begins with “{first}”"
    assert ((ROOT / name).parent / found[1]).resolve().is_file()


@pytest.mark.slow
def test_the_title_page_and_each_foot_say_that_it_is_a_model(example: BuiltMatter) -> None:
    title, *others = example.pdf
    assert "This is a model." in title
    assert "Every accused is presumed innocent" in title
    for number, text in enumerate(others, start=2):
        status = "Model indictment – not filed – the accused are presumed innocent"
        assert text.endswith(f"{status} page {number} of {len(example.pdf)}")


@pytest.mark.slow
def test_every_output_is_made_and_no_draft(example: BuiltMatter) -> None:
    names = {made.name for made in example.built.made}
    assert names == {"indictment.pdf", "indictment.docx", "bundle.pdf", "indictment.html"}
    assert not any("DRAFT" in text for text in example.pdf)


@pytest.mark.slow
def test_exhibits_with_files_are_in_the_bundle_and_the_others_have_slip_sheets(
    example: BuiltMatter,
) -> None:
    evidence = [row for row in example.indictment.exhibits if row.mark]
    slips = [text for text in example.bundle if "Not reproduced." in text]
    assert len(slips) == sum(not row.has_file for row in evidence)
    for row in evidence:
        pages = [text for text in example.bundle if re.search(rf"\b{row.mark}, page \d", text)]
        # Without LibreOffice a Word file has a placeholder.
        is_word = row.has_file and example.indictment.exhibit_facts[row.label].kind == "docx"
        is_shown = row.has_file and not (is_word and shutil.which("soffice") is None)
        assert bool(pages) == is_shown, row.label


def test_each_exhibit_made_for_it_says_so_in_the_list(checked: Checked) -> None:
    assert checked.indictment is not None
    rows = [row for row in checked.indictment.exhibits if row.has_file]
    for row in rows:
        assert row.author == "Drafters of this model", row.label
        assert "not an original document" in row.held, row.label


@pytest.mark.parametrize("name", ["casualties.csv", "chronology.pdf", "recorded-votes.docx"])
def test_each_exhibit_file_with_text_says_that_it_was_made_for_the_model(name: str) -> None:
    text = words(ROOT / "exhibits" / name)
    assert MODEL_WORDS.search(text)
    assert re.search(r"not an original document|made for (this|the) model", text, re.IGNORECASE)


def words(path: Path) -> str:
    """The text of an exhibit's file."""
    data = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return re.sub("<[^>]+>", "", parts.read("word/document.xml").decode())
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(data) as pdf:
            return " ".join(page.get_textpage().get_text_range() for page in pdf)
    return data.decode()


PRIVATE = {
    "an address for electronic mail": r"[\w.+-]+@[\w-]+\.(?:com|org|net|ru|ua|eu|int)\b",
    "a telephone number": r"\+\d[\d ()-]{8,}\d",
    "a street address": r"\b\d{1,4} [A-Z]\w+ (?:Street|Avenue|Road)\b|\bул\. ",
    "a passport or tax number": r"(?i)\b(?:passport|INN|tax) (?:no|number)\b",
}


@pytest.mark.parametrize("what", PRIVATE)
def test_no_private_data_is_in_it(what: str) -> None:
    for name in sources():
        found = re.search(PRIVATE[what], (ROOT / name).read_text(encoding="utf-8"))
        assert found is None, f"{name}: {found}"
