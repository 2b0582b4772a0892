"""The sentences that plead, each with the groups that act in it."""

from functools import lru_cache

from indictment.check.language.collectives import Group, groups
from indictment.check.pleaded import Pleaded, pleaded
from indictment.model.indictment import Indictment


@lru_cache(maxsize=2)
def grouped(indictment: Indictment) -> tuple[tuple[Pleaded, tuple[Group, ...]], ...]:
    """Every sentence that pleads, in order. Kept for the next rule that asks."""
    return tuple((sentence, _groups(sentence, indictment)) for sentence in pleaded(indictment))


def _groups(sentence: Pleaded, indictment: Indictment) -> tuple[Group, ...]:
    before = sentence.before
    return tuple(
        groups(
            sentence.text,
            sentence.named,
            accused=len(indictment.accused),
            is_of_one=len(sentence.accused) == 1,
            before=before.text if before else "",
            before_named=before.named if before else (),
        )
    )
