"""PDF files -> opened, and closed when all is done: qpdf does both without Python, so side by side."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pikepdf

from indictment.machine.threads import each


@contextmanager
def opened(files: Sequence[bytes | Path]) -> Iterator[list[pikepdf.Pdf]]:
    """The files, given by their bytes or where they lie, in their order; they stay open in the block.

    Raises what pikepdf.open raises.
    """
    found: dict[int, pikepdf.Pdf] = {}

    def open_one(at: int) -> None:
        file = files[at]
        found[at] = pikepdf.open(io.BytesIO(file) if isinstance(file, bytes) else file)

    try:
        each(open_one, range(len(files)))
        yield [found[at] for at in range(len(files))]
    finally:
        each(pikepdf.Pdf.close, found.values())
