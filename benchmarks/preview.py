"""A matter -> seconds from saving a paragraph until `indict serve` shows its page anew in a real browser.

The clock stops when Chromium has the words in their place and the new picture of the page is drawn.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from benchmarks.pages import BUILD
from benchmarks.running import Run, run
from benchmarks.sized import Sized
from tests.readers.preview import chromium, previewed

_LABEL = re.compile(r"^\{#(para-\d+)\}$", re.MULTILINE)
_PATIENCE = 600.0
_QUIET = 3.0
"""Seconds without a new block after which the browser is at rest."""
_PROBE = 10.0
"""Milliseconds between two looks, which is what the figure may be too large by."""


@contextmanager
def edited(matter: Sized) -> Iterator[Callable[[], Run]]:
    """A preview that runs, with the last count in view; each call edits its first paragraph once more."""
    matter.restore()
    run(BUILD, matter.root)
    original = matter.texts[matter.reworded]
    label = _LABEL.findall(original)[0]
    anchor = f"document.getElementById('x-{label}')"
    begin = original.index(f"{{#{label}}}")
    done = 0
    with chromium() as browser, previewed(browser, matter.root) as preview:
        page = preview.opened()
        _until(page, f"!!{anchor}")
        page.evaluate(f"{anchor}.scrollIntoView({{block: 'center'}})")
        sheet = f"{anchor}.closest('.sheet').dataset.shown"
        _until(page, f"!!{sheet}")
        _rest(page)

        def once() -> Run:
            nonlocal done
            done += 1
            before = page.evaluate(sheet)
            word = f" morning-{done} "
            text = original[:begin] + re.sub(
                r"(?<=[a-z]) (?=[a-z])", word, original[begin:], count=1
            )
            began = time.perf_counter()
            matter.reworded.write_text(text, "utf-8")
            _until(
                page, f"{anchor}?.textContent.includes('{word.strip()}') && {sheet} !== '{before}'"
            )
            return Run(time.perf_counter() - began, 0, 0)

        once()  # The first edit also loads what sets pages, as the first of a day does.
        yield once


def _rest(page: Page) -> None:
    """Wait until the browser has laid the words of all pages, which it does once, after it has opened them."""
    before, laid = -1, 0
    while laid != before:
        time.sleep(_QUIET)
        before, laid = laid, page.evaluate("document.querySelectorAll('.block').length")


def _until(page: Page, script: str) -> None:
    """Wait until it is true in the window, which looks by itself: to be asked a hundred times a second would
    take it a third of a processor.
    """
    page.evaluate(f"""new Promise((seen, failed) => {{
        const end = Date.now() + {_PATIENCE * 1000};
        const look = setInterval(() => {{
            if ({script}) seen();
            else if (Date.now() < end) return;
            else failed(Error("it did not become true"));
            clearInterval(look);
        }}, {_PROBE});
    }})""")
