"""Real git repositories for tests: authors and dates are given, and nobody's own settings count."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

QUIET = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_EDITOR": "true",
    "LC_ALL": "C.UTF-8",
}


@dataclass
class Repo:
    """A repository; `git("log")` runs in it, `commit` puts all in under a name and a date."""

    root: Path

    def git(self, *arguments: str, fails: bool = False, **more: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**os.environ, **QUIET, **more},
            capture_output=True,
            check=False,
        )
        said = done.stdout.decode() + (done.stderr.decode() if fails or done.returncode else "")
        assert (done.returncode != 0) == fails, f"git {' '.join(arguments)}\n{said}"
        return said

    def write(self, path: str, content: str) -> None:
        full = self.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(content.encode())

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def replace(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text, f"{path} does not hold “{old}”"
        self.write(path, text.replace(old, new))

    def commit(self, subject: str, author: str = "Ada Drafter", day: int = 1) -> str:
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", subject, **by(author, day))
        return self.git("rev-parse", "HEAD").strip()


def by(author: str, day: int = 1) -> dict[str, str]:
    """Who commits, and on which day of May 2022."""
    email = f"{author.split()[0].lower()}@office.example"
    date = f"2022-05-{day:02d}T10:00:00+02:00"
    return {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", author), ("EMAIL", email), ("DATE", date))
    }


def repo(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A new repository without a user's name; our own calls of git see the same settings."""
    for name, value in QUIET.items():
        monkeypatch.setenv(name, value)
    for name in [n for n in os.environ if n.startswith(("GIT_AUTHOR_", "GIT_COMMITTER_"))]:
        monkeypatch.delenv(name)
    folder.mkdir(parents=True, exist_ok=True)
    made = Repo(folder)
    made.git("init", "-q", "-b", "main")
    return made
