"""Makes the exhibit files and the figure of this matter: the same bytes on every run.

Run it from the repository's root: python tests/golden/republic/making/make_exhibits.py
It writes exhibits/files/ and figures/, and then the hashes into the exhibit lists.
The words of the exhibits stand in texts/; they are invented, as is everything in this matter.
"""

import csv
import datetime
import hashlib
import html
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pictures
import pikepdf
from docx.shared import Pt
from pictures import FONTS, INVENTED
from weasyprint import HTML  # type: ignore[import-untyped]

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "texts"
MATTER = HERE.parent
FILES = MATTER / "exhibits" / "files"


def _face(family: str, file: str, weight: str = "normal") -> str:
    source = (FONTS / file).as_uri()
    return f"@font-face {{ font-family: {family}; font-weight: {weight}; src: url({source}) }}"


STYLE = "\n".join(
    [
        _face("Letter", "LiberationSerif-Regular.ttf"),
        _face("Letter", "LiberationSerif-Bold.ttf", "bold"),
        _face("Plain", "LiberationSans-Regular.ttf"),
        _face("Plain", "LiberationSans-Bold.ttf", "bold"),
        _face("Machine", "LiberationMono-Regular.ttf"),
        "@page { size: A4; margin: 25mm }",
        "body { font: 12pt/1.55 Letter } h1 { font-size: 18pt } h2 { font-size: 13pt }",
        "h3 { font-size: 12pt } section + section { break-before: page }",
        "table { border-collapse: collapse; width: 100% } footer { margin-top: 2em; color: #555 }",
        "th, td { border: 0.5pt solid #444; padding: 3pt 5pt; text-align: left }",
    ]
)


# --- words -> pages ------------------------------------------------------------------------


def pages(name: str) -> list[list[str]]:
    """The pages of a text, each a list of its lines."""
    text = (TEXTS / name).read_text(encoding="utf-8")
    return [page.strip().splitlines() for page in text.split("\n===\n")]


