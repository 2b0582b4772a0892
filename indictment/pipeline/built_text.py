"""A text that was built -> kept with its page numbers; later its Word file, of what was kept, where nothing that
it is made of has changed since: not read, bound, checked and set once more.
"""

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path

from indictment.folder import DiskFolder
from indictment.folder.output import Output
from indictment.machine.scratch import scratch
from indictment.pipeline import files, word_file
from indictment.pipeline.files import Made
from indictment.pipeline.unchanged import Held, LastBuild
from indictment.pipeline.word_file import WordText
from indictment.value import dataclass

Progress = Callable[[str, str], None]
"""As in reading.py, which is not loaded for this."""


@dataclass(frozen=True, slots=True)
class BuiltText:
    """A text whose pages are known. `title` is the matter's; `said` says how many errors, warnings and notes
    there are; `means` are the programs on which its pages depend.
    """

    text: WordText
    title: str
    is_secret: bool
    said: tuple[int, int, int]
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfBuilt:
    """A Word file of a built text: what `Built` (building.py) says of files, and what was said of the text."""

    held: Held
    made: tuple[Made, ...]
    older: tuple[str, ...]
    means: tuple[str, ...]
    folder: Path
    took: float
    seconds: Mapping[str, float]
    set_parts: None = None
    keeps: bool = True


def keep(last: LastBuild, built: BuiltText) -> bool:
    """Keep a text that was built of sources as they were when `last` was first asked; whether it could be."""
    known = {**asdict(built), "sources": last.sources()}
    page = known["text"].pop("page")
    return last.cache.put(_name(last), json.dumps(known).encode() + b"\n" + page.encode())


def kept(last: LastBuild) -> BuiltText | None:
    """The text that was built last, where nothing of it has changed since."""
    about, _, page = (last.cache.get(_name(last)) or b"").partition(b"\n")
    with suppress(ValueError, KeyError, TypeError):
        known = json.loads(about)
        if known.pop("sources") == last.sources():
            text = WordText(page.decode(), **known.pop("text"))
            said, means = known.pop("said"), known.pop("means")
            return BuiltText(text, said=tuple(said), means=tuple(means), **known)
    return None


def word_file_of(root: Path, last: LastBuild, progress: Progress) -> OfBuilt | None:
    """Write the Word file of the text that was built last into build/; None where there is none that holds, or
    it cannot be written: then all is to be done, and said, from the beginning.

    Raises Busy or Unwritable (folder.output); the files of the last build are then as they were.
    """
    began = time.monotonic()
    with Output(root / "build") as output, scratch():
        known = kept(last)
        if known is None:
            return None
        origin = (
            None if last.final else partial(word_file.origin_of, root, known.title, last.commit)
        )
        progress("docx", "")
        written = word_file.written(known.text, DiskFolder(root), origin).value
        if written is None:
            return None
        seconds = time.monotonic() - began
        name = files.called(files.NAMES["docx"], is_secret=known.is_secret)
        progress("write", "")
        output.put({name: written})
        made = Made(name, len(written), None, seconds)
        older = files.made_before(output.target, files.NAMES.values(), {name})
        held = Held(((name, made.size, None),), *known.said)
        return OfBuilt(
            held, (made,), tuple(sorted(older)), known.means, output.target,
            keeps=last.keep(last.before(), held), seconds={"writing the Word file": seconds},
            took=time.monotonic() - began,
        )  # fmt: skip


def _name(last: LastBuild) -> str:
    return f"text{last.as_filed}"
