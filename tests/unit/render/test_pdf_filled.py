"""Pages that got their digits for a place that was foretold: taken where it is the one, else filled anew."""

from dataclasses import replace

import pytest

from indictment.machine.cache import Cache
from indictment.render.pdf.bound import binding
from indictment.render.pdf.bound.filled import FilledPages, Finished
from indictment.render.pdf.divide.parts import Part
from indictment.render.pdf.laid_out import Placed, SetPart
from indictment.render.pdf.share.fetched import Fetched
from indictment.render.pdf.share.kept import Kept
from tests.unit.render.test_pdf_sliced import BEFORE, TOTAL, body, page, piece

pytestmark = pytest.mark.slow


class Counting(Cache):
    """Keeps nothing, and counts what is made."""

    def __init__(self) -> None:
        super().__init__(None)
        self.made_names: list[str] = []

    def made(self, name: str, make):  # type: ignore[no-untyped-def]
        self.made_names.append(name.rpartition(".")[2])
        return make()


@pytest.fixture(scope="module")
def finished() -> Finished:
    return piece(page(body(98)))[1]


def foretold(one: Finished, before: int, total: int) -> Finished:
    pages = FilledPages(one.content, one.numbers, before, total)
    pages.fill(Cache(None))
    return replace(one, foretold=pages)


def test_at_the_place_that_was_foretold_they_are_not_filled_again(finished: Finished) -> None:
    cache = Counting()
    bound = binding.bind_alone(foretold(finished, BEFORE, TOTAL), BEFORE, TOTAL, cache)
    assert bound == binding.bind_alone(finished, BEFORE, TOTAL)
    assert "pages" not in cache.made_names


@pytest.mark.parametrize(("before", "total"), [(BEFORE + 1, TOTAL), (BEFORE, TOTAL + 1)])
def test_at_another_place_they_are_filled_anew(finished: Finished, before: int, total: int) -> None:
    cache = Counting()
    bound = binding.bind_alone(foretold(finished, BEFORE, TOTAL), before, total, cache)
    assert bound == binding.bind_alone(finished, before, total)
    assert bound != binding.bind_alone(finished, BEFORE, TOTAL)
    assert "pages" in cache.made_names


def test_with_other_numbers_they_are_filled_anew(finished: Finished) -> None:
    others = [str(int(one) + 1) if one.isdecimal() else one for one in finished.numbers]
    moved = replace(foretold(finished, BEFORE, TOTAL), numbers=others)
    bound = binding.bind_alone(moved, BEFORE, TOTAL)
    assert bound == binding.bind_alone(replace(finished, numbers=others), BEFORE, TOTAL)


def test_a_part_that_was_read_for_another_place_is_not_taken(tmp_path, finished: Finished) -> None:  # type: ignore[no-untyped-def]
    html = '<html><body><p id="x-one">One.</p></body></html>'
    kept = Kept(Cache(tmp_path), lambda path: None, "all the same")
    there = Placed(0, 8, 90, (), finished.numbers)
    kept.keep(html, there, SetPart(finished.content, (), ()), 1)
    fetched = Fetched(kept, [Part(html, (), ())], [html], is_bound=True)
    fetched.fetch({0: there}, {0: 1})
    assert fetched.numbers == {0}
    known = fetched.finished(there, 1)
    assert known is not None
    assert known.content == finished.content
    assert list(fetched.filled) == [0]
    assert fetched.finished(replace(there, before=9), 1) is None
    assert fetched.filled == {}
