"""The outside readers: programs by other hands that read what indict writes.

Each module wraps one of them and has `installed() -> bool`. `ci/readers NAME` installs it. A test
that needs one carries the marker `reader_NAME`; tests/conftest.py says what happens without it.
"""

from importlib import import_module

NAMES = ("poppler", "libreoffice", "chromium", "verapdf", "ooxml")


def is_installed(name: str) -> bool:
    return bool(import_module(f"tests.readers.{name}").installed())
