"""An invented indictment, built by hand: two accused, facts, two counts, an annex, a schedule, exhibits."""

import io
from dataclasses import dataclass, field
from typing import Any

import yaml
from PIL import Image, ImageDraw

from indictment.diagnostics import Span
from indictment.machine.shipped import shipped
from indictment.model import blocks as b
from indictment.model import indictment as i
from indictment.model.caption import Caption
from indictment.model.court import Court
from indictment.model.matter import Matter

SPAN = Span("facts/01-events.md", 3, 1, 3, 10)
PROSECUTION = "The Office of the Prosecutor"


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
        "order-14", "P001", run("Ministry of Defence of Vessany, "), title,
        run(f", MD/2021/14, 2 February 2021, P001, p. {page}"), page=page,
    )  # fmt: skip


def statement(made: Builder, para: int) -> b.NoteCall:
    return made.cite("statement", "P002", run(f"Statement of 3 October 2021, P002, para. {para}"), page=2)


def ref(words: str, anchor: str, number: str, kind: Any = "paragraph") -> b.CrossReference:
    return b.CrossReference((b.Run(words), b.Target(anchor, number, kind)), SPAN)


def accused(made: Builder) -> tuple[i.Accused, ...]:
    offices = (
        i.OfficeHeld("Commander, Third Brigade", "Army of Vessany", "2 February 2021 to 30 June 2022", (order(made),)),
        i.OfficeHeld("Deputy Minister", "Ministry of Defence", "since 1 July 2022", (order(made, 2),)),
    )
    command = made.paragraph(TOLLAN, run(" commanded the Third Brigade (“"), b.Styled("term", (run("the Brigade"),)), run("”) from 2 February 2021 until 30 June 2022, and was from then on Deputy Minister of Defence."), order(made, 3))
    powers = b.SubParagraphs(
        1, True,
        (
            b.SubParagraph("(a)", "2(a)", "x-orders", (run("give orders to the staff of the Brigade and to each of its battalions, in writing or by radio, at any hour of the day;"),), SPAN, "orders", (
                b.SubParagraphs(2, True, (
                    b.SubParagraph("(i)", "2(a)(i)", "p-2-a-i", (run("orders of march;"),), SPAN),
                    b.SubParagraph("(ii)", "2(a)(ii)", "p-2-a-ii", (run("orders of supply; and"), statement(made, 4)), SPAN),
                ), SPAN),)),
            b.SubParagraph("(b)", "2(b)", "p-2-b", (run("punish those who did not obey."),), SPAN),
        ), SPAN,
    )  # fmt: skip
    first = i.Accused(
        "tollan", "x-tollan", "ANSEL JORUN TOLLAN", "ANSEL TOLLAN", "Ansel Tollan", "Ансель Толлан", "uk",
        "“the Quartermaster”", "4 May 1961", "Orsa", "Vessanian", offices,
        (
            b.Heading(3, (run("Authority in law"),), "x-de-jure", SPAN),
            command,
            made.paragraph(run("In that office he had the power to:"), label="powers", attached=(
                powers, b.Paragraph("", "", (run("He kept that power until the last day of his office."),), SPAN))),
        ), SPAN,
    )  # fmt: skip
    second = i.Accused(
        "casavant", "x-casavant", "MIREL CASAVANT", "MIREL CASAVANT", "Mirel Casavant", "", "", "", "11 December 1970", "", "",
        (), (made.paragraph(CASAVANT, run(" was the Brigade’s quartermaster. She reported to "), TOLLAN, run(".")),), SPAN,
    )  # fmt: skip
    return first, second


