"""The server as a process: where it listens, and how it ends."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indictment.preview import running
from tests.built import GOLDEN, ROOT, copied

pytestmark = pytest.mark.slow

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


class Served:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        self.process = process
        self.lines = [process.stdout.readline(), process.stdout.readline()]
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/\S+)", self.lines[0])
        assert found, self.lines
        self.port, self.path = int(found[1]), found[2]

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    def end(self, number: int) -> tuple[int, str]:
        self.process.send_signal(number)
        said = self.process.communicate(timeout=60)[1]
        return self.process.returncode, said

    def family(self) -> list[int]:
        """This process and all that it has made."""
        found = [self.process.pid]
        for number in found:
            path = Path(f"/proc/{number}/task/{number}/children")
            found += map(int, path.read_text().split()) if path.exists() else []
        return found


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    root = copied(GOLDEN / "small", tmp_path / "matter")
    process = subprocess.Popen(
        [sys.executable, "-m", "indictment", "serve", str(root), "--no-browser"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "TMPDIR": str(tmp_path)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    yield Served(process)
    if process.poll() is None:
        process.kill()
    process.communicate(timeout=60)


def within(seconds: float, true: Callable[[], object]) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.02)
    return False


def is_gone(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


def test_the_address_opens_it_and_ctrl_c_ends_it(served: Served, tmp_path: Path) -> None:
    assert "works once" in served.lines[1]
    entered = served.get(served.path)
    assert entered.status == 303
    cookie = (entered.headers["set-cookie"] or "").split(";")[0]
    room = entered.headers["location"]
    assert served.get(room, cookie=cookie).status == 200
    assert served.get(f"{room}state", cookie=cookie).status == 200
    assert served.get(f"{room}state").status == 403
    assert served.get(served.path).status == 403
    assert served.end(signal.SIGINT) == (130, "indict: stopped\n")
    assert [file.name for file in tmp_path.iterdir()] == ["matter"], "nothing temporary is left"


@linux
def test_no_other_machine_reaches_it(served: Served) -> None:
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    rows += [line.split() for line in Path("/proc/net/tcp6").read_text().splitlines()[1:]]
    at = {
        row[1].split(":")[0]
        for row in rows
        if row[1].endswith(f":{served.port:04X}") and row[3] == "0A"
    }
    assert at == {"0100007F"}


@linux
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_all_that_it_made_ends_with_it(served: Served, number: int, code: int) -> None:
    assert within(20, lambda: len(served.family()) > 1)
    family = served.family()
    assert served.end(number)[0] == code
    assert within(20, lambda: all(map(is_gone, family)))


@linux
def test_it_says_so_where_the_reading_process_is_ended(served: Served) -> None:
    assert within(20, lambda: len(served.family()) > 1)
    os.kill(served.family()[1], signal.SIGKILL)
    said = served.process.communicate(timeout=60)[1]
    assert served.process.returncode == 3
    assert "ended by itself" in said


def test_a_port_that_is_taken_is_told_from_one_that_is_refused() -> None:
    with running.listening(0) as end:
        port = end.getsockname()[1]
        with pytest.raises(running.PortTaken), running.listening(port):
            pass
    with running.listening(port) as again:
        assert again.getsockname() == ("127.0.0.1", port)


def test_a_port_can_be_used_again_at_once() -> None:
    with running.listening(0) as end:
        port = end.getsockname()[1]
        end.setblocking(True)
        with socket.create_connection(("127.0.0.1", port)):
            taken, _ = end.accept()
            taken.close()
    with running.listening(port):
        pass


def test_small_answers_are_sent_at_once() -> None:
    """asyncio asks the system for that (TCP_NODELAY) only where a socket says that it is one of TCP."""
    with running.listening(0) as end:
        assert end.proto == socket.IPPROTO_TCP
