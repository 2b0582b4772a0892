"""What WeasyPrint may open: images of the matter and our fonts, nothing else, never the network."""

from typing import TYPE_CHECKING
from urllib.parse import unquote

from indictment.render.page.lookup import Load, shipped_file

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

BASE = "https://matter.invalid/"
"""Stands for the matter's root in addresses; the top-level domain leads nowhere (RFC 2606)."""

TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "ttf": "font/ttf",
    "otf": "font/otf",
}


def fetcher(load: Load) -> "URLFetcher":
    """A fetcher that opens files of the matter by `load`, or shipped ones, and refuses the rest."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class MatterFetcher(URLFetcher):  # type: ignore[misc]
        def __init__(self) -> None:
            # The parent's constructor would set up http, ftp and file access.
            self._fail_on_errors = False

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            path = unquote(url.removeprefix(BASE)) if url.startswith(BASE) else ""
            kind = TYPES.get(path.rpartition(".")[2].lower())
            if not kind:
                raise ValueError("only PNG and JPEG images of the matter are shown")
            data = load(path)
            if data is None:
                data = shipped_file(path)
            if data is None:
                raise ValueError("there is no such file in the matter")
            return URLFetcherResponse(url, data, {"Content-Type": kind})

    return MatterFetcher()
