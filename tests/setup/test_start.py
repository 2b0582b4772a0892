"""./start on machines that lack something: it says what, names the command and ends with 3.

The machine is made of stand-ins: a folder that is the whole PATH, with the ordinary commands and
small scripts in place of Python, apt-get and id. `made` records what was called.
"""

import contextlib
import os
import pty
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ORDINARY = [
    "sh",
    "env",
    "dirname",
    "cat",
    "rm",
    "mkdir",
    "ls",
    "sed",
    "grep",
    "cksum",
    "cp",
    "chmod",
    "touch",
    "tail",
    "mktemp",
]

PYTHON = """#!/bin/sh
echo "python $*" >>"$MADE"
case "$*" in
    *version_info*)     exit 0 ;;
    *ensurepip*)        exit "${NO_VENV:-0}" ;;
    -)                  exit "${NO_PANGO:-0}" ;;
    *"sys.version"*)    echo "3.11.2" ;;
    -V)                 echo "Python 3.11.2" ;;
    "-m venv .venv")    mkdir -p .venv/bin; touch .venv/pyvenv.cfg; cp "$0" .venv/bin/python
                        printf '#!/bin/sh\\necho "indict $*" >>"$MADE"\\n' >.venv/bin/indict
                        chmod +x .venv/bin/indict ;;
    *"pip "*" install --require-hashes"*)
                        if [ -n "${PIP_SAYS-}" ]; then echo "$PIP_SAYS" >&2; exit 1; fi ;;
esac
"""


class Machine:
    """A checkout in a folder with an awkward name, on a machine of stand-ins."""

    def __init__(self, place: Path) -> None:
        self.checkout = place / "справа № 1" / "the indictment"
        self.commands = place / "commands"
        self.record = place / "made"
        for name in (
            "start",
            "ci/apt.sh",
            "pyproject.toml",
            "requirements.txt",
            "requirements-dev.txt",
            "requirements-bench.txt",
        ):
            (self.checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.checkout / name)
        self.commands.mkdir()
        self.record.touch()
        for name in ORDINARY:
            found = shutil.which(name)
            assert found
            (self.commands / name).symlink_to(found)
        self.add("id", "#!/bin/sh\necho 0\n")
        self.add("uname", "#!/bin/sh\necho Linux\n")

    def add(self, name: str, script: str) -> None:
        path = self.commands / name
        path.unlink(missing_ok=True)
        path.write_text(script, encoding="utf-8")
        path.chmod(0o755)

    def add_apt(self, *, exit_code: int = 0) -> None:
        self.add("dpkg", "#!/bin/sh\n")
        self.add("apt-cache", "#!/bin/sh\n")
        self.add("apt-get", f'#!/bin/sh\necho "apt-get $*" >>"$MADE"\nexit {exit_code}\n')

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        shell = shutil.which("dash") or "/bin/sh"
        return subprocess.run(
            [shell, str(self.checkout / "start"), *arguments],
            env={"PATH": str(self.commands), "MADE": str(self.record), **environment},
            cwd="/",
            capture_output=True,
            text=True,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )

    def start_on_a_terminal(self, answer: str, **environment: str) -> tuple[int, str]:
        """Exit code and what the terminal showed, when someone types `answer`."""
        ours, theirs = pty.openpty()
        os.write(ours, f"{answer}\n".encode())
        done = subprocess.run(
            ["/bin/sh", str(self.checkout / "start")],
            env={"PATH": str(self.commands), "MADE": str(self.record), **environment},
            timeout=60,
            stdin=theirs,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
        )
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # the end of a terminal is an error on Linux
            while piece := os.read(ours, 4096):
                shown += piece
        os.close(ours)
        return done.returncode, shown.decode().replace("\r\n", "\n")

    @property
    def made(self) -> list[str]:
        return self.record.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_it_builds_and_a_second_time_installs_nothing(machine: Machine) -> None:
    machine.add("python3", PYTHON)
    first = machine.start()
    assert (first.returncode, machine.made[-1]) == (0, "indict build"), first.stderr
    assert any("--require-hashes" in call for call in machine.made)

    machine.record.write_text("")
    second = machine.start()
    assert (second.returncode, second.stderr) == (0, "")
    assert machine.made[-1] == "indict build"
    assert not any("pip" in call or "venv " in call for call in machine.made)


