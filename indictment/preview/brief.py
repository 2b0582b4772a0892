"""State -> what is told of it: each list in pieces, and of these only those that were not told before.

A matter of 500 pages has ten thousand paragraphs, notes and faults. After a save a few of them are
others; the rest is sent neither to the process that answers the browser nor to the browser.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Mapping
from functools import partial
from hashlib import sha256
from itertools import accumulate, groupby
from pathlib import Path

from indictment.pipeline import serving
from indictment.pipeline.serving import State
from indictment.pipeline.shown import Exhibit, Pages
from indictment.preview import as_json
from indictment.render.screen import Leaf
from indictment.value import dataclass

Tell = Callable[[object], None]
Lists = Mapping[str, tuple[str, ...]]
"""What the browser gets of a state, by what it is: the names of texts, in order."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of the PDF, told once: `name` stands for its bytes. `leaves` are its pages."""

    name: str
    content: bytes
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the names of sheets in order, the exhibits, the chart."""

    title: str
    language: str
    confidential: bool
    sheets: tuple[str, ...]
    exhibits: Mapping[str, Exhibit]
    chart: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A state in short. `shown` is None where nothing is shown or the same as before; `texts` are
    those of the `lists` that were not told before, as JSON, by name; `files` those that may be opened.
    """

    number: int
    is_current: bool
    is_blocked: bool
    said: str
    shown: Shown | None
    files: frozenset[str]
    lists: Lists
    texts: Mapping[str, str]


def serve(root: Path, tell: Tell) -> None:
    """As `serving.serve`, told in short."""
    serving.serve(root, Teller(tell).tell)


class Teller:
    """Remembers what was told."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._pages: Pages | None = None
        self._of_pages: Lists = {}
        self._sheets: frozenset[str] = frozenset()
        self._before: Mapping[Hashable, str] = {}
        self._names: dict[Hashable, str] = {}
        """The names of the texts of the state that is told, by what they say."""
        self._texts: dict[str, str] = {}

    def tell(self, told: object) -> None:
        """Tell this, a state in short."""
        self._tell(self._brief(told) if isinstance(told, State) else told)

    def _brief(self, state: State) -> Brief:
        self._before, self._names, self._texts = self._names, {}, {}
        shown = None
        if state.pages is not None and state.pages is not self._pages:
            shown = self._show(state.pages)
        elif self._pages is not None:
            kept = {name for names in self._of_pages.values() for name in names}
            self._names |= {key: name for key, name in self._before.items() if name in kept}
        problems = groupby(state.problems, lambda one: (one.severity, one.file))
        of_faults = tuple(
            self._name(held, partial(as_json.problems, held))
            for held in (tuple(some) for _, some in problems)
        )
        files = {problem.file for problem in state.problems}
        files |= set(self._pages.texts if self._pages else ())
        lists = {**self._of_pages, "problems": of_faults}
        told = frozenset(self._before.values())
        texts = {name: text for name, text in self._texts.items() if name not in told}
        return Brief(
            state.number, state.is_current, state.is_blocked, state.said, shown,
            frozenset(files), lists, texts,
        )  # fmt: skip

    def _show(self, pages: Pages) -> Shown:
        self._pages = pages
        ends = list(accumulate(one.page_count for one in pages.sheets))
        leaves = [
            pages.leaves.pages[end - one.page_count : end]
            for one, end in zip(pages.sheets, ends, strict=True)
        ]
        for sheet, held in zip(pages.sheets, leaves, strict=True):
            if sheet.name not in self._sheets:
                self._tell(Sheet(sheet.name, sheet.content, held))
        self._sheets = frozenset(one.name for one in pages.sheets)
        by_sheet = groupby(pages.pieces, lambda piece: bisect_left(ends, piece.page))
        pieces = {at: tuple(some) for at, some in by_sheet}
        known = {piece.anchor for piece in pages.pieces}
        others = tuple((a, *at) for a, at in pages.leaves.anchors.items() if a not in known)
        cited = tuple((number, *one) for number, one in pages.citations.items())
        self._of_pages = {
            "leaves": tuple(
                self._name(one.name, partial(as_json.leaves, held))
                for one, held in zip(pages.sheets, leaves, strict=True)
            ),
            "pieces": tuple(
                self._name(some, partial(as_json.pieces, some)) for some in pieces.values()
            ),
            "anchors": (self._name(("anchors", others), partial(as_json.rows, others)),),
            "citations": (self._name(("citations", cited), partial(as_json.rows, cited)),),
        }
        return Shown(
            pages.title, pages.language, pages.confidential,
            tuple(one.name for one in pages.sheets), pages.exhibits, pages.chart,
        )  # fmt: skip

    def _name(self, key: Hashable, as_text: Callable[[], str]) -> str:
        """The name of a text: that of before, if it says the same."""
        name = self._before.get(key)
        if name is None:
            text = as_text()
            name = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            self._texts[name] = text
        self._names[key] = name
        return name
