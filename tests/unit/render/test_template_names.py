"""docs/templates.md names what a template may print, and nothing else."""

import re
from dataclasses import fields
from pathlib import Path

from indictment.model import indictment as model
from indictment.render.page import html
from tests.unit.render import fixture

TEXT = (Path(__file__).parents[3] / "docs" / "templates.md").read_text("utf-8")


def test_every_name_is_listed() -> None:
    given = set(html._given(fixture.indictment())) | {"part", "entries", "parts"}
    table = TEXT[TEXT.index("## What a template may print") : TEXT.index("## How it is printed")]
    listed = {
        name
        for row in re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    assert listed == given


def _properties(kind: type) -> list[str]:
    return [name for name, value in vars(kind).items() if isinstance(value, property)]


def test_the_fields_that_are_listed_exist() -> None:
    known = {
        name
        for kind in (
            model.TitlePage,
            model.Accused,
            model.OfficeHeld,
            model.Section,
            model.CaptionLines,
            model.CountGroup,
            model.Count,
            model.ChargeLine,
            model.ListedExhibitRow,
            model.ElementTable,
            model.ElementRow,
            model.ElementLine,
            model.ElementParagraph,
            html.PartView,
            html.Entry,
        )
        for name in (*(field.name for field in fields(kind)), *_properties(kind))
    }
    cells = re.findall(r"^\| `\w.*?` \| (.*) \|$", TEXT, re.MULTILINE)
    words = {
        word for cell in cells for run in re.findall(r"`([a-z_ ]+)`", cell) for word in run.split()
    }
    assert words - known == set()


def test_every_shipped_template_is_listed() -> None:
    folder = Path(__file__).parents[3] / "templates" / "international"
    files = [file.name for file in folder.iterdir() if file.is_file()]
    names = {name for name in files if not name.startswith("bundle")}
    assert {name for name in names if f"`{name}`" not in TEXT} == set()
