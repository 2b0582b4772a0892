"""A sentence -> the groups in it that act, decide or know, where the act of each must be pleaded.

Three sorts: the accused as a body ("the defendants"), others beside an accused ("with others"), and
bodies without a face ("the leadership"). "They" is read together with what stands before it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from indictment.check.language import keys
from indictment.check.language.group_words import (
    ACCUSED,
    ACRONYM,
    ACTOR,
    BARE_AHEAD,
    BODY,
    BODY_OF,
    BOUNDARY,
    CAPITAL_NAME,
    CHARGED,
    CORPORATE,
    DETERMINED,
    GUILT,
    HELP,
    KNEW,
    NAMED_AFTER,
    OF_ACCUSED,
    OF_BODIES,
    OF_VICTIMS,
    PAIR,
    PASSIVE_FATE,
    PAST,
    PERSONS,
    PREPOSITION,
    STATIVE,
    SUBJECT_OTHERS,
    SUFFERS,
    TAKES,
    THOSE,
    TOGETHER,
    UNDERGONE,
    UNIT,
    VERB,
    WE,
)
from indictment.check.language.passives import is_participle

Sort = Literal["accused", "others", "body", "they"]


@dataclass(frozen=True, slots=True)
class Group:
    """A group as an actor: where the words stand, and of which sort it is."""

    begin: int
    end: int
    sort: Sort


def groups(
    text: str,
    named: Collection[int],
    *,
    accused: int,
    is_of_one: bool,
    before: str = "",
    before_named: Collection[int] = (),
) -> Iterator[Group]:
    """The groups that act in a sentence, in order.

    `named` is where the names of accused stand in it, `accused` how many the matter has. `is_of_one`
    is true where its paragraph is about one of them. `before` is the sentence before.
    """
    found = [
        *_of_accused(
            text, named, accused, is_of_one, len(before_named) > 1 or bool(ACCUSED.search(before))
        ),
        *_of_others(text, named),
        *_of_bodies(text),
    ]
    found += _of_they(text, named, found, before, before_named, accused)
    last = 0
    for group in sorted(found, key=lambda each: (each.begin, -each.end)):
        if group.begin >= last:
            yield group
            last = group.end


def _of_accused(
    text: str, named: Collection[int], accused: int, is_of_one: bool, is_after_several: bool
) -> Iterator[Group]:
    if accused > 1 and is_after_several:
        for found in PAIR.finditer(text):
            settled = any(at < found.start() for at in named) or NAMED_AFTER.match(
                text, found.end()
            )
            if (
                not settled
                and not _is_settled(text, found.start(), found.end(), named)
                and _acts(text, found.start(), found.end())
            ):
                yield Group(found.start(), found.end(), "accused")
    if OF_ACCUSED.isdisjoint(keys(text)):
        return
    for found in ACCUSED.finditer(text):
        words = found[0]
        if (
            words.endswith(("accused",))
            and "accused" in words
            and (accused < 2 or is_of_one)
            and not found["det"].startswith(("all", "both"))
        ):
            continue
        if accused < 2 and re.search(r"\b(?:defendants|suspects)\b", words):
            continue
        if _is_settled(text, found.start(), found.end(), named):
            continue
        if _acts(text, found.start(), found.end()):
            yield Group(found.start(), found.end(), "accused")


def _is_settled(text: str, begin: int, end: int, named: Collection[int]) -> bool:
    """True where the sentence names those whom the words mean, or says what each did."""
    if re.match(r",?\s(?:\S+\s)?\ufffc", text[end:]) and end + text[end:].index("\ufffc") in named:
        return True
    if _is_divided(text, end, named):
        return True
    if re.match(r",?\s(?:each|severally|respectively)\b", text[end:]) or re.search(
        r"\b(?:each|one|any|either|neither|none|two|three|other)\sof\s$|\bother\s$", text[:begin]
    ):
        return True
    clause = max(text.rfind(";", 0, begin), 0)
    return sum(1 for at in named if clause <= at < begin) >= 2


def _of_others(text: str, named: Collection[int]) -> Iterator[Group]:
    for found in WE.finditer(text):
        of = found["of"] or ""
        end = found.end("words")
        words = text[found.start("words") : end]
        if re.match(r"an?\s(?:\w+\s)?group\sof\spersons", words):
            continue  # an element of the offence
        if of != "and" and re.match(
            r"(?:his|her|their)\s(?:\w+\s)?(?:men|staff|forces|troops|people|team|friends|partners|colleagues|superiors|subordinates)",
            words.lower(),
        ):
            continue
        if re.match(
            r"(?:members|elements|officers|soldiers|officials|persons|individuals|representatives|fighters|commanders|leaders|people)\b",
            words,
        ) and not re.search(
            r"\b(?:[Tt]ogether|[Jj]ointly|concert|[Aa]long|league|conjunction|collaboration|common)\s$",
            text[: found.start()],
        ):
            continue
        if of == "of" and not HELP.search(text[: found.start()]):
            continue
        if not of or NAMED_AFTER.match(text, end) or CAPITAL_NAME.match(text, end):
            continue
        if of == "and":
            head = text[: found.start()].rstrip(" ,")
            is_actor = bool(head) and (len(head) - 1 in named or bool(ACTOR.search(head)))
            is_actor = is_actor or words.lower().startswith(("his ", "her ", "their "))
            if not is_actor or not (
                _acts(text, found.start(), end) or text[end : end + 1] in ",.;"
            ):
                continue
        elif of == "with" and (
            OF_VICTIMS.search(text[: found.start()]) or UNDERGONE.search(text[: found.start()])
        ):
            continue
        yield Group(found.start(), end, "others")
    for found in SUBJECT_OTHERS.finditer(text):
        ahead = text[: found.start()]
        is_subject = BOUNDARY.search(ahead) is not None and not PREPOSITION.search(ahead)
        is_subject = is_subject and not re.search(r"\b[Ss]ome\b", ahead)
        if re.search(r"\b[Ss]ome\b", ahead):
            continue
        if is_subject and found["verb"] not in PASSIVE_FATE and _is_verb(found["verb"]):
            yield Group(found.start("words"), found.end("words"), "others")


def _of_bodies(text: str) -> Iterator[Group]:
    here = keys(text)
    for found in ACRONYM.finditer(text):
        if KNEW.match(text, found.end()) and _is_subject(text, found.start()):
            yield Group(found.start(), found.end(), "body")
    for found in THOSE.finditer(text):
        if _acts(text, found.start(), found.end()) or KNEW.match(text, found.end()):
            yield Group(found.start(), found.end(), "body")
    if OF_BODIES.isdisjoint(here):
        return
    for found, last in _bodies(text):
        begin = found.start()
        words = text[begin:last]
        if NAMED_AFTER.match(text, last) or re.search(r"\bnamed\b", words):
            continue
        if not DETERMINED.match(words) and not BARE_AHEAD.search(text[:begin]):
            continue
        for end in dict.fromkeys((last, found.end())):
            if NAMED_AFTER.match(text, end) or not _is_subject(text, begin):
                continue
            if (
                KNEW.match(text, end)
                or (found["faceless"] and _acts(text, begin, end))
                or (
                    not found["faceless"]
                    and not UNIT.search(words)
                    and (GUILT.match(text, end) or _does(text, begin, end))
                )
            ):
                yield Group(begin, end, "body")
                break


def _bodies(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each body, and where the words end that say of what it is one."""
    at = 0
    while found := BODY.search(text, at):
        of = BODY_OF.match(text, found.end())
        at = of.end() if of else found.end()
        yield found, at


