"""`indict serve` in Chromium as it is installed, driven by Playwright.

Playwright is told where that browser is, and fetches none of its own. The browser finds no name of the net.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.readers.running import ReaderError

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds after which something that was not seen is taken not to come."""


@dataclass
class Preview:
    """A preview that runs: its process, the address that it printed, and what the browser did."""

    root: Path
    process: "subprocess.Popen[str]"
    address: str
    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    room: str = ""

    def opened(self, width: int = 1280, height: int = 900) -> Page:
        """A new window with the preview, once its first pages are there."""
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.on("console", lambda one: self.said.append(one.text))
        page.on("pageerror", lambda one: self.said.append(str(one)))
        page.goto(self.room or self.address)
        self.room = page.url
        page.wait_for_selector(".sheet img", timeout=PATIENCE * 1000)
        return page

    def replace(self, file: str, old: str, new: str) -> None:
        """Save a file of the matter with other words."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} does not hold “{old}”"
        path.write_text(text.replace(old, new), "utf-8")

    def end(self) -> int:
        """End it as Ctrl+C does; its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


def until(page: Page, script: str, seconds: float = PATIENCE) -> Any:
    """The value of a script once it is true. The page's policy does not let Playwright wait in it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := page.evaluate(script):
            return value
        page.wait_for_timeout(30)
    raise ReaderError(f"in {seconds:.0f} s it did not become true: {script}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine, until the block ends. There can be one at a time."""
    installed = shutil.which("chromium")
    if installed is None:
        raise ReaderError("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        yield browser
        browser.close()


@contextmanager
def previewed(browser: Browser, root: Path, *options: str, scale: float = 1) -> Iterator[Preview]:
    """The matter in `root`, served and open to a browser, until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "indictment", "serve", str(root), "--no-browser", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        # A shell lets what it runs in the background pass over Ctrl+C, and tests may run there.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", process.stdout.readline())
        if found is None:
            raise ReaderError("indict serve printed no address")
        context = browser.new_context(device_scale_factor=scale)
        preview = Preview(root, process, found[0], context)
        context.on("request", lambda one: preview.requests.append(one.url))
        yield preview
        context.close()
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
        assert process.stdout is not None
        process.stdout.close()
