"""An indictment -> its paragraphs: where each stands, what it pleads, what it cites."""

from collections.abc import Iterator, Mapping, Sequence

from indictment.compare.facts import walk
from indictment.model.blocks import Block, Paragraph
from indictment.model.indictment import Indictment
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Plea:
    """An element that a paragraph pleads, and the accused whom it names; () for all of the count."""

    count: str
    element: str
    accused: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A paragraph with its place. `counts` are those whose particulars it stands in, or whose
    elements it pleads; `accused` those whom it names or on whose part it stands, () for all.
    """

    block: Paragraph
    file: str
    counts: tuple[str, ...]
    accused: tuple[str, ...]
    pleas: tuple[Plea, ...]
    cited: tuple[str, ...]
    called: Mapping[str, str]
    """The labels of names and citations in it that the other version has as others."""

    @property
    def number(self) -> str:
        """The printed number."""
        return self.block.number

    @property
    def label(self) -> str:
        """The label, "" where it has none."""
        return self.block.label or ""

    @property
    def words(self) -> str:
        """The words, without what the tool writes."""
        return walk.words(self.block, self.called)


def placed(indictment: Indictment, called: Mapping[str, str] | None = None) -> tuple[Placed, ...]:
    """The paragraphs of the indictment, in the order of its parts; some labels `called` otherwise."""
    other = called or {}
    found: list[Placed] = []
    for accused in indictment.accused:
        found += _in(accused.blocks, accused.span.file, (), (accused.label,), other)
    for section in indictment.statement:
        found += _in(section.blocks, section.file, (), (), other)
    for group in indictment.counts:
        found += _in(group.blocks, group.file, tuple(c.label for c in group.charged), (), other)
    for section in (*indictment.annexes, *indictment.schedules):
        found += _in(section.blocks, section.file, (), (), other)
    return tuple(found)


def _in(
    blocks: Sequence[Block],
    file: str,
    counts: tuple[str, ...],
    accused: tuple[str, ...],
    called: Mapping[str, str],
) -> Iterator[Placed]:
    for block in blocks:
        # "32. [withdrawn]" keeps a filed number: it is no paragraph of the new version.
        if not isinstance(block, Paragraph) or block.is_withdrawn:
            continue
        named = block.defendants or accused
        pleas = [Plea(s.count, s.element, named) for s in block.serves]
        for item in walk.items(block):
            pleas += [Plea(s.count, s.element, item.defendants or named) for s in item.serves]
        served = tuple(dict.fromkeys(plea.count for plea in pleas))
        yield Placed(
            block=block,
            file=file,
            counts=counts or served,
            accused=named,
            pleas=tuple(dict.fromkeys(pleas)),
            cited=walk.cited(block),
            called=called,
        )
