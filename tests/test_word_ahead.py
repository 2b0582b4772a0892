"""A Word file that is written before the rules are through is the one that is written afterwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from indictment.machine.cache import Cache
from indictment.pipeline.documents import Documents, Printed
from indictment.pipeline.drafting import drafting
from indictment.pipeline.printing import Printing
from indictment.pipeline.reading import bind_folder
from indictment.render import pdf, word
from tests.test_drafting import folder

pytestmark = pytest.mark.slow


def told(stage: str, words: str) -> None:
    """Nobody listens."""


@contextmanager
def built(
    tmp_path: Path, *, errors: int = 0, begin: bool = True, wanted: tuple[str, ...] = ("docx",)
) -> Iterator[tuple[Printed, list[str]]]:
    """The Word file of a matter without errors of which so many were expected; the pages it was written of."""
    written: list[str] = []
    write: Callable[..., bytes] = word.write

    def watched(page: str, **named: Any) -> bytes:
        written.append(page)
        return write(page, **named)

    cache = Cache(tmp_path)
    bound = bind_folder(folder(), cache)
    assert bound.indictment is not None
    with pytest.MonkeyPatch.context() as patch, pdf.setters(1, early=1) as setters:
        patch.setattr(word, "write", watched)
        printing = Printing(folder(), cache, setters, told)
        documents = Documents(folder(), cache, bound.indictment, printing, told)
        with drafting(bound, folder(), cache, told, errors=errors) as draft:
            if begin:
                documents.begin(draft, wanted)
            checked, page = draft.settled()
        assert checked.errors == 0
        documents.indictment = replace(bound.indictment, draft_errors=0)
        made = documents.make(page, wanted)
        assert made is not None
        yield made["docx"], written


def test_it_is_written_once_and_as_it_would_be_afterwards(tmp_path: Path) -> None:
    with built(tmp_path / "ahead") as (file, written):
        assert len(written) == 1
    with built(tmp_path / "later", begin=False) as (later, _):
        assert later.content == file.content


def test_a_draft_with_other_errors_has_its_own(tmp_path: Path) -> None:
    with built(tmp_path / "ahead", errors=2) as (file, written):
        assert len(set(written)) == len(written), "what was written too early is of another draft"
    with built(tmp_path / "later", begin=False) as (later, _):
        assert later.content == file.content


def test_it_is_written_beside_the_pdf_too(tmp_path: Path) -> None:
    with built(tmp_path, wanted=("pdf", "docx")) as (_, written):
        assert len(written) == 1
