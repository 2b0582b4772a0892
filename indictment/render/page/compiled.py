"""Templates as code: compiled once, and those that come with the tool once for all commands.

To compile the templates takes half as long as to print 500 pages with them. Python keeps what it has
compiled of our modules in a folder beside them, and there the code of our templates is kept as well. A
matter's own templates are compiled anew by each command: nothing that somebody sends with a matter is
run as code.
"""

import sys
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

from indictment.machine.cache import Cache
from indictment.machine.versions import version

if TYPE_CHECKING:
    from jinja2.bccache import BytecodeCache

_MOST = 200


@dataclass(slots=True)
class Compiled:
    """Templates that were compiled, by their path and text, for pages that have the same filters.

    It holds no more than code: what a template sets while it runs is gone with its page.
    """

    codes: dict[tuple[str, str], CodeType] = field(default_factory=dict)

    def keep(self, key: tuple[str, str], code: CodeType) -> None:
        """Keep the code of a template; the oldest goes where there is no more room."""
        self.codes[key] = code
        if len(self.codes) > _MOST:
            del self.codes[next(iter(self.codes))]


def kept(compiled: Compiled, shipped: set[str]) -> "BytecodeCache":
    """Jinja's way to what was compiled before, by this command or, of the templates `shipped` (jinja's keys
    of these), by an earlier one.
    """
    from jinja2.bccache import Bucket, BytecodeCache

    beside = _beside()

    class Kept(BytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = compiled.codes.get((bucket.key, bucket.checksum))
            if bucket.code is None and bucket.key in shipped:
                made_with, _, code = (beside.get(_name(bucket.key)) or b"").partition(b"\n")
                if code and made_with == _made_with():
                    bucket.bytecode_from_string(code)

        def dump_bytecode(self, bucket: Bucket) -> None:
            if bucket.code is None:
                return
            compiled.keep((bucket.key, bucket.checksum), bucket.code)
            if bucket.key in shipped and not sys.dont_write_bytecode:
                held = b"%s\n%s" % (_made_with(), bucket.bytecode_to_string())
                beside.put(_name(bucket.key), held)

    return Kept()


def _beside() -> Cache:
    """The folder where Python keeps what it compiled of this module; a folder that cannot be written keeps
    nothing.
    """
    return Cache(Path(cache_from_source(__file__)).parent)


def _name(key: str) -> str:
    return f"template-{key}.{sys.implementation.cache_tag}"


@cache
def _made_with() -> bytes:
    """A digest of what makes code of a template, but for its text and Python, which jinja compares."""
    digest = sha256(version("jinja2").encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest().encode()