def _does(text: str, begin: int, end: int) -> bool:
    """True where a body does what its members do, not what only a body can do: it does not vote."""
    ahead = text[:begin]
    verb = VERB.match(text, end)
    if verb is None or PREPOSITION.search(ahead) or re.search(r"\bby\s$", ahead):
        return False
    is_deed = _is_verb(verb["verb"]) and verb["verb"] not in CORPORATE
    return is_deed and not SUFFERS.match(text, end)


def _of_they(
    text: str,
    named: Collection[int],
    found: list[Group],
    before: str,
    before_named: Collection[int],
    accused: int,
) -> Iterator[Group]:
    for they in re.finditer(r"\b[Tt]hey\b(?=\s)", text):
        if (
            not VERB.match(text, they.end())
            or STATIVE.match(text, they.end())
            or _is_divided(text, they.end(), named)
        ):
            continue
        ahead = [group for group in found if group.end <= they.start()]
        between = text[ahead[-1].end : they.start()] if ahead else ""
        if ahead and not _is_other_plural(between):
            yield Group(*they.span(), "they")
        elif (
            ahead
            or named_before(named, they.start())
            or not _is_first(text, they.start())
            or (PERSONS.search(before) and not TOGETHER.match(text, they.end()))
        ):
            continue
        elif (
            accused > 1
            and (_leads(before, before_named) or _met(text, they.end(), before, before_named))
        ) or (
            before
            and any(
                group.end > len(before) // 3 or group.sort != "others"
                for group in groups(before, before_named, accused=accused, is_of_one=accused < 2)
            )
        ):
            yield Group(*they.span(), "they")


