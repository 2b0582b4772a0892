"""What gives numbers, anchors and labels, through the whole document and inside one file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from indictment.diagnostics import Diagnostic
from indictment.model.blocks import Serves, Target
from indictment.model.court import Court
from indictment.model.indictment import NOWHERE, Within
from indictment.model.prose import Attributes, Mention, ProseInline, Words
from indictment.resolve import series
from indictment.resolve.counting import Counting
from indictment.resolve.filed import Filed
from indictment.resolve.labels import Kind, Named, Scope
from indictment.resolve.pieces import Held, Piece
from indictment.resolve.pleading import Pleading

_NOT_IN_ANCHORS = re.compile(r"[^A-Za-z0-9]+")
NOTHING_HELD = Held()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the blocks of a file stand.

    `scope`: their series of numbers. `level`: the level of the heading above them. `place`: the
    address in the law's terms. `held`: what holds for all of them. `counts`: those of the file.
    `why_unnumbered`: in a lawyer's words, why no paragraph here has a number; "" where they have.
    `numbers_headings`: False in what is attached. `of`: the count or counts to which they belong.
    `within`: what numbers.yaml says of the file.
    """

    scope: Scope
    level: int
    place: tuple[str, ...]
    held: Held = NOTHING_HELD
    counts: tuple[str, ...] = ()
    why_unnumbered: str = ""
    numbers_headings: bool = True
    of: Named | None = None
    within: Within = NOWHERE


@dataclass(slots=True)
class Open:
    """A paragraph or an item that still takes what follows it.

    `full` is its whole number, "" where it has none; `position` which one of its series the
    paragraph is, `subs` counts its sub-paragraphs.
    """

    full: str
    anchor: str
    held: Held
    place: tuple[str, ...]
    kind: Kind = "paragraph"
    position: int = 0
    subs: int = 0
    attached: list[Piece] = field(default_factory=list)
    serves: list[Serves] = field(default_factory=list)

    @property
    def targets(self) -> tuple[Target, ...]:
        """Its number as the target of a reference; none where it has none."""
        return targets(self.anchor, self.full, self.kind, self.position)


@dataclass(slots=True)
class Numberer:
    """Counts through the whole document; its files come in reading order."""

    court: Court
    pleading: Pleading
    faults: list[Diagnostic]
    named: list[Named] = field(default_factory=list)
    counting: Counting = field(default_factory=Counting)
    elsewhere: frozenset[str] = frozenset()
    """The labels of paragraphs and sub-paragraphs, where a filed number may have moved to."""
    taken: frozenset[str] = frozenset()
    """All labels of the document, where something was filed that is gone now."""
    headings: dict[int, tuple[int, str]] = field(default_factory=dict)
    anonymous: int = 0

    def instead(self, filed: Filed) -> tuple[ProseInline, ...]:
        """What stands at the place of a filed paragraph that is gone, or stands elsewhere now."""
        words = self.court.words
        if filed.label not in self.elsewhere:
            return (Words(words.withdrawn, filed.span),)
        before, _, after = words.moved.partition("{}")
        put = (
            Words(before, filed.span),
            Mention(filed.label or "", "words", filed.span),
            Words(after, filed.span),
        )
        return tuple(one for one in put if not isinstance(one, Words) or one.text)

    def next_heading(self, level: int, *, counts: bool = True) -> str:
        """The next number of a heading of `level`; those below it begin again.

        "" where the form numbers no heading of that level, or it `counts` not.
        """
        self.headings = {upper: n for upper, n in self.headings.items() if upper <= level}
        forms = self.court.heading_numbering
        if not counts or level > len(forms) or not forms[level - 1]:
            return ""
        number = self.headings.get(level, (0, ""))[0] + 1
        printed = series.printed(forms[level - 1], number)
        self.headings[level] = number, printed
        return printed

    @property
    def full_heading(self) -> str:
        """The number of the heading that was numbered last, with those above it: IV.A, IV(A)."""
        numbers = [printed for _, (_, printed) in sorted(self.headings.items())]
        return "".join(numbers).replace(".(", "(").rstrip(".")

    def anchor(self, label: str | None, letter: str, number: str, setting: Setting) -> str:
        """The anchor of a piece: by its label, else by its number, else by counting."""
        if label:
            return f"x-{label}"
        if number:
            number = number.replace(".", "-dot-")
            return _NOT_IN_ANCHORS.sub("-", f"p-{setting.scope.key}-{number}").strip("-")
        self.anonymous += 1
        return f"{letter}-{self.anonymous}"

    def anchor_of_gone(self, label: str | None, otherwise: str) -> str:
        """The anchor of what is printed as withdrawn: that of its label, by which a comparison with
        what was filed knows it, unless the label names something else now.
        """
        return f"x-{label}" if label and label not in self.taken else otherwise

    def name(
        self,
        own: Attributes | None,
        kind: Kind,
        targets: tuple[Target, ...],
        setting: Setting,
        why_none: str = "",
        of: Named | None = None,
    ) -> None:
        """Give a piece the label that its attribute line has, if it has one."""
        if own and own.label:
            why = why_none or setting.why_unnumbered or "it is not numbered"
            span = own.label_span or own.span
            self.named.append(
                Named(own.label, kind, span, targets, setting.scope, of=of, why_none=why)
            )

    def held(self, own: Attributes | None, above: Held, setting: Setting) -> Held:
        """What holds for a piece: what is said of it, and what its headings say."""
        if own is None:
            return above
        return Held(
            serves=once(above.serves + self.pleading.serves(own, setting.counts)),
            defendants=self.pleading.defendants(own) or above.defendants,
            kind=own.kind or above.kind,
            lang=own.lang or above.lang,
            unnumbered=own.unnumbered or above.unnumbered,
        )


def label_of(own: Attributes | None) -> str | None:
    """The label in an attribute line."""
    return own.label if own else None


def targets(anchor: str, number: str, kind: Kind, position: int) -> tuple[Target, ...]:
    """A number as the target of a reference; nothing where there is no number."""
    if not number:
        return ()
    if kind == "subparagraph":
        return (Target(anchor, number, "subparagraph"),)
    return (Target(anchor, number, "paragraph", position),)


def by_number(anchor: str, full: str) -> tuple[Target, ...]:
    """A numbered heading as the target of a reference, where no paragraph below it has a number."""
    return (Target(anchor, full, "heading"),) if full else ()


def ends(numbers: Sequence[Target]) -> tuple[Target, ...]:
    """The first and last of a series; one or none where there are no more."""
    return tuple(numbers) if len(numbers) < 2 else (numbers[0], numbers[-1])


def once(serves: tuple[Serves, ...]) -> tuple[Serves, ...]:
    """Each element once, in order."""
    return tuple(dict.fromkeys(serves))
