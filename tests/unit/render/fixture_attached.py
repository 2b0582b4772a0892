"""What stands behind the text of the invented indictment: annex, schedule, exhibits, elements."""

from typing import Any

from indictment.model import blocks as b
from indictment.model import indictment as i
from tests.unit.render.fixture_pieces import SPAN, Builder, run, statement


def annexes(made: Builder) -> tuple[i.Section, ...]:
    blocks: tuple[b.Block, ...] = (
        b.Heading(2, (run("Before the events"),), "x-before", SPAN),
        b.Paragraph("", "x-note", (run("The dates are those of the documents."),), SPAN),
        b.SubParagraphs(
            1,
            False,
            tuple(
                b.SubParagraph("", "", "", (run(text),), SPAN)
                for text in ("2 February 2021: the appointment;", "17 September 2021: the taking.")
            ),
            SPAN,
        ),
    )
    return (
        i.Section(
            "chronology",
            "x-chronology",
            "Annex A: Chronology",
            blocks,
            "annexes/chronology.md",
            number="A",
        ),
    )


def schedules(made: Builder) -> tuple[i.Section, ...]:
    rows = tuple(
        b.TableRow(
            (
                (run(str(number)),),
                (run(f"{16 + number % 3} September 2021"),),
                (
                    run(
                        "A store was emptied and its doors were sealed by soldiers who gave no "
                        "name."
                    ),
                    *((statement(made, 11 + number),) if number % 4 == 0 else ()),
                ),
                (run(str(number * 7)),),
            ),
            SPAN,
            f"x-incident-{number}",
            f"incident-{number}",
        )
        for number in range(1, 25)
    )
    table = b.Table(
        ((run("No."),), (run("Date"),), (run("What happened"),), (run("Tonnes"),)),
        rows,
        ("left", "left", "left", "right"),
        SPAN,
        (8, 20, 60, 12),
    )
    return (
        i.Section(
            "incidents",
            "x-incidents",
            "Annex B: Incidents",
            (table,),
            "schedules/incidents.csv",
            True,
            "B",
        ),
    )


def exhibit(
    label: str, mark: str, title: str, cited: tuple[b.Target, ...], **more: Any
) -> i.ListedExhibitRow:
    given = {
        "author": "",
        "kind": "document",
        "symbol": "",
        "date": "",
        "vote": "",
        "url": "",
        "captured": "",
        "held": "",
        "language": "",
        "pages": None,
        "classification": "public",
        "is_authority": not mark,
        "has_file": False,
        "cited_at": (),
        **more,
    }
    return i.ListedExhibitRow(
        label, f"exhibit-{label}", mark, title, cited_in=cited, span=SPAN, **given
    )


def exhibits() -> tuple[i.ListedExhibitRow, ...]:
    one = (b.Target("p-1", "1", "paragraph"), b.Target("x-powers", "2", "paragraph"))
    two = (b.Target("x-taking", "4", "paragraph"), b.Target("fn-1", "1", "note"))
    return (
        exhibit(
            "order-14",
            "P001",
            "Order No. 14 on the Third Brigade",
            one,
            author="Ministry of Defence of Vessany",
            symbol="MD/2021/14",
            date="2 February 2021",
            pages=3,
            url="https://example.org/ministry/orders?no=14&year=2021",
            captured="3 March 2024",
        ),
        exhibit(
            "statement",
            "P002",
            "Statement of a farmer of Hallen",
            two,
            date="3 October 2021",
            pages=12,
            held="Archive of the Office of the Prosecutor",
        ),
        exhibit(
            "resolution",
            "P003",
            "Situation in the Hallen Valley",
            (),
            author="Assembly of States",
            symbol="A/RES/7/2",
            date="10 January 2022",
            vote="141-5-35",
        ),
        exhibit(
            "statute",
            "",
            "Statute of the Tribunal",
            two,
            date="1 May 2020",
            url="https://example.org/statute",
        ),
    )


def elements() -> tuple[i.ElementTable, ...]:
    taking = (b.Target("x-taking", "4", "paragraph"), b.Target("x-stores", "5", "paragraph"))
    marks = (
        b.Target("exhibit-order-14", "P001", "heading"),
        b.Target("exhibit-statement", "P002", "heading"),
    )
    stores = i.ElementParagraph(taking[1], ((marks[0], "pp. 2, 5"), (marks[1], "")))
    taken = i.ElementParagraph(taking[0], ())
    rows = (
        i.ElementRow(
            "taking", "1", "The perpetrator took property.", "conduct", (("", taking),), marks,
            (i.ElementLine("", (taken, stores)),),
        ),
        i.ElementRow(
            "knowledge",
            "2",
            "The perpetrator knew that the owner had not consented.",
            "mental",
            (("ANSEL TOLLAN", taking[:1]), ("MIREL CASAVANT", taking[1:])),
            marks[1:],
            (
                i.ElementLine("ANSEL TOLLAN", (taken,), "nothing cited"),
                i.ElementLine("MIREL CASAVANT", (stores,)),
            ),
        ),
        i.ElementRow(
            "context",
            "3",
            "The conduct took place in the context of an armed conflict.",
            "contextual",
            (),
            (),
            (i.ElementLine("", (), "not pleaded"),),
        ),
        i.ElementRow(
            "order-given",
            "",
            "An order was given.",
            "conduct",
            (("ANSEL TOLLAN", taking[1:]),),
            marks,
            (i.ElementLine("ANSEL TOLLAN", (stores,)),),
            mode="ordering",
        ),
    )  # fmt: skip
    return (
        i.ElementTable("pillage", "Count 1: Pillage as a war crime", "elements-pillage", rows),
        i.ElementTable("theft", "Count 2: Theft by soldiers", "elements-theft", rows[:2]),
    )
