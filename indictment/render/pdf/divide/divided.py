"""The parts of pages that were divided before: what a part of the same text is made to need not be worked out again."""

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256

from indictment.machine.cache import Cache
from indictment.render.pdf.divide.open_numbers import OpenNumbers
from indictment.render.pdf.divide.parts import Key, Part


class DividedBefore:
    """The parts of one page, while it is open in the preview, by what they were made of."""

    def __init__(self) -> None:
        self._parts: Mapping[Key, Part] = {}

    def get(self, key: Key) -> Part | None:
        """The part that was made of this; None where there is none."""
        return self._parts.get(key)

    def keep(self, parts: Mapping[Key, Part]) -> None:
        """Keep these parts, which take the place of those before."""
        self._parts = parts


class DividedKept:
    """The parts of pages, in a matter's cache, by what they were made of and `with_`: our own text."""

    def __init__(self, cache: Cache, with_: str) -> None:
        self._cache, self._with = cache, with_
        self._found: dict[Key, Part] = {}

    def get(self, key: Key) -> Part | None:
        """The part that was made of this; None where there is none."""
        held = self._cache.used(self._name(key))
        with suppress(ValueError, TypeError, KeyError):
            self._found[key] = part = _part(held or b"")
            return part
        return None

    def keep(self, parts: Mapping[Key, Part]) -> None:
        """Keep these parts, but for those that were kept."""
        for key, part in parts.items():
            if self._found.get(key) is not part:
                self._cache.put(self._name(key), _packed(part))

    def _name(self, key: Key) -> str:
        digest = sha256(json.dumps([self._with, *key]).encode("utf-8", "surrogatepass"))
        return f"divided-{digest.hexdigest()}"


def _packed(part: Part) -> bytes:
    opened = part.opened
    known = {
        "notes": part.notes,
        "asks": part.asks,
        "opened": opened and {
            "numbers": opened.numbers,
            "pages": list(opened.pages.items()),
            "anchors": opened.anchors,
            "notes": opened.notes,
            "links": opened.links,
        },
    }  # fmt: skip
    return json.dumps(known).encode() + b"\n" + part.html.encode("utf-8", "surrogatepass")


def _part(held: bytes) -> Part:
    """The part that was packed. Raises ValueError, TypeError or KeyError for anything else."""
    head, _, html = held.partition(b"\n")
    known = json.loads(head)
    opened = known["opened"]
    if opened is not None:
        pages = {int(slot): str(anchor) for slot, anchor in opened["pages"]}
        opened = OpenNumbers(
            opened["numbers"], pages, opened["anchors"], opened["notes"], tuple(opened["links"])
        )
    text = html.decode("utf-8", "surrogatepass")
    return Part(text, tuple(known["notes"]), tuple(known["asks"]), opened)
