"""Exhibits that are data rather than pages -> PDF: tables (CSV), text, drawings (SVG)."""

import base64
import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from indictment.machine.cache import Cache
from indictment.machine.confined import Died, Json, Limits, confined
from indictment.model.facts import ExhibitFacts
from indictment.render.bundle.setting import NEEDED_FOR, key, laid_out, written
from indictment.render.page.checking import without_origins
from indictment.render.page.environment import Origins, environment
from indictment.render.page.lookup import Load, TemplateFolder
from indictment.render.page.template_errors import run
from indictment.render.pdf.mended import library
from indictment.value import dataclass

Data = Literal["csv", "text", "svg"]

MOST_ROWS = 5_000
MOST_COLUMNS = 60
MOST_CHARACTERS = 1_500_000

_WIDE = 100
"""From this many characters in a row on, a table is set on landscape pages."""
_VERY_WIDE = 170
_LONG = 40
"""A cell of more characters does not make its column wider."""
_LIMITS = Limits(memory=2 << 30, cpu=120, wall=240)


@dataclass(frozen=True, slots=True)
class NotSet:
    """Why there are no pages, in a lawyer's words; `detail` is for the tool's own people."""

    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as the template sees it; `numeric` and `widths` (in per cent) go by column."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    widths: tuple[float, ...]
    wide: bool
    small: bool


def kind_of(facts: ExhibitFacts) -> Data | None:
    """Which kind of data the exhibit is; None where it is none."""
    if facts.form == "svg":
        return "svg"
    return facts.kind if facts.kind in ("csv", "text") else None


def as_pdf(
    kind: Data, data: bytes, title: str, language: str, court: str, load: Load, cache: Cache
) -> bytes | NotSet:
    """The pages of an exhibit that is data.

    Raises MissingLibrary where Pango is missing, TemplateFault where a template cannot run.
    """
    given: dict[str, Any] = {"title": title, "language": language}
    if kind == "svg":
        given["source"] = "data:image/svg+xml;base64," + base64.b64encode(data).decode()
        given["wide"] = _is_wide(data)
    else:
        text = _decoded(data)
        if len(text) > MOST_CHARACTERS:
            return NotSet(f"it is longer than {MOST_CHARACTERS:,} characters")
        if kind == "csv":
            table = _table(text)
            if isinstance(table, NotSet):
                return table
            given["table"] = table
        else:
            given["text"] = text
    template = f"bundle-{kind}.html"
    html = without_origins(
        run(environment(TemplateFolder(court, load), {}, Origins()), template, given)
    )
    name = f"set-{kind}-{key(html, court, load)}.pdf"
    made = cache.get(name) or _set(html, court, load, kind)
    if isinstance(made, bytes):
        cache.put(name, made)
    return made


def _set(html: str, court: str, load: Load, kind: str) -> bytes | NotSet:
    """The pages of the HTML; made in a child process, because a drawing may be made to do harm."""
    library.weasyprint(NEEDED_FOR)  # loaded here, so that no child has to load it again
    with TemporaryDirectory(prefix="indict-exhibit-") as folder:
        target = Path(folder) / "made.pdf"

        drawing = kind == "svg"

        def work() -> Json:
            document, said = laid_out(html, court, load, _DataOnly() if drawing else None)
            failed = [one for one in said if "image" in one.message]
            if drawing and failed:
                return {"reason": "it is damaged or cut off", "detail": "; ".join(failed[0].notes)}
            target.write_bytes(written(document, kind))
            return {}

        result = confined(work, _LIMITS)
        if isinstance(result, Died):
            words = "its pages could not be made in the time and memory that an exhibit has"
            return NotSet(words if result.reason != "crash" else "it is damaged", result.detail)
        if "reason" in result:
            return NotSet(result["reason"], result["detail"])
        return target.read_bytes()


def _is_wide(drawing: bytes) -> bool:
    """True if the drawing is wider than it is high, by its own words."""
    opening = re.search(rb"<(?:\w+:)?svg\b[^>]*>", drawing)
    words = opening[0].decode("utf-8", "replace") if opening else ""
    box = re.search(r"\bviewBox\s*=\s*[\"']([^\"']*)", words)
    numbers = re.findall(r"[-+.\de]+", box[1]) if box else []
    if len(numbers) != 4:
        numbers = ["0", "0", *re.findall(r"\b(?:width|height)\s*=\s*[\"']\s*([.\d]+)", words)]
    try:
        return float(numbers[2]) > float(numbers[3])
    except (ValueError, IndexError):
        return False


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = data.decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\f", "\n")


def _table(text: str) -> TableView | NotSet:
    first = text.lstrip("\n").partition("\n")[0]
    comma = max(",;\t|", key=first.count) if first else ","
    csv.field_size_limit(MOST_CHARACTERS)
    try:
        rows = [
            row for row in csv.reader(io.StringIO(text, newline=""), delimiter=comma) if any(row)
        ]
    except csv.Error as error:
        return NotSet("it is not a table that can be read", str(error))
    columns = max(map(len, rows), default=0)
    if len(rows) > MOST_ROWS or columns > MOST_COLUMNS:
        return NotSet(f"it is a table of {len(rows):,} rows and {columns} columns")
    if not rows:
        return NotSet("it is an empty table")
    full = [tuple(cell.strip() for cell in row) + ("",) * (columns - len(row)) for row in rows]
    needed = [min(max(max(len(row[i]) for row in full), 4), _LONG) for i in range(columns)]
    width = sum(needed)
    return TableView(
        head=full[0],
        rows=tuple(full[1:]),
        numeric=tuple(_numeric([row[i] for row in full[1:]]) for i in range(columns)),
        widths=tuple(round(100 * each / width, 2) for each in needed),
        wide=width > _WIDE,
        small=width > _VERY_WIDE,
    )


def _numeric(cells: Sequence[str]) -> bool:
    held = [cell for cell in cells if cell]
    return bool(held) and all(
        cell.strip("-+–%").replace(",", "").replace(".", "").isdigit() for cell in held
    )


class _DataOnly:
    """A fetcher that opens nothing but what stands in the page itself and our fonts."""

    def __new__(cls) -> Any:
        from indictment.render.pdf.fetcher import BASE, fetcher

        inner = fetcher(lambda path: None)
        plain = type(inner).fetch

        def fetch(self: Any, url: str, headers: object = None) -> Any:
            if url.startswith("data:image/svg+xml;base64,"):
                from weasyprint.urls import URLFetcherResponse

                data = base64.b64decode(url.partition(",")[2])
                return URLFetcherResponse(url, data, {"Content-Type": "image/svg+xml"})
            if not url.startswith(BASE + "templates/fonts/"):
                raise ValueError("a drawing shows only what stands in its own file")
            return plain(self, url, headers)

        return type("DataOnly", (type(inner),), {"fetch": fetch})()
