"""How the pages of a part were set -> bytes to be kept, and back."""

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple
from typing import Any

from indictment.render.pdf.laid_out import Inner, PageStart, Placed, SetBefore, SetPage


def packed(name: str, html: str, placed: Placed, pages: Sequence[SetPage]) -> bytes:
    """The pages of the part `html`, whose PDF is kept under `name`."""
    starts = [[one.start and astuple(one.start), one.notes] for one in pages]
    held = json.dumps([name, placed.before, placed.total, starts])
    return f"{held}\n{html}".encode("utf-8", "surrogatepass")


def unpacked(data: bytes, content: Callable[[str], bytes | None]) -> SetBefore | None:
    """The part that was packed; None where its PDF is not there, which `content` gives by the name that it is
    kept under. Raises ValueError or TypeError for anything else.
    """
    head, _, html = data.partition(b"\n")
    name, before, total, held = json.loads(head)
    piece = content(name)
    pages = tuple(SetPage(start and _start(*start), notes) for start, notes in held)
    text = html.decode("utf-8", "surrogatepass")
    return SetBefore(text, before, total, piece, pages) if piece else None


def _start(
    path: list[int], inner: Any, ahead: int, asked: list[Any], frame: list[float]
) -> PageStart:
    def within(inner: Any) -> Inner:
        return inner and (int(inner[0]), within(inner[1]))

    return PageStart(tuple(path), within(inner), ahead, (asked[0], asked[1]), tuple(frame))
