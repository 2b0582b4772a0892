"""README.md shows what the program says, and leads to what is there."""

import re
from pathlib import Path

from click.testing import CliRunner
from PIL import Image

from indictment.cli import command
from indictment.diagnostics import as_text
from indictment.folder import DiskFolder, MemoryFolder
from indictment.pipeline.reading import check_folder

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_minute_of_editing_is_answered_as_it_shows() -> None:
    edited, below, sentence = re.findall(
        r"Open `([^`]+)`. Below the line `([^`]+)`.*?```markdown\n(.*?\n)```", README, re.DOTALL
    )[0]
    shown = re.findall(r"\$ indict check\n(.*?)```", README, re.DOTALL)[0]
    matter = DiskFolder(ROOT)
    files = {path: matter.read(path) or b"" for path in matter.files()}
    count = files[edited].decode()
    assert count.count(f"{below}\n") == 1
    files[edited] = count.replace(f"{below}\n", f"{below}\n{sentence}").encode()

    checked = check_folder(MemoryFolder(files))

    errors = [diagnostic for diagnostic in checked.diagnostics if diagnostic.is_error]
    assert as_text.write(errors, checked.texts) == shown
    files[edited] = files[edited].replace(b"@chronology, p. 12]", b"@chronology, p. 7]")
    assert not any(d.is_error for d in check_folder(MemoryFolder(files)).diagnostics)


def test_it_names_every_verb() -> None:
    listed = re.findall(r"^\| `indict ([\w-]+)", README, re.MULTILINE)
    told = CliRunner().invoke(command, ["--help"]).output.split("Verbs:")[1].split("\n\n")[0]
    assert sorted(listed) == sorted(re.findall(r"^  ([\w-]+)", told, re.MULTILINE))


def test_its_links_lead_somewhere() -> None:
    for page in ("README.md", "docs/writing.md"):
        text = (ROOT / page).read_text("utf-8")
        for target in re.findall(r"\]\(([^)#\s]+?)(?:#[^)]*)?\)", re.sub(r"`[^`\n]*`", "", text)):
            if "://" not in target and target != "exhibits/timeline.png":
                assert ((ROOT / page).parent / target).is_file(), f"{page}: {target}"


def test_its_pictures_are_pages_and_small() -> None:
    pictures = sorted((ROOT / "docs" / "pages").glob("*.png"))
    assert {f"docs/pages/{picture.name}" for picture in pictures} == set(
        re.findall(r"!\[[^\]]+\]\((docs/pages/[^)]+)\)", README)
    )
    assert sum(picture.stat().st_size for picture in pictures) < 600_000
    for picture in pictures:
        with Image.open(picture) as page:
            assert 1.3 < page.height / page.width < 1.5