def test_a_second_time_with_nothing_changed_builds_nothing(machine: Machine) -> None:
    machine.add("python3", PYTHON)
    machine.add("find", '#!/bin/sh\nexec /usr/bin/find "$@"\n')
    machine.add("head", '#!/bin/sh\nexec /usr/bin/head "$@"\n')
    machine.start()
    built = machine.checkout / "build"
    built.mkdir(exist_ok=True)
    for name in ("indictment.pdf", "indictment.docx", "bundle.pdf"):
        (built / name).write_bytes(b"")
    (machine.checkout / "counts").mkdir(exist_ok=True)
    count = machine.checkout / "counts" / "01.md"
    count.write_text("old", encoding="utf-8")
    later = time.time() + 60
    for path in built.iterdir():
        os.utime(path, (later, later))

    machine.record.write_text("")
    assert "Nothing was changed" in machine.start().stdout
    assert "indict build" not in machine.made

    os.utime(count, (later + 60, later + 60))
    machine.start()
    assert machine.made[-1] == "indict build"


def test_it_measures_with_packages_of_its_own_which_building_and_tests_do_not_need(
    machine: Machine,
) -> None:
    machine.add("python3", PYTHON)
    machine.start()
    assert not any("requirements-bench.txt" in call for call in machine.made)
    answer = machine.start("bench", "--runs", "1", "--pages", "20")
    assert answer.returncode == 0, answer.stderr
    assert machine.made[-1] == "python -m benchmarks.all --runs 1 --pages 20"
    assert any(call.endswith("-r requirements-bench.txt") for call in machine.made)

    machine.record.write_text("")
    assert machine.start("bench").returncode == 0
    assert machine.start().returncode == 0
    assert not any("pip" in call or "venv " in call for call in machine.made)


def test_a_changed_requirement_is_installed(machine: Machine) -> None:
    machine.add("python3", PYTHON)
    machine.start()
    machine.record.write_text("")
    with (machine.checkout / "requirements.txt").open("a") as file:
        file.write("# changed\n")
    assert machine.start().returncode == 0
    assert any("--require-hashes" in call for call in machine.made)


def test_a_moved_checkout_gets_a_new_environment(machine: Machine) -> None:
    machine.add("python3", PYTHON)
    machine.start()
    machine.record.write_text("")
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("elsewhere"))
    assert machine.start().returncode == 0
    assert "python -m venv .venv" in machine.made


def test_an_interrupted_set_up_is_finished_the_next_time(machine: Machine) -> None:
    machine.add("python3", PYTHON)
    assert machine.start(PIP_SAYS="killed").returncode == 3
    assert "indict build" not in machine.made
    assert machine.start().returncode == 0
    assert machine.made[-1] == "indict build"


def test_without_python_and_without_apt_it_says_what_to_do(machine: Machine) -> None:
    answer = machine.start()
    assert answer.returncode == 3
    assert "Python 3.11 or later is needed" in answer.stderr
    assert "PYTHON=/path/to/python3.11 ./start" in answer.stderr


def test_an_old_python_is_not_taken(machine: Machine) -> None:
    machine.add(
        "python3", PYTHON.replace("*version_info*)     exit 0", "*version_info*)     exit 1")
    )
    assert "Python 3.11 or later is needed" in machine.start().stderr


def test_as_root_the_missing_libraries_are_installed(machine: Machine) -> None:
    machine.add("python3", PYTHON)
    machine.add_apt()
    assert machine.start(NO_PANGO="1").returncode == 0
    installs = [call for call in machine.made if call.startswith("apt-get") and " install " in call]
    assert len(installs) == 1
    assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in installs[0]


