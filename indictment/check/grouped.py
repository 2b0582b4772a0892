"""The sentences that plead, each with the groups that act in it."""

from functools import lru_cache
from itertools import zip_longest

from indictment.check.language.collectives import Group, groups
from indictment.check.pleaded import Pleaded, pleaded
from indictment.model.indictment import Indictment


@lru_cache(maxsize=2)
def grouped(indictment: Indictment) -> tuple[tuple[Pleaded, tuple[Group, ...]], ...]:
    """Every sentence that pleads, in order. Kept for the next rule that asks."""
    read = pleaded(indictment)
    return tuple(
        (sentence, () if _is_divided(sentence, after) else _groups(sentence, indictment))
        for sentence, after in zip_longest(read, read[1:])
    )


def _is_divided(sentence: Pleaded, after: Pleaded | None) -> bool:
    """True where what follows says what each of them did: "Each of …", or a list that begins with a name."""
    if after is None:
        return False
    if after.sentence.passage is sentence.sentence.passage:
        return after.text.lstrip().startswith("Each of ")
    is_list = after.sentence.passage.kind == "sub-paragraph"
    return is_list and sentence.text.rstrip().endswith(":") and 0 in after.named


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