def statement_of_facts(made: Builder) -> tuple[i.Section, ...]:
    heading = b.Heading(3, (run("The granary"), made.note(run("The granary was built in 1931."))), "x-granary", SPAN, "granary")
    said = b.Quotation(
        (b.Paragraph("", "", (run("They came at dawn. They took everything: "), b.Redacted("B.2", (run("my brother"),)), run(" had to open the gate."), statement(made, 7)), SPAN),),
        "", SPAN,
    )  # fmt: skip
    taking = made.paragraph(
        run("On 17 September 2021 soldiers of the Brigade took 400 tonnes of grain from the granary at Hallen, by the order given under "),
        ref("paragraph ", "x-orders", "2(a)", "subparagraph"), run(". A witness said:"),
        label="taking", attached=(said, b.Figure("exhibits/chart.png", "The chain of command: one commander, two battalions", "The chain of command", SPAN)),
    )  # fmt: skip
    table = b.Table(
        ((run("Store"),), (run("Tonnes"),), (run("Taken on"),)),
        tuple(
            b.TableRow(((run(store),), (run(str(tonnes)),), (run(day), *notes)), SPAN)
            for store, tonnes, day, notes in (
                ("North", 150, "17 September 2021", (statement(made, 9),)), ("South", 250, "18 September 2021", ()))
        ),
        ("left", "right", "left"), SPAN, (40, 20, 40),
    )  # fmt: skip
    stores = made.paragraph(run("The grain came from two stores:"), label="stores", attached=(table,))
    crossing = b.CrossReference(
        (b.Run("paragraphs "), b.Target("x-powers", "2", "paragraph"), b.Run(" to "), b.Target("x-taking", "4", "paragraph")), SPAN
    )
    after = made.paragraph(
        run("Nobody was punished, contrary to "), crossing, run(". The mayor wrote: "),
        b.Foreign("uk", (run("«Вони забрали все зерно»"),)), run("."),
        made.note(run("The letter is kept in the archive of the town; compare "), ref("footnote ", "fn-1", "1", "note"), run(". "), TOLLAN, run(" received it.")),
    )  # fmt: skip
    events = i.Section(
        "events", "x-events", "The events at Hallen",
        (heading, taking, stores, after), "facts/01-events.md",
    )  # fmt: skip
    return (events,)


def counts(made: Builder) -> tuple[i.CountGroup, ...]:
    both = (TOLLAN, b.Run(" and "), CASAVANT)
    basis = b.CrossReference(
        (b.Run("paragraphs "), b.Target("x-taking", "4", "paragraph"), b.Run(" to "), b.Target("p-6", "6", "paragraph")), SPAN
    )
    pillage = i.Count(
        "pillage", "x-pillage", 1, "Pillage as a war crime", "pillage", "Statute of the Tribunal, article 4(2)(e)",
        (
            i.ChargeLine((TOLLAN,), "taking property", "ordering (article 7(1))", "superior responsibility (article 7(3))", "", ("tollan",)),
            i.ChargeLine((CASAVANT,), "taking property", "aiding and abetting (article 7(1))", "", "on or about 17 September 2021", ("casavant",)),
        ),
        "between 17 and 18 September 2021", "Hallen, Vessany", None, basis, None, SPAN,
    )  # fmt: skip
    theft = i.Count(
        "theft", "x-theft", 2, "Theft by soldiers", "theft", "Criminal Code of Vessany, article 203",
        (i.ChargeLine(both, "", "commission", "", "", ("tollan", "casavant")),),
        "between 17 and 18 September 2021", "Hallen, Vessany", ref("Count ", "x-pillage", "1", "count"), basis, None, SPAN,
    )  # fmt: skip
    blocks = (
        made.paragraph(run("Both accused knew that the grain belonged to the farmers of Hallen, who had not consented."), statement(made, 11), label="knowledge"),
        made.paragraph(run("By the acts described in "), ref("paragraph ", "x-taking", "4"), run(", "), *both, run(" committed the offences charged in Counts 1 and 2.")),
    )  # fmt: skip
    return (i.CountGroup((pillage, theft), blocks, "counts/01-pillage.md"),)


def annexes(made: Builder) -> tuple[i.Section, ...]:
    blocks: tuple[b.Block, ...] = (
        b.Heading(2, (run("Before the events"),), "x-before", SPAN),
        b.Paragraph("", "x-note", (run("The dates are those of the documents."),), SPAN),
        b.SubParagraphs(1, False, tuple(
            b.SubParagraph("", "", "", (run(text),), SPAN) for text in ("2 February 2021: the appointment;", "17 September 2021: the taking.")), SPAN),
    )  # fmt: skip
    return (i.Section("chronology", "x-chronology", "Annex A: Chronology", blocks, "annexes/chronology.md", number="A"),)


def schedules(made: Builder) -> tuple[i.Section, ...]:
    rows = tuple(
        b.TableRow(
            ((run(str(number)),), (run(f"{16 + number % 3} September 2021"),), (run("A store was emptied and its doors were sealed by soldiers who gave no name."), *((statement(made, 11 + number),) if number % 4 == 0 else ())), (run(str(number * 7)),)),
            SPAN, f"x-incident-{number}", f"incident-{number}",
        )
        for number in range(1, 25)
    )  # fmt: skip
    table = b.Table(
        ((run("No."),), (run("Date"),), (run("What happened"),), (run("Tonnes"),)), rows,
        ("left", "left", "left", "right"), SPAN, (8, 20, 60, 12),
    )  # fmt: skip
    return (i.Section("incidents", "x-incidents", "Annex B: Incidents", (table,), "schedules/incidents.csv", True, "B"),)


