"""The files that `indict diff` makes of the invented republic, filed and amended: opened by others' readers."""

from pathlib import Path

import pytest

from indictment.model.redline import Redline
from indictment.pipeline import redlines
from indictment.pipeline.comparing import compared
from tests.built import GOLDEN, copied, texts
from tests.readers import chromium, devtools, ooxml, poppler, verapdf

pytestmark = pytest.mark.slow

VALLEY, KILLINGS = "facts/05-valley.md", "counts/02-killings.md"
EDITS = (
    (VALLEY, "Governor [@decree-11, arts 1-3, 9]. The Decree", "Governor [@decree-11, arts 1-3, 9].\n\nThe Decree"),
    (VALLEY, "with 212 vehicles", "with some *two hundred* vehicles"),
    (VALLEY, "\n2018 [@palisk-agreement, art. 1; @monitor-report, para. 41].", "\n2018."),
    ("facts/08-trains.md", "\n\n", "\n\n{#dawn}\nThe first train left Odremol at dawn [@transport-log, p. 1].\n\n"),
    (KILLINGS, "modes: [ordering]", "modes: [ordering, aiding-and-abetting]"),
    (KILLINGS, "2018-07-08}", "2018-07-20}"),
    (KILLINGS, "twenty-one men", "twenty-two men"),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Redline]:
    """The folder with all files, and the redline that they show."""
    place = tmp_path_factory.mktemp("republic")
    copied(GOLDEN / "republic", place / "filed")
    root = copied(GOLDEN / "republic", place / "amended")
    for file, old, new in EDITS:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold “{old}”"
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    # A paragraph with notes moves to the beginning of its part.
    text = (root / VALLEY).read_text(encoding="utf-8")
    begin, end = text.index("{#strength}"), text.index("{#armed-conflict")
    moved = text[begin:end]
    text = text[:begin] + text[end:]
    (root / VALLEY).write_text(
        text.replace("{#emergency}", f"{moved}{{#emergency}}", 1), encoding="utf-8"
    )

    def quiet(stage: str, detail: str) -> None:
        pass

    found = compared(root, root, ["../filed"], filed=False, pages=True, progress=quiet)
    assert found.redline is not None, found.diagnostics
    written = redlines.write(root, found.redline, found.files, list(redlines.FILES), quiet)
    assert [d.message for d in written.diagnostics if d.is_error] == []
    assert {one.name for one in written.made} == {
        "redline-confidential.html", "redline-confidential.pdf", "redline-confidential.docx",
        "schedule-confidential.xlsx", "schedule-confidential.md",
    }  # fmt: skip
    return root / "build", found.redline


def test_the_redline_is_what_was_changed(made: tuple[Path, Redline]) -> None:
    kinds = [change.kind for change in made[1].changes if change.kind != "computed"]
    assert kinds.count("moved") == kinds.count("split") == kinds.count("inserted") == 1
    assert {lost.label for lost in made[1].unsupported} == {"armed-conflict"}


def test_the_pdf_begins_with_its_cover_and_ends_with_the_schedule(
    made: tuple[Path, Redline],
) -> None:
    pages = texts(made[0] / "redline-confidential.pdf")
    assert "Comparison" in pages[0]
    assert any("some two hundred" in page and "212" in page for page in pages)
    (schedule,) = [
        at for at, page in enumerate(pages) if "Schedule of amendments" in page and at > 3
    ][:1]
    assert schedule > len(pages) * 2 // 3
    assert "SHA-256" in " ".join(pages[schedule:])


@pytest.mark.reader_verapdf
def test_the_pdf_breaks_no_rule(made: tuple[Path, Redline]) -> None:
    path = made[0] / "redline-confidential.pdf"
    for flavour, failures in verapdf.judge([path])[path].items():
        assert failures == (), f"{flavour}: {'; '.join(map(str, failures))}"


@pytest.mark.reader_poppler
def test_the_pdf_is_sound(made: tuple[Path, Redline]) -> None:
    assert poppler.faults(made[0] / "redline-confidential.pdf") == ""


@pytest.mark.reader_ooxml
def test_the_word_file_is_sound(made: tuple[Path, Redline]) -> None:
    faults = ooxml.validate(made[0] / "redline-confidential.docx")
    assert faults == (), "\n".join(map(str, faults))


@pytest.mark.reader_ooxml
def test_the_workbook_is_sound(made: tuple[Path, Redline]) -> None:
    faults = ooxml.validate(made[0] / "schedule-confidential.xlsx")
    assert faults == (), "\n".join(map(str, faults))


@pytest.mark.reader_chromium
def test_every_change_is_gone_to_in_every_view(made: tuple[Path, Redline]) -> None:
    page_of = made[0] / "redline-confidential.html"
    number = len(made[1].changes)
    with devtools.opened(page_of) as page:
        for view in "123":
            page.press(view)
            for at in range(number):
                page.press("n")
                place = page.run(
                    "(b => [b.height > 0, b.bottom > 0 && b.top < innerHeight])"
                    "(document.querySelector('.current').getBoundingClientRect())"
                )
                assert place == [True, True], f"change {at + 1} in view {view}"
        assert all(one.startswith(("file:", "data:image/")) for one in page.requests)
        assert page.said == []


@pytest.mark.reader_chromium
def test_the_page_of_a_large_matter_is_printed(made: tuple[Path, Redline], tmp_path: Path) -> None:
    pdf = chromium.to_pdf(made[0] / "redline-confidential.html", tmp_path / "printed.pdf")
    words = " ".join(texts(pdf))
    assert "212some two hundred" in words
    assert "possible new charge" in words