def rows(name: str) -> list[dict[str, str]]:
    with (TEXTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _line(line: str) -> str:
    marks, _, words = line.partition(" ")
    if set(marks) == {"#"}:
        return f"<h{len(marks)}>{html.escape(words)}</h{len(marks)}>"
    return f"<p>{html.escape(line)}</p>"


def sections(name: str) -> list[str]:
    made = ["".join(_line(line) for line in page) for page in pages(name)]
    made[-1] += f"<footer>{INVENTED}</footer>"
    return made


def table(part: list[dict[str, str]]) -> str:
    head = "".join(f"<th>{html.escape(key)}</th>" for key in part[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row.values()) + "</tr>"
        for row in part
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def printed(made: list[str], title: str, style: str = "", lang: str = "en") -> pikepdf.Pdf:
    """The sections as a PDF, one page each; raises ValueError where one does not fit its page."""
    body = "".join(f"<section>{section}</section>" for section in made)
    head = f"<title>{html.escape(title)}</title><style>{STYLE}{style}</style>"
    page = f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
    pdf = pikepdf.open(io.BytesIO(HTML(string=page).write_pdf()))
    if len(pdf.pages) != len(made):
        raise ValueError(f"{title}: {len(pdf.pages)} pages instead of {len(made)}")
    return pdf


def save(pdf: pikepdf.Pdf, path: Path, *, object_streams: bool = False) -> None:
    mode = pikepdf.ObjectStreamMode.generate if object_streams else pikepdf.ObjectStreamMode.disable
    pdf.save(path, deterministic_id=True, object_stream_mode=mode)


# --- PDF exhibits --------------------------------------------------------------------------


def plain(name: str, title: str, style: str = "", lang: str = "en") -> Callable[[Path], None]:
    def make(path: Path) -> None:
        save(printed(sections(f"{name}.txt"), title, style, lang), path)

    return make


def transport_log(path: Path) -> None:
    """Thirty pages, one train each."""
    made = []
    for row in rows("trains.csv"):
        made.append(
            f"<h1>Odremol station</h1><h2>Register of special trains · No. {row['train']}</h2>"
            + table([row])
            + f"<p>Left Odremol on {row['date']} at {row['departed']} with {row['wagons']} wagons "
            f"and {row['persons']} persons for {row['destination']}. Escort: {row['escort']} of "
            "the Railway Police. Doors barred before departure: yes.</p>"
            + ("<p>L. Arbright, transport officer.</p>")
        )
    made[-1] += f"<footer>{INVENTED}</footer>"
    save(printed(made, "Register of special trains"), path)


def plumb_line(path: Path) -> None:
    """A file with an outline, named destinations, internal links and a link to the web."""
    made = sections("plumb-line.txt")
    numbers = [re.search(r"Section (\d+)", section) for section in made]
    names = [f"section-{found.group(1)}" for found in numbers if found]
    made = [
        re.sub(r"<h3>", f'<h3 id="{name}">', section)
        for name, section in zip(names, made, strict=True)
    ]
    links = " · ".join(f'<a href="#{name}">{name.replace("-", " ")}</a>' for name in names)
    made[0] += f'<p>{links} · <a href="https://example.org/plumb-line">register</a></p>'
    save(printed(made, "Operational Plan “Plumb Line”, extract"), path)


def fire_log(path: Path) -> None:
    """Four landscape pages."""
    log = rows("fire-log.csv")
    made = [
        f"<h2>12th Artillery Brigade · fire log · sheet {sheet + 1}</h2>"
        + table(log[sheet * 9 : sheet * 9 + 9])
        for sheet in range(4)
    ]
    made[-1] += f"<footer>{INVENTED}</footer>"
    style = "@page { size: A4 landscape; margin: 20mm } body { font: 11pt/1.4 Plain }"
    save(printed(made, "Fire log of the 12th Artillery Brigade", style), path)


def camp_register(path: Path) -> None:
    """Three pages that lie on their side in the file and are turned upright by /Rotate."""
    register = rows("camp-register.csv")
    made = [
        f"<h2>Ustrel · register of persons held · leaf {leaf + 1}</h2>"
        + table(register[leaf * 12 : leaf * 12 + 12])
        for leaf in range(3)
    ]
    made[-1] += f"<footer>{INVENTED}</footer>"
    style = "@page { size: A4 landscape; margin: 18mm } body { font: 11pt/1.3 Letter }"
    pdf = printed(made, "Register of persons held at Ustrel", style)
    for page in pdf.pages:
        height = page.mediabox[3]
        page.contents_add(f"q 0 1 -1 0 {height} 0 cm".encode(), prepend=True)
        page.contents_add(b"Q")
        page.mediabox = pikepdf.Array([0, 0, height, page.mediabox[2]])
        page.rotate(90, relative=False)
    save(pdf, path)


def minutes(path: Path) -> None:
    """Pages whose visible part (CropBox) does not begin at the corner of the sheet."""
    pdf = printed(sections("minutes-14-sept.txt"), "Minutes of the first meeting of the Committee")
    for page in pdf.pages:
        width, height = page.mediabox[2], page.mediabox[3]
        page.contents_add(b"q 1 0 0 1 60 80 cm", prepend=True)
        page.contents_add(b"Q")
        page.mediabox = pikepdf.Array([0, 0, width + 120, height + 160])
        page.cropbox = pikepdf.Array([60, 80, width + 60, height + 80])
    save(pdf, path)


def signals_summary(path: Path) -> None:
    """A file with object streams."""
    style = "body { font: 11pt/1.6 Machine }"
    pdf = printed(sections("signals-summary.txt"), "Summary of traffic", style)
    save(pdf, path, object_streams=True)


PLACES = {
    "Kessary": (560, 380), "Odremol": (250, 640), "Palisk": (600, 600), "Vinhart": (704, 380),
    "Ustrel": (860, 560), "Torvel": (430, 500), "Nemdol": (320, 380), "Yalmore": (390, 420),
    "Zastrel": (800, 490), "Old Fallow": (270, 480), "Ilse": (180, 520),
}  # fmt: skip


def siege_map(path: Path) -> None:
    """One A3 page of lines."""
    marks = "".join(
        f'<circle cx="{x}" cy="{y}" r="6"/><text x="{x + 9}" y="{y - 9}">{name}</text>'
        for name, (x, y) in PLACES.items()
    )
    drawing = (
        '<svg viewBox="0 0 1100 760" width="1100" height="760" font-family="Plain" font-size="17">'
        '<path d="M60 120 C 300 220 420 330 560 385 S 900 420 1060 640" fill="none" '
        'stroke="#3b6ea5" stroke-width="9"/>'
        '<path d="M90 700 L 250 640 L 600 600 L 1050 690" fill="none" stroke="#222" '
        'stroke-width="4" stroke-dasharray="14 6"/>'
        '<circle cx="570" cy="370" r="135" fill="none" stroke="#a33" stroke-width="4"/>'
        f"{marks}</svg>"
    )
    heading = "<h1>Lyrva Monitoring Mission · Sketch of the siege of Kessary, May 2018</h1>"
    note = f"<p>Blue: the river. Black: the railway. Red: the ring from 20 April. {INVENTED}</p>"
    style = "@page { size: A3 landscape; margin: 20mm } body { font: 14pt/1.4 Plain }"
    save(printed([heading + drawing + note], "Sketch of the siege of Kessary", style), path)


def autopsy_scan(path: Path) -> None:
    """Two page images, slightly askew and grainy, without a text layer."""
    with pikepdf.new() as pdf:
        for page in pages("autopsy-scan.txt"):
            data = pictures.scanned_sheet(page)
            added = pdf.add_blank_page(page_size=(595, 842))
            image = pikepdf.Stream(pdf, data)
            image.stream_dict = pikepdf.Dictionary(
                Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1000, Height=1414,
                ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
                Filter=pikepdf.Name.DCTDecode,
            )  # fmt: skip
            shown = added.add_resource(image, pikepdf.Name.XObject, pikepdf.Name.Scan)
            added.contents_add(f"q 595 0 0 842 0 0 cm {shown} Do Q".encode())
        save(pdf, path)


# --- other kinds ---------------------------------------------------------------------------


def medical_report(path: Path) -> None:
    """A Word document of two pages, packed with fixed dates."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Times New Roman"
    made.styles["Normal"].font.size = Pt(12)
    for number, page in enumerate(pages("medical-report.txt")):
        if number:
            made.add_page_break()
        for line in page:
            marks, _, words = line.partition(" ")
            if set(marks) == {"#"}:
                made.add_heading(words, level=len(marks))
            else:
                made.add_paragraph(line)
    made.add_paragraph(INVENTED)
    made.core_properties.author = "Town Hospital of Kessary"
    made.core_properties.created = made.core_properties.modified = datetime.datetime(2018, 5, 24)  # noqa: DTZ001
    data = io.BytesIO()
    made.save(data)
    with zipfile.ZipFile(data) as loose, zipfile.ZipFile(path, "w") as packed:
        for name in sorted(loose.namelist(), key=lambda name: (name[0] != "[", name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, loose.read(name))


def copy(name: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes((TEXTS / name).read_bytes())

    return make


EDGE = "@page { margin: 4mm 5mm } body { font: 15pt/2.6 Machine } p { margin: 0 0 6mm }"
EDGE += "section { height: 287mm; position: relative } "
EDGE += "p:last-of-type { position: absolute; bottom: 0 }"
EXHIBITS: dict[str, Callable[[Path], None]] = {
    "autopsy-scan.pdf": autopsy_scan,
    "camp-register.pdf": camp_register,
    "casualty-list.csv": copy("casualty-list.csv"),
    "crater-survey.csv": copy("crater-survey.csv"),
    "diary-en.pdf": plain("diary-en", "Diary of Nadija Oruvek (translation)"),
    "diary.pdf": plain("diary", "Щоденник Надії Орувек", lang="uk"),
    "directive-4.pdf": plain("directive-4", "Directive No. 4"),
    "embassy-note.pdf": plain("embassy-note", "Note verbale", "@page { size: letter }"),
    "fire-log.pdf": fire_log,
    "intercept-12-june.txt": copy("intercept-12-june.txt"),
    "medical-report.docx": medical_report,
    "minutes-14-sept.pdf": minutes,
    "monitor-report.pdf": plain("monitor-report", "Third Report of the Lyrva Monitoring Mission"),
    "order-31.pdf": plain("order-31", "Order No. 31"),
    "photo-brine-yard.jpg": pictures.photo_brine_yard,
    "photo-market.jpg": pictures.photo_market,
    "photo-station.png": pictures.photo_station,
    "plumb-line.pdf": plumb_line,
    "radio-log.pdf": plain("radio-log", "Radio log, command net", EDGE),
    "siege-map.pdf": siege_map,
    "signals-summary.pdf": signals_summary,
    "transport-log.pdf": transport_log,
}


def write_hashes() -> None:
    """Puts each file's SHA-256 after its `file:` line in the exhibit lists."""

    def hashed(found: re.Match[str]) -> str:
        digest = hashlib.sha256((MATTER / "exhibits" / found.group(2)).read_bytes()).hexdigest()
        return f"{found.group(1)}{digest}"

    for path in sorted((MATTER / "exhibits").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(    file: (\S+)\n    sha256: )\S*", hashed, text)
        path.write_text(text, encoding="utf-8")


def main() -> None:
    for name, make in EXHIBITS.items():
        make(FILES / name)
    pictures.chain_of_command(MATTER / "figures" / "chain-of-command.png")
    write_hashes()


if __name__ == "__main__":
    main()
