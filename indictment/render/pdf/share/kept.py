"""Parts of the page that were set before: how they were laid out, and their PDFs.

Both are kept by a digest of all that they depend on: the part's HTML, the style sheets, images and
fonts, the programs with their versions, and for the PDF its place in the whole. A part of which there
was something to say is not kept, because what is said names lines of files that may move.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import field
from hashlib import sha256
from html import unescape
from urllib.parse import unquote, urljoin

from indictment.machine.cache import Cache
from indictment.render.page.lookup import Load, shipped_file
from indictment.render.pdf.fetcher import BASE
from indictment.render.pdf.laid_out import LaidOut, Placed, SetBefore, SetPart
from indictment.render.pdf.programs import programs
from indictment.render.pdf.share import kept_pages
from indictment.render.pdf.style import Style
from indictment.value import dataclass

_ID = re.compile(r'\bid="([^"]*)"')
_IMAGE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"')
_URL = re.compile(r"""url\(\s*["']?([^"')]*)""")


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of the parts of one page: `sheet` is its style sheet, `load` gives files of the matter."""

    cache: Cache
    load: Load
    setting: str
    """A digest of what is the same for all parts."""
    bare: bool = False
    """True where nothing of a part depends on the numbers of its pages, because its running lines are set by themselves."""
    _known: dict[str, str] = field(default_factory=dict)
    """The digest of each part that was asked for, by its HTML."""

    @staticmethod
    def of(cache: Cache, sheet: Style, load: Load, *, is_redline: bool) -> "Kept":
        """What `cache` keeps of pages with this style sheet."""
        if cache.folder is None:
            return Kept(cache, load, "")
        addresses = [urljoin(BASE + sheet.path, url) for url in _URL.findall(sheet.text)]
        same = [programs(), sheet.path, sheet.text, str(is_redline), *_files(addresses, load)]
        return Kept(cache, load, _digest(*same))

    def style_is_good(self) -> bool:
        """True where nothing was to be said of the style sheet."""
        return self.cache.get(f"style-{self.setting}") is not None

    def keep_style(self) -> None:
        """Nothing is to be said of the style sheet."""
        self.cache.put(f"style-{self.setting}", b"")

    def is_even(self) -> bool:
        """False where it is known that digits are not as wide as one another."""
        return self.cache.get(f"uneven-{self.setting}") is None

    def keep_uneven(self) -> None:
        """Digits are not as wide as one another."""
        self.cache.put(f"uneven-{self.setting}", b"")

    def can_run_apart(self) -> bool:
        """False where it is known that running lines cannot be set by themselves."""
        return self.cache.get(f"within-{self.setting}") is None

    def keep_run_within(self) -> None:
        """Running lines cannot be set by themselves."""
        self.cache.put(f"within-{self.setting}", b"")

    def running(self, html: str) -> bytes | None:
        """The piece of the running lines in `html`; None where it is not kept."""
        return self.cache.used(f"part-{_digest(self.setting, html)}.lines")

    def keep_running(self, html: str, content: bytes) -> None:
        """Keep the piece of the running lines in `html`."""
        self.cache.put(f"part-{_digest(self.setting, html)}.lines", content)

    def layout(self, html: str) -> LaidOut | None:
        """How the part `html` was laid out; None where that is not known."""
        held = self.cache.used(f"layout-{self._of(html)}.json")
        with suppress(ValueError, TypeError, KeyError):
            known = json.loads(held or b"")
            return LaidOut(known["pages"], known["anchors"], known["even"])
        return None

    def keep_layout(self, html: str, laid_out: LaidOut) -> None:
        """Keep how the part `html` was laid out."""
        held = {
            "pages": laid_out.page_count,
            "anchors": dict(laid_out.anchors),
            "even": laid_out.is_even,
        }
        self.cache.put(f"layout-{self._of(html)}.json", json.dumps(held).encode())

    def finished(
        self, html: str, placed: Placed, notes: tuple[str, ...], pages: int
    ) -> SetPart | None:
        """The PDF of the part `html` of so many pages at its place; None where it was not kept."""
        for is_tied in (False, True):
            held = self.cache.used(self._at(html, placed, notes, pages, is_tied=is_tied))
            if held is not None:
                return SetPart(held, notes, (), is_tied)
        return None

    def is_same(
        self, html: str, guessed: Placed, placed: Placed, part: SetPart, pages: int
    ) -> bool:
        """True if a part that was set for one place is the one for another."""
        names = {
            self._at(html, one, part.notes, pages, is_tied=part.is_tied)
            for one in (guessed, placed)
        }
        return len(names) == 1

    def keep(self, html: str, placed: Placed, part: SetPart, pages: int) -> None:
        """Keep the PDF of a part of so many pages, unless there is something to say about it."""
        if not part.diagnostics:
            name = self._at(html, placed, part.notes, pages, is_tied=part.is_tied)
            self.cache.put(name, part.content)

    def keep_before(self, html: str, placed: Placed, part: SetPart) -> None:
        """Keep how the pages of a part were set, as those of the part of its name that was set last."""
        name = self._at(html, placed, part.notes, len(part.pages), is_tied=part.is_tied)
        self.cache.put(self._before(html), kept_pages.packed(name, html, placed, part.pages))

    def before(self, html: str) -> SetBefore | None:
        """The part of the same name as `html` that was set last; None where it is not known."""
        held = self.cache.used(self._before(html)) or b""
        with suppress(ValueError, TypeError):
            return kept_pages.unpacked(held, self.cache.used)
        return None

    def _before(self, html: str) -> str:
        """What the pages of a part are kept under: its first anchor that is not made of numbers."""
        names = (one for one in _ID.findall(html) if not one.startswith("own-"))
        return f"pages-{_digest(self.setting, next(names, ''))}"

    def _of(self, html: str) -> str:
        if html not in self._known:
            addresses = [urljoin(BASE, unescape(path)) for path in _IMAGE.findall(html)]
            self._known[html] = _digest(self.setting, html, *_files(addresses, self.load))
        return self._known[html]

    def _at(
        self, html: str, placed: Placed, notes: tuple[str, ...], pages: int, *, is_tied: bool
    ) -> str:
        """What a part is kept under: by its page numbers, if it is tied to them; else by their length, if they are on it."""
        own = range(placed.before + 1, placed.before + pages + 1)
        numbers = [] if self.bare else [placed.total, *own]
        of_pages = numbers if is_tied else [len(str(number)) for number in numbers]
        where = [is_tied, of_pages, sorted(placed.elsewhere), notes]
        return f"part-{_digest(self._of(html), json.dumps(where))}.piece"


def _files(addresses: list[str], load: Load) -> Iterator[str]:
    """The content of the files at these addresses, as `fetcher` opens them."""
    for address in sorted(set(addresses)):
        path = unquote(address.removeprefix(BASE))
        data = load(path)
        if data is None:
            data = shipped_file(path)
        yield f"{path} {sha256(data or b'').hexdigest()}"


def _digest(*texts: str) -> str:
    found = sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(data) + data)
    return found.hexdigest()
