"""An indictment of which parts were kept from an earlier build is the one that is set at once."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from indictment.folder import MemoryFolder
from indictment.machine.cache import Cache
from indictment.pipeline.reading import check_folder
from indictment.render import pdf
from indictment.render.page import html
from indictment.render.page.lookup import shipped_file
from tests.unit.render.pdf_in_place import numbers_in_place, same
from tests.unit.resolve.building import FILES

pytestmark = pytest.mark.slow
COURT = "international"
HEAD = """\
title: The Prosecutor against Edric Tollan
short-title: Tollan
tribunal: The Harbour Tribunal
parties: {prosecution: The Prosecutor}
date: 2021-05-04
"""
ACCUSED = "---\nname: Edric Tollan\n---\n\n@tollan commanded the Harbour Guard.\n"
COUNT = """\
---
title: Pillage of store {number}
offence: pillage
defendants: [tollan]
modes: [commission]
period: 2019-03-02
places: [Calderhaven]
---
"""
LISTED = "exhibits:\n  ledger: {title: Ledger of the store, date: 2019-04-02, pages: 90}\n"


FORM = "templates/international/court.yaml"
PAGES = "facts, counts, annexes"


def form() -> str:
    """The shipped form, in which each count begins a page."""
    shipped = shipped_file(FORM)
    assert shipped is not None
    text = shipped.decode()
    assert PAGES in text
    return text.replace(PAGES, "facts, counts, count, annexes")


def sources(facts: list[str], counts: int = 3, each: int = 12) -> dict[str, str]:
    """A matter whose facts are these paragraphs, and with counts whose paragraphs refer to each other."""
    found = {
        FORM: form(),
        "matter.yaml": HEAD,
        "defendants/01-tollan.md": ACCUSED,
        "offences/pillage.yaml": FILES["offences/pillage.yaml"],
        "exhibits/exhibits.yaml": LISTED,
        "facts/01-granary.md": "---\ntitle: The store\n---\n\n" + "\n\n".join(facts) + "\n",
    }
    for number in range(1, counts + 1):
        paragraphs = [
            f"{{#c{number}-{n}}}\nOn 2 March 2019 @tollan took sack {n} from store {number}, as @c{number}-{max(1, n - 1)}"
            f" says [@ledger, p. {n}]. The sack was entered, weighed and carried to the quay on the same day."
            for n in range(1, each + 1)
        ]
        body = "\n\n".join(paragraphs)
        found[f"counts/{number:02}-store-{number}.md"] = f"{COUNT.format(number=number)}\n{body}\n"
    return found


def page(files: Mapping[str, str], errors: int = 0) -> str:
    folder = MemoryFolder({path: text.encode() for path, text in files.items()})
    indictment = check_folder(folder).indictment
    assert indictment is not None
    value = html.page(replace(indictment, draft_errors=errors), folder.read).value
    assert value is not None
    return value


def made(text: str, cache: Cache | None = None) -> pdf.PrintedIndictment:
    given = {"cache": cache} if cache else {}
    value = pdf.write(text, COURT, lambda path: None, **given).value
    assert value is not None
    return value


def at_once(text: str) -> pdf.PrintedIndictment:
    with numbers_in_place(in_parts=False):
        return made(text)


FACTS = [f"In week {n} the store held grain [@ledger, p. {n}]." for n in range(1, 63)]
"""With those of the accused and of three counts they are 99 paragraphs."""
CHANGES = {
    "a word of a count": (FACTS, 3),
    "a paragraph before the first": (["The store stood on the quay [@ledger].", *FACTS], 3),
    "a paragraph after the facts, so that there are a hundred": ([*FACTS, "It burned."], 3),
    "pages more": ([*FACTS, *("The store was watched by night and by day. " * 40,) * 8], 3),
    "a count less": (FACTS, 2),
}


NEW = {
    "a word of a count": 1,
    "a paragraph before the first": 3,
    "a paragraph after the facts, so that there are a hundred": 9,
    "pages more": 9,
    "a count less": 9,
}
"""How many parts may be set anew, of nine: those with other words (the list of exhibits says where each is cited),
and those in which a number has more digits or fewer."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("cache")
    text = page(sources(FACTS))
    assert '<span class="number">99.' in text
    assert '<span class="number">100.' not in text
    made(text, Cache(place))
    return place


def test_each_count_begins_a_page_where_the_court_says_so() -> None:
    text = page(sources(FACTS))
    first, *others = text.split('<section class="part count" data-page="new">')[1:]
    assert 'id="part-counts"' in first
    assert [one.lstrip().startswith("<h2") for one in others] == [True, True]


@pytest.mark.parametrize("change", CHANGES)
def test_kept_parts_and_new_ones_make_the_same_pages(change: str, before: Path) -> None:
    facts, counts = CHANGES[change]
    files = sources(facts, counts)
    if change == "a word of a count":
        files["counts/02-store-2.md"] = files["counts/02-store-2.md"].replace("quay", "bridge", 1)
    text = page(files)
    kept = made(text, Cache(before))
    assert kept.set_parts[0] <= NEW[change]
    same(kept, at_once(text))


def test_a_draft_says_on_each_page_how_many_errors_there_are(before: Path) -> None:
    text = page(sources(FACTS), errors=3)
    assert "DRAFT: 3 errors" in text
    kept = made(text, Cache(before))
    assert kept.set_parts[0] == 1, "it stands on the title page too"
    same(kept, at_once(text))
