"""A page that is read, clicked and typed in by a browser without a window.

Chromium is spoken to by its DevTools protocol over two pipes: JSON, each message ended by a zero
byte. Nothing of it leaves the machine.
"""

import base64
import json
import os
import select
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.readers.running import ReaderError, offline

_KEYS = {"Tab": 9, "Enter": 13, "Space": 32, "ArrowRight": 39, "ArrowDown": 40}


class Page:
    """One open page; `requests` are the addresses that it asked for, `said` what its console says."""

    def __init__(self, pipe: "_Pipe") -> None:
        self._pipe = pipe
        self.requests: list[str] = []
        self.said: list[str] = []

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command of the protocol; its result."""
        answer, events = self._pipe.ask(method, parameters)
        for event in events:
            self._heard(event)
        return answer

    def _heard(self, event: dict[str, Any]) -> None:
        parameters = event.get("params", {})
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(parameters["request"]["url"])
            case "Log.entryAdded":
                self.said.append(parameters["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.said.append(json.dumps(parameters["exceptionDetails"]))

    def run(self, script: str) -> Any:
        """The value of an expression of JavaScript."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in answer:
            raise ReaderError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as a person at the keyboard does."""
        for key in keys:
            shift, name = key.startswith("Shift+"), key.removeprefix("Shift+")
            code = _KEYS.get(name)
            words = {"key": " " if name == "Space" else name, "modifiers": 8 if shift else 0}
            if code is None:
                words["text"] = name
            else:
                words |= {"windowsVirtualKeyCode": code, "code": name}
            if name in ("Enter", "Space"):
                words["text"] = "\r" if name == "Enter" else " "
            self.call("Input.dispatchKeyEvent", type="keyDown", **words)
            self.call(
                "Input.dispatchKeyEvent",
                type="keyUp",
                **{k: v for k, v in words.items() if k != "text"},
            )

    def click(self, selector: str) -> None:
        """Click the middle of an element with the mouse."""
        where = json.dumps(selector)
        self.run(
            f"document.querySelector({where}).scrollIntoView({{block: 'center', behavior: 'instant'}})"
        )
        box = self.run(
            f"(() => {{ const b = document.querySelector({where}).getBoundingClientRect();"
            " return [b.x + b.width / 2, b.y + b.height / 2] })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent",
                type=kind,
                x=box[0],
                y=box[1],
                button="left",
                clickCount=1,
            )

    def window(self, width: int, height: int, scale: float = 1) -> None:
        """Make the window as large as this; `scale` is that of a reader who enlarges all."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=round(width / scale), height=round(height / scale),
            deviceScaleFactor=scale, mobile=False,
        )  # fmt: skip

    def screenshot(self, png: Path) -> Path:
        """What is seen now."""
        png.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))
        return png

    def printed(self, pdf: Path) -> Path:
        """The page as it is printed now."""
        pdf.write_bytes(
            base64.b64decode(self.call("Page.printToPDF", printBackground=True)["data"])
        )
        return pdf


class _Pipe:
    """The two ends of a conversation with the browser."""

    def __init__(self, reading: int, writing: int, seconds: float) -> None:
        self._reading, self._writing = reading, writing
        self._last = 0
        self._rest = b""
        self._until = time.monotonic() + seconds
        self.session = ""

    def ask(
        self, method: str, parameters: dict[str, Any]
    ) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """The answer to a command, and the events that were heard before it."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        events: list[dict[str, Any]] = []
        while True:
            heard = self.next()
            if heard.get("id") == self._last:
                if "error" in heard:
                    raise ReaderError(f"{method}: {heard['error']}")
                return heard["result"], events
            events.append(heard)

    def next(self) -> dict[str, Any]:
        """The next message."""
        while b"\0" not in self._rest:
            ready = select.select([self._reading], [], [], max(0, self._until - time.monotonic()))
            data = os.read(self._reading, 1 << 16) if ready[0] else b""
            if not data:
                raise ReaderError("the browser does not answer")
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        heard: dict[str, Any] = json.loads(message)
        return heard


@contextmanager
def opened(path: Path, *, scripts: bool = True, seconds: float = 90) -> Iterator[Page]:
    """The page at `path` in a browser, until the block ends. Without `scripts` none of it runs."""
    if not path.is_file():
        raise ReaderError(f"{path} is not there")
    to_browser, from_browser = os.pipe(), os.pipe()
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        # The browser reads from its file 3 and writes to its file 4.
        words = " ".join(
            (
                "exec chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage",
                f"--no-first-run --remote-debugging-pipe --user-data-dir='{profile}' about:blank",
                f"3<&{to_browser[0]} 4>&{from_browser[1]}",
            )
        )
        browser = subprocess.Popen(
            [*offline(), "bash", "-c", words],
            pass_fds=(to_browser[0], from_browser[1]),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser[0])
        os.close(from_browser[1])
        pipe = _Pipe(from_browser[0], to_browser[1], seconds)
        try:
            yield _first_page(pipe, path, scripts=scripts)
        finally:
            try:
                pipe.session = ""
                pipe.ask("Browser.close", {})
            except (ReaderError, OSError):
                browser.kill()
            browser.wait(20)
            os.close(to_browser[1])
            os.close(from_browser[0])


def _first_page(pipe: _Pipe, path: Path, *, scripts: bool) -> Page:
    targets, _ = pipe.ask("Target.getTargets", {})
    target = next(one["targetId"] for one in targets["targetInfos"] if one["type"] == "page")
    session, _ = pipe.ask("Target.attachToTarget", {"targetId": target, "flatten": True})
    pipe.session = session["sessionId"]
    page = Page(pipe)
    for domain in ("Page", "Network", "Log", "Runtime"):
        page.call(f"{domain}.enable")
    page.call("Emulation.setScriptExecutionDisabled", value=not scripts)
    page.window(1280, 900)
    page.call("Page.navigate", url=path.absolute().as_uri())
    wanted = json.dumps(path.absolute().as_uri())
    while not page.run(f"document.readyState === 'complete' && location.href === {wanted}"):
        time.sleep(0.02)
    return page