def exhibit(label: str, mark: str, title: str, cited: tuple[b.Target, ...], **more: Any) -> i.ListedExhibitRow:
    given = {
        "author": "", "kind": "document", "symbol": "", "date": "", "vote": "", "url": "", "captured": "", "held": "",
        "language": "", "pages": None, "classification": "public", "is_authority": not mark, "has_file": False,
        "cited_at": (), **more,
    }  # fmt: skip
    return i.ListedExhibitRow(label, f"exhibit-{label}", mark, title, cited_in=cited, span=SPAN, **given)


def exhibits() -> tuple[i.ListedExhibitRow, ...]:
    one = (b.Target("p-1", "1", "paragraph"), b.Target("x-powers", "2", "paragraph"))
    two = (b.Target("x-taking", "4", "paragraph"), b.Target("fn-1", "note 1", "note"))
    return (
        exhibit("order-14", "P001", "Order No. 14 on the Third Brigade", one, author="Ministry of Defence of Vessany", symbol="MD/2021/14", date="2 February 2021", pages=3, url="https://example.org/ministry/orders?no=14&year=2021", captured="3 March 2024"),
        exhibit("statement", "P002", "Statement of a farmer of Hallen", two, date="3 October 2021", pages=12, held="Archive of the Office of the Prosecutor"),
        exhibit("resolution", "P003", "Situation in the Hallen Valley", (), author="Assembly of States", symbol="A/RES/7/2", date="10 January 2022", vote="141-5-35"),
        exhibit("statute", "", "Statute of the Tribunal", two, date="1 May 2020", url="https://example.org/statute"),
    )  # fmt: skip


def elements() -> tuple[i.ElementTable, ...]:
    taking = (b.Target("x-taking", "4", "paragraph"), b.Target("x-stores", "5", "paragraph"))
    marks = (b.Target("exhibit-order-14", "P001", "heading"), b.Target("exhibit-statement", "P002", "heading"))
    rows = (
        i.ElementRow("taking", 1, "The perpetrator took property.", "conduct", (("", taking),), marks),
        i.ElementRow("knowledge", 2, "The perpetrator knew that the owner had not consented.", "mental", (("ANSEL TOLLAN", taking[:1]), ("MIREL CASAVANT", taking[1:])), marks[1:]),
        i.ElementRow("context", 3, "The conduct took place in the context of an armed conflict.", "contextual", (), ()),
    )  # fmt: skip
    return (
        i.ElementTable("pillage", "Count 1: Pillage as a war crime", "elements-pillage", rows),
        i.ElementTable("theft", "Count 2: Theft by soldiers", "elements-theft", rows[:2]),
    )


def caption() -> Caption:
    return Caption.model_validate(
        {"title": "Indictment for Pillage in the Hallen Valley", "date": "2024-03-11", "parties": {"prosecution": PROSECUTION}}
    )


def indictment() -> i.Indictment:
    made = Builder()
    form = court()
    about = i.TitlePage(
        "Indictment for Pillage in the Hallen Valley", "Pillage in the Hallen Valley", "Amended Indictment",
        "The Special Tribunal for Vessany", "Case No. STV-24-03-I", PROSECUTION, "", "pursuant to its authority under article 18 of the Statute",
        "11 March 2024", "Vessany", "Draft for comment", "CONFIDENTIAL",
        (run("This is an invented document. It was not filed with any court, and everyone named in it is presumed innocent."),),
    )  # fmt: skip
    people = accused(made)
    return i.Indictment(
        court=form,
        title_page=about,
        accused=people,
        charged=(TOLLAN, b.Run(" and "), CASAVANT),
        statement=statement_of_facts(made),
        counts=counts(made),
        annexes=annexes(made),
        schedules=schedules(made),
        exhibits=exhibits(),
        elements=elements(),
        signatories=(("Idris Hallam", "Prosecutor", ""), ("Petra Lindqvist", "Deputy Prosecutor", "")),
        headings={**form.headings, "exhibit-list": "Annex C: List of exhibits", "elements-table": "Annex D: Elements, paragraphs and exhibits"},
        notes=tuple(made.notes),
        citations=tuple(made.citations),
        numbered=(),
        confidential=True,
        matter=Matter(caption=caption(), court=form),
    )  # fmt: skip