def test_without_rights_the_exact_line_is_printed(machine: Machine) -> None:
    machine.add("python3", PYTHON)
    machine.add("id", "#!/bin/sh\necho 1000\n")
    machine.add_apt()
    answer = machine.start(NO_PANGO="1")
    assert answer.returncode == 3
    assert (
        "apt-get update && apt-get install -y --no-install-recommends "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n" in answer.stderr
    )
    assert not any(call.startswith("apt-get") for call in machine.made)


@pytest.mark.parametrize(("answer", "runs"), [("y", True), ("", True), ("n", False)])
def test_sudo_is_used_on_a_terminal_after_the_line_was_shown(
    machine: Machine, answer: str, runs: bool
) -> None:
    machine.add("python3", PYTHON)
    machine.add("id", "#!/bin/sh\necho 1000\n")
    machine.add("sudo", '#!/bin/sh\necho "sudo $*" >>"$MADE"\nexec "$@"\n')
    machine.add_apt()
    code, shown = machine.start_on_a_terminal(answer, NO_PANGO="1")
    assert (
        "    sudo apt-get update && sudo apt-get install -y --no-install-recommends "
        "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n" in shown
    )
    used = [call for call in machine.made if call.startswith("sudo") and " install " in call]
    assert (code, len(used)) == ((0, 1) if runs else (3, 0))


def test_the_venv_package_and_pango_are_asked_for_in_one_line(machine: Machine) -> None:
    machine.add(
        "python3",
        PYTHON.replace("*ensurepip*)        exit", "*'%d.%d'*) echo 3.11 ;;\n*ensurepip*) exit"),
    )
    machine.add("id", "#!/bin/sh\necho 1000\n")
    machine.add_apt()
    answer = machine.start(NO_PANGO="1", NO_VENV="1")
    assert answer.returncode == 3
    assert "venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n" in answer.stderr


def test_an_apt_that_fails_is_reported(machine: Machine) -> None:
    machine.add("python3", PYTHON)
    machine.add_apt(exit_code=100)
    answer = machine.start(NO_PANGO="1")
    assert answer.returncode == 3
    assert "apt-get did not install libpango-1.0-0" in answer.stderr


def test_on_a_mac_homebrew_is_named(machine: Machine) -> None:
    machine.add("python3", PYTHON)
    machine.add("uname", "#!/bin/sh\necho Darwin\n")
    answer = machine.start(NO_PANGO="1")
    assert answer.returncode == 3
    assert "    brew install pango\n" in answer.stderr


@pytest.mark.parametrize(
    ("pip", "sentence"),
    [
        ("Temporary failure in name resolution", "package index was not reached"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one this project has pinned"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("ERROR: No matching distribution found for lxml", "not offered for Python 3.11.2"),
    ],
)
def test_what_pip_meets_is_said_in_a_sentence(machine: Machine, pip: str, sentence: str) -> None:
    machine.add("python3", PYTHON)
    answer = machine.start(PIP_SAYS=pip)
    assert answer.returncode == 3
    assert pip in answer.stderr
    assert sentence in answer.stderr


@pytest.mark.parametrize("arguments", [("tests",), ("build", "more")])
def test_other_words_are_refused(machine: Machine, arguments: tuple[str, ...]) -> None:
    answer = machine.start(*arguments)
    assert answer.returncode == 2
    assert "usage: ./start" in answer.stderr


@pytest.mark.parametrize("name", ["start", "ci/apt.sh", "ci/readers", "ci/pin", "ci/clean-machine"])
def test_the_scripts_are_plain_posix_shell(name: str) -> None:
    shell = shutil.which("dash") or "/bin/sh"
    subprocess.run([shell, "-n", ROOT / name], check=True)
    if name != "ci/apt.sh":
        assert os.access(ROOT / name, os.X_OK)
