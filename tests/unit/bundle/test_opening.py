"""Files of a bundle are opened side by side, given in their order, and closed."""

from pathlib import Path

import pikepdf
import pytest

from indictment.bundle.opening import opened
from tests.unit.bundle.making import saved, stranger


def test_they_come_in_their_order_from_memory_and_from_disk(tmp_path: Path) -> None:
    files: list[bytes | Path] = []
    for number in range(1, 10):
        content = saved(stranger(*[b""] * number))
        on_disk = tmp_path / f"{number}.pdf"
        on_disk.write_bytes(content)
        files.append(on_disk if number % 2 else content)
    with opened(files) as found:
        assert [len(one.pages) for one in found] == list(range(1, 10))


def test_one_that_cannot_be_opened_is_said_and_the_others_are_closed(tmp_path: Path) -> None:
    closed: list[object] = []
    close = pikepdf.Pdf.close

    def watched(one: pikepdf.Pdf) -> None:
        closed.append(one)
        close(one)

    good = [saved(stranger(b"")) for _ in range(3)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pikepdf.Pdf, "close", watched)
        with pytest.raises(pikepdf.PdfError), opened([*good, b"no PDF"]):
            pass
    assert len(closed) == len(good)
