"""What pleads an element: where it stands, and of whom it speaks."""

from indictment.diagnostics import Span
from indictment.model.blocks import Serves, Target
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Pleads:
    """A numbered paragraph, or another or a sub-paragraph that pleads elements by itself.

    `defendants` is empty where it speaks of all.
    """

    target: Target
    serves: tuple[Serves, ...]
    defendants: tuple[str, ...]
    span: Span
    label: str | None = None
    kind: str = ""
    place: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    """The anchors of the paragraph and the sub-paragraphs around it."""
