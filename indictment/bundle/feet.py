"""The pages of a PDF of ours -> those whose foot is not blank; what was seen of a page before is not looked at again."""

import io
import json
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256

import pikepdf

from indictment.bundle import room
from indictment.bundle.clean import streams
from indictment.machine import fonts
from indictment.machine.cache import Cache
from indictment.machine.versions import version

_KEPT = "feet-of-our-pages.json"
_EDITION = "1"
"""Counts up when a foot is looked at in another way."""
_MORE = ("/XObject", "/Pattern", "/Shading")
"""Resources with content of their own, which that of the page does not have in it."""


def taken(pdf: bytes, cache: Cache) -> list[int]:
    """The pages, from 1, whose strip for the stamp is not blank."""
    digests = list(_digests(pdf))
    known = _known(cache)
    asked = [number for number, digest in enumerate(digests, start=1) if digest not in known]
    found = room.taken(pdf, asked)
    free = {digests[number - 1] for number in asked if number not in found}
    if new := free - {""} - known:
        cache.put(_KEPT, json.dumps(sorted(new | known.intersection(digests))).encode())
    return found


def _known(cache: Cache) -> set[str]:
    """The digests of pages whose strip is blank."""
    with suppress(ValueError, TypeError):
        return set(map(str, json.loads(cache.get(_KEPT) or b"[]")))
    return set()


def _digests(pdf: bytes) -> Iterator[str]:
    """What stands for all that each page shows beside its links, which show nothing; "" where it cannot be told."""
    programs = f"{_EDITION} {version('pypdfium2')} {fonts.state()}".encode()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            if any(len(page.obj.Resources.get(key, {})) for key in _MORE):
                yield ""
                continue
            found = sha256(programs)
            found.update(repr([float(edge) for edge in page.mediabox]).encode())
            found.update(repr(page.obj.get("/Rotate", 0)).encode())
            for content in streams(page.obj):
                found.update(content.read_raw_bytes())
            yield found.hexdigest()
