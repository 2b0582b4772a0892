"""An invented indictment, built by hand: two accused, facts, two counts, annexes, exhibits."""

from indictment.model import blocks as b
from indictment.model import indictment as i
from indictment.model.caption import Caption
from indictment.model.matter import Matter
from tests.unit.render.fixture_attached import annexes, elements, exhibits, schedules
from tests.unit.render.fixture_pieces import (
    CASAVANT,
    FILES,
    SPAN,
    TOLLAN,
    Builder,
    chart,
    court,
    load,
    order,
    ref,
    run,
    statement,
)

__all__ = ["FILES", "SPAN", "chart", "indictment", "load"]

PROSECUTION = "The Office of the Prosecutor"


def accused(made: Builder) -> tuple[i.Accused, ...]:
    offices = (
        i.OfficeHeld(
            "Commander, Third Brigade",
            "Army of Vessany",
            "2 February 2021 to 30 June 2022",
            (order(made),),
        ),
        i.OfficeHeld(
            "Deputy Minister", "Ministry of Defence", "since 1 July 2022", (order(made, 2),)
        ),
    )
    command = made.paragraph(
        TOLLAN,
        run(" commanded the Third Brigade (“"),
        b.Styled("term", (run("the Brigade"),)),
        run(
            "”) from 2 February 2021 until 30 June 2022, and was from then on "
            "Deputy Minister of Defence."
        ),
        order(made, 3),
    )
    powers = b.SubParagraphs(
        1,
        True,
        (
            b.SubParagraph(
                "(a)",
                "2(a)",
                "x-orders",
                (
                    run(
                        "give orders to the staff of the Brigade and to each of its "
                        "battalions, in writing or by radio, at any hour of the day;"
                    ),
                ),
                SPAN,
                "orders",
                (
                    b.SubParagraphs(
                        2,
                        True,
                        (
                            b.SubParagraph(
                                "(i)", "2(a)(i)", "p-2-a-i", (run("orders of march;"),), SPAN
                            ),
                            b.SubParagraph(
                                "(ii)",
                                "2(a)(ii)",
                                "p-2-a-ii",
                                (run("orders of supply; and"), statement(made, 4)),
                                SPAN,
                            ),
                        ),
                        SPAN,
                    ),
                ),
            ),
            b.SubParagraph("(b)", "2(b)", "p-2-b", (run("punish those who did not obey."),), SPAN),
        ),
        SPAN,
    )
    first = i.Accused(
        "tollan",
        "x-tollan",
        "ANSEL JORUN TOLLAN",
        "ANSEL TOLLAN",
        "Ansel Tollan",
        "Ансель Толлан",
        "uk",
        "“the Quartermaster”",
        "4 May 1961",
        "Orsa",
        "Vessanian",
        offices,
        (
            b.Heading(3, (run("Authority in law"),), "x-de-jure", SPAN),
            command,
            made.paragraph(
                run("In that office he had the power to:"),
                label="powers",
                attached=(
                    powers,
                    b.Paragraph(
                        "", "", (run("He kept that power until the last day of his office."),), SPAN
                    ),
                ),
            ),
        ),
        SPAN,
    )
    second = i.Accused(
        "casavant",
        "x-casavant",
        "MIREL CASAVANT",
        "MIREL CASAVANT",
        "Mirel Casavant",
        "",
        "",
        "",
        "11 December 1970",
        "",
        "",
        (),
        (
            made.paragraph(
                CASAVANT,
                run(" was the Brigade’s quartermaster. She reported to "),
                TOLLAN,
                run("."),
            ),
        ),
        SPAN,
    )
    return first, second


