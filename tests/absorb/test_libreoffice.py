"""What LibreOffice makes of the document, its own tracked changes, come back into the sources."""

from pathlib import Path

import pytest

from indictment.pipeline import absorbing
from indictment.pipeline.absorbed import Absorbed
from tests.absorb.drawing import drawn
from tests.absorb.matters import exported, silently_lost
from tests.readers.libreoffice_edits import (
    Comment,
    Delete,
    DeleteParagraph,
    Footnote,
    Insert,
    Italic,
    Split,
    edited_by_libreoffice,
)

pytestmark = [pytest.mark.reader_libreoffice, pytest.mark.slow]


def back(
    data: bytes, tmp_path: Path, *steps: object, tracked: bool = True
) -> tuple[Absorbed, bytes]:
    path = tmp_path / "in.docx"
    path.write_bytes(data)
    made = edited_by_libreoffice(path, steps, "Ann Lee", tmp_path, tracked=tracked)  # type: ignore[arg-type]
    saved = made.read_bytes()
    return absorbing.absorbed(exported("small").root, saved), saved


def changed(found: Absorbed) -> list[str]:
    """The lines that the patches take out and put in."""
    lines = [line for one in found.landed for line in one.patch.splitlines()]
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_opened_and_saved_nothing_changes(tmp_path: Path) -> None:
    found, _ = back(exported("small").data, tmp_path)
    assert not found.is_refused
    assert found.landed == ()


@pytest.mark.parametrize("tracked", [True, False])
def test_edits_made_in_libreoffice(tmp_path: Path, tracked: bool) -> None:
    found, saved = back(
        exported("small").data, tmp_path,
        Insert("removed 312 sacks of wheat", " and flour"), Delete("belonged to the "),
        Footnote("She kept the keys", "Testimony of the porter."), Italic("spoiled"),
        Split("in the territory over which the Tribunal has jurisdiction."),
        tracked=tracked,
    )  # fmt: skip
    assert not found.is_refused, (found.missed, found.refused, found.diagnostics)
    assert [one.author for one in found.landed] == (["Ann Lee"] if tracked else ["untracked"])
    assert found.conflicts == ()
    text = "\n".join(changed(found))
    assert "312 sacks of wheat and flour from" in text
    assert "^[Testimony of the porter.]" in text
    assert '"*spoiled*"' in text
    assert silently_lost(exported("small"), saved, found) == ([], [])


def test_a_paragraph_taken_out_and_a_comment(tmp_path: Path) -> None:
    found, _ = back(
        exported("small").data, tmp_path,
        DeleteParagraph("They sold it at Osterey"), Comment("the keys and the ledger", "Which one?"),
    )  # fmt: skip
    assert not found.is_refused, (found.missed, found.refused, found.diagnostics)
    text = "\n".join(changed(found))
    assert "-By the conduct described in @removal" in text
    assert "+<!-- note (Ann Lee" in text
    assert "): Which one? -->" in text


@pytest.mark.parametrize("seed", range(0, 24, 3))
def test_drawn_edits_after_a_save_in_libreoffice(tmp_path: Path, seed: int) -> None:
    made = drawn(exported("small"), seed)
    found, saved = back(made.data, tmp_path)
    if found.is_refused:
        assert found.diagnostics or found.missed, found.refused
        return
    assert silently_lost(exported("small"), saved, found) == ([], []), made.done
