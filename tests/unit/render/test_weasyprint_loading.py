"""WeasyPrint that is loaded quickly is the WeasyPrint that is loaded at length."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="libraries are found by their names on Linux alone"
)

_OPENED = """
maps = open("/proc/self/maps").read().split("\\n")
names = ("pango", "harfbuzz", "gobject", "fontconfig", "freetype")
print(*sorted({line.split()[-1] for line in maps if any(f"/lib{name}" in line for name in names)}))
"""
_QUICK = """
import subprocess
def nobody(*given, **named):
    raise AssertionError(f"{given[0]} was asked")
subprocess.Popen = nobody
from indictment.render.pdf.mended import library
weasyprint = library.weasyprint("a test")
"""


def _run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_same_libraries_are_opened_and_no_program_is_asked_where_they_are() -> None:
    opened = _run("import weasyprint" + _OPENED)
    assert opened.count("pango") >= 2
    assert _run(_QUICK + _OPENED) == opened


def test_what_no_page_needs_is_loaded_when_it_is_used() -> None:
    said = _run(
        _QUICK
        + """
import sys
later = ("fontTools.subset", "fontTools.varLib.instancer", "fontTools.otlLib")
assert not sys.modules.keys() & set(later), sys.modules.keys() & set(later)
from weasyprint.pdf import fonts
options = fonts.subset.Options(retain_gids=True)
import fontTools.subset, fontTools.varLib.instancer
assert type(options) is fontTools.subset.Options
try:
    fonts.instantiateVariableFont(fonts.TTFont(), {})
except (KeyError, ValueError) as error:
    print(type(error).__name__, error)
try:
    fontTools.varLib.instancer.instantiateVariableFont(fonts.TTFont(), {})
except (KeyError, ValueError) as error:
    print(type(error).__name__, error)
"""
    ).splitlines()
    assert len(said) == 2
    assert said[0] == said[1]


def test_where_a_library_has_no_such_name_it_is_looked_for_at_length() -> None:
    said = _run(
        """
import cffi
open_ = cffi.FFI.dlopen
def by_path(self, name, *rest):
    if name and name.endswith(".so.0"):
        raise OSError(f"cannot load library {name!r}")
    return open_(self, name, *rest)
cffi.FFI.dlopen = by_path
from ctypes import util
asked = []
util.find_library = asked.append
from indictment.machine.missing import MissingLibrary
from indictment.render.pdf.mended import library
try:
    library.weasyprint("a test")
except MissingLibrary as missing:
    print(missing.library, len(asked) > 0)
"""
    )
    assert said.splitlines()[-1] == "Pango True"
    assert said.count("WeasyPrint could not import") == 1
