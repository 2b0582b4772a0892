"""events.csv -> chronology.pdf: a page for each section, behind a page that says what it is."""

import csv
import html

from drawing import DATE, EXHIBITS, FONTS, MAKING, NOTICE
from weasyprint import HTML

SECTIONS = {
    "1": "The build-up of forces",
    "2": "21 February 2022",
    "3": "22 and 23 February 2022",
    "4": "24 to 27 February 2022",
    "5": "March and April 2022",
    "6": "International bodies",
    "7": "Offices held by the accused",
}

REGULAR, BOLD = ((FONTS / f"LiberationSerif-{face}.ttf").as_uri() for face in ("Regular", "Bold"))

STYLE = f"""
@font-face {{ font-family: Serif; src: url({REGULAR}) }}
@font-face {{ font-family: Serif; font-weight: bold; src: url({BOLD}) }}
@page {{ size: A4; margin: 28mm 22mm 26mm;
  @top-left {{ content: "Chronology"; font: 9pt Serif }}
  @top-right {{ content: "{NOTICE}"; font: 9pt Serif }}
  @bottom-center {{ content: "page " counter(page) " of " counter(pages); font: 9pt Serif }} }}
body {{ font: 10.5pt/1.35 Serif }}
h1 {{ font-size: 20pt; margin-top: 60mm }}
h2 {{ font-size: 14pt; break-before: page; margin-top: 0 }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ border-bottom: 0.4pt solid #999; padding: 3.5pt 7pt 3.5pt 0 }}
th, td {{ text-align: left; vertical-align: top }}
th:nth-child(1) {{ width: 25% }} th:nth-child(3) {{ width: 27% }}
.notice {{ border: 0.8pt solid #444; padding: 6pt 9pt; font-weight: bold }}
"""


def row(event: dict[str, str]) -> str:
    """One event as a row of its section's table."""
    cells = (html.escape(event[key]) for key in ("date", "event", "source"))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def section(number: str, events: list[dict[str, str]]) -> str:
    """A section: heading and table, on a page of its own."""
    rows = "".join(row(event) for event in events if event["section"] == number)
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Date", "Event", "Source"))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<h2>{number}. {SECTIONS[number]}</h2>{table}"


def page(events: list[dict[str, str]]) -> str:
    """The whole chronology as HTML."""
    contents = "".join(
        f"<li>{title} (page {int(number) + 1})</li>" for number, title in SECTIONS.items()
    )
    return f"""<html lang="en"><head><title>Chronology</title><style>{STYLE}</style>
<meta name="author" content="Drafters of this model">
<meta name="dcterms.created" content="{DATE}">
<meta name="dcterms.modified" content="{DATE}"></head><body>
<h1>Chronology of events and offices</h1>
<p class="notice">{NOTICE}.</p>
<p>This table orders the dates on which the model indictment relies and names the source in which
each entry was read. It proves nothing by itself: the sources do. Times are those of the source;
where none is given, the source gives none. “The two entities” are the so-called Donetsk
People’s Republic and Lugansk People’s Republic.</p>
<ol>{contents}</ol>
{"".join(section(number, events) for number in SECTIONS)}</body></html>"""


def make() -> None:
    """Write chronology.pdf."""
    with (MAKING / "events.csv").open(encoding="utf-8", newline="") as lines:
        events = list(csv.DictReader(lines))
    HTML(string=page(events)).write_pdf(
        EXHIBITS / "chronology.pdf", pdf_identifier=b"model-indictment", pdf_tags=True
    )


if __name__ == "__main__":
    make()