def _is_divided(text: str, end: int, named: Collection[int]) -> bool:
    """True where the sentence goes on to say what each of them did."""
    after = [at for at in named if at > end]
    return (len(after) > 1 and bool(re.search(r"[:;]", text[end:]))) or bool(
        re.search(r"\bthe\s(?:one|first)\b[^.]*\bthe\s(?:other|second)\b", text[end:])
    )


def named_before(named: Collection[int], at: int) -> bool:
    """True where an accused is named ahead of `at`."""
    return any(each < at for each in named)


def _is_first(text: str, at: int) -> bool:
    """True where nothing but a date or a link stands ahead."""
    return not re.search(
        r"^(?:What|Who|Where|When|Had|If|That|Nothing|All)\b|[;:]|\b(?:that|who|which|whom)\b",
        text[:at],
    )


def _is_other_plural(between: str) -> bool:
    """True where other persons come between: "the defendants met the trustees, and they agreed"."""
    return PERSONS.search(between) is not None


def _leads(before: str, named: Collection[int]) -> bool:
    """True where two or more accused, or the accused as a body, are the subject of `before`."""
    joined = re.search(
        r"\ufffc(?:,\s\ufffc)*,?\sand\s\ufffc\s(?:both\s|each\s|then\s|also\s|\w+ly\s)*(?P<verb>[\w-]+)",
        before,
    )
    if (
        joined
        and before.index("\ufffc", joined.start()) in named
        and re.search(
            r"(?:^|[,;]\s|\b\d{4}\s|\band\s|\bthat\s|\bpersons?\b.*)$", before[: joined.start()]
        )
    ):
        return _is_verb(joined["verb"])
    found = ACCUSED.search(before)
    return bool(found and _acts(before, found.start(), found.end()))


def _met(text: str, end: int, before: str, named: Collection[int]) -> bool:
    """True where two accused met in the sentence before, no other persons with them, and "they" act."""
    return len(named) > 1 and not PERSONS.search(before)


def _is_subject(text: str, begin: int) -> bool:
    ahead = text[:begin]
    return BOUNDARY.search(ahead) is not None or not PREPOSITION.search(ahead)


def _acts(text: str, begin: int, end: int) -> bool:
    """True where the words at `begin` are the subject of a verb, or follow "by"."""
    ahead = text[:begin]
    if re.search(
        r"\b(?:by|on the part of|through|(?:orders?|instructions?|command|behest|direction) of)\s$",
        ahead,
        re.IGNORECASE,
    ):
        return not CHARGED.match(text, end)
    if PREPOSITION.search(ahead) and not re.search(r"\bof which\s$", ahead):
        return False
    if CHARGED.match(text, end):
        return False
    if re.search(r"\bothers,?$", text[begin:end]):
        return True
    if text[end : end + 1] == "," or text[end - 1] == ",":
        return BOUNDARY.search(ahead) is not None or not TAKES.search(ahead)
    if SUFFERS.match(text, end):
        return False
    verb = VERB.match(text, end)
    if verb and _is_verb(verb["verb"]):
        return True
    return (
        bool(re.match(r"\s(?:and|or|together|jointly|acting|with)\b", text[end:]))
        and BOUNDARY.search(ahead) is not None
    )


def _is_verb(word: str) -> bool:
    return word in PAST or (is_participle(word) and word.endswith("ed"))