def statement_of_facts(made: Builder) -> tuple[i.Section, ...]:
    heading = b.Heading(
        3,
        (run("The granary"), made.note(run("The granary was built in 1931."))),
        "x-granary",
        SPAN,
        "granary",
    )
    said = b.Quotation(
        (
            b.Paragraph(
                "",
                "",
                (
                    run("They came at dawn. They took everything: "),
                    b.Redacted("B.2", (run("my brother"),)),
                    run(" had to open the gate."),
                    statement(made, 7),
                ),
                SPAN,
            ),
        ),
        "",
        SPAN,
    )
    taking = made.paragraph(
        run(
            "On 17 September 2021 soldiers of the Brigade took 400 tonnes of grain "
            "from the granary at Hallen, by the order given under "
        ),
        ref("paragraph ", "x-orders", "2(a)", "subparagraph"),
        run(". A witness said:"),
        label="taking",
        attached=(
            said,
            b.Figure(
                "exhibits/chart.png",
                "The chain of command: one commander, two battalions",
                "The chain of command",
                SPAN,
            ),
        ),
    )
    table = b.Table(
        ((run("Store"),), (run("Tonnes"),), (run("Taken on"),)),
        tuple(
            b.TableRow(((run(store),), (run(str(tonnes)),), (run(day), *notes)), SPAN)
            for store, tonnes, day, notes in (
                ("North", 150, "17 September 2021", (statement(made, 9),)),
                ("South", 250, "18 September 2021", ()),
            )
        ),
        ("left", "right", "left"),
        SPAN,
        (40, 20, 40),
    )
    stores = made.paragraph(
        run("The grain came from two stores:"), label="stores", attached=(table,)
    )
    crossing = b.CrossReference(
        (
            b.Run("paragraphs "),
            b.Target("x-powers", "2", "paragraph"),
            b.Run(" to "),
            b.Target("x-taking", "4", "paragraph"),
        ),
        SPAN,
    )
    after = made.paragraph(
        run("Nobody was punished, contrary to "),
        crossing,
        run(". The mayor wrote: "),
        b.Foreign("uk", (run("«Вони забрали все зерно»"),)),
        run("."),
        made.note(
            run("The letter is kept in the archive of the town; compare "),
            ref("footnote ", "fn-1", "1", "note"),
            run(". "),
            TOLLAN,
            run(" received it."),
        ),
    )
    events = i.Section(
        "events",
        "x-events",
        "The events at Hallen",
        (heading, taking, stores, after),
        "facts/01-events.md",
    )
    return (events,)


def counts(made: Builder) -> tuple[i.CountGroup, ...]:
    both = (TOLLAN, b.Run(" and "), CASAVANT)
    basis = b.CrossReference(
        (
            b.Run("paragraphs "),
            b.Target("x-taking", "4", "paragraph"),
            b.Run(" to "),
            b.Target("p-6", "6", "paragraph"),
        ),
        SPAN,
    )
    pillage = i.Count(
        "pillage",
        "x-pillage",
        1,
        "1",
        "Pillage as a war crime",
        "pillage",
        "Statute of the Tribunal, article 4(2)(e)",
        (
            i.ChargeLine(
                (TOLLAN,),
                "taking property",
                "ordering (article 7(1))",
                "superior responsibility (article 7(3))",
                "",
                ("tollan",),
            ),
            i.ChargeLine(
                (CASAVANT,),
                "taking property",
                "aiding and abetting (article 7(1))",
                "",
                "on or about 17 September 2021",
                ("casavant",),
            ),
        ),
        "between 17 and 18 September 2021",
        "Hallen, Vessany",
        None,
        basis,
        None,
        SPAN,
    )
    theft = i.Count(
        "theft",
        "x-theft",
        2,
        "2",
        "Theft by soldiers",
        "theft",
        "Criminal Code of Vessany, article 203",
        (i.ChargeLine(both, "", "commission", "", "", ("tollan", "casavant")),),
        "between 17 and 18 September 2021",
        "Hallen, Vessany",
        ref("Count ", "x-pillage", "1", "count"),
        basis,
        None,
        SPAN,
    )
    blocks = (
        made.paragraph(
            run(
                "Both accused knew that the grain belonged to the farmers of Hallen, "
                "who had not consented."
            ),
            statement(made, 11),
            label="knowledge",
        ),
        made.paragraph(
            run("By the acts described in "),
            ref("paragraph ", "x-taking", "4"),
            run(", "),
            *both,
            run(" committed the offences charged in Counts 1 and 2."),
        ),
    )
    return (i.CountGroup((pillage, theft), blocks, "counts/01-pillage.md", "1 and 2"),)


def caption() -> Caption:
    return Caption.model_validate(
        {
            "title": "Indictment for Pillage in the Hallen Valley",
            "date": "2024-03-11",
            "parties": {"prosecution": PROSECUTION},
        }
    )


def indictment() -> i.Indictment:
    made = Builder()
    form = court()
    about = i.TitlePage(
        "Indictment for Pillage in the Hallen Valley",
        "Pillage in the Hallen Valley",
        "Amended Indictment",
        "The Special Tribunal for Vessany",
        "Case No. STV-24-03-I",
        PROSECUTION,
        "",
        "pursuant to its authority under article 18 of the Statute",
        "11 March 2024",
        "Vessany",
        "Draft for comment",
        "CONFIDENTIAL",
        (
            run(
                "This is an invented document. It was not filed with any court, and "
                "everyone named in it is presumed innocent."
            ),
        ),
    )
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
        signatories=(
            ("Idris Hallam", "Prosecutor", ""),
            ("Petra Lindqvist", "Deputy Prosecutor", ""),
        ),
        headings={
            **form.headings,
            "exhibit-list": "Annex C: List of exhibits",
            "elements-table": "Annex D: Elements, paragraphs and exhibits",
        },
        notes=tuple(made.notes),
        citations=tuple(made.citations),
        numbered=(),
        confidential=True,
        matter=Matter(caption=caption(), court=form),
    )
