"""The sentences that plead, each with what its words say; what was read before is not read again."""

from functools import lru_cache
from itertools import zip_longest

from indictment.check import known
from indictment.check.language.saying import Said, Sentence
from indictment.check.pleaded import Pleaded, pleaded
from indictment.model.indictment import Indictment


@lru_cache(maxsize=2)
def said(indictment: Indictment) -> tuple[tuple[Pleaded, Said], ...]:
    """Every sentence that pleads, in order. Kept for the next rule that asks."""
    read = pleaded(indictment)
    accused = len(indictment.accused)
    asked = [_asked(one, after, accused) for one, after in zip_longest(read, read[1:])]
    return tuple(zip(read, known.answers(asked), strict=True))


def _asked(sentence: Pleaded, after: Pleaded | None, accused: int) -> Sentence:
    before = sentence.before
    return Sentence(
        sentence.text,
        tuple(sentence.named),
        accused,
        is_of_one=len(sentence.accused) == 1,
        is_divided=_is_divided(sentence, after),
        before=before.text if before else "",
        before_named=tuple(before.named) if before else (),
    )


def _is_divided(sentence: Pleaded, after: Pleaded | None) -> bool:
    """True where what follows says what each of them did: "Each of …", or a list that begins with a name."""
    if after is None:
        return False
    if after.sentence.passage is sentence.sentence.passage:
        return after.text.lstrip().startswith("Each of ")
    is_list = after.sentence.passage.kind == "sub-paragraph"
    return is_list and sentence.text.rstrip().endswith(":") and 0 in after.named
