"""`indict serve` in a real browser: read, edited, broken, clicked and typed in."""

import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.built import GOLDEN, copied
from tests.readers.preview import Preview, chromium, previewed, until
from tests.repositories import Repo, repo

pytestmark = [pytest.mark.reader_chromium, pytest.mark.slow]

COUNT, FACTS = "counts/01-pillage.md", "facts/01-granary.md"
NIGHTS = 40
"""Paragraphs that are added, so that there are pages to scroll through."""

TEXT = "Array.from(document.querySelectorAll('.block'), b => b.textContent).join(' ')"
BAR = "(b => b.hidden ? '' : b.textContent)(document.getElementById('bar'))"
IN_WINDOW = """(() => {
  const top = document.getElementById('top').getBoundingClientRect().bottom;
  for (const block of document.querySelectorAll('.block[id]')) {
    const y = block.getBoundingClientRect().top - top;
    if (y >= 0) return [block.id, Math.round(y)];
  }
})()"""
NUMBER = "fetch('state').then(a => a.json()).then(s => s.state.isCurrent ? s.state.number : 0)"
"""The number of the state, 0 while pages are being set."""
WIDTH = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def lengthened(root: Path) -> Path:
    nights = "\n".join(
        f'{{#night-{n} elements="pillage:armed-conflict"}}\n'
        "The guards of the quay walked from the Granary to the chain and back, "
        "wrote what they saw into the book of the watch, and gave the book to those who came after them [@photo-granary].\n"
        for n in range(1, NIGHTS + 1)
    )
    path = root / FACTS
    path.write_text(f"{path.read_text('utf-8')}\n{nights}", "utf-8")
    return root


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def preview(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    place = tmp_path_factory.mktemp("preview")
    root = lengthened(copied(GOLDEN / "small", place / "matter"))
    script = place / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        f"pathlib.Path({str(place / 'opened')!r}).write_text(' '.join(sys.argv[1:]))\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        repo(root, patch).commit("As it was filed")
        command = f"'{sys.executable}' '{script}' {{file}} {{line}}"
        with previewed(browser, root, "--editor", command) as one:
            yield one
            outside = {urlsplit(url).netloc for url in one.requests}
            assert outside == {urlsplit(one.address).netloc}, "it asked another host"
            assert one.said == [], "the console has something to say"


@pytest.fixture
def page(preview: Preview) -> Iterator[Page]:
    before = {file: (preview.root / file).read_text("utf-8") for file in (COUNT, FACTS)}
    page = preview.opened()
    yield page
    number = page.evaluate(NUMBER)
    changed = {f: x for f, x in before.items() if (preview.root / f).read_text("utf-8") != x}
    for file, text in changed.items():
        (preview.root / file).write_text(text, "utf-8")
    if changed:  # the next test begins with pages that are at rest
        until(page, f"{NUMBER}.then(n => n > {number})")
    page.close()


def go(page: Page, anchor: str, offset: int = 40) -> None:
    """Scroll so that a paragraph stands so many pixels under the head."""
    until(page, f"document.getElementById('{anchor}')")
    page.evaluate(
        f"scrollBy(0, document.getElementById('{anchor}').getBoundingClientRect().top"
        f" - document.getElementById('top').getBoundingClientRect().bottom - {offset})"
    )
    page.wait_for_timeout(150)


def test_an_edit_is_seen_in_its_paragraph(preview: Preview, page: Page) -> None:
    go(page, "x-purpose")
    sheet = "document.getElementById('x-purpose').closest('.sheet')"
    before = until(page, f"{sheet}.dataset.shown")
    preview.replace(COUNT, "They sold it at Osterey", "They sold it in the port of Osterey")
    until(
        page, "document.getElementById('x-purpose')?.textContent.includes('in the port of Osterey')"
    )
    assert until(page, f"{sheet}.dataset.shown != '{before}' && {sheet}.dataset.shown")
    assert page.evaluate(BAR) == ""


def test_the_words_stand_where_the_picture_has_them(page: Page) -> None:
    go(page, "x-purpose")
    box = page.evaluate(
        "(() => { const s = document.getElementById('x-purpose').lastElementChild;"
        " const b = s.getBoundingClientRect(), p = s.closest('.paper').getBoundingClientRect();"
        " return [(b.left - p.left) / p.width, (b.right - p.left) / p.width] })()"
    )
    # In from the left edge of the text, and not out of the right margin (70.9 of 595.3 points).
    assert 0.11 < box[0] < box[1] < 0.89
    picked = page.evaluate(
        "(() => { getSelection().selectAllChildren(document.getElementById('x-purpose'));"
        " const said = getSelection().toString(); getSelection().removeAllRanges(); return said })()"
    )
    assert "both intended to appropriate the grain" in " ".join(picked.split())


def test_a_file_that_is_broken_leaves_the_last_good_pages(preview: Preview, page: Page) -> None:
    go(page, "x-purpose")
    pages = page.evaluate("document.querySelectorAll('.sheet').length")
    preview.replace(COUNT, "described in @removal, and", "described in @removall, and")
    until(page, f"{BAR}.includes('last good state')")
    mark = page.locator(".mark[data-of='x-purpose'][data-severity='error']")
    mark.wait_for()
    assert page.locator("#faults").inner_text() == "1 error"
    assert page.evaluate("document.querySelectorAll('.sheet').length") == pages
    mark.click()
    entry = page.locator("#pane .fault[data-severity='error']")
    assert "XRF001" in entry.inner_text()
    assert "removall" in page.locator("#pane .more mark").inner_text()
    assert f"{COUNT}:29" in page.locator("#pane .opens").inner_text()
    preview.replace(COUNT, "@removall", "@removal")
    until(
        page, f"{BAR} === '' && document.getElementById('faults').textContent.includes('Nothing')"
    )
    assert page.locator(".mark").count() == 0


def test_a_rule_that_is_broken_is_said_beside_pages_that_are_new(
    preview: Preview, page: Page
) -> None:
    preview.replace(COUNT, "[@order-14, p. 2]", "[@order-14, p. 9]")
    until(page, "document.getElementById('faults').textContent === '1 error'")
    until(page, f"{TEXT}.includes('DRAFT')")
    assert page.evaluate(BAR) == ""


def test_a_citation_opens_the_exhibit_at_its_page(page: Page) -> None:
    until(page, "document.querySelector('a[data-exhibit=order-14][data-page=\"2\"]')")
    page.locator("a[data-exhibit='order-14'][data-page='2']").first.click()
    until(page, "document.getElementById('exhibit-page')?.dataset.page === '2'")
    assert page.locator("#pane-title").inner_text().startswith("P001: Order No.\xa014")
    assert page.locator("#page-at").inner_text() == "Page 2 of 2"
    until(page, "document.querySelector('#exhibit-page img')?.naturalWidth > 300")
    page.locator("#page-before").click()
    until(page, "document.getElementById('exhibit-page').dataset.page === '1'")
    page.keyboard.press("ArrowRight")
    until(page, "document.getElementById('exhibit-page').dataset.page === '2'")
    page.keyboard.press("Escape")
    assert page.locator("#pane").is_hidden()
    assert page.evaluate("document.activeElement.dataset.exhibit") == "order-14"


def test_an_exhibit_can_be_enlarged(page: Page) -> None:
    until(page, "document.querySelector('a[data-exhibit=order-14]')")
    page.locator("a[data-exhibit='order-14']").first.click()
    wide = "document.querySelector('#exhibit-page img')?.getBoundingClientRect().width"
    before = until(page, wide)
    page.keyboard.press("+")
    until(page, f"{wide} > {before * 1.2}")
    page.keyboard.press("0")
    until(page, f"Math.abs({wide} - {before}) < 1")
    assert page.evaluate(WIDTH)


def test_an_exhibit_without_a_page_says_what_is_known(page: Page) -> None:
    until(page, "document.querySelector('a[data-exhibit=ledger]')")
    page.locator("a[data-exhibit='ledger']").first.click()
    page.locator("#pane .why").wait_for()
    assert "no page to show" in page.locator("#pane .why").inner_text()
    assert "shelf 3" in page.locator("#pane .known").inner_text()


def test_a_reference_leads_to_its_paragraph(page: Page) -> None:
    until(page, "document.querySelector('#x-purpose a[href=\"#x-removal\"]')")
    page.locator("#x-purpose a[href='#x-removal']").click()
    until(page, "document.activeElement.id === 'x-removal'")
    assert page.evaluate(IN_WINDOW)[0] == "x-removal"


def test_the_reader_stays_at_the_paragraph_when_more_is_written_before_it(
    preview: Preview, page: Page
) -> None:
    go(page, "x-night-30", offset=25)
    anchor, y = page.evaluate(IN_WINDOW)
    assert anchor == "x-night-30"
    scrolled = page.evaluate("scrollY")
    more = "\n".join("A paragraph that was not there before.\n" for _ in range(12))
    preview.replace(FACTS, "{#night-3 ", f"{more}\n{{#night-3 ")
    until(page, f"{TEXT}.includes('that was not there before')")
    page.wait_for_timeout(300)
    now, z = page.evaluate(IN_WINDOW)
    assert now == "x-night-30"
    assert abs(z - y) <= 2
    assert abs(page.evaluate("scrollY") - scrolled) > 100


def test_a_paragraph_without_a_label_keeps_the_reader_too(preview: Preview, page: Page) -> None:
    plain = "The barge of the Captain left the quay at dawn, and came back without its load.\n"
    preview.replace(FACTS, "{#night-30 ", f"{plain}\n{{#night-30 ")
    found = "Array.from(document.querySelectorAll('.block[id]')).find(b => b.textContent.includes('barge of the Captain'))"
    until(page, found)
    page.evaluate(
        f"scrollBy(0, {found}.getBoundingClientRect().top"
        " - document.getElementById('top').getBoundingClientRect().bottom - 5)"
    )
    page.wait_for_timeout(150)
    y = page.evaluate(f"{found}.getBoundingClientRect().top")
    more = "\n".join("A paragraph that was not there before.\n" for _ in range(12))
    preview.replace(FACTS, "{#night-3 ", f"{more}\n{{#night-3 ")
    until(page, f"{TEXT}.includes('that was not there before')")
    page.wait_for_timeout(300)
    assert abs(until(page, f"{found}.getBoundingClientRect().top") - y) <= 2


def test_only_pages_near_the_window_are_drawn(preview: Preview) -> None:
    before = len(preview.requests)
    page = preview.opened(height=700)
    page.wait_for_timeout(500)
    drawn = [url for url in preview.requests[before:] if "/picture/" in url]
    assert 0 < len(drawn) < page.evaluate("document.querySelectorAll('.sheet').length")
    page.close()


def test_a_paragraph_leads_to_its_line_in_the_editor(preview: Preview, page: Page) -> None:
    go(page, "x-purpose")
    opened = preview.root.parent / "opened"
    opened.unlink(missing_ok=True)
    way = page.locator(".source[data-of='x-purpose']")
    assert f"{COUNT}, line 29" in (way.get_attribute("aria-label") or "")
    way.click()
    until(page, "document.getElementById('status').textContent.includes('was opened')")
    for _ in range(200):
        if opened.exists() and opened.read_text():
            break
        page.wait_for_timeout(50)
    assert opened.read_text() == f"{preview.root / COUNT} 29"


def test_a_paragraph_that_is_clicked_is_the_current_one(page: Page) -> None:
    go(page, "x-purpose")
    page.locator("#x-purpose span").first.click()
    assert page.locator(".block.current").first.get_attribute("id") == "x-purpose"
    assert page.locator(".source.current").get_attribute("data-of") == "x-purpose"
    page.keyboard.press("k")
    until(
        page,
        "document.activeElement.matches('.block') && document.activeElement.id !== 'x-purpose'",
    )


def test_without_a_command_the_way_is_an_address_of_the_editor(
    browser: Browser, tmp_path: Path
) -> None:
    root = copied(GOLDEN / "small", tmp_path / "matter")
    with previewed(browser, root) as other:
        window = other.opened()
        way = until(window, "document.querySelector('.source[data-of=x-purpose]')?.href")
        assert way == f"vscode://file{root / COUNT}:29"
        # The address was used: it opens nothing for anybody else, nor for the same person.
        for context in (other.context, browser.new_context()):
            stranger = context.new_page()
            answer = stranger.goto(other.address)
            assert answer is not None
            assert answer.status == 403
            assert "works once" in stranger.inner_text("body")
            stranger.close()
        assert other.end() == 130
        until(window, f"{BAR}.includes('has ended')")


def test_the_changes_since_a_revision_are_shown(preview: Preview, page: Page) -> None:
    page.locator("[data-view='changes']").click()
    until(
        page,
        "document.querySelector('#redline iframe') && !document.getElementById('changes-said').textContent",
    )
    assert "As it was filed" in page.locator("#revision").inner_text()
    preview.replace(COUNT, "They sold it at Osterey", "They gave it away at Osterey")
    frame = page.frame_locator("#redline iframe").last
    frame.locator("#x-purpose ins").first.wait_for(timeout=60_000)
    assert frame.locator("#x-purpose del").first.inner_text().strip() == "sold"
    # It runs its own scripts, and reaches nothing of ours.
    frame.locator("input[name=view]").nth(1).check()
    frame.locator("body[data-view=changes]").wait_for()


def test_the_chart_leads_to_paragraphs_and_exhibits(page: Page) -> None:
    page.locator("[data-view='elements']").click()
    page.locator("#chart table").wait_for()
    page.locator("#chart .cited[data-exhibit='order-14']").first.click()
    until(page, "document.getElementById('exhibit-page')?.dataset.page === '2'")
    page.keyboard.press("Escape")
    page.locator("#chart a[href='#x-removal']").first.click()
    until(page, "document.activeElement.id === 'x-removal'")
    assert page.locator("#elements").is_hidden()


def test_all_of_it_by_the_keyboard(preview: Preview, page: Page) -> None:
    preview.replace(COUNT, "described in @removal, and", "described in @removall, and")
    until(page, "document.querySelector('.mark[data-of=x-purpose]')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "view"
    page.keyboard.press("j")
    first = until(page, "document.activeElement.matches('.block') && document.activeElement.id")
    page.keyboard.press("j")
    until(
        page, f"document.activeElement.matches('.block') && document.activeElement.id !== '{first}'"
    )
    page.keyboard.press("k")
    until(page, f"document.activeElement.id === '{first}'")
    page.keyboard.press("n")
    until(page, "document.activeElement.id === 'x-purpose'")
    opened = preview.root.parent / "opened"
    opened.unlink(missing_ok=True)
    page.keyboard.press("Enter")
    until(page, "document.getElementById('status').textContent.includes('was opened')")
    page.keyboard.press("f")
    until(page, "document.activeElement.id === 'pane-title'")
    page.keyboard.press("ArrowDown")
    assert "XRF001" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")
    until(page, "document.activeElement.id === 'x-purpose'")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    page.keyboard.press("3")
    assert page.locator("#elements").is_visible()
    page.keyboard.press("1")
    until(page, "document.querySelector('#x-purpose a')")
    page.evaluate("document.querySelector('a[data-exhibit=order-14]').focus()")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'pane-title'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "close"


def test_letters_can_be_turned_off(page: Page) -> None:
    page.keyboard.press("?")
    page.locator("#single").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    assert page.locator("#elements").is_hidden()


def test_a_matter_that_cannot_be_read_at_first_has_pages_once_it_is_mended(
    browser: Browser, tmp_path: Path
) -> None:
    root = copied(GOLDEN / "small", tmp_path / "matter")
    matter = root / "matter.yaml"
    matter.write_text(matter.read_text("utf-8").replace("status: draft", "statuss: draft"), "utf-8")
    with previewed(browser, root) as preview:
        page = preview.context.new_page()
        page.goto(preview.address)
        until(page, f"{BAR}.includes('no pages yet')")
        page.locator("#bar button").click()
        assert "FRM003" in page.locator("#pane .fault").first.inner_text()
        preview.replace("matter.yaml", "statuss: draft", "status: draft")
        page.wait_for_selector(".sheet img", timeout=60_000)
        assert page.evaluate(BAR) == ""
        assert page.locator("#title").inner_text() != "Preview"


@pytest.mark.parametrize(("width", "height", "scale"), [(360, 720, 3), (640, 450, 2)])
def test_a_phone_and_a_window_at_twice_the_size(
    browser: Browser, tmp_path: Path, width: int, height: int, scale: int
) -> None:
    root = copied(GOLDEN / "small", tmp_path / "matter")
    with previewed(browser, root, scale=scale) as preview:
        page = preview.opened(width, height)
        until(page, "document.querySelector('a[data-exhibit=order-14]')")
        assert page.evaluate(WIDTH)
        for selector in ("[data-view=pages]", "[data-view=changes]", "[data-view=elements]", "#smaller",
                         "#larger", "#faults", "#help"):  # fmt: skip
            box = page.locator(selector).bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert min(box["width"], box["height"]) >= 24
        for view in ("changes", "elements", "pages"):
            page.locator(f"[data-view={view}]").click()
            page.wait_for_timeout(200)
            assert page.evaluate(WIDTH), view
        page.locator("a[data-exhibit='order-14'][data-page='2']").first.click()
        until(page, "document.getElementById('exhibit-page')?.dataset.page === '2'")
        assert page.evaluate(WIDTH)
        pane = page.locator("#pane").bounding_box()
        assert pane is not None
        assert (pane["x"], pane["width"]) == (0, width)
        page.locator("#close").click()
        page.locator("#faults").click()
        assert page.evaluate(WIDTH)


def test_every_revision_is_offered_with_its_tags(preview: Preview, page: Page) -> None:
    Repo(preview.root).git("tag", "filed-1")
    page.locator("[data-view='changes']").click()
    until(page, "document.getElementById('revision').textContent.includes('filed-1')")


def test_dark_is_the_frame_and_never_the_page(page: Page) -> None:
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    colours = "(s => getComputedStyle(document.querySelector(s)).backgroundColor)"
    assert page.evaluate(f"{colours}('.sheet')") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{colours}('body')") == "rgb(20, 24, 29)"
