"""A redline -> the files in build/: as a page, PDF, Word file, and its schedule of amendments."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from indictment.diagnostics import Diagnostic
from indictment.folder import Folder
from indictment.folder.output import Output
from indictment.machine.cache import cache_of
from indictment.machine.scratch import scratch
from indictment.model.redline import Redline
from indictment.pipeline.documents import Documents, Printed
from indictment.pipeline.files import Made, called, made_before
from indictment.pipeline.hiring import setters_for
from indictment.pipeline.printing import Printing
from indictment.pipeline.reading import Progress
from indictment.value import dataclass

FILES: Mapping[str, str] = {
    "html": "redline.html",
    "pdf": "redline.pdf",
    "docx": "redline.docx",
    "xlsx": "schedule.xlsx",
    "markdown": "schedule.md",
}
"""What can be written, and how it is called."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written (none where one of them could not be), and what is to be said.

    `older` are redlines and schedules in the same folder that earlier comparisons made.
    """

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...]
    folder: Path
    older: tuple[str, ...] = ()


def write(
    root: Path, redline: Redline, files: Folder, outputs: Sequence[str], progress: Progress
) -> Written:
    """Write `outputs` (keys of FILES) into build/ of the matter in `root`: all, or none.

    `files` are those from which the redline is drawn. Raises Busy and Unwritable (folder.output)
    and MissingLibrary.
    """
    redline = _by_amendment(redline)
    drawn = [kind for kind in ("pdf", "docx") if kind in outputs]
    with Output(root / "build") as output, scratch(), setters_for(drawn, cache_of(root)) as setters:
        printed: dict[str, Printed] = {}
        said: list[Diagnostic] = []
        for kind, make in _written(redline, files).items():
            if kind in outputs:
                began = time.monotonic()
                printed[kind] = Printed(make(), None, time.monotonic() - began)
        if drawn:
            printing = Printing(files, cache_of(root), setters, progress)
            documents = Documents(files, cache_of(root), redline.after, printing, progress)
            page, in_word = _bound(redline, files, documents)
            made = documents.drawn(page, drawn, {}, in_word) if page else None
            said += documents.said
            if made is None:
                return Written((), tuple(said), output.target)
            printed.update(made)
        named = {_name(redline, kind): printed[kind] for kind in FILES if kind in printed}
        progress("write", "")
        output.put({name: file.content for name, file in named.items()})
        sizes = (Made(n, len(f.content), f.pages, f.seconds) for n, f in named.items())
        older = made_before(output.target, FILES.values(), named)
        return Written(tuple(sizes), tuple(said), output.target, older)


def as_html(redline: Redline, files: Folder) -> bytes:
    """What `write` would put into redline.html."""
    return _written(_by_amendment(redline), files)["html"]()


def _written(redline: Redline, files: Folder) -> Mapping[str, Callable[[], bytes]]:
    """How each file is made that needs no more than the redline; each loads what it needs."""

    def html() -> bytes:
        from indictment.render.redline import web

        return web.html(redline, files.read).encode()

    def xlsx() -> bytes:
        from indictment.render.redline import workbook

        return workbook.workbook(redline)

    def markdown() -> bytes:
        from indictment.render.redline import markdown

        return markdown.markdown(redline).encode()

    return {"html": html, "xlsx": xlsx, "markdown": markdown}


def _by_amendment(redline: Redline) -> Redline:
    """The redline in the colours of its amendment, or with its number, where the form asks for it."""
    shown, ordinal = (
        redline.after.court.amendment_colours,
        redline.after.matter.caption.version.ordinal,
    )
    if shown == "none" or not ordinal:
        return redline
    from indictment.render.redline.amendment import marked_by_amendment

    return replace(redline, page=marked_by_amendment(redline.page, ordinal, code=shown == "code"))


def _bound(redline: Redline, files: Folder, documents: Documents) -> tuple[str, str]:
    """The page with marks between its cover and the schedule, and the same for Word, without the
    cover: accepted, it begins as the new version does. Both are "" where a template cannot run.
    """
    from indictment.render.redline import annex, views

    old, new = (views.counted(redline.page, side).sha256 for side in ("old", "new"))
    cover = annex.cover(redline, files.read, (old, new))
    behind_cover = annex.annex(redline, files.read, (old, new), has_cover=True)
    alone = annex.annex(redline, files.read, (old, new))
    # the two are written by one template, which says each of its faults once
    documents.said += dict.fromkeys(
        (*cover.diagnostics, *behind_cover.diagnostics, *alone.diagnostics)
    )
    if cover.value is None or behind_cover.value is None or alone.value is None:
        return "", ""
    return (
        annex.bound(redline.page, cover.value, behind_cover.value),
        annex.bound(redline.page, "", alone.value),
    )


def _name(redline: Redline, kind: str) -> str:
    """The file's name; it says so where one of the versions may not be published."""
    return called(FILES[kind], is_secret=redline.before.confidential or redline.after.confidential)
