"""A sentence that pleads -> what its words say, as far as the rules of language ask for it."""

from typing import NamedTuple

from indictment.check.language.argument import argument
from indictment.check.language.collectives import Group, groups
from indictment.check.language.hedging import hedges
from indictment.check.language.open_ended import open_ended

Spans = tuple[tuple[int, int], ...]


class Sentence(NamedTuple):
    """A sentence with all of its surroundings that its reading depends on.

    `named` is where the names of accused stand in it, `accused` how many the matter has. `is_of_one`
    is true where its paragraph is about one of them, `is_divided` where what follows says what each of
    them did. `before` is the sentence before.
    """

    text: str
    named: tuple[int, ...]
    accused: int
    is_of_one: bool
    is_divided: bool
    before: str = ""
    before_named: tuple[int, ...] = ()


class Said(NamedTuple):
    """Where in a sentence groups act, and where words stand that leave the charge open, doubt or argue."""

    groups: tuple[Group, ...] = ()
    open_ended: Spans = ()
    hedges: Spans = ()
    argument: Spans = ()


def said(sentence: Sentence) -> Said:
    """What `sentence` says. The answer depends on nothing but the question."""
    text = sentence.text
    acting = (
        ()
        if sentence.is_divided
        else groups(
            text,
            sentence.named,
            accused=sentence.accused,
            is_of_one=sentence.is_of_one,
            before=sentence.before,
            before_named=sentence.before_named,
        )
    )
    return Said(tuple(acting), tuple(open_ended(text)), tuple(hedges(text)), tuple(argument(text)))
