"""Every kind of exhibit comes into the bundle, or a page that says why not."""

import io
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PIL import Image

from indictment import examine, resolve
from indictment.diagnostics import Diagnostic, Outcome, Severity
from indictment.folder import MemoryFolder
from indictment.machine import libreoffice
from indictment.machine.cache import Cache
from indictment.pipeline.bundling import Bundled, Bundling
from tests.unit.bundle import making, seeing
from tests.unit.examine import files
from tests.unit.resolve.building import count, parsed

pytestmark = pytest.mark.slow

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)


@pytest.fixture(autouse=True)
def nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    # WeasyPrint clears its own folders of fonts away when it is collected or the process ends.
    left = [p.name for p in tmp_path.iterdir() if not p.name.startswith("weasyprint-")]
    assert left == []


def image(form: str = "PNG", size: tuple[int, int] = (30, 20)) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 60).save(out, form)
    return out.getvalue()


def bundled(content: Mapping[str, bytes], text: str = "Text [@e0].\n") -> Outcome[Bundled]:
    """The bundle of exhibits e0, e1 … behind an indictment of one blank page."""
    lines = [f"  e{n}: {{title: Title {n}, file: {name}}}\n" for n, name in enumerate(content)]
    written = {"exhibits/exhibits.yaml": "exhibits:\n" + "".join(lines)}
    matter = parsed(written, count(text))
    folder = MemoryFolder({f"exhibits/{name}": data for name, data in content.items()})
    facts = examine.facts(matter.exhibits, folder.read, Cache(None))
    indictment = resolve.indictment(matter, facts.value or {}).value
    assert indictment is not None
    with Bundling(indictment, folder, Cache(None), lambda stage, what: None) as bundling:
        bundling.begin()
        return bundling.finish(making.saved(making.stranger(b"")), 1)


def placeholder(outcome: Outcome[Bundled], label: str = "e0") -> str:
    """The words of the page in the exhibit's place."""
    assert outcome.value is not None
    exhibit = outcome.value.plan.exhibit(label)
    assert exhibit is not None
    assert exhibit.pages == 0
    assert exhibit.first == exhibit.divider + 1
    return " ".join(seeing.text(outcome.value.content, exhibit.first - 1).split())


def only(outcome: Outcome[Bundled]) -> Diagnostic:
    (said,) = outcome.diagnostics
    return said


def test_kinds_that_have_or_get_pages() -> None:
    outcome = bundled(
        {
            "a.pdf": files.pdf(2),
            "b.png": image(),
            "c.svg": SVG,
            "d.csv": b"A,B\n1,2\n",
            "e.txt": b"Text\n",
        }
    )
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert [e.pages for e in outcome.value.plan.exhibits] == [2, 1, 1, 1, 1]
    assert "P004, page 1 of 1" in seeing.text(
        outcome.value.content, outcome.value.plan.exhibits[3].first - 1
    )


def test_a_word_document_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    outcome = bundled({"votes.docx": files.word()})
    said = only(outcome)
    assert (said.rule.code, said.severity) == ("BND001", Severity.WARNING)
    assert said.span.start == "exhibits/exhibits.yaml:2:30"
    assert "is not installed" in placeholder(outcome)


@pytest.mark.parametrize(
    ("name", "data"),
    [("film.mp4", b"\0\0\0\x20ftypmp42"), ("long.csv", b"A\n" + b"1\n" * 6000)],
)
def test_a_file_that_has_no_pages(name: str, data: bytes) -> None:
    outcome = bundled({name: data})
    said = only(outcome)
    assert (said.rule.code, said.severity) == ("BND002", Severity.WARNING)
    assert "a file that is not printed" in placeholder(outcome)


def test_an_image_that_is_cut_off() -> None:
    outcome = bundled({"photo.jpg": image("JPEG", (300, 300))[:3000]})
    said = only(outcome)
    assert (said.rule.code, said.severity) == ("BND003", Severity.ERROR)
    assert said.message == (
        "the pages of exhibits/photo.jpg cannot be bundled: its pages are damaged"
    )
    assert "cannot be read: its pages are damaged." in placeholder(outcome)


def test_a_bomb_among_good_exhibits() -> None:
    outcome = bundled({"bomb.pdf": files.object_stream_bomb(), "good.pdf": files.pdf(3)})
    assert outcome.value is not None
    assert [e.pages for e in outcome.value.plan.exhibits] == [0, 3]
    assert "memory" in placeholder(outcome)


def test_one_file_under_two_labels() -> None:
    same = files.pdf(2)
    outcome = bundled({"a.pdf": same, "b.pdf": same})
    assert outcome.value is not None
    assert [e.pages for e in outcome.value.plan.exhibits] == [2, 2]
    assert "P002, page 2 of 2" in seeing.text(outcome.value.content, 7)
