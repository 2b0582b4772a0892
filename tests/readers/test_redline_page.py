"""redline.html in a real browser: seen, clicked and typed in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from indictment.render.redline.web import html
from tests.readers import devtools
from tests.readers.running import ReaderError
from tests.unit.compare.test_facts_of_a_redline import compared_files
from tests.unit.compare.versions import count
from tests.unit.render.redline_made import new_folder, redline

pytestmark = [pytest.mark.reader_chromium, pytest.mark.slow]

SAID = "document.getElementById('said').textContent"
SEEN = "(i => document.getElementById(i).getClientRects().length > 0)"
FOCUS = "document.activeElement.id"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("redline") / "redline.html"
    made = redline()
    renumbered = 'Annex\u00a0<span class="renumbered" data-was="C">B</span>: Elements'
    page = made.page.replace("Annex\u00a0B: Elements", renumbered)
    path.write_text(html(replace(made, page=page), new_folder().read), encoding="utf-8")
    return path


@pytest.fixture
def page(file: Path) -> Iterator[devtools.Page]:
    with devtools.opened(file) as page:
        yield page
        assert page.requests == [file.as_uri()], "it asked for something else than itself"
        assert page.said == [], "the console has something to say"


def seen(page: devtools.Page, anchor: str) -> bool:
    return bool(page.run(f"{SEEN}('{anchor}')"))


def draw_all(page: devtools.Page) -> None:
    """Let the browser draw the rows that are not in the window as well, so that their words can be read."""
    page.run(
        "(s => s.insertRule('.row-of-sides { content-visibility: visible !important }', s.cssRules.length))"
        "(document.styleSheets[0])"
    )


def test_it_begins_with_the_full_text_and_all_changes(page: devtools.Page) -> None:
    assert page.run(SAID) == "12 of 12 changes shown"
    assert all(seen(page, one) for one in ("x-office-tollan", "x-conflict", "was-x-guild"))
    style = "getComputedStyle(document.querySelector('#x-conflict {}')).textDecorationLine"
    assert page.run(style.format("ins")) == "underline"
    assert page.run(style.format("del")) == "line-through"


def test_views_are_switched_by_the_keyboard(page: devtools.Page) -> None:
    page.run("document.querySelector('input[name=view]:checked').focus()")
    page.press("ArrowRight")
    assert page.run("document.body.dataset.view") == "changes"
    assert seen(page, "x-conflict")
    assert seen(page, "x-granary"), "the heading above a change is shown"
    assert not seen(page, "x-office-tollan")
    assert not seen(page, "contents")
    page.press("ArrowRight")
    assert page.run("document.body.dataset.view") == "sides"
    assert not seen(page, "text")
    page.press("1")
    assert page.run("document.body.dataset.view") == "full"
    assert seen(page, "x-office-tollan")


def test_the_old_side_has_the_old_words_and_the_new_side_the_new(page: devtools.Page) -> None:
    page.press("3")
    draw_all(page)
    rows = page.run(
        "Array.from(document.querySelectorAll('.row-of-sides.differs'), r =>"
        " Array.from(r.children, c => c.innerText.replace(/\\s+/g, ' ').trim()))"
    )
    assert ["", "6. [inserted] The quay was lit at night."] in rows
    (conflict,) = [row for row in rows if "served some" in row[0]]
    assert conflict[0].startswith("3. From")
    assert "4,000 inhabitants" in conflict[0]
    assert conflict[1].startswith("5. From")
    assert "4,200 inhabitants" in conflict[1]
    assert "see also Order" in conflict[0]
    headings = page.run(
        "Array.from(document.querySelectorAll('.row-of-sides h1'), h => h.innerText)"
    )
    elements = [one for one in headings if "Elements of the offences" in one]
    assert [one.replace("\u00a0", " ")[:8] for one in elements] == ["Annex C:", "Annex B:"]
    (divided,) = [row for row in rows if "Comptroller of Customs since" in row[0]]
    assert "since 9 January 2017. She kept the keys" in divided[0]
    assert divided[1].endswith("2017.")
    (purpose,) = [row for row in rows if "private use" in row[0] and "conduct" in row[0]]
    assert "divided the price" in purpose[0]
    assert "Ledger, P003, l. 8" in purpose[0]
    assert "divided the price" not in purpose[1]
    assert "Ledger" not in purpose[1]
    boxes = page.run(
        "Array.from(document.querySelector('.row-of-sides.differs').children, c => c.getBoundingClientRect().toJSON())"
    )
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["right"] <= boxes[1]["x"] + 1


def test_n_and_p_go_from_change_to_change(page: devtools.Page) -> None:
    page.press("n")
    assert page.run(SAID) == "change 1 of 12: divided paragraph 2"
    assert page.run(FOCUS) == "x-office-casavant"
    page.press("j", "n")
    assert page.run(SAID) == "change 3 of 12: reworded paragraph 5 (was 3)"
    assert page.run(FOCUS) == "x-conflict"
    assert (
        page.run("document.querySelector('.list [aria-current]').getAttribute('href')")
        == "#x-conflict"
    )
    page.press("k")
    assert page.run(FOCUS) == "x-guild"
    page.press("p", "p")
    assert page.run(SAID).startswith("change 12 of 12")
    page.click("#next")
    assert page.run(SAID).startswith("change 1 of 12")
    page.press("3", "n", "n")
    place = "(b => b.top >= 0 && b.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())"
    assert page.run(place), "it is brought into the window"
    assert page.run("document.activeElement.innerText").count("4,200") == 1


def test_the_keys_can_be_turned_off(page: devtools.Page) -> None:
    page.click("#keys")
    page.press("n", "3")
    assert page.run(SAID) == "12 of 12 changes shown"
    assert page.run("document.body.dataset.view") == "full"


def test_what_is_filtered_out_looks_as_if_it_were_accepted(page: devtools.Page) -> None:
    words = "document.getElementById('x-conflict').innerText"
    assert "4,0004,200" in page.run(words)
    page.run("document.querySelector('input[value=changed]').focus()")
    page.press("Space")
    assert "some 4,200 inhabitants" in page.run(words)
    style = "getComputedStyle(document.querySelector('#x-conflict ins')).textDecorationLine"
    assert page.run(style) == "none"
    assert page.run(SAID) == "8 of 12 changes shown"
    assert page.run("document.querySelectorAll('.list li:not([hidden])').length") == 8
    page.press("n", "n", "n")
    assert page.run(FOCUS) == "x-quay", "what is filtered out is passed over"
    page.click("input[value=moved]")
    assert not seen(page, "was-x-guild")
    page.click("input[value=numbers]")
    assert page.run("document.querySelector('.old-number').getClientRects().length") == 0
    page.press("3")
    draw_all(page)
    row = "Array.from(document.querySelectorAll('.row-of-sides'), r => r.innerText).find(t => t.includes('served some'))"
    assert "4,000" not in page.run(row)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("part", "Count 1: Pillage", 4),
        ("author", "B. Osei", 4),
        ("count", "pillage", 4),
        ("accused", "casavant", 4),
        ("accused", "tollan", 3),
    ],
)
def test_only_one_count_author_or_accused(
    page: devtools.Page, name: str, value: str, shown: int
) -> None:
    page.run(
        f"(() => {{ const s = document.querySelector('select[name={name}]'); s.value = '{value}';"
        " s.dispatchEvent(new Event('change', {bubbles: true})) })()"
    )
    assert page.run(SAID) == f"{shown} of 12 changes shown"


def test_every_control_is_reached_by_tab_and_is_seen_to_be(page: devtools.Page) -> None:
    reached = []
    for _ in range(17):
        page.press("Tab")
        reached.append(
            page.run(
                "document.activeElement.name || document.activeElement.id || document.activeElement.className"
            )
        )
        outline = page.run("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", reached[-1]
    for wanted in (
        "skip",
        "view",
        "kind",
        "numbers",
        "part",
        "author",
        "count",
        "accused",
        "previous",
        "next",
        "keys",
    ):
        assert wanted in reached


def test_changes_of_a_real_comparison_are_found_by_count_and_accused(tmp_path: Path) -> None:
    """A paragraph of the statement of facts that pleads an element belongs to the count as well."""
    old = count(text="{#taken}\nThe grain was taken.\n", accused="[tollan, casavant]")
    new = count(
        "conduct: [taking]\nmodes: [commission]\nperiod: {from: 2019-03-02, to: 2019-03-18}\n",
        text='{#taken}\nThe grain was taken away.\n\n{#use elements="private-use" defendants="tollan"}\n'
        "He ate the bread.\n",
        accused="[tollan, casavant]",
    )
    path = tmp_path / "redline.html"
    path.write_text(html(compared_files(old, new), new_folder().read), encoding="utf-8")
    shown = (
        "Array.from(document.querySelectorAll('.list li:not([hidden])'), e => e.textContent.trim())"
    )
    choose = (
        "(() => {{ const s = document.querySelector('select[name={}]'); s.value = '{}';"
        " s.dispatchEvent(new Event('change', {{bubbles: true}})) }})()"
    )
    with devtools.opened(path) as page:
        page.run(choose.format("count", "pillage"))
        of_count = page.run(shown)
        assert any("paragraph 2" in one for one in of_count)
        assert sum("charge" in one for one in of_count) == 1
        page.run(choose.format("accused", "casavant"))
        assert not any("paragraph 2" in one for one in page.run(shown)), "it is pleaded against one"
        assert any("paragraph 1" in one for one in page.run(shown)), "and this against both"
        page.run(choose.format("accused", "tollan"))
        assert any("paragraph 2" in one for one in page.run(shown))


def test_links_of_the_text_lead_on_in_every_view(page: devtools.Page) -> None:
    page.press("2")
    page.run("document.querySelector('#x-purpose a.ref[href=\"#x-removal\"]').click()")
    assert page.run("location.hash") == "#x-removal"
    assert seen(page, "x-removal"), "what changes only leaves out is shown in the full text"
    page.press("3")
    page.run("document.querySelector('#sides .side-new a.ref[href=\"#x-removal\"]').click()")
    assert "removed 312 sacks" in page.run("document.activeElement.innerText")


@pytest.mark.parametrize("keys", ["1", "2", "3"])
@pytest.mark.parametrize(("width", "scale"), [(360, 1), (1280, 2)])
def test_no_view_is_wider_than_a_phone_or_a_window_at_twice_the_size(
    page: devtools.Page, keys: str, width: int, scale: float
) -> None:
    page.window(width, 800, scale)
    page.press(keys)
    assert page.run(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"
    )


def test_without_scripts_it_is_the_full_text_and_the_schedule(file: Path) -> None:
    with devtools.opened(file, scripts=False) as page:

        def box(selector: str) -> bool:
            root = page.call("DOM.getDocument")["root"]["nodeId"]
            found = page.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
            try:
                page.call("DOM.getBoxModel", nodeId=found)
            except ReaderError:
                return False
            return True

        assert box("#x-office-tollan")
        assert box("#was-x-guild")
        assert box("#redline-amendments")
        assert box("nav.list a")
        assert not box(".controls")
        assert not box("#sides")


def test_it_is_printed_without_its_controls(page: devtools.Page, tmp_path: Path) -> None:
    printed = pypdf.PdfReader(page.printed(tmp_path / "printed.pdf"))
    words = " ".join(" ".join(one.extract_text() for one in printed.pages).split())
    assert "served some 4,0004,200 inhabitants" in words
    assert "Schedule of amendments" in words
    assert "Next change" not in words
    page.press("2")
    shorter = pypdf.PdfReader(page.printed(tmp_path / "changes.pdf"))
    assert len(shorter.pages) < len(printed.pages)
