"""The style sheets of a part, read: ours, the court's, and that of a redline's marks."""

from importlib.resources import files
from typing import Any

from indictment.render.pdf import style
from indictment.render.pdf.fetcher import BASE
from indictment.render.pdf.setting import log
from indictment.render.pdf.style import Style


class Sheets:
    """The style sheets that parts are set with, with the court's `sheet`: `every` in their order, their
    `fonts`; whether they count by themselves, and what there is to say about them.

    `access` opens addresses (`fetcher`), `library` is WeasyPrint.
    """

    def __init__(self, library: Any, sheet: Style, access: Any, *, is_redline: bool) -> None:
        from weasyprint.text.fonts import FontConfiguration

        self._library, self._access = library, access
        self.counts = style.counts(sheet)
        self.fonts = FontConfiguration()
        with log.listening() as said:
            base = self._read(shipped("mechanics.css"), BASE)
            marks = [self._read(shipped("redline.css"), BASE)] if is_redline else []
            assert not said, said
            own = self._read(sheet.text, BASE + sheet.path)
        self.every = [base, own, *marks]
        self.said = tuple(log.of_style(said, sheet.path))

    def _read(self, text: str, base_url: str) -> Any:
        return self._library.CSS(
            string=text, base_url=base_url, url_fetcher=self._access, font_config=self.fonts
        )


def shipped(name: str) -> str:
    """A file of ours."""
    return files(__package__).joinpath(name).read_text("utf-8")
