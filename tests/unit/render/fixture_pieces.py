"""Pieces of the invented indictment: notes, citations and paragraphs that count themselves."""

import io
from dataclasses import dataclass, field
from typing import Any

import yaml
from PIL import Image, ImageDraw

from indictment.diagnostics import Span
from indictment.machine.shipped import shipped
from indictment.model import blocks as b
from indictment.model.court import Court

SPAN = Span("facts/01-events.md", 3, 1, 3, 10)


def court() -> Court:
    text = (shipped("templates") / "international" / "court.yaml").read_text("utf-8")
    return Court.model_validate(yaml.safe_load(text))


def chart() -> bytes:
    """A small picture: a box above two boxes."""
    picture = Image.new("RGB", (640, 300), "white")
    draw = ImageDraw.Draw(picture)
    for box in ((220, 20, 420, 100), (20, 190, 280, 270), (360, 190, 620, 270)):
        draw.rectangle(box, outline="black", width=4)
    draw.line((320, 100, 150, 190), fill="black", width=4)
    draw.line((320, 100, 490, 190), fill="black", width=4)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


FILES: dict[str, bytes] = {"exhibits/chart.png": chart()}


def load(path: str) -> bytes | None:
    return FILES.get(path)


def run(text: str) -> b.Run:
    return b.Run(text, SPAN)


TOLLAN = b.Name("tollan", "ANSEL TOLLAN", True, "x-tollan")
CASAVANT = b.Name("casavant", "MIREL CASAVANT", True, "x-casavant")


@dataclass
class Builder:
    """Gives notes, citations and paragraphs their numbers in the order in which they are made."""

    notes: list[b.Note] = field(default_factory=list)
    citations: list[b.ExhibitCitation] = field(default_factory=list)
    paragraphs: int = 0

    def note(self, *pieces: b.Inline, label: str | None = None) -> b.NoteCall:
        number = len(self.notes) + 1
        made = b.Note(number, f"x-{label}" if label else f"fn-{number}", pieces, SPAN, label)
        self.notes.append(made)
        return b.NoteCall(made)

    def cite(self, label: str, mark: str, *pieces: b.Inline, page: int = 1) -> b.NoteCall:
        number = len(self.citations) + 1
        made = b.ExhibitCitation(number, label, mark, pieces, (), page, True, SPAN, SPAN)
        self.citations.append(made)
        return self.note(made, run("."))

    def paragraph(
        self, *pieces: b.Inline, label: str | None = None, attached: tuple[b.Block, ...] = ()
    ) -> b.Paragraph:
        self.paragraphs += 1
        number = str(self.paragraphs)
        anchor = f"x-{label}" if label else f"p-{number}"
        return b.Paragraph(number, anchor, pieces, SPAN, label, attached)


def order(made: Builder, page: int = 1) -> b.NoteCall:
    title = b.Styled("emphasis", (run("Order No. 14 on the Third Brigade"),))
    return made.cite(
        "order-14",
        "P001",
        run("Ministry of Defence of Vessany, "),
        title,
        run(f", MD/2021/14, 2 February 2021, P001, p. {page}"),
        page=page,
    )


def statement(made: Builder, para: int) -> b.NoteCall:
    return made.cite(
        "statement", "P002", run(f"Statement of 3 October 2021, P002, para. {para}"), page=2
    )


def ref(words: str, anchor: str, number: str, kind: Any = "paragraph") -> b.CrossReference:
    return b.CrossReference((b.Run(words), b.Target(anchor, number, kind)), SPAN)
